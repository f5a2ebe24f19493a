"""What is wrong or doubtful with the figures of an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from ...facts.figure import figure_facts
from ...records.indicator import Indicator
from ...records.problem import Problem
from ...records.publication import Records
from .doubts import doubts
from .refusals import refusals


def refused_figures(records: Records) -> Iterator[Problem]:
    """Tell of figures from which no chart and no sentence may be made, and of doubts about the others."""
    for indicator in records.indicators.values():
        yield from problems_of(indicator)


def problems_of(indicator: Indicator) -> Iterator[Problem]:
    """Give the problems of one indicator: errors where it is refused, otherwise warnings."""
    yield from refusals(indicator) or doubts(indicator, figure_facts(indicator))


RULES = (refused_figures,)
