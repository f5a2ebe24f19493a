"""Checks of days that can hardly be: a year typed wrong by one, ten or a hundred, and days in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ..facts.dossier import Dossier
from ..records.base import Record
from ..records.meeting import date_of
from ..records.place import Place
from ..records.problem import Problem
from ..records.walk import records_within
from .findings import advice, warning

DONE: Final = frozenset(
    (
        *("announced", "answered", "corrected_on", "dated", "follows", "prepared"),
        *("published", "reviewed", "sent", "updated", "written"),
    )
)
"""Fields that say when something was done."""
NEARLY_A_YEAR: Final = 340
"""Days. What was done some weeks ago is more than this ahead once its year is one too many."""
YEARS_AHEAD: Final = 8
"""How far ahead somebody may plan: the longest terms of office are shorter."""
_ORDER: Final = (
    ("prepared", "reviewed"),
    ("published", "corrected_on"),
    ("sent", "answered"),
    ("sent", "answer_due"),
)
"""Fields of one record of which the second is no earlier day than the first."""
_OF_MEETINGS: Final = frozenset(("meetings", "agendas", "minutes", "papers"))


def days_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Warn of two days of one record of which the second is before the first."""
    for part in dossier.parts:
        typed = part.model_fields_set
        for first, second in (pair for pair in _ORDER if typed.issuperset(pair)):
            begin, end = getattr(part, first), getattr(part, second)
            if begin and end and end < begin:
                fact = f'By this, "{second}" is {end}, and "{first}" is {begin}, a later day.'
                yield warning("days-backwards", part.at(second), fact, "Correct one of the two days.")


def doubtful_day(dossier: Dossier, today: date) -> Iterator[Problem]:
    """Advise on each day that is years ahead, and on what was done nearly a year before or after it can have been."""
    for family, key, record in dossier.records.every():
        meeting = date_of(key[0]) if family in _OF_MEETINGS else None
        if family == "meetings" and meeting and meeting.year > today.year + YEARS_AHEAD:
            yield _doubtful(f"This meeting is on {meeting}, years ahead", record.at())
        for part in records_within(record):
            for name, day in _days(part):
                before = meeting and family != "minutes" and (meeting - day).days > NEARLY_A_YEAR
                why = f"about a year or more before the meeting of {meeting}" if name in DONE and before else ""
                if why := why or _ahead(name, day, max(today, meeting or today)):
                    yield _doubtful(f"This says {day}, {why}", part.at(name))


def _days(part: Record) -> Iterator[tuple[str, date]]:
    """Give every day that was typed in a record itself, with its field; ``due`` may be that of a meeting."""
    for name in sorted(part.model_fields_set):
        value = getattr(part, name)
        if isinstance(value, date):
            yield name, value
        elif name == "due" and isinstance(value, str):
            yield name, date_of(value)


def _ahead(name: str, day: date, latest: date) -> str:
    """Say how far ahead a day is of the latest on which it can be looked at; nothing where that may be right."""
    if name in DONE and (day - latest).days > NEARLY_A_YEAR:
        return "about a year or more ahead, and tells of something that was done"
    return "years ahead" if day.year > latest.year + YEARS_AHEAD else ""


def _doubtful(fact: str, place: Place) -> Problem:
    return advice("doubtful-day", place, f"{fact}.", "Check the year. If it is right, leave it.")
