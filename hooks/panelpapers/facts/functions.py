"""When each statutory function was last done, by the minutes, and when it was and is planned, by the programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..records.meeting import date_of
from ..records.programme import ProgrammeItem, StatutoryFunction
from ..records.publication import Records
from .business import Business


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
    done = sorted(pair for pair in _done(records) if date_of(pair[1].meeting_id) <= today)
    rows = sorted(_planned(records), key=lambda row: row.meeting or "")
    return tuple(_standing(function, done, rows, today) for function in records.functions.values())


def _standing(
    function: StatutoryFunction, done: list[tuple[str, Business]], rows: list[ProgrammeItem], today: date
) -> FunctionStanding:
    last = next((minute for of, minute in reversed(done) if of == function.id), None)
    shown = date_of(last.meeting_id) if last else date.min
    dated = [(date_of(row.meeting), row) for row in rows if row.meeting and row.function == function.id]
    return FunctionStanding(
        function,
        last,
        next((row for day, row in reversed(dated) if shown < day < today and not row.provisional), None),
        next((row for day, row in dated if day >= today and day > shown), None),
    )


def _planned(records: Records) -> Iterator[ProgrammeItem]:
    """Give the rows of the work programme for meetings that are not cancelled."""
    for row in records.programme.items if records.programme else ():
        meeting = records.meetings.get(row.meeting or "")
        if meeting is None or meeting.state != "cancelled":
            yield row


def _done(records: Records) -> Iterator[tuple[str, Business]]:
    """Give each function that a minute is about, by itself or by its agenda item, unless it was not taken."""
    for meeting_id, minutes in records.minutes.items():
        served = _served(records, meeting_id)
        for minute in minutes.minutes:
            if function := minute.function or served.get(minute.item):
                yield function, Business(meeting_id, "minute", minute.number, minute.title)


def _served(records: Records, meeting_id: str) -> Mapping[int | None, str]:
    """Give the function of each item of a meeting, as its agenda or the work programme says."""
    rows = records.programme.items if records.programme else []
    planned = {row.item: row.function for row in rows if row.meeting == meeting_id and row.item and row.function}
    agenda = records.agendas.get(meeting_id)
    items = agenda.items if agenda else []
    typed = {item.number: item.function for item in items if item.function}
    not_taken = {item.number for item in items if item.not_taken}
    return {number: function for number, function in (planned | typed).items() if number not in not_taken}
