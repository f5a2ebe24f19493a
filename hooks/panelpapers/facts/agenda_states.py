"""An agenda in three states: as published, as supplemented before the meeting, and as the meeting took it.

What was added or withdrawn is typed with its day and reason. What the meeting did follows from its minutes, which
name the agenda item that they are about. That an item has no minute, or a minute no item, says nothing of the
meeting: what was not reached, deferred or not on the agenda is typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Literal

from ..records.agenda import Agenda, AgendaItem
from ..records.minutes import Minute
from ..records.numbers import with_all_within
from ..records.publication import Records
from .rows import items_at, items_of
from .sittings import earlier_sittings

ChangeKind = Literal[
    "added",
    "withdrawn",
    "urgent",
    "paper added",
    "paper withdrawn",
    "taken earlier",
    "taken later",
    "not reached",
    "deferred",
    "not on the agenda",
]
PutOff = Literal["not reached", "deferred"]
State = Literal["published", "supplemented", "taken"]


@dataclass(frozen=True, slots=True)
class AgendaChange:
    """One change. ``entry`` is the item or the minute that it is about, or the item of a paper, where it is known.

    ``after`` is the item that was taken before one that was taken out of its place.
    """

    kind: ChangeKind
    title: str
    entry: AgendaItem | Minute | None = None
    on: date | None = None
    reason: str | None = None
    agreed_by: str | None = None
    paper_id: str | None = None
    after: AgendaItem | None = None


@dataclass(frozen=True)
class AgendaStates:
    """The three states: items in the order of the agenda, minutes in the order of the meeting.

    ``taken`` is empty where the minutes are not on the site or do not say which items they are about. The minute that
    only excludes the public is not business of its own. ``taken_later`` are minutes of further sittings, each after
    its meeting and the item that it takes up.
    """

    published: tuple[AgendaItem, ...]
    supplemented: tuple[AgendaItem, ...]
    taken: tuple[Minute, ...]
    changes: tuple[AgendaChange, ...]
    taken_later: tuple[tuple[str, str, Minute], ...] = ()

    @property
    def state(self) -> State:
        """The latest state that is known."""
        if self.taken or any(item.not_taken for item in self.supplemented):
            return "taken"
        return "supplemented" if self.changes else "published"

    @cached_property
    def _minutes(self) -> Mapping[str, tuple[Minute, ...]]:
        """For each item the minutes that are about it."""
        found: dict[str, dict[str, Minute]] = defaultdict(dict)
        items = {item.key: item for item in (*self.published, *self.supplemented)}
        for minute in self.taken:
            for part in items_of(minute, items):
                found[part.key][minute.key] = minute
        return {key: tuple(minutes.values()) for key, minutes in found.items()}

    def minutes_of(self, item: AgendaItem) -> tuple[Minute, ...]:
        """Give the minutes of one item: those that name it, or an item that it stands in."""
        return self._minutes.get(item.key, ())

    def later_minutes_of(self, item: AgendaItem) -> list[tuple[str, Minute]]:
        """Give the minutes of further sittings that take an item up, each with its meeting."""
        return [(other, minute) for other, key, minute in self.taken_later if key == item.key]

    def minuted(self, item: AgendaItem) -> bool:
        """Whether a minute is about an item, or about any that stands in it: of this sitting or a further one."""
        return any(self.minutes_of(part) or self.later_minutes_of(part) for part in with_all_within([item]))

    def put_off(self, item: AgendaItem) -> PutOff | None:
        """How an item was put off, if it was."""
        return _put_off(item, self.taken)

    def without_minute(self, item: AgendaItem) -> bool:
        """Whether the minutes are here, none is about an item, and nothing says what became of it."""
        return bool(self.taken) and not (item.withdrawn or item.not_taken or self.minuted(item))

    @property
    def whole(self) -> bool:
        """Whether every item has a minute, and every minute an item: then the meeting did nothing else."""
        return all(map(self.minuted, self.supplemented)) and all(minute.about for minute in self.taken)


def agenda_states(records: Records, meeting_id: str) -> AgendaStates:
    """Derive the three states of the agenda of a meeting, with every change: by day, then as the meeting went."""
    agenda = records.agendas[meeting_id]
    supplemented = tuple(with_all_within(agenda.items, but=attrgetter("withdrawn")))
    taken = _taken(records, meeting_id)
    before = [*_item_changes(agenda), *_paper_changes(records, meeting_id, agenda)]
    before.sort(key=lambda change: change.on or date.max)
    changes = (*before, *_moved(supplemented, taken), *_not_as_planned(supplemented, taken))
    published = tuple(with_all_within(agenda.items, but=attrgetter("added")))
    return AgendaStates(published, supplemented, taken, changes, tuple(_taken_later(records, meeting_id)))


def _taken_later(records: Records, meeting_id: str) -> Iterator[tuple[str, str, Minute]]:
    """Give what further sittings of a meeting took up of its agenda: their meeting, the item and the minute."""
    later = (other for other in records.further_sittings if other in records.minutes)
    for other in (other for other in later if meeting_id in earlier_sittings(records, other)):
        for minute in records.minutes[other].every_minute:
            if minute.takes_up and minute.takes_up.meeting == meeting_id and minute.takes_up.item:
                yield other, minute.takes_up.item, minute


def _item_changes(agenda: Agenda) -> Iterator[AgendaChange]:
    for item in agenda.every_item:
        if item.added:
            yield AgendaChange("added", item.title, item, item.added.on, item.added.reason)
        if item.urgent:
            on = item.added.on if item.added else None
            yield AgendaChange("urgent", item.title, item, on, item.urgent.reason, item.urgent.agreed_by)
        if item.withdrawn:
            yield AgendaChange("withdrawn", item.title, item, item.withdrawn.on, item.withdrawn.reason)


def _paper_changes(records: Records, meeting_id: str, agenda: Agenda) -> Iterator[AgendaChange]:
    papers = ((paper_id, paper) for (of, paper_id), paper in records.papers.items() if of == meeting_id)
    items = items_at(records, meeting_id)
    for paper_id, paper in sorted(papers, key=lambda pair: pair[0]):
        item, title = items.get(paper.item), paper.title
        if agenda.published and (late := paper.published) and late > agenda.published:
            yield AgendaChange("paper added", title, item, late, paper.late_reason, paper_id=paper_id)
        if out := paper.withdrawn:
            yield AgendaChange("paper withdrawn", title, item, out.on, out.reason, paper_id=paper_id)


def _taken(records: Records, meeting_id: str) -> tuple[Minute, ...]:
    minutes = records.minutes.get(meeting_id)
    if minutes is None or minutes.only or not any(minute.about for minute in minutes.every_minute):
        return ()
    # A heading is no business of its own.
    business = (minute for minute in minutes.every_minute if minute.about or not minute.minutes)
    return tuple(minute for minute in business if minute.about or not minute.excludes_public)


def _put_off(item: AgendaItem, taken: Sequence[Minute]) -> PutOff | None:
    """Give how an item was put off: as the agenda says or the minute about it."""
    outcomes = (minute.outcome for minute in taken if item.key in minute.about)
    told: dict[str, PutOff] = {"deferred": "deferred", "not reached": "not reached"}
    return item.not_taken or next((told[outcome] for outcome in outcomes if outcome in told), None)


def _moved(items: Sequence[AgendaItem], taken: Sequence[Minute]) -> Iterator[AgendaChange]:
    """Give what the meeting took in another place than the agenda has it.

    What was taken out of the consent items is told of as that: it comes after those which were decided together.
    """
    pulled = {key for minute in taken for entry in minute.pulled for key in entry.numbers}
    place = {item.key: at for at, item in enumerate(items) if item.key not in pulled}
    order = list(dict.fromkeys(place[key] for minute in taken for key in minute.about if key in place))
    kept = _in_order(order)
    for turn, at in enumerate(order):
        if at not in kept:
            earlier = any(later < at for later in order[turn + 1 :])
            after = items[order[turn - 1]] if turn else None
            moved: ChangeKind = "taken earlier" if earlier else "taken later"
            yield AgendaChange(moved, items[at].title, items[at], after=after)


def _not_as_planned(items: Sequence[AgendaItem], taken: Sequence[Minute]) -> Iterator[AgendaChange]:
    """Give what the records say was not taken, and what was taken without being on the agenda."""
    for item in items:
        if put_off := _put_off(item, taken):
            yield AgendaChange(put_off, item.title, item)
    for minute in taken:
        if minute.not_on_agenda:
            yield AgendaChange("not on the agenda", minute.title, minute)


def _in_order(places: Sequence[int]) -> frozenset[int]:
    """Give the most places that stand in rising order: what is left was moved."""
    runs: list[tuple[int, ...]] = [()]
    for place in places:
        before: list[tuple[int, ...]] = [run for run in runs if not run or run[-1] < place]
        runs.append((*sorted(before, key=_length_then_low)[-1], place))
    return frozenset(sorted(runs, key=_length_then_low)[-1])


def _length_then_low(run: tuple[int, ...]) -> tuple[int, int]:
    """Sort key: of runs of one length, the one that leaves the later items as those that were moved."""
    return len(run), -sum(run)
