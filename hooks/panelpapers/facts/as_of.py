"""Only what had been told by a day: a site of that day is made from it, as ``public.py`` is what may be read at all.

A record is dropped with the document that told it (``told.py``). Of a register, an entry is dropped that only dropped
documents name; what is left names nothing that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from ..records.actions import ActionUpdate, Discharge, PanelRecommendation, PublicQuestion
from ..records.agenda import Agenda, AgendaItem, Change
from ..records.base import Record
from ..records.fields import fields_of, marked_fields
from ..records.indicator import Indicator, OtherFigure, Point, Series, StatedChange
from ..records.lives import HandOver, Holder, Vacancy
from ..records.marks import Points, Refers
from ..records.meeting import Meeting, date_of
from ..records.panel import Body, Panel
from ..records.paper import Appendix, Paragraph, Withdrawal
from ..records.people import Spell, Tenure, Term
from ..records.plan import Commitment, Rating
from ..records.pointers import Document, entries_of, meeting_meant
from ..records.publication import Records
from ..records.standards import Baseline, Target
from ..records.walk import changed, records_within, without
from .attached import published_files
from .drafts import as_drafted
from .lives import before_end, named_on
from .members import notices
from .moves import Moves, as_known, before_moves
from .rows import commitments
from .told import ALWAYS, Told

REGISTERS: Final = ("bodies", "people", "matters", "meetings", "functions")
"""Families whose entries no document holds: one is told when anything names it."""

_FIGURES: Final = (Point, OtherFigure, StatedChange, Baseline, Target)

Named = tuple[str, str]
"""An entry of a register: the register and the id."""
Known = Mapping[Document, Set[str]]
"""The keys of the entries of each agenda and of all minutes that are told."""


def nothing_told(records: Records, day: date) -> bool:
    """Whether no document of these records had been told by a day, though some are told later."""
    days = Told(records).days
    return bool(days) and days[0] > day


def as_of(records: Records, day: date) -> Records:
    """Give the records as they had been told by a day; where all had been, the same ones.

    What nothing dates, such as the panel itself, is there on every day. A paper whose text must not be read stays
    withdrawn on the days before, too.
    """
    told = Told(records)
    left = _without_loose_ends(before_moves(records, _told_by(records, told, day), day))
    kept = _kept_entries(records, left, day)
    registers: dict[str, Any] = {
        register: {name: entry for name, entry in getattr(left, register).items() if (register, name) in kept}
        for register in REGISTERS
    }
    left = replace(left, **registers)
    left = replace(left, attached=published_files(left))
    return records if left == records else left


def _told_by(records: Records, told: Told, day: date) -> Records:
    """Give the documents that were told by a day, each without the parts of it that were told later."""

    def there(family: str, days: Mapping[Any, date]) -> dict[Any, Any]:
        kept = {key: record for key, record in getattr(records, family).items() if days[key] <= day}
        return {key: _Parts(told, day).of(record) for key, record in kept.items()}

    plan, programme, parts = records.plan, records.programme, _Parts(told, day)
    indicators = {
        name: _Parts(told, day, indicator=indicator).of(indicator) for name, indicator in records.indicators.items()
    }
    plan = parts.of(plan) if plan else None
    return replace(
        records,
        agendas={
            key: agenda if told.done(key) <= day else _as_planned(agenda)
            for key, agenda in there("agendas", told.agendas).items()
        },
        papers=there("papers", told.papers),
        minutes={
            key: minutes if told.corrected(key) <= day else as_drafted(minutes)
            for key, minutes in there("minutes", told.minutes).items()
        },
        trackers=there("trackers", {name: told.pack(name) for name in records.trackers}),
        recommendations=there(
            "recommendations", {name: told.recommendation(made) for name, made in records.recommendations.items()}
        ),
        indicators={name: kept for name, kept in indicators.items() if kept.points or kept.series},
        plan=plan if plan and plan.commitments else None,
        programme=programme if programme and told.pack(programme.as_of) <= day else None,
        people={name: parts.of(person) for name, person in records.people.items()},
        bodies={name: parts.of(body) for name, body in records.bodies.items()},
        panel=parts.of(records.panel) if records.panel else None,
        meetings={name: _as_announced(told, name, meeting, day) for name, meeting in records.meetings.items()},
    )


def _as_planned(agenda: Agenda) -> Agenda:
    """Give an agenda as it was before its meeting: nothing says yet what was not taken."""
    return changed(agenda, lambda part: {"not_taken": None} if getattr(part, "not_taken", None) else {})


def _as_announced(told: Told, meeting_id: str, meeting: Meeting, day: date) -> Meeting:
    """Give a meeting as it was known on a day: until its own is over it was not held, and did nothing yet."""
    meeting = as_known(meeting, day)
    over = meeting.state in ("held", "not known") and date_of(meeting_id) >= day
    found: dict[str, object] = {"state": "planned"} if over else {}
    if meeting.summary_after and told.done(meeting_id) > day:
        found["summary_after"] = None
    return meeting.model_copy(update=found) if found else meeting


@dataclass(frozen=True)
class _Parts:
    """Takes out of a record what was told later than a day.

    ``indicator`` gives the source of figures that name none of their own.
    """

    told: Told
    day: date
    indicator: Indicator | None = None

    def of(self, record: Any) -> Any:
        """Give the record without what was told later; the same one where nothing was."""
        days: dict[type[Record], Callable[[Any], date]] = {
            AgendaItem: lambda item: item.added.on if item.added else ALWAYS,
            Change: lambda change: change.on,
            Withdrawal: lambda why: ALWAYS if why.removed else why.on,
            Rating: lambda rating: self.told.source(rating.source),
            **dict.fromkeys((Term, Tenure, Holder, Vacancy), self.told.begin),
            HandOver: lambda given: given.announced or ALWAYS,
            **dict.fromkeys(_FIGURES, self._of_figure),
        }

        def later(part: Record) -> bool:
            told = days.get(type(part))
            empty = (isinstance(part, Series) and not part.points) or (
                isinstance(part, Commitment) and not part.ratings
            )
            return empty or (told is not None and told(part) > self.day)

        return changed(without(record, later), self._instead)

    def _of_figure(self, figure: Any) -> date:
        return self.told.source(figure.source or (self.indicator.source if self.indicator else None))

    def _instead(self, record: Record) -> dict[str, object]:
        """Give the fields of a record that were told later than the rest of it, each empty."""
        if isinstance(record, Spell) and record.ends and self.told.end(record) > self.day:
            shown = {"source": ""} if isinstance(record, Term | Vacancy) else {}
            return {"ends": None, "noted": notices(record)[0], **shown}
        if isinstance(record, Body | Panel):
            return named_on(record, self.day) | (before_end() if self.told.ending(record) > self.day else {})
        if isinstance(record, PanelRecommendation) and record.answered and record.answered > self.day:
            return {"answered": None, "answer": None}
        answered_at = record.answered_at if isinstance(record, PublicQuestion) and record.answer else None
        if answered_at and self.told.done(answered_at) > self.day:
            return {"answered_at": None, "answer": None}
        put_right = {name: getattr(record, name, None) for name in ("updated", "corrected_on")}
        return {name: None for name, on in put_right.items() if on and on > self.day}


def _kept_entries(records: Records, left: Records, day: date) -> set[Named]:
    """Give the entries of registers that are told: what is left names them, or nothing that was dropped does."""
    remaining = {id(record) for _, _, record in left.every()}
    documents = [(family, key, record) for family, key, record in records.every() if family not in REGISTERS]
    dropped = [document for document in documents if id(document[2]) not in remaining]
    later = _closed(records, _named(record for _, _, record in dropped)) | _announced_by(dropped)
    later |= {
        ("people", name) for name, person in left.people.items() if records.people[name].terms and not person.terms
    }
    later |= _of_bodies(records, left, day)
    moves = Moves(records)
    announced = {name: known.announced or moves.announced_on(name) for name, known in records.meetings.items()}
    later |= {("meetings", name) for name, known in announced.items() if known and known > day}
    every = {(register, name) for register in REGISTERS for name in getattr(left, register)}
    held = {("meetings", key[0]) for family, key, _ in left.every() if family in ("agendas", "papers", "minutes")}
    held |= {("meetings", name) for name, known in announced.items() if known and known <= day}
    held |= {("people", name) for name, person in left.people.items() if person.terms}
    own = (record for family, _, record in left.every() if family not in REGISTERS)
    return _closed(left, (every - later) | held | _named(own))


def _of_bodies(records: Records, left: Records, day: date) -> set[Named]:
    """Give what only the untold end of a body names, bodies that begin later, and people who are named as theirs."""
    later = _named(records.bodies[name] for name, body in left.bodies.items() if body != records.bodies[name])
    later |= {("bodies", name) for name, body in left.bodies.items() if body.from_ and body.from_ > day}
    return later | {("people", name) for name, person in left.people.items() if ("bodies", person.body) in later}


def _announced_by(dropped: Iterable[tuple[str, tuple[str, ...], Any]]) -> set[Named]:
    """Give the meetings that are told by papers of their own, of which it is known when they were published."""
    return {
        ("meetings", key[0])
        for family, key, record in dropped
        if family == "minutes" or (family in ("agendas", "papers") and record.published)
    }


def _named(documents: Iterable[Record]) -> set[Named]:
    """Give the entries of registers that documents name."""
    found = set[Named]()
    for part in (part for document in documents for part in records_within(document)):
        for field, refers in marked_fields(type(part), Refers).items():
            if refers.register in REGISTERS and (named := getattr(part, field)):
                found.update((refers.register, name) for name in (named if isinstance(named, list) else (named,)))
    return found


def _closed(records: Records, named: set[Named]) -> set[Named]:
    """Give entries of registers with all that they name in turn."""
    found, new = set[Named](), named
    while new := new - found:
        found |= new
        entries = (getattr(records, register).get(name) for register, name in new)
        new = _named(filter(None, entries))
    return found


def _without_loose_ends(records: Records) -> Records:
    """Give records in which no document names a figure, a paper, an action or a promise that is not told yet."""
    numbers = {number for commitment in commitments(records) for number in commitment.numbers}
    known = {document: {entry.key for entry in entries} for document, entries in entries_of(records).items()}

    def loose(part: Record) -> bool:
        action = part.action if isinstance(part, ActionUpdate | Discharge) else None
        return action is not None and records.made_at(action) not in records.minutes

    def mended(key: tuple[str, ...], record: Record) -> Record:
        def instead(part: Record) -> dict[str, object]:
            found = _without_what_is_not_told(part, key, known, records)
            if isinstance(part, Paragraph) and not numbers.issuperset(part.commitments):
                found["commitments"] = [number for number in part.commitments if number in numbers]
            if isinstance(part, Appendix) and part.paper and (*key[:1], part.paper) not in records.papers:
                found["paper"] = None
            return found

        return changed(without(record, loose), instead)

    return records.with_each(mended)


def _without_what_is_not_told(
    part: Record, key: tuple[str, ...], known: Known, records: Records
) -> dict[str, object]:
    """Give the fields of a record that name an indicator, an item or a minute which is not there, without it."""
    fields, points = fields_of(type(part)), marked_fields(type(part), Points)
    there: dict[str, Container[str]] = {
        name: known.get((entries.family, meeting_meant(part, key)), ())
        for name, entries in points.items()
        if not fields[name].required
    }
    refers = marked_fields(type(part), Refers)
    there |= {name: records.indicators for name, named in refers.items() if named.register == "indicators"}
    values = {name: getattr(part, name) for name in there}
    left = {name: _of_those(value, there[name]) for name, value in values.items() if value}
    return {name: value for name, value in left.items() if value != values[name]}


def _of_those(value: str | list[str], there: Container[str]) -> str | list[str] | None:
    """Give an id if it is among some, or those of several that are."""
    if isinstance(value, list):
        return [name for name in value if name in there]
    return value if value in there else None
