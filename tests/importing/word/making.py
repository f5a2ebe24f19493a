"""Word files made for a test: the XML that it is about, and nothing else that Word would add."""

from __future__ import annotations

import zipfile
from pathlib import Path

from panelpapers.importing.parts import Part, Source
from panelpapers.importing.word import read_word

USUAL = "http://schemas.openxmlformats.org"
NAMES = f'xmlns:w="{USUAL}/wordprocessingml/2006/main" xmlns:r="{USUAL}/officeDocument/2006/relationships"'
NAMES += f' xmlns:mc="{USUAL}/markup-compatibility/2006" xmlns:m="{USUAL}/officeDocument/2006/math"'
NAMES += ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
NAMES += ' xmlns:v="urn:schemas-microsoft-com:vml"'
ROOTS = {"header1": "hdr", "footer1": "ftr"}
ROOTS |= {name: name for name in ("styles", "numbering", "footnotes", "endnotes", "settings", "comments")}


def members(body: str, **parts: str) -> dict[str, str]:
    """The files within a Word file whose body holds this XML; each other part by its name."""
    made = {f"word/{name}.xml": f"<w:{ROOTS[name]} {NAMES}>{xml}</w:{ROOTS[name]}>" for name, xml in parts.items()}
    return made | {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "_rels/.rels": leads({"/word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": leads({f"{name}.xml": name.rstrip("1") for name in parts}),
    }


def leads(kinds: dict[str, str]) -> str:
    """The file that says which parts of which kinds belong to another."""
    kind = f"{USUAL}/officeDocument/2006/relationships/"
    each = (f'<Relationship Id="r{at}" Type="{kind}{kinds[path]}" Target="{path}"/>' for at, path in enumerate(kinds))
    return f'<Relationships xmlns="{USUAL}/package/2006/relationships">{"".join(each)}</Relationships>'


def packed(path: Path, files: dict[str, str] | dict[str, bytes]) -> Path:
    """Pack files into one."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def read(folder: Path, body: str, **parts: str) -> Source:
    """Read a Word file whose body holds this XML."""
    return read_word(packed(folder / "pack.docx", members(body, **parts)))


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run. A text that begins with a tag stands as it is."""
    inside = text if text.startswith("<") else f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if text else ''}</w:p>"


def tc(*paragraphs: str, properties: str = "") -> str:
    """A cell; what is no XML is the text of a paragraph."""
    inside = "".join(each if each.startswith("<") else p(each) for each in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p()}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of rows: the cells of each, as XML."""
    return f"<w:tbl>{''.join(row if row.startswith('<w:tr') else f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def lines(parts: tuple[Part, ...]) -> list[str]:
    """The lines that a reader sees: one for each paragraph, one with tabs for each row of a table."""
    found = []
    for part in parts:
        rows: dict[int, list[str]] = {}
        for cell in part.cells:
            if words := " ".join(cell.text.split()):
                rows.setdefault(cell.row, []).append(words)
        found += ["\t".join(rows[row]) for row in sorted(rows)] if part.kind == "table" else [part.printed]
    return found


def numbered(numbers: list[tuple[int, int]], levels: str, lists: str) -> tuple[str, str]:
    """Paragraphs of lists, each by list and level; and the numbering of one pattern with levels and lists."""
    body = "".join(
        p("x", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        for number, level in numbers
    )
    return body, f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{lists}'


def lvl(level: int, way: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    starts = f'<w:start w:val="{start}"/><w:numFmt w:val="{way}"/>'
    return f'<w:lvl w:ilvl="{level}">{starts}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def num(number: int, more: str = "") -> str:
    """A list of the pattern."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{more}</w:num>'
