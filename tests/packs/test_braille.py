"""A page in braille: its words in their order, as liblouis reads them back, on pages of 40 cells by 25 lines."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from panelpapers.packs.braille import braille
from panelpapers.packs.finished import read_page
from panelpapers.packs.lacking import lacking
from panelpapers.packs.passages import passages
from panelpapers.pages.packs import NotKept
from tests.packs.reading_packs import BY_HAND, site_of

with_liblouis = pytest.mark.skipif(bool(lacking("braille")), reason=lacking("braille"))


def pages_of(folder: Path, main: str = BY_HAND) -> list[list[str]]:
    written = braille(read_page(*site_of(folder, main))).decode("ascii")
    return [page.removesuffix("\r\n").split("\r\n") for page in written.split("\f")[:-1]]


def read_back(pages: list[list[str]]) -> str:
    given = "".join(" ".join(line.strip() for line in page[1:]) + "\n" for page in pages)
    run = ["lou_translate", "--backward", "en-us-brf.dis,en-ueb-g2.ctb"]
    return subprocess.run(run, input=given, capture_output=True, text=True, check=True).stdout


@with_liblouis
def test_the_first_lines_are_as_they_are_written_by_hand(tmp_path: Path) -> None:
    main = """<main><h1>The people</h1><p>It was about 5 people.</p><ol><li>Go</li></ol>
    <h2>Like this</h2><p>See <span lang="cy">the Ffordd</span> &amp; the bus.</p></main>"""
    (page,) = pages_of(tmp_path, main)
    assert page[0] == "#A".rjust(40)
    assert [line.rstrip() for line in page[5:]] == [
        "                  ,! P",
        "  ,X 0 AB #E P4",
        "#A4 ,G",
        "",
        "    ,L ?",
        "  ,SEE THE ,FFORDD @& ! BUS4",
    ]


@with_liblouis
def test_pages_have_25_lines_of_40_cells_and_end_with_no_heading(tmp_path: Path) -> None:
    pages = pages_of(tmp_path)
    assert len(pages) == 8
    assert max(len(page) for page in pages) == 25
    assert max(len(line) for page in pages for line in page) <= 40
    assert [page[0].strip() for page in pages[:3]] == ["#A", "#B", "#C"]
    assert not [page for page in pages if page[-1].strip() in ("", ",AG5DA", ",M9UTES", ",ITEM #A3 ,APOLOGIES")]


@with_liblouis
def test_no_word_of_a_very_long_sentence_is_lost(tmp_path: Path) -> None:
    main = f"<main><p>{'far ' * 1500}end</p></main>"
    told = read_back(pages_of(tmp_path, main))
    assert told.split()[-1501:] == ["far"] * 1500 + ["end"]


@with_liblouis
def test_each_word_can_be_read_back_in_its_order(tmp_path: Path) -> None:
    told = read_back(pages_of(tmp_path))
    expected = " ".join(passage.text for passage in passages(read_page(*site_of(tmp_path / "again")).main))
    assert re.sub(r"\W", "", told).endswith(re.sub(r"\W", "", expected))


def test_passages_have_each_word_of_the_page(tmp_path: Path) -> None:
    read = passages(read_page(*site_of(tmp_path)).main)
    assert [(passage.kind, passage.depth, passage.text) for passage in read[:14]] == [
        ("heading", 1, "Whole meeting of 5 January 2027"),
        ("text", 0, "All of the meeting, and its minutes."),
        ("heading", 2, "Agenda"),
        ("heading", 3, "Item 1: Apologies"),
        ("text", 1, "Two came late & one left."),
        ("term", 2, "About when"),
        ("definition", 2, "2pm"),
        ("term", 2, "Asked"),
        ("definition", 2, "note"),
        ("definition", 2, "agree"),
        ("entry", 1, "1. First step"),
        ("entry", 1, "2. Second step"),
        ("entry", 1, "Roads"),
        ("entry", 2, "Kerbs"),
    ]
    rows = [passage.text for passage in read if passage.kind == "row"]
    assert (rows[0], rows[-1]) == ("Year; Visits", "1993; 93")
    assert [passage.text for passage in read if "94" in passage.text] == ["Visits rose to 94."]
    assert [words for passage in read for words in passage.words if words[1]] == [("", "cy"), ("Ffyrdd", "cy")]


def test_a_page_in_another_language_is_not_written_in_english_braille(tmp_path: Path) -> None:
    site, address = site_of(tmp_path)
    file = site / address / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace('lang="en-GB"', 'lang="cy"'), encoding="utf-8")
    with pytest.raises(NotKept, match="in English only, and this one is in cy"):
        braille(read_page(site, address))
