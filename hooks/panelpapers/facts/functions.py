"""When each statutory function was last done and is next due, with the evidence: the work programme's own rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..records.meeting import date_of
from ..records.programme import ProgrammeItem, StatutoryFunction
from ..records.publication import Records


@dataclass(frozen=True, slots=True)
class FunctionStanding:
    """A function, the row that shows it was done, and the row for which it is planned next."""

    function: StatutoryFunction
    last: ProgrammeItem | None
    next: ProgrammeItem | None


def standing_of_functions(records: Records, today: date) -> tuple[FunctionStanding, ...]:
    """Give every function in the order typed; a meeting before ``today`` is evidence, a later one is a plan."""
    rows = records.programme.items if records.programme else []
    dated = sorted(
        ((date_of(row.meeting), row) for row in rows if row.meeting and row.function), key=lambda pair: pair[0]
    )
    return tuple(
        FunctionStanding(
            function,
            next((row for day, row in reversed(dated) if row.function == function.id and day < today), None),
            next((row for day, row in dated if row.function == function.id and day >= today), None),
        )
        for function in records.functions.values()
    )
