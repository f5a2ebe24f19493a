"""Attendance, derived from the lists of minutes and never typed twice.

Whoever came late, left early or took part from elsewhere was present. Counted are the meetings whose attendance was
taken and whose full minutes are on the site, and at which a person had a seat as far as is known. What is not known
is shown and not counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ..records.attendance import Absence, Attendance, Presence
from ..records.meeting import date_of
from .members import Membership, Seat, attendances

What = Literal["present", "apologies", "absent", "neither", "not taken"]
_IN_NO_LIST: Final[tuple[What, None]] = ("neither", None)


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person at one meeting. ``listed`` is how the minutes list them, ``seats`` are those held that day.

    ``came_for`` are the members of the same authority who sent apologies, where a substitute was present and the
    minutes do not say for whom. ``stood_in`` are those who sat in the person's own place.
    """

    meeting_id: str
    what: What
    listed: Attendance | None
    seats: tuple[Seat, ...]
    came_for: tuple[str, ...] = ()
    stood_in: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether the meeting counts: attendance was taken, and the person had a seat as far as is known."""
        return self.what != "not taken" and any(seat.known for seat in self.seats)

    @property
    def partly(self) -> bool:
        """Whether the person was there for a part of the meeting only."""
        return isinstance(self.listed, Presence) and self.listed.in_part

    @property
    def remote(self) -> bool:
        """Whether the minutes say that the person took part from elsewhere."""
        return isinstance(self.listed, Presence) and self.listed.by not in (None, "in the room")

    @property
    def excused(self) -> bool:
        """Whether the minutes say that the absence was excused."""
        return isinstance(self.listed, Absence) and self.listed.excused is True


@dataclass(frozen=True, slots=True)
class AttendanceRecord:
    """All that the minutes say of one person's attendance, the latest meeting first."""

    rows: tuple[AttendanceRow, ...]

    def number(self, what: What) -> int:
        """Count the meetings at which the person was present, sent apologies, was absent, or is in no list."""
        return self.count(lambda row: row.what == what)

    def count(self, such: Callable[[AttendanceRow], bool]) -> int:
        """Count the meetings that count and that are such: those with ``row.remote``, for example."""
        return sum(row.counted and such(row) for row in self.rows)

    @property
    def in_detail(self) -> bool:
        """Whether some minutes tell more than who was present and who sent apologies."""
        return any(row.what == "absent" or row.partly or row.remote for row in self.rows)

    @property
    def counted(self) -> int:
        """How many meetings count."""
        return sum(row.counted for row in self.rows)


def attendance(membership: Membership, person_id: str) -> AttendanceRecord:
    """Derive the attendance of one person from all minutes."""
    return AttendanceRecord(tuple(_rows(membership, person_id)))


def _rows(membership: Membership, person_id: str) -> Iterator[AttendanceRow]:
    records = membership.records
    for meeting_id in reversed(membership.minutes):
        minutes, seats = records.minutes[meeting_id], membership.seats_of(person_id, date_of(meeting_id))
        if minutes.only or not seats:
            continue
        if not minutes.taken:
            yield AttendanceRow(meeting_id, "not taken", None, seats)
            continue
        stood_in = tuple(presence.person for presence in minutes.present if presence.for_ == person_id)
        listed = ((what, entry) for what, entry in attendances(records, meeting_id) if entry.person == person_id)
        what, entry = next(listed, _IN_NO_LIST)
        guessed = isinstance(entry, Presence) and entry.for_ is None
        came_for = _absent_members(membership, meeting_id, seats) if guessed else ()
        yield AttendanceRow(meeting_id, what, entry, seats, came_for, stood_in)


def _absent_members(membership: Membership, meeting_id: str, seats: tuple[Seat, ...]) -> tuple[str, ...]:
    """Give the members who sent apologies, of the authorities that these seats are substitutes for."""
    authorities = {seat.term.authority for seat in seats if seat.term.seat == "substitute" and seat.term.authority}
    if not authorities or any(seat.term.seat != "substitute" for seat in seats):
        return ()
    away = {apology.person for apology in membership.records.minutes[meeting_id].apologies}
    return tuple(
        seat.person_id
        for seat in membership.seats_on(date_of(meeting_id))
        if seat.person_id in away and seat.term.seat == "member" and seat.term.authority in authorities
    )
