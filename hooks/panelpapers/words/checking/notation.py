"""A small notation for the sentences that a proof-reader can read, and the matcher for it.

``[a]`` may be left out; ``<a|b>`` is one of several; ``{kind}`` is a piece such as an amount or a period, read by the
reader of that kind. ``<word:a|b>`` and ``{start:amount}`` have names, under which what was read is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

Reader = Callable[[str, int], Iterable[tuple[int, object]]]
"""Reads a piece at a place of a text, in every possible way: where each ends, and what it says."""
Found = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece that a reader reads."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, kept under a name if it has one."""

    name: str
    options: tuple[Parts, ...]


Parts = tuple[str | Piece | Choice, ...]


@cache
def notation(source: str) -> Parts:
    """Read a pattern from its notation."""
    parts, end = _parts(source, 0)
    if end != len(source):
        raise ValueError(f"{source!r} closes what it did not open, at {end}.")
    return parts


def _parts(source: str, at: int) -> tuple[Parts, int]:
    parts: list[str | Piece | Choice] = []
    while at < len(source) and source[at] not in ">|]":
        if source[at] == "{":
            end = source.index("}", at)
            name, _, kind = source[at + 1 : end].rpartition(":")
            parts.append(Piece(name or kind, kind))
            at = end + 1
        elif source[at] in "<[":
            choice, at = _choice(source, at)
            parts.append(choice)
        else:
            end = min((place for place in map(source.find, "{<[>|]", [at] * 6) if place >= 0), default=len(source))
            parts.append(source[at:end])
            at = end
    return tuple(parts), at


def _choice(source: str, at: int) -> tuple[Choice, int]:
    closing, name = {"<": ">", "[": "]"}[source[at]], ""
    head, colon, _ = source[at + 1 :].partition(":")
    if colon and head.isalpha():
        name, at = head, at + len(head) + 1
    options: list[Parts] = []
    while not options or source[at] == "|":
        parts, at = _parts(source, at + 1)
        options.append(parts)
    if source[at] != closing:
        raise ValueError(f"{source!r} does not close what it opens, at {at}.")
    return Choice(name, (*options, ()) if closing == "]" else tuple(options)), at + 1


def readings(parts: Parts, text: str, at: int, readers: Mapping[str, Reader]) -> Iterator[tuple[int, Found]]:
    """Read a pattern at a place of a text in every possible way: where each ends, and what was found by name."""
    for number, part in enumerate(parts, 1):
        if isinstance(part, str):
            if not text.startswith(part, at):
                return
            at += len(part)
        else:
            for end, found in _part(part, text, at, readers):
                for last, more in readings(parts[number:], text, end, readers):
                    yield last, {**found, **more}
            return
    yield at, {}


def _part(part: Piece | Choice, text: str, at: int, readers: Mapping[str, Reader]) -> Iterator[tuple[int, Found]]:
    if isinstance(part, Piece):
        for end, value in readers[part.kind](text, at):
            yield end, {part.name: value}
        return
    for option in part.options:
        for end, found in readings(option, text, at, readers):
            yield end, {**found, part.name: text[at:end]} if part.name else found
