"""The guide and the lists beside it speak of a publication as its regime does, and of no other body's law."""

from __future__ import annotations

import re
from datetime import date

import pytest
from markupsafe import Markup

from panelpapers.pages.packaged import called, in_words_of
from panelpapers.pages.sections import SECTIONS
from panelpapers.pages.site import Page, Site
from panelpapers.plugin.ours import HAND_WRITTEN
from panelpapers.reading.regimes import packaged_names, packaged_regime
from panelpapers.records.regime import NOTHING_STATED, Regime, Words
from tests.bodies import body
from tests.guide_pages import PAGES

OWN = {name: body(name).records.regime_on(date.max) for name in ("gemeinde-muehlau", "harbour-board")}
REGIMES = {**{name: packaged_regime(name) for name in packaged_names()}, **OWN, "nothing": NOTHING_STATED}


def guide(regime: Regime, page: str = "", *addresses: str) -> str:
    """Give a page in the words of a regime, or without a name the whole guide for editors."""
    pages = {address: Page(address, "Title", "Summary.", Markup("")) for address in addresses}
    site = Site(pages, {}, made_on=date(2026, 6, 1), sections=SECTIONS, regime=regime)
    files = [HAND_WRITTEN / page] if page else [HAND_WRITTEN / name for name in PAGES]
    return "\n".join(in_words_of(site, file.read_text(encoding="utf-8")) for file in files)


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        (
            "california-city-council",
            [
                "The Council is asked to note",
                "on December 2, 2025.",
                "is on Tuesday, February 2, 2026.",
                "`[54956.8]`",
                "zone: America/Los_Angeles\ncurrency: USD\nholidays:\n  country: US\n",
                "        role: Mayor\n",
                "          - seat: council member\n",
            ],
        ),
        (
            "england-police-and-crime-panel",
            [
                "The Panel is asked to note",
                "on 2 December 2025.",
                "is on Tuesday 2 February 2026.",
                "`[1]`",
                "currency: GBP\nyear_begins: 1 April\nholidays:\n  country: GB\n",
                "quarter 2 of 2025/26",
                "          counting: clear_working_days\n",
            ],
        ),
        ("gemeinde-muehlau", ["currency: EUR", "role: Gemeindevertretervorsteher", "The Committee is asked to note"]),
        ("harbour-board", ["The Board is asked to note", "zone: Europe/London\ncounting:", "give these numbers in"]),
        ("nothing", ["The Committee is asked to note", "      - id: upton\n        name: Upton Committee\n"]),
    ],
)
def test_the_guide_gives_examples_in_the_words_of_the_regime(name: str, holds: list[str]) -> None:
    told = guide(REGIMES[name])
    assert [part for part in holds if part not in told] == []


@pytest.mark.parametrize("name", REGIMES)
def test_the_guide_has_nothing_of_another_regime(name: str) -> None:
    own, told = REGIMES[name], guide(REGIMES[name])
    numbers = {kind.number for regime in REGIMES.values() for kind in regime.private.kinds}
    foreign = {
        *(f"`[{number}]`" for number in numbers - {kind.number for kind in own.private.kinds}),
        *({regime.zone for regime in REGIMES.values()} - {own.zone}),
        *({f"currency: {regime.currency}" for regime in REGIMES.values()} - {f"currency: {own.currency}"}),
    }
    assert [word for word in foreign if word in told] == []
    if own.forms.date == "month day, year":
        assert re.findall(r"\d (?:January|February|June|November|December) 20\d\d", told) == []
    assert "{{" not in told


@pytest.mark.parametrize(
    ("addresses", "year"),
    [
        (("meetings/2020/", "meetings/2027/", "decisions/2020/"), 2020),
        (("meetings/2025/", "meetings/2026/"), 2026),
        (("meetings/2027/", "meetings/2028/"), 2027),
        ((), 2026),
    ],
)
def test_the_year_of_an_example_is_one_of_which_the_site_has_a_page(addresses: tuple[str, ...], year: int) -> None:
    told = guide(NOTHING_STATED, "how-to-use.md", *addresses)
    assert (f"such as `/meetings/{year}/`" in told, f"such as `/decisions/{year}/`" in told) == (True, True)
    assert "Minute 12 of 5 March 2026 is" in told


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("panel", "# The panel's papers, in plain words\n"),
        ("Commissioners", "# The papers of the Commissioners, in plain words\n"),
        ("R & D board", "# The R &amp; D board's papers, in plain words\n"),
        ("body", "# The papers, in plain words\n"),
    ],
)
def test_the_home_page_says_whose_papers_these_are(word: str, title: str) -> None:
    regime = NOTHING_STATED.model_copy(update={"words": Words(body=word)})
    assert guide(regime, "index.md").rstrip() == title.rstrip()


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>The panel reads a panel.</p>", "<p>The authority reads an authority.</p>"),
        ("<li>Panels of panel.yml</li>", "<li>Authorities of panel.yml</li>"),
        ('<a href="#panel" id="panel">Panel</a>', '<a href="#panel" id="panel">Authority</a>'),
        ("<code>data/panel.yml, council-not-of-panel, panel@example.org, C:\\panel</code>", None),
    ],
)
def test_a_body_is_called_what_its_regime_calls_it(html: str, said: str | None) -> None:
    assert called(Markup(html), Words(body="authority", bodies="authorities")) == (said or html)  # noqa: S704


def test_the_article_before_it_follows_its_sound() -> None:
    html = Markup("<p>A panel and a panel, a Panel.</p>")
    union = "<p>A union and a union, a Union.</p>"
    assert called(html, Words(body="union", bodies="unions")) == union


def test_a_word_with_signs_of_html_stays_a_word() -> None:
    assert called(Markup("<p>The panel</p>"), Words(body="R & D board", bodies="boards")) == (
        "<p>The R &amp; D board</p>"
    )
