"""Where something was typed: the file, the line and the column.

Reading hands over maps and lists that know the place of each of their values; records keep those places, so that
a rule that looks at a record a minute later can still point at the line that an editor has to change.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

Step = str | int
Path = tuple[Step, ...]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file as an editor counts: lines and columns begin at 1; ``file`` is as shown to people.

    ``width`` is how many characters of the line belong to it, as typed: quotation marks and commas count. It makes no
    difference to what place it is.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = field(default=1, compare=False)

    def wide(self, width: int) -> Place:
        """Give the same place with so many characters, or one, where nothing was typed."""
        return replace(self, width=max(width, 1))

    def __str__(self) -> str:
        """Give the place in words, as each message begins."""
        return f"{self.file}, line {self.line}, column {self.column}"


class TypedMap(dict[str, Any]):
    """A map as typed: names to values, with the place of each name and of each value."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.names: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class TypedList(list[Any]):
    """A list as typed, with the place of each entry."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.entries_at: list[Place] = []
