"""The plan tracker: what was promised, and how each promise was rated from quarter to quarter."""

from __future__ import annotations

from typing import Annotated

from .base import Record
from .kinds import Count, Day, Line, Passage
from .marks import AlsoCalled, IndicatorId, MatterIds, Note, Plain, Summary
from .period import Span
from .source import Source


class RatingMeaning(Record):
    """A word of the rating key and what it means. The list begins with the best."""

    word: Plain[Line]
    """The word, such as Green."""
    meaning: Plain[Line]
    """What it means."""


class Rating(Record):
    """How a commitment was rated for one quarter."""

    period: Annotated[Span, AlsoCalled("date", "quarter")]
    """The quarter, such as quarter 2 of 2025/26."""
    rating: Annotated[Plain[Line], AlsoCalled("rag", "rag_rating", "rated", "status")]
    """A word of the key."""
    source: Source
    """Where the rating stands."""
    as_printed: Plain[Line] | None = None
    """The number as the source prints it, where that is a slip: 2269."""
    remark: Note[Passage] | None = None
    """What the source says of the rating, or an editor's note on it."""


class Commitment(Record):
    """A promise of the plan. One row may cover several commitments, and is then rated as one."""

    numbers: Annotated[list[Count], AlsoCalled("commitment", "number", "ref", "reference")]
    """Numbers of the commitments, such as 238, 239 and 240."""
    title: Plain[Line]
    """The promise in a few words."""
    text: Plain[Passage]
    """The promise in plain words, in full."""
    lead: Plain[Line] | None = None
    """Who has to deliver it, if the papers say so."""
    ratings: list[Rating]
    """Ratings by quarter, the earliest first."""
    indicators: list[IndicatorId] = []
    """Ids of indicators that measure it."""
    matter: MatterIds = []
    """Id of the matter it belongs to, or several with commas between them."""
    correction: Note[Passage] | None = None
    """Editor's note on a fault of the source."""


class Plan(Record):
    """The plan whose promises are tracked: ``data/plan.yml``."""

    title: Plain[Line]
    """Name of the plan."""
    chapter: Plain[Line] | None = None
    """The part of it that is tracked here."""
    about: Summary[Passage]
    """What the plan is and who made it."""
    written: Day | None = None
    """Day on which this was written, where it speaks of days to come. Once they are over, the page says so."""
    key: list[RatingMeaning]
    """The words of the ratings, the best first."""
    key_remark: Note[Passage] | None = None
    """Editor's note on the key."""
    commitments: list[Commitment]
    """The promises in the order of the plan."""
