"""The registers that are offered as data: what follows from the records and is typed nowhere, in rows.

A row says nothing that no page says. What no record says is ``None``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..exports.plain_data import plain
from ..exports.register_columns import REGISTERS
from ..exports.registers import Cell, Register
from ..facts.dossier import Dossier
from ..facts.figure import FigureFacts
from ..facts.grid import Row
from ..facts.members import attendances
from ..facts.rows import every_item, every_minute, in_time
from ..facts.votes import Vote
from ..records.attendance import Attendance, Presence
from ..records.indicator import Indicator
from ..records.minutes import Minute
from ..records.source import Source
from ..records.votes import Motion, Mover
from ..words.nouns import MARKS
from . import addresses
from .data_rows_of_plans import rows_of_plans, unit_of
from .entries import UNPUBLISHED, EntryAddresses
from .registers import decisions

Rows = Iterator[tuple[object, ...]]


@dataclass(frozen=True)
class Rowed:
    """Gives the registers of a dossier. ``home`` is the whole address of the site, if it is known."""

    dossier: Dossier
    home: str
    entries: EntryAddresses = UNPUBLISHED

    def registers(self) -> tuple[Register, ...]:
        """Give every register, in the order in which they are offered. One without rows is there too."""
        rows: dict[str, Rows] = {
            "meetings": self._meetings(),
            "agenda_items": self._items(),
            "people": self._people(),
            "seats": self._seats(),
            "attendance": self._attendance(),
            "decisions": self._decisions(),
            "actions": self._actions(),
            "action_steps": self._steps(),
            "motions": self._motions(),
            "votes": self._votes(),
            "tallies": self._tallies(),
            "ballots": self._ballots(),
            "deferrals": self._deferrals(),
            "figures": self._figures(),
            **rows_of_plans(self.dossier, self.url),
        }
        return tuple(
            replace(register, rows=tuple(tuple(map(_cell, row)) for row in rows[register.name]))
            for register in REGISTERS
        )

    def url(self, address: str) -> str:
        """Give the whole address of a place, or as it is from the root of the site where that is not known."""
        return f"{self.home}{self.entries.placed(address)}"

    def _name(self, person_id: str | None) -> str | None:
        person = self.dossier.records.people.get(person_id or "")
        return person.name if person else None

    def _meetings(self) -> Rows:
        records = self.dossier.records
        for at in records.in_order:
            meeting, minutes = records.meetings[at], records.minutes.get(at)
            ends = (minutes.closed if minutes else None) or meeting.ends
            when = at[:10], meeting.starts, ends, meeting.state
            venue = meeting.venue.name if meeting.venue else None
            yield at, *when, meeting.title, meeting.body, venue, meeting.moved_from, self.url(addresses.meeting(at))

    def _items(self) -> Rows:
        for at, item in in_time(self.dossier.records, every_item(self.dossier.records)):
            changed = (change.on if change else None for change in (item.added, item.withdrawn))
            said = item.number, item.title, bool(item.exempt), item.not_taken, *changed
            yield at, item.key, *said, self.url(addresses.agenda_item(at, item.key))

    def _people(self) -> Rows:
        for person_id, person in self.dossier.records.people.items():
            at = addresses.person(person_id, member_of_panel=bool(person.terms))
            yield person_id, person.name, person.title, person.role, person.body, self.url(at)

    def _seats(self) -> Rows:
        for person_id, person in self.dossier.records.people.items():
            for term in person.terms:
                group = term.group or person.group
                yield (
                    person_id,
                    person.name,
                    term.seat,
                    term.of,
                    term.authority,
                    term.office,
                    group,
                    term.begins,
                    term.ends,
                )

    def _attendance(self) -> Rows:
        records = self.dossier.records
        for at in (at for at in records.in_order if at in records.minutes):
            for listed, entry in attendances(records, at):
                yield self._attended(at, listed, entry)
            for entry in records.minutes[at].also_present:
                yield self._attended(at, "also present", entry)

    def _attended(self, at: str, listed: str, entry: Attendance) -> tuple[object, ...]:
        own: tuple[object, ...] = (None,) * 5
        if isinstance(entry, Presence):
            own = entry.by, entry.arrived, entry.left, entry.for_, self._name(entry.for_)
        return at, entry.person, self._name(entry.person), listed, entry.role, *own

    def _decisions(self) -> Rows:
        records = self.dossier.records
        for taken in decisions(records, self.dossier.actions):
            made, at = taken.resolution, taken.meeting_id
            to = made.recommends_to
            body = records.bodies.get(to.body or "") if to else None
            said = made.label, taken.minute.title, made.in_short, made.text
            named = body.name if body else to.name if to else None
            action = taken.action.id if taken.action else None
            yield at, made.key, *said, named, action, self.url(addresses.minute(at, made.key))

    def _actions(self) -> Rows:
        for action in self.dossier.actions:
            source = action.source
            kind = getattr(source, "kind", None) or ("promised" if action.undertaken else "resolution")
            outcome = action.concluded.told.outcome if action.concluded else None
            last = action.steps[-1].meeting_id if action.steps else None
            where = action.status, action.standing, outcome, last, self.url(addresses.early_action(action.id))
            said = action.number, source.text, kind, action.owner, action.due
            yield action.id, action.meeting_id, action.meeting_id[:10], *said, *where

    def _steps(self) -> Rows:
        for action in self.dossier.actions:
            for step in action.steps:
                yield action.id, step.meeting_id, step.what, step.told.text, step.told.outcome

    def _motions(self) -> Rows:
        for at, minute in in_time(self.dossier.records, every_minute(self.dossier.records)):
            for motion in minute.motions:
                by = self._mover(motion.moved_by), self._mover(motion.seconded_by)
                became = motion.amends, motion.result, motion.why
                url = self.url(addresses.motion(at, minute.key, motion.key))
                yield at, minute.key, motion.id, motion.text, *by, *became, url

    def _mover(self, mover: Mover | None) -> str | None:
        return (self._name(mover.person) or mover.group) if mover else None

    def _vote_id(self, vote: Vote) -> tuple[str, str, str]:
        """Give the id of a vote, on what it was, and the place of that."""
        at, key = vote.meeting_id, vote.minute.key
        if isinstance(vote.on, Minute):
            return f"{at}-{key}-election", "election", addresses.election(at, key)
        if isinstance(vote.on, Motion):
            return f"{at}-{key}-{vote.on.key}", "motion", addresses.motion(at, key, vote.on.key)
        return f"{at}-{vote.on.key}", "resolution", addresses.minute(at, vote.on.key)

    def _votes(self) -> Rows:
        for vote in self.dossier.votes:
            name, kind, place = self._vote_id(vote)
            cast, needs = (vote.votes.casting, vote.votes.needs) if vote.votes else (None, None)
            text = vote.minute.title if isinstance(vote.on, Minute) else vote.on.text
            casting = (self._name(cast.by), cast.vote) if cast else (None, None)
            needed = (needs.share, needs.of) if needs else (None, None)
            of = vote.meeting_id, vote.minute.key, vote.minute.title, kind, text, vote.result
            yield name, *of, *casting, *needed, self.url(place)

    def _tallies(self) -> Rows:
        for vote in self.dossier.votes:
            for stand in vote.stands:
                elected = stand.candidate in vote.minute.elected if stand.candidate else None
                of = stand.side, stand.candidate, self._name(stand.candidate), elected
                yield self._vote_id(vote)[0], *of, stand.tally.number

    def _ballots(self) -> Rows:
        for vote in self.dossier.votes:
            for stand in vote.stands:
                for person in stand.tally.people:
                    of = vote.meeting_id, person, self._name(person), stand.side, stand.candidate
                    yield self._vote_id(vote)[0], *of

    def _deferrals(self) -> Rows:
        for entry in self.dossier.deferrals:
            back = entry.back[0] if entry.back else None
            url = self.url(addresses.early_deferral(entry.meeting_id, entry.source.kind, entry.source.key))
            yield entry.meeting_id, entry.source.title, entry.kind, entry.until, entry.why, back, url

    def _figures(self) -> Rows:
        for indicator_id, indicator in self.dossier.records.indicators.items():
            facts = self.dossier.figures[indicator_id]
            for row in facts.grid.rows:
                yield from self._figure(indicator_id, indicator, facts, row)

    def _figure(self, indicator_id: str, indicator: Indicator, facts: FigureFacts, row: Row) -> Rows:
        url = self.url(addresses.indicator(indicator_id))
        for cell in row.cells:
            period = cell.period or indicator.period
            days = (period.name, period.start, period.end) if period else (None, None, None)
            category = cell.label if facts.grid.axis == "category" else None
            marks = " ".join(MARKS[status][0] for status in cell.statuses if status in MARKS)
            source: Source = cell.point.source or indicator.source
            given = cell.value, cell.lowest, cell.highest, unit_of(indicator), marks or None
            of = indicator_id, indicator.title, row.name, category
            yield *of, *days, *given, source.title, source.paragraph, url


def _cell(value: object) -> Cell:
    return None if value is None or value == "" else plain(value)
