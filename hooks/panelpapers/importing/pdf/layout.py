"""A page as paragraphs and tables, in the order of reading: columns one after the other, each whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from panelpapers.importing.pdf.columns import Run, is_notes, table_runs, text_runs
from panelpapers.importing.pdf.drawn import Rule
from panelpapers.importing.pdf.grids import grids
from panelpapers.importing.pdf.lines import Line, lines_of
from panelpapers.importing.pdf.paragraphs import Edges, Paragraph, Setting, paragraphs
from panelpapers.importing.pdf.signs import Page, Word
from panelpapers.importing.pdf.tables import Table, drawn_table, open_table

Block = Paragraph | Table


def blocks(page: Page, words: Sequence[Word], setting: Setting) -> Iterator[Block]:
    """Give what a page holds, of the words that are given."""
    drawn = grids(page.rules)
    held: list[list[Word]] = [[] for _ in drawn]
    free: list[Word] = []
    for word in words:
        x = (word.x0 + word.x1) / 2
        inside = (found for grid, found in zip(drawn, held, strict=True) if grid.holds(x, word.middle))
        next(inside, free).append(word)
    lines = lines_of(free, page.number)
    edges = setting.edges(page.width, lines)
    for grid, found in zip(drawn, held, strict=True):
        above = [line for line in lines if line.middle < grid.ys[0]]
        lines = lines[len(above) :]
        yield from _flow(above, edges, page.rules, setting)
        if found:
            yield drawn_table(grid, found, page.number, page.rules, setting)
    yield from _flow(lines, edges, page.rules, setting)


def _flow(lines: Sequence[Line], edges: Edges, rules: Sequence[Rule], setting: Setting) -> Iterator[Block]:
    """Paragraphs, tables and columns of text without rules around them."""
    plain: list[Line] = []
    before, setting.columns = setting.columns, ()
    for found in text_runs(lines, before):
        if isinstance(found, Line):
            setting.columns = ()
            plain.append(found)
            continue
        setting.columns = found.edges
        yield from _column(plain, edges, rules, setting)
        plain = []
        reaches = [(min(line.x0 for line in column), max(line.x1 for line in column)) for column in found.columns()]
        width = max(edges[1] - reaches[-1][0], *(end - start for start, end in reaches))
        for column, (start, _) in zip(found.columns(), reaches, strict=True):
            yield from _column(column, (start, start + width), rules, setting)
    yield from _column(plain, edges, rules, setting)


def _column(lines: Sequence[Line], edges: Edges, rules: Sequence[Rule], setting: Setting) -> Iterator[Block]:
    plain: list[Line] = []
    for found in table_runs(lines, setting.known):
        if isinstance(found, Line):
            plain.append(found)
            continue
        beside = is_notes(found)
        while beside and plain and plain[-1].x1 < found.edges[0]:
            found.lines.insert(0, plain.pop())
        yield from paragraphs(plain, edges, setting)
        plain = []
        yield from _noted(found, setting) if beside else [open_table(found, edges[1], rules, setting)]
    yield from paragraphs(plain, edges, setting)


def _noted(run: Run, setting: Setting) -> Iterator[Paragraph]:
    """Paragraphs, each followed by the notes that stand beside it in the margin."""
    text, notes = run.columns()
    reach = min(line.x0 for line in text), max(line.x1 for line in text)
    beside = paragraphs(notes, (notes[0].x0, max(line.x1 for line in notes)), setting)
    for paragraph in paragraphs(text, reach, setting):
        yield paragraph
        foot = paragraph.lines[-1].middle + 0.5 * paragraph.size
        while beside and beside[0].lines[0].middle <= foot:
            yield beside.pop(0)
    yield from beside
