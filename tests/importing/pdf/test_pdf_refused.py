"""Files that are broken, locked, of another kind, scanned or meant to harm: each is refused with what to do."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from panelpapers.importing.parts import Source
from panelpapers.importing.pdf import apart
from panelpapers.importing.pdf.reading import read_here, read_pdf
from panelpapers.importing.unreadable import Unreadable
from tests.importing.pdf.drawing import assembled, drawn

FINE = drawn("50 100 11 Words")
DEFLATED = b"/Filter/FlateDecode"
REFUSED = {
    "empty": (b"", "it is empty."),
    "letter": (b"Dear all, here are the papers.", "it is no PDF, whatever its name says."),
    "cut": (FINE[:400], "it is damaged."),
    "blank": (drawn(""), "it holds no text."),
    "no pages": (assembled([]), "it is damaged."),
    "scanned": (drawn("picture", "picture"), "it holds no text: its pages are pictures."),
    "torn": (FINE.replace(b"stream\n", b"stream\n\xff\xff"), "it holds no text."),
    "long": (assembled([(b"", b"")] * 3001), "it has more than 3,000 pages."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    content, wrong = REFUSED[name]
    path = tmp_path / "papers.pdf"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        read_here(path)
    assert str(refused.value).startswith(f"papers.pdf: {wrong} ")


def test_a_locked_file_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"it is locked by a password\. Open it with its password"):
        read_here(Path(__file__).parents[2] / "cases/importing/locked.pdf")


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="it cannot be opened"):
        read_here(tmp_path / "papers.pdf")


def test_a_page_with_more_signs_than_a_page_can_hold_is_told(tmp_path: Path) -> None:
    path = tmp_path / "papers.pdf"
    many = b"BT /F 1 Tf 10 10 Td " + b"(aaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 8001 + b"ET"
    path.write_bytes(assembled([(DEFLATED, zlib.compress(many)), (b"", b"BT /F 11 Tf 50 700 Td (Words) Tj ET")]))
    source = read_here(path)
    assert [part.text for part in source.parts] == ["Words"]
    assert [(held.words, held.page) for held in source.withheld] == [(0, 1)]


def greedy(path: Path) -> Source:
    return Source(path.name * 1_000_000_000, ())


def broken(path: Path) -> Source:
    raise SystemExit(path.name)


@pytest.mark.parametrize("reader", [greedy, broken], ids=lambda reader: reader.__name__)
def test_a_file_that_breaks_its_reader_ends_a_process_of_its_own(reader: apart.Reader) -> None:
    with pytest.raises(Unreadable, match=r"papers\.pdf: reading it takes more time or memory .* Open it in a PDF"):
        apart.read_apart(reader, Path("papers.pdf"))


def test_what_is_read_or_refused_apart_is_said_here(tmp_path: Path) -> None:
    path = tmp_path / "papers.pdf"
    with pytest.raises(Unreadable, match=r"papers\.pdf: it cannot be opened"):
        read_pdf(path)
    path.write_bytes(FINE)
    assert read_pdf(path) == read_here(path)
