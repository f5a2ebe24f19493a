"""What a reader hears who goes through a figure point by point: each figure as one phrase."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from ..facts.arithmetic import difference, rounded
from ..facts.fact import Extremes
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Row
from ..records.indicator import Indicator
from . import format as say
from .table import MARKS
from .telling import Telling, side


@dataclass(frozen=True, slots=True)
class Stop:
    """One figure: what is said of it, and the number for its pitch as text, empty where there is none to show."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Track:
    """The figures of one series in order; ``highest`` and ``lowest`` are positions, where one may be claimed."""

    name: str
    stops: tuple[Stop, ...]
    highest: int | None
    lowest: int | None

    def as_data(self) -> dict[str, object]:
        """Give the track as plain data, ready for JSON."""
        return asdict(self)


def tracks(indicator: Indicator, facts: FigureFacts) -> tuple[Track, ...]:
    """Give what can be gone through: a track for each series that has three positions or more."""
    telling = Telling(indicator, facts)
    return tuple(_track(telling, row) for row in telling.rows if len(row.cells) > 2)


def target(indicator: Indicator) -> str:
    """Give the target's number as text, for the tone of reference; empty where none is set."""
    declared = indicator.target
    return str(declared.value) if declared and declared.state == "set" and declared.value is not None else ""


def _track(telling: Telling, row: Row) -> Track:
    extremes = telling.facts.one(Extremes, row.name)
    return Track(
        row.name,
        tuple(Stop(_phrase(telling, cell), _pitch(telling, cell)) for cell in row.cells),
        _position(row, extremes.highest if extremes else ()),
        _position(row, extremes.lowest if extremes else ()),
    )


def _position(row: Row, cells: tuple[Cell, ...]) -> int | None:
    return next((at for at, cell in enumerate(row.cells) if cell in cells), None)


def _pitch(telling: Telling, cell: Cell) -> str:
    """Give the figure as it is shown, never with more digits; of a range, the middle."""
    if cell.value is not None:
        return str(rounded(cell.value, telling.units.decimals))
    if cell.lowest is not None and cell.highest is not None:
        return str(rounded((cell.lowest + cell.highest) / 2, telling.units.decimals))
    return ""


def _phrase(telling: Telling, cell: Cell) -> str:
    """Say one figure: ``Year ending June 2025: 13.5%, provisional, 1.5 percentage points above the target``."""
    name = say.period_label(cell.period) if cell.period else say.capitalised(cell.label)
    told = [telling.value(cell)] if cell.shown else []
    told += [MARKS[status][1] for status in cell.statuses]
    if cell.value is not None and telling.target is not None:
        gap = difference(telling.target, cell.value)
        beside = f"{telling.units.gap(gap)} {side(1 if gap > 0 else -1)}" if gap else "equal to"
        told.append(f"{beside} the target")
    return f"{name}: {', '.join(told)}"
