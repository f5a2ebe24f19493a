"""What a rule finds, by how much it matters: ``Problem`` itself is an error, a warning or advice stops no build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, TypeVar

from ..reading.pointing import Mend
from ..records.problem import Problem

Entry = TypeVar("Entry")

warning: Final = partial(Problem, severity="warning")
advice: Final = partial(Problem, severity="advice")


def instead(typed: str, better: str) -> Mend:
    """Give what puts a better text in the place of the one that was typed."""
    return lambda line, column: line[:column] + better + line[column + len(typed) :]


def repeated(entries: Iterable[Entry], name: Callable[[Entry], object]) -> Iterator[Entry]:
    """Give each of some entries whose name one before it has."""
    seen = set[object]()
    for entry in entries:
        if name(entry) in seen:
            yield entry
        seen.add(name(entry))
