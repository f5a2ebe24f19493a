"""Columns that no rule draws: of running text, of tables, and of notes in the margin.

They are told by gutters: stretches of the page's width that stay free of words over several lines, with words on both
sides. The gap after a number, the sign of a list or a label is no gutter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from panelpapers.importing.numbers import split_bullet, split_number
from panelpapers.importing.pdf.lines import Line

_GUTTER = 0.9  # of the size of type: a gap that is narrower may be a blank
_ALIKE = 20.0  # points by which a gutter may shift from page to page
_APART = 4.0  # of the size of type: lines that stand further apart are not of one table
_NOTES = 0.25  # of the width: a column of notes is no wider

Span = tuple[float, float]


@dataclass(frozen=True)
class Run:
    """Lines that share gutters: `edges` are the middles of the gutters, each between two columns."""

    lines: list[Line]
    edges: tuple[float, ...]

    def column(self, at: int) -> list[Line]:
        """Give what of the lines stands in a column."""
        return [piece for line in self.lines if (piece := self.pieces(line)[at])]

    def columns(self) -> list[list[Line]]:
        """Give each column's lines, from left to right."""
        return [self.column(at) for at in range(len(self.edges) + 1)]

    def pieces(self, line: Line) -> list[Line | None]:
        """Part a line into pieces, one for each column, None where it has nothing there."""
        pieces: list[Line | None] = []
        rest: Line | None = line
        for edge in self.edges:
            left, rest = rest.cut(edge) if rest else (None, None)
            pieces.append(left)
        return [*pieces, rest]

    def is_split(self, line: Line) -> bool:
        """Whether a line has words in more than one column."""
        return sum(piece is not None for piece in self.pieces(line)) > 1


def text_runs(lines: Sequence[Line], before: tuple[float, ...]) -> Iterator[Run | Line]:
    """Part lines into runs of two or three columns of running text, and single lines between them.

    `before` are the edges of the run that the page before ended with: it may go on for a line or two.
    """
    at = 0
    while at < len(lines):
        end, free = at, [(min(line.x0 for line in lines), max(line.x1 for line in lines))]
        while end < len(lines) and (free := _free(free, _covered(lines[end]), lines[end].size)):
            end += 1
            if end < len(lines) and _heads(lines, end):
                break
        run = run_of(lines[at:end]) if end - at > (0 if before and at == 0 else 3) else None
        if run and 1 <= len(run.edges) <= 2 and (_goes_on(run, before, at) or all(map(_is_text, run.columns()))):
            head, end = at + _head(run), end - _tail(run)
            yield from lines[at:head]
            yield Run(list(lines[head:end]), run.edges)
            at = end
        else:
            yield lines[at]
            at += 1


def _goes_on(run: Run, before: tuple[float, ...], at: int) -> bool:
    """Whether a run at the head of a page has the columns that the page before ended with."""
    pairs = zip(run.edges, before, strict=False)
    return at == 0 and len(run.edges) == len(before) and all(abs(edge - other) < _ALIKE for edge, other in pairs)


