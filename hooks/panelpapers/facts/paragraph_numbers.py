"""How the numbers of paragraphs follow each other: 27, 28; 4.6, 4.7, 5.1; i, ii, iii; a, b, c."""

from __future__ import annotations

import re
from itertools import product

from ..records.paper import Paper, Paragraph
from .numerals import roman


def begins_again(paper: Paper) -> Paragraph | None:
    """Give the paragraph at which the numbers of a paper without parts begin again, if they do.

    They do where a section opens with a number that an earlier section has.
    """
    seen: set[str] = set()
    for section in paper.sections:
        if section.paragraphs and section.paragraphs[0].number in seen:
            return section.paragraphs[0]
        seen.update(paragraph.number for paragraph in section.paragraphs)
    return None


def follows(earlier: str, later: str) -> bool:
    """Whether a number comes next after another, on any level; numbers that cannot be counted always may."""
    before, after = _readings(earlier), _readings(later)
    return not before or not after or any(_next(one, other) for one, other in product(before, after))


def _next(before: list[int], after: list[int]) -> bool:
    for level in range(min(len(before), len(after))):
        if before[level] != after[level]:
            return after[level] == before[level] + 1 and _first(after[level + 1 :])
    return len(after) > len(before) and _first(after[len(before) :])


def _first(numbers: list[int]) -> bool:
    return all(number in (0, 1) for number in numbers)


def _readings(number: str) -> list[list[int]]:
    """Read ``4.6`` as 4 and 6, ``iv`` as 4, ``b`` as 2, and ``i`` both as a roman number and as a letter."""
    steps = [_counted(step) for step in re.findall(r"\d+|[a-z]+", number.lower())]
    return [list(reading) for reading in product(*steps)] if steps else []


def _counted(step: str) -> list[int]:
    if step.isdigit():
        return [int(step)]
    as_roman = [roman(step)] if re.fullmatch(r"[ivxl]+", step) else []
    as_letter = [ord(step) - ord("a") + 1] if len(step) == 1 else []
    return as_roman + as_letter
