"""Where some words of a text stand in the file, though the text runs over lines that are set in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..records.place import Place
from ..records.problem import Problem
from .excerpt import Lines, lines_of_file

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
    lines = lines_of(place.file)[place.line - 1 :]
    typed = "\n".join(lines)
    before, part = _as_typed(text[:start]), _as_typed(text[start:end])
    found = re.compile(rf"(?:[|>][-+\d]*\s+|[\"'])?{before}({part})").match(typed, place.column - 1)
    if found is None:
        return problem
    above = typed[: found.start(1)].count("\n")
    column = found.start(1) - (typed.rfind("\n", 0, found.start(1)) + 1)
    line = lines[above]
    mended = mend(line, column) if mend else line
    return replace(
        problem,
        place=Place(place.file, place.line + above, column + 1).wide(min(end - start, len(line) - column)),
        suggestion=mended if mended != line else None,
    )


def _as_typed(text: str) -> str:
    """Give a pattern for a text in which any white space may be typed as other white space."""
    return r"\s+".join(re.escape(words) for words in re.split(r"\s+", text))
