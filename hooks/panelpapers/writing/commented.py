"""A form as a file to go on with: each field with what belongs there, and after a # what can be left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Final

from ..records.base import Record
from ..records.fields import Field, fields_of, kinds_within
from ..records.forms import Form, fields_in_words
from .lines import Value, lines_of

WIDTH: Final = 100
"""How many letters a line of comment has at most."""
_COMMENT: Final = re.compile("# [^ ]")
_SMALL: Final = 8
"""A group with so many fields, in it and within it, is shown whole; of a larger one what it cannot do without."""
_HOW: Final = (
    "Lines after a # are not read and can be left out. To use one, take its # away and fill it in.",
    "The page /editors/fields/ of the site lists every field of every group.",
)


@dataclass(frozen=True)
class Group:
    """A group of fields as it is to be written.

    ``known`` has what is filled in, and ``offered`` what stands after a #: values, groups, lists of either, or
    ``None`` where it is left open.
    ``said`` has more comment on a field. Of a group that is not ``whole``, no other field and no meaning is shown.
    One of a list that is ``spare`` stands after a # itself.
    """

    kind: type[Record]
    known: Mapping[str, Shown] = field(default_factory=dict)
    offered: Mapping[str, Shown] = field(default_factory=dict)
    said: Mapping[str, Sequence[str]] = field(default_factory=dict)
    whole: bool = True
    spare: bool = False


Shown = Value | Group | tuple[Group, ...] | None


def commented(form: Form, group: Group | None = None, opening: Sequence[str] = ()) -> str:
    """Give the text of a file of a form, with every field of it: what is known, and the others after a #.

    Without a ``group`` nothing is known; what the form cannot do without is left open. ``opening`` are sentences at
    its top. A form of which one file holds many records has one of them.
    """
    lines = [*comment(f"{form.title}: {form.file}"), *(line for text in (*opening, *_HOW) for line in comment(text))]
    body = [*lines_of_group(group or Group(form.record))]
    if form.listed:
        body = [f"{form.family}:", *entry(body)]
    return "\n".join(line.rstrip() for line in (*lines, "", *body)) + "\n"


def meaning(each: Field) -> str:
    """Give what belongs in a field, in the first sentences of the guide on it."""
    return each.meaning.split("\n\n")[0].replace("\n", " ")


def comment(text: str) -> list[str]:
    """Give a text as lines of comment."""
    return [f"# {line}" for line in wrap(text, WIDTH - 2, break_long_words=False, break_on_hyphens=False)]


def lines_of_group(group: Group, above: tuple[type[Record], ...] = ()) -> Iterator[str]:
    """Give the lines of a group of fields, not set in, in the order of the form; ``above`` it stands in others."""
    fields = [*fields_in_words(group.kind)]
    if group.whole and not above:
        fields.append((fields_of(group.kind)["notes"], "text"))
    for each, words in fields:
        name, value = each.typed, group.known.get(each.typed, group.offered.get(each.typed))
        if not group.whole and name not in group.known and name not in group.offered:
            continue
        told = [meaning(each)] if group.whole else []
        for text in (*told, *group.said.get(name, ())):
            yield from comment(text)
        if value is None:
            lines = _open(each, words, (*above, group.kind), whole=each.required and not above)
        else:
            lines = _given(each, value, above)
        stands = name in group.known or (each.required and name not in group.offered)
        yield from lines if stands else _after_a_sign(lines)


def _after_a_sign(lines: Iterable[str]) -> Iterator[str]:
    return (f"#{line}" for line in lines)


def _given(each: Field, value: Shown, above: tuple[type[Record], ...]) -> Iterator[str]:
    """Give the lines of a field with a value, or with groups."""
    if isinstance(value, Group):
        yield f"{each.typed}:"
        yield from (f"  {line}" for line in lines_of_group(value, (*above, value.kind)))
    elif isinstance(value, tuple):
        yield f"{each.typed}:"
        for part in value:
            lines = entry(lines_of_group(part, (*above, part.kind)))
            yield from _after_a_sign(lines) if part.spare else lines
    elif value is not None:
        yield from lines_of({each.typed: value})


def entry(lines: Iterable[str]) -> Iterator[str]:
    """Give lines as an entry of a list: a hyphen stands before the first field that is not after a #.

    The fields before it come after it, so that the # of each can be taken away.
    """
    lines = [*lines]
    first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    told = next(at for at in range(first, -1, -1) if not at or not _COMMENT.match(lines[at - 1]))
    yield from (f"    {line}" for line in lines[told:first])
    yield f"  - {lines[first]}"
    yield from (f"    {line}" for line in (*lines[:told], *lines[first + 1 :]))


def _open(each: Field, words: str, above: tuple[type[Record], ...], *, whole: bool = False) -> Iterator[str]:
    """Give a field with no value: what it takes stands behind its name, and of a group its own fields."""
    if each.inner and words.endswith("of fields"):
        yield f"{each.typed}:"
        within = lines_of_group(Group(each.inner), above) if whole else _open_group(each.inner, above)
        yield from entry(within) if each.many else (f"  {line}" for line in within)
    elif words == "yes or no":
        yield f"{each.typed}: {'no' if each.about.default is True else 'yes'}"
    elif words.startswith("a list"):
        yield from (f"{each.typed}:", f"  -  # {words.removeprefix('a list; each entry: ')}")
    else:
        yield f"{each.typed}:  # {words}"


def _open_group(kind: type[Record], above: tuple[type[Record], ...]) -> Iterator[str]:
    """Give a small group whole, and of a larger one what it cannot do without: its first field at least."""
    fields = [*fields_in_words(kind)]
    needed = {each.name for each, _ in fields if each.required} or {fields[0][0].name}
    small = sum(len([*fields_in_words(within)]) for within in kinds_within(kind)) <= _SMALL
    for each, words in fields:
        if each.name in needed:
            yield from _open(each, words, (*above, kind))
        elif small and kind not in above:
            yield from _after_a_sign(_open(each, words, (*above, kind)))
