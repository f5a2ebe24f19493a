"""What a page is about, for programs: JSON-LD in the words of https://schema.org.

Search engines, calendars and catalogues read it. It says what the page says, from the same records: no fact is put in
to make an entry complete. Whatever needs a whole address is left out where that of the site is not known.
``tests/cases/linked/shapes.ttl`` says which properties there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from markupsafe import Markup

from ..facts.dossier import Dossier
from ..facts.lives import name_on
from ..records.agenda import AgendaItem
from ..records.indicator import Indicator
from ..records.language import language_of, unmarked
from ..records.meeting import Meeting, Venue, date_of
from ..records.minutes import Minutes
from ..records.panel import Panel
from ..records.people import Person, Term
from ..records.publication import Records
from ..records.regime import NOTHING_STATED
from ..words import format as say
from . import addresses
from .figures import Figure
from .passage import passage_as_text
from .renamings import moves_of
from .site import Link

Node = dict[str, Any]
"""An object of JSON: what something is, as ``@type``, and its properties."""

FORMATS: Final = {".csv": "text/csv", ".json": "application/json"}
"""The files with the figures of an indicator, by their endings."""

_HARMLESS: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs by which a text could end the element that it stands in, and what JSON may have in their place."""


def linked(
    dossier: Dossier, figures: Mapping[str, Figure], files: Iterable[str], home: str, today: date
) -> dict[str, str]:
    """Give the JSON of what each page is about, by the address of the page: those that are about one thing.

    ``dossier`` holds what may be published and was told by the day ``today``, ``files`` the addresses of the files of
    the site, and ``home`` its own whole address, or nothing.
    """
    made = _Linked(dossier, frozenset(files), home, today)
    return {address: _json(node) for address, node in made.of_pages(figures)}


def dates(records: Records, told_at: Mapping[str, date]) -> dict[str, tuple[date, date]]:
    """Give the days on which documents were published and last changed, by address: those that say when they were.

    ``told_at`` has the last day on which something of each was told.
    """
    known = (
        *((addresses.agenda(meeting_id), agenda.published) for meeting_id, agenda in records.agendas.items()),
        *((addresses.minutes(meeting_id), minutes.published) for meeting_id, minutes in records.minutes.items()),
        *((addresses.paper(*key), paper.published) for key, paper in records.papers.items()),
    )
    return {at: (day, max(day, told_at.get(at, day))) for at, day in known if day}


def block(about: str, title: str, address: str, trail: Sequence[Link], home: str) -> Markup:
    """Give the JSON of one page for its frame, harmless in HTML, or nothing where there is none.

    ``about`` is the JSON of what it is about, and ``trail`` leads to it.
    """
    steps = [*trail, Link(title, address)] if trail and home else []
    crumbs = [
        {"@type": "ListItem", "position": at, "name": _text(step.text), "item": urljoin(home, step.address)}
        for at, step in enumerate(steps, start=1)
    ]
    way = _json(_node("BreadcrumbList", itemListElement=crumbs)) if crumbs else ""
    nodes = ",".join(filter(None, (about, way)))
    whole = f'{{"@context":"https://schema.org","@graph":[{nodes}]}}' if nodes else ""
    return Markup(whole.translate(_HARMLESS))  # noqa: S704 - no sign is left that HTML reads


def _json(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":"))


