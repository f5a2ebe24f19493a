"""Where some words of a text stand in the file, though the text runs over lines that are set in."""

from __future__ import annotations

import re
from dataclasses import replace

from ..records.place import Place
from .excerpt import Lines, lines_of_file
from .problem import Problem


def pointed(
    problem: Problem, text: str, start: int, end: int, instead: str | None = None, lines_of: Lines = lines_of_file
) -> Problem:
    """Lead a problem from the beginning of a text to the part of it from ``start`` to ``end``.

    ``instead`` is what may stand in place of that part: the problem is given the line with it to try, where the part
    stands on one line. The problem stays as it is where the text is not found as typed, as with signs that are
    doubled between quotation marks.
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
    width = min(end - start, len(line) - column)
    suggestion = None
    if (
        instead is not None
        and line.startswith(text[start:end], column)
        and not _wrong_article(line[:column], instead)
    ):
        suggestion = line[:column] + instead + line[column + end - start :]
    return replace(
        problem, place=Place(place.file, place.line + above, column + 1), width=width, suggestion=suggestion
    )


def _as_typed(text: str) -> str:
    """Give a pattern for a text in which any white space may be typed as other white space."""
    return r"\s+".join(re.escape(words) for words in re.split(r"\s+", text))


def _wrong_article(before: str, word: str) -> bool:
    """Whether a word cannot stand after what is before it, as with "an wrong"."""
    article = re.search(r"\b(an?)\s+$", before, re.IGNORECASE)
    return article is not None and (article[1].lower() == "an") != (word[:1].lower() in "aeiou")
