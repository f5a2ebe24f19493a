"""How an indicator's series and categories are parts of a whole: as declared, else as their names or figures show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from ..records.indicator import Point, Series
from ..records.roles import COMPARATORS
from .equations import Key, Known
from .quantities import Layout
from .same_measure import plain

Axis = Literal["series", "categories"]
AXES: Final[tuple[Axis, Axis]] = ("series", "categories")

_TOTAL: Final = re.compile(
    r"(?:the )?(?:grand |sub-?)?totals?\b|.*\btotal|all\b(?! (?:the )?(?:others?|remaining|rest)\b)|overall\b|whole\b"
    r"|both\b|every(?:one|body|thing)?\b|any\b|sum of\b|persons|people|.*\b(?:combined|together|altogether)"
)


@dataclass(frozen=True, slots=True)
class Division:
    """Labels that add up to another; the whole is empty for the undivided figure.

    It is supposed where no field declares it: figures that contradict it can refute it.
    """

    axis: Axis
    parts: tuple[str, ...]
    whole: str
    supposed: bool


def is_total(label: str) -> bool:
    """Whether a series or category goes by the name of a total: all people, total, both sexes together."""
    found = _TOTAL.match(label)
    return found is not None and (found.end() == len(label) or label[found.end()] == " ")


def divisions(layout: Layout, known: Mapping[Key, Known], *, adding: bool) -> Iterator[Division]:
    """Give every way in which an indicator's labels add up, if its figures add up at all."""
    for axis in AXES if adding else ():
        parents = _parents(layout, axis)
        for parent in dict.fromkeys(parents.values()):
            children = tuple(label for label, above in parents.items() if above == parent)
            yield Division(axis, children, layout.label(parent), supposed=False)
        parts, whole = top(layout, axis, known)
        declared = layout.indicator.adds_up is True or (layout.indicator.parts_of_whole and axis == divided(layout))
        if len(parts) > 1:
            yield Division(axis, parts, whole, supposed=not declared)
            if whole and "" not in parts:
                yield Division(axis, (whole,), "", supposed=not declared)


def top(layout: Layout, axis: Axis, known: Mapping[Key, Known]) -> tuple[tuple[str, ...], str]:
    """Give the labels that are no part of another one, and the whole that they are parts of.

    The whole is the label that has the role of a total, goes by the name of one or of the place, or a series that is
    the sum of the others wherever all are known; else it is empty: the undivided figure. Places that are compared
    with each other, as their roles say, are parts of nothing but what goes by the name of a total.
    """
    parents, every = _parents(layout, axis), _labelled(layout, axis)
    aside = [role for role in COMPARATORS if role != "total"]
    named = dict.fromkeys(label for label, record in every if record.role not in aside)
    labels = tuple(label for label in named if label not in parents)
    totals = tuple(dict.fromkeys(label for label, record in every if record.role == "total"))
    compared = any(record.role in ("subject", "peer") for _, record in every)
    if compared and layout.indicator.adds_up is None:
        whole = _total(labels)
        return tuple(label for label in labels if label not in (whole, *totals) and whole), whole
    by_name = _total(labels) or _sum_of_the_others(layout, axis, labels, known)
    whole = totals[0] if len(totals) == 1 else "" if "" in labels else by_name
    return tuple(label for label in labels if label != whole), whole


def divided(layout: Layout) -> Axis:
    """Give the axis of which ``parts_of_whole`` speaks: the categories, or the series where there are none."""
    return "categories" if any(point.category for _, point, _ in layout.points()) else "series"


def _labelled(layout: Layout, axis: Axis) -> list[tuple[str, Series | Point]]:
    """Give the label of everything on an axis, and what goes by it."""
    if axis == "series":
        return [(layout.series_label(series), series) for series in layout.indicator.every_series()]
    return [(layout.label(point.category), point) for _, point, _ in layout.points()]


def _parents(layout: Layout, axis: Axis) -> dict[str, str]:
    """Give what each label is declared to be a part of, in the plain words of both."""
    typed = [(label, record.part_of) for label, record in _labelled(layout, axis)]
    return {label: plain(parent) for label, parent in typed if parent and plain(parent) != label}


def _total(labels: tuple[str, ...]) -> str:
    """Give the one label that is named as the total, or nothing."""
    named = [label for label in labels if is_total(label)]
    plainest = [label for label in named if len(label.split()) == 1] if len(named) > 1 else named
    return plainest[0] if len(plainest) == 1 else ""


def _sum_of_the_others(layout: Layout, axis: Axis, labels: tuple[str, ...], known: Mapping[Key, Known]) -> str:
    """Give the series that is the sum of all others wherever every figure is known, at two times or more."""
    if axis != "series" or len(labels) < 3:
        return ""
    left, times = set(labels), 0
    for when in layout.times:
        figures = {label: known.get(layout.at(label, "", when)) for label in labels}
        values = {label: figure.value for label, figure in figures.items() if figure and figure.value is not None}
        total = sum(values.values(), Fraction(0))
        if len(values) == len(labels) and total:
            times += 1
            left = {label for label in left if values[label] * 2 == total}
    return min(left) if times > 1 and left else ""
