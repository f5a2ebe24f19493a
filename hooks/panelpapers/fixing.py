"""Lines to try, put into the files: the certain ones at once, those of several ways as somebody chooses.

Everything is tried in a copy of the whole data folder. A line is kept only where its problem is gone and nothing new
is wrong; then the files are written, each whole or not at all, and no other line of them changes.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Final

from .publication import check_folder
from .reading.folder import shown
from .records.problem import Problem

Choose = Callable[[Problem, tuple[str, ...]], str | None]
"""Asks which of several ways is meant; ``None`` leaves the line as it is."""

MOST_ROUNDS: Final = 200
"""How often the folder is read again: what is wrong below a mended line shows only then."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Lines that were changed: their problem, at its place in the folder itself, what stood there, what does now."""

    problem: Problem
    before: str
    after: str


def mend_folder(data: Path, today: date | None, choose: Choose, *, write: bool = True) -> list[Mended]:
    """Mend what is certain in a data folder, and what ``choose`` decides; give what was changed, in order.

    ``today`` is the day of the check. With ``write`` false, nothing is written. Raises ``OSError`` where a disk
    refuses the copy or a file: the files that are already written are whole.
    """
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / "data"
        shutil.copytree(data, copy, symlinks=True)
        mending = _Mending(copy, today)
        while mending.rounds < MOST_ROUNDS and (mending.certain() or mending.chosen(choose)):
            pass
        done = [replace(mended, problem=_moved(mended.problem, copy, data)) for mended in mending.done]
        if write:
            for file in sorted({mended.problem.place.file for mended in mending.done}):
                inside = Path(file).absolute().relative_to(copy)
                _write(data / inside, (copy / inside).read_bytes())
    return done


class _Mending:
    """The copy of a folder while it is mended."""

    def __init__(self, copy: Path, today: date | None) -> None:
        self.copy, self.today = copy, today
        self.done: list[Mended] = []
        self.left: set[tuple[int, str, str, str]] = set()
        self.rounds = 0
        self.problems = self.found()

    def found(self) -> tuple[Problem, ...]:
        """Check the copy."""
        self.rounds += 1
        return check_folder(self.copy, self.today).problems

    def certain(self) -> bool:
        """Put in each line of which nobody needs to be asked; all at once, or else one by one."""
        sure = [problem for problem in self.open() if problem.suggestion and problem.severity == "error"]
        lines = {(problem.place.file, problem.place.line): problem for problem in sure}
        together = [(problem, problem.suggestion or "") for problem in lines.values()]
        return bool(together) and (self.put(together) or any(self.put([line]) for line in together))

    def chosen(self, choose: Choose) -> bool:
        """Put in the first line on which somebody decides; the others may have moved by then."""
        for problem in self.open():
            ways = problem.perhaps or ((problem.suggestion,) if problem.suggestion else ())
            if ways and (way := choose(problem, ways)) is not None and self.put([(problem, way)]):
                return True
            self.left.add(_at_its_line(problem))
        return False

    def open(self) -> list[Problem]:
        """Give the problems that were not tried or passed over before."""
        return [problem for problem in self.problems if _at_its_line(problem) not in self.left]

    def put(self, lines: Iterable[tuple[Problem, str]]) -> bool:
        """Put lines into the copy, and take them out again where a problem stays or another comes."""
        kept = {Path(problem.place.file): Path(problem.place.file).read_bytes() for problem, _ in lines}
        mended = []
        for problem, way in sorted(lines, key=lambda line: line[0].order, reverse=True):
            before = _put(problem, way)
            mended += [] if before is None else [Mended(problem, before, way)]
        earlier, self.problems = self.problems, self.found()
        if mended and _better(earlier, self.problems, [line.problem for line in mended]):
            self.done += reversed(mended)
            return True
        for file, data in kept.items():
            file.write_bytes(data)
        self.problems = earlier
        if len(kept) == 1 and len(mended) <= 1:
            self.left.update(_at_its_line(problem) for problem, _ in lines)
        return False


def _better(before: Sequence[Problem], after: Sequence[Problem], mended: list[Problem]) -> bool:
    """Whether the mended problems are gone, and nothing else is wrong that was not so before."""
    was, now, gone = (Counter(map(_kind, problems)) for problems in (before, after, mended))
    if any(now[kind] > was[kind] - count for kind, count in gone.items()):
        return False
    # What a file holds is known only when it can be read: then more may be wrong in it, and that was so before. But
    # nothing may be wrong with what was put in.
    put_in = {(mend.place.file, mend.place.line + further) for mend in mended for further in range(mend.lines)}
    wrong = [problem for problem in after if problem.severity == "error" and _kind(problem) not in was]
    if any((problem.place.file, problem.place.line) in put_in for problem in wrong):
        return False
    files = {problem.place.file for problem in mended if problem.severity == "error"}
    return all(kind[0] in files for kind in now - was)


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.message


def _at_its_line(problem: Problem) -> tuple[int, str, str, str]:
    """Tell a problem from others of its kind; lines move when one is added above them."""
    return problem.place.line, *_kind(problem)


def _put(problem: Problem, way: str) -> str | None:
    """Put lines in the place of those of a problem; give what stood there. What is not UTF-8 stays as it is."""
    file, start = Path(problem.place.file), problem.place.line - 1
    try:
        lines = file.read_bytes().decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    before = lines[start : start + problem.lines]
    end = "\r" if before[0].endswith("\r") else ""
    lines[start : start + problem.lines] = [line + end for line in way.split("\n")]
    file.write_bytes("\n".join(lines).encode("utf-8"))
    return "\n".join(line.removesuffix("\r") for line in before)


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the rights that it had."""
    with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as new:
        new.write(data)
    shutil.copymode(file, new.name)
    os.replace(new.name, file)  # noqa: PTH105 - the name is text


def _moved(problem: Problem, copy: Path, data: Path) -> Problem:
    """Give a problem of the copy with its place in the folder itself."""
    inside = Path(problem.place.file).absolute().relative_to(copy)
    return replace(problem, place=replace(problem.place, file=shown(data / inside)))
