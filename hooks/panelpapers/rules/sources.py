"""Checks of where figures come from: the paragraph is there, it holds the figure, and the period was over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.rows import every_point, every_rating
from ..records.indicator import Point, Source
from ..records.meeting import date_of
from ..records.period import Period
from ..records.problem import Problem
from ..records.publication import Records
from .findings import warning

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def source_not_found(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a source that names a paragraph which no paper of its meeting has."""
    for source in _every_source(dossier.records):
        if _texts_of_source(dossier.records, source) == []:
            fact = f"No paper of the meeting of {source.meeting} has a paragraph {source.paragraph}."
            fix = "Correct the number of the paragraph, or the meeting."
            yield warning("unknown-source", source.at("paragraph"), fact, fix)


def figure_not_in_source(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a figure that does not stand in the paragraph it is said to come from.

    A figure that was worked out stands in no paragraph.
    """
    for point, _, source in _sourced(dossier.records):
        texts = _texts_of_source(dossier.records, source)
        if point.value is None or point.worked_out or not texts:
            continue
        if not any(holds(text, point.value) for text in texts):
            fact = f"Paragraph {source.paragraph}, which is its source, does not hold {point.value}."
            fix = "Check the figure, the paragraph, and the number of the paragraph."
            yield warning("figure-not-in-source", point.at("value"), fact, fix)


def figure_from_the_future(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a figure whose period ends after the meeting that received it, and that is no forecast."""
    for point, period, source in _sourced(dossier.records):
        if source.meeting not in dossier.records.meetings or period is None or period.start is None:
            continue
        if period.start > date_of(source.meeting or "") and "forecast" not in point.statuses:
            fact = f"The period {period.name} begins after its source, the meeting of {source.meeting}."
            fix = "Check the year of the period; or add forecast to statuses."
            yield warning("figure-from-the-future", point.at("period"), fact, fix)


def _every_source(records: Records) -> Iterator[Source]:
    for indicator in records.indicators.values():
        yield indicator.source
        yield from (point.source for _, point in every_point(indicator) if point.source)
    yield from (rating.source for _, rating in every_rating(records))


def _sourced(records: Records) -> Iterator[tuple[Point, Period | None, Source]]:
    """Give each figure with its period and its source, each its own or that of the indicator."""
    for indicator in records.indicators.values():
        for _, point in every_point(indicator):
            yield point, point.period or indicator.period, point.source or indicator.source


def _texts_of_source(records: Records, source: Source) -> list[str] | None:
    """Give the texts of the paragraphs that a source may mean: those of its number in the papers of its meeting.

    ``None`` where the source names no paragraph, or its meeting has no paper with numbered paragraphs on this site.
    """
    papers = [paper for (meeting_id, _), paper in records.papers.items() if meeting_id == source.meeting]
    numbered = [paragraph for paper in papers for _, _, paragraph in paragraphs(paper)]
    if not numbered or source.paragraph is None or not re.fullmatch(r"[\d.]+", source.paragraph):
        return None
    return [paragraph.text for paragraph in numbered if paragraph.number == source.paragraph]


def holds(text: str, value: Decimal) -> bool:
    """Whether a text holds a figure, in digits or as a small number in words; a minus may be told in words."""
    size = abs(value)
    in_digits = any(Decimal(figure.replace(",", "")) == size for figure in _FIGURES.findall(text))
    small = size == int(size) and size < len(_IN_WORDS)
    return in_digits or (small and re.search(rf"\b{_IN_WORDS[int(size)]}\b", text, re.IGNORECASE) is not None)
