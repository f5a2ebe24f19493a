"""By what titles are sorted, and papers by their titles: what is known of the A to Z without making a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from ..facts.rows import grouped
from ..records.language import ENGLISH, first_letter, is_english, unmarked, versions_of
from ..records.meeting import date_of
from ..records.publication import Records
from ..words import format as say
from . import addresses

MOST: Final = 500
"""How many meetings and papers may be listed in one A to Z, and how many papers on the page of a letter."""

NUMBERS: Final = "0 to 9"


class Titled(NamedTuple):
    """A paper in the A to Z: what it is sorted by, the year of its meeting, its title and address."""

    sorted_by: str
    year: int
    title: str
    address: str


class Letter(NamedTuple):
    """A page of papers whose titles begin with a letter: of a year, or without one of all years."""

    letter: str
    year: int | None


def sorted_by(title: str, language: str = ENGLISH) -> str:
    """Give what a title is sorted by: small letters, and without "the" at the beginning; in English without marks."""
    plain = unmarked(title)
    if is_english(language):
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"^(?:\W+|the\s+)+", "", plain.lower())


def letter_of(sorted_as: str, language: str) -> str:
    """Give the letter that a line stands under, in the alphabet of a language."""
    first = first_letter(sorted_as, language)
    return first if first[:1].isalpha() else NUMBERS


def is_large(records: Records) -> bool:
    """Whether a site has more meetings and papers than one page should list."""
    return len(records.meetings) + len(records.papers) > MOST


def papers(records: Records) -> Iterator[Titled]:
    """Give each paper by its title, in each of its languages."""
    for (meeting_id, paper_id), paper in records.papers.items():
        title, address = (
            f"{paper.title}, {say.day(records.day_of(meeting_id))}",
            addresses.paper(meeting_id, paper_id),
        )
        for version in versions_of(paper.title):
            yield Titled(sorted_by(version, records.language), date_of(meeting_id).year, title, address)


def letter_pages(records: Records, published: Collection[str] = ()) -> Mapping[str, Letter]:
    """Give the pages of letters by their addresses, on a site so large that it has them.

    A letter with too many papers has a page for each year. What was ``published`` is there, with papers or without.
    """
    kept = {address: letter for address in published if (letter := _published(address))}
    if not is_large(records):
        return kept
    by_letter = grouped((letter_of(paper.sorted_by, records.language), paper.year) for paper in papers(records))
    for first, years in by_letter.items():
        for year in (None, *(years if len(years) > MOST else ())):
            kept[address_of(Letter(first, year))] = Letter(first, year)
    return kept


def address_of(letter: Letter) -> str:
    """Give the address of the page of a letter, or of one of its years."""
    key = _key(letter.letter)
    return addresses.titles_with_in(key, letter.year) if letter.year else addresses.titles_with(key)


def _key(letter: str) -> str:
    """Give a letter as it stands in an address: ``r``, ``ll``, ``0-9``, and ``u0436`` for one beyond English."""
    if letter == NUMBERS:
        return "0-9"
    return letter.lower() if letter.isascii() else "-".join(f"u{ord(sign):04x}" for sign in letter.lower())


_LETTER: Final = re.compile(rf"{addresses.A_TO_Z}([a-z0-9-]+)/(?:(\d{{4}})/)?")


def _published(address: str) -> Letter | None:
    found = _LETTER.fullmatch(address)
    if not found:
        return None
    signs = [
        chr(int(sign[1:], 16)) if re.fullmatch(r"u[0-9a-f]{4,5}", sign) else sign for sign in found[1].split("-")
    ]
    letter = NUMBERS if found[1] == "0-9" else "".join(signs).capitalize()
    return Letter(letter, int(found[2]) if found[2] else None)
