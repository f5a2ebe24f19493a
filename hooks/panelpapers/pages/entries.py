"""Where the entries of registers that grow stand: each under its year, or where its address was published before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Protocol, TypeVar

from ..facts.deferrals import Deferral
from ..records.meeting import date_of
from . import addresses
from .addresses import Family, page_of, place_of

Entry = TypeVar("Entry")
Made = TypeVar("Made", bound="OfMeeting")

_EARLY: Final = re.compile(
    rf"({addresses.ACTIONS}|{addresses.QUESTIONS}|{addresses.DEFERRALS})#(?:action|question|deferral)-(\d{{4}})-"
)

LATEST: Final = 100
"""How many entries of a kind a register shows beside those that stand on it: the others are on the pages of years."""


class EntryAddresses:
    """Gives the address of an entry: under its year, or the one that was ``published`` before years had pages."""

    def __init__(self, published: Collection[str] = ()) -> None:
        registers = tuple(f"{at}#" for at in (addresses.ACTIONS, addresses.QUESTIONS, addresses.DEFERRALS))
        self._published = frozenset(address for address in published if address.startswith(registers))

    def action(self, action_id: str) -> str:
        """Give the address of an action by its id, which begins with the day of its meeting."""
        return self._of_year(addresses.actions_in, addresses.early_action(action_id), action_id)

    def question(self, meeting_id: str, question_id: str) -> str:
        """Give the address of a question from the public."""
        return self._of_year(addresses.questions_in, addresses.early_question(meeting_id, question_id), meeting_id)

    def deferral(self, meeting_id: str, kind: str, key: str) -> str:
        """Give the address of business that was put off, by what says so."""
        return self._of_year(addresses.deferrals_in, addresses.early_deferral(meeting_id, kind, key), meeting_id)

    def placed(self, address: str) -> str:
        """Give where an entry is, by the address that it would have had before years had pages."""
        found = _EARLY.match(address)
        if found is None or address in self._published:
            return address
        return f"{found[1]}{found[2]}/#{place_of(address)}"

    def of(self, entry: Deferral) -> str:
        """Give the address of business that was put off."""
        return self.deferral(entry.meeting_id, entry.source.kind, entry.source.key)

    def _of_year(self, pages: Family, early: str, meeting_id: str) -> str:
        if early in self._published:
            return early
        return f"{pages(date_of(meeting_id).year)}#{place_of(early)}"


UNPUBLISHED: Final = EntryAddresses()
"""The addresses of a site of which nothing was published before years had pages."""

_OF_A_YEAR: Final = re.compile(rf"^({addresses.ACTIONS}|{addresses.QUESTIONS}|{addresses.DEFERRALS})\d{{4}}/#")


def early(address: str) -> str:
    """Give the address that an entry had, or would have had, before there were pages of years; any other as it is."""
    return _OF_A_YEAR.sub(r"\1#", address)


def shown(entries: Sequence[Entry], at: Sequence[str], page: str) -> tuple[list[Entry], int]:
    """Give the entries that a register at the address ``page`` shows, in their order, and how many it leaves out.

    ``at`` has the address of each. Those that stand on the register are shown, and of all others the last ones.
    """
    elsewhere = [number for number, address in enumerate(at) if page_of(address) != page]
    left_out = frozenset(elsewhere[:-LATEST])
    return [entry for number, entry in enumerate(entries) if number not in left_out], len(left_out)


class OfMeeting(Protocol):
    """What is of a meeting."""

    @property
    def meeting_id(self) -> str:
        """The id of the meeting."""


def years_of(entries: Sequence[OfMeeting]) -> list[int]:
    """Give the years that have pages of their own, the last first: none where all entries fit on one page."""
    if len(entries) <= LATEST:
        return []
    return sorted({date_of(entry.meeting_id).year for entry in entries}, reverse=True)


def latest(entries: Sequence[Made], years: Collection[int], *, last_first: bool = True) -> Sequence[Made]:
    """Give what a page shows of entries that stand on the pages of ``years`` too: the latest, in their order."""
    if not years:
        return entries
    return entries[:LATEST] if last_first else entries[-LATEST:]


def within(entries: Iterable[Made], year: int) -> list[Made]:
    """Give the entries of the meetings of a year."""
    return [entry for entry in entries if date_of(entry.meeting_id).year == year]
