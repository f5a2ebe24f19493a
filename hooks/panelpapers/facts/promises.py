"""Answers that sound like a promise, so that an editor can record what the panel was told it would get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..records.actions import Undertaking
from ..records.minutes import Exchange, Minute
from ..records.publication import Records
from .rows import every_minute

PHRASES: Final = (
    "will report back", "would report back", "then report", "report the information back", "come back to",
    "agreed to", "agreed that he would", "agreed that she would", "agreed that they would",
    "will provide", "would provide", "could be provided", "could then be provided", "can be provided",
    "would be provided", "will be provided", "could provide", "will share", "would share", "will circulate",
    "would circulate", "would be circulated", "will send", "would send", "will write", "would write",
    "happy to", "committed to help", "committed to provide", "committed to share", "committed to look",
    "offered to", "undertook to", "promised to", "will look into", "would look into", "would enquire",
    "will take this away", "would take this away", "will follow up", "would follow up",
)  # fmt: skip
"""Words by which minutes tell that somebody means to do something for the panel."""

_SAID: Final = re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in PHRASES) + r")\b", re.IGNORECASE)


def promising_words(exchange: Exchange) -> str | None:
    """Give the words of an answer that sound like a promise, where nothing is recorded of one."""
    return None if exchange.undertakings or exchange.no_undertaking else _promising(exchange.answered)


def promising_words_after_questions(minute: Minute) -> str | None:
    """Give the words of what was said after the questions that sound like a promise, in a minute without resolutions.

    Where the minute has resolutions, what was promised there is among them.
    """
    return None if minute.resolutions else _promising(minute.after_questions)


def _promising(text: str | None) -> str | None:
    found = _SAID.search(" ".join((text or "").split()))
    return found[0] if found else None


def every_undertaking(records: Records) -> Iterator[Undertaking]:
    """Give everything that answers of all minutes promised or offered."""
    for _, minute in every_minute(records):
        yield from undertakings_of(minute)


def undertakings_of(minute: Minute) -> Iterator[Undertaking]:
    """Give everything that answers of a minute promised or offered, in order."""
    for theme in minute.themes:
        for exchange in theme.exchanges:
            yield from exchange.undertakings
