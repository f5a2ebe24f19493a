from __future__ import annotations

import pytest

from panelpapers.facts.series import follows, roman
from panelpapers.facts.spoken import spoken_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("See paragraph 28.", ["paragraph 28"]),
        ("Paragraphs 104 to 110, and paragraph 6.1", ["paragraph 104", "paragraph 110", "paragraph 6.1"]),
        ("Commitments 222, 225 and 227", ["commitment 222", "commitment 225", "commitment 227"]),
        ("the table prints action ref 2269", ["commitment 2269"]),
        ("minute 921 (v) and minute 922", ["minute 921 (v)", "minute 922"]),
        ("resolution iv of minute 921", ["minute 921", "minute 921 (iv)"]),
        ("item 9 of the agenda", ["item 9"]),
        ("Appendix 2 and Annex Two, and Appendix B", ["Appendix 2", "Annex Two", "Appendix B"]),
        ("Annex 6 of the Director's Guidance; Annex 6 is on the agenda", []),
        ("paragraph 12 of the Act, and paragraph 3 of Schedule 12A", []),
        ("recommendation iv", ["recommendation iv"]),
        ("Figure 3 shows that items fell by 4%", ["figure 3"]),
        ("a commitment to 12 people", []),
        ("minute 23/22, minute 25A/22 and minute 33A (a)", ["minute 23/22", "minute 25A/22", "minute 33A (a)"]),
        ("minute 19-20/FRA/15 and minute 8 a)", ["minute 19-20/FRA/15", "minute 8 (a)"]),
        ("items 8 a), 9 and CC-1", ["item 8 a)", "item 9", "item CC-1"]),
        ("item 8 (b) and item 8c; items 3-5", ["item 8 (b)", "item 8c", "item 3", "item 5"]),
        ("Under item 8 a member asked. Item 9. Then all left.", ["item 8", "item 9"]),
        (
            "resolution (a) of minute 33 and resolution 7.1.1 of minute 7.1",
            ["minute 33", "minute 7.1", "minute 33 (a)", "minute 7.1 (7.1.1)"],
        ),
    ],
)
def test_what_a_text_speaks_of(text: str, names: list[str]) -> None:
    assert [spoken.name for spoken in spoken_of(text)] == names


@pytest.mark.parametrize(("numeral", "number"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40)])
def test_roman_numbers(numeral: str, number: int) -> None:
    assert roman(numeral) == number


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("27", "28"), ("4.6", "4.7"), ("4.6", "5.1"), ("4", "4.1"), ("4.9", "5"), ("i", "ii"), ("h", "i"), ("iii", "iv"),
     ("4.6", "4.6.1"), ("9.1", "10.1"), ("iv", "v"), ("u", "v"), ("?", "7")],
)  # fmt: skip
def test_numbers_that_follow(earlier: str, later: str) -> None:
    assert follows(earlier, later)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("27", "29"), ("27", "27"), ("28", "27"), ("4.6", "4.8"), ("4.6", "5.2"), ("4.6", "6.1"), ("i", "iii"),
     ("4.6", "4")],
)  # fmt: skip
def test_numbers_that_do_not_follow(earlier: str, later: str) -> None:
    assert not follows(earlier, later)
