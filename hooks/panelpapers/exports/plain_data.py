"""Records as plain data for other programs: each field under the name that editors type, days as ISO 8601 has them.

Which fields there are, and of which form each is, follows from the records themselves: a field that is added later is
given, described and kept back without being named here. What was not typed is left out, since absence is no fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Final, Literal, NamedTuple, get_origin

from ..records.base import Record
from ..records.fields import Field, fields_of
from ..records.language import Worded, preferred
from ..records.marks import Points, Refers, Wording
from ..records.period import Period
from ..records.shares import VoteShare
from ..records.units import Unit

Shape = Literal["text", "number", "whole number", "yes or no", "day", "time", "period", "reference", "group"]
"""Of what form the value of a field is, or each entry of its list."""

_SHAPES: Final[tuple[tuple[type, Shape], ...]] = (
    (Period, "period"),
    (Unit, "text"),
    (bool, "yes or no"),
    (int, "whole number"),
    (Decimal, "number"),
    (datetime, "text"),
    (date, "day"),
    (time, "time"),
)


class Target(NamedTuple):
    """What a reference leads to: the register, the id in it, and the meeting to which an item or a minute belongs."""

    register: str
    id: str
    meeting: str = ""


@dataclass(frozen=True)
class Document:
    """A record that has a file or an entry of its own: what it is known by, and the address of its page."""

    family: str
    key: tuple[str, ...]
    record: Record
    address: str

    @property
    def name(self) -> str:
        """What tells it from all others: ``minutes/2025-11-17``."""
        return "/".join((self.family, *self.key))


Led = Callable[[Target], str]
"""Gives the whole address to which a reference leads, or nothing where none is known."""
Placed = Callable[[Document, Record], str]
"""Gives the whole address of the place of a record within a document, or nothing where it has none of its own."""


@cache
def given_fields(kind: type[Record]) -> Mapping[str, Field]:
    """Give the fields of a kind of record that leave the publication, by the names that editors type."""
    own = fields_of(kind).values()
    return {field.typed: field for field in own if field.wording is not Wording.PRIVATE and field.name != "draft"}


@cache
def shape_of(kind: type[Record], typed: str) -> Shape:
    """Say of what form the value of a field is, or each entry of its list, by the declaration of the field."""
    field = given_fields(kind)[typed]
    if field.inner:
        return "group"
    if field.mark(Refers) or field.mark(Points):
        return "reference"
    kinds = [part for part in field.parts if isinstance(part, type)]
    shapes = {shape for python, shape in _SHAPES if python in kinds}
    several = len(shapes) > 1 or str in kinds or any(get_origin(part) is tuple for part in field.parts)
    return "text" if several else next(iter(shapes), "text")


def target_of(document: Document, record: Record, field: Field, value: object) -> Target:
    """Say what a reference in a record of a document leads to."""
    if refers := field.mark(Refers):
        return Target(refers.register, str(value))
    points = field.mark(Points)
    meeting = getattr(record, "meeting", None) or (document.key[0] if document.key else "")
    return Target(points.family if points else "", str(value), str(meeting))


def text_of(value: object) -> str:
    """Give a text in the version that the software itself uses, as it was typed."""
    return preferred(value.versions)[1] if isinstance(value, Worded) else str(value)


def plain(value: object) -> str | int | float | bool:
    """Give a value as JSON and SQL can hold it: days and times as ISO 8601 has them, figures as numbers."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return date.isoformat(value)
    if isinstance(value, VoteShare):
        return f"{'more than ' if value.more else ''}{value.part}"
    if isinstance(value, tuple):  # a day of each year
        return f"--{value[0]:02}-{value[1]:02}"
    return value.name if isinstance(value, Unit) else text_of(value)


def plain_in(shape: Shape, value: object) -> str | int | float | bool:
    """Give a value of a field of some form: where a word or a time may stand, yes and no are words too."""
    return (
        "yes" if value is True and shape == "text" else "no" if value is False and shape == "text" else plain(value)
    )


def number(value: Decimal) -> int | float:
    """Give a figure as a number: a whole one where nothing stands after the point."""
    return int(value) if value == value.to_integral_value() else float(value)


def period_parts(period: Period) -> dict[str, str]:
    """Give a period by its name, with its first and its last day as far as the source states them."""
    days = {"start": period.start, "end": period.end}
    return {"name": period.name, **{name: day.isoformat() for name, day in days.items() if day}}


def values_in(record: Record) -> Iterator[tuple[str, Field, list[object]]]:
    """Give each field of a record that was typed or is known, with its value, or those of its list."""
    for typed, field in given_fields(type(record)).items():
        value = getattr(record, field.name)
        values = list(value) if isinstance(value, list) else [] if value is None else [value]
        if values:
            yield typed, field, values


def versions_in(record: Record) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """Give each text of a record that is not in English alone: its field, its position in a list, its versions."""
    for typed, _, values in values_in(record):
        for position, value in enumerate(values):
            if isinstance(value, Worded):
                yield typed, position, value.versions


def as_data(document: Document, led: Led, placed: Placed) -> dict[str, object]:
    """Give a document as a map for JSON, with all groups in it. ``url`` is where a group stands on the site."""
    return _group(document, document.record, led, placed)


def _group(document: Document, record: Record, led: Led, placed: Placed) -> dict[str, object]:
    found: dict[str, object] = {}
    if url := placed(document, record):
        found["url"] = url
    for name in ("key", "label"):
        if name not in fields_of(type(record)) and (known := getattr(record, name, "")):
            found[name] = str(known)
    for typed, field, values in values_in(record):
        given = [_value(document, record, field, value, led, placed) for value in values]
        found[typed] = given if isinstance(getattr(record, field.name), list) else given[0]
    if languages := {
        f"{typed}/{position}"
        if isinstance(getattr(record, given_fields(type(record))[typed].name), list)
        else typed: {**versions}
        for typed, position, versions in versions_in(record)
    }:
        found["languages"] = languages
    return found


def _value(document: Document, record: Record, field: Field, value: object, led: Led, placed: Placed) -> object:
    if isinstance(value, Record):
        return _group(document, value, led, placed)
    if isinstance(value, Period):
        return period_parts(value)
    if shape_of(type(record), field.typed) == "reference":
        target = target_of(document, record, field, value)
        url = led(target)
        return {"id": target.id, "url": url} if url else {"id": target.id}
    return plain_in(shape_of(type(record), field.typed), value)
