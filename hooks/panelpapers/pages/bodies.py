"""Lists for each body of a site that is of several, such as a council and its committees, and the pages of bodies.

Meetings, decisions, actions and members are listed for all bodies together at the addresses that every site has, and
once more for each body below its own address. A site of one body has only the former.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..facts.dossier import Dossier
from ..facts.meetings import took_place
from ..facts.news import news as news_on
from ..facts.news import next_of
from ..records.panel import Panel
from ..records.publication import Records
from ..words import bodies as words
from ..words import format as say
from . import addresses
from .places import lists_of_body
from .rendering import Renderer
from .site import HOME, Link, Page

INDEX = Link("Bodies", addresses.BODIES)
_LISTS: Final = (
    Link("Meetings", addresses.MEETINGS),
    Link("Members", addresses.MEMBERS),
    Link("Decisions", addresses.DECISIONS),
    Link("Actions", addresses.ACTIONS),
    Link("Votes", addresses.VOTES),
    Link("Deferred business", addresses.DEFERRALS),
    Link("Interests declared", addresses.INTERESTS),
)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose lists are made: those of one body, or of all that this site is of.

    ``at`` stands before the address of each list, and ``trail`` leads to them. ``said`` is the name in a sentence.
    """

    records: Records
    body: str | None
    name: str
    said: str
    at: str = ""
    trail: tuple[Link, ...] = (HOME,)

    @property
    def described(self) -> Panel | None:
        """The body with its contact and its rules."""
        return self.records.body_named(self.body or self.records.own)

    def holds(self, meeting_id: str) -> bool:
        """Whether a meeting is one of theirs."""
        return self.body is None or self.body in self.records.held_by(meeting_id)

    @property
    def leads(self) -> bool:
        """Whether it holds a meeting alone or first. A guest has no contact and no rules on this site."""
        return any(self.records.held_by(meeting_id)[0] == self.body for meeting_id in self.meetings)

    @property
    def meetings(self) -> tuple[str, ...]:
        """The ids of their meetings in order of time."""
        return self.records.in_order if self.body is None else self.records.meetings_of[self.body]

    def titled(self, title: str) -> str:
        """Give the title of a list, with the name of the body where it is that of one."""
        return title if self.body is None else f"{title}: {self.name}"

    def link(self, of_all: Link) -> Link:
        """Give the link to their list of what another link leads to a list of."""
        return Link(self.titled(of_all.text), f"{self.at}{of_all.address}")


def all_bodies(records: Records, today: date) -> Whose:
    """Give whose the lists of the whole site are."""
    name = records.panel.name if records.panel else ""
    return Whose(records, None, words.EVERY if records.several else name, words.every(records, today))


def each_body(records: Records, today: date) -> Iterator[Whose]:
    """Give each body that has lists of its own, where the site is of several."""
    for body in filter(None, records.meeting_bodies if records.several else ()):
        if described := records.body_named(body):
            at = addresses.body(body)
            said = words.said(body, records, today)
            yield Whose(records, body, described.name, said, at, (HOME, INDEX, Link(described.name, at)))


def whose_lists(records: Records, today: date) -> Iterator[Whose]:
    """Give whose lists are made: those of all together first, then those of each body."""
    yield all_bodies(records, today)
    yield from each_body(records, today)


def body_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the list of bodies and the page of each, where the site is of several."""
    records, today = dossier.records, renderer.today
    every = [(whose, next_of(whose.meetings, records, today)) for whose in each_body(records, today)]
    if not every:
        return
    html = renderer.html("bodies", INDEX.address, every=every)
    yield Page(INDEX.address, INDEX.text, "The bodies whose meetings are on this site.", html, (HOME,))
    for whose, _ in every:
        yield _body(dossier, whose, renderer)


def _body(dossier: Dossier, whose: Whose, renderer: Renderer) -> Page:
    records, news = dossier.records, news_on(dossier.told, renderer.today, dossier.actions, {}, whose.body)
    latest = whose.meetings[::-1]
    there = {*lists_of_body(dossier, whose.body or "")}
    html = renderer.html(
        "body",
        whose.at,
        whose=whose,
        deadline=dossier.dates[news.coming].question_deadline if news.coming else None,
        held=next((meeting_id for meeting_id in latest if took_place(records, meeting_id, renderer.today)), None),
        minuted=next((meeting_id for meeting_id in latest if meeting_id in records.minutes), None),
        news=news,
        lists=[whose.link(of_all) for of_all in _LISTS if of_all.address in there],
    )
    summary = f"{say.capitalised(whose.said)}: what it is, its meetings, members and decisions."
    return Page(whose.at, f"{whose.name}: meetings and members", summary, html, whose.trail[:-1])
