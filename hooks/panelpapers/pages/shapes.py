"""What the addresses of this site look like, by the families of ``addresses``: only these may ever lead elsewhere.

A list of published addresses is text that anybody may propose, so a line in it proves nothing. Only what has the form
of a page, a place or a file of a record is an address of ours: never a script, a style sheet or a file for a host.
An address that the software itself stops making has to stay among the families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..records.attached import FORMATS
from . import addresses
from .places import CITED_FILES, REGISTERS

_LISTS_OF_BODIES: Final = (
    *("", addresses.MEETINGS, addresses.DECISIONS, addresses.ACTIONS, addresses.MEMBERS, addresses.VOTES),
    *(addresses.DEFERRALS, addresses.INTERESTS, addresses.CALENDAR, addresses.FEED, addresses.POSTER),
    *(family.form for family in (addresses.meetings_in, addresses.decisions_in, addresses.votes_in)),
    *(family.form for family in (addresses.actions_in, addresses.deferrals_in, addresses.interests_in)),
    addresses.members_in.form,
)
_LOOKS: Final = {
    "meeting": r"\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*",
    "id": r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "year": r"\d{4}",
    "ending": f"(?:{'|'.join(map(re.escape, CITED_FILES))})",
    "name": r"(?:oparl/)?[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?:json|csv|csv-metadata\.json|db)",
    "file": rf"[A-Za-z0-9][A-Za-z0-9_-]*\.(?i:{'|'.join(FORMATS)})",
}
"""How each thing looks that a page or a file is named by. No browser runs a file of a kind that can be attached."""
_PLACE: Final = re.compile(r"[^#\x00-\x1f\x7f]+")


def _pattern(form: str, at: int) -> str:
    """Give the pattern of a family: an id that stands in it twice is the same both times."""
    pattern = re.escape(form)
    for name, look in _LOOKS.items():
        again, typed = f"(?P={name}{at})", re.escape(f"{{{name}}}")
        pattern = pattern.replace(typed, f"(?P<{name}{at}>{look})", 1).replace(typed, again)
    return pattern


def _forms() -> Iterator[str]:
    """Give the form of every page and file; places on a page are told by its page."""
    families = (family.form for family in vars(addresses).values() if isinstance(family, addresses.Family))
    yield from (form for form in families if "#" not in form)
    yield from (addresses.body.form + form for form in _LISTS_OF_BODIES)


_WITHDRAWABLE: Final = re.compile(f"{_pattern(addresses.paper.form, 0)}|{_pattern(addresses.attached.form, 1)}")
_PAGES: Final = re.compile(
    "|".join(
        (
            *map(re.escape, (*sorted(REGISTERS), *addresses.GUIDE_PAGES)),
            *(re.escape(addresses.as_json(feed)) for feed in sorted(REGISTERS) if feed.startswith("feeds/")),
            *(_pattern(form, at) for at, form in enumerate(_forms())),
        )
    )
)


def of_ours(address: str) -> bool:
    """Whether an address has the form of a page, a place or a file that this site makes, or made once."""
    page, mark, place = address.partition("#")
    if mark and not (_PLACE.fullmatch(place) and (page == "" or page.endswith("/"))):
        return False
    return bool(_PAGES.fullmatch(page))


def can_be_withdrawn(address: str) -> bool:
    """Whether an address is that of a paper, a place in it or an attached file: what may have to be taken out."""
    return bool(_WITHDRAWABLE.fullmatch(addresses.page_of(address)))


def ending(address: str) -> str:
    """Give how the name of a file ends, by which browsers know what it is: ``csv``; nothing for a page."""
    return address.rpartition("/")[2].rpartition(".")[2].lower()
