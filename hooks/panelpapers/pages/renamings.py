"""What was renamed: where each old address leads, and what in the list of renamings cannot be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..reading.guessing import Guesses
from ..reading.problem import Problem
from ..records.publication import Records
from ..records.renaming import Renaming
from .places import BY_HAND


@dataclass(frozen=True, slots=True)
class Lead:
    """An old address, the address that took its place, and the entry that says so."""

    was: str
    now: str
    entry: Renaming


def page_of(address: str) -> str:
    """Give the page, or the file, of an address without the place on it."""
    return address.partition("#")[0]


def above(address: str) -> Iterator[str]:
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


def leads(records: Records, published: Iterable[str], known: frozenset[str]) -> dict[str, Lead]:
    """Give every old address that leads to another, with where it leads.

    Old are the addresses that the list of renamings names, and of those ``published`` the ones that stood on or below
    a page that it names: they lead to the same place of the new page, where it has that, else to the new page.
    ``known`` are the addresses that the site has.
    """
    named = {one.was: Lead(one.was, one.now, one) for one in entries(records)}
    carried = (_carried(one, named, known) for one in published if one not in known and one not in named)
    return named | {one.was: one for one in carried if one}


def _carried(address: str, named: Mapping[str, Lead], known: frozenset[str]) -> Lead | None:
    lead = next((named[one] for one in above(address) if one in named), None)
    if lead is None:
        return None
    rest = address[len(lead.was) :]
    new_names = (lead.now + rest, lead.now + _beside(lead, rest), lead.now + page_of(rest))
    on_the_page = page_of(address) == page_of(lead.was)
    now = next((one for one in new_names if one in known), lead.now if on_the_page else None)
    return Lead(address, now, lead.entry) if now else None


def _beside(lead: Lead, file: str) -> str:
    """Give the new name of a file that has the name of its page: ``old.csv`` beside ``indicators/old/``."""
    old, new = (one.rstrip("/").rpartition("/")[2] for one in (lead.was, lead.now))
    return new + file.removeprefix(old)


def wrong_renamings(records: Records, known: frozenset[str]) -> Iterator[Problem]:
    """Tell of each entry that cannot be meant: it leads nowhere, or its old address is still in use."""
    if records.unread:
        return
    first: dict[str, Renaming] = {}
    guesses = Guesses(known, 0.8)
    for one in entries(records):
        if one.was in first:
            line = first[one.was].at("was").line
            message = f'The old address "{one.was}" stands twice: on line {line} already.'
            yield _problem("renamed-twice", one, "was", message, "Delete one of the two.")
        first.setdefault(one.was, one)
    for one in entries(records):
        if one.was == one.now:
            message = f'"{one.was}" leads to itself.'
            yield _problem("renamed-to-itself", one, "now", message, "Write the address that took its place.")
        elif one.was in known:
            message = f'There still is something at "{one.was}".'
            fix = "Delete this entry, or give what is there another name."
            yield _problem("renamed-and-there", one, "was", message, fix)
        elif one.now in first:
            yield _chain(one, first, known)
        elif one.now not in known:
            yield _nowhere(one, guesses.nearest(one.now))
        else:
            yield from _of_two_kinds(one, known)


def _chain(one: Renaming, first: Mapping[str, Renaming], known: frozenset[str]) -> Problem:
    """Tell of an entry whose new address was renamed too; it leads to where the last of them leads."""
    seen, last = {one.was}, one.now
    while last in first and last not in seen:
        seen.add(last)
        last = first[last].now
    if last in known:
        return _problem("renamed-again", one, "now", f'"{one.now}" was renamed too.', f'Write "{last}" here.')
    fix = "Write an address that the site has."
    return _problem("renamed-again", one, "now", f'"{one.now}" was renamed too, and leads nowhere in the end.', fix)


def _nowhere(one: Renaming, near: str | None) -> Problem:
    fix = f'Did you mean "{near}"?' if near else "Copy the address from the page that you mean."
    return _problem("renamed-to-nothing", one, "now", f'There is nothing at "{one.now}".', fix)


def _of_two_kinds(one: Renaming, known: frozenset[str]) -> Iterator[Problem]:
    """Tell of what cannot lead to its new address: without a program, only a page leads a reader on."""
    page = page_of(one.was)
    if "#" in one.was and (page not in known or page in BY_HAND):
        there = "is written by hand" if page in BY_HAND else "is not there any more"
        fix = "Put the place back on that page." if page in BY_HAND else f'Give the whole page: "{page}".'
        message = f'The page of "{one.was}" {there}, so one place on it cannot lead elsewhere.'
        yield _problem("renamed-place", one, "was", message, fix)
    file = not page.endswith("/")
    if file != (not page_of(one.now).endswith("/")) or (file and "#" in f"{one.was}{one.now}"):
        message = f'"{one.was}" and "{one.now}" are not both pages, nor both files.'
        yield _problem("renamed-file", one, "now", message, "A file leads to a file, and a page to a page.")


def _problem(code: str, one: Renaming, field: str, message: str, fix: str) -> Problem:
    return Problem(code, one.at(field), message, fix, width=len(getattr(one, field)))
