"""The work programme: what is planned for which meeting and day, and what of it the law asks for, done when.

A statutory function was done last as the minutes say; the programme says when it was and is planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..records.meeting import date_of
from ..records.programme import ProgrammeItem, StatutoryFunction, WorkProgramme
from ..records.publication import Records
from .business import Business, of_entry
from .rows import every_item, every_minute, grouped, planned


def by_meeting(programme: WorkProgramme) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    """Give what is planned for each meeting, the earliest meeting first, in the order typed."""
    return _in_order((item.meeting, item) for item in programme.items)


def visits(programme: WorkProgramme) -> tuple[ProgrammeItem, ...]:
    """Give what is planned for a day that is not a meeting."""
    return tuple(item for item in programme.items if item.meeting is None)


def moved_away(programme: WorkProgramme) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    """Give, for each meeting, the items that were first planned for it and moved elsewhere."""
    return _in_order((item.moved_from, item) for item in programme.items)


def _in_order(of: Iterable[tuple[str | None, ProgrammeItem]]) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    by_meeting = grouped((meeting_id, item) for meeting_id, item in of if meeting_id)
    return {meeting_id: by_meeting[meeting_id] for meeting_id in sorted(by_meeting)}


@dataclass(frozen=True, slots=True)
class FunctionStanding:
    """A function, the minute that shows it was done last, and the rows for which it is planned.

    ``planned`` is the last row for a day that is past and was not provisional, where no minute of that day or later
    shows that it was done.
    """

    function: StatutoryFunction
    last: Business | None
    planned: ProgrammeItem | None
    next: ProgrammeItem | None


def standing_of_functions(records: Records, today: date) -> tuple[FunctionStanding, ...]:
    """Give every function in the order typed. Only a minute is evidence; a row of the programme is a plan."""
    done = [pair for pair in _done(records) if date_of(pair[1].meeting_id) <= today]
    done.sort(key=lambda pair: pair[1].moment)
    called_off = {meeting_id for meeting_id, meeting in records.meetings.items() if meeting.called_off}
    rows = [(date_of(row.meeting), row) for row in planned(records) if row.meeting and row.meeting not in called_off]
    rows.sort(key=lambda pair: pair[0])
    standing = []
    for function in records.functions.values():
        last = next((minute for of, minute in reversed(done) if of == function.id), None)
        shown = date_of(last.meeting_id) if last else date.min
        left = [(day, row) for day, row in rows if row.function == function.id and day > shown]
        past = next((row for day, row in reversed(left) if day < today and not row.provisional), None)
        coming = next((row for day, row in left if day >= today), None)
        standing.append(FunctionStanding(function, last, past, coming))
    return tuple(standing)


def _done(records: Records) -> Iterator[tuple[str, Business]]:
    """Give each function that a minute is about: by itself, or by its items as the agenda or the programme has them.

    A minute about nothing but items that were not taken shows nothing.
    """
    by_plan = {(row.meeting, row.item): row.function for row in planned(records) if row.item}
    items = {(meeting_id, item.key): item for meeting_id, item in every_item(records)}
    for at, (meeting_id, minute) in enumerate(every_minute(records)):
        found = {key: items.get((meeting_id, key)) for key in minute.about}
        taken = {key: item for key, item in found.items() if not (item and item.not_taken)}
        if found and not taken:
            continue
        by_item = [(item and item.function) or by_plan.get((meeting_id, key)) for key, item in taken.items()]
        served = [minute.function] if minute.function else by_item
        business = of_entry(meeting_id, minute, at)
        yield from ((function, business) for function in dict.fromkeys(served) if function)
