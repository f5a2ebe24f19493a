"""Figures: of each its words, table, chart in two widths and files; the index by group and the page of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ..charts import Said, draw, size_of
from ..charts.picture import Width
from ..exports.tables import as_csv, as_csv_metadata
from ..facts.better import Betterment
from ..facts.dossier import Dossier
from ..facts.figure import FigureFacts, foreign_names
from ..facts.scale import scale_cut
from ..facts.ways import answering
from ..records.indicator import Indicator
from ..records.language import ENGLISH, of_software, sort_key, unmarked, with_names_marked
from ..records.publication import Records
from ..records.versions import in_one_version
from ..words import format as say
from ..words.exploring import target, tracks
from ..words.figure import FigureWords, figure_words
from ..words.table import DataTable, beside_number, data_table
from ..words.units import Units, units
from ..words.ways import Aspects, apart
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
    """Everything that a page shows of one indicator. ``csv`` is the table as a file.

    A figure that is one number, or has none, has no charts: ``words.number`` stands in their place, and ``beside`` it
    what the table says of it.
    """

    facts: FigureFacts
    words: FigureWords
    table: DataTable
    units: Units
    wide: Drawing | None
    narrow: Drawing | None
    caption: str
    """What is measured, and whose figures these are."""
    beside: tuple[tuple[str, str], ...]
    csv: bytes
    csv_metadata: bytes
    tracks: list[dict[str, object]]
    """What the explorer goes through: a track for each series, as plain data."""
    target: str
    names: Mapping[str, str]
    """Names in it that have no English version, each with its language."""
    apart: Aspects = ()
    """What tells it from the other ways in which the papers give its measure, where there are several."""

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

    def drawing(width: Width) -> Drawing | None:
        if not facts.drawn:
            return None
        said = Said(unmarked(words.title), words.summary, language, names)
        svg = draw(indicator, facts, said, indicator_id, width, charts)
        return Drawing(svg, *size_of(svg))

    return Figure(
        facts,
        words,
        shown,
        units=units(indicator, facts.grid.decimals),
        wide=drawing("wide"),
        narrow=drawing("narrow"),
        caption=with_names_marked(f"{say.capitalised(indicator.measure)}, {indicator.place}", names),
        beside=beside_number(shown, facts),
        csv=as_csv(table),
        csv_metadata=as_csv_metadata(shown, indicator, names, f"{indicator_id}.csv"),
        tracks=[track.as_data() for track in tracks(indicator, facts)] if words.told else [],
        target=target(indicator),
        names=names,
    )


def figures_of(dossier: Dossier, charts: Path | None) -> dict[str, Figure]:
    """Make the figure of every indicator, by id. ``charts`` is as in ``figure_of``."""
    indicators = dossier.records.indicators
    figures = {
        indicator_id: figure_of(
            indicator_id, indicator, dossier.figures[indicator_id], charts, of_software(dossier.records.language)
        )
        for indicator_id, indicator in indicators.items()
    }
    english = {indicator_id: in_one_version(indicators[indicator_id]) for indicator_id in dossier.ways}
    for ids in set(dossier.ways.values()):
        for indicator_id, aspects in apart(ids, english, dossier.figures).items():
            figure = figures[indicator_id]
            marked = tuple((name, with_names_marked(value, figure.names)) for name, value in aspects)
            figures[indicator_id] = replace(figure, apart=marked)
    return figures


def figure_files(indicator_id: str, figure: Figure) -> Iterator[File]:
    """Give the files beside an indicator's page: a chart in two widths, the table, and what describes the table."""
    for ending, drawing in ((".svg", figure.wide), ("-narrow.svg", figure.narrow)):
        if drawing:
            yield File(addresses.beside_indicator(indicator_id, ending), drawing.svg)
    yield File(addresses.beside_indicator(indicator_id, ".csv"), figure.csv)
    yield File(addresses.beside_indicator(indicator_id, ".csv-metadata.json"), figure.csv_metadata)


def kept_pictures(figures: Mapping[str, Figure], published: Collection[str], renderer: Renderer) -> Iterator[File]:
    """Give each number as a picture whose chart was among the addresses ``published``: none of them disappears."""
    for indicator_id, figure in figures.items():
        address = addresses.beside_indicator(indicator_id, ".svg")
        if figure.wide is None and address in published:
            yield File(address, renderer.html("number-as-picture", address, figure=figure).encode("utf-8"))


INDEX = Link("Figures", addresses.INDICATORS)
_OTHERS = "Other figures"


def indicator_pages(dossier: Dossier, renderer: Renderer, figures: dict[str, Figure]) -> Iterator[Page | File]:
    """Give the index of indicators, the page of each, and the files beside it."""
    yield _index(dossier.records, figures, renderer)
    for indicator_id, figure in figures.items():
        yield _indicator(indicator_id, dossier, figures, renderer)
        yield from figure_files(indicator_id, figure)


def _index(records: Records, figures: dict[str, Figure], renderer: Renderer) -> Page:
    def group(indicator_id: str) -> str:
        return records.indicators[indicator_id].group or _OTHERS

    def order(indicator_id: str) -> tuple[bool, tuple[int, ...], str]:
        return group(indicator_id) == _OTHERS, sort_key(group(indicator_id), records.language), indicator_id

    ordered = sorted(records.indicators, key=order)
    groups = [(name, list(ids)) for name, ids in groupby(ordered, key=group)]
    html = renderer.html("indicators", addresses.INDICATORS, groups=groups, figures=figures)
    summary = "All figures that the papers give, each as a chart or a number, in words and as a table."
    return Page(addresses.INDICATORS, "Figures", summary, html, (HOME,), kind=None)


def _indicator(indicator_id: str, dossier: Dossier, figures: Mapping[str, Figure], renderer: Renderer) -> Page:
    records, figure = dossier.records, figures[indicator_id]
    at, indicator = addresses.indicator(indicator_id), records.indicators[indicator_id]
    ways = dossier.ways.get(indicator_id, ())
    answers = answering(ways, records.indicators, dossier.figures) if ways else ()
    html = renderer.html(
        "indicator",
        at,
        id=indicator_id,
        indicator=indicator,
        figure=figure,
        cited=dossier.citations.by_indicator.get(indicator_id, ()),
        figures=figures,
        ways=ways,
        answers=answers,
        stated=not any(dossier.figures[way].all(Betterment) for way in answers),
    )
    pack = indicator.source.meeting
    meeting = records.day_of(pack) if pack and pack in records.meetings else None
    return Page(at, indicator.title, figure.words.summary, html, (HOME, INDEX), kind="Figure", meeting=meeting)
