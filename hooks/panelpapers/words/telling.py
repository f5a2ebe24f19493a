"""What every sentence about a figure needs: the record, its facts, and how the values of slots are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, partial
from typing import Any, Final

from ..facts.arithmetic import rounded
from ..facts.comparing import actual, leading, run
from ..facts.fact import Change, NoShape, NotCompared, PartPeriod, Trend
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Row
from ..facts.showing import of_too_many
from ..facts.signs import called as called_side
from ..records.indicator import Indicator
from ..records.language import with_article
from ..records.period import Period
from . import format as say
from .nouns import BETWEEN, CHARTS, FOR, MARKS, SUBJECTS, TABLE, counts, inside, plain, says
from .pattern import Pattern, Writer, fill, notation
from .proof.reading import AMOUNT, BARE, GAP, LISTS, SHORT
from .units import Units, units

LATEST: Final = "the <figure {measured:when}|<latest:latest figure>|figure>"
"""The figure that is spoken of: that of a period where the latest is for a part of a year, else the latest."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An amount that is no figure of the axis: a target, a baseline, a total. It may have decimals of its own."""

    amount: Decimal
    decimals: int | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """The size of a difference, and whether it is approximate."""

    amount: Decimal
    about: bool = False


@dataclass(frozen=True)
class Telling:
    """An indicator about to be put into words."""

    indicator: Indicator
    facts: FigureFacts

    def write(self, pattern: Pattern, /, **values: Any) -> str:
        """Write a pattern with values for its slots; see ``fill``."""
        return fill(pattern.parts, {"chart": True, "picture": True} | values, self._writers)

    def ways(self, pattern: Pattern, /, *less: Sequence[str], **values: Any) -> Iterator[str]:
        """Write a pattern with all values, then, for each list of names, without these: the best first."""
        for left_out in ((), *less):
            yield self.write(pattern, **{name: value for name, value in values.items() if name not in left_out})

    @cached_property
    def units(self) -> Units:
        """How its figures are written."""
        return units(self.indicator, self.facts.grid.decimals)

    @property
    def measure(self) -> str:
        """What is measured, as it stands after "the"."""
        return plain(self.indicator.measure).removeprefix("the ")

    @property
    def place(self) -> str:
        """Whom or where the figures are for."""
        return plain(self.indicator.place)

    @property
    def subjects(self) -> tuple[str, str, str]:
        """Ways to name what the figures are of, the fullest first."""
        return self.subject("in full"), self.subject("measure"), self.subject("figures")

    def subject(self, way: str, series: str = "") -> str:
        """Name what the figures are of in one of the ways of ``SUBJECTS``."""
        return SUBJECTS[way].format(measure=self.measure, place=self.place, series=plain(series))

    @property
    def target(self) -> Decimal | None:
        """The target's own figure, where a target is set."""
        target = self.indicator.target
        return target.value if target and target.state == "set" else None

    @property
    def rows(self) -> tuple[Row, ...]:
        """All series."""
        return self.facts.grid.rows

    @property
    def in_time(self) -> bool:
        """Whether the axis is time."""
        return self.facts.grid.axis == "time"

    def latest(self, row: Row, cell: Cell) -> dict[str, Any]:
        """Give what names the last of the comparable figures of a series, as the slots of ``LATEST``.

        A figure that is named by its period needs no ``end``.
        """
        if self.facts.one(PartPeriod, row.name):
            return {"measured": [cell], "end": None}
        return {"latest": "latest figure"} if len(actual(row)) > 1 else {}

    def finer(self, mark: Decimal) -> Mark:
        """Give a mark that is never rounded away: with its own decimals where it has more than the figures."""
        return Mark(mark, max(self.units.decimals, -int(mark.normalize().as_tuple().exponent)))

    def units_of(self, mark: Mark) -> Units:
        """How a mark is written: with its own decimals, if it has some."""
        return self.units if mark.decimals is None else replace(self.units, decimals=mark.decimals)

    def value(self, cell: Cell) -> str:
        """Write a figure that stands alone: ``13.5%``, ``about 400``, ``between 67% and 70%``."""
        return self._amount(cell, "")

    def gap(self, amount: Decimal | None, *cells: Cell) -> Gap | None:
        """Give the size of a difference between figures, which may be approximate; ``None`` where there is none."""
        return None if amount is None else Gap(amount, any(cell.point.approximate for cell in cells))

    def size(self, change: Change) -> dict[str, Any]:
        """Give the size of a change, and its share of the earlier figure, as the slots ``gap`` and ``relative``."""
        gap = self.gap(change.difference, change.earlier, change.later)
        return {"gap": gap, "relative": self.relative(change.relative)}

    def relative(self, amount: Decimal | None) -> str | None:
        """Write a change in per cent of the earlier figure; nothing of percentages, or where it is too small."""
        if amount is None or self.units.unit in ("%", "points", "percentage points"):
            return None
        text = say.percent(abs(amount))
        return None if text == "0.0%" else text

    def alike(self, earlier: Cell, later: Cell) -> bool:
        """Whether two figures that differ look the same when rounded."""
        if earlier.value is None or later.value is None or earlier.value == later.value:
            return False
        return rounded(earlier.value, self.units.decimals) == rounded(later.value, self.units.decimals)

    @cached_property
    def _writers(self) -> Mapping[str, Writer]:
        """How the value of each kind of slot is written."""
        texts = ("number", "rest", "subject", "unit", "thing")
        names = ("series", "name", "meaning", "reason", "how", "why", "since")
        own = {"measure": self.measure, "place": self.place, "title": self.indicator.title}
        # Where nothing is drawn, or not all, it is the table that shows the figures.
        own["picture"] = CHARTS[self.facts.grid.chart] if self.facts.drawn else TABLE
        own["chart"] = TABLE if of_too_many(self.facts) else own["picture"]
        basic: dict[str, Writer] = {
            **{kind: lambda value, _: str(value) for kind in texts},
            **{kind: lambda value, _: plain(value) for kind in names},
            **{kind: partial(_always, text) for kind, text in own.items()},
            "amount": self._amount,
            "gap": self._gap,
            "count": lambda value, _: say.number(value),
            "ordinal": lambda value, _: say.ordinal(value),
            "labels": lambda cells, _: called(cells),
            "label": lambda cells, _: called(cells),
            "position": lambda cell, _: say.period_label(cell.period) if cell.period else say.capitalised(cell.label),
            "marks": lambda statuses, _: ", ".join(MARKS[status][1] for status in statuses),
            "when": lambda cells, _: at(*cells),
            "of": lambda cells, _: FOR + called(cells),
            "between": lambda cells, _: BETWEEN + called(cells),
            "names": lambda names, _: say.listed([plain(name) for name in names]),
            "inside": lambda name, _: inside(name),
            "comparison": lambda said, before: fill(notation(SHORT), said, {"gap": self._gap}, before),
            "bares": lambda words, _: say.listed([fill(notation(BARE), {"role": word}, {}) for word in words]),
            "period": lambda period, _: say.period(period),
            "lengths": lambda lengths, _: say.listed(lengths),
        }
        return basic | {kind: _list_of(source, basic) for kind, source in LISTS.items()}

    def _amount(self, of: Cell | Mark, before: str) -> str:
        """Write a figure inside a clause, with what is counted unless the clause has said it."""
        units = self.units
        if counts(self.indicator) and says(before, (units.one, units.many)):
            units = replace(units, one="", many="")
        if isinstance(of, Mark):
            finer = units if of.decimals is None else replace(units, decimals=of.decimals)
            said = {"about": of.about, **_signed(of.amount, finer)}
        elif of.value is not None:
            said = {"about": of.point.approximate, **self._heard(of.value, units, about=of.point.approximate)}
        elif of.lowest is not None and of.highest is not None:
            about = {"about": of.point.approximate}
            said = {"number": units.figure(of.lowest), "upper": units.value(of.highest), **about}
        return fill(notation(AMOUNT), said, _AS_WRITTEN)

    def _heard(self, amount: Decimal, units: Units, *, about: bool) -> dict[str, Any]:
        """Give a figure as it is heard: with the name of its side of zero, and never as a zero if it is none."""
        if say.hidden(amount, units.decimals) and not about:
            return {"number": units.value(Decimal(1).scaleb(-units.decimals)), "less": True, "below": amount < 0}
        if name := self._side(amount):
            return {"number": units.value(abs(amount)), "called": with_article(plain(name))}
        return _signed(amount, units)

    def _side(self, amount: Decimal) -> str | None:
        """Give what the side of zero is called on which a figure is seen to lie, where the file says it."""
        return called_side(self.indicator, rounded(amount, self.units.decimals))

    def is_named(self, cell: Cell) -> bool:
        """Whether a figure is called by its side of zero, such as a deficit: it is no peak and no low then."""
        return cell.value is not None and self._side(cell.value) is not None

    def _gap(self, gap: Gap, before: str) -> str:
        units = self.units
        said = counts(self.indicator) and says(before, (units.one, units.many))
        text = (replace(units, one="", many="") if said else units).gap(gap.amount)
        return fill(notation(GAP), {"about": gap.about, "number": text}, _AS_WRITTEN)


