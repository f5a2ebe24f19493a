"""Tables of a page: those that rules draw, and those whose columns only gutters part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from panelpapers.importing.pdf.columns import Run, run_of
from panelpapers.importing.pdf.drawn import Rule
from panelpapers.importing.pdf.grids import Box, Grid
from panelpapers.importing.pdf.lines import Line, lines_of, upright
from panelpapers.importing.pdf.paragraphs import Edges, Paragraph, Setting, paragraphs, reads_on, would_fit
from panelpapers.importing.pdf.signs import Word


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
    is_drawn: bool = True
    repeated: list[Paragraph] = field(default_factory=list)

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
        return [(cell.column, word.text) for cell in self.row(at) for part in cell.paragraphs for word in part.words]

    def covering(self, row: int, column: int) -> Placed:
        """Give the cell that covers a place of the table."""
        return next(
            cell
            for cell in reversed(self.cells)
            if cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns
        )


def drawn_table(grid: Grid, words: Sequence[Word], page: int, rules: Sequence[Rule], setting: Setting) -> Table:
    """Read the table of a grid, with each word in the cell that holds its middle.

    Where rules part the rows alone, or not each row into its columns, gutters part what they leave together.
    """
    if len(grid.xs) == 2 and (run := run_of(lines_of(words, page))).edges:
        return open_table(run, grid.xs[1], rules, setting)
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
    cells: list[Placed] = []
    more = 0
    for box in grid.boxes:
        inside = held.get((box.row, box.column), [])
        turn = inside[0].turn if inside else 0
        left, right = ((box.x0, box.x1), (-box.bottom, -box.top), (-box.x1, -box.x0), (box.top, box.bottom))[turn]
        lines = lines_of(upright(inside), page)
        if parted := _parted(box, lines, grid, rules, setting):
            cells += [replace(cell, row=cell.row + box.row + more) for cell in parted]
            more += max(cell.row for cell in parted)
            continue
        placed = paragraphs(lines, (left + pad, right - pad), setting)
        cells.append(Placed(box.row + more, box.column, box.rows, box.columns, placed))
    return Table(grid.xs, cells, page)


def _parted(box: Box, lines: list[Line], grid: Grid, rules: Sequence[Rule], setting: Setting) -> list[Placed]:
    """Part a box that reaches over all columns, where gutters stand at their edges; nothing where none do."""
    run = run_of(lines) if lines and box.columns == len(grid.xs) - 1 > 1 else None
    if run is None or not run.edges:
        return []
    starts = [min(line.x0 for line in column) for column in run.columns()]
    columns = [max(at for at, x in enumerate(grid.xs) if x <= start + 1) for start in starts]
    if len(set(columns)) < len(columns):
        return []
    reaches = [after - at for at, after in pairwise([*columns, len(grid.xs) - 1])]
    return [
        Placed(cell.row, columns[cell.column], 1, reaches[cell.column], cell.paragraphs)
        for cell in open_table(run, box.x1, rules, setting).cells
    ]


def open_table(run: Run, right: float, rules: Sequence[Rule], setting: Setting) -> Table:
    """Read the table of a run of lines whose columns only gutters part, on a page whose lines end at `right`."""
    columns = run.columns()
    starts = [min(line.x0 for line in column) for column in columns]
    reach = [max(line.x1 for line in column) for column in columns]
    pad = 1.1 * run.lines[0].size
    ends = [max(end, after - pad) for end, after in zip(reach, [*starts[1:], right + pad], strict=True)]
    rows = _Rows(run, list(zip(starts, ends, strict=True)), rules, setting)
    for line in run.lines:
        rows.add(line)
    cells = [
        Placed(row, at, 1, 1, paragraphs(cell, (starts[at], min(ends[at], reach[at] + pad)), setting))
        for row, found in enumerate(rows.made)
        for at, cell in enumerate(found)
    ]
    return Table((*starts, max(reach)), cells, run.lines[0].page, is_drawn=False)


class _Rows:
    """The rows of a table that no rule draws, made line by line."""

    def __init__(self, run: Run, edges: Sequence[Edges], rules: Sequence[Rule], setting: Setting) -> None:
        self.made: list[list[list[Line]]] = []
        self._run, self._edges, self._setting = run, edges, setting
        top, bottom = run.lines[0].middle, run.lines[-1].middle
        inner = (rule for rule in rules if rule.across and top < rule.at < bottom)
        self._rules = [rule for rule in inner if rule.end > run.lines[0].x0]
        found = [run.pieces(line) for line in run.lines if run.is_split(line)]
        full = [pieces for pieces in found if pieces.count(None) < 2]
        self._is_anchored = sum(pieces[0] is not None for pieces in full) > 0.6 * len(full)

    def add(self, line: Line) -> None:
        """Put a line's pieces into the row that it begins or goes on with."""
        pieces = self._run.pieces(line)
        if not self.made or self._begins(pieces, line):
            self.made.append([[] for _ in pieces])
        for cell, piece in zip(self.made[-1], pieces, strict=True):
            if piece:
                cell.append(piece)

    def _begins(self, pieces: Sequence[Line | None], line: Line) -> bool:
        """Whether a line begins a row.

        It does where a rule parts it from the line above, and only there if rules part the rows; where the line above
        is bold and it is not; where the rows of the table fill the first column, if it fills it and does not read as
        a middle; else where it stands apart from the line above, or a cell's first word had room there.
        """
        row = self.made[-1]
        above = max((cell[-1] for cell in row if cell), key=lambda piece: piece.middle)
        is_ruled_off = any(above.middle < rule.at < line.middle for rule in self._rules)
        if is_ruled_off or len(self._rules) > 1:
            return is_ruled_off
        was_bold, is_bold = (all(word.bold for word in words) for words in (_words(row), line.words))
        if was_bold and not is_bold:
            return True
        found = [(cell, piece, edges) for cell, piece, edges in zip(row, pieces, self._edges, strict=True) if piece]
        reading = [(cell, piece, edges) for cell, piece, edges in found if cell and reads_on(cell[-1], piece)]
        if len(reading) == len(found) or any(not would_fit(cell[-1], piece, edges) for cell, piece, edges in reading):
            return False
        if self._is_anchored and pieces[0] is None and len(found) < len(pieces) - 1:
            return False
        is_short = len(found) < len(pieces) and all(cell and piece.text[0].isalpha() for cell, piece, _ in found[:1])
        if is_short and pieces[0] and not would_fit(row[0][-1], pieces[0], self._edges[0]):
            return False
        if self._is_anchored and len(found) > 1 and not any(piece.text[:1].islower() for _, piece, _ in found):
            return True
        is_apart = line.middle - above.middle > 1.3 * self._setting.leading(line.size)
        return is_apart or any(not cell or would_fit(cell[-1], piece, edges) for cell, piece, edges in found)


def _words(row: Sequence[Sequence[Line]]) -> list[Word]:
    return [word for cell in row for line in cell for word in line.words]
