"""Tables of ratings, red to green: what is rated, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..account import Account
from ..drafts import Draft
from ..pack import Pack, Stretch
from ..parts import Cell, Part
from ..said import Again, Said, Tree, Writer, cell_text, grid, said_of
from ..words import folded, words

_RULE: Final = "table of ratings"
_MOSTLY: Final = 0.7
"""Which share of a column has to be ratings."""
_COLOURS: Final = re.compile(r"red|amber|green|blue|yellow|black|on track|at risk|delayed", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?:action\s+ref:?\s*|ref\.?:?\s*)?(?P<number>\d+(?:\.\d+)*(?:,\s*\d+)*)\s*(?:[-–:.]\s*|\s+)", re.IGNORECASE
)
_WHOLE: Final = re.compile(r"\d+(?:,\s*\d+)*")
_QUARTER: Final = re.compile(
    r"\b(?:Q|quarter\s+)(?P<quarter>[1-4])\s+(?:of\s+)?(?:20)?(?P<from>\d\d)\s*[/–-]\s*(?:20)?(?P<to>\d\d)\b",
    re.IGNORECASE,
)
_TITLE_WORDS: Final = 12
_NEAR: Final = 3
"""Within how many lines before a table its quarter is told. A table that goes on has that of the first."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A row of a table of ratings: what is rated, with its number, and each rating with the heading of its column."""

    number: Said
    text: Said
    ratings: tuple[tuple[Said, Said], ...]


def plan_of_ratings(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give commitments with their ratings, where whole numbers name them and words nearby the quarter.

    The table stands in the paper too, which places its words; here they are given again.
    """
    near: list[str] = []
    quarter = ""
    for part in stretch.parts if stretch.kind == "paper" else ():
        if part.kind != "table":
            near, quarter = [*near[1 - _NEAR :], part.printed], ""
            continue
        quarter = quarter or next(
            (told for text in near if "rating" in text.lower() and (told := _quarter(text))), ""
        )
        rated = [row for row in ratings_of(part) if _WHOLE.fullmatch(row.number.text)]
        quarter = next(
            (told for row in rated for heading, _ in row.ratings if (told := _quarter(heading.text))), quarter
        )
        commitments = [_commitment(row, quarter, stretch, pack) for row in rated] if quarter else []
        written = Writer("plan.yml", _RULE, pack, account).write({"commitments": commitments})
        if isinstance(written, dict) and written:
            yield Draft("plan.yml", written)


def ratings_of(table: Part) -> list[Rated]:
    """Give the rows of a table of ratings; none where no column holds mostly words of a rating."""
    rows = grid(table)
    rated = [at for at in range(len(rows[0]) if rows else 0) if _holds_ratings([row[at] for row in rows])]
    if not rated:
        return []
    headed = not any(words("ratings").fullmatch(folded(cell_text(rows[0][at]))) for at in rated)
    found = []
    for row in rows[1:] if headed else rows:
        told = [cell for at, cell in enumerate(row) if cell and at not in rated and cell_text(cell)]
        ratings = [
            (said_of(rows[0][at]) if headed else Said(()), said_of(row[at])) for at in rated if cell_text(row[at])
        ]
        if told and ratings:
            found.append(Rated(*_numbered(told), tuple(ratings)))
    return found


def _quarter(text: str) -> str:
    """Give the quarter that a text names, in the form of the records."""
    found = _QUARTER.search(text)
    return f"quarter {found['quarter']} of 20{found['from']}/{found['to']}" if found else ""


def _commitment(row: Rated, quarter: str, stretch: Stretch, pack: Pack) -> dict[str, Tree]:
    """Give a commitment with its ratings: those of columns that name no quarter are of that of the table."""
    source: dict[str, Tree] = {"title": stretch.title.printed if stretch.title else "", "meeting": pack.meeting}
    ratings: list[Tree] = [
        {"period": _quarter(heading.text) or quarter, "rating": Again(rating), "source": source}
        for heading, rating in (
            row.ratings if len(row.ratings) == 1 else [one for one in row.ratings if _quarter(one[0].text)]
        )
    ]
    short = row.text.split(0, len(" ".join(row.text.text.split()[:_TITLE_WORDS])))
    numbers = [int(number) for number in re.findall(r"\d+", row.number.text)]
    return {"numbers": numbers, "title": Again(short), "text": Again(row.text), "ratings": ratings}


def _holds_ratings(cells: Sequence[Cell | None]) -> bool:
    told = [folded(text) for cell in cells if (text := cell_text(cell))]
    rated = [text for text in told if words("ratings").fullmatch(text)]
    return len(rated) > 1 and len(rated) >= _MOSTLY * (len(told) - 1) and any(map(_COLOURS.fullmatch, rated))


def _numbered(told: Sequence[Cell]) -> tuple[Said, Said]:
    """Divide what is rated into its number and its words: from two columns, or from one."""
    first = said_of(told[0])
    if len(told) > 1 and len(first.text.split()) == 1 and any(map(str.isdigit, first.text)):
        return first, said_of(told[1])
    found = _NUMBERED.match(first.text)
    if not found:
        return Said(()), first
    return first.split(found.start("number"), found.end("number")), first.split(found.end())
