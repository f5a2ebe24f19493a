"""The pieces of a sentence, read with the words of one record: amounts, differences, periods, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Final

from ...records.calendar import ORDINALS
from ...records.period import Period
from ...records.units import Unit
from ..nouns import MARKS, plain
from ..pattern import Reader
from .evidence import Table

_NUMBER: Final = re.compile(
    r"(?P<minus>-?)(?P<currency>(?:[£$€¥]|[A-Z]{3}\u00a0)?)(?P<digits>\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?P<percent>%?)(?![\d%])"
)
_COUNT: Final = re.compile(r"\d{1,3}(?:,\d{3})*(?!\d|[.,]\d|%)")

MOST_TRIED: Final = 1_000
"""How many items of one list are tried, all in all, to read it in every way; an indicator has 300 figures at most."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, with the sign of its unit (``%``, ``£``, ``$``) or nothing."""

    value: Decimal
    decimals: int
    sign: str


def length(period: Period) -> str:
    """Say how long a period is, as reports do: ``5 months``, ``3 years``."""
    if period.months is None:
        return ""
    if period.kind == "range" and period.name[0].isdigit():
        return f"{period.months // 12} year{'' if period.months == 12 else 's'}"
    return f"{period.months} month{'' if period.months == 1 else 's'}" if period.months else "1 day"


def phrases(period: Period) -> tuple[str, ...]:
    """Give the ways in which a sentence may name a period."""
    if period.kind == "year ending":
        return f"the {period.name}", period.name
    if period.kind == "range":
        first, _, last = period.name.partition(" to ")
        return f"the {length(period)} from {first} to {last}", period.name
    if period.kind == "not stated":
        named = period.name.lower()
        name = "current" if named == "now" else named
        return (
            f"the {name} period (not stated)",
            f"{name} period (not stated)",
            f"“{period.name}” (period not stated)",
        )
    return (period.name,)


def numbers(unit: Unit) -> Reader:
    """Make the reader of a number: digits with commas for thousands, a plain minus, and what belongs to the unit.

    A record in £ million has numbers without a scale too, such as shares: it reads both, where both are there.
    """
    behind = " to 1" if unit == "ratio" else f" {unit.size}"

    def read(text: str, at: int) -> Iterator[tuple[int, Number]]:
        if unit.clock:
            yield from _time(text, at, unit.clock)
        if found := _NUMBER.match(text, at):
            value = Decimal(found["minus"] + found["digits"].replace(",", ""))
            decimals, end = len(found["digits"].partition(".")[2]), found.end()
            if behind.strip() and text.startswith(behind, end):
                yield end + len(behind), Number(value, decimals, found["currency"] + found["percent"] + behind)
            yield end, Number(value, decimals, found["currency"] + found["percent"])

    return read


def _time(text: str, at: int, parts: Sequence[str]) -> Iterator[tuple[int, Number]]:
    """Read hours, minutes and seconds in words, as a number of the last of the parts; none is said that is zero."""
    said, end, decimals, told = Decimal(0), at, 0, False
    for part in parts:
        said *= 60
        space = " " if told else ""
        found = re.compile(rf"{space}(\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?) {part}(s?)(?!\w)").match(text, end)
        if found is None:
            continue
        amount = Decimal(found[1].replace(",", ""))
        if (amount == 1) == bool(found[2]) or (told and (found[1] == "0" or amount >= 60)):
            return
        said, end, told = said + amount, found.end(), True
        decimals = len(found[1].partition(".")[2])
    if told and (said or text[at:end].endswith(f"{parts[-1]}s")):
        yield end, Number(said, decimals, ":")


