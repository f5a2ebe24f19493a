"""Where a figure's source says that it stands, and whether the paragraph there holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..records.indicator import Indicator, Point, Source
from ..records.publication import Records
from .citations import paragraphs

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def texts_of_source(records: Records, source: Source) -> list[str] | None:
    """Give the texts of the paragraphs that a source may mean: those of its number in the papers of its meeting.

    ``None`` where the source names no paragraph, or its meeting has no paper with numbered paragraphs on this site.
    """
    papers = [paper for (meeting_id, _), paper in records.papers.items() if meeting_id == source.meeting]
    numbered = [paragraph for paper in papers for _, _, paragraph in paragraphs(paper)]
    if not numbered or source.paragraph is None or not re.fullmatch(r"[\d.]+", source.paragraph):
        return None
    return [paragraph.text for paragraph in numbered if paragraph.number == source.paragraph]


def sourced(indicator: Indicator) -> Iterator[tuple[Point, Source]]:
    """Give each figure with its source, its own or that of the indicator."""
    for series in indicator.every_series():
        for point in series.points:
            yield point, point.source or indicator.source


def holds(text: str, value: Decimal) -> bool:
    """Whether a text holds a figure, in digits or as a small number in words; a minus may be told in words."""
    size = abs(value)
    in_digits = any(Decimal(figure.replace(",", "")) == size for figure in _FIGURES.findall(text))
    small = size == int(size) and size < len(_IN_WORDS)
    return in_digits or (small and re.search(rf"\b{_IN_WORDS[int(size)]}\b", text, re.IGNORECASE) is not None)
