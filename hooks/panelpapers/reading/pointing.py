"""Where some words of a text stand in the file, though the text runs over lines that are set in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ..records.place import Place
from ..records.problem import Problem
from .excerpt import Lines, lines_of_file

_OPENING: Final = re.compile(r"[|>][-+\d]*\s+|[\"']")
_PARTS: Final = re.compile(r"\s+|\S+")
_SPACE: Final = re.compile(r"\s+")

Mend = Callable[[str, int], str]
"""Gives a line as it is better typed, from a column (counted from 0) on."""


def pointed(
    problem: Problem, text: str, start: int, end: int, mend: Mend | None = None, lines_of: Lines = lines_of_file
) -> Problem:
    """Lead a problem from the beginning of a text to the part of it from ``start`` to ``end``.

    ``mend`` is given the line and where the part begins in it, and gives the line to try. The problem stays as it is
    where the text is not found as typed, as with signs that are doubled between quotation marks.
    """
    place = problem.place
    # A text stands on as many lines as it has line ends and white space between words, and one more.
    most = len(text.split()) + text.count("\n") + 2
    lines = lines_of(place.file)[place.line - 1 : place.line - 1 + most]
    typed = "\n".join(lines)
    opened = _OPENING.match(typed, place.column - 1)
    begin = _along(typed, opened.end() if opened else place.column - 1, text[:start])
    if begin is None or _along(typed, begin, text[start:end]) is None:
        return problem
    lines_above = typed[:begin].count("\n")
    column = begin - (typed.rfind("\n", 0, begin) + 1)
    line = lines[lines_above]
    mended = mend(line, column) if mend else line
    return replace(
        problem,
        place=Place(place.file, place.line + lines_above, column + 1).wide(min(end - start, len(line) - column)),
        suggestion=mended if mended != line else None,
    )


def _along(typed: str, at: int, text: str) -> int | None:
    """Give where a text ends that is typed from ``at`` on, perhaps with other white space; ``None`` if it is not."""
    for part in _PARTS.findall(text):
        found = _SPACE.match(typed, at) if part.isspace() else None
        if found is None and not typed.startswith(part, at):
            return None
        at = found.end() if found else at + len(part)
    return at
