"""What papers leave to be explained: their faults and gaps, which notes tell of, and what their short forms mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ..facts.abbreviations import Usage, collisions, meanings
from ..facts.dossier import Dossier
from ..facts.rows import every_item, every_minute, every_point
from ..records.base import Record
from ..records.language import unmarked
from ..records.marks import Wording
from ..records.paper import Paper, Section
from ..records.publication import Records
from ..records.walk import records_within, walk
from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

Placed = tuple[Record, str, Link]
"""A record that a note can stand in, the document it belongs to, and its place."""


def note_pages(records: Records, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all editor's notes, document by document."""
    notes = [
        (document, link, note)
        for record, document, link in _placed(records, renderer.appointing)
        for note in _notes(record)
    ]
    documents = [
        (
            document,
            _anchor(document) or f"document-{number}",
            [(link, [text for *_, text in several]) for link, several in groupby(group, lambda note: note[1])],
        )
        for number, (document, group) in enumerate(groupby(notes, lambda note: note[0]), start=1)
    ]
    html = renderer.html("notes", addresses.EDITORS_NOTES, documents=documents, count=len(notes))
    summary = "Where the papers have a slip or a gap, or disagree with each other: every editor's note in one place."
    yield Page(addresses.EDITORS_NOTES, "Editor's notes", summary, html, (HOME,), kind=None)


def _notes(record: Record) -> Iterator[str]:
    """Give the notes that stand in a record, those of the records within it left out."""
    for held in walk(record):
        if held.record is record and held.field.wording is Wording.NOTE and isinstance(held.value, str):
            yield held.value


def _placed(records: Records, appointing: str) -> Iterator[Placed]:
    for (meeting_id, paper_id), paper in records.papers.items():
        yield from _paper(meeting_id, paper_id, paper, _day(meeting_id, records))
    for meeting_id, meeting in records.meetings.items():
        document = f"Meeting of {_day(meeting_id, records)}"
        link = Link(document, addresses.meeting(meeting_id))
        yield from ((record, document, link) for record in (meeting, meeting.webcast) if record)
    yield from _business(records)
    if records.panel:
        members = f"Members by {appointing}" if appointing else "Members"
        link = Link(members, f"{addresses.members_of(records.listed_under())}#councils")
        yield records.panel, "Notes on members", link
    for person_id, person in records.people.items():
        link = Link(person.full_name, addresses.member(person_id))
        yield from ((term, "Notes on members", link) for term in person.terms)
    for indicator_id, indicator in records.indicators.items():
        link = Link(indicator.title, addresses.indicator(indicator_id))
        points = (point for _, point in every_point(indicator))
        yield from ((record, "Notes on figures", link) for record in (*points, indicator))
    yield from _plan(records)


def _paper(meeting_id: str, paper_id: str, paper: Paper, day: str) -> Iterator[Placed]:
    at = addresses.paper(meeting_id, paper_id)
    document = f"{paper.title}, {day}"
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


def _business(records: Records) -> Iterator[Placed]:
    for meeting_id, item in every_item(records):
        link = Link(item.heading, addresses.agenda_item(meeting_id, item.key))
        yield item, f"Agenda of {_day(meeting_id, records)}", link
    for meeting_id, minute in every_minute(records):
        link = Link(minute.heading, addresses.minute(meeting_id, minute.key))
        document = f"Minutes of {_day(meeting_id, records)}"
        own = records_within(minute.model_copy(update={"minutes": []}))
        yield from ((record, document, link) for record in own)
    for meeting_id, tracker in records.trackers.items():
        for update in tracker.updates:
            link = Link(f"Action {update.action}", addresses.action(update.action))
            yield update, f"Action tracker of {_day(meeting_id, records)}", link


def _plan(records: Records) -> Iterator[Placed]:
    if records.plan:
        document = f"{records.plan.title}: tracker"
        yield records.plan, document, Link("What the ratings mean", f"{addresses.PLAN}#key")
        for commitment in records.plan.commitments:
            number = commitment.numbers[0]
            link = Link(f"Commitment {number}: {commitment.title}", addresses.commitment(number))
            yield from ((record, document, link) for record in (*commitment.ratings, commitment))
    if programme := records.programme:
        for row in programme.items:
            place = f"#meeting-{row.meeting}" if row.meeting else "#visits"
            yield row, programme.title, Link(row.title, f"{addresses.WORK_PROGRAMME}{place}")


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
