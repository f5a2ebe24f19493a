"""Entries of lists as a sheet gives them, compared with those that the files have."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from pydantic import ValidationError

from ...records.actions import ActionUpdate
from ...records.attendance import Attendance
from ...records.base import Record
from ...records.fields import typed_fields
from ...records.indicator import Point, Series
from ...records.language import unmarked
from ...records.people import Person, Term
from ...records.period import Period
from ...records.plan import Rating
from ...writing.lines import Step, Value
from .told import Told


@dataclass
class Entry:
    """One entry of a list as a sheet gives it: its fields as typed, and the cell of each."""

    kind: type[Record]
    place: str
    fields: dict[str, Value] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    record: Record | None = None
    """What it is read as, once ``made`` has read it."""

    def say(self, name: str, value: Value, cell: str) -> None:
        """Add a field."""
        self.fields[name], self.cells[name] = value, cell

    def made(self, told: Told, more: Mapping[str, Value] | None = None) -> bool:
        """Read it as a record; ``more`` are fields of which only the sheet does not speak. Tells what is refused.

        Where a reader knows for certain how a value is typed here, it is typed so, and told.
        """
        for _ in range(len(self.fields) + 1):
            try:
                self.record = self.kind.model_validate({**(more or {}), **self.fields})
                return True
            except ValidationError as refused:
                if not self._mended(refused, told):
                    break
        return False

    def _mended(self, refused: ValidationError, told: Told) -> bool:
        mended = False
        for error in refused.errors(include_url=False):
            name, context = str(error["loc"][0]) if error["loc"] else "", error.get("ctx") or {}
            cell, better = self.cells.get(name, self.place), context.get("suggestion")
            typed = self.fields.get(name)
            if better and isinstance(typed, str) and better != typed and len(error["loc"]) == 1:
                told.note(cell, f"“{typed}” is taken for “{better}”.")
                self.fields[name], mended = better, True
            elif error["type"] == "missing":
                about = typed_fields(self.kind)[name].meaning if name in typed_fields(self.kind) else ""
                told.problem(self.place, f"There is no “{name}” here.", f"Add a column “{name}”: {about}")
            else:
                told.problem(cell, error["msg"], context.get("fix", "Check it."))
        return mended


def known_by(record: Record) -> Hashable:
    """Give what an entry is known by among those of its list."""
    match record:
        case Point(period=Period() as period) | Rating(period=period):
            return period.days
        case Point():
            return (record.category or "").casefold()
        case Series():
            return record.name.casefold()
        case Person():
            return record.id
        case Term():
            return record.seat, record.authority, record.begins
        case ActionUpdate():
            return record.action
        case Attendance():
            return record.person
    return repr(record)


def differences(entry: Entry, old: Record) -> list[str]:
    """Give the names of the fields in which an entry and a record differ; what the entry leaves out says nothing."""
    return list(_differing(entry.fields, entry.record, old))


def _differing(given: Mapping[str, Value], new: Record | None, old: Record) -> Iterator[str]:
    kind = typed_fields(type(old))
    for name in given:
        now, was = (getattr(record, kind[name].name, None) if name in kind else None for record in (new, old))
        within = given[name]
        if isinstance(within, Mapping) and isinstance(now, Record) and isinstance(was, Record):
            different = any(_differing(within, now, was))
        else:
            different = _plain(now) != _plain(was)
        if different:
            yield name


def _plain(value: object) -> object:
    """Give what a value says: a text however its lines are broken, a period by its days, a list in any order."""
    if isinstance(value, Period):
        return value.days
    if isinstance(value, list):
        return sorted(map(str, value))
    return " ".join(value.split()) if isinstance(value, str) else value


def position(records: list[Record], new: Record) -> int:
    """Give the index after which a new entry belongs: by the end of its period, else after all others."""
    day, falling = _last_day(new), are_newest_first(records)
    if day is None:
        return len(records) - 1
    ends = [_last_day(record) for record in records]
    before = [at for at, end in enumerate(ends) if end is None or (end >= day if falling else end <= day)]
    return before[-1] if before else -1


def are_newest_first(records: list[Record]) -> bool:
    """Whether the entries of a list stand with the newest first."""
    ends = [end for record in records if (end := _last_day(record))]
    return len(ends) > 1 and ends[0] > ends[-1]


def _last_day(record: Record) -> date | None:
    return record.period.end if isinstance(record, Point | Rating) and record.period else None


def list_at(record: Record, steps: tuple[Step, ...]) -> list[Record]:
    """Give the list of a record at some steps."""
    found: object = record
    for step in steps:
        found = found[step] if isinstance(found, list) and isinstance(step, int) else getattr(found, str(step))
    return found if isinstance(found, list) else []


def as_typed(record: Record, name: str) -> str:
    """Give what a field holds as it is typed in a cell, or nothing. ``name`` may be that of a field in a group."""
    group, _, inner = name.rpartition(".")
    within = getattr(record, group) if group else record
    if not isinstance(within, Record):
        return ""
    value = getattr(within, typed_fields(type(within))[inner].name)
    return ", ".join(map(as_words, value)) if isinstance(value, list) else as_words(value)


def is_typed(record: Record, name: str) -> bool:
    """Whether a field holds something else than what it holds where nobody types it."""
    group, _, inner = name.rpartition(".")
    within = getattr(record, group) if group else record
    if not isinstance(within, Record):
        return False
    field = typed_fields(type(within))[inner]
    return bool(getattr(within, field.name) != field.about.default)


def as_words(value: object) -> str:
    """Give a value as it is typed."""
    if value is None or isinstance(value, bool):
        return "" if value is None else "yes" if value else "no"
    if isinstance(value, Decimal):
        return getattr(value, "typed", None) or f"{value:f}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Period):
        return value.name if value.stated else f"{value.name} (period not stated)"
    return unmarked(str(getattr(value, "name", None) or value))
