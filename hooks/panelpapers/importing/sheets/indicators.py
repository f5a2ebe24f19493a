"""Figures of sheets: which indicator each belongs to, for which period, and what of it is not yet in the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from pydantic_core import PydanticCustomError

from ...records.indicator import Indicator, Point
from ...records.names import as_slug
from ...records.units import read_unit
from ..days import first_in
from ..parts import Part, Source
from .columns import aside, name_in, names_of, tables_of, without_aside
from .figures import may_be_figure
from .periods import Custom, said_period
from .tables import Column, Row, Table, read_table
from .told import Told

_NAMES: Final = ("id", "title", "measure")
"""What says which indicator a row is about, what says it surest first."""

_YEARS: Final = ("year", "financial year", "fiscal year")
"""Headings of a column that says the year alone, beside another for the quarter or the month."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column is: a field, a period whose figures stand in it, or a series that has its own column."""

    field: str = ""
    period: str = ""
    series: str = ""
    unit: str = ""
    """The unit that stands behind the heading."""


@dataclass(slots=True)
class Raw:
    """A figure as the sheet has it: its texts by the names of fields, and their cells."""

    series: str
    texts: dict[str, tuple[str, str]]
    place: str
    custom: Custom


@dataclass
class Figures:
    """All that sheets say of one indicator."""

    key: str
    existing: Indicator | None
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    raw: list[Raw] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What people call it."""
        title = self.existing.title if self.existing else self.fields.get("title", (self.key, ""))[0]
        return f"“{title}”"

    def given(self, name: str) -> str:
        """Give what the sheets say of a field."""
        return self.fields.get(name, ("", ""))[0]


@cache
def _names() -> Mapping[str, str]:
    """Give what a heading can mean: of a figure first, since an indicator has some fields of the same name."""
    of_all = names_of(Indicator, source="title", target="value", series="name")
    of_figure = {words: name for words, name in names_of(Point).items() if name != "definition"}
    return {**of_all, **of_figure, "id": "id", "indicator id": "id", **dict.fromkeys(_YEARS, "year")}


class Sheets:
    """Gathers the figures of several files."""

    def __init__(self, existing: Mapping[str, Indicator], custom: Custom, told: Told, title: str = "") -> None:
        """Take what the records have. ``title`` is that of the indicator in sheets that name none."""
        self.existing, self.custom, self.told, self.title = existing, custom, told, title
        self.found: dict[str, Figures] = {}
        self.used: dict[int, str] = {}
        self.names = {_said(i.title): key for key, i in existing.items()} | {key: key for key in existing}

    def add(self, source: Source) -> None:
        """Gather what the sheets of a file say. A cell that is used is noted with what it was used for."""
        tables = 0
        for part, where, title in tables_of("indicators", source):
            if table := self._table(part, where):
                tables += 1
                self._add(table, title or source.name.rpartition(".")[0])
                self.used.update((id(cell), "a heading") for cell in table.used)
            elif part.cells:
                self.told.note(where, "No headings of figures are known here. All of it is left over.")
        if not tables:
            fix = "Name the columns as the guide does: title, period, value; or title, and a column for each period."
            self.told.problem(source.name, "No headings of figures are known in this file.", fix)

    def _table(self, part: Part, where: str) -> Table[Heading] | None:
        def known(heading: str) -> Heading | None:
            return _heading(heading, self.custom)

        table = read_table(part, where, known) or read_table(part, where, known, least=1)
        return _with_series(table.each_once(lambda what: what.field), self.title != "") if table else None

    def _add(self, table: Table[Heading], title: str) -> None:
        customs = {column: self._custom(table, column) for column in table.columns}
        heads = [heading.what.period for heading in table.columns.values() if heading.what and heading.what.period]
        of_heads = Custom(first_in(heads, self.custom.first), self.custom.year_begins)
        for row in table.rows:
            self._row(table, row, title, customs, of_heads)

    def _custom(self, table: Table[Heading], column: int) -> Custom:
        texts = (row.text(column) for row in table.rows)
        return Custom(first_in(texts, self.custom.first), self.custom.year_begins)

    def _row(
        self, table: Table[Heading], row: Row, title: str, customs: Mapping[int, Custom], of_heads: Custom
    ) -> None:
        found = {
            column: heading.what
            for column, heading in table.columns.items()
            if heading.what is not None and row.text(column)
        }
        texts = {
            what.field: (row.text(column), table.cell(row.number, column))
            for column, what in found.items()
            if what.field
        }
        figures = {column: what for column, what in found.items() if what.field in ("", "value")}
        if year := texts.pop("year", None):
            texts["period"] = (f"{texts['period'][0]} {year[0]}", year[1]) if "period" in texts else year
        # What stands once beside the figures of several periods, such as a remark, is of none of them.
        several = any(what.period for what in figures.values())
        of_point = {name: text for name, text in texts.items() if name in _of_points() and not several}
        of_all = {name: text for name, text in texts.items() if name not in {*_of_points(), "series.name"}}
        units = {what.unit: table.cell(row.number, column) for column, what in figures.items() if what.unit}
        of_all |= {"unit": next(iter(units.items()))} if units and "unit" not in of_all else {}
        of_all = _with_unit(of_all)
        words_alone = not _has_figures(table) and bool(of_all.keys() & {*_NAMES} and of_all.keys() - {*_NAMES})
        if not (figures or {"lowest", "statuses", "why"}.intersection(of_point) or words_alone):
            return
        about = self._about(of_all, title, table.cell(row.number, min(row.cells)))
        if about is None:
            return
        custom = next((customs[column] for column, what in found.items() if what.field == "period"), self.custom)
        series = texts.get("series.name", ("", ""))[0]
        if not figures and not words_alone:
            about.raw.append(Raw(series, of_point, next(iter(of_point.values()))[1], custom))
        for column, what in figures.items():
            place = table.cell(row.number, column)
            own = {**of_point, "value": (row.text(column), place)}
            own |= {"period": (what.period, place)} if what.period else {}
            about.raw.append(Raw(what.series or series, own, place, of_heads if what.period else custom))
            if row.cells[column].columns > 1 and not what.field:
                self.told.problem(place, "One cell reaches over several periods.", "Give each period its own figure.")
        taken = {*of_point, *of_all, "", "value", "year", "series.name"} - ({"period"} if several else set())
        self.used.update(
            (id(row.cells[column]), f"indicators/{about.key}.yml")
            for column, what in found.items()
            if what.field in taken
        )

    def _about(self, fields: Mapping[str, tuple[str, str]], title: str, place: str) -> Figures | None:
        """Give the indicator that a row is about, with what the row says of it."""
        names = [fields[name][0] for name in _NAMES if name in fields] or [self.title or title]
        key = next((self.names[said] for said in map(_said, names) if said in self.names), "") or as_slug(names[0])
        if not {*_NAMES} & fields.keys() and not self.title and key not in self.existing:
            fix = "Add a column “title”, or give --title for a sheet with one indicator."
            self.told.problem(
                place.partition(", cell")[0], "Nothing says here which indicator the figures are of.", fix
            )
            return None
        about = self.found.setdefault(key, Figures(key, self.existing.get(key)))
        fields = fields if "title" in fields or not self.title else {**fields, "title": (self.title, place)}
        for name, (text, cell) in fields.items():
            first, where = about.fields.setdefault(name, (text, cell))
            if _said(first) != _said(text):
                fact = f"“{text}” is another {name.replace('.', ' ')} of {about.name} than “{first}” in {where}."
                self.told.problem(cell, fact, "Say the same in all rows of one indicator, or give each an id.")
        return about


@cache
def _of_points() -> frozenset[str]:
    return frozenset(names_of(Point).values()) - {"definition"}


def _said(text: str) -> str:
    return " ".join(text.casefold().split())


def _heading(words: str, custom: Custom) -> Heading | None:
    if name := name_in(_names(), words):
        return Heading(name, unit=_unit(aside(words)) if name == "value" else "")
    try:
        period = said_period(words, custom)
    except PydanticCustomError:
        return None
    return Heading(period=words) if period.stated else None


def _unit(text: str) -> str:
    try:
        return read_unit(text).name if text else ""
    except PydanticCustomError:
        return ""


def _with_unit(fields: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Take the unit out of the brackets behind a title, where no column says it: Satisfaction (%)."""
    title, cell = fields.get("title", ("", ""))
    unit = _unit(aside(title))
    if not unit or "unit" in fields:
        return fields
    return {**fields, "title": (without_aside(title), cell), "unit": (unit, cell)}


