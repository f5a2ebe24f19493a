"""Business that a meeting put off: what was deferred or not reached, to when, and which later meeting came to it.

A later minute came to it where that says so (``takes_up``), or is about the same matters and of the same body, or of
one that follows it. What no record shows to have come back is open, as far as this site knows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import merge

from ..records.agenda import AgendaItem
from ..records.meeting import day_named
from ..records.minutes import Minute
from ..records.panel import Body, Panel
from ..records.publication import Records
from ..records.votes import PUT_OFF, PutOff
from .lives import Lives
from .rows import every_item, every_minute, grouped, in_time, items_at, keys_of, minutes_at


@dataclass(frozen=True, slots=True)
class Deferral:
    """Business that was put off by a meeting: as a minute says, or else the agenda as it was taken.

    ``back`` is the first later minute that came to it, with its meeting. ``since`` is the day on which it was put off
    first, where that was done again and again.
    """

    meeting_id: str
    source: Minute | AgendaItem
    back: tuple[str, Minute] | None
    since: date

    @property
    def kind(self) -> str:
        """What became of it: deferred, or not reached."""
        source = self.source
        return (source.outcome if isinstance(source, Minute) else source.not_taken) or ""

    @property
    def until(self) -> str | None:
        """The day, or the id of the meeting, to which it was put off, if that was said."""
        return self.source.until if isinstance(self.source, Minute) else None

    @property
    def why(self) -> str | None:
        """Why, if that was said."""
        return self.source.why if isinstance(self.source, Minute) else None

    @property
    def again(self) -> bool:
        """Whether the meeting that came to it put it off once more."""
        return self.back is not None and self.back[1].outcome in PUT_OFF


def deferrals(records: Records) -> tuple[Deferral, ...]:
    """Give all business that was put off, the earliest first."""
    later = _Later(records)
    put_off, every = in_time(records, _put_off(records)), Lives(records).every
    heirs = {meeting_id: _with_heirs(records.held_by(meeting_id), every) for meeting_id, _ in put_off}
    since: dict[int, date] = {}
    found = []
    for meeting_id, source in put_off:
        came = (
            (other, minute)
            for other, minute in later.than(meeting_id, source)
            if _comes_to(
                minute, meeting_id, source, records, own=not heirs[meeting_id].isdisjoint(records.held_by(other))
            )
        )
        back = next(came, None)
        first = since.get(id(source), day_named(meeting_id).alone)
        if back:
            since.setdefault(id(back[1]), first)
        found.append(Deferral(meeting_id, source, back, first))
    return tuple(found)


class _Later:
    """The minutes of all meetings in order of time, found by what may lead one back to business that was put off."""

    def __init__(self, records: Records) -> None:
        self._moment = records.moment
        self._minutes = in_time(records, every_minute(records))
        self._moments = [records.moment(meeting_id) for meeting_id, _ in self._minutes]
        self._at = grouped(
            (lead, at)
            for at, (_, minute) in enumerate(self._minutes)
            for lead in ([("meeting", minute.takes_up.meeting)] if minute.takes_up else [])
            + [("matter", matter) for matter in minute.matter]
        )

    def than(self, meeting_id: str, source: Minute | AgendaItem) -> Iterator[tuple[str, Minute]]:
        """Give the minutes after a meeting that take up something of it, or are about the same matter."""
        after = bisect_right(self._moments, self._moment(meeting_id))
        leads = [("meeting", meeting_id), *(("matter", matter) for matter in source.matter[:1])]
        each = (self._at.get(lead, ()) for lead in leads)
        later = (map(places.__getitem__, range(bisect_left(places, after), len(places))) for places in each)
        yield from (self._minutes[at] for at in merge(*later))


def _put_off(records: Records) -> Iterator[tuple[str, Minute | AgendaItem]]:
    """Give what was put off: of an item about which a minute says what became of it, that minute alone."""
    for meeting_id, minute in every_minute(records):
        if minute.outcome in PUT_OFF:
            yield meeting_id, minute
    told = {
        (at, key)
        for at, minute in every_minute(records)
        if minute.outcome
        for key in keys_of(minute, items_at(records, at))
    }
    for meeting_id, item in every_item(records):
        if item.not_taken and (meeting_id, item.key) not in told:
            yield meeting_id, item


def _with_heirs(bodies: Iterable[str], every: Mapping[str, Body | Panel]) -> set[str]:
    """Give some bodies, with all of ``every`` who follow them or take on something of theirs."""
    found, more = set[str](), [*bodies]
    while more:
        body = more.pop()
        more += Lives.followers(every[body]) if body in every and body not in found else ()
        found.add(body)
    return found


def _comes_to(minute: Minute, meeting_id: str, source: Minute | AgendaItem, records: Records, *, own: bool) -> bool:
    """Whether a later minute comes to what was put off. One of a stranger's own does so only if it says so."""
    if minute.takes_up:
        return minute.takes_up.meeting == meeting_id and names(minute.takes_up, source, records)
    return own and bool(source.matter) and set(source.matter) <= set(minute.matter)


def names(earlier: PutOff, source: Minute | AgendaItem, records: Records) -> bool:
    """Whether a minute or an item is that which a later minute says that it takes up: by itself, or by the other."""
    if isinstance(source, Minute):
        return earlier.minute == source.key or earlier.item in source.about
    named = (minute for minute in minutes_at(records, earlier.meeting) if minute.key == earlier.minute)
    return earlier.item == source.key or any(source.key in minute.about for minute in named)
