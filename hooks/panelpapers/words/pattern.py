"""A small notation for sentences, used in both directions: a writer fills its slots, the proof-reader reads them.

``{kind}`` is a slot for a value of some kind, such as an amount or a period; ``[a]`` may be left out; ``<a|b>`` is
one of several. ``{start:amount}``, ``<verb:rose|fell>`` and ``[joint:joint ]`` have names, under which a writer gives
a value and a reader finds one. Words that carry direction, order or comparison are choices with names, never fixed
text, so that the claim of a pattern can compare each with the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .proof.claim import Claim

Reader = Callable[[str, int], Iterable[tuple[int, object]]]
"""Reads a slot at a place of a text, in every possible way: where each ends, and what it says."""
Writer = Callable[[Any, str], str]
"""Writes the value of a slot, behind what stands before it in its clause."""
Found = Mapping[str, object]
_NOTHING: Final[Found] = {}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value of some kind."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, kept under a name if it has one. What may be left out has nothing as its last option."""

    name: str
    options: tuple[Parts, ...]


Parts = tuple[str | Slot | Choice, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence, or a clause of one: its notation, and the claim that it makes about a record.

    ``claim`` yields what is wrong with a clause that was read with this pattern. ``after`` is what the clause before
    it must be about, where it speaks of that: "that is a rise" stands behind a sentence that moves.
    """

    source: str
    claim: Callable[[Claim], Iterator[str]] = field(compare=False)
    after: str = ""

    @property
    def parts(self) -> Parts:
        """The notation, read."""
        return notation(self.source)


class _UnfilledError(Exception):
    """A slot has no value, or a choice no such option, so that what may be left out around it is left out."""


def fill(parts: Parts, values: Mapping[str, Any], writers: Mapping[str, Writer], before: str = "") -> str:
    """Write a pattern with values for its slots. What has no value is left out, if it may be.

    Raises ``ValueError`` where what must be said has no value, or where a choice is none of several.
    """
    try:
        return _filled(parts, values, writers, before)
    except _UnfilledError as missing:
        raise ValueError(f"{missing} cannot be written with {sorted(values)}.") from None


def _filled(parts: Parts, values: Mapping[str, Any], writers: Mapping[str, Writer], before: str) -> str:
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
        elif isinstance(part, Slot):
            value = values.get(part.name)
            if value is None:
                raise _UnfilledError(part.name)
            text += writers[part.kind](value, before + text)
        else:
            text += _chosen(part, values, writers, before + text)
    return text


def _chosen(choice: Choice, values: Mapping[str, Any], writers: Mapping[str, Writer], before: str) -> str:
    may_be_left_out = choice.options[-1] == ()
    options = choice.options[:-1] if may_be_left_out else choice.options
    if choice.name and not values.get(choice.name):
        if may_be_left_out:
            return ""
        raise _UnfilledError(choice.name)
    texts = []
    for option in options:
        try:
            text = _filled(option, values, writers, before)
        except _UnfilledError:
            continue
        if not choice.name or values[choice.name] in (True, text.strip()):
            return text
        texts.append(text)
    if may_be_left_out and not choice.name:
        return ""
    raise _UnfilledError(f"{values[choice.name]!r}, none of {texts}," if choice.name else "one of several")


@cache
def notation(source: str) -> Parts:
    """Read a pattern from its notation."""
    parts, end = _parts(source, 0)
    if end != len(source):
        raise ValueError(f"{source!r} closes what it did not open, at {end}.")
    return parts


def _parts(source: str, at: int) -> tuple[Parts, int]:
    parts: list[str | Slot | Choice] = []
    while at < len(source) and source[at] not in ">|]":
        if source[at] == "{":
            end = source.index("}", at)
            name, _, kind = source[at + 1 : end].rpartition(":")
            parts.append(Slot(name or kind, kind))
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
            rest = parts[number:]
            follows = rest[0] if rest and isinstance(rest[0], str) else ""
            for end, found in _part(part, text, at, readers):
                if text.startswith(follows, end):
                    for last, more in readings(rest, text, end, readers) if rest else ((end, _NOTHING),):
                        yield last, {**found, **more}
            return
    yield at, {}


def _part(part: Slot | Choice, text: str, at: int, readers: Mapping[str, Reader]) -> Iterator[tuple[int, Found]]:
    if isinstance(part, Slot):
        for end, value in readers[part.kind](text, at):
            yield end, {part.name: value}
        return
    for option in part.options:
        for end, found in readings(option, text, at, readers):
            yield end, {**found, part.name: text[at:end]} if part.name else found
