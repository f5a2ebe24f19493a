"""What figures are measured against: a baseline, and a target in one of its forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import ValidationInfo

from .base import Record, group_of
from .kinds import Choice, YesNo
from .period import Period, Span
from .place import Place
from .problem import slip
from .source import Source
from .units import Figure, Unit

StandardState = Choice[Literal["set", "none", "not agreed"]]
Limit = Choice[Literal["at most", "at least"]]


def standing_alone(value: Any, info: ValidationInfo) -> Any:
    """Let ``baseline: none`` stand for ``{state: none}``, and ``target: 90`` for ``{value: 90}``.

    ``90%`` stands for the same where the figures are percentages; raises a slip where they are not.
    """
    if not isinstance(value, str):
        return value
    if not any(map(str.isdigit, value)):
        return group_of(state=value)
    unit, figure = info.data.get("unit", Unit("%")), value.removesuffix("%").rstrip()
    if figure != value and unit != "%":
        fact = f'"{value}" is a percentage, and the unit of the figures here is "{unit.name}".'
        raise slip("unit-differs", fact, "Give it in the unit of the figures, or check the unit.")
    return group_of(value=figure)


class Baseline(Record):
    """The figure that progress is measured from."""

    state: StandardState = "set"
    """Set, none, or not agreed."""
    period: Span | None = None
    """Period of the baseline; a point for this period is the baseline of its series."""
    value: Figure | None = None
    """The baseline's figure, where no point gives it."""
    average: YesNo = False
    """Whether the figure is the average of the years in its period, to be compared with one year."""
    source: Source | None = None
    """Where the baseline is stated."""

    @property
    def figures(self) -> list[tuple[Decimal, Place]]:
        """The figure that is typed in it, if one is, and where it stands."""
        return [] if self.value is None else [(self.value, self.at("value"))]


class TargetStep(Record):
    """One figure on the way to a target."""

    by: Span
    """Period by which it is to be reached."""
    value: Figure
    """The figure to be reached by then."""


class Target(Record):
    """The figure to be reached, a range to keep within, or one figure for each of several years."""

    state: StandardState = "set"
    """Set, none, or not agreed."""
    value: Figure | None = None
    """The target's figure."""
    lowest: Figure | None = None
    """Lower end, where the target is a range: between 8 and 10."""
    highest: Figure | None = None
    """Upper end of such a range."""
    limit: Limit | None = None
    """At most or at least, where the paper says so; left out, as it is better to be lower or higher."""
    by: Span | None = None
    """Period by which it is to be reached."""
    steps: list[TargetStep] = []
    """The figures of several years, each with the period by which it is to be reached."""
    source: Source | None = None
    """Where the target is stated."""

    @property
    def goals(self) -> list[tuple[Decimal, Period | None]]:
        """Every figure that is typed in it, and the period by which it is to be reached."""
        given = [amount for amount in (self.value, self.lowest, self.highest) if amount is not None]
        return [*((amount, self.by) for amount in given), *((step.value, step.by) for step in self.steps)]

    @property
    def figures(self) -> list[tuple[Decimal, Place]]:
        """Every figure that is typed in it, and where it stands."""
        named = [(getattr(self, name), self.at(name)) for name in ("value", "lowest", "highest")]
        given = [(amount, place) for amount, place in named if amount is not None]
        return given + [(step.value, step.at("value")) for step in self.steps]
