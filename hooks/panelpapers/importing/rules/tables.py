"""Tables: which column holds what, and which hold figures that a person may make an indicator of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...records.calendar import MONTHS
from ..account import Account
from ..pack import Pack, Stretch
from ..parts import Cell, Part
from ..said import Said, cell_text, grid, said_of
from ..words import folded, words

_FIGURE: Final = re.compile(r"[-–−+(]{0,2}\s*[£$€]?\s*\d[\d,.\s]*(?:%|m|k|bn)?\s*\)?", re.IGNORECASE)
_PERIOD: Final = re.compile(
    rf"\b(?:(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+|(?:Q[1-4]|quarter\s+[1-4])\s+(?:of\s+)?)?(?:19|20)\d\d"
    r"(?:[/–-]\d{2,4})?\b",
    re.IGNORECASE,
)
"""A period with its year: a heading such as June or Q1 alone names none."""
_UNIT: Final = re.compile(
    r"[£$€]\s*(?:0{3}|m\b|k\b|bn\b)?|%|\bper\s+[\d,]+\b.*|\b(?:days|hours|minutes|people|number)\b"
)
_CAPTIONED: Final = re.compile(r"(?:table|figure|chart)\s+\w+\s*[-–—:.]?\s*", re.IGNORECASE)
_NOTHING: Final = frozenset(("", "-", "–", "—", "n/a", "n/k", "nil"))
"""What says in a column of figures that there is none."""
_MOST: Final = 0.5
_HEADINGS: Final = 3
"""In which of the first rows of a table the headings may be."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A column of figures: where it stands, its heading, what the words around suggest, and the figures by row."""

    paper: str
    table: str
    column: str
    unit: str
    period: str
    rows: tuple[tuple[Said, Said], ...]


def columns(table: Part, names: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """Say in which row the headings are, and which column holds what, by their words.

    `names` gives the list of words for each field. The first column that fits is taken, and each is taken once.
    """
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(grid(table)[:_HEADINGS]):
        told = [folded(cell_text(cell)) for cell in row]
        found: dict[str, int] = {}
        for field, name in names.items():
            free = [place for place in range(len(told)) if place not in found.values()]
            fitting = [place for place in free if words(name).fullmatch(told[place])]
            fitting += [place for place in free if words(name).fullmatch(told[place].split("/")[0].strip())]
            if (place := next(iter(fitting), None)) is not None:
                found[field] = place
        best = max(best, (at, found), key=lambda row: len(row[1]))
    return best


def tables_of(stretch: Stretch) -> Iterator[tuple[str, Part]]:
    """Give each table of a document with the line before it, which is its caption or leads up to it."""
    before = ""
    for part in stretch.parts:
        if part.kind == "table":
            yield before, part
        before = part.printed or before


def figures_of(pack: Pack) -> Iterator[tuple[str, list[Figures]]]:
    """Give each table of figures in the papers of a pack, with a name for it: no indicator is made of it unasked."""
    for paper, stretch in enumerate(pack.of_kind("paper"), 1):
        for table, (caption, part) in enumerate(tables_of(stretch), 1):
            source = stretch.title.printed if stretch.title else ""
            if found := list(figures_in(part, caption, source)):
                yield f"paper-{paper}-table-{table}", found


def figures_in(table: Part, caption: str, source: str = "") -> Iterator[Figures]:
    """Give the columns of figures of a table; none where it has no figures."""
    rows = grid(table)
    for at in range(1, len(rows[0]) if rows else 0):
        told = [row for row in rows[_heads(rows) :] if cell_text(row[at]).lower() not in _NOTHING]
        figures = [row for row in told if _is_figure(cell_text(row[at]))]
        if figures and len(figures) >= _MOST * len(told):
            heading = _heading(rows, at)
            unit = _UNIT.search(f"{heading} {cell_text(figures[0][at])}")
            period = _PERIOD.search(heading) or _PERIOD.search(caption)
            cells = tuple((said_of(row[0]), said_of(row[at])) for row in figures)
            yield Figures(
                source, caption, heading, unit[0].strip() if unit else "", period[0] if period else "", cells
            )


def sheet_of(figures: Sequence[Figures], account: Account) -> str:
    """Give figures as a sheet that `panel-papers import indicators` takes, and that asks for what is not known.

    What the rows are called is a series where the column has a period, since each series has a figure for it.
    """
    lines = [("title", "series", "category", "period", "value", "source")]
    for column in figures:
        heading = "" if column.column.strip() == column.period else column.column
        title = ": ".join(filter(None, (_CAPTIONED.sub("", column.table), heading)))
        for row, value in ((_shown(row, account), _shown(value, account)) for row, value in column.rows):
            named = (row, "") if column.period else ("", row)
            lines.append((title or column.paper, *named, column.period, value, column.paper))
    return "".join("\t".join(line) + "\n" for line in lines)


def _shown(said: Said, account: Account) -> str:
    return " ".join(" ".join(account.shown(cut.part, cut.start, cut.end) for cut in said.cuts).split())


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) and bool(_FIGURE.fullmatch(text))


def _heading(rows: Sequence[Sequence[Cell | None]], at: int) -> str:
    """Give the heading of a column, with that which reaches over several."""
    over = next((cell for cell in reversed(rows[0][: at + 1]) if cell), None)
    told = [over if over and over.column + over.columns > at else None, rows[1][at] if _heads(rows) > 1 else None]
    return " ".join(text for cell in told if (text := cell_text(cell)))


def _heads(rows: Sequence[Sequence[Cell | None]]) -> int:
    """Give how many rows hold headings: two, where one of the first reaches over several columns."""
    return 2 if len(rows) > 1 and any(cell and cell.columns > 1 for cell in rows[0]) else 1
