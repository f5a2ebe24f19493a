"""Tables: which column holds what, which hold ratings, and what a person must say before figures become an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..parts import Cell, Part
from ..said import Again, Said, Tree, cell_text, grid, said_of
from ..words import folded, words

_FIGURE: Final = re.compile(r"[-–−(]?\s*[£$€]?\s*\d[\d,.\s]*(?:%|m|k|bn)?\s*\)?|[-–—]|n/[ak]|nil", re.IGNORECASE)
_HALF: Final = 0.5
_MOSTLY: Final = 0.7
_COLOURS: Final = re.compile(r"red|amber|green|blue|yellow|black|white|grey|purple|on track|at risk|delayed", re.IGNORECASE)
_PERIOD: Final = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d{2,4})?\b|\bQ[1-4]\b|\bquarter\b|\b[A-Z][a-z]{2,8}\s+(?:19|20)?\d\d\b")
_UNIT: Final = re.compile(r"[£$€]\s*(?:0{3}|m\b|k\b|bn\b)?|%|\bper\s+[\d,]+\b[^|]*|\b(?:days|hours|minutes|people|number)\b")


@dataclass(frozen=True, slots=True)
class Rated:
    """A row of a table of ratings: what is rated, with its number, and each rating with the heading of its column."""

    number: Said
    text: Said
    ratings: tuple[tuple[Said, Said], ...]

    def tree(self) -> dict[str, Tree]:
        """Give its fields."""
        rated: list[Tree] = [{"period": Again(heading), "rating": Again(rating)} for heading, rating in self.ratings]
        return {"number": Again(self.number), "text": Again(self.text), "ratings": rated}


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to confirm before a column of figures becomes an indicator, with what the table suggests."""

    table: str
    column: str
    unit: str
    period: str

    @property
    def text(self) -> str:
        """The question in words."""
        guesses = [f"{name}: {guess}?" for name, guess in (("unit", self.unit), ("period", self.period)) if guess]
        ask = f'"{self.column}" in "{self.table}" has figures. Is it an indicator? Say its unit, period and definition.'
        return " ".join([ask, *guesses])


def columns(table: Part, names: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """Say which column holds what, by the words of its heading, and in which row the headings are.

    `names` gives the list of words for each field. The first column that fits is taken; each is taken once.
    """
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(grid(table)[:3]):
        found: dict[str, int] = {}
        for field, name in names.items():
            fits = (
                place
                for place, cell in enumerate(row)
                if place not in found.values() and words(name).fullmatch(folded(cell_text(cell)))
            )
            if (place := next(fits, None)) is not None:
                found[field] = place
        if len(found) > len(best[1]):
            best = (at, found)
    return best


def ratings_of(table: Part) -> list[Rated]:
    """Give the rows of a table of ratings; none where no column holds mostly words of a rating."""
    rows = grid(table)
    width = len(rows[0]) if rows else 0
    rated = [at for at in range(width) if _holds_ratings([row[at] for row in rows])]
    if not rated:
        return []
    headed = not any(words("ratings").fullmatch(folded(cell_text(rows[0][at]))) for at in rated)
    found = []
    for row in rows[1:] if headed else rows:
        told = [cell for at, cell in enumerate(row) if at not in rated and cell_text(cell)]
        ratings = [(said_of(rows[0][at]) if headed else Said(()), said_of(row[at])) for at in rated if cell_text(row[at])]
        if told and ratings:
            number, text = _numbered(told)
            found.append(Rated(number, text, tuple(ratings)))
    return found


def questions_on(table: Part, caption: str) -> Iterator[Question]:
    """Ask what a person has to say of each column of figures; none of a table that has no figures."""
    rows = grid(table)
    heads = [_headings(rows, at) for at in range(len(rows[0]) if rows else 0)]
    for at, heading in enumerate(heads[1:], 1):
        told = [text for row in rows[1:] if (text := cell_text(row[at]))]
        figures = [text for text in told if any(map(str.isdigit, text)) and _FIGURE.fullmatch(text)]
        if figures and len(figures) >= _HALF * len(told):
            unit = _UNIT.search(f"{heading} {figures[0]}")
            period = _PERIOD.search(heading) or _PERIOD.search(caption)
            yield Question(caption, heading, unit[0].strip() if unit else "", period[0] if period else "")


def _headings(rows: Sequence[Sequence[Cell | None]], at: int) -> str:
    """Give the heading of a column, with that which reaches over several."""
    over = next((cell for cell in reversed(rows[0][: at + 1]) if cell), None)
    first = cell_text(over) if over and over.column + over.columns > at else ""
    has_two = any(cell and cell.columns > 1 for cell in rows[0]) and len(rows) > 1
    second = cell_text(rows[1][at]) if has_two else ""
    return " ".join(text for text in (first, second) if text)


def _holds_ratings(cells: Sequence[Cell | None]) -> bool:
    told = [folded(text) for cell in cells if (text := cell_text(cell))]
    rated = [text for text in told if words("ratings").fullmatch(text)]
    return len(rated) > 1 and len(rated) >= _MOSTLY * (len(told) - 1) and any(map(_COLOURS.fullmatch, rated))


def _numbered(told: Sequence[Cell]) -> tuple[Said, Said]:
    """Divide what is rated into its number and its words: from two columns, or from one."""
    first = said_of(told[0])
    if len(told) > 1 and len(first.text.split()) <= len("no"):
        return first, said_of(told[1])
    found = re.match(r"(?:action\s+ref:?\s*|ref\.?:?\s*)?(?P<number>\d+(?:\.\d+)*(?:,\s*\d+)*)\s*(?:[-–:.]\s*|\s+)", first.text, re.I)
    if not found:
        return Said(()), first
    return first.split(found.start("number"), found.end("number")), first.split(found.end())
