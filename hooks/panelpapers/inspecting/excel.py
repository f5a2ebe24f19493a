"""What an Excel workbook holds unseen: hidden sheets, rows and columns, the source of pivot tables, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ..records.attached import Hidden
from .formulas import look_at_formulas
from .packed import Package, attribute, values_of
from .refusing import runs
from .words_of import counted, found

_FORMULAS: Final = (
    "{*}f", "{*}formula", "{*}formula1", "{*}formula2", "{*}definedName", "{*}calculatedColumnFormula",
    "{*}totalsRowFormula",
)  # fmt: skip

_OUT_OF_SIGHT: Final = "@hidden = '1' or @hidden = 'true' or @hidden = 'on' or @ht = 0 or @width = 0"
_HIDDEN_ROWS: Final = etree.XPath(f"//*[local-name() = 'row'][{_OUT_OF_SIGHT}][*[local-name() = 'c']/*]")
_HIDDEN_COLUMNS: Final = etree.XPath(f"//*[local-name() = 'col'][{_OUT_OF_SIGHT}]")


def look_through_excel(package: Package) -> Iterator[Hidden]:
    """Give what the parts of a workbook hold unseen. Raises ``Refused`` where it starts a program."""
    yield from _comments(package)
    yield from _sheets(package)
    yield from _cells(package)
    yield from _kept_data(package)
    yield from look_at_formulas(_formulas(package))
    if package.roots("headers", "revisions"):
        yield Hidden("tracked changes", "a list of tracked changes")


def _comments(package: Package) -> Iterator[Hidden]:
    roots = package.roots("comments", "ThreadedComments")
    comments = [comment for root in roots for comment in root.iter("{*}comment", "{*}threadedComment")]
    people = (author.text or "" for root in roots for author in root.iter("{*}author"))
    yield from found("comments", len(comments), "comment", names=people)


def _sheets(package: Package) -> Iterator[Hidden]:
    states = values_of(package.roots("workbook"), "state")
    yield from found("hidden cells", sum(state in ("hidden", "veryHidden") for state in states), "hidden sheet")


def _cells(package: Package) -> Iterator[Hidden]:
    rows = columns = 0
    for sheet in package.roots("worksheet"):
        rows += len(_HIDDEN_ROWS(sheet))
        spans = [_span(column) for column in _HIDDEN_COLUMNS(sheet)]
        numbers = {_column(cell) for cell in sheet.iter("{*}c") if len(cell)} if spans else set()
        columns += sum(any(first <= number <= last for first, last in spans) for number in numbers)
    if rows or columns:
        told = [counted(number, f"hidden {what}") for number, what in ((rows, "row"), (columns, "column")) if number]
        yield Hidden("hidden cells", f"{' and '.join(told)} with something in them")


def _span(column: etree._Element) -> tuple[int, int]:
    first, last = (attribute(column, name) or "" for name in ("min", "max"))
    return (int(first), int(last)) if first.isdecimal() and last.isdecimal() else (0, 0)


def _column(cell: etree._Element) -> int:
    """Give the number of the column of a cell: 28 for AB7. A cell that does not say it follows the one before."""
    found = re.match("[A-Z]{1,3}", attribute(cell, "r") or "")
    if found is None:
        row = cell.getparent()
        return row.index(cell) + 1 if row is not None else 0
    number = 0
    for letter in found[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _formulas(package: Package) -> Iterator[str]:
    """Give the formulas of cells, names, conditions, lists of choices and charts."""
    for root in package.all_roots():
        yield from (formula.text or "" for formula in root.iter(*_FORMULAS))


def _kept_data(package: Package) -> Iterator[Hidden]:
    """Tell of tables that stand on no sheet: behind a pivot table, and copied from other workbooks."""
    if package.roots("pivotCacheRecords"):
        yield Hidden("hidden cells", "the whole table behind a pivot table")
    others = package.roots("externalLink")
    if any(True for root in others for _ in root.iter("{*}ddeLink")):
        raise runs("The file starts another program when it is opened (DDE).", "Take that link out.")
    if others or package.roots("connections"):
        yield Hidden("linked files", "a link to another workbook or to a database")
