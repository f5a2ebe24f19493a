"""What the plan's ratings say, in sentences. A rating is a word with its meaning, never a colour alone."""

from __future__ import annotations

from ..facts.plan import Quarter, Tracked
from . import format as say


def history(row: Tracked) -> str:
    """Say how a commitment moved: ``Amber in quarter 2 of 2025/26, was Green in quarter 1 of 2025/26: worse``."""
    now = f"{row.latest.rating} {say.in_period(row.latest.period)}"
    if row.earlier is None:
        return f"{now}; no earlier rating is given"
    before = f"{row.earlier.rating} {say.in_period(row.earlier.period)}"
    if row.move == "the same":
        return f"{now}, as {say.in_period(row.earlier.period)}: the same"
    return f"{now}, was {before}: {row.move}"


def numbers(row: Tracked) -> str:
    """Name a row of the tracker: ``Commitment 225``, ``Commitments 238, 239 and 240``."""
    several = [str(number) for number in row.commitment.numbers]
    return f"Commitment{'s' if len(several) > 1 else ''} {say.listed(several)}"


def counts(quarter: Quarter) -> str:
    """Say how many commitments had each rating: ``14 Green, 8 Amber and 1 Red, 23 in all``."""
    told = [f"{number} {word}" for word, number in quarter.counts.items()]
    return f"{say.listed(told)}, {quarter.total} in all"
