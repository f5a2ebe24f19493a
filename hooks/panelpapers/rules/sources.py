"""Checks of where figures come from: the paragraph is there, it holds the figure, and the period was over."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.printed import holds, sourced, texts_of_source
from ..records.indicator import Source
from ..records.meeting import date_of
from ..records.problem import Problem
from ..records.publication import Records
from .findings import warning


def source_not_found(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a source that names a paragraph which no paper of its meeting has."""
    for source in _every_source(dossier.records):
        if texts_of_source(dossier.records, source) == []:
            fact = f"No paper of the meeting of {source.meeting} has a paragraph {source.paragraph}."
            fix = "Correct the number of the paragraph, or the meeting."
            yield warning("unknown-source", source.at("paragraph"), fact, fix)


def figure_not_in_source(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a figure that does not stand in the paragraph it is said to come from.

    A figure that was worked out stands in no paragraph.
    """
    for indicator in dossier.records.indicators.values():
        for point, source in sourced(indicator):
            texts = texts_of_source(dossier.records, source)
            if point.value is None or point.worked_out or not texts:
                continue
            if not any(holds(text, point.value) for text in texts):
                fact = f"Paragraph {source.paragraph}, which is its source, does not hold {point.value}."
                fix = "Check the figure, the paragraph, and the number of the paragraph."
                yield warning("figure-not-in-source", point.at("value"), fact, fix)


def figure_from_the_future(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a figure whose period ends after the meeting that received it, and that is no forecast."""
    for indicator in dossier.records.indicators.values():
        for point, source in sourced(indicator):
            period = point.period or indicator.period
            if source.meeting not in dossier.records.meetings or period is None or period.start is None:
                continue
            received = date_of(source.meeting or "")
            if period.start > received and "forecast" not in point.statuses:
                fact = f"The period {period.name} begins after its source, the meeting of {source.meeting}."
                fix = "Check the year of the period; or add forecast to statuses."
                yield warning("figure-from-the-future", point.at("period"), fact, fix)


def _every_source(records: Records) -> Iterator[Source]:
    for indicator in records.indicators.values():
        yield indicator.source
        yield from (point.source for point, _ in sourced(indicator) if point.source)
    for commitment in records.plan.commitments if records.plan else ():
        yield from (rating.source for rating in commitment.ratings)


RULES = (source_not_found, figure_not_in_source, figure_from_the_future)
