"""Checks of years that went stale when a text was copied from last year's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts.texts import Text, every_text, texts_of
from ..facts.years import dates_a_year_early, stale_title_year, wrong_precept_years, wrong_weekdays
from ..records.agenda import AgendaItem
from ..records.meeting import date_of
from ..records.problem import Problem
from ..records.programme import ProgrammeItem
from ..records.publication import Records


def wrong_weekday(records: Records) -> Iterator[Problem]:
    """Warn of a date with a weekday that it does not fall on."""
    for text in every_text(records):
        for typed, right in wrong_weekdays(text.text) if not text.note else ():
            yield Problem(
                code="wrong-weekday",
                place=text.place,
                message=f'"{typed}" is a {right}.',
                fix="Correct the weekday or the date. If the paper has the slip, tell readers in a note.",
                severity="warning",
            )


def stale_year(records: Records) -> Iterator[Problem]:
    """Warn of a year in an agenda or a work programme that does not fit the year of its meeting."""
    for day, text in _planned(records):
        if text.note:
            continue
        for typed in dates_a_year_early(text.text, day):
            yield _stale(text, typed, day)
        if text.field.name == "title" and (year := stale_title_year(text.text, day)):
            yield _stale(text, year, day)


def wrong_precept_year(records: Records) -> Iterator[Problem]:
    """Warn of a precept in an agenda or a work programme that is for another year than the next financial year."""
    for day, text in _planned(records):
        named = wrong_precept_years(text.text, day) if _reviews_precept(text, records) and not text.note else ()
        for typed, right in named:
            yield Problem(
                code="precept-year",
                place=text.place,
                message=f'The text says "{typed}"; the meeting of {day} reviews the precept for {right}.',
                fix="Correct the year. If the paper itself has the slip, tell readers in correction.",
                severity="warning",
            )


def _stale(text: Text, typed: str, day: date) -> Problem:
    return Problem(
        code="stale-year",
        place=text.place,
        message=f'"{typed}" does not fit the meeting of {day}, about which this text is.',
        fix="Correct the year. If the paper itself has the slip, tell readers in correction.",
        severity="warning",
    )


def _reviews_precept(text: Text, records: Records) -> bool:
    function = records.functions.get(getattr(text.record, "function", None) or "")
    return function is not None and function.precept


def _planned(records: Records) -> Iterator[tuple[date, Text]]:
    """Give the texts of what is planned for a meeting, with its day."""
    for meeting_id, agenda in records.agendas.items():
        for item in agenda.items:
            yield from ((date_of(meeting_id), text) for text in _texts(item))
    for row in records.programme.items if records.programme else ():
        day = date_of(row.meeting) if row.meeting in records.meetings and row.meeting else row.day
        if day:
            yield from ((day, text) for text in _texts(row))


def _texts(record: AgendaItem | ProgrammeItem) -> Iterator[Text]:
    return texts_of(record, "programme" if isinstance(record, ProgrammeItem) else "agendas")


RULES = (wrong_weekday, stale_year, wrong_precept_year)
