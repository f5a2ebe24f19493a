"""The data table of a figure as a CSV file, in the form that RFC 4180 and W3C's CSV on the Web describe."""

from __future__ import annotations

import csv
import io

from ..words.table import DataTable


def as_csv(table: DataTable) -> bytes:
    """Give the table as CSV: UTF-8, one row of headings, the same strings as the table on the page."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow((row.heading, *row.cells, *((row.status,) if table.has_status else ())))
    return written.getvalue().encode("utf-8")
