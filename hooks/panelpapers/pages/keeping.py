"""No published address disappears: what was in the list of published addresses is still there, or leads elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ..facts.attached import namings
from ..facts.rows import grouped
from ..reading.guessing import Guesses
from ..reading.published import AddressList, hash_of, heading, is_hash
from ..records.place import Place
from ..records.problem import Problem
from ..records.publication import Records
from . import addresses
from .called import had_before
from .entries import early
from .renamings import MEETING, containing, leads
from .shapes import can_be_withdrawn, of_ours
from .withdrawals import withdrawals

SHOWN: Final = 5
"""How many of the addresses that were taken out of the list are named."""


def gone(
    records: Records, published: Iterable[str], known: frozenset[str], file: str, lines: Sequence[str]
) -> Iterator[Problem]:
    """Tell of each published address at which nothing is any more, with the line that says what took its place.

    Where a record may only be called otherwise, it is told there, with the id or the number that it had.

    ``known`` are the addresses that the site has; ``file`` is the list of renamings as shown to people and ``lines``
    are its lines, none where it is not there. What stood on or below a page that is gone is told with that page.
    """
    if records.unread:
        return
    published, taken = frozenset(published), withdrawals(records)
    kept = known | leads(records, published, known).keys()
    named = {addresses.attached(*naming.key) for naming in namings(records)}  # told of, if they are not there
    lost = published - kept - named
    missing = frozenset(address for address in lost if of_ours(address) and not taken.settle(address))
    near, told = _Nearest(known - published), set[Place]()
    for address, others in together(missing).items():
        below = "" if not others else f" with {others} other{'s' if others > 1 else ''} on or below it"
        now = near.to(address)
        number, line = line_to_add(lines, address, now or "")
        fact = f'The address "{address}" was published{below}, and nothing is there any more.'
        had = had_before(records, early(address), early(now)) if now else None
        if had is None:
            yield Problem("address-gone", Place(file, number), fact, _fix(address, now, file), line if now else None)
        elif had.place not in told:  # what else is gone with it is told when this is not it
            told.add(had.place)
            fix = f'If this is what was there, give it back its {had.field}, "{had.old}". {_fix(address, now, file)}'
            yield Problem("address-gone", had.place, fact, fix, perhaps=had.lines)
    for hashed in taken.unsettled(filter(is_hash, published), kept):
        fact = f'What had the address with the hash "{hashed}" was published, and nothing is there any more.'
        fix = f'Put back what was there, or say in {file}, under "gone:", when it was taken out: {_gone(hashed)}.'
        yield Problem("address-gone", Place(file), fact, fix)


def not_ours(published: Mapping[str, Place]) -> Iterator[Problem]:
    """Tell of lines in the list of published addresses that are no address of this site, all at the first of them."""
    foreign = [line for line in published if not of_ours(line) and not is_hash(line)]
    if foreign:
        more = f", nor are {len(foreign) - 1:,} more lines" if len(foreign) > 1 else ""
        fact = f'"{foreign[0][:80]}" is not an address that this site gives to a record{more}.'
        fix = "Delete it, and ask who proposed it: only `panel-papers addresses` adds lines to this list."
        yield Problem("foreign-address", published[foreign[0]], fact, fix)


def still_readable(records: Records, published: Mapping[str, Place]) -> Iterator[Problem]:
    """Warn of addresses in the list that say what was taken out, all at the first of them."""
    taken = withdrawals(records)
    if readable := [place for address, place in published.items() if taken.hide(address)]:
        more = f", and {len(readable) - 1:,} more like it" if len(readable) > 1 else ""
        fact = f"This is the old address of something that was taken out{more}."
        fix = "Run `panel-papers addresses`: it writes a hash in its place."
        yield Problem("withdrawn-address", readable[0], fact, fix, severity="warning")


def _gone(hashed: str) -> str:
    return f'- {{was: "{hashed}", on: (the day)}}'


def of_another(published: AddressList, name: str) -> Problem:
    """Tell that the list of published addresses is of a panel that has another name than this one, ``name``."""
    was, place = next(iter(published.names.items()))
    fact = f'This list of published addresses is of "{was}", and this panel is "{name}".'
    fix = (
        f"If the panel has a new name, say so as shown below. If this is another panel, delete {place.file}: "
        "`panel-papers addresses` begins a list for it."
    )
    return Problem("list-of-another", place, fact, fix, heading((name, *published.names)))


def taken_out(ever: frozenset[str], published: Iterable[str], file: str) -> Iterator[Problem]:
    """Tell which addresses were taken out of the list ``file``; ``ever`` are all that it ever held."""
    listed = frozenset(published)
    if taken := sorted(address for address in ever - listed if hash_of(address) not in listed):
        more = f" and {len(taken) - SHOWN:,} more" if len(taken) > SHOWN else ""
        fact = f"What was in this list was taken out of it: {', '.join(taken[:SHOWN])}{more}."
        fix = f"Put each line back, anywhere in the list. `git log -p -- {file}` shows them."
        yield Problem("address-gone", Place(file), fact, fix)


def _fix(address: str, now: str | None, file: str) -> str:
    taken_out = (
        f' If nobody may read it any more, write there under "gone:": {_gone(hash_of(address))}.'
        if can_be_withdrawn(address)
        else ""
    )
    if meeting := MEETING.fullmatch(address):
        taken_out = (
            " If the meeting was moved, put back its folder with state: postponed, and write in the meeting "
            f"on the new day moved_from: {meeting[1]}."
        )
    if now:
        entry = f"- {{was: {address}, now: {now}}}"
        kept = f'If "{now}" took its place, write in {file}, under "renamed:": {entry}. Else put back what was there.'
        return kept + taken_out
    entry = f"- {{was: {address}, now: (the address that took its place)}}"
    return f'Put back what was there, or say in {file}, under "renamed:", what took its place: {entry}.{taken_out}'


def together(missing: frozenset[str]) -> Mapping[str, int]:
    """Give the highest of the addresses that are missing, each with how many more stood on or below it."""
    found: dict[str, int] = defaultdict(int)
    for address in sorted(missing):
        highest = [address, *(higher for higher in containing(address) if higher in missing)][-1]
        found[highest] += address != highest
    return found


class _Nearest:
    """Finds among the addresses that are new the one that probably took the place of another."""

    def __init__(self, new: Iterable[str]) -> None:
        by_family = grouped((_family(address), address) for address in new)
        self.by_family = {family: Guesses(addresses) for family, addresses in by_family.items()}

    def to(self, address: str) -> str | None:
        """Give the one new address of the same kind in the same place, or of several the most similar one."""
        family = self.by_family.get(_family(address))
        if family is None:
            return None
        return family.known[0] if len(family.known) == 1 else family.nearest(address)


def _family(address: str) -> tuple[str, str]:
    """Give what addresses of one kind share: the page of a place, or the folder of a page, and how they end."""
    page, mark, _ = early(address).partition("#")
    folder = page if mark else page[: page.rstrip("/").rfind("/") + 1]
    return folder, mark or ("/" if page.endswith("/") else page[page.rfind(".") :])


def line_to_add(lines: Sequence[str], was: str, now: str) -> tuple[int, str]:
    """Give the line that adds an entry to the list of renamings, and the number of the line in whose place it stands.

    That is the first line after the end of the file, or the last one, where the whole list is between brackets.
    """
    entry = f"{{was: {was}, now: {now}}}"
    typed = [line.rstrip() for line in lines]
    while typed and not typed[-1]:
        typed.pop()
    if not typed:
        return 1, f"renamed: [{entry}]"
    if typed[-1].endswith("]"):
        return len(typed), f"{typed[-1][:-1]}, {entry}]"
    set_in = next((found[1] for line in typed if (found := re.match(r"( *)- ", line))), "  ")
    return len(typed) + 1, f"{set_in}- {entry}"


def as_listed(published: Iterable[str], records: Records) -> list[str]:
    """Give the published addresses as the list is to have them: of what was taken out, only a hash."""
    taken = withdrawals(records)
    return [hash_of(address) if taken.hide(address) else address for address in published]


def additions(published: Iterable[str], known: frozenset[str]) -> list[str]:
    """Give the addresses that the list of published addresses does not have yet, in order.

    The home page needs no line.
    """
    return sorted(known - frozenset(published) - {""})