_AS_WRITTEN: Final[Mapping[str, Writer]] = dict.fromkeys(("number", "side"), lambda text, _: f"{text}")


def _signed(amount: Decimal, units: Units) -> dict[str, Any]:
    """Give a figure with its sign in words: a minus is often not spoken."""
    return {"number": units.value(abs(amount)), "below": rounded(amount, units.decimals) < 0}


def _list_of(source: str, writers: Mapping[str, Writer]) -> Writer:
    """Make the writer of a list whose items are a pattern; an item is what its slots hold."""
    parts = notation(source)
    apart = "{names}" in source or "{bares}" in source  # lists in a list are set apart by commas

    def write(items: Sequence[Mapping[str, Any]], before: str) -> str:
        texts: list[str] = []
        for item in items:
            texts.append(fill(parts, item, writers, " ".join([before, *texts])))
        return say.listed(texts, apart=apart)

    return write


def _always(text: str, _value: Any, _before: str) -> str:
    return text


def leading_changes(telling: Telling) -> dict[str, Change]:
    """Give of each series the change that is told first, where one may be claimed."""
    found = {row.name: _leading(telling, row) for row in telling.rows}
    return {name: change for name, change in found.items() if change}


def _leading(telling: Telling, row: Row) -> Change | None:
    return leading(run(row), {change.span: change for change in telling.facts.all(Change, row.name)})


