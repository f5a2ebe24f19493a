"""A page inside another: what its ids, links and headings become."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from panelpapers.pages.embedding import embedded
from panelpapers.pages.site import Page

AGENDA, MINUTES, WHOLE = (f"meetings/2026-01-05/{name}/" for name in ("agenda", "minutes", "whole"))
INSIDE = {AGENDA: "agenda", MINUTES: "minutes"}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        # The title of the page becomes that of a part, which can be named by it.
        ("<h1>Agenda</h1>", '<h2 id="agenda-title">Agenda</h2>'),
        (
            '<h2 id="item-8">Item 8</h2><a href="#item-8">8</a>',
            '<h3 id="agenda-item-8">Item 8</h3><a href="#agenda-item-8">8</a>',
        ),
        # An id to which nothing here leads is left out.
        ('<h2 id="item-8">Item 8</h2>', "<h3>Item 8</h3>"),
        ('<b id="a">A</b><p aria-labelledby="a">B</p>', '<b id="agenda-a">A</b><p aria-labelledby="agenda-a">B</p>'),
        ('<label for="a">A</label><input id="a">', '<label for="agenda-a">A</label><input id="agenda-a">'),
        ("<h5>Deep</h5>", "<h6>Deep</h6>"),
        ("<h6>Deepest</h6>", "<h6>Deepest</h6>"),
        # What refers to an id refers to the new one.
        (
            '<section aria-labelledby="a b"></section>',
            '<section aria-labelledby="agenda-a agenda-b"></section>',
        ),
        # A link within the page, and one to another page that stands here too, stay on this page.
        ('<p><a href="#item-8">Item 8</a></p>', '<p><a href="#agenda-item-8">Item 8</a></p>'),
        ('<p><a href="../minutes/">Minutes</a></p>', '<p><a href="#minutes">Minutes</a></p>'),
        ('<p><a href="../minutes/#minute-1">1</a></p>', '<p><a href="#minutes-minute-1">1</a></p>'),
        # A link to elsewhere leads there still.
        ('<p><a href="../../../actions/#action-1">A</a></p>', '<p><a href="../../../actions/#action-1">A</a></p>'),
        ('<p><a href="../../../members/a/">A</a></p>', '<p><a href="../../../members/a/">A</a></p>'),
        ('<p><a href="https://a.example/">A</a></p>', '<p><a href="https://a.example/">A</a></p>'),
        ('<p><a href="mailto:a@b.example">A</a></p>', '<p><a href="mailto:a@b.example">A</a></p>'),
        # A link for citing only is a text here; what leads through the old page is left out; what was closed is open.
        ('<p><a href="#paragraph-2" tabindex="-1">2</a> Text</p>', "<p>2 Text</p>"),
        ('<div class="short-forms"><h2>Short forms</h2></div><p>Text</p>', "<p>Text</p>"),
        ('<nav class="beside contents"><h2 id="x">On this page</h2></nav><p>Text</p>', "<p>Text</p>"),
        ('<section class="beside key-facts">Facts</section>', '<section class="key-facts">Facts</section>'),
        ('<nav class="after around">Before and after</nav>', ""),
        ("<details><summary>More</summary></details>", "<details open><summary>More</summary></details>"),
        # Nothing that was escaped comes loose, and text between elements stays.
        ("before <b>&lt;script&gt; &amp; x</b> after", "before <b>&lt;script&gt; &amp; x</b> after"),
    ],
)
def test_what_becomes_of_a_page(was: str, becomes: str) -> None:
    page = Page(AGENDA, "Agenda", "", Markup(was))  # noqa: S704 - typed above
    assert embedded([page], WHOLE, INSIDE) == [becomes]


def test_an_id_stays_when_another_page_leads_to_it() -> None:
    agenda = Page(AGENDA, "Agenda", "", Markup('<p id="item-8">8</p><p id="item-9">9</p>'))
    minutes = Page(MINUTES, "Minutes", "", Markup('<a href="../agenda/#item-8">8</a>'))
    assert embedded([agenda, minutes], WHOLE, INSIDE) == [
        '<p id="agenda-item-8">8</p><p>9</p>',
        '<a href="#agenda-item-8">8</a>',
    ]
