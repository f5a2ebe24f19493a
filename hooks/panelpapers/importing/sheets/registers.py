"""Registers of sheets: people, who was at meetings, what trackers say of actions, how commitments were rated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

from pydantic_core import PydanticCustomError

from ...records.actions import ActionUpdate
from ...records.attendance import Absence, Attendance, Presence
from ...records.base import Record
from ...records.fields import typed_fields
from ...records.marks import Refers
from ...records.names import as_slug, key_of
from ...records.people import Person, Term
from ...records.plan import Commitment, Rating
from ...records.publication import Records
from ..drafts import Value
from ..parts import Source
from ..roll import Roll, titles_and_name
from .columns import name_in, names_of, tables_of
from .days import first_in, read_day
from .entries import Entry
from .periods import OPEN, Custom, of_kind, said_period
from .resolving import Answers, Wanted
from .tables import Row, Table, read_table
from .told import Told
from .writing import Step

RegisterKind = Literal["actions", "attendance", "people", "ratings"]
KINDS: Final[tuple[RegisterKind, ...]] = ("actions", "attendance", "people", "ratings")
_LISTS: Final[Mapping[str, type[Record]]] = {
    "present": Presence,
    "also_present": Presence,
    "apologies": Attendance,
    "absent": Absence,
}
_MARKS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("present", "p", "yes", "y", "✓", "✔", "attended", "there"), "present"),
    **dict.fromkeys(("also present", "in attendance", "officer", "guest"), "also_present"),
    **dict.fromkeys(("apologies", "apology", "apologies given", "apologies received", "ap", "apols"), "apologies"),
    **dict.fromkeys(("absent", "ab", "no", "n", "not present", "did not attend"), "absent"),
}
"""What stands for how somebody took part. Not A: it may be absent or apologies. Not X: it may be there or not."""
_PARTED: Final = {"first": ("first name", "forename", "given name"), "last": ("surname", "last name", "family name")}


@dataclass(frozen=True, slots=True)
class What:
    """What a column of a register is: a field, a part of a name, or a meeting or period with a mark in each cell."""

    name: str
    head: str = ""
    """The heading of a column for one meeting or one period."""


@dataclass
class Registers:
    """Gathers the rows of a register from several files. ``meeting`` is the one that the command names."""

    records: Records
    custom: Custom
    answers: Answers
    told: Told
    meeting: str = ""
    wanted: dict[str, Wanted] = field(default_factory=dict)
    used: dict[int, str] = field(default_factory=dict)
    _new: dict[str, Entry] = field(default_factory=dict)
    """People whom no record has, by id: each of their seats is a row."""

    def add(self, kind: RegisterKind, source: Source) -> None:
        """Gather the rows of a file. Tells what is wrong with them."""
        take: Callable[[_Line], bool] = getattr(self, f"_{kind}")
        found = 0
        for part, where, _ in tables_of(kind, source):
            table = read_table(part, where, lambda heading: _known(kind, heading, self.custom))
            if table is None:
                if part.cells:
                    self.told.note(where, f"No headings of {kind} are known here. All of it is left over.")
                continue
            found += 1
            table = table.each_once(lambda what: "" if what.head else what.name)
            self.used.update((id(cell), "a heading") for cell in table.headings)
            heads = first_in((c.what.head for c in table.columns.values() if c.what), self.custom.first)
            for row in table.rows:
                if take(_Line(table, row, Custom(heads, self.custom.year_begins))):
                    self.used.update((id(cell), kind) for cell in _taken(table, row))
        if not found:
            fix = (
                f"Name the columns as the guide does. Known here: {', '.join(sorted(set(_columns(kind).values())))}."
            )
            self.told.problem(source.name, f"No headings of {kind} are known in this file.", fix)

    def _want(self, path: str, family: str, steps: tuple[Step, ...], entry: Entry) -> None:
        self.wanted.setdefault(path, Wanted(path, family)).entries.append((steps, entry))

    def _people(self, line: _Line) -> bool:
        name, cell = line.said("name")
        if not name:
            name = " ".join(filter(None, (line.text("first"), line.text("last"))))
            cell = line.place
        if not name:
            return False
        title, bare = titles_and_name(name)
        known = line.text("id") or self._person(name) or as_slug(bare)
        person, old = Entry(Person, line.place), self.records.people.get(known)
        if old is None:
            person.say("draft", True, line.place)
        values = {"id": known, "name": bare, "title": line.text("title") or title}
        for field_name in typed_fields(Person):
            text = values.get(field_name) or line.text(field_name)
            if text:
                person.say(field_name, self._id(Person, field_name, text, line), line.cell(field_name) or cell)
        term = self._term(line)
        first = self._new.get(known)
        if old is None and term:
            terms = first.fields.get("terms") if first else None
            if isinstance(terms, list):
                terms.append(dict(term.fields))
                terms.sort(key=lambda term: str(term.get("begins", "")) if isinstance(term, dict) else "")
                first.made(self.told)  # type: ignore[union-attr]  # it has terms
                return True
            person.say("terms", [dict(term.fields)], term.place)
        if person.made(self.told, {} if old is None else {"role": old.role}) and first is None:
            self._want("people.yml", "people", ("people",), person)
            self._new |= {known: person} if old is None else {}
        if old is not None and term and term.made(self.told):
            self._want("people.yml", "people", ("people", [*self.records.people].index(known), "terms"), term)
        return True

    def _term(self, line: _Line) -> Entry | None:
        """Give the seat that a row is about, if it names one; where it stands in the papers, the command may say."""
        if not line.text("seat"):
            return None
        term = Entry(Term, line.place)
        for name in typed_fields(Term):
            text = line.text(name) if name not in typed_fields(Person) else ""
            if name == "source":
                text = text or self.answers.given.get("source.title", "")
            if name == "authority" and not text and line.heading("body") in ("council", "authority"):
                text = line.text("body")
            if text:
                term.say(name, self._id(Term, name, text, line), line.cell(name) or line.place)
        if "source" not in term.fields:
            fact = "Nothing says which paper shows the seat."
            self.told.problem(line.place, fact, "Add a column “source”, or give --source.")
        return term

    def _attendance(self, line: _Line) -> bool:
        name, cell = line.said("person")
        marks = [(head, *line.said(head)) for head in line.heads] or [("", *line.said("attendance"))]
        if not name or not any(mark for _, mark, _ in marks):
            return False
        person = name if name in self.records.people else self._person(name)
        if not person:
            fix = "Import or add them to people.yml first, or write their id."
            self.told.problem(cell, f"Nobody, or more than one, in people.yml is “{name}”.", fix)
            return False
        for head, mark, where in marks:
            if mark and (meeting := self._meeting(head or line.text("meeting"), where, line.custom)):
                self._mark(line, person, meeting, mark, where)
        return True

    def _mark(self, line: _Line, person: str, meeting: str, mark: str, cell: str) -> None:
        listed = _MARKS.get(" ".join(mark.casefold().split()).strip("."))
        if listed is None:
            words = "present, in attendance, apologies or absent"
            self.told.problem(cell, f"“{mark}” does not say whether they were there.", f"Write {words}.")
            return
        minutes = self.records.minutes.get(meeting)
        if minutes is None:
            fact = f"There are no minutes of {meeting} in which attendance can stand."
            self.told.problem(cell, fact, "Import or write the minutes first.")
            return
        there = next((name for name in _LISTS if any(p.person == person for p in getattr(minutes, name))), listed)
        if there != listed and not (there, listed) == ("also_present", "present"):
            fact = f"The minutes of {meeting} have {person} under {there.replace('_', ' ')}, and this says “{mark}”."
            self.told.problem(cell, fact, "Check which is right, and put the other right by hand.")
            return
        entry = Entry(_LISTS[there], cell)
        entry.say("person", person, cell)
        for name in typed_fields(_LISTS[there]):
            if name != "person" and not line.heads and (text := line.text(name)):
                entry.say(name, self._id(_LISTS[there], name, text, line), line.cell(name))
        if entry.made(self.told):
            self._want(f"meetings/{meeting}/minutes.yml", "minutes", (there,), entry)

    def _actions(self, line: _Line) -> bool:
        said, cell = line.said("action")
        if not said or not (line.text("text") or line.text("proposes") or line.text("outcome")):
            return False
        action = self._action(said, line, cell)
        meeting = self._meeting(line.text("tracker"), line.cell("tracker") or cell, line.custom)
        if not action or not meeting:
            return False
        entry = Entry(ActionUpdate, line.place)
        entry.say("action", action, cell)
        for name in typed_fields(ActionUpdate):
            if name != "action" and (text := line.text(name)):
                entry.say(name, text, line.cell(name))
        path, tracker = f"meetings/{meeting}/action-tracker.yml", self.records.trackers.get(meeting)
        same = next((update for update in tracker.updates if update.action == action), None) if tracker else None
        if entry.made(self.told, {"text": same.text} if same else {}):
            self._want(path, "trackers", ("updates",), entry)
        return True

    def _action(self, said: str, line: _Line, cell: str) -> str:
        """Give the id of an action by its number as a tracker prints it, such as 921 (ii), where it is of one meeting."""
        if re.match(r"\d{4}-\d{2}-\d{2}-", said):
            return said.lower()
        key, held = key_of(said), line.text("meeting")
        ids = [
            f"{meeting}-{resolution.action_key}"
            for meeting, minutes in self.records.minutes.items()
            if not held or self._meeting(held, cell, line.custom) == meeting
            for minute in minutes.every_minute
            for resolution in minute.resolutions
            if resolution.action_key in (key, key.replace("minute-", ""))
        ]
        if len(ids) == 1:
            return ids[0]
        fact = f"“{said}” is {'no' if not ids else 'more than one'} resolution of the minutes that are here."
        fix = "Write its id: the meeting, the minute and the resolution, as in 2025-11-17-921-ii."
        self.told.problem(cell, fact, fix)
        return ""

    def _ratings(self, line: _Line) -> bool:
        said, cell = line.said("numbers")
        marks = [(head, *line.said(head)) for head in line.heads]
        marks = marks or [(line.text("period"), *line.said("rating"))]
        plan = self.records.plan
        if not said or plan is None or not any(mark for _, mark, _ in marks):
            return False
        numbers = [int(number) for number in re.findall(r"\d+", said)]
        at = next((i for i, c in enumerate(plan.commitments) if set(numbers) & set(c.numbers)), None)
        if at is None or not set(numbers) <= set(plan.commitments[at].numbers):
            fix = "Check the number, or add the commitment to plan.yml first."
            self.told.problem(cell, f"“{said}” is no commitment of plan.yml.", fix)
            return False
        words = {meaning.word.casefold(): meaning.word for meaning in plan.key}
        for period, mark, where in marks:
            if not mark:
                continue
            if mark.casefold() not in words:
                fact = f"“{mark}” is no word of the key of plan.yml."
                self.told.problem(where, fact, f"Write one of: {', '.join(words.values())}.")
                continue
            self._rating(line, at, period, words[mark.casefold()], where)
        return True

    def _rating(self, line: _Line, at: int, said: str, word: str, cell: str) -> None:
        title, kind = line.text("source") or self.answers.given.get("source.title", ""), ""
        assert self.records.plan is not None  # noqa: S101 - whoever calls has looked
        try:
            period = said_period(said, line.custom)
            if period.kind in OPEN:
                kind = self.answers.given.get("period_kind", "")
                kind = kind or self.answers.ask(f"Which kind of period is {period.name}?", OPEN)
                period = of_kind(period, kind or "quarter", line.custom.year_begins)
        except PydanticCustomError as refused:
            self.told.slip(cell, refused)
            return
        entry = Entry(Rating, cell)
        entry.say("period", period.name, cell)
        entry.say("rating", word, cell)
        same = [old for old in self.records.plan.commitments[at].ratings if old.period.days == period.days]
        if title and not same:
            entry.say("source", {"title": title}, line.cell("source") or cell)
        if not title and not same:
            fact = "Nothing says in which paper the ratings stand."
            self.told.problem(cell, fact, "Add a column “source”, or give --source.")
        elif entry.made(self.told, {"source": {"title": title or "-"}}):
            self._want("plan.yml", "plan", ("commitments", at, "ratings"), entry)

    def _person(self, name: str) -> str:
        return Roll({key: person.name for key, person in self.records.people.items()}).find(name) or ""

    def _meeting(self, said: str, cell: str, custom: Custom) -> str:
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

    def _id(self, kind: type[Record], name: str, text: str, line: _Line) -> Value:
        """Give the id for a name where a field takes one; a day as it is typed; all else as it is."""
        about = typed_fields(kind)[name]
        refers = about.mark(Refers)
        if refers and refers.register in ("people", "bodies"):
            known: Mapping[str, Record] = getattr(self.records, refers.register)
            if refers.register == "people" and text not in known:
                return self._person(text) or text
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


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a register by the names of its columns."""

    table: Table[What]
    row: Row
    custom: Custom

    @property
    def place(self) -> str:
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
        return self.said(name)[0]

    def cell(self, name: str) -> str:
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


def _taken(table: Table[What], row: Row) -> Iterator[object]:
    return (cell for at, cell in row.cells.items() if at in table.columns and table.columns[at].what)


@cache
def _columns(kind: RegisterKind) -> Mapping[str, str]:
    """Give what the headings of a register mean, by their words."""
    extra = {"meeting": "meeting", "meeting date": "meeting", "date of meeting": "meeting"}
    if kind == "people":
        parted = {word: name for name, words in _PARTED.items() for word in words}
        return {**names_of(Term), **names_of(Person), **parted}
    if kind == "actions":
        return {**names_of(ActionUpdate), **extra, "tracker": "tracker"}
    if kind == "ratings":
        of_plan = {words: name for words, name in names_of(Commitment).items() if name == "numbers"}
        return {**of_plan, **names_of(Rating), "source": "source"}
    marks = dict.fromkeys(("attendance", "attended", "present", "status"), "attendance")
    return {**names_of(Presence), **names_of(Absence), **marks, **extra, "date": "meeting"}


def _known(kind: RegisterKind, heading: str, custom: Custom) -> What | None:
    if name := name_in(_columns(kind), heading):
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
