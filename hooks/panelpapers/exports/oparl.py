"""Meetings, agendas, papers, people and bodies in the shapes of OParl 1.1 (https://oparl.org/spezifikation/).

Every object is a file of its own, and lists hold them. Where the whole address of the site is not known, addresses
count from its root, which OParl does not allow: the page of the data says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import cast
from zoneinfo import ZoneInfo

from ..facts.dates import beginning_of
from ..facts.dossier import Dossier
from ..records.meeting import date_of
from ..records.paper import Paper
from .plain_data import Led, Target, text_of
from .popolo import OWN, Shaped, without_nothing

_LISTS = {
    "organization": "organizations",
    "person": "people",
    "meeting": "meetings",
    "paper": "papers",
    "agendaItem": "agenda-items",
    "consultation": "consultations",
    "file": "files",
    "locationList": "locations",
    "legislativeTermList": "legislative-terms",
    "membership": "memberships",
}
"""The lists of a body by the names that OParl gives them, and those of their files."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "png": "image/png",
    "jpg": "image/jpeg",
}
"""The media types of files by how their names end. What a system knows of others differs from one to the next."""


@dataclass(frozen=True)
class OParl:
    """Gives the files below ``at``, a whole address. ``stated`` is the last day on which anything was told."""

    dossier: Dossier
    at: str
    led: Led
    licence: str
    stated: date
    zone: str

    def objects(self) -> Iterator[tuple[str, Shaped]]:
        """Give the name of each file below ``at``, with what stands in it."""
        yield "system.json", self._system
        yield "bodies.json", self._list("bodies.json", [self._body])
        yield "body.json", self._body
        lists: dict[str, list[Shaped]] = {name: [] for name in _LISTS.values()}
        lists["organizations"] = list(self._organizations())
        lists["people"] = list(self._people())
        lists["meetings"] = list(self._meetings())
        lists["papers"] = list(self._papers())
        lists["agenda-items"] = _taken_out(lists["meetings"], "agendaItem", "meeting")
        lists["memberships"] = _taken_out(lists["people"], "membership", "person")
        for paper in lists["papers"]:
            main, others = paper.get("mainFile"), paper.get("auxiliaryFile", [])
            lists["files"] += [
                *([main] if isinstance(main, dict) else []),
                *(others if isinstance(others, list) else []),
            ]
        for name in ("organizations", "people", "meetings", "papers"):
            for shaped in lists[name]:
                yield str(shaped["id"]).removeprefix(self.at), shaped
        for name, shaped_ones in lists.items():
            yield f"{name}.json", self._list(f"{name}.json", shaped_ones)

    def _object(self, kind: str, address: str, /, **values: object) -> Shaped:
        known = {"id": f"{self.at}{address}", "type": f"https://schema.oparl.org/1.1/{kind}"}
        return {**known, **without_nothing(**values, created=self._modified, modified=self._modified)}

    @cached_property
    def _modified(self) -> str:
        """The beginning of the last day on which anything was told: each publication makes every object anew."""
        return beginning_of(self.stated, self.zone).isoformat()

    def _list(self, name: str, shaped: list[Shaped]) -> Shaped:
        pagination = {"totalElements": len(shaped), "elementsPerPage": len(shaped), "currentPage": 1, "totalPages": 1}
        return {"data": shaped, "pagination": pagination, "links": {"first": f"{self.at}{name}"}}

    @property
    def _system(self) -> Shaped:
        version, bodies = "https://schema.oparl.org/1.1/", f"{self.at}bodies.json"
        return self._object("System", "system.json", oparlVersion=version, body=bodies, license=self.licence)

    @property
    def _body(self) -> Shaped:
        panel = self.dossier.records.panel
        contact = panel.contact if panel else None
        lists = {field: f"{self.at}{name}.json" for field, name in _LISTS.items()}
        return {
            **self._object(
                *("Body", "body.json"),
                system=f"{self.at}system.json",
                name=text_of(panel.name) if panel else None,
                shortName=text_of(panel.short_name) if panel else None,
                license=self.licence,
                contactEmail=contact.email if contact else None,
                contactName=text_of(contact.role) if contact else None,
            ),
            **lists,
            "legislativeTerm": [],
        }

    def _organization(self, body: str) -> str:
        return f"organizations/{body or OWN}.json"

    def _organizations(self) -> Iterator[Shaped]:
        records = self.dossier.records
        if records.panel and not records.own:
            yield self._object(
                "Organization", self._organization(OWN), **self._of_body, name=text_of(records.panel.name)
            )
        for body_id, body in records.bodies.items():
            named = {"name": text_of(body.name), "classification": text_of(body.kind)}
            days = {"startDate": _day(body.from_), "endDate": _day(body.until)}
            yield self._object("Organization", self._organization(body_id), **self._of_body, **named, **days)

    @property
    def _of_body(self) -> Shaped:
        return {"body": f"{self.at}body.json"}

    def _people(self) -> Iterator[Shaped]:
        records = self.dossier.records
        for person_id, person in records.people.items():
            address = f"people/{person_id}.json"
            held = [
                self._object(
                    *("Membership", f"{address}#membership-{number}"),
                    organization=f"{self.at}{self._organization(records.body_of(term))}",
                    role=text_of(term.office or term.seat),
                    votingRight=term.votes,
                    startDate=_day(term.begins),
                    endDate=_day(term.ends),
                    onBehalfOf=f"{self.at}{self._organization(term.authority)}" if term.authority else None,
                )
                for number, term in enumerate(person.terms, 1)
            ]
            named = {"name": text_of(person.full_name), "status": [text_of(person.role)], "membership": held}
            web = self.led(Target("people", person_id))
            yield self._object("Person", address, **self._of_body, **named, affix=person.honours, web=web)

    def _meetings(self) -> Iterator[Shaped]:
        records = self.dossier.records
        for meeting_id in records.in_order:
            meeting, agenda = records.meetings[meeting_id], records.agendas.get(meeting_id)
            minutes, address = records.minutes.get(meeting_id), f"meetings/{meeting_id}.json"
            items = [
                self._object(
                    *("AgendaItem", f"{address}#item-{item.key}"),
                    number=item.number,
                    name=text_of(item.title),
                    order=order,
                    public=not item.exempt,
                    web=self.led(Target("agendas", item.key, meeting_id)),
                )
                for order, item in enumerate(agenda.every_item if agenda else ())
            ]
            ends = (minutes.closed if minutes else None) or meeting.ends
            there = [f"{self.at}people/{presence.person}.json" for presence in (minutes.present if minutes else ())]
            yield self._object(
                *("Meeting", address),
                name=text_of(meeting.title) if meeting.title else None,
                meetingState="durchgeführt" if minutes else "eingeladen" if agenda else "terminiert",
                cancelled=meeting.called_off,
                start=self._moment(meeting_id, meeting.starts),
                end=self._moment(meeting_id, ends),
                organization=[f"{self.at}{self._organization(body)}" for body in records.held_by(meeting_id)],
                participant=there,
                agendaItem=items,
                web=self.led(Target("meetings", meeting_id)),
            )

    def _moment(self, meeting_id: str, at: time | None) -> str | None:
        """Give a time of a meeting with how far the clock of the place is from UTC."""
        return datetime.combine(date_of(meeting_id), at, ZoneInfo(self.zone)).isoformat() if at else None

    def _papers(self) -> Iterator[Shaped]:
        for (meeting_id, paper_id), paper in self.dossier.records.papers.items():
            address = f"papers/{meeting_id}/{paper_id}.json"
            files = list(self._files(address, meeting_id, paper))
            yield self._object(
                *("Paper", address),
                **self._of_body,
                name=text_of(paper.title),
                reference=paper.report_number,
                date=_day(paper.dated or paper.published),
                paperType=paper.kind,
                mainFile=next(iter(files), None),
                auxiliaryFile=files[1:],
                web=self.led(Target("papers", f"{meeting_id}/{paper_id}")),
            )

    def _files(self, address: str, meeting_id: str, paper: Paper) -> Iterator[Shaped]:
        for number, document in enumerate(paper.documents, 1):
            leads = (
                self.led(Target("attached", f"{meeting_id}/{document.file}")) if document.file else document.address
            )
            if leads:
                kind = _MEDIA.get(leads.rpartition(".")[2].lower())
                named = {
                    "name": text_of(document.title),
                    "fileName": document.file,
                    "mimeType": kind,
                    "accessUrl": leads,
                }
                yield self._object("File", f"{address}#file-{number}", **named)


def _taken_out(holders: list[Shaped], field: str, back: str) -> list[Shaped]:
    """Give what stands within some objects, for a list of its own: only there does it lead ``back`` to its holder."""
    return [{**held, back: holder["id"]} for holder in holders for held in cast(list[Shaped], holder.get(field, []))]


def _day(day: date | None) -> str | None:
    return date.isoformat(day) if day else None
