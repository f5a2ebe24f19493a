"""Pages of the software itself, in the words and forms of a publication: the guide, and the lists beside it.

Their examples name the body, its days and its law as the regime of the publication has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from ..records.calendar import MONTHS
from ..records.language import foreign, unmarked, with_article
from ..records.regime import Regime, Words
from ..records.regional import sign_of
from ..words import format as say
from . import addresses
from .rendering import environment
from .site import HOME, Link, Site

_PACKAGE: Final = Path(__file__).parents[1]
_BODIES: Final = re.compile(r"<[^<>]*>|\b(a )?(?<![\w@./\\-])(panels?)(?![\w@-]|\.\w)", re.IGNORECASE)
"""What the software calls a body where it knows no word for it. It stays in a tag and in a name: ``panel.yml``."""
_OF_A_YEAR: Final = re.compile(r"(?:decisions|meetings)/(\d{4})/")


GUIDE: Final = Link("Guide for editors", addresses.EDITORS)


@dataclass(frozen=True, slots=True)
class Example:
    """What examples are made of, by the regime of a publication. ``year`` is one of which the site has meetings."""

    regime: Regime
    year: int

    @property
    def word(self) -> str:
        """The word for the body: ``council``; nothing where no record has one."""
        word = unmarked(self.regime.words.body)
        return "" if word == Words().body else word

    @property
    def body(self) -> str:
        """What it is called in an example: ``Council``; ``Committee`` where there is no word."""
        return say.capitalised(self.word or "committee")

    @property
    def sign(self) -> str:
        """What stands before an amount of money; nothing where the regime has no currency."""
        return sign_of(self.regime.currency)

    @property
    def chair(self) -> str:
        """Who chairs it."""
        return unmarked(self.regime.words.chair)

    @property
    def private(self) -> str:
        """The number of a kind of business that may be taken without the public, if the law numbers them."""
        return next((unmarked(kind.number) for kind in self.regime.private.kinds), "")

    @property
    def counting(self) -> str:
        """The id of a way of counting days."""
        return next((way.id for way in self.regime.counting), "clear_days")

    @property
    def year_begins(self) -> str:
        """The first day of the financial year, if that is known: ``1 April``."""
        begins = self.regime.year_begins
        return f"{begins[1]} {MONTHS[begins[0] - 1]}" if begins else ""


def trail_by_hand(address: str) -> tuple[Link, ...]:
    """Give the trail to a page written by hand: those of the guide stand below its first page."""
    if address.startswith(GUIDE.address) and address != GUIDE.address:
        return HOME, GUIDE
    return (HOME,) if address else ()


def in_words_of(site: Site, text: str) -> str:
    """Give the Markdown of a page of the software, without what it says of sections that the site has not.

    Its examples are those of the regime of the site.
    """
    years = [int(found[1]) for address in site.pages if (found := _OF_A_YEAR.fullmatch(address))]
    past = [year for year in years if year <= site.made_on.year]
    example = Example(site.regime, max(past) if past else min(years, default=site.made_on.year))
    with say.writing(site.regime.forms):
        made = environment(_PACKAGE).from_string(text)
        there = [section.address for section in site.sections]
        return made.render(sections=there, example=example, on=date, closed=site.closed)


def called(html: Markup, words: Words) -> Markup:
    """Give the HTML of a page about the software with the regime's word for a body, if it is English, for "panel"."""
    named = Words() if foreign(words.body) or foreign(words.bodies) else words

    def word(found: re.Match[str]) -> str:
        if not found[2]:
            return found[0]
        of = named.bodies if found[2].lower() == "panels" else named.body
        told = say.capitalised(of) if found[2][0].isupper() else of
        return str(escape(f"{found[1][0]}{with_article(told)[1:]}" if found[1] else told))

    return Markup(_BODIES.sub(word, html))  # noqa: S704 - the page was made by templates that escape