def count(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Read a whole number of things."""
    if found := _COUNT.match(text, at):
        yield found.end(), int(found[0].replace(",", ""))


def ordinal(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Read a position: ``third``, ``11th``."""
    for place, word in enumerate(ORDINALS, 1):
        if text.startswith(f"{word} ", at):
            yield at + len(word), place
    if found := re.compile(r"(?<!\d)(\d{2,})(?:st|nd|rd|th)\b").match(text, at):
        yield found.end(), int(found[1])


def one_of(names: Mapping[str, str] | Iterable[str | None]) -> Reader:
    """Make the reader of a name as it stands in a sentence; it reads what the mapping gives, else that name.

    A sentence may begin with the name, and give it a capital.
    """
    meanings = names if isinstance(names, Mapping) else {plain(name): plain(name) for name in names if name}
    spellings = {**{name[:1].upper() + name[1:]: meant for name, meant in meanings.items()}, **meanings}
    # Names are looked up by their length: to try each of hundreds at each place of a text takes long.
    lengths = sorted({len(name) for name in spellings if name})

    def read(text: str, at: int) -> Iterator[tuple[int, object]]:
        for length in lengths:
            end = at + length
            name = text[at:end]
            if name in spellings and not (name[-1].isalnum() and text[end : end + 1].isalnum()):
                yield end, spellings[name]

    return read


def list_of(read_item: Reader) -> Reader:
    """Make the reader of a list of items: ``A``, ``A and B``, ``A, B and C``; it reads them as a tuple.

    Where one name is a list of others (``A``, ``A, A``), there are more ways to read a list than can be tried: it
    gives up after ``MOST_TRIED`` items, and nothing is then confirmed.
    """

    def rest(text: str, at: int, found: tuple[object, ...], tries: Iterator[int]) -> Iterator[tuple[int, object]]:
        if text.startswith(" and ", at):
            yield from ((end, (*found, item)) for end, item in read_item(text, at + len(" and ")))
        for comma, closes in ((", ", False), (", and ", True)):
            if text.startswith(comma, at):
                for _, (end, item) in zip(tries, read_item(text, at + len(comma)), strict=False):
                    yield from ((end, (*found, item)),) * closes
                    yield from rest(text, end, (*found, item), tries)

    def read(text: str, at: int) -> Iterator[tuple[int, object]]:
        tries = iter(range(MOST_TRIED))
        for end, item in read_item(text, at):
            yield end, (item,)
            yield from rest(text, end, (item,), tries)

    return read


def after(words: Iterable[str], reader: Reader) -> Reader:
    """Make the reader of something behind one of some words."""

    def read(text: str, at: int) -> Iterator[tuple[int, object]]:
        for word in words:
            if text.startswith(word, at):
                yield from reader(text, at + len(word))

    return read


def positions(table: Table) -> Reader:
    """Make the reader of a list of periods or categories on the axis; it reads their labels."""
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    for figure in table.all():
        if figure.period is None:
            names[plain(figure.label)] = figure.label
            continue
        names.update(dict.fromkeys(phrases(figure.period), figure.label))
        if figure.period.kind == "year ending":
            short[figure.period.name.removeprefix("year ending ")] = figure.label
    named = list_of(one_of(names))
    years = after(("the years ending ", "years ending "), list_of(one_of(short)))
    return lambda text, at: chain(named(text, at), years(text, at))


def position(table: Table) -> Reader:
    """Make the reader of what a figure is for as it stands alone, before a colon; it reads a label."""
    names: dict[str, str] = {}
    for figure in table.all():
        if figure.period is None:
            names[figure.label] = figure.label
        else:
            kind = {"range": length(figure.period), "not stated": "period not stated"}.get(figure.period.kind)
            shown = f"{figure.period.name} ({kind})" if kind else ""
            names |= dict.fromkeys((shown, *phrases(figure.period)), figure.label)
    read = one_of({name: label for name, label in names.items() if name})
    return lambda text, at: ((end, (label,)) for end, label in read(text, at) if text.startswith(": ", end))


def marks(text: str, at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Read statuses behind each other, with commas between them."""
    for status, (_, words) in MARKS.items():
        if text.startswith(words, at):
            end = at + len(words)
            yield end, (status,)
            if text.startswith(", ", end):
                yield from ((last, (status, *more)) for last, more in marks(text, end + 2))
