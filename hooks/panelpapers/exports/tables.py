"""The data table of a figure as a CSV file, with a description of it as W3C's CSV on the Web asks.

https://www.w3.org/TR/tabular-metadata/: the description of ``x.csv`` is found at ``x.csv-metadata.json`` beside it.

A spreadsheet takes a text that begins with a sign, such as ``=``, for a formula, and runs it. An apostrophe before it
prevents that (https://owasp.org/www-community/attacks/CSV_Injection); the description says so where there is one.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Final

from ..records.attached import without_formulas
from ..records.indicator import Indicator
from ..records.language import language_of, unmarked
from ..words.nouns import MARKS
from ..words.table import DataTable

_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?(%?)")
_MARKS = {mark for mark, _ in MARKS.values()}

_FIGURE: Final = re.compile(r"-?(?:[£$€¥]|[A-Z]{3}\u00a0)?\d{1,3}(?:,\d{3})*(?:[.:]\d+)*%?", re.ASCII)
"""A figure as the formatter writes it. A spreadsheet reads it as a number, whatever its sign."""
_APOSTROPHES: Final = (
    "An apostrophe was added before each text that begins with a sign, such as = or -. "
    "One was added, too, where a sign follows a semicolon, a bar, a tab or a new line. "
    "It keeps spreadsheets from taking the text for a formula."
)


def as_csv(table: DataTable) -> bytes:
    """Give the table as CSV: UTF-8, one row of headings, the same strings as the table on the page (RFC 4180).

    What a spreadsheet would take for a formula has an apostrophe before it. Figures are as they are on the page.
    """
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([_safe(table.columns), *map(_safe, _rows(table))])
    return written.getvalue().encode("utf-8")


def as_csv_metadata(table: DataTable, indicator: Indicator, names: Mapping[str, str], csv_name: str) -> bytes:
    """Describe the CSV file ``csv_name``, which lies beside the description: title, source, columns, marks.

    What is among ``names`` is in another language than English, and so are the texts of the table that are marked.
    """
    table, marked_columns = table.changed(unmarked), table.columns

    def said(text: str) -> object:
        return {"@value": text, "@language": names[text]} if text in names else text

    added = any(_safe(row) != row for row in (table.columns, *_rows(table)))
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": csv_name,
        "dc:title": said(indicator.title),
        "dc:description": said(indicator.definition),
        "dc:source": said(indicator.source.title),
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [
                _column(table, at, title, language_of(marked))
                for at, (title, marked) in enumerate(zip(_safe(table.columns), marked_columns, strict=True))
            ],
            "primaryKey": "column_1",
        },
        "notes": [
            *(f"{mark} means {meaning}." for mark, meaning in table.key),
            *table.notes,
            *([_APOSTROPHES] if added else []),
        ],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _safe(row: tuple[str, ...]) -> tuple[str, ...]:
    """Put an apostrophe before what would begin a formula in one of the cells.

    The first cell names its row: it is a text, also where it looks like a figure, because a spreadsheet that does not
    part cells at commas would go on from there to the next cell.
    """
    return tuple(cell if at and _FIGURE.fullmatch(cell) else without_formulas(cell) for at, cell in enumerate(row))


def _rows(table: DataTable) -> list[tuple[str, ...]]:
    return [(row.heading, *row.cells, *((row.status,) if table.has_status else ())) for row in table.rows]


def _column(table: DataTable, at: int, title: str, language: str) -> dict[str, object]:
    """Describe a column. It holds numbers where every cell does, apart from those with a mark in place of one.

    ``language`` is that of its title, where it is not English.
    """
    cells = [row[at] for row in _rows(table) if row[at] not in _MARKS]
    found = [_NUMBER.fullmatch(cell) for cell in cells]
    column: dict[str, object] = {"name": f"column_{at + 1}", "titles": {language: title} if language else title}
    column["datatype"] = "string"
    if at and cells and all(found):
        percent = any(match and match[1] for match in found)
        column["datatype"] = {"base": "decimal", "format": "#,##0.###%" if percent else "#,##0.###"}
        column["null"] = sorted(_MARKS)
    return column
