"""What stands on every page: heads, feet and page numbers, told by repetition and position."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from panelpapers.importing.pdf.grids import grids
from panelpapers.importing.pdf.lines import Line, lines_of
from panelpapers.importing.pdf.signs import Page, Word

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pg\.?|agenda page)\s*)?(?:[A-Z]{1,3}-?)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*"
    r"|\W*[ivxl]{1,6}\W*",
    re.IGNORECASE,
)
_DEEPEST = 6  # lines of a head or a foot
_ZONE = 0.16  # of the page's height, from either end


def part_running(pages: Sequence[Page], body: float) -> tuple[list[list[Line]], list[list[Word]]]:
    """Part heads and feet from each page: give, for each page, its running lines and the words that are left.

    From the edge inwards, a line is running where it stands at the same height, with the same words but for figures,
    on half of the pages or on three that follow each other; a line in large type, only if it stands on nearly all.
    """
    lines = [_outside_tables(page) for page in pages]
    running: list[list[Line]] = [[] for _ in pages]
    bodies = Counter(_set(line) for found in lines for line in found[_DEEPEST:-_DEEPEST] if "\t" in line.text)
    for from_head in (True, False):
        edge = [_edge(page, found, from_head) for page, found in zip(pages, lines, strict=True)]
        for depth in range(_DEEPEST):
            peeled = {at for at in _peel(edge, depth, len(pages), body) if not bodies[_set(edge[at][depth][1])]}
            for at in peeled:
                running[at].append(edge[at][depth][1])
            edge = [found if at in peeled else [] for at, found in enumerate(edge)]
    kept = []
    for page, found in zip(pages, running, strict=True):
        gone = {id(word) for line in found for word in line.words}
        kept.append([word for word in page.words if id(word) not in gone])
    return running, kept


def _outside_tables(page: Page) -> list[Line]:
    """Read the lines of a page, but not those of a table that reaches into its middle."""
    low, high = _ZONE * page.height, (1 - _ZONE) * page.height
    tables = [grid for grid in grids(page.rules) if grid.ys[-1] > low and grid.ys[0] < high]
    lines = lines_of([word for word in page.words if not word.turn], page.number)
    return [line for line in lines if not any(grid.holds(line.x0, line.middle) for grid in tables)]


def _edge(page: Page, lines: list[Line], from_head: bool) -> list[tuple[int, Line]]:
    """Give the outermost lines of a page, from the edge inwards, each with its distance from the edge."""
    if from_head:
        return [(round(line.middle), line) for line in lines[:_DEEPEST] if line.middle < _ZONE * page.height]
    feet = reversed(lines[-_DEEPEST:])
    return [(round(page.height - line.middle), line) for line in feet if line.middle > (1 - _ZONE) * page.height]


def _peel(edge: list[list[tuple[int, Line]]], depth: int, pages: int, body: float) -> set[int]:
    """Find the pages whose line at this depth is running."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, found in enumerate(edge):
        if len(found) > depth:
            groups[_masked(found[depth][1])].append(at)
    peeled: set[int] = set()
    for masked, members in groups.items():
        at_height = Counter(edge[at][depth][0] for at in members)
        near = [at for at in members if sum(at_height[edge[at][depth][0] + step] for step in range(-3, 4)) > 1]
        size = max(edge[at][depth][1].size for at in members)
        if _PAGE_NUMBER.fullmatch(edge[members[0]][depth][1].text) and (near or pages == 1) and size < 1.3 * body:
            peeled.update(members)
        elif masked and _is_repeated(near, pages, size > 1.1 * body):
            peeled.update(near)
    return peeled


def _set(line: Line) -> tuple[str, int]:
    """How a line of several pieces is set: a table's headings are set alike at the head of a page and within one."""
    return (line.text, round(line.x0)) if "\t" in line.text else ("", 0)


def _masked(line: Line) -> str:
    return " ".join(re.sub(r"\d+", "#", line.text).split())


def _is_repeated(members: list[int], pages: int, is_large: bool) -> bool:
    if is_large:
        return len(members) >= max(3, 0.8 * pages)
    in_row = longest = 1
    for at, after in pairwise(members):
        in_row = in_row + 1 if after - at <= 2 else 1
        longest = max(longest, in_row)
    return len(members) >= max(2, pages / 2) or longest >= 3
