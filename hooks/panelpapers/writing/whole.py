"""A whole record as the text of a file, as somebody could have typed it: what is read of it is the same record."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from ..records.base import Record
from ..records.calendar import MONTHS
from ..records.fields import fields_of
from ..records.language import Worded
from ..records.period import Period
from ..records.shares import VoteShare
from ..records.units import Unit
from .lines import Value, lines_of

_UNSTATED: Final = " (period not stated)"


def text_of(fields: dict[str, Value]) -> str:
    """Give the text of a file that holds some fields."""
    return "".join(f"{line}\n" for line in lines_of(fields))


def as_fields(record: Record) -> dict[str, Value]:
    """Give a record as the fields that are typed for it, in the order of its form, without what nobody has to type."""
    values = ((field, getattr(record, name)) for name, field in fields_of(type(record)).items())
    return {
        field.typed: _typed(value)
        for field, value in values
        if field.required or value != field.about.get_default(call_default_factory=True)
    }


def _typed(value: object) -> Value:  # noqa: PLR0911 - one for each kind of value
    """Give a value as it is typed. A text stays one, with each of its versions where it is in several languages."""
    match value:
        case Worded():
            return dict(value.versions)
        case Record():
            return as_fields(value) or []
        case VoteShare():
            return f"{'more than ' if value.more else ''}{value.part.numerator}/{value.part.denominator}"
        case tuple():  # a day that comes every year
            month, day = value
            return f"{day} {MONTHS[month - 1]}"
        case list():
            return [_typed(entry) for entry in value]
        case dict():
            return {str(name): _typed(entry) for name, entry in value.items()}
        case bool():
            return value
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Period():
            return value.name if value.stated else f"{value.name}{_UNSTATED}"
        case Unit():
            return value.name
        case _:
            return str(value)
