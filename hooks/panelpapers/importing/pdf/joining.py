"""What the end of a page or a column has parted, joined again: paragraphs, and tables with their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from panelpapers.importing.pdf.layout import Block
from panelpapers.importing.pdf.lines import Line
from panelpapers.importing.pdf.paragraphs import Paragraph, reads_on, would_fit
from panelpapers.importing.pdf.tables import Placed, Table

_SAME = 4.0  # points by which the columns of one table may differ from page to page
_ALIKE = 15.0  # the same, of columns that no rule draws
_FULL = 20.0  # of its size: a line of text is at least so long
_FREE = 0.25  # of a page: no row is so high that it does not fit there
_CLOSED = (".", ":", ";", "!", "?", ".”", ".’")


def joined(blocks: Sequence[Block], heights: Mapping[int, float]) -> list[Block]:
    """Join each block to the one before where it goes on with it on the next page or in the next column.

    `heights` are those of the pages, by their numbers.
    """
    made: list[Block] = []
    ends = _ends(blocks, heights)
    for block in blocks:
        last = made[-1] if made else None
        if isinstance(last, Paragraph) and isinstance(block, Paragraph) and _goes_on(last, block):
            last.lines.extend(block.lines)
            last.edges = block.edges
        elif isinstance(last, Table) and isinstance(block, Table) and _is_same_table(last, block, ends):
            _append(last, block)
        else:
            made.append(block)
    return [piece for block in made for piece in _unframed(block)]


def _unframed(block: Block) -> list[Block]:
    """Give a block; of a table with words in one cell alone, which is a frame or a drawing, its paragraphs."""
    if isinstance(block, Table) and sum(bool(cell.paragraphs) for cell in block.cells) < 2:
        return list(block.paragraphs)
    return [block]


def _goes_on(last: Paragraph, block: Paragraph) -> bool:
    """Whether a paragraph is the rest of the one before: its first word had no room, and it reads as a middle."""
    end, start = last.lines[-1], block.lines[0]
    if (start.page == end.page and start.middle > end.middle) or abs(start.size - end.size) > 0.5:
        return False
    if block.number or block.bullet or would_fit(end, start, last.edges):
        return False
    is_open = end.x1 - end.x0 > _FULL * end.size and not end.text.rstrip().endswith(_CLOSED)
    hangs = bool(last.number) and abs(start.x0 - last.text_x0) < 3 < last.text_x0 - last.lines[0].x0
    return start.text[:1].islower() or ((is_open or hangs) and _type(end, -1) == _type(start, 0))


def _type(line: Line, at: int) -> tuple[bool, bool]:
    return line.words[at].bold, line.words[at].italic


def _ends(blocks: Iterable[Block], heights: Mapping[int, float]) -> dict[int, float]:
    """Give for each page where text ends on the fullest page of its height."""
    found: dict[float, float] = {}
    for block in blocks:
        for paragraph in block.paragraphs:
            for line in paragraph.lines:
                height = heights[line.page]
                found[height] = max(found.get(height, 0.0), line.middle)
    return {page: found.get(height, height) for page, height in heights.items()}


def _is_same_table(last: Table, table: Table, ends: Mapping[int, float]) -> bool:
    """Whether a table goes on with the one before: the same columns, on the next page, no heading of its own.

    One that leaves much of its page free is at its end.
    """
    if table.page - last.end_page != 1 or len(last.xs) != len(table.xs):
        return False
    lines = [line for paragraph in last.paragraphs for line in paragraph.lines if line.page == last.end_page]
    if lines and max(line.middle for line in lines) < (1 - _FREE) * ends[last.end_page]:
        return False
    shift = table.xs[0] - last.xs[0]
    nearness = _SAME if last.is_drawn and table.is_drawn else _ALIKE
    edges = zip(last.xs[:-1], table.xs[:-1], strict=True)
    if any(abs(x - shift - before) > nearness for before, x in edges):
        return False
    return _repeated(last, table) > 0 or not (_is_heading(last) and _is_heading(table))


def _is_heading(table: Table) -> bool:
    """Whether the first row of a table is set as its heading."""
    words = [word for cell in table.row(0) for paragraph in cell.paragraphs for word in paragraph.words]
    return bool(words) and all(word.bold for word in words)


def _repeated(last: Table, table: Table) -> int:
    """How many rows at the head of a table say again what the table before it said at its head."""
    same = 0
    while same < min(last.rows, table.rows) and last.said(same) == table.said(same):
        same += 1
    return same


def _append(last: Table, table: Table) -> None:
    """Add a table's rows to another's, without its repeated heading; a row that was parted is one again."""
    repeated = _repeated(last, table)
    last.repeated += [paragraph for cell in table.cells if cell.row < repeated for paragraph in cell.paragraphs]
    rows = [cell for cell in table.cells if cell.row >= repeated]
    first = [cell for cell in rows if cell.row == repeated]
    bottom, shift = last.rows - 1, last.rows - repeated
    above = [last.covering(bottom, cell.column) for cell in first]
    if _is_rest(first, above):
        for whole, cell in zip(above, first, strict=True):
            whole.paragraphs = _continued(whole.paragraphs, cell.paragraphs)
        rows, shift = [cell for cell in rows if cell.row > repeated], shift - 1
    for cell in rows:
        spanning = last.covering(bottom, cell.column) if cell in first else None
        if spanning and spanning.rows > 1 and not cell.paragraphs:
            spanning.rows += cell.rows
        else:
            last.cells.append(Placed(cell.row + shift, cell.column, cell.rows, cell.columns, cell.paragraphs))
    last.end_page = table.page


def _continued(before: list[Paragraph], after: list[Paragraph]) -> list[Paragraph]:
    """Join what a cell holds on one page and on the next."""
    if before and after and reads_on(before[-1].lines[-1], after[0].lines[0]):
        before[-1].lines.extend(after[0].lines)
        after = after[1:]
    return before + after


def _is_rest(row: list[Placed], above: list[Placed]) -> bool:
    """Whether a row is the rest of the one above it, on the page before.

    Not all its cells are filled, and one goes on in the middle of a sentence; or it holds one paragraph, and that not
    in the first cell; or nothing at all.
    """
    filled = [(cell, whole) for cell, whole in zip(row, above, strict=True) if cell.paragraphs]
    goes_on = any(whole.paragraphs and _is_middle(whole, cell) for cell, whole in filled)
    is_single = len(filled) == 1 and len(row) > 2 and not row[0].paragraphs
    return not filled or (len(filled) < len(row) and (is_single or goes_on))


def _is_middle(whole: Placed, rest: Placed) -> bool:
    last, start = whole.paragraphs[-1], rest.paragraphs[0].lines[0]
    return reads_on(last.lines[-1], start) and not would_fit(last.lines[-1], start, last.edges)
