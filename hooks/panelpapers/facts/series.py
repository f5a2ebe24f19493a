"""Whether numbers run on: those of a body, as its own lists show, and those of the paragraphs of a paper.

Those of a body are 921, 922, 923; or 23/22, 24/22 within a year. Of any other form they have no custom that could be
broken, and nothing is said of them. Paragraphs are 27, 28; 4.6, 4.7, 5.1; i, ii, iii; a, b, c.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..records.names import one_slip
from ..records.numbers import Numbered
from ..records.paper import Paper, Paragraph
from ..records.pointers import entries_of
from ..records.publication import Records

Place = tuple[str, int]
"""A number in its row: what stays the same, such as the year, and what runs on."""
Reader = Callable[[str], Place | None]

LEAST: Final = 2
"""How many steps of one must be seen before numbers are taken to run on."""


def _reader(form: re.Pattern[str]) -> Reader:
    def read(number: str) -> Place | None:
        found = form.fullmatch(number)
        return (found["row"], int(found["runs"])) if found else None

    return read


whole_number: Final = _reader(re.compile(r"(?P<runs>[0-9]{1,9})(?P<row>)"))
"""Reads 921, all of which are in one row."""
_READERS: Final = (
    whole_number,
    _reader(re.compile(r"(?P<runs>[0-9]{1,9})/(?P<row>[0-9]{2,9})")),
    _reader(re.compile(r"(?P<row>[0-9]{2,9})/(?P<runs>[0-9]{1,9})")),
)


_LETTERS: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
"""What small roman letters stand for."""


def custom_of(lists: Iterable[Sequence[str]]) -> Reader | None:
    """Give what reads the numbers of some lists, if it reads most of them and most of their steps are of one."""
    known = [numbers for numbers in lists if numbers]
    for reader in _READERS:
        read = [[number for number in numbers if reader(number)] for numbers in known]
        steps = [_goes_on(reader, *pair) for numbers in read for pair in pairwise(numbers)]
        if sum(steps) >= LEAST and _most(sum(steps), len(steps)) and _most(sum(map(len, read)), sum(map(len, known))):
            return reader
    return None


def runs_through(lists: Iterable[Sequence[str]], reader: Reader) -> bool:
    """Whether the numbers run on from one list to the next, as most of the lists show."""
    read = [[number for number in numbers if reader(number)] for numbers in lists]
    steps = [_goes_on(reader, earlier[-1], later[0]) for earlier, later in pairwise(filter(None, read))]
    return _most(sum(steps), len(steps))


def _most(some: int, whole: int) -> bool:
    return 2 * some > whole


def _goes_on(reader: Reader, earlier: str, later: str) -> bool:
    before, after = reader(earlier), reader(later)
    return before is not None and after is not None and after == (before[0], before[1] + 1)


def rows_of_bodies(records: Records) -> Iterator[tuple[Reader, list[list[Numbered]]]]:
    """Give the numbered entries of the agendas, and of the minutes, of each body whose numbers run on, as it met.

    Minutes of which only a part is here have gaps, and are left out.
    """
    entries = entries_of(records)
    partial = {("minutes", meeting_id) for meeting_id, minutes in records.minutes.items() if minutes.only}
    for family in ("agendas", "minutes"):
        whole = [key for key in sorted(entries) if key[0] == family and key not in partial]
        for body in records.meeting_bodies:
            of_body = [key for key in whole if records.held_by(key[1])[0] == body]
            every = [entries[key] for key in sorted(of_body, key=lambda key: records.moment(key[1]))]
            lists = [
                [entry for entry in several if entry.number and entry.number == entry.label] for several in every
            ]
            if reader := custom_of([entry.label for entry in several] for several in lists):
                yield reader, lists


def in_rows(entries: Iterable[Numbered]) -> list[Numbered]:
    """Give the entries whose numbers need no other before them, which alone run on."""
    return [entry for entry in entries if entry.number and entry.number == entry.label]


def runs_on(numbers: Sequence[str]) -> dict[int, str]:
    """Give what its row asks for in place of a number that is in no row with those beside it, by where it stands.

    They are read in the way in which most of them run on. The first and the last are looked at last, since those
    beside them may be in no row, and count only where they are what is asked for but for a slip.
    """
    steps = {read: sum(_goes_on(read, *pair) for pair in pairwise(numbers)) for read in _READERS}
    reader = max(steps, key=steps.__getitem__)
    where = [at for at, number in enumerate(numbers) if reader(number)]
    numbers = [numbers[at] for at in where]
    asked: dict[int, str] = {}
    last = len(numbers) - 1
    for at in (*range(1, last), *sorted({0, last})) if steps[reader] else ():
        number, before, after = numbers[at], numbers[at - 1] if at else "", "".join(numbers[at + 1 : at + 2])
        fits = _goes_on(reader, before, number) or _goes_on(reader, number, after)
        if fits or not {at - 1, at + 1}.isdisjoint(asked):
            continue
        wanted = _next(reader, before) if before else _before(reader, after)
        if _goes_on(reader, wanted, after) if before and after else one_slip(number, wanted):
            asked[at] = wanted
    return {where[at]: wanted for at, wanted in asked.items()}


def roman(numeral: str) -> int:
    """Give the number that small roman letters stand for: ``iv`` is 4. Other letters raise ``KeyError``."""
    values = [_LETTERS[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


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
    """Whether a number comes next after another, on any level; numbers that cannot be counted always may.

    A step such as ``i`` can be read in two ways. Level by level it is asked whether both can mean the same so far:
    to try every way to read the whole number would take twice as long with each further level.
    """
    before, after = _steps(earlier), _steps(later)
    if not before or not after:
        return True
    begins = _begins_at(after)
    for level, (level_before, level_after) in enumerate(zip(before, after, strict=False)):
        if begins <= level + 1 and {number + 1 for number in level_before} & level_after:
            return True
        if not level_before & level_after:
            return False
    return len(after) > len(before) >= begins


def _begins_at(steps: list[frozenset[int]]) -> int:
    """Give the level from which on all steps may be the first of their level: 0 or 1."""
    later = [level + 1 for level, step in enumerate(steps) if not step & {0, 1}]
    return later[-1] if later else 0


def _steps(number: str) -> list[frozenset[int]]:
    """Read ``4.6`` as 4 and 6, ``iv`` as 4, ``b`` as 2, ``i`` as 1 and as 9; nothing where a step is no number."""
    steps = [counted(step) for step in re.findall(r"\d+|[a-z]+", number.lower())]
    return steps if all(steps) else []


def counted(step: str) -> frozenset[int]:
    """Give the places in a row that one part of a number may stand for; none where it cannot be counted."""
    if step.isdecimal():
        return frozenset([int(step)])
    as_roman = [roman(step)] if re.fullmatch(r"[ivxl]+", step) else []
    as_letter = [ord(step) - ord("a") + 1] if len(step) == 1 else []
    return frozenset(as_roman + as_letter)


def numbers_after(lists: Sequence[Sequence[str]], count: int) -> list[str]:
    """Give the numbers of the next document of a body after those of its ``lists``, the latest last.

    They begin again where all of those begin with the same number, and one list that is alone begins at 1; else they
    run on. With no list they begin at 1. None is given where the last document prints none that can be counted.
    """
    if not lists:
        return [str(number + 1) for number in range(count)]
    if not lists[-1]:
        return []
    reader = custom_of(lists) or next((read for read in _READERS if all(map(read, lists[-1]))), None)
    if reader is None or not (reader(lists[-1][0]) and reader(lists[-1][-1])):
        return []
    firsts = {reader(numbers[0]) for numbers in lists if numbers}
    begins_again = len(firsts) == 1 and (len(lists) > 1 or firsts == {("", 1)})
    numbers = [lists[-1][0] if begins_again else _next(reader, lists[-1][-1])]
    while len(numbers) < count:
        numbers.append(_next(reader, numbers[-1]))
    return numbers[:count]


def _next(reader: Reader, number: str) -> str:
    """Give the number that comes next in the same row."""
    return next((later for later in _steps_of(number, 1) if _goes_on(reader, number, later)), number)


def _before(reader: Reader, number: str) -> str:
    """Give the number that comes before it in the same row."""
    return next((earlier for earlier in _steps_of(number, -1) if _goes_on(reader, earlier, number)), number)


def _steps_of(number: str, step: int) -> Iterator[str]:
    """Give a printed number with each figure in it one higher, or lower."""
    for found in re.finditer(r"\d+", number):
        yield f"{number[: found.start()]}{int(found[0]) + step}{number[found.end() :]}"
