"""What finds things: the search page, what a search finds a page as, and the A to Z of all titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import get_args

from ..records.people import Person
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import HOME, File, Link, Page, PageKind


def search_page(parts: Sequence[Page | File], examples: Sequence[str], renderer: Renderer) -> Page:
    """Give the search page for a site that has these pages: only kinds and years that it has are offered.

    ``examples`` are references of this site, to show what can be typed.
    """
    pages = [part for part in parts if isinstance(part, Page)]
    html = renderer.html(
        "search",
        addresses.SEARCH,
        kinds=[kind for kind in get_args(PageKind) if any(page.kind == kind for page in pages)],
        years=sorted({page.meeting.year for page in pages if page.meeting}, reverse=True),
        held_by=sorted({name for page in pages if page.meeting for name in page.meeting.bodies}),
        examples=examples,
    )
    summary = "Find a word, a minute, a paragraph or a decision anywhere on this site."
    return Page(addresses.SEARCH, "Search", summary, html, (HOME,), kind=None)


def found_as(page: Page | None, title: str) -> dict[str, str]:
    """Give what a page is found as: title, kind, and day and year of its meeting; nothing when it is not searched.

    A page that people write by hand has no ``Page`` and is of the kind Other.
    """
    if page is None:
        return {"title": title, "kind": "Other"}
    if page.kind is None:
        return {}
    found = {"title": title, "kind": page.kind}
    if page.meeting:
        found |= {"meeting": say.day(page.meeting), "year": str(page.meeting.year)}
        found |= {f"body-{number}": name for number, name in enumerate(page.meeting.bodies, 1)}
    return found


_NUMBERS = "0 to 9"


Entry = tuple[str, Link]
"""A line of the list: what it is sorted by, and the link."""


def _letter(entry: Entry) -> str:
    """Give the letter that a line stands under."""
    first = entry[0][:1].upper()
    return first if first.isalpha() else _NUMBERS


def a_to_z_page(parts: Sequence[Page | File], records: Records, renderer: Renderer) -> Page:
    """Give the A to Z of a site that has these pages.

    What stands on a meeting's own page (its agenda, minutes, decisions) is found from there and has no line here.
    """
    entries = sorted(
        (*_pages(parts, records), *_members(records), *_commitments(records)),
        key=lambda entry: (_letter(entry) != _NUMBERS, entry[0], entry[1].address),
    )
    letters = [(letter, [link for _, link in group]) for letter, group in groupby(entries, _letter)]
    html = renderer.html("a-to-z", addresses.A_TO_Z, letters=letters)
    summary = "Every matter, meeting, paper, figure, member and commitment, in the order of the alphabet."
    return Page(addresses.A_TO_Z, "A to Z", summary, html, (HOME,), kind=None)


def sorted_by(title: str) -> str:
    """Give what a title is sorted by: small letters without marks, and without "the" at the beginning."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"^(?:\W+|the\s+)+", "", plain.lower())


def _pages(parts: Sequence[Page | File], records: Records) -> Iterator[Entry]:
    members = {addresses.member(person_id) for person_id in records.people}
    for page in parts:
        if not isinstance(page, Page) or page.address == addresses.HOME or page.address in members:
            continue
        if page.meeting and page.kind not in ("Meeting", "Paper", "Figure"):
            continue
        # Meetings of one name follow each other in order of time.
        title = page.title.replace(say.day(page.meeting), page.meeting.isoformat()) if page.meeting else page.title
        yield sorted_by(title), Link(page.title, page.address)


def _members(records: Records) -> Iterator[Entry]:
    for person_id, person in records.people.items():
        if person.terms:
            text = f"{surname_first(person)}, {person.role}"
            yield sorted_by(text), Link(text, addresses.member(person_id))


def surname_first(person: Person) -> str:
    """Give a name as a list by surname has it: ``Foster, Simon``, ``Jones, Professor Ann``."""
    given, _, surname = person.name.rpartition(" ")
    first = " ".join(filter(None, (person.title, given)))
    return f"{surname}, {first}" if first else surname


def _commitments(records: Records) -> Iterator[Entry]:
    for commitment in records.plan.commitments if records.plan else ():
        numbers = say.listed([str(number) for number in commitment.numbers])
        noun = "commitment" if len(commitment.numbers) == 1 else "commitments"
        text = f"{commitment.title} ({noun} {numbers})"
        yield sorted_by(text), Link(text, addresses.commitment(commitment.numbers[0]))
