"""How the promises of the plan moved from quarter to quarter: better, worse or the same, and how many of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..records.period import Days, Period
from ..records.plan import Commitment, Plan, Rating

Move = Literal["better", "worse", "the same"]


@dataclass(frozen=True, slots=True)
class Tracked:
    """A commitment with its ratings in order of time, and how the latest compares with the one before it.

    ``move`` is ``None`` where there is one rating only. Words of the key are ranked in its order, the best first.
    """

    commitment: Commitment
    ratings: tuple[Rating, ...]
    move: Move | None

    @property
    def latest(self) -> Rating:
        """The latest rating."""
        return self.ratings[-1]

    @property
    def earlier(self) -> Rating | None:
        """The rating before the latest."""
        return self.ratings[-2] if len(self.ratings) > 1 else None


@dataclass(frozen=True, slots=True)
class Quarter:
    """How many commitments had each rating in one quarter; a row that covers three commitments counts three."""

    period: Period
    counts: Mapping[str, int]
    total: int


def tracked(plan: Plan) -> tuple[Tracked, ...]:
    """Give every commitment with its history: what got worse first, then what got better, then the rest in order."""
    rank = {meaning.word: position for position, meaning in enumerate(plan.key)}
    found = []
    for commitment in plan.commitments:
        ratings = tuple(sorted(commitment.ratings, key=lambda rating: _moment(rating.period)))
        found.append(Tracked(commitment, ratings, _move(ratings, rank)))
    first: dict[Move | None, int] = {"worse": 0, "better": 1}
    return tuple(sorted(found, key=lambda history: first.get(history.move, 2)))


def quarters(plan: Plan) -> tuple[Quarter, ...]:
    """Count the ratings of each quarter, the latest quarter first, each under the name that is typed first."""
    named: dict[Days, Period] = {}
    counts: dict[Days, Counter[str]] = defaultdict(Counter)
    for commitment in plan.commitments:
        for rating in commitment.ratings:
            named.setdefault(rating.period.days, rating.period)
            counts[rating.period.days][rating.rating] += len(commitment.numbers)
    words = [meaning.word for meaning in plan.key]
    return tuple(
        Quarter(period, {word: counts[period.days][word] for word in words}, counts[period.days].total())
        for period in sorted(named.values(), key=_moment, reverse=True)
    )


def _moment(period: Period) -> str:
    return period.end.isoformat() if period.end else ""


def _move(ratings: tuple[Rating, ...], rank: Mapping[str, int]) -> Move | None:
    if len(ratings) < 2 or not {ratings[-1].rating, ratings[-2].rating} <= rank.keys():
        return None
    step = rank[ratings[-1].rating] - rank[ratings[-2].rating]
    return "worse" if step > 0 else "better" if step < 0 else "the same"
