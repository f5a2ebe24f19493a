"""Registers of sheets: people, who was at meetings, what trackers say of actions, how commitments were rated."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from pydantic_core import PydanticCustomError

from ...records.actions import ActionUpdate
from ...records.attendance import Absence, Attendance, Presence
from ...records.base import Record
from ...records.fields import typed_fields
from ...records.names import as_slug, key_of
from ...records.people import Person, Term
from ...records.plan import Rating
from ...records.source import Source as Paper
from ...writing.lines import Value
from ..parts import Source
from ..roll import titles_and_name
from .columns import tables_of
from .days import first_in
from .entries import Entry, as_words, known_by
from .periods import OPEN, Custom, of_kind, said_period
from .rows import Gathered, Line, columns_of, known_column
from .tables import read_table

LISTS: Final[Mapping[str, str]] = {
    "present": "present",
    "also_present": "in attendance",
    "apologies": "apologies",
    "absent": "absent",
}
"""The lists of the minutes in which people stand, and what a sheet says of those."""
_KINDS: Final[Mapping[str, type[Record]]] = {"apologies": Attendance, "absent": Absence}
_MARKS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("present", "p", "yes", "y", "✓", "✔", "attended", "there"), "present"),
    **dict.fromkeys(("also present", "in attendance", "officer", "guest"), "also_present"),
    **dict.fromkeys(("apologies", "apology", "apologies given", "apologies received", "ap", "apols"), "apologies"),
    **dict.fromkeys(("absent", "ab", "no", "n", "not present", "did not attend"), "absent"),
}
"""What stands for how somebody took part. Not A: it may be absent or apologies. Not X: it may be there or not."""


def gather(gathered: Gathered, kind: str, source: Source) -> None:
    """Gather the rows of a file. Tells what is wrong with them."""
    take = _TAKEN[kind]
    found = 0
    for part, where, _ in tables_of(kind, source):
        table = read_table(part, where, lambda heading: known_column(kind, heading, gathered.custom))
        if table is None:
            if part.cells:
                gathered.told.note(where, f"No headings of {kind} are known here. All of it is left over.")
            continue
        found += 1
        table = table.each_once(lambda what: "" if what.head else what.name)
        gathered.used.update((id(cell), "a heading") for cell in table.used)
        heads = first_in((c.what.head for c in table.columns.values() if c.what), gathered.custom.first)
        custom = Custom(heads, gathered.custom.year_begins)
        firsts = {at: first_in((row.text(at) for row in table.rows), gathered.custom.first) for at in table.columns}
        for row in table.rows:
            line = Line(table, row, custom, firsts)
            if take(gathered, line):
                gathered.used.update((id(cell), kind) for at, cell in row.cells.items() if at in line.asked)
    if not found:
        fix = f"Name the columns as the guide does. Known here: {', '.join(sorted(set(columns_of(kind).values())))}."
        gathered.told.problem(source.name, f"No headings of {kind} are known in this file.", fix)


def _people(gathered: Gathered, line: Line) -> bool:
    name = line.text("name") or " ".join(filter(None, (line.text("first"), line.text("last"))))
    if not (name or line.text("id")):
        return False
    title, bare = titles_and_name(name)
    known = line.text("id") or gathered.person(name) or as_slug(bare)
    old, term = gathered.records.people.get(known), _term(gathered, line)
    if old is None:
        _new_person(gathered, line, {"id": known, "name": bare, "title": line.text("title") or title}, term)
        return True
    # Who is found by a name may be called otherwise here; whom the id names is called so.
    named = {"id": known, "name": bare} if line.text("id") else {"id": known}
    person = _person(gathered, line, named, without=("name",))
    if person.made(gathered.told, {"role": old.role, "name": old.name}):
        gathered.want("people.yml", "people", ("people",), person)
    if term and term.made(gathered.told) and term.record:
        if not line.text("source") and known_by(term.record) in map(known_by, old.terms):
            del term.fields["source"]  # the command speaks of new entries alone
        gathered.want("people.yml", "people", ("people", [*gathered.records.people].index(known), "terms"), term)
    return True


def _person(gathered: Gathered, line: Line, values: Mapping[str, str], without: tuple[str, ...] = ()) -> Entry:
    person = Entry(Person, line.place)
    for name in typed_fields(Person):
        text = values.get(name) or ("" if name in without else line.text(name))
        if text:
            person.say(name, gathered.typed(Person, name, text, line), line.cell(name) or line.place)
    return person


def _new_person(gathered: Gathered, line: Line, values: Mapping[str, str], term: Entry | None) -> None:
    """Take over somebody whom no record has; a further row about them is a further seat."""
    person = gathered.new.get(values["id"])
    if person is None:
        person = _person(gathered, line, values)
        person.fields = {"draft": True, **person.fields}
        gathered.new[values["id"]] = person
        gathered.want("people.yml", "people", ("people",), person)
    if term:
        terms = person.fields.setdefault("terms", [])
        assert isinstance(terms, list)  # noqa: S101 - nothing else puts one there
        terms.append(dict(term.fields))
        terms.sort(key=lambda seat: str(seat.get("begins", "")) if isinstance(seat, dict) else "")
    person.made(gathered.told)


def _term(gathered: Gathered, line: Line) -> Entry | None:
    """Give the seat that a row is about, if it names one; where it stands in the papers, the command may say."""
    if not line.text("seat"):
        return None
    term = Entry(Term, line.place)
    for name in typed_fields(Term):
        text = line.text(name) if name not in typed_fields(Person) else ""
        if name == "source":
            text = text or gathered.answers.given.get("source", "")
        if name == "authority" and not text and line.heading("body") in ("council", "authority"):
            text = line.text("body")
        if text:
            term.say(name, gathered.typed(Term, name, text, line), line.cell(name) or line.place)
    if "source" not in term.fields:
        fact = "Nothing says which paper shows the seat."
        gathered.told.problem(line.place, fact, "Add a column “source”, or give --source.")
    return term


def _attendance(gathered: Gathered, line: Line) -> bool:
    name, cell = line.said("person")
    marks = [(head, *line.said(head)) for head in line.heads] or [("", *line.said("attendance"))]
    if not name or not any(mark for _, mark, _ in marks):
        return False
    person = name if name in gathered.records.people else gathered.person(name)
    if not person:
        fix = "Import or add them to people.yml first, or write their id."
        gathered.told.problem(cell, f"Nobody, or more than one, in people.yml is “{name}”.", fix)
        return False
    for head, mark, where in marks:
        if mark and (meeting := gathered.meeting_of(head or line.text("meeting"), where, line.custom)):
            _mark(gathered, line, person, meeting, mark, where)
    return True


def _mark(gathered: Gathered, line: Line, person: str, meeting: str, mark: str, cell: str) -> None:
    listed = _MARKS.get(" ".join(mark.casefold().split()).strip("."))
    if listed is None:
        words = "present, in attendance, apologies or absent"
        gathered.told.problem(cell, f"“{mark}” does not say whether they were there.", f"Write {words}.")
        return
    minutes = gathered.records.minutes.get(meeting)
    if minutes is None:
        fact = f"There are no minutes of {meeting} in which attendance can stand."
        gathered.told.problem(cell, fact, "Import or write the minutes first.")
        return
    there = next((name for name in LISTS if any(p.person == person for p in getattr(minutes, name))), listed)
    if there != listed and (there, listed) != ("also_present", "present"):
        fact = f"The minutes of {meeting} have {person} under {there.replace('_', ' ')}, and this says “{mark}”."
        gathered.told.problem(cell, fact, "Check which is right, and put the other right by hand.")
        return
    kind = _KINDS.get(there, Presence)
    entry = Entry(kind, cell)
    entry.say("person", person, cell)
    for name in typed_fields(kind):
        if name != "person" and not line.heads and (text := line.text(name)):
            entry.say(name, gathered.typed(kind, name, text, line), line.cell(name))
    if entry.made(gathered.told):
        gathered.want(f"meetings/{meeting}/minutes.yml", "minutes", (there,), entry)


def _actions(gathered: Gathered, line: Line) -> bool:
    said, cell = line.said("action")
    if not said or not (line.text("text") or line.text("proposes") or line.text("outcome")):
        return False
    action = _action(gathered, said, line, cell)
    meeting = gathered.meeting_of(line.text("tracker"), line.cell("tracker") or cell, line.custom)
    if not action or not meeting:
        return False
    entry = Entry(ActionUpdate, line.place)
    entry.say("action", action, cell)
    for name in typed_fields(ActionUpdate):
        if name != "action" and (text := line.text(name)):
            entry.say(name, text, line.cell(name))
    path, tracker = f"meetings/{meeting}/action-tracker.yml", gathered.records.trackers.get(meeting)
    same = next((update for update in tracker.updates if update.action == action), None) if tracker else None
    if entry.made(gathered.told, {"text": same.text} if same else {}):
        gathered.want(path, "trackers", ("updates",), entry)
    return True


def _action(gathered: Gathered, said: str, line: Line, cell: str) -> str:
    """Give the id of an action by its number as a tracker prints it: 921 (ii), where that is of one meeting."""
    if re.match(r"\d{4}-\d{2}-\d{2}-", said):
        return said.lower()
    key, held = key_of(said), line.text("meeting")
    ids = [
        f"{meeting}-{resolution.action_key}"
        for meeting, minutes in gathered.records.minutes.items()
        if not held or gathered.meeting_of(held, cell, line.custom) == meeting
        for minute in minutes.every_minute
        for resolution in minute.resolutions
        if resolution.action_key in (key, key.replace("minute-", ""))
    ]
    if len(ids) == 1:
        return ids[0]
    fact = f"“{said}” is {'no' if not ids else 'more than one'} resolution of the minutes that are here."
    fix = "Write its id: the meeting, the minute and the resolution, as in 2025-11-17-921-ii."
    gathered.told.problem(cell, fact, fix)
    return ""


def _ratings(gathered: Gathered, line: Line) -> bool:
    said, cell = line.said("numbers")
    marks = [(head, *line.said(head)) for head in line.heads]
    marks = marks or [(line.text("period"), *line.said("rating"))]
    plan = gathered.records.plan
    if not said or plan is None or not any(mark for _, mark, _ in marks):
        return False
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    at = next((i for i, c in enumerate(plan.commitments) if set(numbers) & set(c.numbers)), None)
    if at is None or not set(numbers) <= set(plan.commitments[at].numbers):
        fix = "Check the number, or add the commitment to plan.yml first."
        gathered.told.problem(cell, f"“{said}” is no commitment of plan.yml.", fix)
        return False
    words = {meaning.word.casefold(): meaning.word for meaning in plan.key}
    for period, mark, where in marks:
        if not mark:
            continue
        if mark.casefold() not in words:
            fact = f"“{mark}” is no word of the key of plan.yml."
            gathered.told.problem(where, fact, f"Write one of: {', '.join(words.values())}.")
            continue
        _rating(gathered, line, at, period, words[mark.casefold()], where)
    return True


def _rating(gathered: Gathered, line: Line, at: int, said: str, word: str, cell: str) -> None:
    assert gathered.records.plan is not None  # noqa: S101 - whoever calls has looked
    try:
        period = said_period(said, line.custom)
        if period.kind in OPEN:
            kind = gathered.answers.given.get("period_kind", "")
            kind = kind or gathered.answers.ask(f"Which kind of period is {period.name}?", OPEN)
            period = of_kind(period, kind or "quarter", line.custom.year_begins)
    except PydanticCustomError as refused:
        gathered.told.slip(cell, refused)
        return
    entry = Entry(Rating, cell)
    entry.say("period", as_words(period), cell)
    entry.say("rating", word, cell)
    there = any(old.period.days == period.days for old in gathered.records.plan.commitments[at].ratings)
    source: dict[str, Value] = {n: text for n in typed_fields(Paper) if (text := line.text(f"source.{n}"))}
    if "title" not in source and not there and (title := gathered.answers.given.get("source", "")):
        source["title"] = title
    if source:
        entry.say("source", source, line.cell("source.title") or cell)
    for name in ("as_printed", "remark"):
        if text := line.text(name):
            entry.say(name, text, line.cell(name))
    if not there and not source:
        fact = "Nothing says in which paper the ratings stand."
        gathered.told.problem(cell, fact, "Add a column “source”, or give --source.")
    elif entry.made(gathered.told, {} if source else {"source": {"title": "-"}}):
        gathered.want("plan.yml", "plan", ("commitments", at, "ratings"), entry)


_TAKEN: Final[Mapping[str, Callable[[Gathered, Line], bool]]] = {
    "actions": _actions,
    "attendance": _attendance,
    "people": _people,
    "ratings": _ratings,
}
