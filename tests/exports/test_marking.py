"""What the index for searching passes over, and that nothing is lost by it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panelpapers.exports.marking import AT_MOST, COMMON, FULL, SIGN, is_searched, marked

START = (
    '<html lang="en-GB"><head><title>T</title></head><body><p>the frame</p><main data-pagefind-body data-title="The">'
)
KEPT = (
    '<html lang="en-GB"><body><main data-pagefind-body data-title="The"'
    ' data-pagefind-meta="title[data-title]" data-pagefind-filter="">'
)


def passed_over(body: str) -> list[str]:
    """Give the words before which the sign stands."""
    page = marked(f"{START}{body}</main><p>the foot</p>", Counter()).copy
    assert page.startswith(KEPT)
    return [word.strip(SIGN) for word in page.replace("<", " <").replace(">", "> ").split() if word.startswith(SIGN)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>The plan of the panel.</p>", ["The", "of", "the"]),
        ("<p>report Report, (report) “report” reports</p>", ["“report”"]),
        ("<p>a&amp;b <b>the</b>n <b>the</b></p>", ["the"]),
        ("<p>the</p><p>n</p><div>the</div>n", ["the", "the"]),
        # Headings keep all their words, but for the common ones.
        ("<h2>Plan the plan: plan plan plan</h2>", ["the"]),
        ("<h2>Plan plan plan</h2><p>plan</p>", ["plan"]),
        # What is not read does not count.
        ('<nav class="contents"><ul><li>plan plan plan</li></ul></nav><p>plan</p>', []),
        ('<p class="x citing"><b>plan</b> plan plan</p><p>plan</p>', []),
        ('<div class="after"><div>plan</div><div>plan plan</div></div><p>plan</p>', []),
        ('<div class="after">plan</div><p>plan plan plan</p><div>plan</div>', ["plan"]),
        ("<p>plan</p><nav><p>plan</p><nav>plan</nav> plan</nav><form><label>plan</label></form><p>plan</p>", []),
        ("<!-- plan plan plan --><p title='plan plan'>plan</p>", []),
    ],
)
def test_which_words_are_passed_over(body: str, expected: list[str]) -> None:
    assert passed_over(body) == expected


def test_of_a_word_that_an_archive_is_full_of_each_page_keeps_one_place() -> None:
    places = Counter({"meeting": FULL, "minute": FULL + 1})
    page = marked(f"{START}<h2>meeting minute minute</h2><p>meeting minute</p></main>", places)
    assert page.stands(places)
    page.add_to(places)
    assert not page.stands(places), "meeting is on so many pages by now as well"
    assert page.copy == f"{KEPT}<h2>meeting minute {SIGN}minute</h2><p>meeting {SIGN}minute</p></main>"
    assert places == {"meeting": FULL + 3, "minute": FULL + 3}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p id="a">x</p><h3>Data</h3><p id="b">y</p>', '<p id="a">x</p><i id="b"></i><h3>Data</h3><p>y</p>'),
        (
            '<p id="a">x</p><h2>Part</h2><h3>Data</h3><div id="b">y</div>',
            '<p id="a">x</p><i id="b"></i><h2>Part</h2><h3>Data</h3> <i></i>y ',
        ),
        ('<li id="a"><h3>Data</h3><p id="b">y</p></li>', '<p id="a"><h3>Data</h3><p id="b">y</p></p>'),
        ('<div id="a"><h3>Data</h3><p id="b">y</p></div>', ' <i id="a"></i><h3>Data</h3><p id="b">y</p> '),
        ('<p id="a">x</p><h3>Data</h3><p>y</p><p id="b">z</p>', None),
        ('<p id="a">x</p><h3 id="c">Data</h3><p id="b">y</p>', None),
    ],
)
def test_a_heading_belongs_to_the_place_that_follows_it(body: str, expected: str | None) -> None:
    page = marked(f"{START}{body}</main>", Counter()).copy
    assert page == f"{KEPT}{expected or body}</main>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("32,500 offences", f"{SIGN}32,500 ⟫32500 offences"),
        ("13.5% or 13,5", f"{SIGN}13.5% ⟫13d5 {SIGN}or {SIGN}13,5 ⟫13d5"),
        ("£1.2m, £53m and 921", f"£1.2m, ⟫1d2 £53m ⟫53 {SIGN}and 921"),
        ("Łódź and Zoë", f"Łódź ⟫Lódź {SIGN}and Zoë"),
        ("zero\u200bwidth, soft\u00adhyphen", "zerowidth, softhyphen"),
        ("公园", "公 园"),
        ("O’Brien at 14:00", f"O’Brien {SIGN}at 14:00"),
        ("Cllr Brown", "Cllr ⟫councillor Brown"),
        ("Cttee. of Dept", f"Cttee. ⟫committee {SIGN}of Dept ⟫department"),
    ],
)
def test_words_are_read_as_people_type_them(typed: str, expected: str) -> None:
    page = marked(f"{START}<p>{typed}</p></main>", Counter()).copy
    assert page == f"{KEPT}<p>{expected}</p></main>"


def test_what_the_words_take_up_is_counted() -> None:
    places: Counter[str] = Counter()
    for _ in range(2):
        marked(START + "<p>The plan" + " report" * 9, places).add_to(places)
    assert places == {"plan": 2 * 2, "report": 2 * (AT_MOST + 1)}


def test_a_page_that_is_not_searched_is_known() -> None:
    assert is_searched(START)
    assert not is_searched("<main>The plan</main>")


def copied(body: str) -> str:
    """Give what the copy of a page has of a text."""
    return (
        marked(START + body + "</main>", Counter()).copy.removeprefix(KEPT).removesuffix("</main>").replace(SIGN, "")
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<section class="a"><h2 id="b">A <span>B</span></h2>\n<p lang="cy">C</p></section>',
            '<h2 id="b">A B</h2><p>C</p>',
        ),
        ("<ul><li>A</li><li><p>B</p></li></ul>", "<p>A</p><p><p>B</p></p>"),
        ("<dl><div><dt>A</dt><dd>B</dd></div></dl>", "A<p>B</p>"),
        ("<table><tr><td>A</td></tr></table>", "<p>A</p>"),
        (
            '<article id="item-1"><p>A <em id="x">B</em>C</p></article>',
            '<i id="item-1"></i><p>A <i id="x"></i>BC</p>',
        ),
        ('<ul><li class="card found-elsewhere"><h3><a href="../#b">B</a></h3></li></ul><p>A</p>', "<p>A</p>"),
        ('<details class="paragraph-links"><ul><li><a href="#a">1</a></li></ul></details><p>A</p>', "<p>A</p>"),
    ],
)
def test_headings_sentences_and_places_are_left_of_a_page(body: str, expected: str) -> None:
    assert copied(body).replace(" <", "<").strip() == expected.replace(" <", "<")


PIECES = [
    "<p>",
    "</p>",
    "<h2>",
    "</h2>",
    "<section>",
    "</div>",
    "<br>",
    "&lt;",
    "plan ",
    "Plan. ",
    " the ",
    "a-z",
    "\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_readers_would_read_the_same(body: str) -> None:
    def words(html: str) -> list[str]:
        return re.sub("<[^<>]*>", " ", html.replace("<br>", "")).split()

    assert words(copied(body)) == words(body)


@given(st.lists(st.sampled_from(["plan", "report", "the", "921", "of"]), max_size=40))
def test_every_word_but_the_common_ones_stays_found(words: list[str]) -> None:
    text = marked(START + " ".join(words), Counter()).copy.removeprefix(KEPT).removesuffix("</main>")
    assert {word for word in text.split() if not word.startswith(SIGN)} == set(words) - COMMON


def test_common_words_are_none_that_name_a_place() -> None:
    assert not COMMON & {"item", "minute", "paragraph", "commitment", "action", "resolution"}


def test_what_a_page_is_found_as_follows_from_what_it_says() -> None:
    said = 'data-title="A" data-kind="Help" data-meeting="2 May" data-year="2026" data-body-1="B" data-body-2="C"'
    page = marked(f'<head></head><main data-pagefind-body {said}><p data-title="x">plan</p></main>', Counter()).copy
    names = ("title", "kind", "meeting", "year", "body-1", "body-2")
    assert f' data-pagefind-meta="{", ".join(f"{name}[data-{name}]" for name in names)}"' in page
    filters = "kind[data-kind], year[data-year], body[data-body-1], body[data-body-2], help[data-kind]"
    assert f' data-pagefind-filter="{filters}"><p>plan</p></main>' in page
