"""Checks of indicators: their figures, wholes and parts, measures that go by one name, where figures come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.relations import scale_of
from ..facts.rows import every_point, every_rating
from ..facts.same_measure import pairs, plain, same_indicator, two_baselines, two_definitions, two_values
from ..facts.ways import answering, main_of
from ..records.calendar import NUMBERS
from ..records.indicator import Indicator, Point, Series
from ..records.meeting import date_of
from ..records.period import Period
from ..records.problem import Problem
from ..records.publication import Records
from ..records.source import Source
from ..records.versions import worded
from .figures.doubts import doubts, english_needed
from .figures.refusals import refusals
from .findings import advice, warning

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def refused_figures(dossier: Dossier) -> Iterator[Problem]:
    """Tell of figures from which no chart and no sentence may be made, and of doubts about the others."""
    for indicator_id, indicator in dossier.records.indicators.items():
        yield from refusals(indicator) or doubts(indicator, dossier.public.figures[indicator_id])
        yield from english_needed(worded(indicator, dossier.records.language))


def unknown_whole(dossier: Dossier) -> Iterator[Problem]:
    """Refuse a series or category that is said to be part of one which the file does not have, or of itself."""
    for indicator in dossier.records.indicators.values():
        names = {plain(series.name) for series in indicator.series}
        for series in indicator.series:
            yield from _whole(series, series.name, names, "series")
        points = [point for _, point in every_point(indicator)]
        categories = {plain(point.category) for point in points if point.category}
        for point in points:
            yield from _whole(point, point.category or "", categories, "category")


def _whole(record: Series | Point, name: str, known: set[str], what: str) -> Iterator[Problem]:
    whole = plain(record.part_of or "")
    if whole and (whole not in known or whole == plain(name)):
        fact = f'"{name}" is said to be part of "{record.part_of}", which is no other {what} of this file.'
        fix = f"Write the name of another {what} as it stands there, or delete part_of."
        yield Problem("unknown-whole", record.at("part_of"), fact, fix)


def wrong_relation(dossier: Dossier) -> Iterator[Problem]:
    """Refuse an indicator that is included in, or a share of, one that it cannot add up with, or a way of itself."""
    for indicator_id, indicator in dossier.records.indicators.items():
        whole = dossier.records.indicators.get(indicator.included_in or "")
        if whole and (whole is indicator or whole.unit.name != indicator.unit.name):
            units = f"figures in {whole.unit.name}, and its own are in {indicator.unit.name}"
            what = "itself" if whole is indicator else units
            yield _related(indicator, "included_in", f"is said to be included in {what}")
        for field in ("part", "base"):
            named = getattr(indicator, field)
            if named == indicator_id:
                yield _related(indicator, field, "is said to be a share of itself")
            elif named and scale_of(indicator) is None:
                what = "it is neither in % nor a rate that says per how many"
                yield _related(indicator, field, f"has a {field}, and {what}")
        main = dossier.records.indicators.get(indicator.another_way_of or "")
        if main and main.another_way_of:
            what = "itself" if main is indicator else f"one that is itself another way of {main.another_way_of}"
            yield _related(indicator, "another_way_of", f"is said to be another way of {what}")


def _related(indicator: Indicator, field: str, what: str) -> Problem:
    fix = f"Correct the id in {field}, or delete it."
    return Problem("wrong-relation", indicator.at(field), f"This indicator {what}.", fix)


def of_one_name(dossier: Dossier) -> Iterator[Problem]:
    """Warn of two indicators of one name that have two values, or two baselines, for one period, or are the same.

    A second value may be typed as one of ``other_figures``, which publishes both: that settles it. On two that are
    defined in different words, this advises.
    """
    for (indicator_id, indicator), (other_id, other) in pairs(dossier.records.indicators):
        there = f"data/indicators/{other_id}.yml"
        for point, second in two_values(indicator, other):
            typed = {figure.value for figure in (*point.other_figures, *second.other_figures)}
            if not typed & {point.value, second.value}:
                period = point.period or indicator.period
                when = period.name if period else "this period"
                fact = f"The {indicator.measure} for {when} is {point.value} here and {second.value} in {there}."
                fix = "Check both papers. If they differ, give the second value in other_figures, with its source."
                yield warning("two-values", point.at("value"), fact, fix)
        if baselines := two_baselines(indicator, other):
            values = f"{baselines[0].value} here and {baselines[1].value} in {there}"
            fact = f"The baseline of the {indicator.measure} is {values}."
            fix = "Check both papers. If they differ, tell readers in remarks."
            yield warning("two-baselines", baselines[0].at("value"), fact, fix)
        if two_definitions(indicator, other) and other_id not in dossier.ways.get(indicator_id, ()):
            fact = f'"{other.title}" goes by the name of "{indicator.title}", and is defined in other words.'
            fix = "If the papers give one measure in two ways, name the main one in another_way_of of the other. If "
            fix += "not, say in remarks whether they may be compared, and name two-definitions in known."
            yield advice("two-definitions", other.at("definition"), fact, fix)
        if same_indicator(indicator, other):
            here = f"data/indicators/{indicator_id}.yml"
            fact = f"This is the {other.measure} of {other.place} from one paper, and so is {here}."
            fix = "Put all figures into one file. If they are two things, give each a measure of its own."
            yield warning("indicator-twice", other.at("measure"), fact, fix)


def unclear_way(dossier: Dossier) -> Iterator[Problem]:
    """Advise where the papers give a measure in several ways, and records leave open which shows if it got better."""
    indicators = dossier.records.indicators
    for ids in dict.fromkeys(dossier.ways.values()):
        if any(refusals(indicators[indicator_id]) for indicator_id in ids):
            continue
        main, answers = main_of(ids, indicators), answering(ids, indicators, dossier.public.figures)
        ways = f"The papers give this measure in {len(ids)} ways"
        if len(answers) > 1:
            fact = f"{ways}, and {' and '.join(answers)} show whether it got better."
            fix = "Name the one that tells it best in another_way_of of the others."
            yield advice("unclear-way", indicators[ids[0]].at("measure"), fact, fix)
        elif main and answers and main not in answers:
            fact = f"{ways}. {answers[0]} shows whether it got better, and the main one, {main}, does not."
            fix = f"If {answers[0]} is the one to look at, name it in another_way_of. Else name unclear-way in known."
            yield advice("unclear-way", indicators[answers[0]].at("another_way_of"), fact, fix)


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
        sought = point.value if texts and not point.worked_out else None
        if sought is not None and not any(holds(text, sought) for text in texts or ()):
            fact = f"Paragraph {source.paragraph}, which is its source, does not hold {sought}."
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

    ``None`` where the source names no paragraph, or its meeting has no paper with numbered paragraphs on this site;
    and where not all papers could be read.
    """
    if "papers" in records.unread:
        return None
    papers = [paper for (meeting_id, _), paper in records.papers.items() if meeting_id == source.meeting]
    numbered = [paragraph for paper in papers for _, _, paragraph in paragraphs(paper)]
    if not numbered or source.paragraph is None or not re.fullmatch(r"[\d.]+", source.paragraph):
        return None
    return [paragraph.text for paragraph in numbered if paragraph.number == source.paragraph]


def holds(text: str, value: Decimal) -> bool:
    """Whether a text holds a figure, in digits or as a small number in words; a minus may be told in words."""
    size = abs(value)
    in_digits = any(Decimal(figure.replace(",", "")) == size for figure in _FIGURES.findall(text))
    small = size == int(size) and size < len(NUMBERS)
    return in_digits or (small and re.search(rf"\b{NUMBERS[int(size)]}\b", text, re.IGNORECASE) is not None)
