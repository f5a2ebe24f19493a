"""A whole record as the fields that somebody could have typed for it: what is read of them is the same record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any, Final

from .base import Record
from .calendar import MONTHS
from .fields import fields_of
from .language import Worded
from .period import Period
from .shares import VoteShare
from .units import Unit

Typed = str | int | bool | list["Typed"] | dict[str, "Typed"]
"""What is typed: a text, a number, yes or no, groups of fields by their names, lists."""

_UNSTATED: Final = " (period not stated)"


def as_fields(record: Record) -> dict[str, Typed]:
    """Give a record as the fields that are typed for it, in the order of its form, without what need not be typed."""
    values = ((field, getattr(record, name)) for name, field in fields_of(type(record)).items())
    return {
        field.typed: _typed(value)
        for field, value in values
        if field.required or value != field.about.get_default(call_default_factory=True)
    }


def _typed(value: object) -> Typed:
    """Give a value as it is typed: a text of several languages as its versions, a group without fields as none."""
    write = next((write for kind, write in _WRITERS.items() if isinstance(value, kind)), str)
    return write(value)


def _day_of_year(value: tuple[int, int]) -> str:
    return f"{value[1]} {MONTHS[value[0] - 1]}"


_WRITERS: Final[Mapping[type, Callable[[Any], Typed]]] = {
    bool: bool,
    Worded: lambda text: dict(text.versions),
    Unit: lambda unit: unit.name,
    Record: lambda record: as_fields(record) or [],
    Period: lambda period: period.name if period.stated else f"{period.name}{_UNSTATED}",
    VoteShare: lambda share: f"{'more than ' if share.more else ''}{share.part.numerator}/{share.part.denominator}",
    tuple: _day_of_year,
    list: lambda entries: [_typed(entry) for entry in entries],
    dict: lambda entries: {str(name): _typed(entry) for name, entry in entries.items()},
    datetime: lambda moment: f"{moment:%Y-%m-%d %H:%M}",
    time: lambda clock: f"{clock:%H:%M}",
}
"""How a value of each kind is typed, the narrower kind first. What is of none of them is typed as it is said."""
