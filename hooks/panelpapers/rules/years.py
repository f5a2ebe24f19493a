"""Checks of years that went stale when a text was copied from last year's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

from ..facts.dossier import Dossier
from ..facts.events import year_named
from ..facts.texts import Text
from ..facts.years import dates_a_year_early, days_named, stale_title_year, wrong_weekdays, wrong_years_of
from ..records.agenda import AgendaItem
from ..records.law import Event
from ..records.marks import Wording
from ..records.meeting import date_of
from ..records.problem import Problem
from ..records.programme import ProgrammeItem
from ..records.publication import Records
from ..records.regime import Regime
from .findings import advice, warning


def wrong_weekday(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a date with a weekday that it does not fall on."""
    for text in dossier.english:
        for typed, right in wrong_weekdays(text.dates) if not text.note else ():
            fact = f'"{typed}" is a {right}.'
            fix = "Correct the weekday or the date. If the paper has the slip, tell readers in a note."
            yield warning("wrong-weekday", text.place, fact, fix)


def stale_year(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a year in an agenda or a work programme that does not fit the year of its meeting.

    The day of an earlier meeting is right: its minutes are confirmed. A whole date in a title is no year of a title.
    """
    met = {date_of(meeting_id) for meeting_id in dossier.records.meetings}
    for day, text in _planned(dossier):
        if text.note:
            continue
        for typed in dates_a_year_early((found for found in text.dates if found[2] not in met), day):
            yield _stale(text, typed, day)
        without_dates = reduce(lambda title, found: title.replace(found[0], ""), text.dates, text.text)
        if text.field.name == "title" and (year := stale_title_year(without_dates, day)):
            yield _stale(text, year, day)


def text_ages(dossier: Dossier) -> Iterator[Problem]:
    """Advise to say when a summary was written that speaks of days after the latest of which the papers tell."""
    records = dossier.records
    if not records.unread.isdisjoint(("agendas", "minutes")):
        return  # what the papers tell of is not known to its end
    told = [date_of(meeting_id) for meeting_id in records.minutes]
    told += [agenda.published or date_of(meeting_id) for meeting_id, agenda in records.agendas.items()]
    latest = max(told, default=date.max)
    for text in dossier.english:
        if text.field.wording is Wording.SUMMARY and getattr(text.record, "written", latest) is None:
            ahead = max(days_named(text.text), default=latest)
            if ahead > latest:
                fact = f"This speaks of a day to come, {ahead}, and nothing says when it was written."
                fix = "Add written: the day on which you write it. Readers see it once that day is over."
                yield advice("text-ages", text.place, fact, fix)


def wrong_event_year(dossier: Dossier) -> Iterator[Problem]:
    """Warn where an agenda or a work programme names an event of another year than the next financial one."""
    for day, text in _planned(dossier):
        regime = dossier.records.regime_on(day)
        event = _event(text, dossier.records, regime) if not text.note else None
        if event:
            right = year_named(day, regime)
            for typed in wrong_years_of(event.name, text.text, right):
                fact = f'The text says "{typed}"; the meeting of {day} reviews the {event.name} for {right}.'
                fix = "Correct the year. If the paper itself has the slip, tell readers in correction."
                yield warning("event-year", text.place, fact, fix)


def _stale(text: Text, typed: str, day: date) -> Problem:
    fact = f'"{typed}" does not fit the meeting of {day}, about which this text is.'
    fix = "Correct the year. If the paper itself has the slip, tell readers in correction."
    return warning("stale-year", text.place, fact, fix)


def _event(text: Text, records: Records, regime: Regime) -> Event | None:
    """Give the event with dates in law that a text is about, if its item or row serves one."""
    function = records.functions.get(getattr(text.record, "function", None) or "")
    return next((event for event in regime.events if function and event.id == function.of_event), None)


def _planned(dossier: Dossier) -> Iterator[tuple[date, Text]]:
    """Give the texts of what is planned for a meeting, with its day."""
    for text in dossier.english:
        if isinstance(text.part, AgendaItem) and text.meeting_id:
            yield date_of(text.meeting_id), text
        elif isinstance(row := text.part, ProgrammeItem):
            day = date_of(row.meeting) if row.meeting in dossier.records.meetings and row.meeting else row.day
            if day:
                yield day, text


RULES = (wrong_weekday, stale_year, wrong_event_year, text_ages)
