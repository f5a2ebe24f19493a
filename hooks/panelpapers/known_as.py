"""By what everything in a file can be named elsewhere: numbers and ids, typed or made, and the ids of actions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .reading.excerpt import visible
from .reading.folder import read_file
from .records.actions import Undertaking
from .records.base import Record
from .records.forms import FORMS, in_words
from .records.minutes import Minute, Resolution
from .records.names import opening_words
from .records.numbers import Numbered
from .records.problem import Problem
from .records.walk import records_within


class Known(NamedTuple):
    """Something in a file: what it is, what to type where it is named, and its first words."""

    what: str
    typed: str
    says: str


def known_in(file: Path, data: Path) -> tuple[tuple[Known, ...], tuple[Problem, ...]] | None:
    """Give what is in a file of a data folder, in order, and all that is wrong with the file.

    Gives ``None`` for an indicator, in which nothing is named, and for a file that is none of that folder.
    """
    where = file.resolve()
    path = where.relative_to(data.resolve()).as_posix() if where.is_relative_to(data.resolve()) else ""
    form = next((form for form in FORMS if form.match(path) is not None), None)
    if form is None or form.family == "indicators":
        return None
    record, problems = read_file(file, form.model)
    meeting_id = (form.match(path) or {}).get("date", "")
    return tuple(_known(record, meeting_id) if record else ()), problems


def _known(record: Record, meeting_id: str) -> Iterator[Known]:
    minute = None
    for part in records_within(record):
        if isinstance(part, Numbered):
            minute = part if isinstance(part, Minute) else minute
            yield Known(part.kind, part.id or part.label or part.key, part.title)
        elif isinstance(part, Resolution) and part.action:
            yield Known("action", f"{meeting_id}-{part.action_key}", part.in_short)
        elif isinstance(part, Undertaking) and minute:
            yield Known("action", f"{meeting_id}-{minute.key}-{part.id}", part.text)
        elif own := getattr(part, "id", None):
            says = (getattr(part, name, None) for name in ("name", "title", "text", "question"))
            yield Known(in_words(type(part)), own, next(filter(None, says), ""))


def as_text(known: tuple[Known, ...]) -> str:
    """Give a list of it for the terminal: what to type, what it is, and its first words."""
    if not known:
        return "Nothing in this file is named elsewhere."
    rows = [(visible(part.typed), f"{part.what}: {visible(opening_words(part.says))}") for part in known]
    width = max(len(typed) for typed, _ in rows)
    return "\n".join(
        ("To name something of this file, type:", *(f"  {typed:<{width}}  {says}" for typed, says in rows))
    )
