"""Every code that a problem can have, explained for people, with an example that raises it and one that does not.

Each room of the package that tells problems has a file ``codes.txt`` of its own and reads it with ``read_codes``; the
site makes its help pages from all of them. ``codes.txt`` of this room explains how such a file is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_SEPARATOR: Final = re.compile(r"^={4,}\n", re.MULTILINE)
_EXAMPLE: Final = re.compile(r"^(wrong|right): *(\S*)\n((?:    .*\n|\n)*)", re.MULTILINE)
_USUAL_FILE: Final = "meetings/2026-01-05/agenda.yml"


@dataclass(frozen=True, slots=True)
class Example:
    """What somebody might type. ``file`` is the file it would stand in, below the data folder."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code in words: what it means in one line, why it matters in two sentences, and two examples."""

    code: str
    title: str
    explanation: str
    wrong: Example
    right: Example


@cache
def reading_codes() -> tuple[Code, ...]:
    """Give the codes that reading tells, those of the records among them."""
    return tuple(read_codes(Path(__file__).with_name("codes.txt")))


def read_codes(file: Path) -> Iterator[Code]:
    """Read a file of codes. Raises ``ValueError`` for an entry that is not complete."""
    _, *entries = _SEPARATOR.split(file.read_text(encoding="utf-8"))
    for entry in entries:
        code, title, explanation = entry.split("\n\n", 1)[0].split("\n", 2)
        examples = {
            kind: Example(name or _USUAL_FILE, re.sub("^    ", "", text.strip("\n"), flags=re.MULTILINE) + "\n")
            for kind, name, text in _EXAMPLE.findall(entry + "\n")
        }
        if examples.keys() != {"wrong", "right"}:
            raise ValueError(f"{file}: {code} needs a wrong and a right example")
        yield Code(code, title, " ".join(explanation.split()), examples["wrong"], examples["right"])
