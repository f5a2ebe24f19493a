"""Plain text: paragraphs by blank lines, numbers and width, tables by tabs, headings in capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.importing.parts import Source
from panelpapers.importing.plain import read_text
from panelpapers.importing.unreadable import Unreadable
from tests.importing.word.making import lines

WIDE = "The Chair welcomed members and those who were watching online, and thanked the officers"


def read(folder: Path, text: str | bytes) -> Source:
    path = folder / "pack.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_text(path)


CASES = {
    "paragraphs by blank lines": ("One.\n\nTwo.\r\n\r\n\r\nThree.", ["p One.", "p Two.", "p Three."]),
    "lines that did not fit are one paragraph, short ones are not": (
        f"{WIDE}\nfor their work in the year.\nCllr Ash (Chair)\nCllr Birch\n",
        [f"p {WIDE} for their work in the year.", "p Cllr Ash (Chair)", "p Cllr Birch"],
    ),
    "paragraphs by numbers": (
        f"1. {WIDE}.\n2. Noted.\n(a) first\n2.1\tsecond",
        [f"e 1. {WIDE}.", "e 2. Noted.", "e (a) first", "e 2.1 second"],
    ),
    "a year at the start of a line is no number": (
        f"{WIDE} in\n2024. It was noted.",
        [f"p {WIDE} in 2024. It was noted."],
    ),
    "lines as long as lines are broken": ("x" * 120 + "\nY", ["p " + "x" * 120 + " Y"]),
    "lines that nobody broke": ("x" * 121 + "\nY", ["p " + "x" * 121, "p Y"]),
    "headings in capitals": (
        "APOLOGIES\n901 NOTICE OF RECORDING\nA\n2025",
        ["h APOLOGIES", "h 901 NOTICE OF RECORDING", "p A", "p 2025"],
    ),
    "signs of Markdown": (
        "## Minutes\n**MINUTES OF\nTHE PANEL**\n----\n- i. Agreed.\n- Noted **well**.\nSee [the page](http://x.example).",
        ["h Minutes", "h MINUTES OF THE PANEL", "e i. Agreed.", "e Noted well.", "p See the page."],
    ),
    "a paragraph that a page has cut": (
        f"{WIDE}\n\nfor their work.\n\nvacant",
        [f"p {WIDE} for their work.", "p vacant"],
    ),
    "tabs are a table": ("Name\tRole\nAsh\tChair\n\tBirch\n", ["t Name\tRole / Ash\tChair / Birch"]),
    "a table on two pages": (
        "Name\tRole\nAsh\tChair\n\nName\tRole\nBirch\tClerk",
        ["t Name\tRole / Ash\tChair / Birch\tClerk"],
    ),
    "a list set out by tabs is none": ("\t(a)\tnote\n\t(b)\tagree", ["e (a) note", "e (b) agree"]),
    "one line with tabs is none": ("AYES:\tAsh, Birch", ["p AYES: Ash, Birch"]),
}


@pytest.mark.parametrize("case", CASES)
def test_lines_become_parts(case: str, tmp_path: Path) -> None:
    text, wanted = CASES[case]
    found = read(tmp_path, text).parts
    assert [f"{part.kind[0]} {' / '.join(lines((part,)))}" for part in found] == wanted


@pytest.mark.parametrize("way", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_any_system(way: str, tmp_path: Path) -> None:
    assert lines(read(tmp_path, "Réunion – 5 €".encode(way)).parts) == ["Réunion – 5 €"]


def test_pages_where_the_file_has_them(tmp_path: Path) -> None:
    assert [part.page for part in read(tmp_path, "One.\n\fTwo.\nThree.\n\n\f\fFour.").parts] == [1, 2, 2, 4]
    assert [part.page for part in read(tmp_path, "One.").parts] == [None]


REFUSED = {
    "nothing": (b"", "It holds no text"),
    "blanks": (b" \n\n----\n", "It holds no text"),
    "a PDF": (b"%PDF-1.7\n", "It is not plain text"),
    "a Word file": (b"PK\x03\x04\x14", "It is not plain text"),
    "rich text": (b"{\\rtf1 Hello}", "It is not plain text"),
    "a picture": (b"\x89PNG\0\0\0", "It is not plain text"),
    "too much": (b"x" * 5_000_001, "more text than any meeting has"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_text_is_refused(case: str, tmp_path: Path) -> None:
    data, wrong = REFUSED[case]
    with pytest.raises(Unreadable, match=rf"pack\.txt: .*{wrong}.*\. \w.*\."):
        read(tmp_path, data)
