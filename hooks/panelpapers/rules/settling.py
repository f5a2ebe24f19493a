"""A warning that is right as it is: an editor names its code beside it, with the reason, and it is no longer told.

A fault of the source cannot be mended by an editor. A note tells readers of it; ``known`` tells the check. It settles
what is told of the group of names that it stands in, of nothing around that group or within it, and no error.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from ..facts.rows import grouped
from ..reading.codes import reading_codes
from ..records.base import Record
from ..records.problem import Problem
from ..records.walk import records_within
from . import rule_codes
from .findings import advice, meant

_RENAMED: Final = {"precept-late": "event-late", "precept-year": "event-year"}
"""Codes that have another name since: a reason under the old one still settles."""

Known = tuple[Record, str]
"""A record that names a code, and the code."""


class Settling:
    """What the editors of some records know of."""

    def __init__(self, records: Iterable[Record]) -> None:
        every = [inner for record in records for inner in records_within(record)]
        self.known: Final = [(record, code) for record in every for code in record.known]
        files = {record.at().file for record, _ in self.known}
        there = (record for record in every if files and record.at().file in files)
        self._at = grouped((place, record) for record in there for place in record.every_place())
        self._places = sorted(self._at)

    def settling(self, problem: Problem) -> list[Known]:
        """Give what settles a problem, if anything does."""
        if problem.severity == "error" or not self.known:
            return []
        before = bisect_right(self._places, problem.place)
        nearest = self._places[before - 1] if before else None
        owners = self._at[nearest] if nearest and nearest.file == problem.place.file else []
        return [(record, code) for record in owners for code in record.known if _now(code) == problem.code]


def settle(records: Iterable[Record], problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give the problems that nothing settles, and those of ``known`` itself: a code that no rule has, or none told.

    That nothing is told is known only where there is no error: an error can keep a rule from looking.
    """
    settling, problems = Settling(records), tuple(problems)
    settled = {problem: settling.settling(problem) for problem in problems}
    yield from (problem for problem in problems if not settled[problem])
    if not settling.known:
        return
    used = {(id(record), code) for every in settled.values() for record, code in every}
    codes = {code.code for code in (*reading_codes(), *rule_codes())}
    errors = any(problem.severity == "error" for problem in problems)
    for record, code in settling.known:
        if _now(code) not in codes:
            near = next(iter(get_close_matches(code, codes, n=1)), None)
            fact = f'There is no warning with the code "{code}".'
            fix = meant(near, "Copy the code from the warning.")
            yield Problem("unknown-code", record.at("known", code), fact, fix)
        elif (id(record), code) not in used and not errors:
            fact = f'No warning "{code}" is told here.'
            fix = "Delete this line, or put it into the group of names that the warning is about."
            yield advice("known-in-vain", record.at("known", code), fact, fix)


def _now(code: str) -> str:
    return _RENAMED.get(code, code)
