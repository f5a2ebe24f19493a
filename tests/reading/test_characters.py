"""Which characters are told, held against all that Unicode has."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from panelpapers.reading.characters import MOST_LINES, UNSEEN, mend_characters, odd_name

EVERY = [chr(code) for code in range(0x80, sys.maxunicode + 1)]
SEEN_ALL_THE_SAME = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
"""Format characters that are drawn: signs over numbers."""


def told(character: str) -> set[str]:
    return {problem.code for problem in mend_characters(f"title: A{character}note", "a.yml")[1]}


def test_whatever_unicode_calls_format_or_control_is_told() -> None:
    unseen = re.compile(f"[{UNSEEN}]")
    formats = [one for one in EVERY if unicodedata.category(one) == "Cf" and not SEEN_ALL_THE_SAME.match(one)]
    assert [hex(ord(one)) for one in formats if not unseen.match(one)] == []
    for one in formats[:40] + [one for one in EVERY if unicodedata.category(one) in ("Cc", "Zl", "Zp")]:
        assert told(one) & {"invisible-character", "control-character"}, hex(ord(one))


def test_whatever_unicode_calls_a_space_is_told() -> None:
    for one in EVERY:
        if unicodedata.category(one) == "Zs":
            assert told(one) == {"odd-space"}


def test_selectors_and_fillers_are_told() -> None:
    names = (
        "VARIATION SELECTOR",
        "HANGUL FILLER",
        "COMBINING GRAPHEME JOINER",
        "MONGOLIAN FREE VARIATION",
        "TAG LATIN",
    )
    found = [one for one in EVERY if any(name in unicodedata.name(one, "") for name in names)]
    found = [one for one in found if unicodedata.category(one) != "So"]
    assert len(found) > 300
    for one in found:
        assert told(one) == {"invisible-character"}, unicodedata.name(one)


def test_letters_and_signs_of_every_script_are_left_alone() -> None:
    kinds = ("Lu", "Ll", "Nd", "Sc", "Sm", "Pd", "Po")
    for one in EVERY[::7]:
        if unicodedata.category(one) in kinds:
            assert told(one) == set(), hex(ord(one))


def test_the_mended_line_holds_none_of_them() -> None:
    typed = "title: A" + "".join(EVERY[: 0x2100 - 0x80]) + "\U000e0041\ufe0f\ue000"
    mended, problems = mend_characters(typed, "a.yml")
    assert problems
    assert mend_characters(mended, "a.yml")[1] == []


def test_names_of_files_may_be_in_any_script() -> None:
    for name in ("agenda.yml", "Übersicht 1.pdf", "\u4f1a\u8b70.pdf", "\u2764\ufe0f.png"):
        assert odd_name(name, name) is None


@pytest.mark.parametrize("more", [0, 1])
def test_so_many_lines_are_told_and_mended_and_then_one_problem_for_the_others(more: int) -> None:
    mended, problems = mend_characters("a\u200bb\u00a0c\n" * (MOST_LINES + more), "list.txt")
    assert mended == "ab c\n" * MOST_LINES + "a\u200bb\u00a0c\n" * more
    assert len(problems) == 2 * MOST_LINES + more
    assert [(problem.code, problem.place.line) for problem in problems[2 * MOST_LINES :]] == [
        ("more-problems", MOST_LINES + 1)
    ] * more
