"""Counts the steps that an expression takes on a text: a small model of Python's own way to look for a match.

The library tells no count, and times of a busy machine prove nothing. So the parsed expression is walked here as the
library walks it, greedy first and back again, and each letter that is looked at counts. Every walk is held against
the match that the library itself finds, so that the model cannot drift away from it.
"""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as sre  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

Item = tuple[Any, Any]
Groups = dict[int, tuple[int, int]]
Ends = Iterator[int]

_IGNORECASE, _DOTALL = int(re.IGNORECASE), int(re.DOTALL)

_CATEGORIES: Final = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
_ANCHORS: Final = {
    op.AT_BEGINNING: "^", op.AT_BEGINNING_STRING: r"\A", op.AT_BOUNDARY: r"\b", op.AT_NON_BOUNDARY: r"\B",
    op.AT_END: "$", op.AT_END_STRING: r"\Z",
}  # fmt: skip


@cache
def parsed(pattern: re.Pattern[str]) -> list[Item]:
    """Give the items of an expression as the library parses them."""
    items: list[Item] = sre.parse(pattern.pattern, pattern.flags).data
    return items


class Walk:
    """One look through a text with one expression. ``steps`` counts the letters that were looked at."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self.items = parsed(pattern)
        self.text = text
        self.flags = pattern.flags & int(re.IGNORECASE | re.ASCII | re.MULTILINE | re.DOTALL)
        self.groups: Groups = {}
        self.steps = 0

    def match(self, start: int = 0) -> int | None:
        """Give where a match that begins at ``start`` ends, as ``re.match`` finds it."""
        self.groups = {}
        return next(self._sequence(self.items, 0, start), None)

    def fullmatch(self) -> int | None:
        """Give the length of the text if all of it matches, as ``re.fullmatch`` finds it."""
        self.groups = {}
        return next((end for end in self._sequence(self.items, 0, 0) if end == len(self.text)), None)

    def search_all(self) -> list[tuple[int, int]]:
        """Give where every match begins and ends, as ``re.finditer`` finds them."""
        found: list[tuple[int, int]] = []
        start, empty = 0, False
        while (hit := self._search(start, empty)) is not None:
            found.append(hit)
            start, empty = hit[1], hit[0] == hit[1]
        return found

    def _search(self, start: int, after_nothing: bool) -> tuple[int, int] | None:
        """Find the next match; right after a match of nothing, one of nothing does not count again."""
        for at in range(start, len(self.text) + 1):
            self.groups = {}
            least = at + 1 if after_nothing and at == start else at
            end = next((end for end in self._sequence(self.items, 0, at) if end >= least), None)
            if end is not None:
                return at, end
        return None

    def _sequence(self, items: list[Item], index: int, at: int) -> Ends:
        if index == len(items):
            yield at
            return
        for end in self._item(*items[index], at):
            yield from self._sequence(items, index + 1, end)

    def _item(self, kind: Any, value: Any, at: int) -> Ends:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            self.steps += 1
            if at < len(self.text) and _fits(kind, value, self.text[at], self.flags):
                yield at + 1
        elif kind is op.AT:
            self.steps += 1
            if _stands(value, self.text, at, self.flags):
                yield at
        else:
            yield from _WAYS[kind](self, value, at)

    def _branch(self, value: Any, at: int) -> Ends:
        for items in value[1]:
            yield from self._sequence(items.data, 0, at)

    def _group(self, value: Any, at: int) -> Ends:
        number, _, _, items = value
        for end in self._sequence(items.data, 0, at):
            before = self.groups.get(number)
            if number is not None:
                self.groups[number] = (at, end)
            yield end
            if before is not None:
                self.groups[number] = before

    def _again(self, number: int, at: int) -> Ends:
        start, end = self.groups.get(number, (0, -1))
        words = self.text[start:end]
        self.steps += len(words) + 1
        if end >= start and self.text.startswith(words, at):
            yield at + len(words)

    def _greedy(self, value: Any, at: int, count: int = 0) -> Ends:
        least, most, items = value
        if len(items) == 1 and items.data[0][0] in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            yield from reversed(list(self._run(value, at)))
            return
        if count < most:
            for end in self._sequence(items.data, 0, at):
                if end > at or count < least:
                    yield from self._greedy(value, end, count + 1)
        if count >= least:
            yield at

    def _lazy(self, value: Any, at: int, count: int = 0) -> Ends:
        least, most, items = value
        if count >= least:
            yield at
        if count < most:
            for end in self._sequence(items.data, 0, at):
                if end > at or count < least:
                    yield from self._lazy(value, end, count + 1)

    def _run(self, value: Any, at: int) -> Ends:
        """Give every end of a run of single letters, the shortest first."""
        least, most, items = value
        kind, letters = items.data[0]
        end = at
        if least == 0:
            yield at
        while end - at < most:
            self.steps += 1
            if end == len(self.text) or not _fits(kind, letters, self.text[end], self.flags):
                return
            end += 1
            if end - at >= least:
                yield end

    def _possessive(self, value: Any, at: int) -> Ends:
        yield from list(self._greedy(value, at))[:1]

    def _atomic(self, items: Any, at: int) -> Ends:
        end = next(self._sequence(items.data, 0, at), None)
        if end is not None:
            yield end

    def _ahead(self, value: Any, at: int) -> Ends:
        direction, items = value
        start = at if direction > 0 else at - items.getwidth()[0]
        if start >= 0 and next(self._sequence(items.data, 0, start), None) is not None:
            yield at

    def _not_ahead(self, value: Any, at: int) -> Ends:
        if next(self._ahead(value, at), None) is None:
            yield at


_WAYS: Final[dict[Any, Callable[[Walk, Any, int], Ends]]] = {
    op.BRANCH: Walk._branch, op.SUBPATTERN: Walk._group, op.GROUPREF: Walk._again,
    op.MAX_REPEAT: Walk._greedy, op.MIN_REPEAT: Walk._lazy, op.POSSESSIVE_REPEAT: Walk._possessive,
    op.ATOMIC_GROUP: Walk._atomic, op.ASSERT: Walk._ahead, op.ASSERT_NOT: Walk._not_ahead,
}  # fmt: skip
_KNOWN: Final[dict[tuple[int, str, int], bool]] = {}
"""Whether a letter is in a set, by the set's own list: what is parsed is kept, so no other list takes its place."""


def _fits(kind: Any, value: Any, letter: str, flags: int) -> bool:
    if kind is op.ANY:
        return letter != "\n" or bool(flags & _DOTALL)
    if kind is op.IN:
        key = (id(value), letter, flags)
        if key not in _KNOWN:
            _KNOWN[key] = _in(value, letter, flags)
        return _KNOWN[key]
    same = chr(value) == letter or bool(flags & _IGNORECASE and chr(value).lower() == letter.lower())
    return same if kind is op.LITERAL else not same


def _in(members: list[Item], letter: str, flags: int) -> bool:
    negated = bool(members) and members[0][0] is op.NEGATE
    return negated != any(_member(kind, value, letter, flags) for kind, value in members if kind is not op.NEGATE)


def _member(kind: Any, value: Any, letter: str, flags: int) -> bool:
    if kind is op.CATEGORY:
        return re.match(_CATEGORIES[value], letter, flags) is not None
    low, high = value if kind is op.RANGE else (value, value)
    either = {letter, letter.lower(), letter.upper()} if flags & _IGNORECASE else {letter}
    return any(low <= ord(one) <= high for one in either if len(one) == 1)


def _stands(anchor: Any, text: str, at: int, flags: int) -> bool:
    return re.compile(_ANCHORS[anchor], flags).match(text, at) is not None
