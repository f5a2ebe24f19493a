"""What the addresses of this site look like, by the families of ``addresses``: only these may ever lead elsewhere.

A list of published addresses is text that anybody may propose, so a line in it proves nothing. Only what has the form
of a page, a place or a file of a record is an address of ours: never a script, a style sheet or a file for a host.
An address that the software itself stops making has to stay among the families.
"""

from __future__ import annotations

import re
from typing import Final

from ..records.attached import FORMATS
from . import addresses
from .places import CITED_FILES, REGISTERS

_DAY, _ID, _YEAR = "2000-12-31", "an-id", 1999
"""Examples, in whose places every address of a family has its own day, id or year."""

_FAMILIES: Final = (
    addresses.problems_of(_ID),
    addresses.fields_of(_ID),
    addresses.form_to_fill(_ID),
    *addresses.GUIDE_PAGES,
    addresses.BODIES,
    *(addresses.body(_ID) + address for address in ("", addresses.MEETINGS, addresses.meetings_in(_YEAR))),
    *(addresses.body(_ID) + address for address in (addresses.DECISIONS, addresses.decisions_in(_YEAR))),
    *(addresses.body(_ID) + address for address in (addresses.ACTIONS, addresses.MEMBERS)),
    *(addresses.body(_ID) + address for address in (addresses.VOTES, addresses.votes_in(_YEAR))),
    *(addresses.body(_ID) + address for address in (addresses.DEFERRALS, addresses.INTERESTS)),
    *(addresses.body(_ID) + address for address in (addresses.CALENDAR, addresses.FEED)),
    addresses.meeting(_DAY),
    addresses.meetings_in(_YEAR),
    addresses.agenda(_DAY),
    addresses.minutes(_DAY),
    addresses.whole(_DAY),
    addresses.decisions_of(_DAY),
    addresses.decisions_in(_YEAR),
    addresses.votes_in(_YEAR),
    addresses.matter(_ID),
    addresses.member(_ID),
    addresses.members_on(_DAY),
    addresses.indicator(_ID),
    *(addresses.beside_indicator(_ID, ending) for ending in CITED_FILES),
)
_FOR_DAY: Final = r"\d{4}-\d{2}-\d{2}"
_FOR_ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PLACE: Final = re.compile(r"[^#\x00-\x1f\x7f]+")
_FILE: Final = rf"[A-Za-z0-9][A-Za-z0-9_-]*\.(?i:{'|'.join(FORMATS)})"
"""A file that an item or a paper attaches, of a kind that no browser runs."""


def _pattern(example: str, at: int) -> str:
    """Give the pattern of a family: an id that stands in it twice is the same both times."""
    typed = re.escape(example).replace(re.escape(_DAY), _FOR_DAY).replace(str(_YEAR), r"\d{4}")
    return typed.replace(re.escape(_ID), f"(?P<id{at}>{_FOR_ID})", 1).replace(re.escape(_ID), f"(?P=id{at})")


_WITHDRAWABLE: Final = re.compile(
    f"{_pattern(addresses.paper(_DAY, _ID), 0)}|{_pattern(addresses.attached(_DAY, ''), 0)}{_FILE}"
)
_PAGES: Final = re.compile(
    "|".join((*sorted(map(re.escape, REGISTERS)), *(_pattern(example, at) for at, example in enumerate(_FAMILIES))))
)


def of_ours(address: str) -> bool:
    """Whether an address has the form of a page, a place or a file that this site makes, or made once."""
    page, mark, place = address.partition("#")
    if mark and not (_PLACE.fullmatch(place) and (page == "" or page.endswith("/"))):
        return False
    return bool(_PAGES.fullmatch(page) or _WITHDRAWABLE.fullmatch(page))


def can_be_withdrawn(address: str) -> bool:
    """Whether an address is that of a paper, a place in it or an attached file: what may have to be taken out."""
    return bool(_WITHDRAWABLE.fullmatch(addresses.page_of(address)))


def ending(address: str) -> str:
    """Give how the name of a file ends, by which browsers know what it is: ``csv``; nothing for a page."""
    return address.rpartition("/")[2].rpartition(".")[2].lower()
