"""Whether figures are typed in the unit of their file, and whether that has the scale of which the measure tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ...facts.figure import FigureFacts
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
PENCE: Final = 2
"""Decimals of an amount of money that is given in full, where it has any."""


def in_its_unit(indicator: Indicator) -> Iterator[Problem]:
    """Hold every figure to be typed in the unit of the file: where all say another, that is the cure."""
    figures = [held for held in walk(indicator) if isinstance(held.value, Decimal)]
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
    unit, meant = indicator.unit, figure.unit
    fact = f'"{figure.typed}" is no figure in the unit "{unit.name}".'
    if meant.clock and len(meant.clock) == 2:
        sure = {"hours": "hours and minutes", "minutes": meant.name, "seconds": meant.name}.get(unit)
        fix = 'Write "unit: minutes and seconds" or "unit: hours and minutes".'
        return Problem("figure-not-in-unit", indicator.at("unit"), fact, fix, _retyped(indicator, sure))
    if meant == "count" and unit == "money":
        meant = Unit("money", meant.scale, unit.sign)
    letter = meant == "count" and figure.typed[-1:] in "mM" and figure.typed[-2:-1] not in "oO"
    sure = None if letter or meant.sign != (unit.sign or meant.sign) else meant.name
    return Problem(
        "figure-not-in-unit", indicator.at("unit"), fact, f'Write "unit: {meant.name}".', _retyped(indicator, sure)
    )


def _retyped(indicator: Indicator, unit: str | None) -> str | None:
    """Give the line of the unit with another unit, where that is sure."""
    line = retyped(indicator.at("unit"), indicator.unit.name, unit)
    return line if line and unit and unit in line else None


def _of_one(held: Held, indicator: Indicator) -> Problem:
    figure, unit = _amount(held), _unit_at(held, indicator)
    if not isinstance(figure, Printed):
        fact = f'"{figure:f}" has no colon, and the figures here are {unit.name}.'
        fix = f"Write {' and '.join(f'{part}s' for part in unit.clock)} with a colon between them, such as 8:43."
        return Problem("figure-not-in-unit", held.place, fact, fix)
    fact = f'"{figure.typed}" is no figure in the unit "{unit.name or "percentages"}".'
    better = _converted(figure, unit, indicator.money_sign)
    named = " or ".join(f'"unit: {name}"' for name in _names(figure, unit))
    fix = f"Write {better or 'it in that unit'}. If all figures here are so, write {named} in place of the unit."
    return Problem("figure-not-in-unit", held.place, fact, fix, retyped(held.place, figure.typed, better))


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
    letter = own == "count" and figure.typed[-1:] in ("m", "M")  # it may be metres or minutes
    if own == "ratio" or letter or own.sign not in ("", sign) or unit != ("money" if own.sign else unit):
        return None
    if unit not in ("count", "money"):
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
    """Advise where amounts of money have one decimal, or three: pence have two, and millions as many as they like."""
    unit = indicator.unit
    points = [point for series in indicator.every_series() for point in series.points]
    typed = [point for point in points if point.value is not None]
    places = max((-int((point.value or Decimal(0)).as_tuple().exponent) for point in typed), default=0)
    if unit == "money" and not unit.scale and not _SAID.search(indicator.measure) and places not in (0, -0, PENCE):
        point = next(point for point in typed if -int((point.value or Decimal(0)).as_tuple().exponent) == places)
        fact = f"{indicator.money_sign}{point.value:,f} is no amount in full, which has two decimals or none."
        fix = 'If the figures are in thousands or millions, say it in the unit, such as "unit: money in millions".'
        yield advice("money-in-short", point.at("value"), fact, fix)
