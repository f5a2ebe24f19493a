"""What editors still have to do, and how complete the record is by kind of fact: both follow from records and a day.

Nothing here is a fault, and a build takes no notice of it. Whoever asks of a dossier of what may be published
(``dossier.public``) is told of nothing else. The day is only compared, so that a page of it stays as it is until
something becomes due.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, takewhile
from typing import Final, Literal

from ..records.indicator import WITHOUT_FIGURE, Indicator, Point
from ..records.meeting import date_of
from ..records.minutes import Resolution
from ..records.place import Place
from .actions import Action
from .completeness import Recorded, recorded
from .dossier import Dossier
from .meetings import known_of
from .other_versions import changed_on, every_version
from .rows import every_point
from .told import ALWAYS, Told

Kind = Literal[
    "agenda",
    "held or not",
    "minutes missing",
    "draft",
    "minutes not confirmed",
    "action overdue",
    "action not reported",
    "business put off",
    "question",
    "recommendation",
    "figure",
    "document",
    "version",
    "seat ends",
]

ROUGH_MINUTES: Final[Mapping[Kind, int]] = {
    "agenda": 60,
    "held or not": 5,
    "minutes missing": 120,
    "draft": 15,
    "minutes not confirmed": 5,
    "action overdue": 15,
    "action not reported": 15,
    "business put off": 10,
    "question": 20,
    "recommendation": 10,
    "figure": 15,
    "document": 45,
    "version": 60,
    "seat ends": 10,
}
"""About how long one of each takes, in the order in which they are told: what is most urgent comes first."""

ROUGH_MINUTES_OF_ADVICE: Final = 5
"""About how long a warning or a piece of advice takes."""

TOLD_AS_TASKS: Final = frozenset({"planned-and-past", "version-behind"})
"""Codes of warnings and advice whose cause is told here with its place: they are not counted a second time."""

ENDS_WITHIN: Final = timedelta(days=60)
"""So long before its last day a seat or an office is told of."""


OF_REPORTS: Final = frozenset({1, 2, 3, 4, 6})
"""Months after which reports come again, beside whole years."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that is unfinished: where its record is, and what it is called or says.

    ``day`` is the day that it waits for or that is past; ``detail`` what else there is to say, in the record's words.
    """

    kind: Kind
    place: Place
    name: str = ""
    meeting_id: str | None = None
    day: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What is unfinished on a day, and of how many records of each kind a fact is known."""

    tasks: tuple[Task, ...]
    recorded: tuple[Recorded, ...]


def unfinished(dossier: Dossier, today: date) -> Unfinished:
    """Give all that is unfinished on the day ``today``, by kind in the order of ``ROUGH_MINUTES``, then by place."""
    every = (_meetings, _minutes, _actions, _put_off, _unanswered, _figures, _documents, _versions, _seats)
    found = (task for gather in every for task in gather(dossier, today))
    kinds = list(ROUGH_MINUTES)
    tasks = sorted(found, key=lambda task: (kinds.index(task.kind), task.place.file, task.place.line))
    return Unfinished(tuple(tasks), recorded(dossier, today))


def rough_minutes(tasks: Iterable[Task], advice: int = 0) -> int:
    """Give about how many minutes some tasks take together with so many warnings and pieces of advice."""
    return sum(ROUGH_MINUTES[task.kind] for task in tasks) + advice * ROUGH_MINUTES_OF_ADVICE


def _meetings(dossier: Dossier, today: date) -> Iterator[Task]:
    """Give meetings without what should be there by now: an agenda, minutes, or a word on whether they were held."""
    records = dossier.records
    for meeting_id, meeting in records.meetings.items():
        known, place = known_of(records, meeting_id, today), meeting.at("state")
        missing = known == "to come" and meeting_id not in records.agendas
        if missing and (due := dossier.dates[meeting_id].publish_by) and due.day <= today:
            yield Task("agenda", place, meeting_id=meeting_id, day=due.day)
        elif known == "not known" and meeting.state != "not known":
            yield Task("held or not", place, meeting_id=meeting_id)
        elif known == "took place" and meeting_id not in records.minutes:
            yield Task("minutes missing", place, meeting_id=meeting_id)
        elif known == "to come" and meeting.state == "provisional":
            yield Task("draft", place, meeting_id=meeting_id, detail="provisional")


def _minutes(dossier: Dossier, _: date) -> Iterator[Task]:
    """Give minutes that no later meeting confirmed, with the day of the one whose agenda has them, if any has."""
    for meeting_id, minutes in dossier.records.minutes.items():
        connections = dossier.connections
        if minutes.only or minutes.marked == "confirmed" or meeting_id in connections.confirmed_in:
            continue
        asked = connections.confirmed_by.get(meeting_id)
        kind: Kind = "draft" if minutes.marked == "draft" else "minutes not confirmed"
        place = minutes.at("marked" if minutes.marked else "minutes")
        yield Task(kind, place, meeting_id=meeting_id, day=date_of(asked.meeting_id) if asked else None)


def _actions(dossier: Dossier, today: date) -> Iterator[Task]:
    """Give actions that are overdue, and others of which nothing was reported though their body has met since."""
    records = dossier.records
    met = [other for other in reversed(records.in_order) if known_of(records, other, today) == "took place"]
    for action in (action for action in dossier.actions if action.standing == "owed"):
        made = records.moment(action.meeting_id)
        since = takewhile(lambda other, made=made: records.moment(other) > made, met)  # type: ignore[misc]
        place = action.source.at("text")
        if action.overdue(today) and action.due:
            day, reported = date_of(action.due), "" if action.steps else "not reported"
            yield Task("action overdue", place, _called(action), action.meeting_id, day, reported)
        elif not action.steps and any(records.share_a_body(other, action.meeting_id) for other in since):
            yield Task("action not reported", place, _called(action), action.meeting_id)


