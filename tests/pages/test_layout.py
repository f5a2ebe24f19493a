"""The parts of a page: what opens it, what leads through it, its text, and what leads on from it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from panelpapers.pages.layout import FEW, LONGEST, laid_out
from panelpapers.pages.site import Site
from tests.pages.reading_pages import small_site
from tests.test_kept_promises import first_site

HEADINGS = "".join(f'<h2 id="part-{number}">Part {number}</h2><p>Text</p>' for number in range(1, FEW + 1))


PIECE = re.compile(r"<[^<>]*>|[^<>\s]+")


def contents(html: str) -> list[tuple[str, str, int]]:
    return [(entry.place, str(entry.words), entry.level) for entry in laid_out(html, "plan/").contents]


def test_a_page_is_taken_apart() -> None:
    html = (
        "<h1>Plan</h1>\n<p>Opening</p>\n"
        '<section class="beside key-facts"><h2>Key facts</h2></section>\n'
        '<section><h2 id="a">A</h2><p>Text</p></section>\n'
        '<nav class="after around" aria-label="Before and after"></nav>\n'
    )
    parts = laid_out(html, "plan/")
    assert parts.opening == "<h1>Plan</h1>\n<p>Opening</p>\n"
    assert parts.beside == '<section class="beside key-facts"><h2>Key facts</h2></section>\n'
    assert parts.text == '<section><h2 id="a">A</h2><p>Text</p></section>\n'
    assert parts.after == '<nav class="after around" aria-label="Before and after"></nav>\n'
    assert parts.contents == []


def test_a_page_without_headings_below_its_own_is_all_opening() -> None:
    parts = laid_out("<h1>About</h1><p>Text</p>", "about/")
    assert (parts.opening, parts.text) == ("<h1>About</h1><p>Text</p>", "")


def test_only_a_page_with_many_headings_lists_them() -> None:
    """Just inside and just outside: the heading of the page counts."""
    assert len(contents(f"<h1>Plan</h1>{HEADINGS}")) == FEW
    assert contents(HEADINGS) == []


@pytest.mark.parametrize(
    ("heading", "entry"),
    [
        ('<section class="minute" id="minute-9"><h2 id="minute-9-heading">Minute 9</h2></section>', "minute-9"),
        ('<h2 id="own">Minute 9</h2>', "own"),
        ("<h2><em>Minute</em> 9</h2>", f"heading-{FEW + 2}"),
    ],
)
def test_a_heading_is_found_by_what_it_opens_by_its_own_place_or_by_one_made_for_it(heading: str, entry: str) -> None:
    html = f"<h1>Plan</h1>{HEADINGS}{heading}"
    assert contents(html)[-1] == (entry, "Minute 9", 2)
    assert f' id="{entry}"' in laid_out(html, "plan/").text


def test_a_heading_that_is_a_link_is_in_no_list() -> None:
    """Its name would lead to two places."""
    assert len(contents(f'<h1>Plan</h1>{HEADINGS}<h2 id="x"><a href="y">Minute 9</a></h2>')) == FEW


def test_what_is_said_first_stands_in_the_opening() -> None:
    parts = laid_out('<h1>Plan</h1><section class="opens card"><h2>Told</h2></section><h2>A</h2>', "plan/")
    assert (parts.opening[-10:], parts.text) == ("</section>", "<h2>A</h2>")


def test_an_entry_keeps_the_language_of_its_heading() -> None:
    heading = '<h3 id="x"><em>Cyfarfod</em> <span lang="cy">y cyngor</span></h3>'
    assert contents(f"<h1>Plan</h1>{HEADINGS}{heading}")[-1] == ("x", 'Cyfarfod <span lang="cy">y cyngor</span>', 3)


def test_of_very_many_headings_only_those_of_level_two_are_listed() -> None:
    lower = "".join(f'<h3 id="one-{number}">One {number}</h3>' for number in range(LONGEST - FEW))
    assert len(contents(f"<h1>Plan</h1>{HEADINGS}{lower}")) == LONGEST
    assert len(contents(f'<h1>Plan</h1>{HEADINGS}{lower}<h3 id="more">More</h3>')) == FEW


def test_a_list_of_its_own_takes_the_place_of_that_of_the_headings() -> None:
    own = '<nav class="beside contents"><ul><li><a href="#part-1">A</a></li></ul></nav>'
    elsewhere = '<nav class="beside contents"><ul><li><a href="2027/">2027</a></li></ul></nav>'
    assert contents(f"<h1>A to Z</h1>{own}{HEADINGS}") == []
    assert len(contents(f"<h1>Decisions</h1>{elsewhere}{HEADINGS}")) == FEW


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<a href="../actions/#action-1">', "/actions/#action-1"),
        ('<a class="x" href="./">', "/plan/"),
        ('<a href="../members/ann-ash/">', None),  # a name needs no address beside it
        ('<a href="#key">', None),
        ('<a href="https://a.example/">', None),
        ('<a href="mailto:a@b.example">', None),
    ],
)
def test_each_link_to_another_page_has_its_address_for_paper(link: str, address: str | None) -> None:
    found = re.search(r' data-address="([^"]+)"', laid_out(f"<h1>Plan</h1><p>{link}A</a></p>", "plan/").opening)
    assert (found[1] if found else None) == address


@pytest.mark.parametrize("site", [small_site, first_site])
def test_every_page_with_many_headings_leads_to_each_part(site: Callable[[], Site]) -> None:
    """Nothing is lost, and each heading of level 2 in the text can be jumped to."""
    for page in site().pages.values():
        parts = laid_out(page.html, page.address)
        whole = "".join(map(str, (parts.opening, parts.beside, parts.text, parts.after)))
        for part in (parts.opening, parts.beside, parts.text, parts.after):
            assert (page.address, *map(part.count, ("<div", "<section"))) == (
                page.address,
                *map(part.count, ("</div>", "</section>")),
            )
        assert sorted(PIECE.findall(re.sub(r' (data-address="[^"]+"|id="heading-\d+")', "", whole))) == sorted(
            PIECE.findall(page.html)
        )
        own = re.search(r'class="beside contents.*?href="#', parts.beside, re.DOTALL)
        if len(re.findall(r"<h[1-6]", page.html)) > FEW and not own:
            headings = re.findall(r"<h2\b[^<>]*>(?!<a )", f"{parts.opening}{parts.text}")
            assert (page.address, sum(entry.level == 2 for entry in parts.contents)) == (page.address, len(headings))
