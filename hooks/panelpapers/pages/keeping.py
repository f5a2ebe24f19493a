"""No published address disappears: what was in the list of published addresses is still there, or leads elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..reading.guessing import Guesses
from ..reading.problem import Problem
from ..records.place import Place
from ..records.publication import Records
from .renamings import above, leads


def gone(
    records: Records, published: Iterable[str], known: frozenset[str], file: str, lines: Sequence[str]
) -> Iterator[Problem]:
    """Tell of each published address at which nothing is any more, with the line that says what took its place.

    ``known`` are the addresses that the site has; ``file`` is the list of renamings as shown to people and ``lines``
    are its lines, none where it is not there. What stood on or below a page that is gone is told with that page.
    """
    if records.unread:
        return
    published = frozenset(published)
    kept = known | leads(records, published, known).keys()
    missing = published - kept
    near = _Nearest(known - published)
    for address, others in _together(missing).items():
        below = "" if not others else f" with {others} other{'s' if others > 1 else ''} on or below it"
        now = near.to(address)
        number, line = line_to_add(lines, address, now or "")
        yield Problem(
            code="address-gone",
            place=Place(file, number),
            message=f'The address "{address}" was published{below}, and nothing is there any more.',
            fix=_fix(address, now, file),
            suggestion=line if now else None,
        )


def _fix(address: str, now: str | None, file: str) -> str:
    if now:
        return f'If "{now}" took its place, say so in {file} as shown below. Else put back what was there.'
    entry = f"- {{was: {address}, now: (the address that took its place)}}"
    return f'Put back what was there, or say in {file}, under "renamed:", what took its place: {entry}.'


def _together(missing: frozenset[str]) -> Mapping[str, int]:
    """Give the highest of the addresses that are missing, each with how many more stood on or below it."""
    found: dict[str, int] = defaultdict(int)
    for address in sorted(missing):
        highest = [address, *(one for one in above(address) if one in missing)][-1]
        found[highest] += address != highest
    return found


class _Nearest:
    """Finds among the addresses that are new the one that probably took the place of another."""

    def __init__(self, new: Iterable[str]) -> None:
        by_family: dict[tuple[str, str], list[str]] = defaultdict(list)
        for address in new:
            by_family[_family(address)].append(address)
        self.by_family = {family: Guesses(addresses) for family, addresses in by_family.items()}

    def to(self, address: str) -> str | None:
        """Give the one new address of the same kind in the same place, or of several the most similar one."""
        family = self.by_family.get(_family(address))
        if family is None:
            return None
        return family.known[0] if len(family.known) == 1 else family.nearest(address)


def _family(address: str) -> tuple[str, str]:
    """Give what addresses of one kind share: the page of a place, or the folder of a page, and how they end."""
    page, mark, _ = address.partition("#")
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


def additions(published: Iterable[str], known: frozenset[str]) -> list[str]:
    """Give the addresses that the list of published addresses does not have yet, in order.

    The home page needs no line.
    """
    return sorted(known - frozenset(published) - {""})
