"""What a form knows: the names of a record's fields, those of the records inside it, and words for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import get_args, get_origin

from ..records.base import Record
from .lines import Names

Location = tuple[str | int, ...]
"""The way to a value: names of fields and positions in lists, as pydantic gives it."""


@cache
def records_in(form: type[Record]) -> tuple[type[Record], ...]:
    """Give the kinds of record that a form is made of, itself first."""
    found = [form]
    for kind in found:
        for field in kind.model_fields.values():
            found += [part for part in _records(field.annotation) if part not in found]
    return tuple(found)


@cache
def known_names(form: type[Record]) -> Names:
    """Give the names of all fields that can occur in a file with this form."""
    return Names(tuple(frozenset(kind.model_fields) for kind in records_in(form)))


def kind_at(form: type[Record], location: Location) -> type[Record]:
    """Give the kind of record at a location, or of the innermost record around it."""
    kind = form
    for step in location:
        if isinstance(step, str) and step in kind.model_fields:
            kind = next(_records(kind.model_fields[step].annotation), kind)
    return kind


def is_list(form: type[Record], name: str) -> bool:
    """Whether a field holds a list."""
    return _has_list(form.model_fields[name].annotation)


def in_words(kind: type[Record]) -> str:
    """Give the name of a kind of record as people say it: ``agenda item``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Give the name that was probably meant, however it was written: ``Report of``, ``“title”``, ``tittle``."""
    names = list(names)
    plain = re.sub(r"[\W_]+", "_", name.lower()).strip("_")
    return plain if plain in names else next(iter(get_close_matches(plain, names, 1, 0.75)), None)


def _records(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)


def _has_list(annotation: object) -> bool:
    return get_origin(annotation) is list or any(_has_list(part) for part in get_args(annotation))
