"""Tables of a page: those that rules draw, and those whose columns only gutters part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from panelpapers.importing.pdf.columns import Run
from panelpapers.importing.pdf.grids import Grid
from panelpapers.importing.pdf.lines import Line, lines_of, upright
from panelpapers.importing.pdf.paragraphs import Paragraph, Setting, paragraphs, would_fit
from panelpapers.importing.pdf.signs import Rule, Word


@dataclass
class Placed:
    """A cell with its paragraphs, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int
    paragraphs: list[Paragraph]


@dataclass
class Table:
    """A table: its columns' edges on the page, and its cells."""

    xs: tuple[float, ...]
    cells: list[Placed]
    page: int
    end_page: int = 0

    def __post_init__(self) -> None:
        self.end_page = self.page

    @property
    def paragraphs(self) -> list[Paragraph]:
        """What stands in its cells."""
        return [paragraph for cell in self.cells for paragraph in cell.paragraphs]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.rows for cell in self.cells)

    def row(self, at: int) -> list[Placed]:
        """Give the cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == at]

    def said(self, at: int) -> list[tuple[int, str]]:
        """Give the words of a row, cell by cell."""
        words = ((cell.column, [word.text for part in cell.paragraphs for word in part.words]) for cell in self.row(at))
        return [(column, " ".join(found)) for column, found in words if found]

    def covering(self, row: int, column: int) -> Placed:
        """Give the cell that covers a place of the table."""
        return next(
            cell
            for cell in reversed(self.cells)
            if cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns
        )


def drawn_table(grid: Grid, words: Sequence[Word], page: int, setting: Setting) -> Table:
    """The table of a grid, with each word in the cell that holds its middle."""
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        x = (word.x0 + word.x1) / 2
        box = min(grid.boxes, key=lambda box: box.distance(x, word.middle))
        held.setdefault((box.row, box.column), []).append(word)
    level = [
        min(word.x0 for word in held[box.row, box.column]) - box.x0
        for box in grid.boxes
        if (box.row, box.column) in held and not held[box.row, box.column][0].turn
    ]
    pad = max(min(level, default=0.0), 0.0)
    cells = []
    for box in grid.boxes:
        inside = held.get((box.row, box.column), [])
        turn = inside[0].turn if inside else 0
        left, right = ((box.x0, box.x1), (-box.bottom, -box.top), (-box.x1, -box.x0), (box.top, box.bottom))[turn]
        lines = lines_of(upright(inside), page)
        placed = paragraphs(lines, (left + pad, right - pad), setting)
        cells.append(Placed(box.row, box.column, box.rows, box.columns, placed))
    return Table(grid.xs, cells, page)


def open_table(run: Run, rules: Sequence[Rule], setting: Setting) -> Table:
    """The table of a run of lines whose columns only gutters part.

    A line begins a row where it stands apart from the line above, where a rule parts them, or where the first word of
    one of its cells had room in the line above.
    """
    x0, x1 = min(line.x0 for line in run.lines), max(line.x1 for line in run.lines)
    starts = [min(line.x0 for line in column) for column in run.columns()]
    ends = [*(start - 0.5 * run.lines[0].size for start in starts[1:]), x1]
    rows: list[list[list[Line]]] = []
    before: Line | None = None
    for line in run.lines:
        pieces = run.pieces(line)
        if before is None or _begins_row(rows[-1], pieces, (before, line), (starts, ends), rules, setting):
            rows.append([[] for _ in pieces])
        for cell, piece in zip(rows[-1], pieces, strict=True):
            if piece:
                cell.append(piece)
        before = line
    cells = [
        Placed(row, at, 1, 1, paragraphs(cell, (starts[at], ends[at]), setting))
        for row, found in enumerate(rows)
        for at, cell in enumerate(found)
    ]
    return Table((x0, *run.edges, x1), cells, run.lines[0].page)


def _begins_row(
    row: list[list[Line]],
    pieces: list[Line | None],
    pair: tuple[Line, Line],
    edges: tuple[list[float], list[float]],
    rules: Sequence[Rule],
    setting: Setting,
) -> bool:
    before, line = pair
    if line.middle - before.middle > 1.3 * setting.leading(line.size):
        return True
    if any(rule.across and before.middle < rule.at < line.middle and rule.end > line.x0 for rule in rules):
        return True
    return any(
        piece is not None and (not cell or would_fit(cell[-1], piece, edge))
        for cell, piece, edge in zip(row, pieces, zip(*edges, strict=True), strict=True)
    )
