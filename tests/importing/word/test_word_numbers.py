"""Numbers that Word counts and that stand in no text: what a reader sees before each paragraph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panelpapers.importing.word.numerals import letter, ordinal, ordinal_in_words, roman, written
from tests.importing.word.making import lvl, num, numbered, p, read, tbl, tc

LEGAL = lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2") + lvl(2, "lowerLetter", "(%3)")
OVER_0 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'

CASES = {
    "levels begin again under the one above": (
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)],
        (LEGAL, num(1)),
        ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1"],
    ),
    "two lists of one pattern count on": ([(1, 0), (2, 0), (1, 0)], (LEGAL, num(1) + num(2)), ["1.", "2.", "3."]),
    "a list that starts anew does so once": (
        [(1, 0), (1, 1), (2, 0), (2, 0), (2, 1), (1, 0)],
        (LEGAL, num(1) + num(2, OVER_0.format(1))),
        ["1.", "1.1", "1.", "2.", "2.1", "3."],
    ),
    "a list starts at another number": ([(2, 0), (2, 0)], (LEGAL, num(2, OVER_0.format(901))), ["901.", "902."]),
    "a list writes a level in its own way": (
        [(2, 0), (2, 1), (1, 0)],
        (
            LEGAL,
            num(1) + num(2, f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperLetter", "%1-", start=4)}</w:lvlOverride>'),
        ),
        ["D-", "D.1", "5."],
    ),
    "a level that starts at 0, and a level with no start": (
        [(1, 0), (1, 0), (1, 1)],
        (lvl(0, "decimal", "%1", start=0) + lvl(1, "decimal", "%1/%2").replace('<w:start w:val="1"/>', ""), num(1)),
        ["0", "1", "1/0"],
    ),
    "a level that never begins again": (
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        (lvl(0, "upperRoman", "Part %1") + lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'), num(1)),
        ["Part I", "1.", "Part II", "2."],
    ),
    "a level that begins again only after the first": (
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
        (
            lvl(0, "decimal", "%1")
            + lvl(1, "decimal", "%1.%2")
            + lvl(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'),
            num(1),
        ),
        ["1", "1.1", "1)", "1.2", "2)", "2", "2.1", "1)"],
    ),
    "letters above, figures below": (
        [(1, 0), (1, 1)],
        (lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>"), num(1)),
        ["I.", "1.1"],
    ),
    "a level without the one above": ([(1, 1), (1, 1)], (LEGAL, num(1)), ["1.1", "1.2"]),
    "words and signs round a number": (
        [(1, 0), (1, 1)],
        (lvl(0, "decimal", "Minute %1:") + lvl(1, "lowerRoman", "%1 (%2)"), num(1)),
        ["Minute 1:", "1 (i)"],
    ),
    "bullets, of every kind, are no numbers": (
        [(1, 0), (1, 1)],
        (lvl(0, "bullet", "\uf0b7") + lvl(1, "decimal", "–"), num(1)),
        ["", ""],
    ),
    "no number, but it counts": (
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        (lvl(0, "none", "") + lvl(1, "decimal", "%1%2."), num(1)),
        ["", "1.", "", "1."],
    ),
    "no number is taken from a level that is deeper": (
        [(1, 0)],
        (lvl(0, "decimal", "%1.%2"), num(1)),
        ["1."],
    ),
    "zeros before": (
        [(1, 0), (1, 1)],
        (
            lvl(0, "decimalZero", "%1")
            + lvl(1, "custom", "%2").replace('w:val="custom"', 'w:val="custom" w:format="001, 002, 003, ..."'),
            num(1),
        ),
        ["01", "001"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_numbers_are_those_that_a_reader_sees(case: str, tmp_path: Path) -> None:
    numbers, (levels, lists), wanted = CASES[case]
    body, numbering = numbered(numbers, levels, lists)
    source = read(tmp_path, body, numbering=numbering)
    assert [part.number for part in source.parts] == wanted
    assert [part.level for part in source.parts] == [level for _, level in numbers]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Item"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="SubSub"><w:name w:val="SubSub"/><w:basedOn w:val="Sub"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:basedOn w:val="Item"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring2"><w:name w:val="Ring2"/><w:basedOn w:val="Ring"/></w:style>'
    '<w:style w:type="numbering" w:styleId="Linked"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="Round"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
)
BY_STYLE = (
    lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>') + lvl(2, "lowerLetter", "%3)")
)
LINKS = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Linked"/></w:abstractNum>'
LINKS += '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Round"/></w:abstractNum>'
LINKED = (
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
)

BY_STYLES = [
    ("Item", "", "1."),
    ("Sub", "", "1.1"),
    ("SubSub", "", "1.2"),  # the level that its list names for the style that it is based on
    ("Deep", "", "a)"),
    ("Item", '<w:numPr><w:numId w:val="0"/></w:numPr>', ""),  # taken out of the list
    ("Item", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "1.3"),
    ("", '<w:numPr><w:numId w:val="2"/></w:numPr>', "2."),  # by a link, it counts with the others
    ("", '<w:numPr><w:numId w:val="9"/></w:numPr>', ""),  # a link that leads to itself
    ("", '<w:numPr><w:numId w:val="77"/></w:numPr>', ""),  # a list that is not there
    ("", '<w:numPr><w:numId w:val="no"/></w:numPr>', ""),
    ("Ring", "", ""),
    ("Nowhere", "", ""),
]


def test_styles_number_through_all_that_they_are_based_on(tmp_path: Path) -> None:
    body = "".join(p("x", f'<w:pStyle w:val="{style}"/>{more}') for style, more, _ in BY_STYLES)
    numbering = f'<w:abstractNum w:abstractNumId="7">{BY_STYLE}</w:abstractNum>{LINKS}{num(1)}{LINKED}'
    source = read(tmp_path, body, styles=STYLES, numbering=numbering)
    assert [part.number for part in source.parts] == [number for *_, number in BY_STYLES]


def test_what_nobody_sees_is_not_counted_but_an_empty_number_is_seen(tmp_path: Path) -> None:
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    row = tbl(tc(p(properties=item)) + tc("Apologies"), tc(p(properties=item)) + tc("Minutes"))
    body = row + p("gone", f"{item}<w:rPr><w:vanish/></w:rPr>", "<w:vanish/>") + p("", item) + p("Last", item)
    source = read(tmp_path, body, numbering=f'<w:abstractNum w:abstractNumId="7">{LEGAL}</w:abstractNum>{num(1)}')
    assert [cell.text for cell in source.parts[0].cells] == ["1.", "Apologies", "2.", "Minutes"]
    assert [part.printed for part in source.parts[1:]] == ["3.", "4. Last"]


WRITTEN = [
    ("decimal", 901, "901"),
    ("lowerLetter", 26, "z"),
    ("lowerLetter", 27, "aa"),
    ("upperLetter", 53, "AAA"),
    ("upperLetter", 780, "Z" * 30),
    ("upperLetter", 781, "781"),
    ("lowerRoman", 4, "iv"),
    ("upperRoman", 1994, "MCMXCIV"),
    ("upperRoman", 4000, "4000"),
    ("ordinal", 1, "1st"),
    ("ordinal", 12, "12th"),
    ("ordinal", 122, "122nd"),
    ("ordinal", 113, "113th"),
    ("cardinalText", 7, "Seven"),
    ("cardinalText", 45, "Forty-five"),
    ("cardinalText", 100, "100"),
    ("ordinalText", 3, "Third"),
    ("ordinalText", 12, "Twelfth"),
    ("ordinalText", 20, "Twentieth"),
    ("ordinalText", 21, "Twenty-first"),
    ("ordinalText", 15, "Fifteenth"),
    ("ordinalText", 100, "100th"),
    ("decimalZero", 9, "09"),
    ("decimalZero", 10, "10"),
    ("hex", 26, "1A"),
    ("chicago", 6, "††"),
    ("numberInDash", 3, "- 3 -"),
    ("decimalEnclosedCircle", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "21"),
    ("ideographDigital", 5, "5"),
]


@pytest.mark.parametrize(("way", "number", "text"), WRITTEN)
def test_each_way_of_writing(way: str, number: int, text: str) -> None:
    assert written(number, way) == text


@given(st.integers(1, 3999))
def test_roman_numerals_add_up(number: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    signs = [values[sign] for sign in roman(number)]
    assert (
        sum(-one if any(one < other for other in signs[at + 1 : at + 2]) else one for at, one in enumerate(signs))
        == number
    )
    assert not re.search(r"(.)\1{3}|([vld])\2", roman(number))


@given(st.integers(1, 500))
def test_letters_are_one_letter_said_again_and_none_comes_twice(number: int) -> None:
    text = letter(number)
    assert (len(set(text)), (len(text) - 1) * 26 + ord(text[0]) - ord("a") + 1) == (1, number)


@given(st.integers(1, 99))
def test_ordinals_in_words_end_as_those_in_figures(number: int) -> None:
    assert ordinal_in_words(number)[-2:] == ordinal(number)[-2:]
    assert ordinal_in_words(number)[0].isupper()
