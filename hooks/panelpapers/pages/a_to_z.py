"""The A to Z of all titles: one page, and on a large site more for papers, by the first letters of their titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Final

from ..facts.rows import commitments, grouped
from ..records.language import each_version, sort_key, unmarked, versions_of
from ..records.people import Person
from ..records.publication import Records
from ..words import format as say
from ..words.members import beside
from . import addresses
from .rendering import Renderer
from .search import titled
from .sections import SECTION_NAMES
from .site import HOME, File, Link, Page
from .titles import MOST, NUMBERS, Letter, Titled, address_of, is_large, letter_of, letter_pages, papers, sorted_by

A_TO_Z = Link("A to Z", addresses.A_TO_Z)

Entry = tuple[str, Link]
"""A line of the list: what it is sorted by, or made from, and the link."""

_OF_A_YEAR: Final = re.compile(r"/\d{4}/$")


def a_to_z_pages(
    parts: Sequence[Page | File], records: Records, renderer: Renderer, published: Collection[str] = ()
) -> Iterator[Page]:
    """Give the A to Z of a site that has these pages.

    What stands on a meeting's own page (its agenda, minutes, decisions) is found from there and has no line here, and
    so are the pages to which the guide for editors leads, and those of years.
    """
    language, large = records.language, is_large(records)
    links = _told_apart([*_pages(parts, records, large=large), *_members(records), *_commitments(records)])
    entries = _sorted(
        {(sorted_by(version, language), link) for named, link in links for version in versions_of(named)}, records
    )
    by_letter = groupby(entries, lambda entry: letter_of(entry[0], language))
    letters = [(letter, [link for _, link in group]) for letter, group in by_letter]
    titles = [title for title in titled(records) if not (large and title in ("meeting", "paper"))]
    of_letters = letter_pages(records, published)
    found = grouped((letter_of(paper.sorted_by, language), paper) for paper in papers(records)) if of_letters else {}
    of_papers = [(letter, len(found.get(letter.letter, ()))) for letter in of_letters.values() if not letter.year]
    html = renderer.html(
        "a-to-z",
        addresses.A_TO_Z,
        letters=letters,
        titles=titles,
        large=large,
        of_papers=[(letter.letter, count, address_of(letter)) for letter, count in sorted(of_papers)],
    )
    summary = f"Every {say.listed(titles)}, in the order of the alphabet."
    yield Page(addresses.A_TO_Z, A_TO_Z.text, summary, html, (HOME,), kind=None)
    for at, letter in of_letters.items():
        yield _letter(at, letter, found.get(letter.letter, ()), records, renderer)


def _letter(at: str, letter: Letter, found: Sequence[Titled], records: Records, renderer: Renderer) -> Page:
    """Give the papers of a letter, or those of one year, or where they are too many the years that have them."""
    by_year = grouped((paper.year, paper) for paper in found) if len(found) > MOST or letter.year else {}
    shown = by_year.get(letter.year, ()) if letter.year else () if by_year else found
    said = f"Papers from {letter.letter}" if letter.letter == NUMBERS else f"Papers with {letter.letter}"
    of_all = Link(said, address_of(Letter(letter.letter, None)))
    title = f"{said} in {letter.year}" if letter.year else said
    years = [
        (Link(f"{said} in {year}", address_of(Letter(letter.letter, year))), len(by_year[year]))
        for year in sorted(by_year, reverse=True)
        if year != letter.year
    ]
    entries = _sorted({(paper.sorted_by, Link(paper.title, paper.address)) for paper in shown}, records)
    html = renderer.html("a-to-z-letter", at, title=title, links=[link for _, link in entries], years=years)
    trail = (HOME, A_TO_Z, of_all) if letter.year else (HOME, A_TO_Z)
    return Page(at, title, f"{title}, in the order of the alphabet.", html, trail, kind=None)


def _sorted(entries: Collection[Entry], records: Records) -> list[Entry]:
    language = records.language
    return sorted(
        entries,
        key=lambda entry: (
            letter_of(entry[0], language) != NUMBERS,
            sort_key(entry[0], language),
            entry[1].address,
        ),
    )


def _told_apart(links: list[Entry]) -> list[Entry]:
    """Give links of which no two of one name lead to two places: that of a matter says what it leads to."""
    names = Counter((*(unmarked(link.text).casefold() for _, link in links), *SECTION_NAMES))
    return [
        (named, Link(f"{link.text}, all about it", link.address))
        if link.address.startswith(addresses.MATTERS) and names[unmarked(link.text).casefold()] > 1
        else (named, link)
        for named, link in links
    ]


def _pages(parts: Sequence[Page | File], records: Records, *, large: bool) -> Iterator[Entry]:
    members = {addresses.member(person_id) for person_id in records.people}
    for page in parts:
        if not isinstance(page, Page) or page.address == addresses.HOME or page.address in members:
            continue
        if page.meeting and page.kind not in ("Figure", *(() if large else ("Meeting", "Paper"))):
            continue
        if _OF_A_YEAR.search(page.address):
            continue  # its register leads there
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