def _node(kind: str, **properties: object) -> Node:
    """Give a node without the properties of which nothing is known."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value}}


def _text(text: str | None) -> str | Node:
    """Give a text in one version, with its language where that is not English."""
    said = f"{text or ''}"
    tag = language_of(said)
    return {"@value": unmarked(said), "@language": tag} if tag else unmarked(said)


def _passage(text: str | None) -> str | Node:
    """Give a passage in the same way, as one line."""
    return _text(" ".join(passage_as_text(f"{text or ''}").split()))


@dataclass(frozen=True)
class _Linked:
    """What is linked, as it was told by a day, with the addresses of the files that are there."""

    dossier: Dossier
    files: frozenset[str]
    home: str
    today: date

    @property
    def records(self) -> Records:
        return self.dossier.records

    def link(self, address: str) -> str:
        return urljoin(self.home, address) if self.home else ""

    def of_pages(self, figures: Mapping[str, Figure]) -> Iterator[tuple[str, Node]]:
        """Give what each page is about, with its address."""
        records = self.records
        if records.panel is None:
            return
        yield addresses.HOME, self.body(records.own, records.panel)
        for body in records.meeting_bodies if records.several else ():
            described = records.body_named(body)
            if body and described and body != records.own:
                yield addresses.body(body), self.body(body, described)
        moves = moves_of(records)
        for meeting_id in records.meetings:
            now = moves.now(meeting_id) or meeting_id
            yield addresses.meeting(meeting_id), self.meeting(now, moves.days_before(now))
        for indicator_id, figure in figures.items():
            yield addresses.indicator(indicator_id), self.dataset(indicator_id, figure)
        for person_id, person in records.people.items():
            if person.terms:
                yield addresses.member(person_id), self.person(person_id, person)

    def meeting(self, meeting_id: str, before: Sequence[str]) -> Node:
        """Give a meeting as an event on the day on which it takes place; ``before`` are its ids of earlier days."""
        records, meeting = self.records, self.records.meetings[meeting_id]
        minutes, agenda = records.minutes.get(meeting_id), records.agendas.get(meeting_id)
        earlier = [self._start(at, records.meetings[at].starts) for at in before if at in records.meetings]
        hours = (change.starts_before for change in meeting.changes)
        earlier += [self._moment(meeting_id, hour) for hour in hours if hour]
        items = agenda.items if agenda and not meeting.called_off else ()
        return _node(
            "Event",
            name=_text(f"Meeting of {say.day(records.day_of(meeting_id))}"),
            description=_text(meeting.title),
            url=self.link(addresses.meeting(meeting_id)),
            startDate=self._start(meeting_id, meeting.starts),
            endDate=self._end(meeting_id, meeting, minutes),
            previousStartDate=earlier,
            eventStatus=_status(meeting, moved=bool(earlier)),
            location=_place(meeting.venue),
            organizer=[self._named(body, date_of(meeting_id)) for body in records.held_by(meeting_id)],
            subEvent=[self._item(meeting_id, item) for item in items],
        )

    def _start(self, meeting_id: str, at: time | None) -> str:
        """Give the day of a meeting, with its hour if that is known, by the clock of the place."""
        return self._moment(meeting_id, at) if at else date_of(meeting_id).isoformat()

    def _moment(self, meeting_id: str, at: time, later: timedelta = timedelta()) -> str:
        """Give an hour with its distance from UTC, where it is known which clock it is by."""
        day, zone = date_of(meeting_id), self.records.regime_on(date_of(meeting_id)).zone
        clock = None if zone == NOTHING_STATED.zone else ZoneInfo(zone)
        return (datetime.combine(day, at, clock) + later).isoformat("T", "minutes")

    def _end(self, meeting_id: str, meeting: Meeting, minutes: Minutes | None) -> str:
        """Give when a meeting ended as its minutes say, else when it is to end; nothing of one of several days."""
        starts, ends = meeting.starts, minutes.closed if minutes else meeting.ends
        if starts is None or (minutes and any(session.day for session in minutes.sessions)):
            return ""
        if minutes and minutes.lasted:
            return self._moment(meeting_id, starts, timedelta(minutes=minutes.lasted))
        return self._moment(meeting_id, ends) if ends and ends > starts else ""

    def _item(self, meeting_id: str, item: AgendaItem) -> Node:
        return _node(
            "Event",
            name=_text(item.heading),
            url=self.link(addresses.agenda_item(meeting_id, item.key)),
            startDate=item.time and self._start(meeting_id, item.time),
            eventStatus=item.withdrawn and "https://schema.org/EventCancelled",
            subEvent=[self._item(meeting_id, within) for within in item.items],
        )

    def _named(self, body: str, day: date) -> Node:
        """Give a body by the name that it had on a day."""
        described, own = self.records.body_named(body), body == self.records.own
        at = addresses.HOME if own else addresses.body(body) if body in self.records.meeting_bodies else None
        named = name_on(described, day) if described else ""
        return _node("GovernmentOrganization", name=_text(named), url="" if at is None else self.link(at))

    def body(self, body: str, described: Panel) -> Node:
        """Give a body that meets: what it is, how to reach its officers, and its days."""
        contact, own = described.contact, body == self.records.own
        named = self._named(body, self.today)
        return named | _node(
            "GovernmentOrganization",
            description=_passage((described.in_short if own else None) or described.about),
            areaServed=_text(described.area),
            foundingDate=described.from_ and described.from_.isoformat(),
            dissolutionDate=described.until and described.until.isoformat(),
            contactPoint=contact
            and _node(
                "ContactPoint",
                contactType=_text(contact.role),
                email=unmarked(contact.email),
                telephone=unmarked(contact.telephone or ""),
            ),
        )

    def dataset(self, indicator_id: str, figure: Figure) -> Node:
        """Give the figures of an indicator, with where they stand in the papers and the files that hold them."""
        indicator, at = self.records.indicators[indicator_id], addresses.indicator(indicator_id)
        source, licence = indicator.source, self.records.panel and self.records.panel.licence
        beside = {addresses.beside_indicator(indicator_id, ending): kind for ending, kind in FORMATS.items()}
        beside |= {f"{at.rstrip('/')}.json": FORMATS[".json"]}
        return _node(
            "Dataset",
            name=_text(indicator.title),
            description=_passage(indicator.definition),
            url=self.link(at),
            temporalCoverage=_days(indicator, figure),
            license=licence and (licence.address or _text(licence.name)),
            dateModified=indicator.updated and indicator.updated.isoformat(),
            variableMeasured=_node(
                "PropertyValue", name=_text(say.capitalised(indicator.measure)), unitText=indicator.unit.name
            ),
            isBasedOn=_node("CreativeWork", name=_text(source.title), url=source.address),
            distribution=[
                _node("DataDownload", encodingFormat=kind, contentUrl=self.link(file))
                for file, kind in beside.items()
                if self.home and file in self.files
            ],
        )

    def person(self, person_id: str, person: Person) -> Node:
        """Give a member with the seats that they had; nothing of a political group, which no program need gather."""
        return _node(
            "Person",
            name=_text(person.name),
            honorificPrefix=_text(person.title),
            honorificSuffix=_text(person.honours),
            jobTitle=_text(person.role),
            url=self.link(addresses.member(person_id)),
            memberOf=[self._seat(term) for term in person.terms],
        )

    def _seat(self, term: Term) -> Node:
        """Give a seat as a role: the words of schema.org for what lasts from one day to another."""
        return _node(
            "OrganizationRole",
            roleName=_text(say.capitalised(term.seat)),
            startDate=term.begins and term.begins.isoformat(),
            endDate=term.ends and term.ends.isoformat(),
            memberOf=self._named(self.records.body_of(term), term.ends or self.today),
        )


def _status(meeting: Meeting, *, moved: bool) -> str:
    """Give the state of a meeting in the words there are: there is none for one that may not take place."""
    told = {"cancelled": "Cancelled", "postponed": "Postponed"} | dict.fromkeys(
        ("planned", "held"), "Rescheduled" if moved else "Scheduled"
    )
    return f"https://schema.org/Event{told[meeting.state]}" if meeting.state in told else ""


def _place(venue: Venue | None) -> Node | None:
    return _node("Place", name=_text(venue.name), address=_text(venue.address)) if venue else None


def _days(indicator: Indicator, figure: Figure) -> str:
    """Give the first and the last day that the figures are for, if the source says them of each."""
    spans = [cell.period for row in figure.facts.grid.rows for cell in row.cells if cell.period]
    spans += [indicator.period] if indicator.period else []
    starts, ends = ([day for span in spans if (day := getattr(span, which))] for which in ("start", "end"))
    if not spans or len(starts) < len(spans) or len(ends) < len(spans):
        return ""
    first, last = min(starts).isoformat(), max(ends).isoformat()
    return first if first == last else f"{first}/{last}"
