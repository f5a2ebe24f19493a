"""Edits of one line of an archive, as a clerk makes them, and the worst there are.

The same for the same archive and seed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Final

_WORD: Final = re.compile(r"(?<=[a-z] )(the|that|of|in|to)(?= [a-z])")


def one_line(data: Path, seed: int) -> str:
    """Change a word in a line that is drawn from any file of a meeting or an indicator, and say which line it is."""
    chance = Random(seed)  # noqa: S311 - no secret
    files = sorted((*data.glob("meetings/**/*.yml"), *data.glob("indicators/*.yml")))
    while True:
        file = chance.choice(files)
        lines = file.read_text(encoding="utf-8").split("\n")
        at = chance.randrange(len(lines))
        changed = _WORD.sub("this", lines[at], count=1)
        if changed != lines[at]:
            file.write_text("\n".join([*lines[:at], changed, *lines[at + 1 :]]), encoding="utf-8")
            return f"{file.relative_to(data).as_posix()}, line {at + 1}"


def source_of_a_seat(data: Path, seed: int) -> str:
    """Change a line of people.yml: what says that somebody has a seat."""
    return _changed(data / "people.yml", "source: The clerk's list", f"source: The list of clerk {seed}")


def about_the_panel(data: Path, seed: int) -> str:
    """Change what the panel says of itself, which stands on each page."""
    return _changed(data / "panel.yml", "This archive is invented", f"This archive is invented by {seed}")


def name_of_a_person(data: Path, seed: int) -> str:
    """Change the name of a member, which stands on most pages."""
    return _changed(data / "people.yml", "name: Ann Marsh", f"name: Ann Marsh{'e' * seed}")


def _changed(file: Path, was: str, now: str) -> str:
    text = file.read_text(encoding="utf-8")
    if was not in text:
        raise ValueError(f"{file} does not say {was}")
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    return file.name


WORST: Final[Mapping[str, Callable[[Path, int], str]]] = {
    "a line of panel.yml": about_the_panel,
    "the name of a person": name_of_a_person,
}
