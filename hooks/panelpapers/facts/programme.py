"""The work programme: what is planned for which meeting and day, and what of it the law asks for, done when.

A statutory function was done last as the minutes say; the programme says when it was and is planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..records.meeting import date_of
from ..records.numbers import with_all_within
from ..records.programme import ProgrammeItem, StatutoryFunction, WorkProgramme
from ..records.publication import Records
from .business import Business, of_entry
from .rows import grouped, in_time, items_at, keys_of, planned


def by_meeting(records: Records) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    """Give what is planned for each meeting, the earliest meeting first, in the order typed."""
    return grouped(in_time(records, ((item.meeting, item) for item in planned(records) if item.meeting)))


def visits(programme: WorkProgramme) -> tuple[ProgrammeItem, ...]:
    """Give what is planned for a day that is not a meeting."""
    return tuple(item for item in programme.items if item.meeting is None)


def moved_away(records: Records) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    """Give, for each meeting, the items that were first planned for it and moved elsewhere."""
    return grouped(in_time(records, ((item.moved_from, item) for item in planned(records) if item.moved_from)))


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
    done.sort(key=lambda pair: records.moment(pair[1].meeting_id))
    called_off = {meeting_id for meeting_id, meeting in records.meetings.items() if meeting.called_off}
    in_order = by_meeting(records).items()
    rows = [(date_of(at), row) for at, several in in_order if at not in called_off for row in several]
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

    It is about what stands in its items too, but for what was taken out of them. A minute about nothing but items
    that were not taken shows nothing.
    """
    by_plan = {(row.meeting, row.item): row.function for row in planned(records) if row.item}
    for meeting_id, minutes in records.minutes.items():
        items = items_at(records, meeting_id)
        by_agenda = {key: item.function for key, item in items.items()}
        put_off = {part.key for part in with_all_within(item for item in items.values() if item.not_taken)}
        for minute in minutes.every_minute:
            about = keys_of(minute, items)
            taken = [key for key in about if key not in put_off]
            if about and not taken:
                continue
            by_item = [by_agenda.get(key) or by_plan.get((meeting_id, key)) for key in taken]
            served = [minute.function] if minute.function else by_item
            business = of_entry(meeting_id, minute)
            yield from ((function, business) for function in dict.fromkeys(served) if function)