def message_change(telling: Telling, row: Row) -> Change | None:
    """Give the change that is the message of the only series; of small counts, none."""
    none = telling.facts.one(NoShape, row.name)
    return None if none and none.why == "small counts" else _leading(telling, row)


def ranges_overlap(telling: Telling, row: Row | None = None) -> NotCompared | None:
    """Give two figures, of one series or of any, that only their overlapping ranges keep from being compared."""
    apart = telling.facts.all(NotCompared, row.name if row else None)
    return next((pair for pair in apart if pair.obstacle == "ranges overlap"), None)


def stayed(telling: Telling, row: Row) -> bool:
    """Whether all comparable figures of a series are the same."""
    trend = telling.facts.one(Trend, row.name)
    return trend.shape == "unchanged" if trend else len(run(row)) == 2


def all_the_same(cells: Sequence[Cell]) -> bool:
    """Whether figures are one and the same number, as far as that is certain."""
    return all(cell.exact and cell.value == cells[0].value for cell in cells)


def at(*cells: Cell) -> str:
    """Write what figures are for: ``in 2024 and 2025``, ``for drug offences``."""
    dated = [cell.period for cell in cells if cell.period]
    return say.in_periods(dated) if dated else FOR + called(cells)


def called(cells: Sequence[Cell | Period]) -> str:
    """Write the periods or the categories of figures: ``the years ending March 2022 and March 2024``."""
    periods = [cell if isinstance(cell, Period) else cell.period for cell in cells]
    if dated := [period for period in periods if period]:
        return say.periods(dated)
    return say.listed([plain(cell.label) for cell in cells if isinstance(cell, Cell)])


def moved(direction: int) -> str:
    """Give the verb of a change: ``rose`` or ``fell``."""
    return "rose" if direction > 0 else "fell"


def side(direction: int) -> str:
    """Give the side of a comparison: ``above``, ``below`` or ``equal to``."""
    return {1: "above", -1: "below", 0: "equal to"}[direction]
