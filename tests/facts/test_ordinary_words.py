"""Which words in capitals are ordinary English, and which are short forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.facts.short_forms import ordinary, ordinary_in_capitals

CASES = Path(__file__).parents[1] / "cases" / "words-in-capitals.txt"
MINUTED, SHORT_FORMS = (part.partition("\n")[2].split() for part in CASES.read_text(encoding="utf-8").split("\n\n"))


@pytest.mark.parametrize("word", MINUTED)
def test_a_word_that_minutes_write_in_capitals_is_no_short_form(word: str) -> None:
    assert ordinary_in_capitals(word, f"The Panel {word} it.")


@pytest.mark.parametrize("short", SHORT_FORMS)
def test_a_short_form_is_none_though_it_can_be_said(short: str) -> None:
    assert not ordinary_in_capitals(short, f"The {short} reported.")


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("TO", "RESOLVED TO NOTE the report", True),
        ("OF", "MINUTES OF the meeting", True),
        ("CO", "Members were CO-OPTED.", True),
        ("IT", "the IT system", False),
        ("US", "the US Embassy", False),
        ("HR", "HR NOTED this", False),  # no word, whatever stands beside it
        ("IT", "the IT of the PCC", False),
        ("IT", "This was RESOLVED. IT systems are old.", False),
        ("TO", "TO NOTE", True),
        ("IT", "IT", False),
    ],
)
def test_two_letters_need_other_capitals_beside_them(word: str, text: str, expected: bool) -> None:
    assert ordinary_in_capitals(word, text) is expected


@pytest.mark.parametrize("word", ["Resolved", "NOTEd", "NOTE2", "ÉTAT"])
def test_capitals_alone_are_letters_alone(word: str) -> None:
    assert not ordinary_in_capitals(word, word)


def test_a_word_counts_in_any_form_that_it_has() -> None:
    assert all(map(ordinary, ("note", "notes", "noted", "noting", "committed", "carries", "quickly")))
    assert ordinary("paces")
    assert not ordinary("pace")
