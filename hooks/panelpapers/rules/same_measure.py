"""Checks between indicators that go by one name: two values, two baselines, two definitions."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.same_measure import pairs, same_indicator, two_baselines, two_definitions, two_values
from ..records.problem import Problem
from .findings import advice, warning


def two_values_for_one_period(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a measure that has one value in one file and another in a second, for the same place and period.

    The second value may be typed as one of ``other_figures``, which publishes both: that settles it.
    """
    for (_, indicator), (other_id, other) in pairs(dossier.records.indicators):
        for point, other_point in two_values(indicator, other):
            known = {figure.value for figure in (*point.other_figures, *other_point.other_figures)}
            if not known & {point.value, other_point.value}:
                when = point.period or indicator.period
                fact = (
                    f"The {indicator.measure} for {when.name if when else 'this period'} is {point.value} here "
                    f"and {other_point.value} in data/indicators/{other_id}.yml."
                )
                fix = "Check both papers. If they differ, give the second value in other_figures, with its source."
                yield warning("two-values", point.at("value"), fact, fix)


def two_baselines_for_one_period(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a measure that has two baselines for one period."""
    for (_, indicator), (other_id, other) in pairs(dossier.records.indicators):
        if found := two_baselines(indicator, other):
            here, there = found
            fact = (
                f"The baseline of the {indicator.measure} is {here.value} here and {there.value} in "
                f"data/indicators/{other_id}.yml."
            )
            fix = "Check both papers. If they differ, tell readers in remarks."
            yield warning("two-baselines", here.at("value"), fact, fix)


def one_name_two_definitions(dossier: Dossier) -> Iterator[Problem]:
    """Advise on two indicators of one name that are defined in different words."""
    for (_, indicator), (_, other) in pairs(dossier.records.indicators):
        if two_definitions(indicator, other):
            fact = f'"{other.title}" goes by the name of "{indicator.title}", and is defined in other words.'
            fix = (
                "If they are one measure, use one definition. If not, say in remarks whether they may be "
                "compared, and name two-definitions in known."
            )
            yield advice("two-definitions", other.at("definition"), fact, fix)


def one_indicator_twice(dossier: Dossier) -> Iterator[Problem]:
    """Warn of two files that hold figures of one measure, place, group and unit from one source."""
    for (indicator_id, indicator), (_, other) in pairs(dossier.records.indicators):
        if same_indicator(indicator, other):
            fact = (
                f"This is the {other.measure} of {other.place} from one paper, and so is "
                f"data/indicators/{indicator_id}.yml."
            )
            fix = "Put all figures into one file. If they are two things, give each a measure of its own."
            yield warning("indicator-twice", other.at("measure"), fact, fix)
