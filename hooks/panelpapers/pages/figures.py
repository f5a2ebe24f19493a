"""Figures: of each its words, table, chart in two widths and files; the index by group and the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ..charts import Said, draw, size_of
from ..charts.picture import Width
from ..exports.tables import as_csv, as_csv_metadata
from ..facts.citations import Citations
from ..facts.dossier import Dossier
from ..facts.figure import FigureFacts, foreign_names
from ..facts.scale import scale_cut
from ..facts.showing import nothing_shown
from ..records.indicator import Indicator
from ..records.language import ENGLISH, of_software, sort_key, unmarked, with_names_marked
from ..records.publication import Records
from ..records.versions import in_one_version
from ..words import format as say
from ..words.exploring import target, tracks
from ..words.figure import FigureWords, figure_words
from ..words.table import DataTable, data_table
from . import addresses
from .rendering import Renderer
from .site import HOME, File, Link, Page


class Drawing(NamedTuple):
    """A chart as a file, and its size in pixels, which the page states so that nothing moves when it loads."""

    svg: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Figure:
    """Everything that a page shows of one indicator. ``csv`` is the table as a file."""

    facts: FigureFacts
    words: FigureWords
    table: DataTable
    units: say.Units
    wide: Drawing
    narrow: Drawing
    csv: bytes
    csv_metadata: bytes
    tracks: list[dict[str, object]]
    """What the explorer goes through: a track for each series, as plain data."""
    target: str
    names: Mapping[str, str]
    """Names in it that have no English version, each with its language."""

    @property
    def drawn(self) -> bool:
        """Whether there is a chart to look at: one of no figure at all would be an axis without marks."""
        return not nothing_shown(self.facts)

    def listed(self, series: Sequence[str]) -> str:
        """List some of its series in a sentence, each in its language."""
        return with_names_marked(say.listed(series), self.names)

    @property
    def periods(self) -> str:
        """The periods that the figures are for, in words; for categories, the second line of the figure."""
        cells = [cell for row in self.facts.grid.rows for cell in row.cells if cell.period]
        several = list(dict.fromkeys(say.period_label(cell.period) for cell in cells if cell.period))
        return "; ".join(several) or self.words.subtitle


def figure_of(
    indicator_id: str, indicator: Indicator, facts: FigureFacts, charts: Path | None, language: str = ENGLISH
) -> Figure:
    """Make the figure of an indicator. ``charts`` is the folder of charts that were drawn before, or ``None``.

    Sentences, charts and tables have one version of each name. ``language`` is that of the pages; names that have no
    version in it are marked.
    """
    words = figure_words(indicator, facts, scale_cut(facts))
    names, indicator = foreign_names(indicator), in_one_version(indicator)
    table = data_table(indicator, facts)
    shown = table.changed(lambda text: with_names_marked(text, names))

    def drawing(width: Width) -> Drawing:
        said = Said(unmarked(words.title), words.summary, language, names)
        svg = draw(indicator, facts, said, indicator_id, width, charts)
        return Drawing(svg, *size_of(svg))

    return Figure(
        facts,
        words,
        shown,
        units=say.units(indicator, facts.grid.decimals),
        wide=drawing("wide"),
        narrow=drawing("narrow"),
        csv=as_csv(table),
        csv_metadata=as_csv_metadata(shown, indicator, names, f"{indicator_id}.csv"),
        tracks=[track.as_data() for track in tracks(indicator, facts)] if words.told else [],
        target=target(indicator),
        names=names,
    )


def figures_of(dossier: Dossier, charts: Path | None) -> dict[str, Figure]:
    """Make the figure of every indicator, by id. ``charts`` is as in ``figure_of``."""
    indicators = dossier.records.indicators
    return {
        indicator_id: figure_of(
            indicator_id, indicator, dossier.figures[indicator_id], charts, of_software(dossier.records.language)
        )
        for indicator_id, indicator in indicators.items()
    }


def figure_files(indicator_id: str, figure: Figure) -> Iterator[File]:
    """Give the files beside an indicator's page: the chart in two widths, the table, and what describes the table."""
    yield File(addresses.beside_indicator(indicator_id, ".svg"), figure.wide.svg)
    yield File(addresses.beside_indicator(indicator_id, "-narrow.svg"), figure.narrow.svg)
    yield File(addresses.beside_indicator(indicator_id, ".csv"), figure.csv)
    yield File(addresses.beside_indicator(indicator_id, ".csv-metadata.json"), figure.csv_metadata)


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

    def order(indicator_id: str) -> tuple[bool, tuple[int, ...], str]:
        return group(indicator_id) == _OTHERS, sort_key(group(indicator_id), records.language), indicator_id

    ordered = sorted(records.indicators, key=order)
    groups = [(name, list(ids)) for name, ids in groupby(ordered, key=group)]
    html = renderer.html("indicators", addresses.INDICATORS, groups=groups, figures=figures)
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
    )
    pack = indicator.source.meeting
    meeting = records.day_of(pack) if pack and pack in records.meetings else None
    return Page(at, indicator.title, figure.words.summary, html, (HOME, INDEX), kind="Figure", meeting=meeting)
