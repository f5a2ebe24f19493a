"""Where something was typed: the file, the line and the column.

Reading hands over maps and lists that know the place of each of their values; records keep those places, so that
a rule that looks at a record a minute later can still point at the line that an editor has to change.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Final

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


Spot = tuple[int, int, int]
"""A place in a file that is known: line, column and width."""


class TypedMap(dict[str, Any]):
    """A map as typed: names to values, with the spot of each name and of each value."""

    __slots__ = ("file", "names", "spot", "values_at")

    def __init__(self, file: str, spot: Spot) -> None:
        super().__init__()
        self.file = file
        self.spot = spot
        self.names: dict[str, Spot] = {}
        self.values_at: dict[str, Spot] = {}

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.file, *self.spot)

    def name_at(self, name: str) -> Place:
        """Give the place of a name."""
        return Place(self.file, *self.names[name])

    def value_at(self, name: str) -> Place:
        """Give the place of the value of a name."""
        return Place(self.file, *self.values_at[name])

    def put(self, name: str, value: Any, name_at: Spot, value_at: Spot) -> None:
        """Add a name and its value."""
        self[name], self.names[name], self.values_at[name] = value, name_at, value_at


class TypedList(list[Any]):
    """A list as typed, with the spot of each entry."""

    __slots__ = ("entries_at", "file", "spot")

    def __init__(self, file: str, spot: Spot) -> None:
        super().__init__()
        self.file = file
        self.spot = spot
        self.entries_at: list[Spot] = []

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.file, *self.spot)

    def entry_at(self, entry: int) -> Place:
        """Give the place of an entry."""
        return Place(self.file, *self.entries_at[entry])


NOWHERE: Final = Place("(not from a file)")
_Shape = tuple[tuple[str, ...], tuple[tuple[str, int], ...]]
_shapes: Final[dict[_Shape, _Shape]] = {}
"""The names of each group, and how many entries its lists have, once for all groups in which these are the same."""


class Origin:
    """Where a group of names was typed, and each value in it: an archive has very many, and few are asked for.

    So they are kept as packed numbers: the line, column and width of the group, of each value, and of each entry of a
    list. ``groups`` are the groups and lists that hold a text in several languages or warnings that are known: these
    are kept as typed.
    """

    __slots__ = ("_packed", "_shape", "file", "groups")

    def __init__(self, typed: TypedMap, values: Mapping[str, object]) -> None:
        """Take the places of a group. ``values`` are those of its names, as they were read."""
        numbers = [*typed.spot, *chain.from_iterable(typed.values_at.values())]
        lists: tuple[tuple[str, int], ...] = ()
        self.groups: dict[str, TypedMap | TypedList] | None = None
        for name, part in typed.items():
            if type(part) is str:
                continue
            if type(part) is TypedList:
                lists = (*lists, (name, len(part.entries_at)))
                numbers += chain.from_iterable(part.entries_at)
            if _has_words(part, values.get(name)):
                self.groups = {**(self.groups or {}), name: part}
        shape = tuple(typed.values_at), lists
        self.file = typed.file
        self._shape = _shapes.setdefault(shape, shape)
        self._packed = array("I", numbers).tobytes()

    def __getstate__(self) -> tuple[object, ...]:
        """Give what is to be kept of it."""
        return self.file, self._shape, self._packed, self.groups

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Be as it was kept, with the names that all groups of its shape share."""
        self.file, shape, self._packed, self.groups = state
        self._shape = _shapes.setdefault(shape, shape)

    def moved(self, place: Place) -> Origin:
        """Give it for a group that a value at another place stands for."""
        moved = copy(self)
        start = array("I", (place.line, place.column, place.width)).tobytes()
        moved.file, moved._packed = place.file, start + self._packed[len(start) :]
        return moved

    def _place(self, index: int) -> Place:
        return Place(self.file, *array("I", self._packed)[3 * index : 3 * index + 3])

    @property
    def place(self) -> Place:
        """Where the group begins."""
        return self._place(0)

    def at(self, name: str, entry: int | str | None = None) -> Place:
        """Say where the value of a name was typed, or one entry in it; where the group was, if that is not known."""
        group = self.groups.get(name) if self.groups else None
        if isinstance(group, TypedMap) and entry in group.names:
            return group.name_at(str(entry)) if name == "known" else group.value_at(str(entry))
        names, lists = self._shape
        index = 1 + len(names)
        for other, entries in lists:
            if other == name and isinstance(entry, int) and entry < entries:
                return self._place(index + entry)
            index += entries
        return self._place(1 + names.index(name) if name in names else 0)

    def every_place(self) -> Iterator[Place]:
        """Give the place of the group, of each value whose place is known, and of each entry."""
        names, lists = self._shape
        return map(self._place, range(1 + len(names) + sum(entries for _, entries in lists)))


def _has_words(typed: TypedMap | TypedList, value: object) -> bool:
    """Whether words in a group or a list are asked for later: texts in several languages, reasons."""
    if isinstance(typed, TypedMap):
        return isinstance(value, str | dict)
    entries = zip(typed, value, strict=False) if isinstance(value, list) else ()
    return any(isinstance(entry, TypedMap) and isinstance(text, str) for entry, text in entries)
