"""What the columns of a sheet are: fields of records, by their names and by other words for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ...records.base import Record
from ...records.fields import fields_of
from ...records.marks import Age, Wording
from ..parts import Part, Source
from .tables import plain_words

_ASIDE: Final = re.compile(r"\s*[\[(][^\])]*[\])]\s*\Z")


def names_of(kind: type[Record], **groups: str) -> Mapping[str, str]:
    """Give the names of the fields of a kind of record that a cell can hold, by the words of headings that mean them.

    ``groups`` are fields that hold a group, each with the one of its fields that is meant where the group alone is
    named: ``source="title"``. The name of a field in a group begins with that of the group: ``source.title``.
    """
    found: dict[str, str] = {}
    for field in fields_of(kind).values():
        if field.inner and field.typed in groups:
            inside = names_of(field.inner)
            found |= {f"{field.typed} {words}": f"{field.typed}.{name}" for words, name in inside.items()}
            own = [words for words, name in inside.items() if name == groups[field.typed] and " " not in words]
            alone = (field.typed, *field.also_called, *(own if groups[field.typed] == "name" else ()))
            found |= dict.fromkeys(alone, f"{field.typed}.{groups[field.typed]}")
        elif (
            field.inner is None
            and not (field.many and field.passage)
            and not field.mark(Age)
            and field.wording is not Wording.PRIVATE
        ):
            found |= dict.fromkeys((field.typed, *field.also_called), field.typed)
    return {plain_words(words.replace("_", " ")): name for words, name in found.items()}


def name_in(names: Mapping[str, str], heading: str) -> str:
    """Give the field that a heading means, with or without what stands in brackets behind it; or nothing."""
    return names.get(plain_words(heading)) or names.get(plain_words(without_aside(heading)), "")


def aside(heading: str) -> str:
    """Give what stands in brackets at the end of a heading, such as a unit; or nothing."""
    found = _ASIDE.search(heading)
    return found[0].strip()[1:-1].strip() if found else ""


def without_aside(heading: str) -> str:
    """Give a heading without what stands in brackets at its end."""
    return _ASIDE.sub("", heading).strip()


REGISTERS: Final = ("indicators", "actions", "attendance", "people", "ratings")
"""What sheets can hold. A sheet with one of these names is of that, and of no other."""


def tables_in(source: Source) -> Iterator[tuple[Part, str, str]]:
    """Give each table of a source, with how people find it and the title of its sheet."""
    title = ""
    for part in source.parts:
        if part.kind == "heading":
            title = part.text
        elif part.kind == "table":
            yield part, f"{source.name}, sheet “{title}”" if title else source.name, title


def tables_of(kind: str, source: Source) -> Iterator[tuple[Part, str, str]]:
    """Give those tables that may be of a kind, by the titles of their sheets."""
    others = {*REGISTERS} - {kind}
    return (found for found in tables_in(source) if found[2].casefold() not in others)
