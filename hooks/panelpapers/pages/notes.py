"""What papers leave to be explained: their faults and gaps, which notes tell of, and what their short forms mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ..facts.abbreviations import Usage, collisions, meanings
from ..facts.dossier import Dossier
from ..facts.rows import every_item, every_minute, every_point, grouped
from ..records.base import Record
from ..records.language import unmarked
from ..records.marks import Wording
from ..records.meeting import date_of
from ..records.paper import Paper, Section
from ..records.publication import Records
from ..records.walk import records_within, walk
from ..words import format as say
from . import addresses
from .entries import EntryAddresses
from .rendering import Renderer
from .site import HOME, Link, Page

NOTES = Link("Editor's notes", addresses.EDITORS_NOTES)


class Document(NamedTuple):
    """A document as notes are listed by it, and its meeting, if it is of one."""

    name: str
    meeting_id: str = ""


Placed = tuple[Record, Document, Link]
"""A record that a note can stand in, the document it belongs to, and its place."""


def note_pages(records: Records, renderer: Renderer, known: Collection[str] = ()) -> Iterator[Page]:
    """Give the page of all editor's notes, document by document.

    Where the ``known`` addresses have pages of years, these have the notes on documents of meetings.
    """
    notes = [
        (document, link, note)
        for record, document, link in _placed(records, renderer.appointing, renderer.entries)
        for note in _notes(record)
    ]
    years = sorted({date_of(at).year for at in records.meetings if addresses.notes_in(date_of(at).year) in known})
    by_year = grouped((_year_of(note[0], years), note) for note in notes)
    counts = [(year, len(by_year.get(year, ()))) for year in reversed(years)]
    for year in (None, *years):
        title = f"Editor's notes on papers of {year}" if year else "Editor's notes"
        others = [(other, count) for other, count in counts if other != year]
        at = addresses.notes_in(year) if year else addresses.EDITORS_NOTES
        documents = _by_document(by_year.get(year, ()))
        count = len(by_year.get(year, ())) if year else len(notes)
        html = renderer.html("notes", at, title=title, documents=documents, count=count, counts=others, year=year)
        summary = (
            "Where the papers have a slip or a gap, or disagree with each other: every editor's note in one place."
        )
        yield Page(at, title, summary, html, (HOME, NOTES) if year else (HOME,), kind=None)


def _by_document(notes: Iterable[tuple[Document, Link, str]]) -> list[tuple[str, str, list[tuple[Link, list[str]]]]]:
    """Give the name of each document, its place on the page, and the places in it with their notes."""
    return [
        (
            document.name,
            _anchor(document.name) or f"document-{number}",
            [(link, [text for *_, text in several]) for link, several in groupby(group, lambda note: note[1])],
        )
        for number, (document, group) in enumerate(groupby(notes, lambda note: note[0]), start=1)
    ]


def _year_of(document: Document, years: Collection[int]) -> int | None:
    """Give the year on whose page the notes on a document stand, if it has one."""
    year = date_of(document.meeting_id).year if document.meeting_id else None
    return year if year in years else None


def _notes(record: Record) -> Iterator[str]:
    """Give the notes that stand in a record, those of the records within it left out."""
    for held in walk(record):
        if held.record is record and held.field.wording is Wording.NOTE and isinstance(held.value, str):
            yield held.value


def _placed(records: Records, appointing: str, entries: EntryAddresses) -> Iterator[Placed]:
    for (meeting_id, paper_id), paper in records.papers.items():
        yield from _paper(meeting_id, paper_id, paper, _day(meeting_id, records))
    for meeting_id, meeting in records.meetings.items():
        document = Document(f"Meeting of {_day(meeting_id, records)}", meeting_id)
        link = Link(document.name, addresses.meeting(meeting_id))
        yield from ((record, document, link) for record in (meeting, meeting.webcast) if record)
    yield from _business(records, entries)
    if records.panel:
        members = f"Members by {appointing}" if appointing else "Members"
        link = Link(members, f"{addresses.members_of(records.listed_under())}#councils")
        yield records.panel, Document("Notes on members"), link
    for person_id, person in records.people.items():
        link = Link(person.full_name, addresses.member(person_id))
        yield from ((term, Document("Notes on members"), link) for term in person.terms)
    for indicator_id, indicator in records.indicators.items():
        link = Link(indicator.title, addresses.indicator(indicator_id))
        points = (point for _, point in every_point(indicator))
        yield from ((record, Document("Notes on figures"), link) for record in (*points, indicator))
    yield from _plan(records)


def _paper(meeting_id: str, paper_id: str, paper: Paper, day: str) -> Iterator[Placed]:
    at = addresses.paper(meeting_id, paper_id)
    document = Document(f"{paper.title}, {day}", meeting_id)
    sections: list[tuple[str | None, str, Section]] = [(None, "", section) for section in paper.sections]
    for part in paper.parts:
        sections += [(part.id, f" of {part.title}", section) for section in part.sections]
    for part_id, of_part, section in sections:
        yield section, document, Link(f'"{section.title}"{of_part}', f"{at}#{part_id}" if part_id else at)
        for paragraph in section.paragraphs:
            to = addresses.paragraph(meeting_id, paper_id, part_id, paragraph.number)
            link = Link(f"Paragraph {paragraph.number}{of_part}", to)
            yield from ((record, document, link) for record in (*paragraph.figures, paragraph))
    for entry in paper.abbreviations:
        yield entry, document, Link(f"Short form {entry.short}", f"{at}#abbreviations")


def _business(records: Records, entries: EntryAddresses) -> Iterator[Placed]:
    for meeting_id, item in every_item(records):
        link = Link(item.heading, addresses.agenda_item(meeting_id, item.key))
        yield item, Document(f"Agenda of {_day(meeting_id, records)}", meeting_id), link
    for meeting_id, minute in every_minute(records):
        link = Link(minute.heading, addresses.minute(meeting_id, minute.key))
        document = Document(f"Minutes of {_day(meeting_id, records)}", meeting_id)
        own = records_within(minute.model_copy(update={"minutes": []}))
        yield from ((record, document, link) for record in own)
    for meeting_id, tracker in records.trackers.items():
        for update in tracker.updates:
            link = Link(f"Action {update.action}", entries.action(update.action))
            yield update, Document(f"Action tracker of {_day(meeting_id, records)}", meeting_id), link


def _plan(records: Records) -> Iterator[Placed]:
    if records.plan:
        document = Document(f"{records.plan.title}: tracker")
        yield records.plan, document, Link("What the ratings mean", f"{addresses.PLAN}#key")
        for commitment in records.plan.commitments:
            number = commitment.numbers[0]
            link = Link(f"Commitment {number}: {commitment.title}", addresses.commitment(number))
            yield from ((record, document, link) for record in (*commitment.ratings, commitment))
    if programme := records.programme:
        for row in programme.items:
            place = f"#meeting-{row.meeting}" if row.meeting else "#visits"
            yield row, Document(programme.title), Link(row.title, f"{addresses.WORK_PROGRAMME}{place}")


def _anchor(document: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", unmarked(document).lower()).strip("-")


def _day(meeting_id: str, records: Records) -> str:
    return say.day(records.day_of(meeting_id))


def abbreviation_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all short forms that papers, agendas and minutes use, A to Z."""
    records, every = dossier.records, dossier.usages
    by_letter = groupby(meanings(every).items(), lambda meaning: meaning[0][0].upper())
    html = renderer.html(
        "abbreviations",
        addresses.ABBREVIATIONS,
        letters=[(letter, list(group)) for letter, group in by_letter],
        collisions=list(collisions(every, records.panel.area if records.panel else "")),
        where=lambda usage: _where(usage, records),
    )
    summary = "What each short form stands for, and in which paper; some stand for two things."
    yield Page(addresses.ABBREVIATIONS, "Short forms", summary, html, (HOME,))


def _where(usage: Usage, records: Records) -> Link:
    """Give the document that uses a short form so; the panel's own usage has the panel's name and its home page."""
    if usage.meeting_id is None:
        return Link(records.panel.name if records.panel else "the panel", addresses.HOME)
    day = _day(usage.meeting_id, records)
    if usage.paper_id is not None:
        title = records.papers[usage.meeting_id, usage.paper_id].title
        return Link(f"{title}, {day}", addresses.paper(usage.meeting_id, usage.paper_id))
    if usage.first and usage.first.family == "agendas":
        return Link(f"Agenda of {day}", addresses.agenda(usage.meeting_id))
    return Link(f"Minutes of {day}", addresses.minutes(usage.meeting_id))
