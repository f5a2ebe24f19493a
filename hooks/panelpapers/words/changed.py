"""What is said of when a document was published, and of each change of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ..facts.changed import Change, History
from . import format as say


def change(of: Change) -> str:
    """Say what changed, to stand after its day: ``item added: Road safety``, ``minutes 12 and 14 corrected``."""
    names = say.listed(list(of.names)) if of.names else ""
    few = len(of.names) == 1
    return {
        "put right": "a fault of this edition was put right",
        "item added": f"an item was added: {names}",
        "item taken out": f"an item was taken out: {names}",
        "withdrawn": "it was withdrawn",
        "removed": "it was withdrawn, and its text taken out",
        "minutes corrected": f"minute{'' if few else 's'} {names} {'was' if few else 'were'} corrected",
        "figures added": "figures were added",
    }[of.what]


def changes(of: History) -> list[str]:
    """Say each change with its day, the earliest first: ``5 January 2026: a fault of this edition was put right``."""
    return [f"{say.day(told.on)}: {change(told)}" for told in of.changes]


def told(of: History) -> Iterator[str]:
    """Say when a document was published and each change of it, in sentences. What no record tells is said as that."""
    if of.published:
        yield f"Published on {say.day(of.published)}."
    else:
        yield "No record gives the day on which this was published."
    for line in changes(of):
        yield say.ended(line)
    if not of.changes:
        yield "No record on this site tells of a change since."


MOST_NAMED: Final = 3
"""Documents of one day that are named; more are counted."""


def gathered(names: Sequence[str], on: date, *, here: bool) -> str:
    """Say what changed last of the documents to which a page leads, or that it has ``here``; ``names`` are theirs."""
    which = say.listed(list(names)) if len(names) <= MOST_NAMED else f"{len(names)} documents"
    of = "is on this page" if here else "this page leads to"
    return f"Last published or changed of what {of}: {which}, on {say.day(on)}."


def kept(first: date, last: date) -> str:
    """Say when Git keeps a change of a file: ``Git keeps its file since 5 January 2026, and …``."""
    changed = f"and its last change of {say.day(last)}" if first != last else "and no change of it since"
    return f"Git keeps the file of this page since {say.day(first)}, {changed}."
