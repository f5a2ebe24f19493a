"""What the quantities of all indicators have to do with each other: an equation for each thing that a reader can add.

Parts and their total, groups and all, periods and the longer one that they make up, parts of 100%, a share with its
base, a change with the two figures that it lies between. A relation that no field declares is supposed: where most of
the published figures that would show it contradict it, it is given up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ..records.indicator import Indicator, StatedChange
from .equations import Key, Known, Product, Relation, Sum
from .ledger import Ledger
from .over_time import of_periods
from .parts import Division, divided, divisions, top
from .quantities import Layout, Quantity, When, adds_up
from .rows import grouped
from .since import since, spoken_of

ONE: Final = 1
_PER: Final = re.compile(r"\bper (?:(\d[\d,]{0,15})|(hundred|thousand|million))\b")
_IN_WORDS: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation; ``family`` names the supposition that it rests on, and is ``None`` where it is declared."""

    relation: Relation
    family: Key | None = None


def relations_of(layouts: Mapping[str, Layout], ledger: Ledger) -> tuple[Relation, ...]:
    """Give all relations between the quantities of some indicators, and enter their constants in the ledger."""
    claims = [claim for layout in layouts.values() for claim in _within(layout, ledger)]
    claims += [*_included(layouts), *_in_other_units(layouts, ledger)]
    for layout in layouts.values():
        claims += _shares(layout, layouts, ledger)
    refuted = _refuted(claims, ledger.known)
    found = [claim.relation for claim in claims if claim.family not in refuted]
    keys = dict.fromkeys((*ledger.limits, *ledger.known, *(key for relation in found for key in relation.keys)))
    quantities = [key for key in keys if isinstance(key, Quantity)]
    not_adding = {layout.measure for layout in layouts.values() if not adds_up(layout.indicator)}
    found += of_periods(quantities, ledger, not_adding)
    return tuple(dict.fromkeys(found))


def total(parts: Iterable[Key], whole: Key) -> Sum:
    """Say that parts add up to a whole."""
    return Sum((*((part, ONE) for part in parts), (whole, -ONE)))


def _within(layout: Layout, ledger: Ledger) -> Iterator[Claim]:
    """Give the relations within one indicator, and of it with the undivided figure of its measure."""
    indicator = layout.indicator
    yield from _of_divisions(layout, divisions(layout, ledger.known, adding=adds_up(indicator)))
    yield from _of_total(layout, ledger)
    if indicator.parts_of_whole and indicator.unit == "%":
        yield from _of_hundred(layout, ledger)
    for number, change in enumerate(indicator.stated_changes):
        yield from _of_change(layout, number, change, ledger)


def _of_divisions(layout: Layout, several: Iterable[Division], measure: str | None = None) -> Iterator[Claim]:
    """Give what adds up at each time. ``measure`` stands in place of the indicator's own, where it is another."""

    def at(part: str, label: str, when: When) -> Quantity:
        quantity = layout.at(part, label, when)
        return replace(quantity, measure=measure, unit="count") if measure else quantity

    for division in several:
        # That parts add up, and that their total is the undivided figure of another file, are two suppositions.
        family = (layout.id, division.axis, measure, division.parts) if division.supposed else None
        others = dict.fromkeys((*(layout.categories if division.axis == "series" else layout.series), ""))
        for when in layout.times:
            for label in others:
                parts = [at(part, label, when) for part in division.parts]
                yield Claim(total(parts, at(division.whole, label, when)), family)


def _of_total(layout: Layout, ledger: Ledger) -> Iterator[Claim]:
    """Say what the published total of the categories is the total of."""
    indicator = layout.indicator
    if indicator.total is None or (indicator.parts_of_whole and indicator.unit == "%") or len(layout.times) != 1:
        return
    key, when = ("total", layout.id), layout.times[0]
    ledger.tell(key, indicator.total, "the total", indicator.at("total"), exact=indicator.unit.counts_each)
    if adds_up(indicator):
        yield Claim(total([layout.at("", "", when)], key))
    parts, _ = top(layout, "categories", {})
    if len(layout.series) == 1 and parts:
        yield Claim(total([layout.at(layout.series[0], part, when) for part in parts], key))


def _of_hundred(layout: Layout, ledger: Ledger) -> Iterator[Claim]:
    """Say that parts of a whole in per cent add up to 100, and that some add up to one that they are parts of."""
    key, axis = ("hundred", layout.id), divided(layout)
    place = layout.indicator.at("parts_of_whole")
    ledger.tell(key, Decimal(100), "parts that add up to 100%", place, exact=True)
    parts, _ = top(layout, axis, {})
    for label in layout.series if axis == "categories" else ("",):
        for when in layout.times if parts else ():
            yield Claim(total([layout.at(part, label, when) for part in parts], key))
    yield from _of_divisions(layout, [division for division in divisions(layout, {}, adding=True) if division.whole])


