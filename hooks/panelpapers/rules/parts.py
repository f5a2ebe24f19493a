"""What is named as a whole, a part or a base is there, and figures of that kind can add up."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.relations import scale_of
from ..facts.same_measure import plain
from ..records.indicator import Indicator, Point, Series
from ..records.problem import Problem


def unknown_whole(dossier: Dossier) -> Iterator[Problem]:
    """Refuse a series or category that is said to be part of one which the file does not have, or of itself."""
    for indicator in dossier.records.indicators.values():
        series = indicator.every_series()
        categories = {plain(point.category) for one_series in series for point in one_series.points if point.category}
        for one_series in indicator.series:
            yield from _whole(one_series, one_series.name, {plain(part.name) for part in series}, "series")
        for one_series in series:
            for point in one_series.points:
                yield from _whole(point, point.category or "", categories, "category")


def _whole(record: Series | Point, name: str, known: set[str], what: str) -> Iterator[Problem]:
    whole = plain(record.part_of or "")
    if whole and (whole not in known or whole == plain(name)):
        fact = f'"{name}" is said to be part of "{record.part_of}", which is no other {what} of this file.'
        fix = f"Write the name of another {what} as it stands there, or delete part_of."
        yield Problem("unknown-whole", record.at("part_of"), fact, fix)


def wrong_relation(dossier: Dossier) -> Iterator[Problem]:
    """Refuse an indicator that is included in, or a share of, one that it cannot add up with."""
    for key, indicator in dossier.records.indicators.items():
        whole = dossier.records.indicators.get(indicator.included_in or "")
        if whole and (whole is indicator or whole.unit != indicator.unit):
            fact = "itself" if whole is indicator else f"figures in {whole.unit}, and its own are in {indicator.unit}"
            yield _problem(indicator, "included_in", f"This indicator is said to be included in {fact}.")
        for field in ("part", "base"):
            named = getattr(indicator, field)
            if named == key:
                yield _problem(indicator, field, "This indicator is said to be a share of itself.")
            elif named and scale_of(indicator) is None:
                fact = "it is neither in % nor a rate that says per how many"
                yield _problem(indicator, field, f"This indicator has a {field}, and {fact}.")


def _problem(indicator: Indicator, field: str, message: str) -> Problem:
    return Problem("wrong-relation", indicator.at(field), message, f"Correct the id in {field}, or delete it.")
