"""Files that are not what they say, cannot be looked through, or do something when opened are refused."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from panelpapers.inspecting import inspect
from tests.attached_files import TEXT, docx, folder, jpg, ods, odt, pdf, png, relations, stream, xlsx

HTML = b"<html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
FETCHED = ("https://example.org/t.dotm", "\\\\server\\t.dotm", "//server/share/t.dotm")


def locked(data: bytes) -> bytes:
    """Mark the parts of a compressed folder as locked with a password."""
    at = data.find(b"PK\x01\x02")
    return data[: at + 8] + b"\x01" + data[at + 9 :]


def twice() -> bytes:
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a") as made:
        made.writestr("WORD/document.xml", "<x/>")
    return out.getvalue()


def with_remark(data: bytes, remark: bytes) -> bytes:
    """Give a compressed folder with a remark after its end."""
    return data[:-2] + len(remark).to_bytes(2, "little") + remark


ANOTHER_KIND = {
    "nothing": (b"", "pdf"),
    "a page": (HTML, "pdf"),
    "a page after blanks": (b"\xef\xbb\xbf  \r\n" + HTML, "pdf"),
    "a page as a table": (HTML, "csv"),
    "a drawing as a picture": (SVG, "png"),
    "a page in a cell": (b"Force,Rate\nWest,<script>alert(1)</script>\n", "csv"),
    "a page in a cell that does not end": (b"Force,Rate\nWest,<img src=x onerror=alert(1)\n", "csv"),
    "the end of a page in a cell": (b"Force\n</title>\n", "csv"),
    "a table in other letters": ("Force,Rate\nWest,\xa35\n".encode("cp1252"), "csv"),
    "a table with signs that are not text": (b"a,b\x00\n", "csv"),
    "a program": (b"MZ\x90\x00", "csv"),
    "a picture as a PDF": (png(), "pdf"),
    "a PDF as a picture": (pdf(), "png"),
    "a PDF after something": (b"junk\n" + pdf(), "pdf"),
    "a PDF with a page in its beginning": (pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n%<html><script>\n"), "pdf"),
    "a PDF with very many blanks after its end": (pdf(end=b" " * 2_000), "pdf"),
    "a PDF with something after its end": (pdf(end=HTML), "pdf"),
    "a PDF that is a compressed folder too": (pdf(end=with_remark(docx(), b"\n%%EOF")), "pdf"),
    "a picture that is a PDF too": (png((b"tEXt", b"Comment\0%PDF-1.7")), "png"),
    "what was cut off a picture": (png(end=b"IDAT the rest"), "png"),
    "a picture with another one after it": (png(end=png()), "png"),
    "a film after a photo": (jpg(end=b"ftypmp42"), "jpg"),
    "a photo after a photo": (jpg(end=jpg()), "jpg"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "docx"),
    "a workbook as a document": (xlsx(), "docx"),
    "a text as a spreadsheet": (odt(), "ods"),
    "a document as an OpenDocument": (docx(), "odt"),
    "a compressed folder": (folder({"a.txt": "x"}), "docx"),
    "a folder with something before it": (b"<html>" + docx(), "docx"),
    "a folder that begins with something": (docx()[:4] + b"\0" * 30 + docx(), "docx"),
    "a folder with a remark": (with_remark(docx(), b"<html>"), "docx"),
    "a folder with a part twice": (twice(), "docx"),
}

RUNS = {
    "a PDF that opens a website by itself": (
        pdf(catalog="/OpenAction << /S /URI /URI (https://example.org/) >>"),
        "pdf",
    ),
    "a page that opens a website by itself": (
        pdf(page="/AA << /O << /S /URI /URI (https://example.org/) >> >>"),
        "pdf",
    ),
    **{
        f"a formula after {before!r}": (f'a,b\nx,"{before}=1+1"\n'.encode(), "csv")
        for before in ("", "\u00a0", "\u200b", "\ufeff", "a|", "a;", "a\r")
    },
    "a formula with a wide sign": ("a,b\nx,\uff1d1+1\n".encode(), "csv"),
    "a macro": (docx(parts={"word/vbaProject.bin": b"x"}), "docx"),
    "a macro under another name": (
        docx(
            parts={"word/a.bin": b"x"},
            types='<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        "docx",
    ),
    "a document made for macros": (docx(types=f'<Override PartName="/x.xml" ContentType="{MACRO}"/>'), "docx"),
    "a macro in a workbook": (xlsx(parts={"xl/vbaProject.bin": b"x"}), "xlsx"),
    "a sheet of macros": (xlsx(parts={"xl/macrosheets/sheet1.xml": "<x/>"}), "xlsx"),
    **{
        f"a template that is fetched from {target}": (
            docx(parts={"word/_rels/settings.xml.rels": relations(("attachedTemplate", target, "External"))}),
            "docx",
        )
        for target in FETCHED
    },
    "a picture that is fetched": (
        docx(parts={"word/_rels/document.xml.rels": relations(("image", "http://example.org/a.png", "External"))}),
        "docx",
    ),
    "a field that starts a program": (
        docx(
            "<w:p><w:r><w:instrText>DDEA</w:instrText></w:r>"
            "<w:r><w:instrText>UTO c:\\\\cmd.exe</w:instrText></w:r></w:p>"
        ),
        "docx",
    ),
    "a workbook that starts a program": (
        xlsx(parts={"xl/externalLinks/externalLink1.xml": "<externalLink><ddeLink/></externalLink>"}),
        "xlsx",
    ),
    "a script in an OpenDocument": (odt("<text:script>alert(1)</text:script>"), "odt"),
    "a button with a macro": (odt('<script:event-listener script:event-name="x"/>'), "odt"),
    "a picture that an OpenDocument fetches": (odt('<draw:image xlink:href="https://example.org/a.png"/>'), "odt"),
    "a sheet that is fetched": (
        ods('<table:table><table:table-source xlink:href="https://example.org/a.ods"/></table:table>'),
        "ods",
    ),
    "a program of a PDF": (pdf(catalog="/OpenAction << /S /JavaScript /JS (app.alert) >>"), "pdf"),
    "a program of a PDF that no page has": (
        pdf(objects={100: b"<< /S /JavaScript /JS 101 0 R >>", 101: stream(b"app.alert")}),
        "pdf",
    ),
    "a PDF that starts a program": (pdf(page="/AA << /O << /S /Launch /F (cmd.exe) >> >>"), "pdf"),
    "a PDF that sends a form": (
        pdf(objects={100: b"<< /Type /Action /S /SubmitForm /F (https://example.org) >>"}),
        "pdf",
    ),
    "a PDF with a form that runs": (
        pdf(catalog="/AcroForm << /XFA 100 0 R /Fields [] >>", objects={100: stream(b"<x/>")}),
        "pdf",
    ),
    "a PDF with a film": (pdf(page="/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]"), "pdf"),
    **{
        f"a table with {cell}": (f"Force,Rate\nWest,{cell}\n".encode(), "csv")
        for cell in (
            "=1+1",
            '"=HYPERLINK(""http://example.org"")"',
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "-2+3+cmd|x",
            "\t=1",
            "5;=1",
            '"\n=1"',
        )
    },
}

CANNOT = {
    "a PDF without an end": (pdf()[:-20], "pdf"),
    "a PDF that is cut": (b"%PDF-1.7\n1 0 obj\n<<\n%%EOF", "pdf"),
    "a PDF that leads to itself": (pdf(objects={2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}), "pdf"),
    "a PDF with a password": (
        pdf().replace(
            b"/Info 3 0 R",
            b"/Encrypt << /Filter /Standard /V 1 /R 2 /O ("
            + b"o" * 32
            + b") /U ("
            + b"u" * 32
            + b") /P -4 >> /ID [(a) (a)]",
        ),
        "pdf",
    ),
    "a folder without an end": (docx()[:-30], "docx"),
    "a folder with a password": (locked(docx()), "docx"),
    "an OpenDocument with a password": (
        odt(manifest='<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'),
        "odt",
    ),
    "a part that is not XML": (docx("<w:p>"), "docx"),
    "a part with entities": (
        docx(parts={"word/a.xml": '<!DOCTYPE a [<!ENTITY b "' + "c" * 50 + '">]><a>&b;</a>'}),
        "docx",
    ),
    "a part that unpacks to gigabytes": (docx(parts={"word/a.xml": "<a>" + " " * 40_000_000 + "</a>"}), "docx"),
    "a photo that is cut": (b"\xff\xd8\xff\xe0\x00\x10JFIF\xff\xd9", "jpg"),
    "a picture with a packed text that is broken": (png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0junk")), "png"),
    "a table of which a row does not end": (b'a,"' + b"x" * 200_000, "csv"),
}

CASES = [
    *(("another-kind", name, *case) for name, case in ANOTHER_KIND.items()),
    *(("runs-something", name, *case) for name, case in RUNS.items()),
    *(("cannot-look-through", name, *case) for name, case in CANNOT.items()),
]


@pytest.mark.parametrize(("code", "name", "data", "ending"), CASES, ids=[f"{one[0]}: {one[1]}" for one in CASES])
def test_refused(code: str, name: str, data: bytes, ending: str) -> None:
    assert name in {**ANOTHER_KIND, **RUNS, **CANNOT}
    (fault,) = inspect(data, ending).faults
    assert fault.code == code
    assert fault.fact.endswith(".")
    assert fault.fix.endswith(".")


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "odt", "ods", "png", "jpg"])
def test_a_damaged_file_is_never_a_traceback(ending: str) -> None:
    """Each file with some bytes changed, at fixed places: it is refused or looked through, and nothing is raised."""
    made = {
        "pdf": pdf(f"{TEXT} 0 g 0 0 9 9 re f"),
        "docx": docx(),
        "xlsx": xlsx(),
        "odt": odt(),
        "ods": ods(),
        "png": png(),
        "jpg": jpg(),
    }
    whole = made[ending]
    for at in range(5, len(whole), max(1, len(whole) // 120)):
        inspect(whole[:at] + bytes((whole[at] ^ 0x15,)) + whole[at + 1 :], ending)
        inspect(whole[:at], ending)


@pytest.mark.slow
def test_work_on_a_pdf_is_bounded_and_said_so() -> None:
    """A page with more than can be gone through in time is told, and the pages before it are still looked at."""
    found = inspect(pdf(f"{TEXT} 0 g 100 695 120 16 re f", TEXT + " q Q" * 300_000, TEXT), "pdf")
    assert [one.kind for one in found.hidden] == ["covered text"]
    assert found.left_out == "Nobody looked for covered text on pages 2 to 3, which hold too much to go through."


def test_objects_of_a_pdf_are_bounded() -> None:
    """Objects are packed, as in newer files, so that a small file can have very many."""
    (fault,) = inspect(packed_objects(60_001), "pdf").faults
    assert fault.code == "cannot-look-through"
    assert inspect(packed_objects(100), "pdf").faults == ()


def packed_objects(count: int) -> bytes:
    """Make a PDF with many small objects in one stream, and a table that is a stream too (ISO 32000, 7.5.7)."""
    numbers = "".join(f"{1000 + one} {2 * one} " for one in range(count))
    names = f"/Type /ObjStm /N {count} /First {len(numbers)} /Filter /FlateDecode"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>",
        10: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        20: stream(zlib.compress((numbers + "1 " * count).encode()), names),
    }
    out, rows, index = b"%PDF-1.7\n", b"", ""
    for number, body in objects.items():
        rows += b"\x01" + len(out).to_bytes(4, "big") + bytes(3)
        index += f"{number} 1 "
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    rows += b"".join(b"\x02" + (20).to_bytes(4, "big") + one.to_bytes(3, "big") for one in range(count))
    names = (
        f"/Type /XRef /Size {1000 + count} /W [1 4 3] /Index [{index}1000 {count}] /Root 1 0 R /Filter /FlateDecode"
    )
    table = stream(zlib.compress(rows), names)
    return out + b"30 0 obj\n" + table + f"\nendobj\nstartxref\n{len(out)}\n%%EOF".encode()
