"""What was renamed: where each old address leads, and what in the list of renamings cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..facts.moves import Moves
from ..reading.guessing import Guesses
from ..reading.published import PUBLISHED
from ..records.meeting import MeetingChange, date_of
from ..records.problem import Problem
from ..records.publication import Records, Renaming
from . import addresses
from .addresses import page_of
from .places import BY_HAND
from .shapes import ending, of_ours
from .withdrawals import Withdrawals, withdrawals

MEETING: Final = re.compile(addresses.meeting(r"(\d{4}-\d{2}-\d{2}[a-z0-9-]*)"))
"""The address of a meeting, with its id."""


@dataclass(frozen=True, slots=True)
class Lead:
    """An old address, the address that took its place, and the entry that says so.

    ``secret`` is an old address that may stand in no list: it says what was withdrawn.
    """

    was: str
    now: str
    entry: Renaming
    secret: bool = False


def containing(address: str) -> Iterator[str]:
    """Give what an address stands in, on or below, the nearest first: a longer place, its page, the pages above it.

    ``minutes/#minute-17-ii`` stands in ``minutes/#minute-17`` and on ``minutes/``.
    """
    page, mark, place = address.partition("#")
    while "-" in place:
        place = place.rpartition("-")[0]
        yield f"{page}#{place}"
    folder = page if mark else page[: page.rstrip("/").rfind("/") + 1]
    while folder:
        yield folder
        folder = folder[: folder.rstrip("/").rfind("/") + 1]


def entries(records: Records) -> list[Renaming]:
    """Give every entry of the list of renamings."""
    return records.renamed.renamed if records.renamed else []


def _oldest_first(records: Records) -> list[Renaming]:
    """Give the entries by the day on which something was renamed; those without one come first, in their order."""
    return sorted(entries(records), key=lambda entry: entry.on or date.min)


def moves_of(records: Records) -> Moves:
    """Give which meetings were moved: by their own records, and by the renaming of a whole meeting to another day."""
    renamed: dict[str, tuple[str, MeetingChange | None]] = {}
    for entry in _oldest_first(records):
        old, new = _meeting_at(entry.was), _meeting_at(entry.now)
        if old and new in records.meetings:
            moved = entry.on if date_of(old) != date_of(new) else None
            change = MeetingChange.model_construct(on=moved, why=entry.why) if moved else None
            renamed.setdefault(new, (old, change))
    return Moves(records, renamed)


def _meeting_at(address: str) -> str:
    """Give the id of a meeting from the address of its page; nothing for any other address, or without a day."""
    found = MEETING.fullmatch(address)
    try:
        return found[1] if found and date_of(found[1]) else ""
    except ValueError:
        return ""


def leads(records: Records, published: Iterable[str], known: frozenset[str]) -> dict[str, Lead]:
    """Give every old address that leads to another, with where it leads.

    Old are the addresses that the list of renamings names, and of those ``published`` the ones that stood on or below
    a page that it names: they lead to the same place of the new page, where it has that, else to the new page. What
    was below a meeting that was moved leads to the same below the new day by itself, and so does the old page of a
    paper that was removed to its neutral address.
    ``records`` are as typed, and ``known`` are the addresses that the site has.
    """
    taken = withdrawals(records)
    named = {
        entry.was: Lead(entry.was, entry.now, entry, secret=entry.now in taken.secret.values())
        for entry in _oldest_first(records)
        if of_ours(entry.was) and not _on_what_was_removed(entry.was, taken)
    }
    old = (
        address
        for address in published
        if address not in known and address not in named and not taken.settle(address)
    )
    carriers = dict(_moved_meetings(records)) | named
    carried = (_carried(address, carriers, known) for address in old if of_ours(address))
    removed = {
        was: Lead(was, now, Renaming(was=was, now=now), secret=True)
        for was, now in taken.secret.items()
        if now in known and was not in known
    }
    return named | {lead.was: lead for lead in carried if lead} | removed


def _moved_meetings(records: Records) -> Iterator[tuple[str, Lead]]:
    """Give each postponed meeting with the one that took its place, which has what stood below it."""
    moves = moves_of(records)
    for meeting_id, meeting in records.meetings.items():
        now = moves.now(meeting_id)
        if meeting.called_off and now:
            was, at = addresses.meeting(meeting_id), addresses.meeting(now)
            yield was, Lead(was, at, Renaming(was=was, now=at))


def _on_what_was_removed(address: str, taken: Withdrawals) -> bool:
    return "#" in address and taken.settle(address)


def _carried(address: str, named: Mapping[str, Lead], known: frozenset[str]) -> Lead | None:
    lead = next((named[higher] for higher in containing(address) if higher in named), None)
    if lead is None:
        return None
    rest = address[len(lead.was) :]
    new_names = (lead.now + rest, lead.now + _beside(lead, rest), lead.now + page_of(rest))
    on_the_page = page_of(address) == page_of(lead.was)
    now = next((name for name in new_names if name in known), lead.now if on_the_page else None)
    return Lead(address, now, lead.entry, lead.secret) if now else None


def _beside(lead: Lead, file: str) -> str:
    """Give the new name of a file that has the name of its page: ``old.csv`` beside ``indicators/old/``."""
    old, new = (address.rstrip("/").rpartition("/")[2] for address in (lead.was, lead.now))
    return new + file.removeprefix(old)


def wrong_renamings(records: Records, known: frozenset[str], published: Collection[str]) -> Iterator[Problem]:
    """Tell of each entry that cannot be meant.

    Its old address was never published here or is still in use, or its new one leads nowhere.
    """
    if records.unread:
        return
    taken = withdrawals(records)
    in_use = frozenset(_same(address) for address in (*known, *taken.secret))
    led = {_same(entry.was): entry for entry in reversed(entries(records))}
    newer = {**taken.secret, **{entry.was: entry.now for entry in led.values()}}
    was, now = Guesses(published, 0.8), Guesses(known, 0.8)
    for entry in entries(records):
        first = led[_same(entry.was)]
        if first is not entry:
            message = f'The old address "{entry.was}" stands twice: on line {first.at("was").line} already.'
            yield Problem("renamed-twice", entry.at("was"), message, "Delete one of the two.")
        if entry.was == entry.now:
            message = f'"{entry.was}" leads to itself.'
            yield Problem("renamed-to-itself", entry.at("now"), message, "Write the address that took its place.")
        elif wrong := _no_old_address(entry, in_use, published, was):
            yield wrong
        elif not _on_what_was_removed(entry.was, taken):
            yield from _no_new_address(entry, newer, known, now)


def _same(address: str) -> str:
    """Give what is one address on a system that takes capitals for small letters; only files may have capitals."""
    return address if "#" in address else address.casefold()


def _no_old_address(
    entry: Renaming, in_use: Collection[str], published: Collection[str], guesses: Guesses
) -> Problem | None:
    """Tell of an entry at whose old address this site never had anything to lead on from, or still has something."""
    if not of_ours(entry.was):
        message = f'"{entry.was}" is not an address that this site gives to a record.'
        fix = "Write the address of a page, a place or a file that was published here, or delete this entry."
        return Problem("foreign-address", entry.at("was"), message, fix)
    if _same(entry.was) in in_use:
        fix = "Delete this entry, or give what is there another name."
        return Problem("renamed-and-there", entry.at("was"), f'There still is something at "{entry.was}".', fix)
    if entry.was in published:
        return None
    near = guesses.nearest(entry.was)
    fix = f'Did you mean "{near}"?' if near else f"Delete this entry. If it was published, add it to {PUBLISHED}."
    message = f'"{entry.was}" is not in the list of published addresses.'
    return Problem("renamed-unpublished", entry.at("was"), message, fix)


def _no_new_address(
    entry: Renaming, newer: Mapping[str, str], known: frozenset[str], guesses: Guesses
) -> Iterator[Problem]:
    if entry.now in newer:
        yield _chain(entry, newer, known)
    elif entry.now not in known:
        near = guesses.nearest(entry.now)
        fix = f'Did you mean "{near}"?' if near else "Copy the address from the page that you mean."
        yield Problem("renamed-to-nothing", entry.at("now"), f'There is nothing at "{entry.now}".', fix)
    else:
        yield from _of_two_kinds(entry, known)


def _chain(entry: Renaming, newer: Mapping[str, str], known: frozenset[str]) -> Problem:
    """Tell of an entry whose new address was renamed too; it leads to where the last of them leads."""
    seen, last = {entry.was}, entry.now
    while last in newer and last not in seen:
        seen.add(last)
        last = newer[last]
    if last in known:
        return Problem("renamed-again", entry.at("now"), f'"{entry.now}" was renamed too.', f'Write "{last}" here.')
    fix = "Write an address that the site has."
    fact = f'"{entry.now}" was renamed too, and leads nowhere in the end.'
    return Problem("renamed-again", entry.at("now"), fact, fix)


def _of_two_kinds(entry: Renaming, known: frozenset[str]) -> Iterator[Problem]:
    """Tell of what cannot lead to its new address: without a program, only a page leads a reader on."""
    page = page_of(entry.was)
    if "#" in entry.was and (page not in known or page in BY_HAND):
        there = "is written by hand" if page in BY_HAND else "is not there any more"
        fix = "Put the place back on that page." if page in BY_HAND else f'Give the whole page: "{page}".'
        message = f'The page of "{entry.was}" {there}, so one place on it cannot lead elsewhere.'
        yield Problem("renamed-place", entry.at("was"), message, fix)
    if ending(page) != ending(page_of(entry.now)) or (ending(page) and "#" in f"{entry.was}{entry.now}"):
        message = f'"{entry.was}" and "{entry.now}" are not both pages, nor both files of one kind.'
        fix = "A file leads to a file of the same kind, and a page to a page."
        yield Problem("renamed-file", entry.at("now"), message, fix)
