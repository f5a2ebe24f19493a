"""The plan tracker: what was promised, and how each promise was rated from quarter to quarter."""

from __future__ import annotations

from .base import Record
from .indicator import Source
from .kinds import Count, Line, Passage, Slug
from .period import Span


class RatingMeaning(Record):
    """A word of the rating key and what it means. The list begins with the best."""

    word: Line
    """The word, such as Green."""
    meaning: Line
    """What it means."""


class Rating(Record):
    """How a commitment was rated for one quarter."""

    period: Span
    """The quarter, such as quarter 2 of 2025/26."""
    rating: Line
    """A word of the key."""
    source: Source
    """Where the rating stands."""
    as_printed: Line | None = None
    """The number as the source prints it, where that is a slip: 2269."""
    remark: Passage | None = None
    """What the source says of the rating, or an editor's note on it."""


class Commitment(Record):
    """A promise of the plan. One row may cover several commitments, and is then rated as one."""

    numbers: list[Count]
    """Numbers of the commitments, such as 238, 239 and 240."""
    title: Line
    """The promise in a few words."""
    text: Passage
    """The promise in plain words, in full."""
    lead: Line | None = None
    """Who has to deliver it, if the papers say so."""
    ratings: list[Rating]
    """Ratings by quarter, the earliest first."""
    indicators: list[Slug] = []
    """Ids of indicators that measure it."""
    matter: Slug | None = None
    """Id of the matter it belongs to."""
    correction: Passage | None = None
    """Editor's note on a fault of the source."""


class Plan(Record):
    """The plan whose promises are tracked: ``data/plan.yml``."""

    title: Line
    """Name of the plan."""
    chapter: Line | None = None
    """The part of it that is tracked here."""
    about: Passage
    """What the plan is and who made it."""
    key: list[RatingMeaning]
    """The words of the ratings, the best first."""
    key_remark: Passage | None = None
    """Editor's note on the key."""
    commitments: list[Commitment]
    """The promises in the order of the plan."""
