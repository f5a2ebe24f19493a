"""Files that are broken, locked, of another kind or meant to harm: each is refused with what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from panelpapers.importing.unreadable import Unreadable
from panelpapers.importing.word import package, read_word
from tests.importing.word.making import USUAL, leads, lines, members, p, packed, read, tbl, tc

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FINE = members(p("Hello"))
ENTITY = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {n} "{f"&{o};" * 10}">' for o, n in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def archive(**changed: str | None) -> bytes:
    """A Word file with some of its files changed or (None) missing."""
    files = FINE | {"word/document.xml": FINE["word/document.xml"]}
    for name, content in changed.items():
        path = {"main": "word/document.xml", "leads": "_rels/.rels"}[name]
        files = {key: value for key, value in files.items() if key != path} | (
            {} if content is None else {path: content}
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in files.items():
            into.writestr(name, text)
    return made.getvalue()


def of_other_kind(member: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        into.writestr(member, "<x/>")
    return made.getvalue()


def locked() -> bytes:
    data = bytearray(archive())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        data[at + place] |= 1
    return bytes(data)


def packed_wrongly() -> bytes:
    data = archive()
    at = data.find(b"word/document.xml") + len("word/document.xml")
    return data[:at] + b"\xff" * 40 + data[at + 40 :]


def with_entities(start: str, name: str) -> str:
    main = FINE["word/document.xml"]
    return start + main.replace("Hello", f"&{name};")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "The file is empty. Ask for it again."),
    "a PDF": (lambda: b"%PDF-1.7\n", "It is a PDF with the name of a Word file."),
    "an old Word file": (
        lambda: OLD + "WordDocument".encode("utf-16-le"),
        "It has the form that Word had before 2007 (.doc)",
    ),
    "locked by Word": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "It is locked with a password."),
    "locked as an archive": (locked, "The file is locked with a password."),
    "rich text": (lambda: b"{\\rtf1 Hello}", "It is rich text (RTF)"),
    "a web page": (lambda: b"\xef\xbb\xbf <!DOCTYPE html><html>", "It is a web page"),
    "plain text": (lambda: b"Hello", "It is not a Word file."),
    "a spreadsheet": (lambda: of_other_kind("xl/workbook.xml"), "It is no Word file but a spreadsheet."),
    "slides": (lambda: of_other_kind("ppt/presentation.xml"), "It is no Word file but a presentation."),
    "OpenDocument": (lambda: of_other_kind("content.xml"), "It is no Word file but OpenDocument."),
    "any archive": (lambda: of_other_kind("a.txt"), "It is no Word file but an archive without a document."),
    "half a file": (lambda: archive()[:-30], "The file is broken: it cannot be unpacked."),
    "no main part": (lambda: archive(main=None), "an archive without a document"),
    "broken XML": (lambda: archive(main="<w:document><w:body>"), 'its part "word/document.xml" is not well-formed'),
    "nothing in the main part": (lambda: archive(main=""), 'its part "word/document.xml" is not well-formed'),
    "a part packed wrongly": (packed_wrongly, "cannot be unpacked."),
    "an entity from outside": (
        lambda: archive(main=with_entities(ENTITY, "e")),
        "has a document type",
    ),
    "entities upon entities": (
        lambda: archive(main=with_entities(LAUGHS, "i")),
        "is not well-formed",
    ),
    "no words": (lambda: archive(main=members(p())["word/document.xml"]), "It holds no text."),
    "too deep": (
        lambda: archive(main=members("<w:sdt>" * 3000 + "</w:sdt>" * 3000)["word/document.xml"]),
        "is not well-formed",
    ),
    "a bomb": (lambda: archive(main=" " * 50_000_000), "unpacks to more than can be looked through."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_says_so_and_what_to_do(case: str, tmp_path: Path) -> None:
    make, wrong = REFUSED[case]
    path = tmp_path / "pack.docx"
    path.write_bytes(make())
    with pytest.raises(Unreadable) as refused:
        read_word(path)
    text = str(refused.value)
    assert text.startswith("pack.docx: ")
    assert wrong in text
    assert len(text.split(". ")) > 1, "what to do is missing"
    assert "passwd" not in text


def test_a_file_may_be_as_large_as_its_pictures_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "pack.docx", FINE)
    monkeypatch.setattr(package, "_MOST_BYTES", path.stat().st_size)
    assert lines(read_word(path).parts) == ["Hello"]
    monkeypatch.setattr(package, "_MOST_BYTES", path.stat().st_size - 1)
    with pytest.raises(Unreadable, match="It has more than"):
        read_word(path)


def test_pictures_of_any_size_are_not_unpacked(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "pack.docx",
        {name: text.encode() for name, text in FINE.items()} | {"word/media/a.png": bytes(range(256)) * 8_000},
    )
    assert lines(read_word(path).parts) == ["Hello"]


@pytest.mark.parametrize(
    ("kind", "told"), [("vbaProject", "macros"), ("chart", "a chart"), ("aFChunk", "another file")]
)
def test_what_else_is_in_a_file_is_told_and_the_text_is_read(kind: str, told: str, tmp_path: Path) -> None:
    files = FINE | {"word/_rels/document.xml.rels": leads({"other.bin": kind}), "word/other.bin": "<secret/>"}
    source = read_word(packed(tmp_path / "pack.docm", files))
    assert lines(source.parts) == ["Hello"]
    (withheld,) = source.withheld
    assert (withheld.words, withheld.why.startswith(told)) == (0, True)


def test_what_leads_nowhere_is_passed_over(tmp_path: Path) -> None:
    files = members(
        p('<w:r><w:footnoteReference w:id="1"/></w:r>') + p("Hello", '<w:pStyle w:val="Gone"/>'),
        styles="",
        footnotes="",
    )
    for name in ("word/styles.xml", "word/footnotes.xml", "_rels/.rels"):
        del files[name]
    assert lines(read_word(packed(tmp_path / "pack.docx", files)).parts) == ["Hello"]


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    files = members(p("Hello"), styles="")
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        'Target="styles.xml"', 'Target="http://127.0.0.1:9/styles.xml" TargetMode="External"'
    )
    assert lines(read_word(packed(tmp_path / "pack.docx", files)).parts) == ["Hello"]


def test_a_strict_file_is_read_as_any(tmp_path: Path) -> None:
    strict = {
        name: text.replace(
            f"{USUAL}/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ).replace(f"{USUAL}/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        for name, text in members(
            p("Hello", '<w:pStyle w:val="T"/>'), styles='<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        ).items()
    }
    (part,) = read_word(packed(tmp_path / "pack.docx", strict)).parts
    assert (part.kind, part.text) == ("heading", "Hello")


def test_tables_within_tables_as_deep_as_a_file_can_hold(tmp_path: Path) -> None:
    body = p("deep")
    for _ in range(60):
        body = tbl(tc(body, p("x")) + tc("y"))
    assert "deep" in {leaf.text for leaf in read(tmp_path, body).leaves()}


def test_a_file_of_python_docx(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Agenda", 1)
    document.add_paragraph("Apologies", "List Number")
    document.add_paragraph("Minutes", "List Number")
    document.add_paragraph("a point", "List Bullet")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    table.cell(1, 2).text = "Last\nline"
    document.save(str(tmp_path / "pack.docx"))
    source = read_word(tmp_path / "pack.docx")
    assert lines(source.parts) == ["Agenda", "1. Apologies", "2. Minutes", "a point", "Both", "Last line"]
    assert [(cell.column, cell.columns) for cell in source.parts[-1].cells if cell.row == 0] == [(0, 2), (2, 1)]
