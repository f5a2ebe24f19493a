"""Groups of fields to the lines of a file, and new lines into a file of which no other line changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Final

from ..reading.decoding import decode
from ..reading.diagnosis import read_text
from ..reading.events import Patience
from ..reading.lines import Names
from ..reading.quoting import as_typed, replaced
from ..reading.typed_inside import set_apart
from ..records.base import Record
from ..records.fields import lists_within, names_within
from ..records.place import TypedList, TypedMap
from ..records.typed import Typed

Value = Typed
"""What stands in a field."""
Step = str | int
_WIDTH: Final = 110
_ODD_LINE: Final = re.compile(r"[-*#>|]|\d+[.)]")
"""What would look like an entry of a list, or a remark, at the beginning of a line of a long text."""

_NEGATIVE: Final = re.compile(r"-[\d,.:]+")
"""A figure that needs no quotation marks."""


class ByHand(ValueError):  # noqa: N818 - it says who has to do it
    """Lines cannot be put there, because of how the file is laid out. The message says where."""


def lines_of(fields: Mapping[str, Value]) -> Iterator[str]:
    """Give a group of fields as lines of a file, not set in."""
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield f"{name}:"
            yield from (f"  {line}" for line in lines_of(value))
        elif isinstance(value, list):
            yield f"{name}:" if value else f"{name}: []"
            yield from (f"  {line}" for entry in value for line in _entry(entry))
        else:
            yield from _text(name, _typed(value))


def _entry(value: Value) -> Iterator[str]:
    lines = lines_of(value) if isinstance(value, Mapping) else iter([as_typed(_typed(value))])
    for number, line in enumerate(lines):
        yield f"  {line}" if number else f"- {line}"


def _typed(value: Value) -> str:
    return "yes" if value is True else "no" if value is False else str(value)


def _text(name: str, text: str) -> Iterator[str]:
    if "\n" in text:
        yield f"{name}: |"
        yield from (f"  {line}".rstrip() for line in set_apart(text).split("\n"))
        return
    folded = wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    if len(f"{name}: {text}") > _WIDTH and " ".join(folded) == text and not any(map(_ODD_LINE.match, folded)):
        yield f"{name}: >-"
        yield from (f"  {set_apart(line)}" for line in folded)
    else:
        yield f"{name}: {text if _NEGATIVE.fullmatch(text) else as_typed(text)}"


class Lines:
    """The lines of a file, with what is to be put in and changed. ``bytes_with_changes`` gives the file then."""

    def __init__(self, data: bytes, file: str, model: type[Record]) -> None:
        """Take a file that is read without a problem."""
        text = decode(data, file)[0] or ""
        self.file = file
        self.lines = text.split("\n")
        self.end = "\r\n" if b"\r\n" in data else "\n"
        self.mark = "\ufeff" if data.startswith("\ufeff".encode()) else ""
        self.root = read_text(text, file, Names(names_within(model), lists_within(model)), Patience()).root
        self.changes: list[tuple[int, int, list[str]]] = []

    def bytes_with_changes(self) -> bytes:
        """Give the file with all changes."""
        lines = [*self.lines]
        for start, end, new in sorted(self.changes, key=lambda change: change[0], reverse=True):
            lines[start:end] = new
        return (self.mark + self.end.join(lines)).encode()

    def add(self, steps: tuple[Step, ...], after: int, entries: Sequence[Mapping[str, Value]]) -> None:
        """Put entries into the list at ``steps``, after the one with an index; -1 stands for the beginning.

        They are laid out as their neighbour is. A list that is not there yet is added. Raises ``ByHand``.
        """
        node = self._node(steps)
        if not isinstance(node, TypedList) or not node:
            self._add_list(steps, entries)
            return
        line, column = (number - 1 for number in node.entries_at[max(after, 0)][:2])
        dash = self._dash(line, column)
        at = self._end(line, dash) if after >= 0 else line
        if self.lines[line][column:].startswith("{"):
            new = [f"{' ' * dash}-{' ' * (column - dash - 1)}{_between_brackets(entry)}" for entry in entries]
        else:
            set_in = [" " * dash + "-".ljust(column - dash), " " * column]
            numbered = ((n, line) for entry in entries for n, line in enumerate(lines_of(entry)))
            new = [f"{set_in[n > 0]}{line}" if line else "" for n, line in numbered]
        self.changes.append((at, at, new))

    def add_lines(self, name: str, entry: Sequence[str]) -> None:
        """Put the lines of an entry, which begin with a hyphen or are comment, behind all others of a list.

        Raises ``ByHand`` where that list is not there, or does not begin each entry on a line of its own.
        """
        node = self._node((name,))
        if not isinstance(node, TypedList) or not node:
            raise ByHand(self.file)
        line, column = (number - 1 for number in node.entries_at[-1][:2])
        dash = self._dash(line, column)
        at = self._end(line, dash)
        self.changes.append((at, at, [f"{' ' * dash}{text}".rstrip() for text in entry]))

    def _add_list(self, steps: tuple[Step, ...], entries: Sequence[Mapping[str, Value]]) -> None:
        group = self._node(steps[:-1])
        if not isinstance(group, TypedMap) or not group.names or not isinstance(steps[-1], str):
            raise ByHand(self.file)
        first, column = (number - 1 for number in next(iter(group.names.values()))[:2])
        if steps[-1] in group or "{" in self.lines[first][:column]:
            raise ByHand(f"{self.file}, line {first + 1}")
        last = max(spot[0] for spot in group.names.values()) - 1
        at = self._end(last, column)
        new = [" " * column + line if line else "" for line in lines_of({steps[-1]: [dict(e) for e in entries]})]
        self.changes.append((at, at, new))

    def change(self, steps: tuple[Step, ...], name: str, value: Value | None) -> None:
        """Put another value in the place of the one that a group of fields has, add it, or take it out.

        Raises ``ByHand``.
        """
        group = self._node(steps)
        if not isinstance(group, TypedMap) or not group.names:
            raise ByHand(self.file)
        first, column = (number - 1 for number in next(iter(group.names.values()))[:2])
        if "{" in self.lines[first][:column]:
            raise ByHand(f"{self.file}, line {first + 1}")
        if value is None:
            self._take_out(group, name)
            return
        new = [" " * column + line for line in lines_of({name: value})]
        if name not in group:
            at = self._end(max(spot[0] for spot in group.names.values()) - 1, column)
            self.changes.append((at, at, new))
            return
        line, at = group.names[name][0] - 1, group.names[name][1] - 1
        start, position = group.values_at[name][0] - 1, group.values_at[name][1] - 1
        if isinstance(value, str) and isinstance(old := group[name], str) and start == line:
            changed = replaced(self.lines[line], position, old, value)
            if changed is not None:
                self.changes.append((line, line + 1, [changed]))
                return
        self.changes.append((line, self._end(line, at), [self.lines[line][:at] + new[0].lstrip(), *new[1:]]))

    def _take_out(self, group: TypedMap, name: str) -> None:
        if name in group:
            line, column = group.names[name][0] - 1, group.names[name][1] - 1
            if self.lines[line][:column].strip():
                raise ByHand(f"{self.file}, line {line + 1}")
            self.changes.append((line, self._end(line, column), []))

    def _node(self, steps: tuple[Step, ...]) -> object:
        node: object = self.root
        for step in steps:
            if isinstance(node, TypedMap):
                node = node.get(str(step))
            elif isinstance(node, TypedList) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node

    def _dash(self, line: int, column: int) -> int:
        before = self.lines[line][:column]
        if not re.fullmatch(r" *- +", before):
            raise ByHand(f"{self.file}, line {line + 1}")
        return before.index("-")

    def _end(self, line: int, column: int) -> int:
        """Give the line after all that stands below a line and is set in more than a column."""
        end = line + 1
        for number in range(line + 1, len(self.lines)):
            text = self.lines[number]
            inset = len(text) - len(text.lstrip(" "))
            if text.strip() and inset <= column:
                break
            end = number + 1 if text.strip() else end
        return end


def _between_brackets(fields: Mapping[str, Value]) -> str:
    parts = []
    for name, value in fields.items():
        many = [value] if not isinstance(value, list) else value
        if any(isinstance(entry, list | dict) for entry in many):
            raise ByHand(name)
        typed = [as_typed(_typed(entry), between_brackets=True) for entry in many]
        parts.append(f"{name}: [{', '.join(typed)}]" if isinstance(value, list) else f"{name}: {typed[0]}")
    return f"{{{', '.join(parts)}}}"
