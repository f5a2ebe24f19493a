"""Long texts become HTML of a named subset, and nothing else gets through."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from panelpapers.pages.passage import as_library_says, passage, passage_as_text, passage_of_value
from tests.river_valley import river_valley, site_of


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*so* and **so**", "<p><em>so</em> and <strong>so</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("[text](https://example.org/)", '<p><a href="https://example.org/">text</a></p>'),
        ("[text](/meetings/#past)", '<p><a href="../meetings/#past">text</a></p>'),
    ],
)
def test_what_is_allowed(typed: str, html: str) -> None:
    assert passage(typed, "indicators/") == html


@given(
    some.lists(
        some.text(some.one_of(some.sampled_from("aZ1 -.,:;()'£€‘“’–#=?{}^~@/%"), some.characters(codec="utf-8"))),
        min_size=1,
        max_size=3,
    ).map("\n\n".join)
)
def test_a_plain_text_is_what_the_library_makes_of_it(typed: str) -> None:
    assert passage(typed, "indicators/") == as_library_says(typed)


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("One.", "One."),
        ("One.\n\nTwo.", "One.<p>Two.</p>"),
        ("[text](/meetings/)", '<a href="../meetings/">text</a>'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ],
)
def test_a_value_in_a_description_list_begins_with_its_text(typed: str, html: str) -> None:
    assert passage_of_value(typed, "indicators/") == html


def test_a_table_has_headings_with_scope() -> None:
    assert '<th scope="col">A</th>' in passage("| A | B |\n|---|---|\n| 1 | 2 |", "")


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=y>"])
def test_what_is_dangerous_is_gone(typed: str) -> None:
    html = passage(typed, "")
    assert "<script" not in html
    assert "javascript:" not in html
    assert "<img" not in html


def numbers_shown(html: str) -> list[int]:
    """Give the numbers that a browser shows before the entries of lists, in order of the text."""
    lists: list[int] = []
    shown = []
    for tag, attributes in re.findall(r"<(/?ol|li)([^>]*)>", html):
        number = re.search(r'(?:start|value)="(\d+)"', attributes)
        if tag == "ol":
            lists.append(int(number[1]) - 1 if number else 0)
        elif tag == "/ol":
            lists.pop()
        else:
            lists[-1] = int(number[1]) if number else lists[-1] + 1
            shown.append(lists[-1])
    return shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1. a\n2. b\n3. c", [1, 2, 3]),
        ("2. Second.\n4. Fourth.\n7. Seventh.", [2, 4, 7]),
        ("1. a\n2. b\n\n5. c", [1, 2, 5]),
        ("1. a\n\n2. b\n\n7. c\n\n8. d", [1, 2, 7, 8]),
        ("5. a\n4. b\n4. c", [5, 4, 4]),
        ("0. a\n2. b", [0, 2]),
        ("1. a\n\n    More of it.\n\n3. b", [1, 3]),
        ("1. a\n\n\n\n1. b", [1, 1]),
        ("3. a\n    2. within\n    6. within\n9. b", [3, 2, 6, 9]),
        ("999. a\n3. b", [999, 3]),
    ],
)
def test_a_numbered_list_keeps_its_numbers(typed: str, shown: list[int]) -> None:
    assert numbers_shown(passage(typed, "")) == shown


@pytest.mark.parametrize("number", [2, 10, 500])
def test_any_two_numbers_are_kept(number: int) -> None:
    for other in range(1, number + 2, 7):
        for between in ("\n", "\n\n"):
            assert numbers_shown(passage(f"{number}. a{between}{other}. b", "")) == [number, other]


@pytest.mark.parametrize(
    "typed",
    [
        "2026. It was a good year.",
        "12. This is paragraph 12 of the report.",
        "* These figures are provisional.",
        "(a) to note the report;\n(b) to write to the Commissioner.",
        "(i) one\n(ii) two",
        "a. one\nb. two",
        "1) one\n2) two",
        "01. one\n02. two",
        "1000. one\n1001. two",
        "2025. It was bad.\n2026. It was a good year.",
        "+ 5% in Leeds\n+ 6% in York",
        "Town Hall\nHigh Street\nAB1 2CD",
        "The Panel resolved:\n1. to note;\n3. to write.",
        "1.1 one\n1.2 two",
        "i. one\nii. two",
    ],
)
def test_what_html_cannot_show_stays_in_its_lines(typed: str) -> None:
    html = passage(typed, "")
    assert html == f"<p>{typed}</p>".replace("\n", "<br>\n")
    assert passage_as_text(typed) == typed


def test_lines_of_an_entry_stay_lines() -> None:
    assert passage("- Town Hall\n  High Street\n- Library", "") == (
        "<ul>\n<li>Town Hall<br>\n  High Street</li>\n<li>Library</li>\n</ul>"
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2. Second.\n4. *Fourth*.", "2. Second.\n4. Fourth."),
        ("- [a](https://example.org/) & b\n- c", "- a & b\n- c"),
    ],
)
def test_as_text_a_passage_keeps_numbers_and_signs(typed: str, text: str) -> None:
    assert passage_as_text(typed) == text


LINES = """\
The law says:

2. to note;
4. to write.

(a) first
(b) second"""


@pytest.mark.slow
def test_page_whole_meeting_and_feed_say_what_was_typed() -> None:
    records = river_valley()
    paper = records.papers["2027-03-31", "patrols"]
    typed = paper.model_copy(update={"summary": LINES, "published": date(2027, 3, 22)})
    site = site_of(replace(records, papers={**records.papers, ("2027-03-31", "patrols"): typed}))
    for address in ("meetings/2027-03-31/papers/patrols/", "meetings/2027-03-31/whole/"):
        html = str(site.pages[address].html)
        # White space between blocks says nothing: the page of a whole meeting goes without it.
        assert '<ol start="2"><li>to note;</li><li value="4">to write.</li></ol>' in html.replace(">\n<", "><")
        assert "<p>(a) first<br>\n(b) second</p>" in html
    assert "2. to note;\n4. to write.\n(a) first\n(b) second" in site.files["feed.xml"].content.decode()
