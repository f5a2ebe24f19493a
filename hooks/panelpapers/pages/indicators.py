"""The pages of indicators: the index by group, and for each its chart, words, table and files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..facts.citations import Citations
from ..facts.dossier import Dossier
from ..records.meeting import date_of
from ..records.publication import Records
from . import addresses
from .figures import Figure, figure_files
from .rendering import Renderer
from .site import HOME, File, Link, Page

INDEX = Link("Figures", addresses.INDICATORS)
_OTHERS = "Other figures"


def indicator_pages(dossier: Dossier, renderer: Renderer, figures: dict[str, Figure]) -> Iterator[Page | File]:
    """Give the index of indicators, the page of each, and the files beside it."""
    records, citations = dossier.records, dossier.citations
    yield _index(records, figures, renderer)
    for indicator_id, figure in figures.items():
        yield _indicator(indicator_id, figure, citations, records, renderer)
        yield from figure_files(indicator_id, figure)


def _index(records: Records, figures: dict[str, Figure], renderer: Renderer) -> Page:
    def group(indicator_id: str) -> str:
        return records.indicators[indicator_id].group or _OTHERS

    def order(indicator_id: str) -> tuple[bool, str, str]:
        return group(indicator_id) == _OTHERS, group(indicator_id), indicator_id

    ordered = sorted(records.indicators, key=order)
    groups = [(name, list(ids)) for name, ids in groupby(ordered, key=group)]
    html = renderer.html("indicators", addresses.INDICATORS, groups=groups, figures=figures, records=records)
    summary = "All figures that the papers give, each as a chart, in words and as a table."
    return Page(addresses.INDICATORS, "Figures", summary, html, (HOME,), kind=None)


def _indicator(indicator_id: str, figure: Figure, citations: Citations, records: Records, renderer: Renderer) -> Page:
    at, indicator = addresses.indicator(indicator_id), records.indicators[indicator_id]
    html = renderer.html(
        "indicator",
        at,
        id=indicator_id,
        indicator=indicator,
        figure=figure,
        cited=citations.by_indicator.get(indicator_id, ()),
        meetings=records.meetings,
    )
    pack = indicator.source.meeting
    meeting = date_of(pack) if pack and pack in records.meetings else None
    return Page(at, indicator.title, figure.words.summary, html, (HOME, INDEX), kind="Figure", meeting=meeting)
