"""The arithmetic of figures: always on the figures as typed, never on rounded ones, never on floating point."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from ..records.units import Unit

_EXACT = Context(prec=120, rounding=ROUND_HALF_EVEN, Emax=999_999, Emin=-999_999)
HANDFUL = 10
"""Below this a change is given in the figures' own unit alone."""


def rounded(amount: Decimal, decimals: int) -> Decimal:
    """Round half up (away from zero, as official statistics do) to a number of decimals; 0 is never negative."""
    digits = max(28, abs(amount.adjusted()) + decimals + 5)
    result = amount.quantize(Decimal(1).scaleb(-decimals), context=Context(prec=digits, rounding=ROUND_HALF_UP))
    return abs(result) if result.is_zero() else result


def difference(earlier: Decimal, later: Decimal) -> Decimal:
    """Give the later figure less the earlier."""
    return _EXACT.subtract(later, earlier)


def added(amounts: list[Decimal]) -> Decimal:
    """Give the sum."""
    total = Decimal(0)
    for amount in amounts:
        total = _EXACT.add(total, amount)
    return total


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Give a part as a percentage of a whole, which must not be zero."""
    return _EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole)


def relative_change(earlier: Decimal, later: Decimal, unit: Unit) -> Decimal | None:
    """Give a change as a percentage of the earlier figure, which has a unit.

    ``None`` where that would mislead: from or to zero or less, where nobody knows what a share of a deficit is, or
    from a handful, where one case more or less is a great share. Of a percentage, or of millions, a handful are fewer
    than ten of its last digit: 9%, or 0.9%.
    """
    fine = unit == "%" or unit.scale
    one = Decimal(1).scaleb(min(0, int(earlier.as_tuple().exponent))) if fine else Decimal(1)
    if earlier < HANDFUL * one or later <= 0:
        return None
    return share(difference(earlier, later), earlier)