def _has_figures(table: Table[Heading]) -> bool:
    """Whether a table has a column in which figures stand; one without has words about indicators."""
    return any(
        what.period or what.series or what.field in ("value", "lowest", "statuses")
        for heading in table.columns.values()
        if (what := heading.what)
    )


def _with_series(table: Table[Heading], titled: bool) -> Table[Heading] | None:
    """Find what has no heading that is known, where there are figures; ``None`` where nothing can be a figure.

    Columns beside periods hold figures of a series each, which their headings name. Words at the left of columns for
    periods are titles of indicators, or of series where the sheet is about one.
    """
    known = {what.field for heading in table.columns.values() if (what := heading.what)}
    columns = dict(table.columns)
    if any(heading.what and heading.what.period for heading in columns.values()):
        named = known & {*_NAMES, "series.name"}
        first = next((at for at, heading in columns.items() if heading.what is None and not named), None)
        if first is not None and first < min(at for at, heading in columns.items() if heading.what):
            columns[first] = Column(columns[first].heading, Heading("series.name" if titled else "title"))
        return replace(table, columns=columns)
    if known & {"value", "lowest", "statuses"} or (known & {*_NAMES} and known & {"unit", "definition"}):
        return table
    if not known & {"period", "category", "year"}:
        return None
    for column, heading in table.columns.items():
        texts = [text for row in table.rows if (text := row.text(column))]
        if heading.what is None and heading.heading and texts and sum(map(may_be_figure, texts)) * 2 > len(texts):
            unit = _unit(aside(heading.heading))
            name = without_aside(heading.heading) if unit else heading.heading
            columns[column] = Column(heading.heading, Heading(series=name, unit=unit))
    return replace(table, columns=columns) if columns != table.columns else None
