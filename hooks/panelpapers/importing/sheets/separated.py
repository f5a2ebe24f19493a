"""Text with a comma, a semicolon or a tab between cells, in any of the ways in which spreadsheets save it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Final

from ...reading.decoding import decode
from ..unreadable import Unreadable
from .gathering import Sheets

_SEPARATORS: Final = ",;\t"
_LOOKED_AT: Final = 50
"""Lines in which the separator is looked for."""


def read_separated(data: bytes, sheets: Sheets) -> None:
    """Read text in UTF-8, UTF-16 or Windows-1252. Raises ``Unreadable``."""
    text, problems = decode(data, sheets.name)
    if text is None:
        raise Unreadable(sheets.name, problems[0].message, "Save it as CSV, .xlsx or .ods.")
    if "\0" in text:
        raise Unreadable(
            sheets.name, "This is no text: it holds signs that no text has.", "Save it as CSV, .xlsx or .ods."
        )
    first, _, rest = text.partition("\n")
    named = first.removeprefix("sep=") if first.startswith("sep=") and len(first) == 5 else ""
    rows = _parted(sheets.name, ("\n" if named else "") + (rest if named else text), named or _separator(text))
    texts = {
        (row, column): cell for row, cells in enumerate(rows) for column, cell in enumerate(cells) if cell.strip()
    }
    sheets.add("", texts)


def _parted(name: str, text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as error:
        raise Unreadable(
            name, "A cell of this file has no end: a quotation mark is open.", "Close it, or save it anew."
        ) from error


def _separator(text: str) -> str:
    """Give what parts the cells: what gives most lines the same number of cells, more than one."""

    def fits(separator: str) -> tuple[int, int]:
        lines = io.StringIO("\n".join(text.split("\n")[:_LOOKED_AT]))
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if any(row))
        except csv.Error:  # with this one, a cell has no end
            return 0, 0
        (width, lines_of_it), *_ = [(w, n) for w, n in widths.most_common() if w > 1] or [(0, 0)]
        return lines_of_it, width

    return max(_SEPARATORS, key=fits)
