"""A PDF as a source: its pages read one by one, and what they hold joined to one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pypdfium2

from panelpapers.importing.parts import Cell, Kind, Part, Source
from panelpapers.importing.numbers import split_number
from panelpapers.importing.pdf.grids import Grid, grids
from panelpapers.importing.pdf.lines import Line, lines_of, upright
from panelpapers.importing.pdf.paragraphs import Paragraph, Setting, Spelling, paragraphs, text_of
from panelpapers.importing.pdf.running import part_running
from panelpapers.importing.pdf.signs import Page, Word, read_page


@dataclass
class Placed:
    """A cell of a table that is drawn, with its paragraphs."""

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


def read_pdf(path: Path) -> Source:
    """Read a PDF: its text in the order of reading."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [read_page(document, index) for index in range(len(document))]
    finally:
        document.close()
    body = Counter[float]()
    for page in pages:
        for word in page.words:
            body[word.size] += len(word.text)
    size = body.most_common(1)[0][0]
    running, kept = part_running(pages, size)
    spelling = Spelling.of(word for page in pages for word in page.words)
    setting = Setting(lines_of(words, page.number) for page, words in zip(pages, kept, strict=True))
    blocks = [block for page, words in zip(pages, kept, strict=True) for block in _blocks(page, words, setting)]
    number = count(1)
    parts = tuple(_parts(blocks, number, spelling))
    heads = tuple(Part("paragraph", " ".join(line.text.split()), next(number), page=line.page) for lines in running for line in lines)
    return Source(path.name, parts, heads)


def _blocks(page: Page, words: Sequence[Word], setting: Setting) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a page, in order."""
    drawn = grids(page.rules)
    free: list[Word] = []
    held: dict[int, list[Word]] = {}
    for word in words:
        at = next((at for at, grid in enumerate(drawn) if grid.holds((word.x0 + word.x1) / 2, word.middle)), None)
        (free if at is None else held.setdefault(at, [])).append(word)
    lines = lines_of(free, page.number)
    right = max((line.x1 for line in lines), default=0)
    left = min((line.x0 for line in lines), default=0)
    for at, grid in enumerate(drawn):
        if at not in held:
            continue
        above = [line for line in lines if line.middle < grid.ys[0]]
        lines = [line for line in lines if line.middle >= grid.ys[0]]
        yield from paragraphs(above, left, right, setting)
        yield _table(grid, held[at], page.number, setting)
    yield from paragraphs(lines, left, right, setting)


def _table(grid: Grid, words: list[Word], page: int, setting: Setting) -> Table:
    found: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.middle
        for box in grid.boxes:
            if box.x0 <= x < box.x1 and box.top <= y < box.bottom:
                found.setdefault((box.row, box.column), []).append(word)
    pads = [min(w.x0 for w in found[box.row, box.column]) - box.x0 for box in grid.boxes if (box.row, box.column) in found and not found[box.row, box.column][0].turn]
    pad = max(min(pads, default=0), 0)
    cells = []
    for box in grid.boxes:
        inside = found.get((box.row, box.column), [])
        lines = lines_of(upright(inside), page)
        edges = (box.x0 + pad, box.x1 - pad) if not inside or not inside[0].turn else (-box.bottom+pad, -box.top-pad)
        cells.append(Placed(box.row, box.column, box.rows, box.columns, paragraphs(lines, *edges, setting)))
    return Table(grid.xs, cells, page)


def _parts(blocks: Iterable[Paragraph | Table], number: Iterator[int], spelling: Spelling) -> Iterator[Part]:
    for block in blocks:
        if isinstance(block, Table):
            position = next(number)
            cells = tuple(
                Cell(c.row, c.column, tuple(_part(p, number, spelling) for p in c.paragraphs), c.rows, c.columns)
                for c in block.cells
            )
            yield Part("table", "", position, page=block.page, cells=cells)
        else:
            yield _part(block, number, spelling)


def _part(paragraph: Paragraph, number: Iterator[int], spelling: Spelling) -> Part:
    text = text_of(paragraph, spelling)
    if paragraph.number:
        text = text.removeprefix(" ".join(paragraph.number.split())).strip()
    kind: Kind = "entry" if paragraph.bullet else "paragraph"
    return Part(kind, text, next(number), paragraph.number, page=paragraph.lines[0].page)
