"""What a whole is made of at one time and before, asked anew of the record: ratings, and shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ...records.period import Period, named_period
from .claim import less, rounded
from .evidence import Figure, Table, months
from .reading import chart

_COLOURS: Final = ("red", "amber", "green", "blue", "yellow", "orange", "grey", "gray", "black", "white")


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts at one time; ``name`` is the position of the axis, or the series, that is the time."""

    name: str
    period: Period
    figures: dict[str, Figure]

    def amount(self, part: str) -> Decimal | None:
        """Give what is known of a part: one exact number."""
        figure = self.figures.get(part)
        known = figure and figure.exact and figure.actual and not figure.about
        return figure.value if figure and known else None


def parts(table: Table) -> list[str]:
    """Give the names of the parts, in the order of the file."""
    if table.in_time:
        return [name for name, row in table.rows.items() if not row or not row[0].is_comparator]
    return table.labels


def moments(table: Table) -> list[Moment]:
    """Give the parts at each time at which one has a figure, earliest first."""
    if table.in_time:
        at = {label: {name: table.at(name, label) for name in parts(table)} for label in table.labels}
        cells = {label: {name: figure for name, figure in row.items() if figure} for label, row in at.items()}
        dated = [(label, next((f.period for f in row.values()), None), row) for label, row in cells.items()]
    else:
        by_label = {name: {figure.label: figure for figure in row} for name, row in table.rows.items()}
        dated = [(name, named_period(name), row) for name, row in by_label.items()]
        days = {(period.start, period.end) for _, period, _ in dated if period}
        if len(days) < len(dated) or any(figure.role for figure in table.all()):
            return []
    found = [Moment(name, period, row) for name, period, row in dated if period]
    if not table.in_time:
        found.sort(key=lambda moment: (str(moment.period.end), str(moment.period.start)))
    return [moment for moment in found if any(figure.actual for figure in moment.figures.values())]


def rated(table: Table) -> bool:
    """Whether the parts are ratings: declared, drawn as such, or colours by their names."""
    indicator = table.indicator
    colours = all(name.strip().lower() in _COLOURS for name in parts(table))
    strip = chart(indicator, table) == "status list"
    return indicator.unit == "count" and (indicator.ratings is not None or strip or colours)


def comparable(table: Table, before: Moment, now: Moment) -> bool:
    """Whether two times are equal in length, as far as anybody says, and no break lies after the first."""
    known = months(before.period), months(now.period)
    if None not in known and known[0] != known[1]:
        return False
    between = table.labels[table.labels.index(before.name) + 1 :] if table.in_time else []
    between = between[: between.index(now.name) + 1] if now.name in between else []
    return not any(figure.label in between and figure.point.break_before for figure in table.all())


@dataclass(frozen=True, slots=True)
class RoundedSum:
    """What parts add up to as they are shown, and their whole. ``at`` is their period, or their series."""

    at: str
    parent: str
    summed: Decimal
    whole: Decimal


def rounded_sums(table: Table) -> list[RoundedSum]:
    """Give the parts that fail to make their whole by no more than half a last digit of each."""
    indicator, found = table.indicator, list[RoundedSum]()
    stated = Decimal(100) if indicator.unit == "%" else indicator.total if len(table.rows) == 1 else None
    above = {series.name: series.part_of for series in indicator.every_series()}
    for at, figures in _side_by_side(table):
        part_of = {
            name: _name((above[name] if table.in_time else figure.point.part_of) or "")
            for name, figure in figures.items()
        }
        wholes: dict[str, Decimal | None] = {
            name: None if figure.about or indicator.adds_up is False else figure.value
            for name, figure in figures.items()
            if _name(name) in part_of.values()
        }
        if indicator.parts_of_whole and (len(table.rows) > 1 or not table.in_time):
            wholes[""] = stated
        for parent, whole in wholes.items():
            parts = [figures[name] for name, above in part_of.items() if above == _name(parent)]
            if whole is not None and (summed := _rounded_sum(table, parts, parent, whole)) is not None:
                found.append(RoundedSum(at, parent, summed, whole))
    return found


def _side_by_side(table: Table) -> list[tuple[str, dict[str, Figure]]]:
    if not table.in_time:
        return [(name, {figure.label: figure for figure in row}) for name, row in table.rows.items()]
    at = {label: {name: figure for name in table.rows if (figure := table.at(name, label))} for label in table.labels}
    return [(label, figures) for label, figures in at.items() if len(figures) == len(table.rows)]


def _name(words: str) -> str:
    return " ".join(words.lower().rstrip(".").split())


def _rounded_sum(table: Table, parts: Sequence[Figure], parent: str, whole: Decimal) -> Decimal | None:
    """Give what parts add up to as they are shown, where that is not the whole and rounding alone explains it."""
    known = [figure.value for figure in parts if figure.value is not None and not figure.about]
    digits = [min(table.decimals, max(0, -int(value.as_tuple().exponent))) for value in known]
    if len(known) < max(2, len(parts)) or (table.indicator.unit == "count" and not any(digits)):
        return None
    hundred = table.indicator.unit == "%" and not parent
    summed, most = Decimal(0), Decimal(0)
    for value in known:
        summed = less(summed, -rounded(value, table.decimals))
    for own in [*digits, *([] if hundred else [max(digits)])]:
        most = less(most, -Decimal(5).scaleb(-own - 1))
    off = less(summed, rounded(whole, table.decimals) if parent else whole)
    explained = abs(off) < most or (hundred and off == most)  # as of 50.5, which is rounded to 51, and 49.5, to 50
    return summed if off and explained else None


def largest(table: Table, moment: Moment) -> list[str]:
    """Give the largest part with ties; none where one is not known, or all are equal."""
    amounts = {name: moment.amount(name) for name in parts(table)}
    known = [amount for amount in amounts.values() if amount is not None]
    if len(known) < len(amounts) or len(set(known)) < 2:
        return []
    return [name for name, amount in amounts.items() if amount == max(known)]


def better_or_worse(order: Sequence[str], before: Moment, now: Moment) -> int | None:
    """Say whether things moved up (1) or down (-1) an order with the best first; ``None`` where nobody can say."""
    behind = Decimal(0)
    ways: set[int] = set()
    for name in order:
        earlier, later = before.amount(name), now.amount(name)
        if earlier is None or later is None:
            return None
        behind = less(behind, less(earlier, later))
        ways.add((behind > 0) - (behind < 0))
    ways.discard(0)
    return None if behind or len(ways) > 1 else next(iter(ways), 0)
