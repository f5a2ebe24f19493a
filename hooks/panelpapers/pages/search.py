"""What finds things: the search page, what a search finds a page as, and the A to Z of all titles."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, get_args

from ..facts.members import has_members
from ..facts.rows import commitments
from ..records.language import (
    ENGLISH,
    each_version,
    first_letter,
    is_english,
    language_of,
    sort_key,
    unmarked,
    versions_of,
)
from ..records.people import Person
from ..records.publication import Records
from ..records.regime import Forms
from ..words import format as say
from ..words.members import beside
from . import addresses
from .rendering import Renderer
from .sections import SECTION_NAMES
from .site import HELP, HOME, File, Link, Page, PageKind


def titled(records: Records) -> list[str]:
    """Give the kinds of what has a title on the site of some records, in words; pages, if there is no other."""
    kinds = {
        "matter": records.matters,
        "meeting": records.meetings,
        "paper": records.papers,
        "figure": records.indicators,
        "member": has_members(records),
        "commitment": records.plan,
    }
    return [kind for kind, some in kinds.items() if some] or ["page"]


def search_page(parts: Sequence[Page | File], examples: Sequence[str], records: Records, renderer: Renderer) -> Page:
    """Give the search page for a site that has these pages: only kinds and years that it has are offered.

    ``examples`` are references of this site, to show what can be typed.
    """
    pages = [part for part in parts if isinstance(part, Page)]
    html = renderer.html(
        "search",
        addresses.SEARCH,
        kinds=[kind for kind in get_args(PageKind) if kind != HELP and any(page.kind == kind for page in pages)],
        years=sorted({page.meeting.year for page in pages if page.meeting}, reverse=True),
        held_by=sorted({name for page in pages if page.meeting for name in page.meeting.bodies}),
        examples=examples,
        month_first=records.regime_on(renderer.today).forms.date == "month day, year",
        help=HELP,
        titles=[f"{kind}s" for kind in titled(records)],
    )
    summary = "Find a word, a minute, a paragraph or a decision anywhere on this site."
    return Page(addresses.SEARCH, "Search", summary, html, (HOME,), kind=None)


def lists_page(records: Records, renderer: Renderer) -> Page:
    """Give what stands in the place of the search page where a site is read from a folder: lists of every page."""
    html = renderer.html("lists", addresses.SEARCH, titles=[f"{kind}s" for kind in titled(records)])
    return Page(addresses.SEARCH, "Search", "Lists that lead to every page of this site.", html, (HOME,), kind=None)


_OF_HELP: Final = (addresses.EDITORS, addresses.HOW_TO_USE)


def found_as(page: Page | None, title: str, forms: Forms, address: str = "") -> dict[str, str]:
    """Give what a page is found as: title, kind, and day and year of its meeting; nothing when it is not searched.

    If its title is all in another language, that is given too. ``forms`` says how days are written: a page is framed
    when the site is made already.

    A page that people write by hand has no ``Page`` and is of the kind Other, unless its ``address`` is one of help.
    """
    kind = page.kind if page else HELP if address.startswith(_OF_HELP) else "Other"
    if kind is None:
        return {}
    found = {"title": title, "kind": kind}
    if language := language_of(title):
        found["language"] = language
    if page and page.meeting:
        with say.writing(forms):
            found |= {"meeting": say.day(page.meeting), "year": str(page.meeting.year)}
        found |= {f"body-{number}": name for number, name in enumerate(page.meeting.bodies, 1)}
    return found


_NUMBERS = "0 to 9"


Entry = tuple[str, Link]
"""A line of the list: what it is sorted by, or made from, and the link."""


def _letter(entry: Entry, language: str) -> str:
    """Give the letter that a line stands under, in the alphabet of a language."""
    first = first_letter(entry[0], language)
    return first if first[:1].isalpha() else _NUMBERS


def a_to_z_page(parts: Sequence[Page | File], records: Records, renderer: Renderer) -> Page:
    """Give the A to Z of a site that has these pages.

    What stands on a meeting's own page (its agenda, minutes, decisions) is found from there and has no line here, and
    so are the pages to which the guide for editors leads.
    """
    language = records.language
    links = _told_apart([*_pages(parts, records), *_members(records), *_commitments(records)])
    entries = sorted(
        {(sorted_by(version, language), link) for named, link in links for version in versions_of(named)},
        key=lambda entry: (_letter(entry, language) != _NUMBERS, sort_key(entry[0], language), entry[1].address),
    )
    by_letter = groupby(entries, lambda entry: _letter(entry, language))
    letters = [(letter, [link for _, link in group]) for letter, group in by_letter]
    titles = titled(records)
    html = renderer.html("a-to-z", addresses.A_TO_Z, letters=letters, titles=titles)
    summary = f"Every {say.listed(titles)}, in the order of the alphabet."
    return Page(addresses.A_TO_Z, "A to Z", summary, html, (HOME,), kind=None)


def _told_apart(links: list[Entry]) -> list[Entry]:
    """Give links of which no two of one name lead to two places: that of a matter says what it leads to."""
    names = Counter((*(unmarked(link.text).casefold() for _, link in links), *SECTION_NAMES))
    return [
        (named, Link(f"{link.text}, all about it", link.address))
        if link.address.startswith(addresses.MATTERS) and names[unmarked(link.text).casefold()] > 1
        else (named, link)
        for named, link in links
    ]


def sorted_by(title: str, language: str = ENGLISH) -> str:
    """Give what a title is sorted by: small letters, and without "the" at the beginning; in English without marks."""
    plain = unmarked(title)
    if is_english(language):
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"^(?:\W+|the\s+)+", "", plain.lower())


def _pages(parts: Sequence[Page | File], records: Records) -> Iterator[Entry]:
    members = {addresses.member(person_id) for person_id in records.people}
    for page in parts:
        if not isinstance(page, Page) or page.address == addresses.HOME or page.address in members:
            continue
        if page.meeting and page.kind not in ("Meeting", "Paper", "Figure"):
            continue
        if page.address.startswith(addresses.EDITORS) and page.address not in (addresses.FIELDS, addresses.PROBLEMS):
            continue  # the guide leads there, and to what is unfinished
        yield _in_order_of_time(page), Link(page.title, page.address)


def _in_order_of_time(page: Page) -> str:
    """Give the title of a page with its day as a number, so that meetings of one name follow each other."""
    day = page.meeting
    return each_version(page.title, lambda text: text.replace(say.day(day), day.isoformat())) if day else page.title


def _members(records: Records) -> Iterator[Entry]:
    for person_id, person in records.people.items():
        if person.terms:
            text = say.joined((surname_first(person), *beside(person)))
            yield text, Link(text, addresses.member(person_id))


_LETTERS: Final = re.compile(r"(?:[A-Z]{2,4}|[JS]r\.?|PhD),?")
"""What follows a name of two words or more and is no surname: OBE, JP, Jr."""


def surname_first(person: Person) -> str:
    """Give a name as a list by surname has it: ``Ash, Bo``, ``Jones, Professor Ann``, ``Lee, Ann OBE``."""

    def turned(name: str) -> str:
        words = name.split(" ")
        end = len(words)
        while end > 2 and _LETTERS.fullmatch(words[end - 1]):
            end -= 1
        surname = words[end - 1].rstrip(",")
        first = " ".join(filter(None, (unmarked(person.title or ""), *words[: end - 1], *words[end:])))
        return f"{surname}, {first}" if first else surname

    return each_version(person.name, turned)


def _commitments(records: Records) -> Iterator[Entry]:
    for commitment in commitments(records):
        numbers = say.listed([str(number) for number in commitment.numbers])
        noun = "commitment" if len(commitment.numbers) == 1 else "commitments"
        text = f"{commitment.title} ({noun} {numbers})"
        yield text, Link(text, addresses.commitment(commitment.numbers[0]))
