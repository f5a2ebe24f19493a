"""Every sentence that may be said of a figure, by the text that it may stand in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from . import exploring, headline, number, summary
from .messages import (
    among,
    baseline,
    better,
    caution,
    comparator,
    extremes,
    gaps,
    group,
    grouped,
    level,
    likely,
    move,
    naming,
    obstacle,
    place,
    ratings,
    reason,
    shape,
    shares,
    stated,
    target,
    whole,
)
from .pattern import Pattern

_MESSAGES: Final = (
    *(move, shape, level, target, better, stated, baseline, extremes, place, comparator, gaps, likely),
    *(whole, ratings, shares, group, among, grouped, obstacle, caution, reason, naming),
)
SENTENCES: Final[tuple[Pattern, ...]] = tuple(pattern for message in _MESSAGES for pattern in message.PATTERNS)
"""What a clause of a description, or a caution, may say."""
PATTERNS: Final[Mapping[str, tuple[Pattern, ...]]] = {
    "summary": summary.SUMMARY,
    "title": headline.TITLE,
    "subtitle": headline.SUBTITLE,
    "phrase": (exploring.PHRASE,),
    "number": number.NUMBER,
}
"""What the texts may say that are no sentences of a description."""
