"""Labels of periods under the columns: whole where there is room, shortened in words, thinned out, never cut."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from ..records.calendar import MONTHS
from .measure import text_width, wrap

MOST_LINES: Final = 3
GAP: Final = 8
"""Least space between two labels, in pixels."""
WIDEST: Final = 8
"""Greatest width of a label among those that are thinned out, in parts of the text's size."""
STEPS: Final = (2, 3, 4, 6, 12, 24, 36, 48, 60, 120)


@dataclass(frozen=True, slots=True)
class Labels:
    """The lines under each position, empty where a label is left out; ``shared`` is what all labels begin with."""

    lines: tuple[tuple[str, ...], ...]
    shared: str | None = None


def position_labels(names: Sequence[str], size: float, room: float, needed: Set[str] = frozenset()) -> Labels:
    """Label positions that are ``room`` pixels apart, for text of ``size`` pixels.

    Tried in order: whole names in up to three lines; what all names begin with said once for all of them; months in
    three letters and quarters as Q1. Where none fits, labels are left out evenly, counted from the last, and those
    ``needed`` stay.
    """
    whole = [name[:1].upper() + name[1:] for name in names]
    shared, rest = _shared_beginning(whole)
    short = [_shortened(name) for name in rest]
    for said_once, texts in ((None, whole), (shared, rest), (shared, short)):
        lines = _alike(texts, size, room - GAP)
        if all(len(label) <= MOST_LINES and _width(label, size) <= room - GAP for label in lines):
            return Labels(lines, said_once)
    keep = {number for number, name in enumerate(names) if name in needed}
    return Labels(_thinned(short, size, room, keep), shared)


def _width(lines: Sequence[str], size: float) -> float:
    return max((text_width(line, size) for line in lines), default=0)


def _alike(texts: Sequence[str], size: float, limit: float) -> tuple[tuple[str, ...], ...]:
    """Wrap all labels, and those that would fit on one line as well where their neighbours do not."""
    texts = [re.sub(r"\b(Quarter) (\d)", "\\1\u00a0\\2", text) for text in texts]
    lines = [wrap(text, size, limit) for text in texts]
    broken = [_width(label, size) for label in lines if len(label) > 1]
    return tuple(wrap(text, size, max(broken)) for text in texts) if broken else tuple(lines)


def _shared_beginning(names: list[str]) -> tuple[str | None, list[str]]:
    """Split off ``Year ending`` or ``Year ending March`` where all names begin with it."""
    beginnings = ["Year ending", *(f"Year ending {month}" for month in MONTHS)]
    for beginning in reversed(beginnings):
        if len(names) > 1 and all(name.startswith(beginning + " ") for name in names):
            return beginning, [name.removeprefix(beginning + " ") for name in names]
    return None, names


def _shortened(name: str) -> str:
    """Shorten months to three letters, and ``Quarter 2 of 2025/26`` to ``Q2 2025/26``."""
    name = re.sub(r"Quarter (\d) of", r"Q\1", name)
    return " ".join(word[:3] if word in MONTHS else word for word in name.split())


def _thinned(names: list[str], size: float, room: float, keep: Set[int]) -> tuple[tuple[str, ...], ...]:
    """Keep every so many labels with the last, the needed ones in place of neighbours, and the first if it fits."""
    last = len(names) - 1
    limits = [min(max(text_width(word, size) for word in name.split()) * 1.5, WIDEST * size) for name in names]
    lines = [wrap(name, size, limit, hard=True) for name, limit in zip(names, limits, strict=True)]
    widest = max(_width(label, size) for label in lines)
    step = next((step for step in STEPS if step * room >= widest + GAP), last or 1)
    kept: list[int] = []
    for number in [*sorted(keep), *range(last, -1, -step), 0]:
        if all(abs(number - other) * room >= widest + GAP for other in kept):
            kept.append(number)
    return tuple(label if number in kept else () for number, label in enumerate(lines))
