"""Rows of a register by the names of their columns, and what its words stand for: people, bodies, meetings, days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

from ...records.base import Record
from ...records.fields import typed_fields
from ...records.marks import Refers
from ...records.publication import Records
from ..drafts import Value
from ..roll import Roll
from .days import first_in, read_day
from .entries import Entry
from .periods import Custom
from .resolving import Answers, Wanted
from .tables import Row, Table
from .told import Told
from .writing import Step


@dataclass(frozen=True, slots=True)
class What:
    """What a column of a register is: a field, a part of a name, or a meeting or period with a mark in each cell."""

    name: str
    head: str = ""
    """The heading of a column for one meeting or one period."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a register by the names of its columns."""

    table: Table[What]
    row: Row
    custom: Custom

    @property
    def place(self) -> str:
        """Where the row begins."""
        first = min(self.row.cells)
        return self.table.cell(self.row.number, first)

    @property
    def heads(self) -> list[str]:
        """The columns for one meeting or one period each."""
        return [column.what.head for column in self.table.columns.values() if column.what and column.what.head]

    def said(self, name: str) -> tuple[str, str]:
        """Give the text of a column and its cell."""
        at = self._column(name)
        return ("", "") if at is None else (self.row.text(at), self.table.cell(self.row.number, at))

    def text(self, name: str) -> str:
        """Give the text of a column."""
        return self.said(name)[0]

    def cell(self, name: str) -> str:
        """Give the cell of a column."""
        return self.said(name)[1]

    def heading(self, name: str) -> str:
        """Give the heading of a column in small letters."""
        at = self._column(name)
        return "" if at is None else self.table.columns[at].heading.casefold()

    def first(self, name: str, custom: Custom) -> str:
        """Say which number of a date comes first in a column."""
        at = self._column(name)
        return first_in((row.text(at) for row in self.table.rows), custom.first) if at is not None else custom.first

    def _column(self, name: str) -> int | None:
        columns = self.table.columns.items()
        return next((at for at, c in columns if c.what and name in (c.what.name, c.what.head) and name), None)


@dataclass
class Gathered:
    """What is gathered of the rows of a register. ``meeting`` is the one that the command names."""

    records: Records
    custom: Custom
    answers: Answers
    told: Told
    meeting: str = ""
    wanted: dict[str, Wanted] = field(default_factory=dict)
    used: dict[int, str] = field(default_factory=dict)
    new: dict[str, Entry] = field(default_factory=dict)
    """People whom no record has, by id: each of their seats is a row."""

    def want(self, path: str, family: str, steps: tuple[Step, ...], entry: Entry) -> None:
        """Add an entry that a list of a file shall have."""
        self.wanted.setdefault(path, Wanted(path, family)).entries.append((steps, entry))

    def person(self, name: str) -> str:
        """Give the id of somebody by their name, or nothing where nobody, or more than one, has it."""
        return Roll({key: person.name for key, person in self.records.people.items()}).find(name) or ""

    def meeting_of(self, said: str, cell: str, custom: Custom) -> str:
        """Give the id of a meeting by its id or its day; without either, the one that the command names."""
        if said in self.records.meetings or (not said and self.meeting in self.records.meetings):
            return said or self.meeting
        try:
            day = read_day(said, custom.first).day.isoformat() if said else self.meeting[:10]
        except PydanticCustomError as refused:
            self.told.slip(cell, refused)
            return ""
        ids = [key for key in self.records.meetings if key[:10] == day and day]
        if len(ids) == 1:
            return ids[0]
        fact = f"There is no meeting of {day} here." if day else "Nothing says which meeting it is."
        self.told.problem(cell, fact, "Give --meeting with the name of its folder, such as 2026-01-05.")
        return ""

    def typed(self, kind: type[Record], name: str, text: str, line: Line) -> Value:
        """Give the id for a name where a field takes one; a day as it is typed; all else as it is."""
        about = typed_fields(kind)[name]
        refers = about.mark(Refers)
        if refers and refers.register in ("people", "bodies"):
            known: Mapping[str, Record] = getattr(self.records, refers.register)
            if refers.register == "people" and text not in known:
                return self.person(text) or text
            same = [key for key, record in known.items() if text.casefold() in _names(record)]
            return text if text in known or len(same) != 1 else same[0]
        if any(reader.__name__ == "read_date" for reader in about.readers):
            try:
                day = read_day(text, line.first(name, self.custom))
            except PydanticCustomError as refused:
                self.told.slip(line.cell(name), refused)
                return text
            if day.how:
                self.told.note(line.cell(name), day.how)
            return day.day.isoformat()
        return text


def _names(record: Record) -> set[str]:
    return {str(getattr(record, name)).casefold() for name in ("name", "short_name") if getattr(record, name, None)}
