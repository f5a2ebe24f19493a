"""Files that must not be here: whatever lies below the data folder is public, and these are marked as kept back.

Names are looked at of every file and folder, and the words of every file that holds text, whatever its ending.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..records.place import Place
from ..records.problem import Problem
from .decoding import decode, read_bytes

_NAME: Final = re.compile(
    r"exempt(?:ed|ion)?s?|confidential|notforpublication|not-for-publication|private"
    r"|part-?2|part-?ii"
)
_WORDS: Final = r"EXEMPT|(?:STRICTLY )?CONFIDENTIAL|PRIVATE(?: AND|,| &) CONFIDENTIAL"
_FIELD: Final = r"(?-i:[\s#]*#exempt:$)"
"""The name of a field that a new file shows after a #."""
_MARKINGS: Final = (
    re.compile(rf"(?:^[\W_]*|#(?:[^\w#]|_)*)(?:{_WORDS})\b"),
    re.compile(rf"^(?!{_FIELD})(?:\s*#[\W_]*(?:{_WORDS})[\W_]*|[\W_]*(?:{_WORDS})[^\w:]*)$", re.I),
    re.compile(r"\bNOT FOR PUBLICATION\b"),
    re.compile(r"^[\W_]*not for publication\b", re.I),
    re.compile(r"\bOFFICIAL[\s:,(–-]{1,3}SENSITIVE\b"),
    re.compile(r"^[\"']?(?:exempt|confidential|private)[\"']?\s*:\s*[\"']?(?:yes|true|on)\b", re.I),
)
_HINTS: Final = (b"exempt", b"confidential", b"not for publication", b"official", b"private")
"""Words of which each marking holds one: most files hold none, and are looked through fast."""
_ALIKE: Final = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))
"""Letters that are taken for one of ours where capitals do not matter."""
_LOOKED_THROUGH: Final = 1_000_000
"""Bytes of a file that are looked through. A file of records is shorter."""
_FIX: Final = (
    "Take it out of this folder and tell the lead officer, because what was once here stays in the history. "
)


def markings(folder: Path, shown_as: str) -> Iterator[Problem]:
    """Give a problem for each file or folder below ``folder`` whose name or text marks it as kept from the public.

    ``shown_as`` is the folder as people are shown it. Links to other folders are not followed. Nothing is raised for
    what cannot be read.
    """
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        where = Path(shown_as, Path(inside).relative_to(folder)).as_posix()
        for name in sorted((*folders, *names)):
            shown = f"{where}/{name}"
            if words := marked_name(name):
                fact = f'The name of this file or folder has "{words}" in it. Whatever lies in this folder is public.'
                yield Problem("marked-name", Place(shown), fact, f"{_FIX}If it is public, give it another name.")
            if name in names:
                yield from _in_text(Path(inside, name), shown)


def marked_name(name: str) -> str | None:
    """Give the part of a file's name that marks it as kept from the public, or ``None``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    plain = re.sub(r"[\W_]+", "-", apart).strip("-").lower()
    found = re.search(rf"(?:^|-)({_NAME.pattern})(?=-|$)", plain)
    return found[1] if found else None


def _in_text(path: Path, shown: str) -> Iterator[Problem]:
    """Tell of the first line of a file that marks it; a file that holds no text has none."""
    try:
        text, _ = decode(read_bytes(path, _LOOKED_THROUGH), shown)
    except OSError:
        return  # reading tells of files that cannot be opened
    if not text or not _hinted(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for marking in _MARKINGS if _hinted(line) else ():
            if found := marking.search(line):
                words = found[0].strip()
                fact = f'This line marks the file as kept from the public: "{words}". It would be public here.'
                place = Place(shown, number, line.index(words) + 1, len(words))
                yield Problem("marked-text", place, fact, f"{_FIX}If it is public, delete the line.")
                return


def _hinted(text: str) -> bool:
    """Whether a text holds one of the words, however an expression that ignores capitals would find them."""
    for letter, plain in _ALIKE:
        text = text.replace(letter, plain)
    small = text.encode("ascii", "replace").lower()
    return any(hint in small for hint in _HINTS)
