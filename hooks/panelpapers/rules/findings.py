"""What a rule finds, by how much it matters: ``Problem`` itself is an error, a warning or advice stops no build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, TypeVar

from ..reading.excerpt import lines_of_file
from ..reading.pointing import Mend
from ..reading.quoting import replaced
from ..records.place import Place
from ..records.problem import Problem

Entry = TypeVar("Entry")

warning: Final = partial(Problem, severity="warning")
advice: Final = partial(Problem, severity="advice")


def instead(typed: str, better: str) -> Mend:
    """Give what puts a better text in the place of the one that was typed."""
    return lambda line, column: line[:column] + better + line[column + len(typed) :]


def meant(near: object, otherwise: str) -> str:
    """Give the cure of what is not known: what was probably meant, or what else to do where nothing is near."""
    return f'Did you mean "{near}"?' if near else otherwise


def line_at(place: Place) -> str:
    """Give the line of a place as it was typed; nothing where its file cannot be shown."""
    return next(iter(lines_of_file(place.file)[place.line - 1 :]), "")


def retyped(place: Place, typed: str, better: str | None) -> str | None:
    """Give the line of a place with a better value than the one that was typed there, where there is one."""
    return replaced(line_at(place), place.column - 1, typed, better) if better else None


def with_id(place: Place, new: str) -> str | None:
    """Give the line of a value with a line of an id above it; nothing where its name does not begin that line."""
    found = re.match(r"([ -]*)(\w+: *)$", line_at(place)[: place.column - 1])
    return f"{found[1]}id: {new}\n{' ' * len(found[1])}{line_at(place)[found.end(1) :]}" if found else None


def repeated(entries: Iterable[Entry], name: Callable[[Entry], object]) -> Iterator[tuple[Entry, Entry]]:
    """Give each of some entries whose name one before it has, with the first of that name."""
    first = dict[object, Entry]()
    for entry in entries:
        if (earlier := first.setdefault(name(entry), entry)) is not entry:
            yield entry, earlier