def _called(action: Action) -> str:
    """Name an action by what it follows from: ``Resolution 921 (ii)``, ``Minute 12: near misses``."""
    if isinstance(action.source, Resolution):
        return action.source.name
    return f"{action.minute.name}: {_in_words(action.source.id)}"


def _in_words(name: str) -> str:
    return name.replace("-", " ")


def _put_off(dossier: Dossier, today: date) -> Iterator[Task]:
    """Give business that was put off to a day which is past, and that no later minute came to."""
    for entry in dossier.deferrals:
        if entry.back is None and entry.until and date_of(entry.until) < today:
            name = entry.source.heading
            yield Task("business put off", entry.source.at("title"), name, entry.meeting_id, date_of(entry.until))


def _unanswered(dossier: Dossier, _: date) -> Iterator[Task]:
    """Give questions from the public and recommendations whose answer is not here."""
    for meeting_id, minutes in dossier.records.minutes.items():
        for question in minutes.questions:
            if question.answer is None:
                day = date_of(question.answered_at) if question.answered_at else None
                yield Task("question", question.at("question"), _in_words(question.id), meeting_id, day)
    for made in dossier.records.recommendations.values():
        if not (made.answer or made.answered):
            yield Task("recommendation", made.at("text"), _in_words(made.id), made.meeting, made.answer_due)


def _figures(dossier: Dossier, today: date) -> Iterator[Task]:
    """Give indicators of which a figure is past its date: one that was not there yet, or the one after the last."""
    for indicator in dossier.records.indicators.values():
        if waiting := next((point for _, point in every_point(indicator) if _awaited(point, today)), None):
            yield Task("figure", waiting.at("why"), indicator.title, detail=_named(waiting))
        elif (due := next_figure(indicator, dossier.told)) and due[1] < today:
            last, expected = due
            yield Task("figure", last.at("period"), indicator.title, day=expected, detail=_named(last))


def _awaited(point: Point, today: date) -> bool:
    """Whether a figure is not there yet, as the paper says in ``why``, though its period is over."""
    empty = point.why is not None and not point.shown and not WITHOUT_FIGURE.intersection(point.statuses)
    return bool(empty and point.period and point.period.end and point.period.end < today)


def _named(point: Point) -> str:
    return point.period.name if point.period else ""


def next_figure(indicator: Indicator, told: Told) -> tuple[Point, date] | None:
    """Give the last figure of an indicator and the day by which the next is expected, or nothing.

    It is expected as long after the end of its period as the last one was, and its period ends as long after that of
    the last as most do after the one before; of two such lengths the longer counts. Only periods of one kind show it,
    and only such lengths as reports have: nobody said that a figure follows a single one, or comes every 31 months.
    """
    every = [point for _, point in every_point(indicator) if "forecast" not in point.statuses]
    there = [(point.period, point) for point in every if point.period and point.period.end and point.shown]
    latest = max((period.end for period, _ in there if period.end), default=None)
    kinds = {(period.kind, period.months) for period, _ in there if period.end == latest}
    by_end = {period.end: point for period, point in there if period.end and (period.kind, period.months) in kinds}
    ends = sorted(by_end)
    lengths = Counter(_months(later) - _months(end) for end, later in pairwise(ends))
    step = max(lengths, key=lambda months: (lengths[months], months), default=0)
    if step not in OF_REPORTS and (step < 1 or step % 12):
        return None
    last = by_end[ends[-1]]
    given = max(told.source(last.source or indicator.source), indicator.updated or ALWAYS)
    came_after = given - ends[-1] if given > ends[-1] else timedelta(0)
    return last, _later_by(ends[-1], step if given > ends[-1] else 2 * step) + came_after


def _months(day: date) -> int:
    return 12 * day.year + day.month - 1


def _later_by(day: date, months: int) -> date:
    """Give the last day of the month that is so many months after that of a day."""
    year, month = divmod(_months(day) + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _documents(dossier: Dossier, _: date) -> Iterator[Task]:
    """Give each document that is not known to be accessible."""
    for barred in dossier.standing.documents:
        document = barred.document
        yield Task(
            "document", document.at("accessible"), document.title, barred.meeting_id, detail=document.accessible
        )


def _versions(dossier: Dossier, today: date) -> Iterator[Task]:
    """Give versions in Easy Read, sign language or another language of what was changed since."""
    for version, meeting_id, paper_id in every_version(dossier.records):
        changed = changed_on(dossier.records, meeting_id, paper_id)
        if changed and version.follows < changed <= today:
            yield Task("version", version.at("follows"), version.of_language or version.kind, meeting_id, changed)


def _seats(dossier: Dossier, today: date) -> Iterator[Task]:
    """Give seats, and offices within them, whose last day is near."""
    for person in dossier.records.people.values():
        for term in person.terms:
            spells = ((term, term.office or term.seat), *((office, office.name) for office in term.offices))
            for spell, name in spells:
                if spell.ends and spell.ends - ENDS_WITHIN <= today <= spell.ends:
                    yield Task("seat ends", spell.at("ends"), person.full_name, day=spell.ends, detail=name)
