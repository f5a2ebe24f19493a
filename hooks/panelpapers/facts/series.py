"""Whether the numbers of a body run on, as its own lists show: 921, 922, 923; or 23/22, 24/22 within a year.

Numbers of any other form have no custom that could be broken, and nothing is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

Place = tuple[str, int]
"""A number in its row: what stays the same, such as the year, and what runs on."""
Reader = Callable[[str], Place | None]

LEAST: Final = 2
"""How many steps of one must be seen before numbers are taken to run on."""


def _reader(form: re.Pattern[str]) -> Reader:
    def read(number: str) -> Place | None:
        found = form.fullmatch(number)
        return (found["row"], int(found["runs"])) if found else None

    return read


whole_number: Final = _reader(re.compile(r"(?P<runs>[0-9]{1,9})(?P<row>)"))
"""Reads 921, all of which are in one row."""
_READERS: Final = (
    whole_number,
    _reader(re.compile(r"(?P<runs>[0-9]{1,9})/(?P<row>[0-9]{2,9})")),
    _reader(re.compile(r"(?P<row>[0-9]{2,9})/(?P<runs>[0-9]{1,9})")),
)


def custom_of(lists: Iterable[Sequence[str]]) -> Reader | None:
    """Give what reads the numbers of some lists, if it reads most of them and most of their steps are of one."""
    known = [numbers for numbers in lists if numbers]
    for reader in _READERS:
        read = [[number for number in numbers if reader(number)] for numbers in known]
        steps = [_goes_on(reader, *pair) for numbers in read for pair in pairwise(numbers)]
        if sum(steps) >= LEAST and _most(sum(steps), len(steps)) and _most(sum(map(len, read)), sum(map(len, known))):
            return reader
    return None


def runs_through(lists: Iterable[Sequence[str]], reader: Reader) -> bool:
    """Whether the numbers run on from one list to the next, as most of the lists show."""
    read = [[number for number in numbers if reader(number)] for numbers in lists]
    steps = [_goes_on(reader, earlier[-1], later[0]) for earlier, later in pairwise(filter(None, read))]
    return _most(sum(steps), len(steps))


def _most(some: int, whole: int) -> bool:
    return 2 * some > whole


def _goes_on(reader: Reader, earlier: str, later: str) -> bool:
    before, after = reader(earlier), reader(later)
    return before is not None and after is not None and after == (before[0], before[1] + 1)
