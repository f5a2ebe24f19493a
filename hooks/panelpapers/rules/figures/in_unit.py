"""Whether figures are typed in the unit of their file, and whether that has the scale of which the measure tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ...facts.figure import FigureFacts
from ...facts.ledger import decimals_of
from ...facts.suppression import without_suppressed
from ...records.indicator import Indicator, StatedChange
from ...records.problem import Problem
from ...records.regional import sign_of
from ...records.units import CLOCKS, Printed, Unit, agrees
from ...records.walk import Held, walk
from ..findings import advice, retyped, warning

_SIGN: Final = r"[£$€¥]"
_SAID: Final = re.compile(
    rf"\bin (?P<plain>thousand|million|billion)s\b|\((?P<alone>thousand|million|billion)s\)"
    rf"|{_SIGN} ?(?P<short>thousand|million|billion|k|m|bn|000)s?\b"
    r"|\b(?P<of>thousand|million|billion)s of (?:pounds|dollars|euros)\b",
    re.IGNORECASE,
)
"""How a measure says that one is a thousand or more. ``over £1 million`` is no such scale."""
_WORDS: Final = {"k": "thousand", "000": "thousand", "m": "million", "bn": "billion"}
_POWERS: Final = {"thousand": 3, "million": 6, "billion": 9}
IN_FULL: Final = 10_000
"""An amount of money as large as that is given in full."""
PENCE: Final = 2
"""Decimals of an amount of money that is given in full, where it has any."""


def in_its_unit(indicator: Indicator) -> Iterator[Problem]:
    """Hold every figure to be typed in the unit of the file: where all say another, that is the cure."""
    # What is suppressed is told nowhere, so that it is not looked at either.
    figures = [held for held in walk(without_suppressed(indicator)) if isinstance(held.value, Decimal)]
    odd = [held for held in figures if not agrees(_amount(held), _unit_at(held, indicator), indicator.money_sign)]
    said = {held.value.unit.name if isinstance(held.value, Printed) else "" for held in figures}
    if odd and len(said) == 1 and isinstance(odd[0].value, Printed):
        yield _of_all(indicator, odd[0].value)
    else:
        yield from (_of_one(held, indicator) for held in odd)
    if indicator.currency and indicator.unit.sign not in ("", sign_of(indicator.currency)):
        fact = f'The unit is "{indicator.unit.name}", and the currency is {indicator.currency}.'
        yield Problem("two-currencies", indicator.at("currency"), fact, "Keep the one that the paper has.")


def _amount(held: Held) -> Decimal:
    return held.value if isinstance(held.value, Decimal) else Decimal(0)


def _unit_at(held: Held, indicator: Indicator) -> Unit:
    """Give the unit in which a figure is typed: that of the file, but for changes stated in per cent or points."""
    own = isinstance(held.record, StatedChange) and held.record.measured_in != "count"
    return Unit("") if own else indicator.unit


def _of_all(indicator: Indicator, figure: Printed) -> Problem:
    """Tell that all figures are of another unit, which belongs to the whole file."""
    names = _names(figure, indicator.unit)
    part = indicator.unit.removesuffix("s")
    fitting = [name for name in names if part in CLOCKS.get(name, ())[:: 2 if part == "minute" else 1]]
    is_sure = not _is_letter(figure) and indicator.unit.sign in ("", figure.unit.sign)
    sure = next(iter(names if len(names) == 1 else fitting), None) if is_sure else None
    fact = f'"{figure.typed}" is no figure in the unit "{indicator.unit.name}".'
    fix = f"Write {_units(names)}."
    return Problem("figure-not-in-unit", indicator.at("unit"), fact, fix, _retyped(indicator, sure))


def _retyped(indicator: Indicator, unit: str | None) -> str | None:
    """Give the line of the unit with another unit, where that is sure and the line has the unit as it is named."""
    line = retyped(indicator.at("unit"), indicator.unit.name, unit)
    return line if line and unit and unit in line else None


def _of_one(held: Held, indicator: Indicator) -> Problem:
    """Tell that one figure is of another unit than the file."""
    figure, unit = _amount(held), _unit_at(held, indicator)
    if not isinstance(figure, Printed):
        fact = f'"{figure:f}" has no colon, and the figures here are {unit.name}.'
        fix = f"Write {' and '.join(f'{part}s' for part in unit.clock)} with a colon between them, such as 8:43."
        return Problem("figure-not-in-unit", held.place, fact, fix)
    fact = f'"{figure.typed}" is no figure in the unit "{unit.name or "percentages"}".'
    better = _converted(figure, unit, indicator.money_sign)
    instead = better or ("it without the letter" if _is_letter(figure) else "it in that unit")
    fix = f"Write {instead}. If all figures here are so, write {_units(_names(figure, unit))}."
    return Problem("figure-not-in-unit", held.place, fact, fix, retyped(held.place, figure.typed, better))


def _units(names: list[str]) -> str:
    return " or ".join(f'"unit: {name}"' for name in names)


def _is_letter(figure: Printed) -> bool:
    """Whether a figure ends with an m, which may stand for metres or minutes where no sign of money is before it."""
    return figure.unit == "count" and figure.typed[-2:-1] not in ("", "o", "O") and figure.typed[-1] in "mM"


def _names(figure: Printed, unit: Unit) -> list[str]:
    """Give the units that a figure may be typed in."""
    if figure.unit.clock:
        return [name for name, parts in CLOCKS.items() if len(parts) == len(figure.unit.clock)]
    if figure.unit == "count" and unit == "money":
        return [Unit("money", figure.unit.scale, unit.sign).name]
    return [figure.unit.name]


def _converted(figure: Printed, unit: Unit, sign: str) -> str | None:
    """Give a figure in the unit of the file, where that is sure and exact."""
    own = figure.unit
    if own.clock:
        if unit == "seconds" and not unit.scale:
            return f"{Decimal(figure):,f}"
        minutes, seconds = divmod(Decimal(figure), 60)
        return f"{minutes:f}:{seconds:02f}" if len(own.clock) == 3 and unit == "minutes and seconds" else None
    fits = unit == "money" or (unit == "count" and not own.sign)
    if not fits or own == "ratio" or own.sign not in ("", sign) or _is_letter(figure):
        return None
    return f"{Decimal(figure).scaleb(own.scale - unit.scale):,f}"


def scale_unsaid(indicator: Indicator, _: FigureFacts) -> Iterator[Problem]:
    """Warn where the measure tells of millions and the unit does not, so that sentences would lose them."""
    unit = indicator.unit
    found = _SAID.search(f"{indicator.measure}")
    if found and unit in ("money", "count") and not unit.scale:
        word = next(word for word in found.groups() if word).lower()
        word = _WORDS.get(word, word)
        better = Unit(unit, _POWERS[word], unit.sign).name
        fact = f'The measure speaks of {word}s, and the unit is "{unit.name}": sentences would lose the {word}.'
        fix = f'Write "unit: {better}", and leave the {word}s out of the measure.'
        yield warning("scale-unsaid", indicator.at("unit"), fact, fix, _retyped(indicator, better))


def money_in_short(indicator: Indicator, _: FigureFacts) -> Iterator[Problem]:
    """Advise where small amounts of money have one decimal, or three: pence have two, and millions as many as any."""
    points = [point for series in indicator.every_series() for point in series.points if point.value]
    most = max((decimals_of(point.value or Decimal(0)) for point in points), default=0)
    odd = [point for point in points if decimals_of(point.value or Decimal(0)) == most and most not in (0, PENCE)]
    large = any(abs(point.value or Decimal(0)) >= IN_FULL for point in points)
    if indicator.unit == "money" and not indicator.unit.scale and odd and not large:
        fact = f"{indicator.money_sign}{odd[0].value:,f} is no amount in full: that has two decimals, or none."
        fix = 'If the figures are in thousands or millions, say it in the unit, such as "unit: money in millions".'
        yield advice("money-in-short", odd[0].at("value"), fact, fix)
