"""Tables that go on: one that a file holds in several pieces becomes one."""

from __future__ import annotations

import re
from dataclasses import replace

from .parts import Part

_CONT = r"(?:continued|cont['’]?d\.?|cont\.)"
_CONTINUED = re.compile(
    rf".*\(\s*{_CONT}\s*\)\W*|(?:table|appendix|annex)\b.{{,120}}\b{_CONT}|{_CONT}\W*", re.IGNORECASE
)
_MOST_CELLS = 5_000
"""Cells after which a table in pieces is long enough: to join piece by piece takes the longer, the more there is."""


def add_table(parts: list[Part], running: list[Part], table: Part) -> None:
    """Add a table to parts; where it goes on with the last of them, to that.

    It goes on where it has as many columns and the same first row, and no more than "continued" stands between. The
    headings that are said again, and that line, are added to what is running.
    """
    end = len(parts) - 1
    before = end - 1 if end > 0 and _says_continued(parts[end]) else end
    is_table = before >= 0 and parts[before].kind == "table" and len(parts[before].cells) < _MOST_CELLS
    both = _joined(parts[before], table) if is_table else None
    if both is None:
        parts.append(table)
        return
    running += [*parts[before + 1 :], *both[1]]
    parts[before:] = [both[0]]


def _joined(first: Part, second: Part) -> tuple[Part, tuple[Part, ...]] | None:
    """Join a table to the one that goes on with it under the same headings; give the headings that are said again.

    None where the second is another table.
    """
    (width, height), (other_width, other_height) = _size(first), _size(second)
    if other_width != width or width < 2 or not any(_row(first, 0)):
        return None
    most = min(height, other_height - 1)
    count = next((row for row in range(most) if _row(first, row) != _row(second, row)), most)
    if count < 1:
        return None
    kept = [replace(cell, row=cell.row - count + height) for cell in second.cells if cell.row >= count]
    gone = tuple(part for cell in second.cells if cell.row < count for part in cell.parts)
    return replace(first, cells=(*first.cells, *kept)), gone


def _says_continued(part: Part) -> bool:
    """Whether a line says no more than that a table goes on: "Table 2 (continued)"."""
    return len(part.text) < 200 and bool(_CONTINUED.fullmatch(part.text))


def _size(table: Part) -> tuple[int, int]:
    wide = max(cell.column + cell.columns for cell in table.cells)
    return wide, max(cell.row + cell.rows for cell in table.cells)


def _row(table: Part, row: int) -> list[str]:
    return [cell.text for cell in table.cells if cell.row == row]
