"""The line that a problem is about, as it was typed, with a mark under the letters that matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from ..records import limits
from ..records.problem import Problem
from .characters import UNSEEN
from .decoding import decode, read_bytes

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a file by its name as shown to people; no lines where it cannot be shown."""

WIDEST: Final = 100
"""Columns of a line that are shown; of a longer one, the part around the mark."""
_BEFORE: Final = 40
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")
_HIDDEN: Final = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))


def lines_of_file(file: str) -> Sequence[str]:
    """Read the lines of a file from the current folder; nothing for a link, a missing file or a Word file."""
    try:
        found = Path(file).lstat()
    except (OSError, ValueError):
        return ()
    return _lines(file, found.st_ino, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4)
def _lines(file: str, *_: int) -> Sequence[str]:
    """Read the lines of a file once for all that is told of it, until the file is another."""
    try:
        data = read_bytes(Path(file), limits.LIST_FILE_LETTERS)
    except OSError:
        return ()
    text = decode(data, file)[0]
    return () if text is None else text.split("\n")


def excerpt(problem: Problem, lines: Sequence[str]) -> list[str]:
    """Give the line above, the line itself and the line with the mark, each with its number; or nothing."""
    number = problem.place.line
    if not 1 <= number <= len(lines) or not lines[number - 1].strip():
        return []
    above = next((n for n in range(number - 1, max(number - 4, 0), -1) if lines[n - 1].strip()), None)
    digits = len(str(number)) + 2
    shown = [] if above is None else [f"{above:>{digits}} | {visible(_cut(lines[above - 1], 0)[0])}"]
    line, cut = _cut(lines[number - 1], min(problem.place.column - 1, len(lines[number - 1])))
    line, start = visible(line), min(problem.place.column - 1, len(lines[number - 1])) - cut
    before, marked = line[:start], line[start : start + problem.width]
    mark = _blank(before) + "^" * max(sum(map(_width, marked)), 1)
    return [*shown, f"{number:>{digits}} | {line}", f"{'':>{digits}} | {mark}"]


def visible(text: str) -> str:
    """Give a text as one line on which nothing is hidden, and which acts on no terminal and on no runner of GitHub.

    Each character stays one: what cannot be seen becomes a sign. The runner takes ``##[`` for a command anywhere in a
    log, and ``::`` at the beginning of a line: of these, ``#`` becomes a sharp, and ``:`` a ratio, which look alike.
    https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    """
    plain = text.isascii() and text.isprintable()
    shown = (text if plain else "".join(map(_sign, text))).replace("##[", "#\u266f[")
    return re.sub("^([ \t]*):(?=:)", "\\1\u2236", shown)


def changed_commands(told: str) -> bool:
    """Whether a telling holds what ``visible`` put in the place of a command."""
    return "\u266f" in told or "\u2236" in told


def hidden(character: str) -> bool:
    """Whether a character shows nothing, or not the same everywhere, or acts on a terminal."""
    if character == "\u200d" or character == "\ufe0f":
        return False  # the parts of an emoji are held together by these
    return unicodedata.category(character) in _HIDDEN or _UNSEEN.match(character) is not None


def _sign(character: str) -> str:
    if character == "\t" or " " <= character <= "~":
        return character
    if character < " ":
        return chr(0x2400 + ord(character))
    if unicodedata.category(character) == "Zs":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if hidden(character) else character


def _cut(line: str, column: int) -> tuple[str, int]:
    """Shorten a long line to what stands around a column; also say by how much its columns move to the left."""
    if len(line) <= WIDEST:
        return line, 0
    start = min(max(column - _BEFORE, 0), len(line) - WIDEST)
    part = line[start : start + WIDEST]
    if start + WIDEST < len(line):
        part += "…"
    return ("…" + part, start - 1) if start else (part, 0)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _blank(text: str) -> str:
    """Give white space as wide as ``text``; a tab stays a tab, so that it ends where the one above ends."""
    return "".join("\t" if character == "\t" else " " * _width(character) for character in text)
