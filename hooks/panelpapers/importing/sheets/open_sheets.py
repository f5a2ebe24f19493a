"""OpenDocument spreadsheets: the cells that readers see, each as it is printed, which the file holds as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ...inspecting.packed import Package, attribute, local_name
from ...records.calendar import MONTHS
from ..unreadable import Unreadable
from .gathering import At, Sheets

_ROWS: Final = ("table-row-group", "table-rows", "table-header-rows")
_COLUMNS: Final = ("table-column-group", "table-columns", "table-header-columns")


def read_open_sheets(package: Package, sheets: Sheets) -> None:
    """Read a spreadsheet of which ``package`` was opened with care. Raises ``Unreadable`` and ``Refused``."""
    if any(entry.tag for root in package.roots("manifest") for entry in root.iter("{*}encryption-data")):
        raise Unreadable(sheets.name, "This file is locked with a password.", "Save it without a password.")
    if "content.xml" not in package.names:
        raise Unreadable(
            sheets.name, "This is no OpenDocument spreadsheet.", "Open it in its program and save it as .ods."
        )
    content = package.xml("content.xml")
    unseen = set(_hidden_styles(content))
    for table in content.iter("{*}table"):
        if local_name(table.getparent()) == "spreadsheet":  # type: ignore[arg-type]  # it has one
            _read(table, attribute(table, "style-name") in unseen, sheets)


def _hidden_styles(content: etree._Element) -> Iterator[str | None]:
    for properties in content.iter("{*}table-properties"):
        style = properties.getparent()
        if attribute(properties, "display") == "false" and style is not None:
            yield attribute(style, "name")


def _read(table: etree._Element, unseen: bool, sheets: Sheets) -> None:
    texts: dict[At, str] = {}
    spans: dict[At, At] = {}
    columns = set(_hidden_columns(table))
    for row, element in _numbered(table, "table-row", _ROWS):
        for column, cell in _cells(element):
            for note in cell.iter("{*}annotation"):
                sheets.hide(" ".join(map(str, note.itertext())), "in comments")
            if not (text := _printed(cell)):
                continue
            if unseen:
                sheets.hide(text, "on hidden sheets")
            elif column in columns or _hidden(element):
                sheets.hide(text, "in hidden rows and columns")
            else:
                texts[row, column] = text
                spans[row, column] = (_count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned"))
    if not unseen:
        sheets.add(attribute(table, "name") or "", texts, spans)


def _numbered(
    table: etree._Element, kind: str, around: tuple[str, ...], number: int = 0
) -> Iterator[tuple[int, etree._Element]]:
    """Give rows or columns with their numbers. One that stands for several is given once, at the first of them.

    What is repeated holds nothing as a rule: programs fill a sheet to its end so. A row with words that stands for
    several is given as often, up to a thousand times.
    """
    for element in table.iter(f"{{*}}{kind}"):
        parent = element.getparent()
        if parent is not table and local_name(parent) not in around:  # type: ignore[arg-type]
            continue
        times = _count(element, f"number-{'rows' if kind == 'table-row' else 'columns'}-repeated")
        filled = kind == "table-row" and any(map(_printed, element))
        for at in range(number, number + (min(times, 1_000) if filled else 1)):
            yield at, element
        number += times


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = 0
    for cell in row:
        times = _count(cell, "number-columns-repeated")
        if local_name(cell) == "table-cell" and len(cell):
            for at in range(column, column + min(times, 1_000)):
                yield at, cell
        column += times


def _hidden_columns(table: etree._Element) -> Iterator[int]:
    for number, column in _numbered(table, "table-column", _COLUMNS):
        if _hidden(column):
            yield from range(number, number + min(_count(column, "number-columns-repeated"), 20_000))


def _hidden(element: etree._Element) -> bool:
    around = element.getparent()
    grouped = around is not None and attribute(around, "display") == "false"
    return grouped or attribute(element, "visibility") in ("collapse", "filter")


def _count(element: etree._Element, name: str) -> int:
    value = attribute(element, name) or "1"
    return max(int(value), 1) if value.isdecimal() and len(value) < 9 else 1


def _printed(cell: etree._Element) -> str:
    """Give what a cell shows. A day is given in full where the cell shows that."""
    lines = [_words(part) for part in cell if local_name(part) == "p"]
    text = "\n".join(lines).strip()
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?", attribute(cell, "date-value") or "")
    if not text or not day:
        return text
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if int(day[3]) in numbers and len(numbers) > 1 + (re.search("[A-Za-z]{3}", text) is None):
        return f"{day[1]}-{day[2]}-{day[3]}" + (f" {day[4]}" if day[4] and ":" in text else "")
    return f"{MONTHS[int(day[2]) - 1]} {day[1]}" if len(numbers) > (re.search("[A-Za-z]{3}", text) is None) else text


def _words(part: etree._Element) -> str:
    """Give the words of a paragraph: spaces and line ends are elements there."""
    said = part.text or ""
    for inner in part:
        if local_name(inner) != "annotation":
            said += {"s": " ", "tab": " ", "line-break": "\n"}.get(local_name(inner)) or _words(inner)
        said += inner.tail or ""
    return said
