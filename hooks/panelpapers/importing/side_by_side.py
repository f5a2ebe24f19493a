"""A pack as a page shows it beside its drafts: each line of the source, with the field that it went to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .account import Account
from .packing import Imported
from .parts import Part
from .telling import place_of, summary, withheld_told, words_told

STYLE: Final = Path(__file__).with_name("report.css")
"""The style sheet that is written beside the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source: its words without what is withheld, and where they went."""

    words: str
    fields: tuple[tuple[str, str, str], ...]
    """Record, field and rule of each stretch; none of a line that is left over."""
    state: str
    """Placed, placed in part, left over, or withheld."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of a page, and the files of which they are a part."""

    heading: str
    lines: tuple[Line, ...]
    files: tuple[str, ...]


def side_by_side(imported: Imported, files: Mapping[str, bytes]) -> dict[str, object]:
    """Give the context of the page: the summary, the source page by page, and each draft as it is written."""
    passages = tuple(_passages(imported))
    return {
        "meeting": imported.pack.meeting,
        "summary": [*summary(imported), words_told(imported)],
        "withheld": [*withheld_told(imported)],
        "passages": passages,
        "drafts": [(path, text.decode()) for path, text in files.items()],
    }


def _passages(imported: Imported) -> Iterator[Passage]:
    fields: dict[int, dict[tuple[str, str, str], None]] = {}
    for placed in imported.account.placed:
        fields.setdefault(placed.part.position, {})[placed.path, placed.field, placed.rule] = None
    left = {part.position for part, _ in imported.account.left_over()}
    gathered: dict[str, list[Line]] = {}
    for part in imported.account.source.leaves():
        if part.printed:
            line = _line(imported.account, part, tuple(fields.get(part.position, ())), is_left=part.position in left)
            gathered.setdefault(place_of(imported, part), []).append(line)
    for heading, lines in gathered.items():
        files = dict.fromkeys(path for line in lines for path, _, _ in line.fields)
        yield Passage(heading, tuple(lines), tuple(files))


def _line(account: Account, part: Part, fields: tuple[tuple[str, str, str], ...], *, is_left: bool) -> Line:
    words = account.shown(part)
    state = "Placed, some words left over" if fields and is_left else "Placed" if fields else "Left over"
    return Line(words, fields, "Withheld" if not fields and not is_left else state)
