"""Where records stand on the site: the page of each document, the place of each group, and what an id leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..exports.plain_data import Document, Target
from ..facts.citations import paragraphs
from ..facts.promises import undertakings_of
from ..facts.rows import commitments, every_item
from ..records.base import Record
from ..records.indicator import WITHOUT_FIGURE, Point
from ..records.minutes import Minutes
from ..records.publication import Records
from ..records.walk import changed
from . import addresses
from .entries import UNPUBLISHED, EntryAddresses

_NO_FIGURE = dict.fromkeys(("value", "lowest", "highest", "earlier_value", "interval"))

NOT_OFFERED = frozenset({"renamed", "regimes"})
"""Families of records that are about the software and no business of the body."""


@dataclass(frozen=True)
class Places:
    """The places of some records on a site, whose whole address is ``home`` if it is known."""

    records: Records
    home: str
    entries: EntryAddresses = UNPUBLISHED

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every record that has a file or an entry of its own and is offered as data."""
        return tuple(
            Document(family, key, changed(record, _without_hidden), _page(self.records, family, key))
            for family, key, record in self.records.every()
            if family not in NOT_OFFERED
        )

    def url(self, address: str) -> str:
        """Give the whole address of a place, or as it is from the root of the site where that is not known."""
        return f"{self.home}{self.entries.placed(address)}"

    def data_of(self, document: Document) -> str:
        """Give the address of a document as JSON: beside its page, or below that of all where it has none alone."""
        match document.family:
            case "panel":
                return addresses.in_data("panel.json")
            case "trackers":
                return f"{addresses.meeting(*document.key)}action-tracker.json"
            case "people" | "bodies" | "functions" | "recommendations":
                return addresses.as_json(f"{_OF_ALL[document.family]}{'/'.join(document.key)}")
        return addresses.as_json(document.address)

    def placed(self, document: Document, record: Record) -> str:
        """Give the whole address of the place of a group, or nothing where it has none of its own."""
        address = document.address if record is document.record else self._groups.get(id(record), "")
        return self.url(address) if address or record is document.record else ""

    @cached_property
    def _groups(self) -> dict[int, str]:
        found: list[tuple[Record, str]] = []
        found += [(item, addresses.agenda_item(at, item.key)) for at, item in every_item(self.records)]
        for at, minutes in self.records.minutes.items():
            found += _in_minutes(at, minutes)
        for (at, paper_id), paper in self.records.papers.items():
            page = addresses.paper(at, paper_id)
            found += [(part, f"{page}#{part.id}") for part in paper.parts]
            found += [
                (made, f"{page}#{addresses.recommendation_id(made.numeral)}")
                for made in paper.recommendations
                if made.numeral
            ]
            found += [
                (paragraph, addresses.paragraph(at, paper_id, part_id, paragraph.number))
                for part_id, _, paragraph in paragraphs(paper)
            ]
        found += [(made, addresses.commitment(made.numbers[0])) for made in commitments(self.records) if made.numbers]
        return {id(group): address for group, address in found}

    def led(self, target: Target) -> str:
        """Give the whole address to which a reference leads, or nothing where none is known."""
        if target.register in ("agendas", "minutes"):
            there = target.meeting in getattr(self.records, target.register)
            place = addresses.agenda_item if target.register == "agendas" else addresses.minute
            return self.url(place(target.meeting, target.id)) if there else ""
        if target.register in ("papers", "attached"):
            key = tuple(target.id.split("/"))
            made = addresses.paper if target.register == "papers" else addresses.attached
            return self.url(made(*key)) if key in getattr(self.records, target.register) else ""
        if target.id not in getattr(self.records, target.register):
            return ""
        return self.url(_page(self.records, target.register, (target.id,)))


def _without_hidden(record: Record) -> dict[str, object]:
    """Give what stands in a figure that no page shows."""
    hidden = isinstance(record, Point) and WITHOUT_FIGURE.intersection(record.statuses)
    return dict(_NO_FIGURE) if hidden else {}


def _in_minutes(at: str, minutes: Minutes) -> Iterator[tuple[Record, str]]:
    yield from ((session, addresses.session(at, session.id)) for session in minutes.sessions)
    yield from ((petition, addresses.petition(at, petition.id)) for petition in minutes.petitions if petition.id)
    yield from ((question, addresses.early_question(at, question.id)) for question in minutes.questions)
    for minute in minutes.every_minute:
        yield minute, addresses.minute(at, minute.key)
        for paragraph in minute.paragraphs:
            yield paragraph, addresses.minute_paragraph(at, minute.key, paragraph.number)
        yield from ((motion, addresses.motion(at, minute.key, motion.key)) for motion in minute.motions)
        yield from ((made, addresses.minute(at, made.key)) for made in minute.resolutions)
        for undertaking in undertakings_of(minute):
            yield undertaking, addresses.undertaking(at, minute.key, undertaking.id)


def _page(records: Records, family: str, key: tuple[str, ...]) -> str:
    """Give the address of the page, or the place on one, at which a document stands."""
    if family == "people":
        return addresses.person(*key, member_of_panel=bool(records.people[key[0]].terms))
    if family == "bodies" and not (records.several and key[0] in records.meeting_bodies):
        return addresses.HOME
    made = _FAMILIES.get(family)
    return made(*key) if made else _ALONE.get(family, addresses.HOME)


_FAMILIES = {
    "meetings": addresses.meeting,
    "agendas": addresses.agenda,
    "minutes": addresses.minutes,
    "papers": addresses.paper,
    "indicators": addresses.indicator,
    "matters": addresses.matter,
    "bodies": addresses.body,
    "functions": addresses.function,
    "recommendations": addresses.recommendation,
}
"""The pages or places of documents that are several."""
_OF_ALL = {
    "people": addresses.MEMBERS,
    "bodies": addresses.BODIES,
    "functions": addresses.FUNCTIONS,
    "recommendations": addresses.RECOMMENDATIONS,
}
_ALONE = {
    "trackers": addresses.ACTIONS,
    "plan": addresses.PLAN,
    "programme": addresses.WORK_PROGRAMME,
    "accessibility": addresses.ACCESSIBILITY,
    "audit": addresses.ACCESSIBILITY_AUDIT,
}
"""The pages of documents that are one of a kind; what is not here is told on the home page."""
