"""One clause as it was read, and the questions that every rule asks of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, TypeVar

from ...records.indicator import Indicator
from ..nouns import counts, gap_nouns, nouns, says
from ..pattern import Found
from .evidence import Figure, Table, way
from .pieces import Number

_EXACT: Final = Context(prec=200, rounding=ROUND_HALF_UP, Emax=999_999, Emin=-999_999)
Value = TypeVar("Value")
Cut = tuple[Decimal, Decimal | None]
"""Where the scale of a chart starts, if that must be said, and of percentages where it ends."""
Said = tuple[str, str, str]
"""Something that a clause says: what, of which series, and of which figure; empty where it is said of all."""


@dataclass(slots=True)
class Claim:
    """A clause that a pattern could read. Rules yield what is wrong with it, each as a short sentence."""

    table: Table
    found: Found
    text: str = ""
    cut: Cut | None = None
    said: set[Said] = field(default_factory=set)

    def get(self, name: str, kind: type[Value]) -> Value | None:
        """Give what was read under a name, or ``None`` where the clause leaves it out."""
        value = self.found.get(name)
        return value if isinstance(value, kind) else None

    def word(self, name: str) -> str:
        """Give the words of a choice, or nothing."""
        return (self.get(name, str) or "").strip()

    def names(self, name: str) -> tuple[str, ...]:
        """Give a list of names or labels."""
        return tuple(str(item) for item in self.get(name, tuple) or ())

    def parts(self, name: str) -> list[Claim]:
        """Give the items of a list, each as a claim of its own."""
        return [Claim(self.table, item, self.text) for item in self.get(name, tuple) or ()]

    def part(self, name: str) -> Claim | None:
        """Give a figure or a difference that the clause gives as a claim of its own, or ``None``."""
        found = self.get(name, dict)
        return None if found is None else Claim(self.table, found, self.text)

    def says(self, what: str, series: str = "", label: str = "") -> None:
        """Keep that the clause says something."""
        self.said.add((what, series, label))

    def tells(self, *series: str) -> None:
        """Keep that the clause tells of some series."""
        for name in series:
            self.says("series", name)

    @property
    def series(self) -> str:
        """The series that the clause is about: the one it names, or the only one; empty where that is open."""
        return self.word("series") or self.table.only or ""

    def figures(self, name: str, series: str | None = None) -> list[Figure]:
        """Give the figures of a series for the periods or categories that the clause names."""
        found = (self.table.at(series or self.series, label) for label in self.names(name))
        return [figure for figure in found if figure]

    def names_are(self, name: str, figures: Sequence[Figure]) -> Iterator[str]:
        """Check that what the clause names, if it does, is exactly these figures, so that no tie is left out."""
        given = self.names(name)
        true = [figure.label for figure in figures]
        if given and (set(given) != set(true) or len(given) != len(true)):
            yield f"This is so for {', '.join(true) or 'none'}, not for {', '.join(given)}."

    def in_order_are(self, name: str, figures: Sequence[Figure]) -> Iterator[str]:
        """Check that the clause names just these figures, in their order, where it names any."""
        true = tuple(figure.label for figure in figures)
        if self.names(name) not in ((), true):
            yield f"This is so between {' and '.join(true)}."

    def latest_is(self, figure: Figure) -> Iterator[str]:
        """Check that the clause names a figure by its period, or calls it the latest, or the only one, as it is."""
        actual = self.table.actual(figure.series)
        yield from self.names_are("measured", [figure])
        if not self.names("measured") and (actual[-1:] != [figure] or bool(self.word("latest")) != (len(actual) > 1)):
            yield f"This is the figure for {figure.label}."

    def comparable_are(self, figures: Sequence[Figure]) -> Iterator[str]:
        """Check how many figures a clause speaks of, and that it calls them comparable where there are others."""
        yield from self.count_is("count", len(figures), "comparable figures")
        shown = self.table.shown(self.series)
        if bool(self.word("comparable")) != (len(shown) != len(figures)):
            yield f"Of the {len(shown)} figures {len(figures)} are comparable."

    def figures_are(self, amount: str, names: str, figures: Sequence[Figure]) -> Iterator[str]:
        """Check the amount that the clause gives of figures which all have the same, and that it names just these."""
        yield from self.amount_is(amount, figures[0] if figures else None)
        yield from self.names_are(names, figures)

    def count_is(self, name: str, true: int, what: str) -> Iterator[str]:
        """Check a number of things, where the clause gives it."""
        if self.get(name, int) not in (None, true):
            yield f"There are {true} {what}, not {self.get(name, int)}."

    def series_are(self, true: Sequence[str]) -> Iterator[str]:
        """Check that the series which the clause names, if it does, are exactly these."""
        if self.names("names") and sorted(self.names("names")) != sorted(true):
            yield f"It is so for {', '.join(true)}."

    def groups_are(self, verb: str, true: Mapping[str, list[str]]) -> Iterator[str]:
        """Check what goes with each of some words, where the clause names it or counts it."""
        named = {part.word("word"): sorted(part.names("names")) for part in self.parts("named")}
        counted = {part.word("word"): part.get("count", int) for part in self.parts("counted")}
        if named and named != {word: sorted(names) for word, names in true.items()}:
            yield f"They {verb} so: {true}."
        if counted and counted != {word: len(names) for word, names in true.items()}:
            yield f"They {verb} so: {true}."

    def amount_is(self, name: str, figure: Figure | None) -> Iterator[str]:
        """Check a figure that the clause gives against the record, where the clause gives it."""
        given = self.part(name)
        if given is None:
            return
        if figure is None or not figure.shown:
            yield "It gives a figure where the record shows none."
            return
        low, high = (figure.value, None) if figure.value is not None else (figure.low, figure.high)
        yield from given.side_is(low if high is None else None, named=True)
        hidden = high is None and not figure.about and _hidden(low, self.table.decimals)
        if bool(given.word("less")) != hidden:
            yield f"The figure for {figure.label} is {'not ' * (not hidden)}one that is rounded to zero."
        true = _least(self.table.decimals, low) if hidden else low
        yield from given.number_is("number", true, f"the figure for {figure.label}")
        yield from given.number_is("upper", high, f"the upper figure for {figure.label}")
        if (high is None) != ("upper" not in given.found):
            yield f"The figure for {figure.label} is {'one number' if high is None else 'a range'}."
        if bool(given.word("about")) != figure.about:
            yield f"The figure for {figure.label} is {'not ' * (not figure.about)}approximate."
        yield from given.units_fit()

    def side_is(self, amount: Decimal | None, *, named: bool = False) -> Iterator[str]:
        """Check that a figure below zero is told as such, in words and not by a sign.

        One that is ``named`` is called by what the record calls its side of zero, if it does.
        """
        shown = Decimal(0) if amount is None else rounded(amount, self.table.decimals)
        indicator = self.table.indicator
        name = {1: indicator.above_zero, -1: indicator.below_zero}.get(sign(shown)) if named else None
        if self.word("called") != (name or ""):
            yield f"The figure is {f'called {name}' if name else 'not called so'}."
        negative = amount is not None and not name and (shown or (amount if named else shown)) < 0
        if bool(self.word("below")) != negative:
            yield f"The figure is {'' if negative else 'not '}below zero."

    def mark_is(
        self, name: str, mark: Decimal | None, decimals: int | None = None, *, about: bool = False
    ) -> Iterator[str]:
        """Check a target, a baseline, a total or the like, where the clause gives it."""
        given = self.part(name)
        if given is None:
            return
        if mark is None or "upper" in given.found or given.word("less") or bool(given.word("about")) != about:
            yield f"The record has no such {name}."
            return
        yield from given.side_is(mark)
        yield from given.number_is("number", mark, f"the {name}", decimals)
        yield from given.units_fit()

    def gap_is(
        self, earlier: Decimal | None, later: Decimal | None, *, about: bool = False, name: str = "gap"
    ) -> Iterator[str]:
        """Check the size of a difference, where the clause gives it; its direction is another matter."""
        yield from self._relative_is(earlier, later, allowed=not about)
        given = self.part(name)
        if given is None:
            return
        if earlier is None or later is None:
            yield "A difference from a range has no size."
            return
        size = abs(less(later, earlier))
        least, hidden = _least(self.table.decimals, size), _hidden(size, self.table.decimals)
        if bool(given.word("less")) != hidden:
            yield f"The difference is {size}, which is {'not ' * (not hidden)}less than {least}."
        yield from given.number_is("number", least if hidden else size, "the difference")
        if bool(given.word("about")) != about:
            yield f"The difference is {'not ' * (not about)}approximate."
        yield from given.units_fit(gap=True)
        shown = less(rounded(later, self.table.decimals), rounded(earlier, self.table.decimals))
        if rounded(size, self.table.decimals) != abs(shown):
            self.says("needs unrounded")

    def change_is(self, earlier: Figure, later: Figure, direction: int) -> Iterator[str]:
        """Check that one figure differs from an earlier one in a direction, by the size that the clause gives."""
        if (found := way(earlier, later)) != direction:
            words = {1: "higher than", 0: "equal to", -1: "lower than", None: "not certain beside"}
            yield f"The figure for {later.label} is {words[found]} the one for {earlier.label}."
        yield from self.gap_is(earlier.value, later.value, about=earlier.about or later.about)

    def _relative_is(self, earlier: Decimal | None, later: Decimal | None, *, allowed: bool) -> Iterator[str]:
        """Check a change in per cent of the earlier figure, where the clause gives it."""
        if "relative" not in self.found:
            return
        allowed &= self.table.indicator.unit != "%"
        if not allowed or not earlier or not later or earlier < 0 or later < 0:
            yield "A change in per cent cannot be given here."
            return
        yield from self.percent_is("relative", abs(less(later, earlier)), abs(earlier), "the change in per cent")

    def percent_is(self, name: str, part: Decimal, whole: Decimal, what: str) -> Iterator[str]:
        """Check a share or a change in per cent, which always has one decimal, where the clause gives it."""
        share = _EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole)
        yield from self.number_is(name, share, what, 1, sign="%")

    def number_is(
        self, name: str, true: Decimal | None, what: str, decimals: int | None = None, *, sign: str | None = None
    ) -> Iterator[str]:
        """Check one number, where the clause gives it: rounded half up, with the declared decimals."""
        given = self.get(name, Number)
        if given is None or true is None:
            return
        true = abs(true) if self.word("below") or self.word("called") else true
        what, places = f"{what[:1].upper()}{what[1:]}", self.table.decimals if decimals is None else decimals
        if given.value != rounded(true, places):
            yield f"{what} is {rounded(true, places)}, not {given.value}."
        if given.decimals != places:
            yield f"{what} is given to {given.decimals} decimals, not to {places}."
        if sign is not None and given.sign != sign:
            yield f"The sign of {what.lower()} is wrong."

    def units_fit(self, *, gap: bool = False) -> Iterator[str]:
        """Check the units of a figure or difference, and one and many.

        What is counted may be left out behind a number where the same clause says it elsewhere.
        """
        indicator, noun = self.table.indicator, self.word("noun")
        sign = _sign(indicator, gap=gap)
        numbers = [number for name in ("number", "upper") if (number := self.get(name, Number))]
        for number in numbers:
            if number.sign != sign:
                yield f"{number.value} stands with {number.sign or 'no sign'}, where {sign or 'none'} belongs."
        words = gap_nouns(indicator) if gap else nouns(indicator)
        if not words:
            return
        if noun and noun != words[abs(numbers[-1].value) != 1]:
            yield f"{numbers[-1].value} stands with {noun}, where another belongs."
        if not noun and not (counts(indicator) and says(self.text, words)):
            yield f"{numbers[-1].value} stands with no unit."


def _sign(indicator: Indicator, *, gap: bool) -> str:
    """Give what belongs to every number of a record, or to every difference: ``%``, ``£ million``, `` to 1``."""
    unit = indicator.unit
    if unit.clock:
        return ":"
    if unit in ("%", "ratio"):
        return "" if gap else {"%": "%", "ratio": " to 1"}[unit]
    return indicator.money_sign + f" {unit.size}" * bool(unit.size)


def nothing(_: Claim) -> Iterator[str]:
    """Find nothing wrong: the clause says nothing that the record could refute."""
    return iter(())


def less(amount: Decimal, other: Decimal) -> Decimal:
    """Subtract the other amount, exactly."""
    return _EXACT.subtract(amount, other)


def _hidden(amount: Decimal | None, decimals: int) -> bool:
    """Whether an amount that is not zero is rounded to zero."""
    return bool(amount) and not rounded(amount or Decimal(0), decimals)


def _least(decimals: int, amount: Decimal | None) -> Decimal:
    """Give the least amount with so many decimals, with the sign of another."""
    return Decimal(1).scaleb(-decimals).copy_sign(amount or Decimal(0))


def sign(amount: Decimal) -> int:
    """Give 1 for an amount above zero, -1 for one below, else 0."""
    return (amount > 0) - (amount < 0)


def rounded(amount: Decimal, decimals: int) -> Decimal:
    """Round half up, away from zero, as official statistics do."""
    return amount.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
