"""Which entries of two lists of records are the same, what each is known by, and what a value says."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from ..records.base import Record
from ..records.fields import Field, fields_of
from ..records.language import Worded

NUMBERS: Final = ("number", "numeral")
"""Fields by which an entry is numbered as its document prints it."""
_OF_ALL: Final = frozenset(fields_of(Record))


def matched(before: Sequence[Record], after: Sequence[Record]) -> list[tuple[int, int]]:
    """Say which entries of two lists are the same, by their positions: they say the same, or are known by the same.

    One that is numbered is known by its words before it is by its number, which changes when one is put before it.
    """
    rounds: list[Callable[[Record], object]] = [said, lambda record: (known_by(record), _words(record))]
    if any(name in fields_of(type(before[0] if before else after[0])) for name in NUMBERS if before or after):
        rounds.append(_words)
    rounds.append(known_by)
    pairs: list[tuple[int, int]] = []
    left, right = dict(enumerate(before)), dict(enumerate(after))
    for key_of in rounds:
        for old, new in _alike(left, right, key_of):
            pairs.append((old, new))
            del left[old], right[new]
    by_key: dict[object, list[int]] = {}
    for new, record in right.items():
        by_key.setdefault(known_by(record), []).append(new)
    for old, record in left.items():  # several known by one thing are taken in their order
        if there := by_key.get(known_by(record)):
            pairs.append((old, there.pop(0)))
    return pairs


def _alike(
    left: Mapping[int, Record], right: Mapping[int, Record], key_of: Callable[[Record], object]
) -> list[tuple[int, int]]:
    """Give the positions of entries that are known by one thing which nothing else in either list is known by."""

    def once(entries: Mapping[int, Record]) -> dict[object, int]:
        keys = {index: key_of(record) for index, record in entries.items()}
        count = Counter(keys.values())
        return {key: index for index, key in keys.items() if key is not None and count[key] == 1}

    old, new = once(left), once(right)
    return [(index, new[key]) for key, index in old.items() if key in new]


def in_place(positions: Sequence[int]) -> frozenset[int]:
    """Give the most of some numbers that are in order: all others were moved."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in positions:
        index = bisect_left(ends, number)
        before[number] = ends[index - 1] if index else None
        ends[index : index + 1] = [number]
    kept, number_or_none = set[int](), ends[-1] if ends else None
    while number_or_none is not None:
        kept.add(number_or_none)
        number_or_none = before[number_or_none]
    return frozenset(kept)


def said(value: object) -> object:
    """Give what a value says, in all languages and as it is written, so that it can be compared and counted."""
    if isinstance(value, Record):
        return (type(value).__name__, *(said(getattr(value, name)) for name in fields_of(type(value))))
    if isinstance(value, Worded):
        return tuple(value.versions.items())
    if isinstance(value, list | tuple):
        return tuple(map(said, value))
    if isinstance(value, dict):
        return tuple((name, said(entry)) for name, entry in value.items())
    return (type(value).__name__, str(value)) if isinstance(value, Decimal | bool) else value


def is_there(value: object) -> bool:
    """Whether anything stands in a field."""
    return value is not None and value not in ([], {}, "")


def known_by(record: Record) -> object:
    """Give what an entry is known by among others: its key, or the first that it says."""
    if key := getattr(record, "key", None):
        return key
    return next((said(value) for _, value in speaking(record)), None)


def speaking(record: Record) -> Iterator[tuple[Field, object]]:
    """Give what a record itself says in a few words, in the order of the form: no sentences, and no groups."""
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if name not in _OF_ALL and not field.passage and not field.inner and is_there(value):
            yield field, value


def _words(record: Record) -> object:
    """Give the first text of an entry, which is not its number."""
    texts = ((name, getattr(record, name)) for name, field in fields_of(type(record)).items() if field.wording)
    return next((said(text) for name, text in texts if text and name not in (*NUMBERS, *_OF_ALL)), None)