def _heads(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands alone as a heading over all columns."""
    line, above = lines[at], lines[at - 1]
    is_heading = all(word.bold for word in line.words) or line.size > 1.1 * above.size
    is_alone = at + 1 == len(lines) or lines[at + 1].middle - line.middle > 0.7 * line.size
    return is_heading and is_alone and line.middle - above.middle > 1.5 * line.size and not _starts(line)


def _head(run: Run) -> int:
    """How many lines stand above all columns but one: headings, and the ends of what comes before."""
    first = min((column[0] for column in run.columns()[1:]), key=lambda line: line.middle)
    return sum(line.middle < first.middle - 0.7 * line.size for line in run.lines)


def _tail(run: Run) -> int:
    """How many lines at the end stand below all columns but one, from a heading or a wide gap on."""
    last = max((column[-1] for column in run.columns()[1:]), key=lambda line: line.middle)
    below = [at for at, line in enumerate(run.lines) if line.middle > last.middle + 0.5 * line.size]
    for at in below:
        line, above = run.lines[at], run.lines[at - 1]
        is_heading = all(word.bold for word in line.words) and not above.words[-1].bold
        if is_heading or line.size > 1.1 * above.size or line.middle - above.middle > 3 * line.size:
            return len(run.lines) - at
    return 0


def table_runs(lines: Sequence[Line], known: dict[str, Run]) -> Iterator[Run | Line]:
    """Part lines into runs that share the gutters of a table or of notes in the margin, and single lines.

    `known` are the runs of earlier pages by their first lines: under the same headings a table goes on.
    """
    at = 0
    while at < len(lines):
        run = _table_run(lines, at, known.get(lines[at].text))
        if run:
            known[lines[at].text] = run
        yield run or lines[at]
        at += len(run.lines) if run else 1


def is_notes(run: Run) -> bool:
    """Whether a run is running text with notes in its margin: who is to act, a reference."""
    text, notes = run.column(0), run.column(1)
    width = max(line.x1 for line in run.lines) - min(line.x0 for line in run.lines)
    wide = max(line.x1 for line in notes) - min(line.x0 for line in notes)
    return len(run.edges) == 1 and _is_text(text) and wide < _NOTES * width and len(notes) <= len(text) / 2


def _table_run(lines: Sequence[Line], at: int, known: Run | None) -> Run | None:
    """Find the run that begins at a line, if the line has a gutter that the next lines keep."""
    first = lines[at]
    free = _gaps(_covered(first), first.size)
    end = last = at + 1
    starts, most = _starts(first), len(free)
    while free and end < len(lines):
        line = lines[end]
        kept = _free(free, _covered(line), line.size)
        gaps = len(_gaps(_covered(line), line.size))
        is_split = gaps > 0
        is_apart = line.middle - lines[end - 1].middle > (_APART if gaps < most + 2 else _APART / 2) * line.size
        most = max(most, gaps)
        shares = any(line.x0 < low and high < line.x1 for low, high in kept) if is_split else len(kept) >= len(free)
        if not kept or is_apart or not shares:
            break
        free, end = kept, end + 1
        starts |= _starts(line) if is_split else set()
        own = {line.x0, *_starts(line)}
        is_inner = any(abs(place - start) < 3 for start in starts for place in own) or line.text[:1].islower()
        last = end if is_split or (is_inner and last == end - 1) else last
    noted, table = run_of(lines[at:end]), run_of(lines[at:last])
    if noted.edges and is_notes(noted):
        return noted
    if known and last > at + 1:
        return Run(table.lines, known.edges)
    rows = sum(table.is_split(line) for line in table.lines)
    return table if table.edges and rows > (1 if len(table.edges) > 1 else 2) else None


def run_of(lines: Sequence[Line]) -> Run:
    """Make a run of lines: its edges are the gutters that they share, none where they share none."""
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return Run(list(lines), _inner(lines, [(x0, x1)]))


def _inner(lines: Sequence[Line], free: list[Span]) -> tuple[float, ...]:
    """Find the middle of each gutter that lines share and that has words of theirs on both sides."""
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    for line in lines:
        free = _free(free, [(word.x0, word.x1) for word in line.words], line.size)
    return tuple((low + high) / 2 for low, high in free if low > x0 and high < x1)


def _free(free: list[Span], covered: list[Span], size: float) -> list[Span]:
    """Cut from free spans what is covered; give what is wide enough for a gutter."""
    for start, end in covered:
        cut = [((low, min(high, start)), (max(low, end), high)) for low, high in free]
        free = [(low, high) for pair in cut for low, high in pair if high - low >= _GUTTER * size]
    return free


def _gaps(covered: list[Span], size: float) -> list[Span]:
    return [(span[1], after[0]) for span, after in pairwise(covered) if after[0] - span[1] >= _GUTTER * size]


def _starts(line: Line) -> set[float]:
    """Where the pieces of a line begin, the first aside."""
    return {end for _, end in _gaps([(word.x0, word.x1) for word in line.words], line.size)}


def _covered(line: Line) -> list[Span]:
    """Give the spans that a line covers, a number or label before its text together with the gap after it."""
    spans = [(word.x0, word.x1) for word in line.words]
    lead = _lead(line)
    return [(spans[0][0], spans[lead][1]), *spans[lead + 1 :]] if lead else spans


def _lead(line: Line) -> int:
    """How many words a number, the sign of a list, or a label has that stands before the line's text."""
    text = line.text
    bullet, rest = split_bullet(text)
    number = split_number(text)[0]
    if bullet:
        number = text[: len(text) - len(rest)]
    elif not number and ":\t" in text:
        number = text[: text.index(":\t") + 1]
    return min(len(number.split()), len(line.words) - 1)


def _is_text(column: Sequence[Line]) -> bool:
    """Whether lines are running text: most of them are filled, and many begin in the middle of a sentence."""
    if len(column) < 4:
        return False
    x0, x1 = min(line.x0 for line in column), max(line.x1 for line in column)
    filled = sum(line.x1 - line.x0 > 0.7 * (x1 - x0) and len(line.words) > 2 for line in column)
    middles = sum(line.text[:1].islower() for line in column)
    return x1 - x0 > 12 * column[0].size and filled >= len(column) / 2 and middles >= len(column) / 4
