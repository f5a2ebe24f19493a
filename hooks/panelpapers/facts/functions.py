"""When each statutory function was last done, by the minutes, and when it was and is planned, by the programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..records.meeting import date_of
from ..records.programme import ProgrammeItem, StatutoryFunction
from ..records.publication import Records
from .business import Business
from .rows import every_item, every_minute


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
    rows = [
        (date_of(row.meeting), row)
        for row in (records.programme.items if records.programme else ())
        if row.meeting and row.meeting not in called_off
    ]
    rows.sort(key=lambda pair: pair[0])
    standing = []
    for function in records.functions.values():
        last = next((minute for of, minute in reversed(done) if of == function.id), None)
        shown = date_of(last.meeting_id) if last else date.min
        left = [(day, row) for day, row in rows if row.function == function.id and day > shown]
        planned = next((row for day, row in reversed(left) if day < today and not row.provisional), None)
        standing.append(
            FunctionStanding(function, last, planned, next((row for day, row in left if day >= today), None))
        )
    return tuple(standing)


def _done(records: Records) -> Iterator[tuple[str, Business]]:
    """Give each function that a minute is about: by itself, or by its items as the agenda or the programme has them.

    A minute about nothing but items that were not taken shows nothing.
    """
    rows = records.programme.items if records.programme else ()
    planned = {(row.meeting, row.item): row.function for row in rows if row.item}
    items = {(meeting_id, item.key): item for meeting_id, item in every_item(records)}
    for at, (meeting_id, minute) in enumerate(every_minute(records)):
        found = {key: items.get((meeting_id, key)) for key in minute.about}
        taken = {key: item for key, item in found.items() if not (item and item.not_taken)}
        if found and not taken:
            continue
        by_item = [(item and item.function) or planned.get((meeting_id, key)) for key, item in taken.items()]
        served = [minute.function] if minute.function else by_item
        business = Business(meeting_id, "minute", minute.key, minute.title, minute.label, at=at)
        yield from ((function, business) for function in dict.fromkeys(served) if function)
