"""Letters of another alphabet that look like ours: told where they stand, and no word of another language is."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from panelpapers.reading.folder import read_file
from panelpapers.records.alphabets import _PAIRS, look_alikes
from panelpapers.records.meeting import Matter
from tests.rules.packs import problems_with

AGENDA = "meetings/2026-01-05/agenda.yml"


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("The P\u043elice report", "P\u043elice", "Police"),
        ("The \u0440aper", "\u0440aper", "paper"),
        ("\u0421\u043e\u0440\u0443 of the report", "\u0421\u043e\u0440\u0443", "Copy"),
        ("\u0391thens", "\u0391thens", "Athens"),
        ("R\u0435port caf\u00e9", "R\u0435port", "Report"),
        ("\U0001d401\U0001d428\U0001d425\U0001d41d words", "\U0001d401\U0001d428\U0001d425\U0001d41d", "Bold"),
        ("\uff26\uff55\uff4c\uff4c", "\uff26\uff55\uff4c\uff4c", "Full"),
        ("The \ufb01gures", "\ufb01gures", "figures"),
        ("Pa\u043fer", "Pa\u043fer", "Pa\u043fer"),
        ("\u13dfrime", "\u13dfrime", "Crime"),
        ("n\u0585te", "n\u0585te", "note"),
    ],
)
def test_told(text: str, word: str, plain: str) -> None:
    (found,) = look_alikes(text)
    assert (found.word, found.plain, found.start) == (word, plain, text.index(word))


@pytest.mark.parametrize(
    "text",
    [
        "An ordinary title", "Caf\u00e9, na\u00efve, \u0141\u00f3d\u017a, Yıldız, Stra\u00dfe, \u00c6r\u00f8",
        "10 \u03bcg/m\u00b3 of NO\u2082", "\u03b2-blockers", "Spearman's \u03c1 is 0.5", "25 \u2113 a day", "1\u00aa",
        "\u0425\u043e\u0440 \u0438\u043c\u0435\u043d\u0438", "\u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1",
        "T\u30b7\u30e3\u30c4",
        "Commissioner (\u0443\u043f\u043e\u043b\u043d\u043e\u043c\u043e\u0447\u0435\u043d\u043d\u044b\u0439)",
    ],
)  # fmt: skip
def test_left_alone(text: str) -> None:
    assert list(look_alikes(text)) == []


def test_each_pair_is_a_letter_and_one_of_ours() -> None:
    for odd, plain in ((odd, plain) for odds, plains in _PAIRS for odd, plain in zip(odds, plains, strict=True)):
        assert plain.isascii()
        assert plain.isalpha()
        assert not odd.isascii()
        assert unicodedata.category(odd)[0] == "L"


def test_a_word_is_told_where_it_stands_with_the_line_to_try(tmp_path: Path) -> None:
    text = "items:\n  - number: 9\n    title: The w\u043erk programme\n"
    (problem,) = [one for one in problems_with({AGENDA: text}, tmp_path) if one.code == "look-alike"]
    assert problem.severity == "warning"
    assert (problem.place.line, problem.place.column, problem.width) == (3, 16, 4)
    assert problem.suggestion == "    title: The work programme"
    assert "Cyrillic (U+043E)" in problem.message


def test_an_id_says_which_letter_it_is(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text("id: cr\u0456me\ntitle: Crime\n", encoding="utf-8")
    _, (problem,) = read_file(tmp_path / "one.yml", Matter)
    assert problem.code == "id-form"
    assert 'The letter "\u0456" in "cr\u0456me" is Cyrillic (U+0456)' in problem.fix
    assert problem.suggestion == "id: crime"
