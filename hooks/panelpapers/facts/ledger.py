"""What readers can know of the quantities in all indicators, from every field with a figure, and what is hidden."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ..records import limits
from ..records.indicator import Point
from ..records.place import Place
from ..records.roles import COMPARATORS
from .equations import Key, Known, Limits
from .quantities import Layout, Quantity, adds_up
from .standing import same_period
from .suppressed_words import name_in, suppressed

_EITHER_SIDE_OF_ZERO: Final = re.compile(
    r"\b(?:change|difference|variance|variation|surplus|deficit|balance|net|underspend|overspend|gap)\b"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that readers can see: its name and where it was typed."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, its name, and the id of its indicator."""

    indicator_id: str
    point: Point
    name: str


@dataclass
class Ledger:
    """What readers can know of quantities, and what is hidden from them."""

    known: dict[Key, Known] = field(default_factory=dict)
    told: dict[Key, Shown] = field(default_factory=dict)
    limits: dict[Key, Limits] = field(default_factory=dict)
    hidden: dict[Key, list[Figure]] = field(default_factory=dict)
    of_measure: dict[tuple[str, str], Limits] = field(default_factory=dict)
    """The limits of what was never typed, by measure and unit."""

    def tell(
        self, key: Key, value: Decimal, name: str, place: Place, *, exact: bool = False, average_of: int = 1
    ) -> None:
        """Enter a figure that readers can see, or an average of several. What was told of a quantity before stays."""
        half = Fraction(0) if exact and average_of == 1 else half_unit(value)
        self.known.setdefault(key, Known(Fraction(value) * average_of, half * average_of))
        self.told.setdefault(key, Shown(name, place))

    def span(self, quantity: Quantity) -> Limits:
        """Give the limits of a quantity, typed or not; a share's part, of which no file speaks, is not below zero."""
        usual = self.of_measure.get((quantity.measure, quantity.unit), Limits(Fraction(0)))
        return self.limits.get(quantity, usual)


def half_unit(value: Decimal) -> Fraction:
    """Give half a unit of the last digit that was typed: a figure was rounded by no more than that."""
    return Fraction(1, 2 * 10 ** decimals_of(value))


def decimals_of(value: Decimal) -> int:
    """Give how many decimals were typed."""
    return max(0, -int(value.as_tuple().exponent))


def ledger_of(several: Collection[Layout]) -> Ledger:
    """Gather what is told and what is hidden of every quantity in some indicators."""
    ledger = Ledger()
    typed: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for layout in several:
        typed[layout.measure] += _typed(layout)
    for layout in several:
        usual = ledger.of_measure[layout.measure] = _usual(layout, typed[layout.measure])
        for series, point, quantity in layout.points():
            figure = Figure(layout.id, point, name_in(layout.indicator, series, point))
            _enter(ledger, figure, quantity, usual)
    for layout in several:
        _enter_baseline(ledger, layout)
    return ledger


def _usual(layout: Layout, values: list[Decimal]) -> Limits:
    """Give the limits of every figure of a measure: whole numbers, never below zero, printed with so many decimals.

    They follow from the indicator and from all figures of its measure, in whatever file.
    """
    indicator = layout.indicator
    own = max(map(decimals_of, _typed(layout)), default=0)
    decimals = min(limits.DIGITS, own if indicator.decimals is None else indicator.decimals)
    whole = indicator.unit.counts_each and not decimals and not any(map(decimals_of, values))
    below = any(value < 0 for value in values) or _EITHER_SIDE_OF_ZERO.search(indicator.measure.casefold())
    least = None if below or "points" in indicator.unit else Fraction(0)
    return Limits(least, None, whole, decimals)


def _typed(layout: Layout) -> Iterator[Decimal]:
    for _, point, _ in layout.points():
        yield from (value for value in (point.value, point.lowest, point.highest) if value is not None)


def _enter(ledger: Ledger, figure: Figure, quantity: Quantity, usual: Limits) -> None:
    point, name, exact = figure.point, figure.name, usual.whole
    ledger.limits.setdefault(quantity, usual)
    if suppressed(point):
        ledger.hidden.setdefault(quantity, []).append(figure)
        return
    if point.value is not None and not point.approximate:
        ledger.tell(quantity, point.value, name, point.at("value"), exact=exact)
    elif point.other_figures:
        other = point.other_figures[0]
        ledger.tell(quantity, other.value, f"{name}, another source", other.at("value"), exact=exact)
    elif (limits := _limits(point, usual)) is not None:
        ledger.limits[quantity] = limits
    elif point.earlier_value is not None:
        ledger.tell(quantity, point.earlier_value, f"{name}, before revision", point.at("earlier_value"), exact=exact)


def _limits(point: Point, usual: Limits) -> Limits | None:
    """Give the limits of a figure that is a range, an approximate one, or too low to show; ``None`` for others."""
    if point.value is not None:
        near = Fraction(10) ** _last_place(point.value) / 2
        return replace(usual, low=Fraction(point.value) - near, high=Fraction(point.value) + near)
    if point.lowest is not None and point.highest is not None:
        return replace(usual, low=Fraction(point.lowest), high=Fraction(point.highest))
    if "low" in point.statuses:
        return Limits(Fraction(0), Fraction(1, 2 * 10 ** (usual.decimals or 0)))
    return None


def _last_place(value: Decimal) -> int:
    """Give the place of the last digit that is not 0: 2 for 1,300 and -1 for 4.5."""
    _, digits, exponent = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0")) if any(digits) else 0
    return int(exponent) + zeros


def _enter_baseline(ledger: Ledger, layout: Layout) -> None:
    """Enter the baseline's own figure for each series that has no figure for its days.

    An average of years that add up tells their sum.
    """
    baseline = layout.indicator.baseline
    if baseline is None or baseline.value is None or baseline.period is None:
        return
    if baseline.average and not adds_up(layout.indicator):
        return
    years = max(1, (baseline.period.months or 0) // 12) if baseline.average else 1
    for series in layout.indicator.every_series():
        there = any(point.period and same_period(point.period, baseline.period) for point in series.points)
        if not there and series.role not in COMPARATORS and not any(point.category for point in series.points):
            quantity = layout.at(layout.series_label(series), "", layout.when(baseline.period))
            exact = layout.indicator.unit.counts_each and not decimals_of(baseline.value)
            place = baseline.at("value")
            ledger.tell(quantity, baseline.value, "the baseline", place, exact=exact, average_of=years)