def _of_change(layout: Layout, number: int, change: StatedChange, ledger: Ledger) -> Iterator[Claim]:
    """Say that a stated change lies between two figures: the later one, less the amount, is the earlier one."""
    start, indicator = since(layout.indicator, change), layout.indicator
    if start is None:
        return
    key = ("change", layout.id, number)
    percent = change.measured_in == "percent"
    amount = change.amount + 100 if percent else change.amount
    exact = change.measured_in == "count" and indicator.unit.counts_each
    ledger.tell(key, amount, f"the change since {change.since}", change.at("amount"), exact=exact)
    for series in spoken_of(indicator, change):
        label = layout.series_label(series)
        later, earlier = (layout.at(label, "", layout.when(period)) for period in (change.period, start))
        if percent:
            yield Claim(Product(key, earlier, later, Fraction(100)))
        else:
            yield Claim(Sum(((later, ONE), (key, -ONE), (earlier, -ONE))))


def _in_other_units(layouts: Mapping[str, Layout], ledger: Ledger) -> Iterator[Claim]:
    """Say that hours and minutes of one thing are the same time, and so are pounds and thousands of pounds."""
    sizes = {layout.measure: layout.indicator.unit.adding for layout in layouts.values()}
    for quantity in [key for key in ledger.limits if isinstance(key, Quantity)]:
        own = sizes.get((quantity.measure, quantity.unit))
        for (measure, unit), size in sizes.items():
            if own and size and measure == quantity.measure and unit != quantity.unit and size[0] == own[0]:
                yield Claim(Sum(((quantity, own[1]), (replace(quantity, unit=unit), -size[1]))))


def _included(layouts: Mapping[str, Layout]) -> Iterator[Claim]:
    """Say that indicators which are included in another add up to it, group by group and time by time."""
    named = ((layout.indicator.included_in or "", layout) for layout in layouts.values())
    for whole_id, parts in grouped(pair for pair in named if pair[0] in layouts and pair[0] != pair[1].id).items():
        whole = layouts[whole_id]
        if not adds_up(whole.indicator):
            continue
        here = {(quantity.groups, quantity.when) for layout in (whole, *parts) for _, _, quantity in layout.points()}
        for groups, when in sorted(here) if len(parts) > 1 else ():
            yield Claim(total([part.of(groups, when) for part in parts], whole.of(groups, when)))


def _shares(layout: Layout, layouts: Mapping[str, Layout], ledger: Ledger) -> Iterator[Claim]:
    """Say that a share of a base is a part, where files give the base, or the parts in numbers and in per cent."""
    indicator = layout.indicator
    scale = scale_of(indicator) if indicator.base or indicator.parts_of_whole else None
    part = _counted(layout, layouts) if scale else None
    base = layouts.get(indicator.base) if indicator.base else part
    if scale is None or base is None:
        return
    measure = f"part of {indicator.measure}"
    for quantity in _quantities(layout):
        whole = base.of(quantity.groups, quantity.when)
        if whole not in ledger.limits or base is part:
            whole = base.of((), quantity.when)
        counted = replace(quantity, measure=measure, unit="count")
        counted = part.of(quantity.groups, quantity.when) if part else counted
        yield Claim(Product(quantity, whole, counted, scale))
    if not part:
        yield from _of_divisions(layout, divisions(layout, {}, adding=True), measure)


def _quantities(layout: Layout) -> list[Quantity]:
    labels = [(series, category) for series in (*layout.series, "") for category in (*layout.categories, "")]
    return list(dict.fromkeys(layout.at(*pair, when) for pair in labels for when in layout.times))


def _counted(layout: Layout, layouts: Mapping[str, Layout]) -> Layout | None:
    """Give the indicator that counts what a share is of: as declared, else of the same measure and place."""
    if layout.indicator.part:
        return layouts.get(layout.indicator.part)
    alike = (
        candidate
        for candidate in layouts.values()
        if candidate.id != layout.id and candidate.measure[0] == layout.measure[0] and adds_up(candidate.indicator)
        if candidate.label(layout.indicator.place) == ""
    )
    return next(alike, None)


def scale_of(indicator: Indicator) -> Fraction | None:
    """Give what a share is multiplied by: 100 in per cent, 1,000 where a rate is per 1,000; ``None`` if not said."""
    if indicator.unit == "%":
        return Fraction(100)
    found = _PER.search(f"{indicator.unit.name} {indicator.measure} {indicator.definition}".casefold())
    if indicator.unit != "rate" or not found:
        return None
    return Fraction(int(found[1].replace(",", ""))) if found[1] else Fraction(_IN_WORDS[found[2]])


def _refuted(claims: Iterable[Claim], known: Mapping[Key, Known]) -> set[Key]:
    """Give the suppositions that more of the published figures contradict than confirm."""
    score: dict[Key, int] = defaultdict(int)
    for claim in claims:
        if claim.family is not None and isinstance(claim.relation, Sum):
            score[claim.family] += _agrees(claim.relation, known)
    return {family for family, points in score.items() if points < 0}


def _agrees(relation: Sum, known: Mapping[Key, Known]) -> int:
    """Give 1 where all figures are known and add up within their rounding, -1 where they do not, 0 if one is not."""
    off = slack = Fraction(0)
    for key, factor in relation.terms:
        figure = known.get(key)
        if figure is None or figure.value is None:
            return 0
        off += factor * figure.value
        slack += abs(Fraction(factor)) * figure.half
    return 1 if abs(off) <= slack else -1
