"""Small real files of every kind that can be attached, written byte by byte, so that a test can put one fault in.

Each maker gives a clean file where it is given nothing; what it is given is added.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.{}.main+xml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    f'xmlns:{short}="{_ODF}:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "script": "script", "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
_ODF_NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'

TEXT = "BT /F1 12 Tf 72 700 Td (The Panel met on Monday) Tj ET"
TAGGED = "/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot /K [] >>"


def pdf(
    *pages: str, catalog: str = TAGGED, info: str = "/Producer (Writer)", page: str = "", resources: str = "",
    objects: Mapping[int, bytes] | None = None, end: bytes = b"",
) -> bytes:  # fmt: skip
    """Make a PDF with a page for each program given. Further ``objects`` have numbers from 100 on."""
    pages = pages or (TEXT,)
    numbers = [10 + 2 * one for one in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    made: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: f"<< {info} >>".encode(),
        **(objects or {}),
    }
    for number, program in zip(numbers, pages, strict=True):
        made[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            f"/Resources << {font} {resources} >> {page} >>"
        ).encode()
        made[number + 1] = stream(program.encode())
    return _with_table(made) + end


def stream(data: bytes, names: str = "") -> bytes:
    """Make an object of a PDF that holds some bytes."""
    return f"<< /Length {len(data)} {names} >>\nstream\n".encode() + data + b"\nendstream"


def _with_table(objects: Mapping[int, bytes]) -> bytes:
    parts, table, at = [b"%PDF-1.7\n"], [], 9
    for number, body in sorted(objects.items()):
        table.append(f"{number} 1\n{at:010} 00000 n \n")
        parts.append(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
        at += len(parts[-1])
    out = b"".join(parts) + b"xref\n0 1\n0000000000 65535 f \n" + "".join(table).encode()
    return out + f"trailer\n<< /Size 1000 /Root 1 0 R /Info 3 0 R >>\nstartxref\n{at}\n%%EOF\n".encode()


def folder(parts: Mapping[str, str | bytes], first: str = "") -> bytes:
    """Make a compressed folder; the part ``first`` is not compressed, as OpenDocument asks for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 5, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()


def _ooxml(kind: str, parts: Mapping[str, str | bytes], main: str, types: str) -> bytes:
    listed = f'<Override PartName="/{main}" ContentType="{_TYPE.format(kind)}"/>{types}'
    default = '<Default Extension="xml" ContentType="application/xml"/>'
    content_types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return folder({"[Content_Types].xml": f'<Types xmlns="{content_types}">{default}{listed}</Types>', **parts})


def docx(
    body: str = "<w:p><w:r><w:t>The Panel met.</w:t></w:r></w:p>",
    parts: Mapping[str, str | bytes] | None = None, types: str = "",
) -> bytes:  # fmt: skip
    """Make a Word document with a body, further parts and their types."""
    document = f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'
    return _ooxml(
        "wordprocessingml.document", {"word/document.xml": document, **(parts or {})}, "word/document.xml", types
    )


def word_part(root: str, inner: str) -> str:
    return f'<w:{root} xmlns:w="{WORD}">{inner}</w:{root}>'


def xlsx(
    sheet: str = '<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>',
    sheets: str = '<sheet name="Figures" sheetId="1"/>',
    parts: Mapping[str, str | bytes] | None = None, types: str = "",
) -> bytes:  # fmt: skip
    """Make an Excel workbook with one sheet, a list of sheets, and further parts."""
    made = {
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}"><sheets>{sheets}</sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}">{sheet}</worksheet>',
        **(parts or {}),
    }
    return _ooxml("spreadsheetml.sheet", made, "xl/workbook.xml", types)


def relations(*entries: tuple[str, str, str]) -> str:
    """Make the list of what a part is related to: kind, target, mode."""
    lines = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(entries)
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def core(creator: str = "", last: str = "") -> str:
    """Make the part of a Word document or workbook that says who made it."""
    names = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return (
        f"<cp:coreProperties {names}><dc:creator>{creator}</dc:creator>"
        f"<cp:lastModifiedBy>{last}</cp:lastModifiedBy></cp:coreProperties>"
    )


def odt(body: str = "<text:p>The Panel met.</text:p>", styles: str = "", **parts: str) -> bytes:
    """Make an OpenDocument text."""
    return _odf("text", f"<office:text>{body}</office:text>", styles, parts)


def ods(body: str = "<table:table/>", styles: str = "", **parts: str) -> bytes:
    """Make an OpenDocument spreadsheet."""
    return _odf("spreadsheet", f"<office:spreadsheet>{body}</office:spreadsheet>", styles, parts)


def _odf(kind: str, body: str, styles: str, parts: Mapping[str, str]) -> bytes:
    """``parts`` are ``meta`` (what stands in meta.xml) and ``manifest`` (entries of the list of parts)."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    content = (
        f"<office:document-content {_ODF_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:document-content>"
    )
    manifest = (
        f'<m:manifest xmlns:m="{_ODF}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{mimetype}"/>'
        f"{parts.get('manifest', '')}</m:manifest>"
    )
    made = {"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest}
    if "meta" in parts:
        made["meta.xml"] = (
            f"<office:document-meta {_ODF_NAMES}><office:meta>{parts['meta']}</office:meta></office:document-meta>"
        )
    return folder(made, first="mimetype")


def png(*chunks: tuple[bytes, bytes], end: bytes = b"") -> bytes:
    """Make a picture of one grey point, with further pieces before its end."""
    pieces = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), *chunks, (b"IDAT", zlib.compress(b"\x00\x80")),
        (b"IEND", b""),
    ]  # fmt: skip
    out = b"\x89PNG\r\n\x1a\n"
    for kind, body in pieces:
        out += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return out + end


def jpg(*segments: tuple[int, bytes], end: bytes = b"") -> bytes:
    """Make what begins, goes on and ends as a JPEG picture does, with further segments."""
    out = b"\xff\xd8"
    for mark, body in (
        (0xE0, b"JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"),
        *segments,
        (0xDA, b"\x01\x01\x00\x00\x3f\x00"),
    ):
        out += bytes((0xFF, mark)) + struct.pack(">H", len(body) + 2) + body
    return out + b"\x12\x34\xff\x00\x56\xff\xd9" + end


def exif(
    *tags: tuple[int, int], camera: tuple[tuple[int, int], ...] = (), gps: bool = False, small: bool = False
) -> bytes:
    """Make what a camera writes: tags with numbers, those of the camera, a place, a small copy of the picture."""
    entries = [*tags]
    after = 8 + 2 + 12 * (len(entries) + bool(camera) + gps) + 4
    camera_list = _tags(*camera)
    if camera:
        entries.append((0x8769, after))
    if gps:
        entries.append((0x8825, after + (len(camera_list) if camera else 0)))
    gps_list = _tags((0x0000, 2), (0x0001, 78), (0x0002, 52))
    body = (camera_list if camera else b"") + (gps_list if gps else b"")
    following = after + len(body) if small else 0
    first = _tags(*sorted(entries))[:-4] + struct.pack("<I", following)
    return b"II*\x00\x08\x00\x00\x00" + first + body + (_tags((0x0201, 0), (0x0202, 10)) if small else b"")


def _tags(*tags: tuple[int, int]) -> bytes:
    listed = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return struct.pack("<H", len(tags)) + listed + struct.pack("<I", 0)
