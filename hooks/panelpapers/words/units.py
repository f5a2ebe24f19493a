"""How the figures of one indicator are written, with their unit: in sentences, in tables and in charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..facts.arithmetic import rounded
from ..records.indicator import Indicator
from ..records.units import Unit
from .format import counted, hidden, joined, money, number, percent
from .nouns import DIFFERENCES, behind, nouns


def on_clock(amount: Decimal, parts: Sequence[str], decimals: int) -> str:
    """Write a time as it is typed: ``8:43``, ``1:05:09``. The amount is of the last part."""
    *large, last = _parted(amount, parts, decimals)
    first, *middle = (f"{part:02f}" for part in large)
    text = ":".join([first.lstrip("0") or "0", *middle, f"{last:0{3 + decimals if decimals else 2}f}"])
    return f"-{text}" if rounded(amount, decimals) < 0 else text


def in_parts(amount: Decimal, parts: Sequence[str], decimals: int) -> str:
    """Write a time in words: ``8 minutes 43 seconds``, ``9 minutes``; below zero with a minus before them.

    What is zero is left out, but for a last part that has decimals.
    """
    *large, last = _parted(amount, parts, decimals)
    said = [counted(size, part, f"{part}s") for size, part in zip(large, parts, strict=False) if size]
    if last or decimals or not said:
        said.append(counted(last, parts[-1], f"{parts[-1]}s", decimals))
    text = " ".join(said)
    return f"-{text}" if rounded(amount, decimals) < 0 else text


def _parted(amount: Decimal, parts: Sequence[str], decimals: int) -> list[Decimal]:
    """Divide the size of a time into its parts, each of which is a sixtieth of the one before it."""
    found = [abs(rounded(amount, decimals))]
    for _ in parts[1:]:
        larger, rest = divmod(found[0], 60)
        found[:1] = [larger, rest]
    return found


@dataclass(frozen=True, slots=True)
class Units:
    """How one indicator's figures are written.

    ``one`` and ``many`` are the words for what is counted, ``sign`` that of the currency, or empty.
    """

    unit: Unit
    decimals: int
    one: str = ""
    many: str = ""
    sign: str = ""

    def cell(self, amount: Decimal) -> str:
        """Write a figure as it stands in a table, below a heading: ``13.5%``, ``£1,200``, ``14.2``, ``8:43``."""
        if self.unit == "%":
            return percent(amount, self.decimals)
        if self.unit.clock:
            return on_clock(amount, self.unit.clock, self.decimals)
        if self.unit == "money" and not self.unit.scale:
            return money(amount, self.decimals, self.sign)
        return number(amount, self.decimals)

    def label(self, amount: Decimal) -> str:
        """Write a figure as it stands in a chart: as in a table, and a large sum of money in short, ``£14.2m``."""
        short = {3: "k", 6: "m", 9: "bn"}.get(self.unit.scale)
        if not (self.sign and short):
            return self.cell(amount)
        return f"{money(amount, self.decimals, self.sign)}{'' if rounded(amount, self.decimals).is_zero() else short}"

    def figure(self, amount: Decimal) -> str:
        """Write a figure as it stands in a sentence, without what is counted: ``£14.2 million``, ``3.2 to 1``."""
        if self.unit.clock:
            return in_parts(amount, self.unit.clock, self.decimals)
        text = money(amount, self.decimals, self.sign) if self.sign else self.cell(amount)
        return f"{text}{behind(self.unit)}"

    def value(self, amount: Decimal) -> str:
        """Write a figure as it stands in a sentence: ``13.5%``, ``183 days``, ``1.2 million calls``."""
        return joined([self.figure(amount), self._thing(amount)], " ")

    def _thing(self, amount: Decimal) -> str:
        return self.one if abs(rounded(amount, self.decimals)) == 1 else self.many

    def least(self, amount: Decimal) -> str:
        """Write the size of a figure that is rounded to zero and is none: ``less than 0.1%``; of others, the size."""
        is_hidden = hidden(amount, self.decimals)
        text = self.value(Decimal(1).scaleb(-self.decimals) if is_hidden else abs(amount))
        return f"less than {text}" if is_hidden else text

    def gap(self, amount: Decimal) -> str:
        """Write the size of a difference: ``7.4 percentage points``, ``1 day``, ``less than 1 day``."""
        if self.unit not in DIFFERENCES:
            return self.least(amount)
        one, many = DIFFERENCES[self.unit] or ("", "")
        return replace(self, unit=Unit(""), one=one, many=many).least(amount)


def units(indicator: Indicator, decimals: int) -> Units:
    """Give the way in which an indicator's figures are written, with so many decimals."""
    return Units(indicator.unit, decimals, *(nouns(indicator) or ("", "")), indicator.money_sign)
