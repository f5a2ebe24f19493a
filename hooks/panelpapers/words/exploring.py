"""What a reader hears who goes through a figure point by point: each figure as one phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from ..facts.arithmetic import difference, rounded
from ..facts.comparators import AtEach
from ..facts.fact import Extremes
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Row
from ..records.indicator import Indicator
from ..records.roles import RoleName
from .messages import comparator
from .nouns import ROLES, plain, with_role
from .pattern import Pattern
from .proof.claim import Claim, less, sign
from .proof.comparators import is_called, stands_so
from .proof.evidence import Figure
from .proof.order import differing_definitions
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
    role: RoleName | None
    stops: tuple[Stop, ...]
    highest: int | None
    lowest: int | None

    def as_data(self) -> dict[str, object]:
        """Give the track as plain data, ready for JSON, with the role of a comparator in its name."""
        return {name: value for name, value in asdict(self).items() if name != "role"} | {
            "name": with_role(self.name, self.role)
        }


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
    if claim.word("is") and claim.word("is") != ROLES.get(figure.point.role or ""):
        yield "It has another role."
    if beside := claim.part("comparison"):
        yield from _beside(claim, beside, figure)


def _beside(claim: Claim, beside: Claim, figure: Figure) -> Iterator[str]:
    """Check how the subject stands to the only series with the role that is named, at the same position."""
    table, said = claim.table, beside.word("role")
    others = [table.at(name, figure.label) for name in table.rows if name != figure.series]
    others = [other for other in others if other and is_called(table, table.roles[other.series], other, said)]
    if figure.series != table.subject or len(others) != 1 or differing_definitions(table):
        yield "It is open with what this is compared."
    for other in others[:1]:
        yield from stands_so(beside, figure, other) if other else ()


PHRASE: Final = Pattern(
    "{of:position}: <{amount}[, {statuses:marks}]|{statuses:marks}[, {why}]>"
    "[, <is:total|average|group figure|national figure|best figure|year before|plan|budget|forecast|range of peers>]"
    "[, <{gap} <side:above|below>|<side:equal to>> the target]"
    "[, {comparison}]",
    one_figure,
)


def tracks(indicator: Indicator, facts: FigureFacts) -> tuple[Track, ...]:
    """Give what can be gone through: a track for each series that has three positions or more, of what is drawn."""
    telling = Telling(indicator, facts)
    return tuple(_track(telling, row) for row in telling.rows if facts.drawn and len(row.cells) > 2)


def target(indicator: Indicator) -> str:
    """Give the target's number as text, for the tone of reference; empty where none is set."""
    declared = indicator.target
    return str(declared.value) if declared and declared.state == "set" and declared.value is not None else ""


def _track(telling: Telling, row: Row) -> Track:
    extremes = telling.facts.one(Extremes, row.name)
    return Track(
        row.name,
        row.role,
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
    said["is"] = ROLES.get(cell.point.role or "") if cell.shown else None
    if cell.value is not None and telling.target is not None:
        gap = difference(telling.target, cell.value)
        said["side"] = side((gap > 0) - (gap < 0))
        said["gap"] = telling.gap(gap, cell) if gap else None
    for fact in telling.facts.all(AtEach):
        pairs = [(other, way) for own, other, way in fact.pairs if own is cell]
        word = comparator.role_word(telling, fact.role, fact.other_name, ranged=bool(pairs and pairs[0][0].lowest))
        if pairs and word and fact.alone and telling.in_time:
            said["comparison"] = {"role": word, **comparator.side_of(telling, fact.role, cell, *pairs[0])}
            break
    return telling.write(PHRASE, **said)
