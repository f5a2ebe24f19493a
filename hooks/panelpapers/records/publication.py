"""All records of one data folder together, and what was renamed or taken out of it: no link to them ever dies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from functools import cached_property
from typing import Any, Final

from .accessibility import AccessibilityStatement, Audit
from .actions import ActionTracker, PanelRecommendation
from .agenda import Agenda
from .attached import AttachedFile
from .base import Record
from .indicator import Indicator
from .kinds import Day, Line
from .lives import Life
from .marks import Plain
from .meeting import Matter, Meeting, MeetingDay, day_named
from .minutes import Minutes
from .names import AddressHash, SiteAddress
from .panel import Body, Panel
from .paper import Paper
from .people import Person, Term
from .plan import Plan
from .programme import StatutoryFunction, WorkProgramme
from .regime import NOTHING_STATED, Regime
from .versions import worded

UNNAMED: Final = "unnamed"
"""Id of the regime of records that name none."""


@dataclass(frozen=True)
class Records:
    """Everything that was read. What belongs to a meeting is keyed by its id, a paper by its meeting's and its own.

    ``regimes`` are the publication's own, ``packaged`` those of the software that it names, or that stand in for one.
    ``attached`` are the files that lie in the folders of meetings, by the meeting's id and the name of the file.
    ``unread`` names the families of which a file could not be read (``meetings``, ``agendas``, ``people`` ...): a
    rule that looks for a record there cannot know whether it is missing. ``drafts`` wait for a person, each with its
    family and what it is known by: they are in no family, so that nothing publishes or counts them.
    """

    panel: Panel | None = None
    bodies: Mapping[str, Body] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    matters: Mapping[str, Matter] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    agendas: Mapping[str, Agenda] = field(default_factory=dict)
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    trackers: Mapping[str, ActionTracker] = field(default_factory=dict)
    papers: Mapping[tuple[str, str], Paper] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    plan: Plan | None = None
    programme: WorkProgramme | None = None
    functions: Mapping[str, StatutoryFunction] = field(default_factory=dict)
    recommendations: Mapping[str, PanelRecommendation] = field(default_factory=dict)
    accessibility: AccessibilityStatement | None = None
    audit: Audit | None = None
    renamed: Renamings | None = None
    regimes: Mapping[str, Regime] = field(default_factory=dict)
    packaged: Mapping[str, Regime] = field(default_factory=dict)
    attached: Mapping[tuple[str, str], AttachedFile] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    drafts: tuple[tuple[str, tuple[str, ...], Record], ...] = ()

    @property
    def regime_read(self) -> bool:
        """Whether the regime that the panel names was found and read: of one that was not, nothing may be asked."""
        named = self.panel.regime if self.panel else None
        return "regimes" not in self.unread and (named is None or named in {*self.regimes, *self.packaged})

    def regime_on(self, day: date) -> Regime:
        """Give the regime that the panel lives under on a day; where it names none, one that states no law.

        The law of a meeting is that of its own day, whatever changed since.
        """
        panel = self.panel
        earlier = (change for change in panel.earlier_regimes if day <= change.until) if panel else ()
        first = min(earlier, key=lambda change: change.until, default=None)
        name = (first.regime if first else panel.regime if panel else None) or UNNAMED
        if name not in self._known:
            regime = self.regimes.get(name) or self.packaged.get(name, NOTHING_STATED)
            self._known[name] = regime.of_panel(panel.language, panel.customs, panel.short_name) if panel else regime
        return self._known[name]

    @cached_property
    def _known(self) -> dict[str, Regime]:
        """The regimes that were asked for, each with the panel's own language and customs."""
        return {}

    @property
    def language(self) -> str:
        """The language of every text that does not say another: that of the panel, else of its present regime."""
        return self.regime_on(date.max).language

    def every(self) -> Iterator[tuple[str, tuple[str, ...], Record]]:
        """Give every record that has a file or an entry of its own: its family, what it is known by, and the record.

        What belongs to a meeting is known by the id of that meeting first; a record that stands alone, by nothing.
        """
        for family in fields(self):
            value = getattr(self, family.name)
            if isinstance(value, Record):
                yield family.name, (), value
            elif isinstance(value, Mapping) and family.name not in ("attached", "packaged"):
                for key, record in value.items():
                    yield family.name, key if isinstance(key, tuple) else (key,), record

    def with_each(self, change: Callable[[tuple[str, ...], Record], Record]) -> Records:
        """Give the records with what ``change`` gives in place of each. It is told what each is known by, too.

        A family in which nothing changes stays the same one, and so do the records if that is so of all.
        """
        values: dict[str, Any] = {}  # the families of records have no type in common
        for family, key, record in self.every():
            if (new := change(key, record)) is record:
                continue
            if key:
                kept = values.setdefault(family, dict(getattr(self, family)))
                kept[key if len(key) > 1 else key[0]] = new
            else:
                values[family] = new
        return replace(self, **values) if values else self

    @property
    def own(self) -> str:
        """What the publication's own body is known by: its id among the bodies, or nothing where it has none."""
        return (self.panel.body if self.panel else None) or ""

    def held_by(self, meeting_id: str) -> tuple[str, ...]:
        """Give the bodies that hold a meeting: its own, those of a joint one, or that of the publication."""
        meeting = self.meetings.get(meeting_id)
        named = (*meeting.bodies, meeting.body) if meeting else ()
        return tuple(dict.fromkeys(filter(None, named))) or (self.own,)

    def made_at(self, action_id: str) -> str | None:
        """Give the meeting that an action was made at: on one day there may be several, each with a name.

        That is the one with the minute; where none has it, that with the longest name.
        """

        def has_minute(meeting_id: str) -> bool:
            minutes = self.minutes.get(meeting_id)
            keys = (minute.key for minute in minutes.every_minute) if minutes else ()
            return any(f"{action_id}-".startswith(f"{meeting_id}-{key}-") for key in keys)

        named = (meeting_id for meeting_id in self.meetings if action_id.startswith(f"{meeting_id}-"))
        return max(named, key=lambda meeting_id: (has_minute(meeting_id), len(meeting_id)), default=None)

    def share_a_body(self, meeting_id: str, other: str) -> bool:
        """Whether one body holds both of two meetings, or may do so."""
        unknown = not (self.knows_who_holds(meeting_id) and self.knows_who_holds(other))
        return unknown or not {*self.held_by(meeting_id)}.isdisjoint(self.held_by(other))

    def knows_who_holds(self, meeting_id: str) -> bool:
        """Whether the bodies that hold a meeting are there: an id that is none is told, and nothing follows."""
        return {*self.held_by(meeting_id)} <= {self.own, *self.bodies}

    @cached_property
    def meeting_bodies(self) -> tuple[str, ...]:
        """The bodies that hold meetings or have members here: that of the publication first, then as typed."""
        terms = (self.body_of(term) for person in self.people.values() for term in person.terms)
        found = {*terms, *(body for meeting_id in self.meetings for body in self.held_by(meeting_id))}
        in_order = dict.fromkeys((self.own, *self.bodies))
        return tuple(body for body in in_order if body in found) or (self.own,)

    @property
    def several(self) -> bool:
        """Whether these are the records of several bodies, or of another than the publication's own."""
        return self.meeting_bodies != (self.own,)

    def body_of(self, term: Term) -> str:
        """Give the body that a seat is in."""
        return term.of or self.own

    def listed_under(self, term: Term | None = None) -> str:
        """Give the body whose list has a seat, or the publication's own; nothing where one list has all."""
        return (self.body_of(term) if term else self.own) if self.several else ""

    @property
    def every_body(self) -> Sequence[Panel | Body]:
        """The panel and the other bodies, with the contacts and the rules that are typed of each."""
        return [*filter(None, (self.panel,)), *self.bodies.values()]

    def body_named(self, body: str) -> Panel | None:
        """Give a body that meets as the publication's own is described: with its contact and rules, or else those."""
        return self._described.get(body, self.panel)

    @cached_property
    def _described(self) -> Mapping[str, Panel | None]:
        return {body: self._describe(body) for body in self.meeting_bodies}

    def _describe(self, body: str) -> Panel | None:
        other = self.bodies.get(body)
        if self.panel is None or other is None or body == self.own:
            return self.panel
        rules = ("contact", "notice_rule", "question_rule", "usual_length")
        own: dict[str, object] = {name: value for name in rules if (value := getattr(other, name)) is not None}
        own |= {
            "name": other.name,
            "short_name": other.short_name or f"the {other.name.removeprefix('The ')}",
            "about": other.about or "",
            "authorities": [],
        }
        own |= {name: getattr(other, name) for name in Life.model_fields}
        return self.panel.model_copy(update=own if other.takes_questions else {**own, "question_rule": None})

    def holder(self, meeting_id: str) -> Panel | None:
        """Give the body that holds a meeting, with its contact and its rules: the first one of a joint meeting."""
        return self.body_named(self.held_by(meeting_id)[0])

    def takes_questions(self, meeting_id: str) -> bool:
        """Whether questions from the public are taken at a meeting, as far as nothing says that none are."""
        bodies = [self.bodies[body] for body in self.held_by(meeting_id) if body in self.bodies]
        return not bodies or any(body.takes_questions for body in bodies)

    def moment(self, meeting_id: str) -> tuple[str, time, str]:
        """Give the place of a meeting in order of time: two on one day are told by when they start."""
        meeting = self.meetings.get(meeting_id)
        return meeting_id[:10], (meeting.starts if meeting else None) or time.min, meeting_id

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """The ids of all meetings in order of time."""
        return tuple(sorted(self.meetings, key=self.moment))

    @cached_property
    def further_sittings(self) -> tuple[str, ...]:
        """The ids of the meetings that continue an earlier one, in order of time."""
        return tuple(meeting_id for meeting_id in self.in_order if self.meetings[meeting_id].continues)

    @cached_property
    def meetings_of(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the meetings of each body in order of time."""
        found: dict[str, list[str]] = {body: [] for body in self.meeting_bodies}
        for meeting_id in self.in_order:
            for body in self.held_by(meeting_id):
                found.setdefault(body, []).append(meeting_id)
        return {body: tuple(ids) for body, ids in found.items()}

    @cached_property
    def _days(self) -> Mapping[tuple[str, tuple[str, ...]], int]:
        """How many meetings the same bodies hold on one day."""
        return Counter((meeting_id[:10], self.held_by(meeting_id)) for meeting_id in self.meetings)

    def day_of(self, meeting_id: str) -> MeetingDay:
        """Give the day of a meeting with what tells it from others.

        That is who meets, where these are records of several bodies; and the words in the name of its folder.
        """
        day, held_by = day_named(meeting_id), self.held_by(meeting_id)
        if self.several and meeting_id in self.meetings:
            day, name = MeetingDay.fromordinal(day.toordinal()), day.name
            day.bodies = tuple(described.name for body in held_by if (described := self.body_named(body)))
            names = [f"{name}" for name in day.bodies]  # each in its language
            held = " and ".join((*filter(None, [", ".join(names[:-1])]), *names[-1:]))
            alone = self._days[meeting_id[:10], held_by] == 1
            day.name = ", ".join((held, *([name] if name and not alone else [])))
        return day


def in_their_languages(records: Records) -> Records:
    """Give the records with each text that is not in English alone as one that knows its languages."""
    return records.with_each(lambda _, record: worded(record, records.language))


class Renaming(Record):
    """An address that was published, and the one that took its place."""

    was: SiteAddress
    """The old address: of a page, of a place on a page that is still there, or of a file."""
    now: SiteAddress
    """The address that takes its place."""
    on: Day | None = None
    """Day on which it was renamed."""
    why: Plain[Line] | None = None
    """Why it was renamed, for readers who follow an old link."""


class Gone(Record):
    """An address of a paper or an attached file that was published, and that had to be taken out for good."""

    was: AddressHash
    """Hash of the address, as the check shows it, so that the address itself stands nowhere."""
    on: Day
    """Day on which it was taken out."""


class Renamings(Record):
    """Everything that was renamed or taken out since it was published: ``data/renamed.yml``."""

    renamed: list[Renaming] = []
    """Each old address with its new one."""
    gone: list[Gone] = []
    """What had to be taken out, and that leads nowhere."""
