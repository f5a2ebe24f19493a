"""Excel workbooks: the cells that readers see, each as it is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Final

from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ...inspecting.packed import Package, attribute
from ..unreadable import Unreadable
from .gathering import MOST_CELLS, At, Sheets
from .printed import day_as_printed, number_as_printed

NOT_WORKED_OUT: Final = "#NOT WORKED OUT"
"""What stands for a formula of which the file holds no result."""
_ODD: Final = (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, etree.XMLSyntaxError)
"""What openpyxl raises where a workbook is not as the standard says."""


def read_excel(data: bytes, package: Package, sheets: Sheets) -> None:
    """Read a workbook of which ``package`` was opened with care. Raises ``Unreadable`` and ``Refused``."""
    if any("vbaproject" in name.lower() for name in package.names):
        raise Unreadable(sheets.name, "This workbook holds a program (a macro).", "Save it as .xlsx, without macros.")
    package.all_roots()  # refused here, before anything else unpacks it: what is endless, and entities
    merged = (
        attribute(cell, "ref") or "" for root in package.roots("worksheet") for cell in root.iter("{*}mergeCell")
    )
    if sum(map(_cells_of, merged)) > MOST_CELLS:  # each of these would become an object
        fix = "Copy the rows and columns that you need into a file of their own."
        raise Unreadable(sheets.name, "Merged cells of this file reach over too many others.", fix)
    try:
        book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(data), keep_links=False) if _not_worked_out(package) else None
        for sheet in book.worksheets:
            _read(sheet, formulas, sheets)
    except _ODD as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(sheets.name, "This workbook is broken.", "Open it in Excel and save it anew.") from error


def _cells_of(reference: str) -> int:
    """Say over how many cells a merged one reaches: six for B2:C4."""
    found = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})", reference)
    if found is None:
        return 0
    first, last = (column_index_from_string(found[at]) for at in (1, 3))
    return (abs(last - first) + 1) * (abs(int(found[4]) - int(found[2])) + 1)


def _not_worked_out(package: Package) -> bool:
    """Whether a formula has no result: a program that works nothing out has written it."""
    without = etree.XPath(
        "boolean(//*[local-name() = 'c'][*[local-name() = 'f']][not(@t = 'str')][not(*[local-name() = 'v']/text())])"
    )
    return any(without(root) for root in package.roots("worksheet"))


def _read(sheet: Worksheet, formulas: Workbook | None, sheets: Sheets) -> None:
    rows = {number - 1 for number, row in sheet.row_dimensions.items() if row.hidden or row.height == 0}
    columns = set(_hidden_columns(sheet))
    texts: dict[At, str] = {}
    # Only what is there: a sheet may reach to row 1,048,576 with one cell.
    for (row, column), cell in sheet._cells.items():
        text = _printed(cell) if isinstance(cell, ExcelCell) else ""
        if cell.value is None and cell.data_type == "n" and formulas and _formula(formulas[sheet.title], row, column):
            text = NOT_WORKED_OUT
        if cell.comment:
            sheets.hide(cell.comment.text, "in comments")
        if not text:
            continue
        if sheet.sheet_state != "visible":
            sheets.hide(text, "on hidden sheets")
        elif row - 1 in rows or column - 1 in columns:
            sheets.hide(text, "in hidden rows and columns")
        else:
            texts[row - 1, column - 1] = text
    spans = {
        (merged.min_row - 1, merged.min_col - 1): (merged.size["rows"], merged.size["columns"])
        for merged in sheet.merged_cells.ranges
    }
    if sheet.sheet_state == "visible":
        sheets.add(sheet.title, texts, spans)


def _formula(sheet: Worksheet, row: int, column: int) -> bool:
    return sheet.cell(row, column).data_type == "f"


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    for column in sheet.column_dimensions.values():
        if column.hidden or column.width == 0:
            yield from range((column.min or 1) - 1, column.max or 0)


def _printed(cell: ExcelCell) -> str:
    value, code = cell.value, cell.number_format
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date | time | timedelta):
        return day_as_printed(value, code)
    if isinstance(value, int | float):
        return number_as_printed(value, code)
    return str(value).strip()
