"""What is wrong or doubtful with the figures of an indicator, as ``facts`` finds it."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.doubts import doubts
from ..facts.figure import figure_facts
from ..facts.refusals import Finding, refusals
from ..facts.settling import settled
from ..reading.problem import Problem
from ..records.indicator import Indicator
from ..records.publication import Records


def refused_figures(records: Records) -> Iterator[Problem]:
    """Tell of figures from which no chart and no sentence may be made, and of doubts about the others."""
    for indicator in records.indicators.values():
        yield from problems_of(indicator)


def problems_of(indicator: Indicator) -> Iterator[Problem]:
    """Give the problems of one indicator: errors where it is refused, otherwise warnings.

    A doubt that an editor's note speaks of is settled, and no longer told.
    """
    refused = refusals(indicator)
    for finding in refused or doubts(indicator, figure_facts(indicator)):
        if finding.severity == "error" or not settled(finding.code, indicator):
            yield _problem(finding)


def _problem(finding: Finding) -> Problem:
    return Problem(finding.code, finding.place, finding.message, finding.fix, severity=finding.severity)


RULES = (refused_figures,)
