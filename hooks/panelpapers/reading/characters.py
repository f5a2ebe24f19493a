"""Characters that nobody can see or that a computer left behind: told, and mended so that the rest can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..records.place import Place
from ..records.problem import Problem

_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)
_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
_CONTROL: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
# A joiner between two emoji, or between letters of a script that needs it, is part of what was typed.
_JOINED: Final = re.compile(r"(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])")
_ANY: Final = re.compile(f"[\t{_SPACES}{_UNSEEN}{_BREAKS}{_CONTROL}\ufffd]|[\u00c2-\u00f4][^\x00-\x7f]")
_SPACE: Final = re.compile(f"[{_SPACES}]")
_INVISIBLE: Final = re.compile(f"[{_UNSEEN}]")
_BREAK: Final = re.compile(f"[{_BREAKS}]")
_UNPRINTABLE: Final = re.compile(f"[{_BREAKS}{_CONTROL}]")
_RUN: Final = re.compile(r"[^\x00-\x7f]+")
_KNOWN: Final = {"\u00a0": "non-breaking space", "\u00ad": "soft hyphen", "\ufeff": "byte order mark"}
_COPIED: Final = "It often comes along when words are copied from Word or a web page."


def mend_characters(text: str, file: str, tab: int = 2) -> tuple[str, list[Problem]]:
    """Tell of every line that holds a tab, an odd space, an unseen, control or garbled character.

    Give the text without them, line for line as before, and the problems; each suggestion is the mended line.
    ``tab`` is for how many spaces a tab at the beginning of a line stands.
    """
    if not _ANY.search(text):
        return text, []
    lines = text.split("\n")
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not _ANY.search(line):
            continue
        for problem, mended in _in_line(lines[number - 1], Place(file, number), tab):
            problems.append(problem)
            lines[number - 1] = mended
    return "\n".join(lines), [_with_line(problem, lines) for problem in problems]


def _with_line(problem: Problem, lines: list[str]) -> Problem:
    """Suggest the line as it is after all of its characters are mended."""
    suggestion = None if problem.code == "lost-letter" else lines[problem.place.line - 1]
    return replace(problem, suggestion=suggestion if suggestion and suggestion.strip() else None)


def _in_line(line: str, place: Place, tab: int) -> Iterator[tuple[Problem, str]]:
    """Give the problems of one line, each with the line as mended so far."""
    typed = line

    def told(code: str, position: int, fact: str, fix: str) -> tuple[Problem, str]:
        return Problem(code, Place(place.file, place.line, position + 1), fact, fix), line

    if (garbled := _ungarble(line)) != line:
        position = next(n for n, (old, new) in enumerate(zip(line, garbled, strict=False)) if old != new)
        line = garbled
        fact = "Letters here were garbled on the way from one program to another."
        yield told("garbled", position, fact, "Type the words again as they should read.")
    if (position := typed.find("\ufffd")) >= 0:
        fact = "A letter was lost here on the way from another program."
        yield told("lost-letter", position, fact, "Type the word again.")
    if found := _UNPRINTABLE.search(typed):
        line = _UNPRINTABLE.sub(_as_windows, _BREAK.sub(" ", line))
        fact = f"There is a control character here (number {ord(found[0])}) that cannot be printed."
        yield told("control-character", found.start(), fact, "Delete it, or type the line again. " + _COPIED)
    if found := _SPACE.search(typed):
        line = _SPACE.sub(" ", line)
        fact = f"There is a {_name(found[0])} here: it looks like an ordinary space but is another character."
        yield told("odd-space", found.start(), fact, "Delete it and press the space bar. " + _COPIED)
    if found := _INVISIBLE.search(_JOINED.sub("\0", typed)):
        line = _JOINED.sub(lambda joiner: "\0" + joiner[0], line)
        line = re.sub(f"(?<!\0)[{_UNSEEN}]", "", line).replace("\0", "")
        fact = f"There is an invisible character here ({_name(found[0])})."
        yield told("invisible-character", found.start(), fact, "Delete it, or type the line again. " + _COPIED)
    if (position := typed.find("\t")) >= 0:
        spaces = len(typed) - len(typed.lstrip("\t \u00a0"))
        line = line[:spaces].replace("\t", " " * tab) + re.sub(r"\t+", " ", line[spaces:]).rstrip()
        where = "at the beginning of this line" if position < spaces else "in this line"
        yield told("tab", position, f"There is a tab {where}.", "Type spaces instead of the tab.")


def _ungarble(line: str) -> str:
    """Undo what happens when UTF-8 is read as Windows-1252 and saved again; other text comes back as it is."""

    def undo(run: re.Match[str]) -> str:
        try:
            return run[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            return run[0]

    return _RUN.sub(undo, line)


def _as_windows(control: re.Match[str]) -> str:
    """Give the letter that Windows meant by a control character, such as a curly apostrophe, or nothing."""
    number = ord(control[0])
    return bytes([number]).decode("cp1252", "ignore") if 0x80 <= number < 0xA0 else ""


def _name(character: str) -> str:
    return _KNOWN.get(character) or unicodedata.name(character, "without a name").lower()
