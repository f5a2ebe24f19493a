"""Checks of texts: days and years that went stale, letters of another alphabet, and short forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce
from itertools import pairwise
from operator import attrgetter
from typing import Final

from ..facts.abbreviations import Usage, collisions
from ..facts.dossier import Dossier
from ..facts.events import year_named
from ..facts.texts import Text
from ..facts.years import dates_a_year_early, days_named, stale_title_year, wrong_weekdays, wrong_years_of
from ..reading.pointing import pointed
from ..records.agenda import AgendaItem
from ..records.alphabets import look_alikes, plain_letter
from ..records.marks import Wording
from ..records.meeting import date_of
from ..records.place import Place
from ..records.problem import Problem
from ..records.programme import ProgrammeItem
from .findings import advice, instead, repeated, warning

_NAMED_BY: Final = ("id", "number", "numbers", "numeral", "period", "category", "person", "short")
"""Fields by which entries are told apart: other rules tell of two with the same."""


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
        function = dossier.records.functions.get(getattr(text.record, "function", None) or "")
        events = [event for event in regime.events if function and event.id == function.of_event]
        for event in events if not text.note else ():
            right = year_named(day, regime)
            for typed in wrong_years_of(event.name, text.text, right):
                fact = f'The text says "{typed}"; the meeting of {day} reviews the {event.name} for {right}.'
                fix = "Correct the year. If the paper itself has the slip, tell readers in correction."
                yield warning("event-year", text.place, fact, fix)


def _stale(text: Text, typed: str, day: date) -> Problem:
    fact = f'"{typed}" does not fit the meeting of {day}, about which this text is.'
    fix = "Correct the year. If the paper itself has the slip, tell readers in correction."
    return warning("stale-year", text.place, fact, fix)


def _planned(dossier: Dossier) -> Iterator[tuple[date, Text]]:
    """Give the texts of what is planned for a meeting, with its day."""
    for text in dossier.english:
        if isinstance(text.part, AgendaItem) and text.meeting_id:
            yield date_of(text.meeting_id), text
        elif isinstance(row := text.part, ProgrammeItem):
            day = date_of(row.meeting) if row.meeting in dossier.records.meetings and row.meeting else row.day
            if day:
                yield day, text


def mixed_alphabets(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each word in a title, a name or a text that is not in the alphabet in which it seems to be."""
    for text in dossier.texts:
        for found in look_alikes(text.text, text.language):
            known = all(plain_letter(sign) != sign for sign in found.word if not sign.isascii())
            again = f'Type the word again: "{found.plain}".' if known else "Type the word again, in one alphabet."
            problem = warning("look-alike", text.place, found.fact, again)
            end = found.start + len(found.word)
            yield pointed(problem, text.text, found.start, end, instead(found.word, found.plain) if known else None)


def short_forms(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each short form that its document never explains; warn of one that a paper uses before it does so."""
    panel = dossier.records.panel
    if "panel" in dossier.records.unread:
        return  # its file may explain them
    known = panel.known_short_forms if panel else []
    for usage in dossier.usages:
        if usage.first and usage.long is None:
            in_list = "abbreviations of this paper" if usage.paper_id else "abbreviations of data/panel.yml"
            fact = f'"{usage.short}" is used here and explained nowhere in this document.'
            fix = f"Write it out, with the short form in brackets, or add it to the {in_list}. "
            fix += 'If the source never explains it, write "not written out in this paper" as what it stands for.'
            yield Problem("abbreviation-unexplained", usage.first.place, fact, fix)
        of_paper = usage.paper_id and usage.explained and usage.short not in known
        if usage.first and of_paper and not usage.written_out_first:
            fact = f'"{usage.short}" is first used here, and not written out.'
            fix = f"Write {usage.long} ({usage.short}) here."
            yield warning("abbreviation-first-use", usage.first.place, fact, fix)


def two_meanings(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each short form that stands for two things."""
    if not dossier.records.unread.isdisjoint(("papers", "panel")):
        return  # what is explained is not known to its end
    area = dossier.records.panel.area if dossier.records.panel else ""
    for short, several in collisions(dossier.usages, area):
        of_it = [usage for meaning in several for usage in meaning.usages]
        told = " and ".join(f'"{meaning.long}"' for meaning in several)
        fact = f"{short} stands for {told} in different documents."
        fix = "Write it out where it could be misread, and name abbreviation-collision in known."
        yield advice("abbreviation-collision", _place(of_it), fact, fix)


def entry_twice(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each entry of a list that is the same as the one above it. What has a name is told by that."""
    for part in dossier.parts:
        typed = ((name, getattr(part, name)) for name in sorted(part.model_fields_set))
        for name, entries in ((name, value) for name, value in typed if isinstance(value, list)):
            for number, (earlier, later) in enumerate(pairwise(entries), start=1):
                if earlier == later and not any(getattr(later, name, None) for name in _NAMED_BY):
                    fact, fix = (
                        "This entry is the same as the one above it.",
                        "Delete one of the two, if it was not meant.",
                    )
                    yield advice("entry-twice", part.at(name, number), fact, fix)


def short_form_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a short form that stands twice in one list."""
    lists = [paper.abbreviations for paper in dossier.records.papers.values()]
    for entries in (*lists, dossier.records.panel.abbreviations if dossier.records.panel else []):
        for entry, _ in repeated(entries, attrgetter("short")):
            fact = f'"{entry.short}" stands twice in this list.'
            fix = "Keep one of the two. If it stands for two things in this paper, say so in long."
            yield Problem("abbreviation-twice", entry.at("short"), fact, fix)


def _place(every: list[Usage]) -> Place:
    """Give the place in a paper where a short form is explained, or first used; else that in the panel's own list."""
    of_papers = [usage for usage in every if usage.paper_id]
    entries = [usage.entry.at("short") for usage in of_papers or every if usage.entry]
    texts = [usage.first.place for usage in of_papers or every if usage.first]
    return (entries or texts)[-1]
