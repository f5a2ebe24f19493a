"""The data table of a figure as a CSV file, with a description of it as W3C's CSV on the Web asks.

https://www.w3.org/TR/tabular-metadata/: the description of ``x.csv`` is found at ``x.csv-metadata.json`` beside it.
"""

from __future__ import annotations

import csv
import io
import json
import re

from ..records.indicator import Indicator
from ..words.table import MARKS, DataTable

_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?(%?)")
_MARKS = {mark for mark, _ in MARKS.values()}


def as_csv(table: DataTable) -> bytes:
    """Give the table as CSV: UTF-8, one row of headings, the same strings as the table on the page (RFC 4180)."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in _rows(table):
        writer.writerow(row)
    return written.getvalue().encode("utf-8")


def as_csv_metadata(table: DataTable, indicator: Indicator, csv_name: str) -> bytes:
    """Describe the CSV file ``csv_name``, which lies beside the description: title, source, columns, marks."""
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": csv_name,
        "dc:title": indicator.title,
        "dc:description": indicator.definition,
        "dc:source": indicator.source.title,
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [_column(table, at, title) for at, title in enumerate(table.columns)],
            "primaryKey": "column-1",
        },
        "notes": [f"{mark} means {meaning}." for mark, meaning in table.key] + list(table.notes),
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _rows(table: DataTable) -> list[tuple[str, ...]]:
    return [(row.heading, *row.cells, *((row.status,) if table.has_status else ())) for row in table.rows]


def _column(table: DataTable, at: int, title: str) -> dict[str, object]:
    """Describe a column. It holds numbers where every cell does, apart from those with a mark in place of one."""
    cells = [row[at] for row in _rows(table) if row[at] not in _MARKS]
    found = [_NUMBER.fullmatch(cell) for cell in cells]
    column: dict[str, object] = {"name": f"column-{at + 1}", "titles": title, "datatype": "string"}
    if at and cells and all(found):
        percent = any(match and match[1] for match in found)
        column["datatype"] = {"base": "number", "format": "#,##0.###%" if percent else "#,##0.###"}
        column["null"] = sorted(_MARKS)
    return column
