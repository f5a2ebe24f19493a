"""Characters that nobody can see or that a computer left behind: told, and mended so that the rest can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from ..records.place import Place
from ..records.problem import Problem

_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
UNSEEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""What Unicode says to show nothing for, as in a character class: no width, marks of direction, tags, variants."""
_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
_CONTROL: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_PICTURES: Final = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_JOINING: Final = "\u0600-\u109f\u1780-\u18af"
BELONGING: Final = re.compile(
    f"(?<=[{_PICTURES}\ufe0f])\u200d(?=[{_PICTURES}])"  # between the parts of an emoji
    f"|(?<=[{_PICTURES}])[\ufe0e\ufe0f]|(?<=[#*0-9])\ufe0f(?=\u20e3)"  # the emoji, and not the sign in text
    f"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"  # Arabic and the scripts of India need it in words
    "|(?<=[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe02\U000e0100-\U000e01ef]"  # names in Japan
    "|(?<=[\u1820-\u18aa])[\u180b-\u180d\u180f]"  # Mongolian
    "|(?<=\U0001f3f4)\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"  # the flags of England, Scotland and Wales
)
"""What shows nothing by itself and is part of what was typed all the same."""
_ANY: Final = re.compile(f"[\t{_SPACES}{UNSEEN}{_BREAKS}{_CONTROL}\ufffd]|[\u00c2-\u00f4][^\x00-\x7f]")
_FAR: Final = re.compile("[^\0-\u0377\ufffe\uffff\U0001f000-\U0001faff]")
SPACE: Final = re.compile(f"[{_SPACES}]")
INVISIBLE: Final = re.compile(f"[{UNSEEN}]")
BREAK: Final = re.compile(f"[{_BREAKS}]")
CONTROL_CHARACTER: Final = re.compile(f"[{_BREAKS}{_CONTROL}]")
_IN_NAMES: Final = {
    "control-character": re.compile(f"[\t\n\r{_BREAKS}{_CONTROL}\ud800-\udfff]"),
    "odd-space": SPACE,
    "invisible-character": INVISIBLE,
}
_RUN: Final = re.compile(r"[^\x00-\x7f]+")
_KNOWN: Final = {
    "\u00a0": "non-breaking space", "\u00ad": "soft hyphen", "\ufeff": "byte order mark",
    "\t": "tab", "\n": "new line", "\r": "new line", "\x1b": "escape",
}  # fmt: skip
_COPIED: Final = "It often comes along when words are copied from Word or a web page."

MOST_LINES: Final = 1_000
"""How many lines of one file are told and mended at once."""


def mend_characters(text: str, file: str, tab: int = 2) -> tuple[str, list[Problem]]:
    """Tell of every line that holds a tab, an odd space, an unseen, control or garbled character.

    Give the text without them, line for line as before, and the problems; each suggestion is the mended line.
    ``tab`` is for how many spaces a tab at the beginning of a line stands. What follows the first ``MOST_LINES``
    such lines is left as it is, and told as one problem.
    """
    if not _odd(text):
        return text, []
    lines = text.split("\n")
    problems: list[Problem] = []
    odd = (number for number, line in enumerate(lines, 1) if _odd(line))
    for number in islice(odd, MOST_LINES):
        for problem, mended in _in_line(lines[number - 1], Place(file, number), tab):
            problems.append(problem)
            lines[number - 1] = mended
    told = [_with_line(problem, lines) for problem in problems]
    if (following := next(odd, None)) is not None:
        fact = "There are more such characters in this file, the first of them in this line."
        told.append(Problem("more-problems", Place(file, following), fact, "Mend the others, and check again."))
    return "\n".join(lines), told


def odd_name(name: str, file: str) -> Problem | None:
    """Tell of a character in the name of ``file``, or of a folder, that nobody can see; or give nothing."""
    if name.isascii() and name.isprintable():
        return None
    plain = BELONGING.sub("", name)
    found = {code: match[0] for code, odd in _IN_NAMES.items() if (match := odd.search(plain))}
    if (unknown := _unknown(plain)) is not None:
        found["unknown-character"] = plain[unknown]
    if not found:
        return None
    code, first = next(iter(found.items()))
    fact = f"There is a character in this name that cannot be seen ({_name(first)}, U+{ord(first):04X})."
    return Problem(code, Place(file), fact, "Give it a name of letters, digits and hyphens.")


def _odd(text: str) -> bool:
    """Whether there is such a character. Most lines have none but those of ASCII, and need no closer look."""
    lines = (line for line in text.split("\n") if not (line.isascii() and line.isprintable()))
    return any(_unknown(line) is not None or _ANY.search(line) for line in lines)


def _unknown(text: str) -> int | None:
    """Find the first character that Unicode gives no meaning: for private use, not assigned, or never to be.

    Emoji are left alone: new ones are added each year, and readers may know them before this software does.
    """
    far = ((found.start(), found[0]) for found in _FAR.finditer(text))
    return next((at for at, sign in far if unicodedata.category(sign) in ("Co", "Cn")), None)


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
    if found := CONTROL_CHARACTER.search(typed):
        line = CONTROL_CHARACTER.sub(_as_windows, BREAK.sub(" ", line))
        fact = f"There is a control character here (number {ord(found[0])}) that cannot be printed."
        yield told("control-character", found.start(), fact, "Delete it, or type the line again. " + _COPIED)
    if found := SPACE.search(typed):
        line = SPACE.sub(" ", line)
        fact = f"There is a {_name(found[0])} here: it looks like an ordinary space but is another character."
        yield told("odd-space", found.start(), fact, "Delete it and press the space bar. " + _COPIED)
    if found := INVISIBLE.search(BELONGING.sub(lambda part: "\0" * len(part[0]), typed)):
        line = BELONGING.sub(lambda part: "".join(f"\0{sign}" for sign in part[0]), line)
        line = re.sub(f"(?<!\0)[{UNSEEN}]", "", line).replace("\0", "")
        fact = f"There is an invisible character here ({_name(found[0])})."
        yield told("invisible-character", found.start(), fact, "Delete it, or type the line again. " + _COPIED)
    if (unknown := _unknown(typed)) is not None:
        line = "".join(character for character in line if _unknown(character) is None)
        fact = f"There is a character here (U+{ord(typed[unknown]):04X}) that means nothing outside of one program."
        yield told("unknown-character", unknown, fact, "Delete it, or type a letter or sign that all can read.")
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
