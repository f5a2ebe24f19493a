"""Rows of a register by the names of their columns, and what its words stand for: people, bodies, meetings, days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from pydantic_core import PydanticCustomError

from ...records.actions import ActionUpdate
from ...records.attendance import Absence, Presence
from ...records.base import Record
from ...records.fields import typed_fields
from ...records.marks import Refers
from ...records.people import Person, Term
from ...records.plan import Commitment, Rating
from ...records.publication import Records
from ...writing.lines import Step, Value
from ..roll import Roll
from .columns import name_in, names_of
from .days import read_day
from .entries import Entry
from .periods import Custom, said_period
from .resolving import Answers, Wanted
from .tables import Row, Table
from .told import Told

_PARTED: Final = {"first": ("first name", "forename", "given name"), "last": ("surname", "last name", "family name")}


@dataclass(frozen=True, slots=True)
class What:
    """What a column of a register is: a field, a part of a name, or a meeting or period with a mark in each cell."""

    name: str
    head: str = ""
    """The heading of a column for one meeting or one period."""


@dataclass(slots=True)
class Line:
    """A row of a register by the names of its columns.

    ``firsts`` says for each column which number of a date leads. ``asked`` are the columns that somebody asked for.
    """

    table: Table[What]
    row: Row
    custom: Custom
    firsts: Mapping[int, str]
    asked: set[int] = field(default_factory=set)

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
        if at is None:
            return "", ""
        self.asked.add(at)
        return self.row.text(at), self.table.cell(self.row.number, at)

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

    def first(self, name: str) -> str:
        """Say which number of a date comes first in a column."""
        at = self._column(name)
        return "" if at is None else self.firsts[at]

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
                day = read_day(text, line.first(name))
            except PydanticCustomError as refused:
                self.told.slip(line.cell(name), refused)
                return text
            if day.how:
                self.told.note(line.cell(name), day.how)
            return day.day.isoformat()
        return text


def _names(record: Record) -> set[str]:
    return {str(getattr(record, name)).casefold() for name in ("name", "short_name") if getattr(record, name, None)}


@cache
def columns_of(kind: str) -> Mapping[str, str]:
    """Give what the headings of a register mean, by their words."""
    extra = {"meeting": "meeting", "meeting date": "meeting", "date of meeting": "meeting"}
    if kind == "people":
        parted = {word: name for name, words in _PARTED.items() for word in words}
        return {**names_of(Term), **names_of(Person), **parted}
    if kind == "actions":
        return {**names_of(ActionUpdate), **extra, "tracker": "tracker"}
    if kind == "ratings":
        of_plan = {words: name for words, name in names_of(Commitment).items() if name == "numbers"}
        return {**of_plan, **names_of(Rating, source="title")}
    marks = dict.fromkeys(("attendance", "attended", "present", "status"), "attendance")
    return {**names_of(Presence), **names_of(Absence), **marks, **extra, "date": "meeting"}


def known_column(kind: str, heading: str, custom: Custom) -> What | None:
    """Give what a heading of a register means, if that is known."""
    if name := name_in(columns_of(kind), heading):
        return What(name)
    try:
        if kind == "ratings":
            return What("rating", heading) if said_period(heading, custom).stated else None
        if kind == "attendance":
            read_day(heading, custom.first)
            return What("attendance", heading)
    except PydanticCustomError:
        pass
    return None
