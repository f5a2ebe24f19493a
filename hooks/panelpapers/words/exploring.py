"""What a reader hears who goes through a figure point by point: each figure as one phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from ..facts.arithmetic import difference, rounded
from ..facts.fact import Extremes
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Row
from ..records.indicator import Indicator
from .nouns import plain
from .pattern import Pattern
from .proof.claim import Claim, less, sign
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


def one_figure(claim: Claim) -> Iterator[str]:
    """Check what is said of one figure: its amount, its statuses, and how it stands to the target."""
    found = [figure for label in claim.names("of") if (figure := claim.table.at(claim.series, label))]
    if len(found) != 1:
        yield "It is open which figure this is."
        return
    figure, target = found[0], claim.table.target
    yield from claim.amount_is("amount", figure)
    if figure.shown != ("amount" in claim.found):
        yield "The figure is shown, or it is not."
    if claim.word("why") != ("" if figure.shown else plain(figure.point.why or "")):
        yield f"The reason given is {figure.point.why or 'none'}."
    if {*claim.names("statuses")} != {*figure.statuses}:
        yield f"Its statuses are {', '.join(sorted(figure.statuses)) or 'none'}."
    told = {"above": 1, "below": -1, "equal to": 0}.get(claim.word("side"))
    if told is not None and (target is None or figure.value is None or told != sign(less(figure.value, target))):
        yield "It does not stand so to the target."
    yield from claim.gap_is(target, figure.value, about=figure.about)


PHRASE: Final = Pattern(
    "{of:position}: <{amount}[, {statuses:marks}]|{statuses:marks}[, {why}]>"
    "[, <{gap} <side:above|below>|<side:equal to>> the target]",
    one_figure,
)


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
    said: dict[str, Any] = {"of": cell, "statuses": list(cell.statuses) or None}
    said |= {"amount": cell} if cell.shown else {"amount": None, "why": cell.point.why}
    if cell.value is not None and telling.target is not None:
        gap = difference(telling.target, cell.value)
        said["side"] = side((gap > 0) - (gap < 0))
        said["gap"] = telling.gap(gap, cell) if gap else None
    return telling.write(PHRASE, **said)
