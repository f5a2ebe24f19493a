"""A record with a mark in every text of it, made from the fields of its kind, so that a new field is marked too."""

from __future__ import annotations

from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from panelpapers.records import kinds, names
from panelpapers.records.base import Record
from panelpapers.records.period import read_period

MARK: Final = "zq7-kept-back-4417"
"""Nothing else holds it, and it can stand in a text, an id, the name of a file and an address."""

_TYPED: Final[dict[Any, Any]] = {
    kinds.read_line: f"Of {MARK}.",
    kinds.read_passage: f"It is [{MARK}](https://example.org/{MARK}).",
    names.read_slug: MARK,
    names.read_reference: MARK,
    names.read_meeting_id: "2027-03-31",
    names.read_due: "2027-03-31",
    names.read_web_address: f"https://example.org/{MARK}",
    names.read_site_address: f"matters/{MARK}/",
    names.read_file_name: f"{MARK}.pdf",
    kinds.read_date: "2027-03-24",
    kinds.read_time: "14:00",
    kinds.read_yes_no: "yes",
    kinds.read_number: "1",
    kinds.read_count: "1",
    kinds.read_language: "cy",
    kinds.read_reasons: {"wrong-weekday": f"As {MARK} has it."},
    read_period: "2026",
}


def marked(kind: type[Record], *without: str) -> dict[str, Any]:
    """Give what an editor would type into every field of a kind of record but for some, with a mark in each text."""
    return _marked(kind, (), without)


def _marked(kind: type[Record], around: tuple[type[Record], ...], without: tuple[str, ...] = ()) -> dict[str, Any]:
    fields, within = kind.model_fields.items(), (*around, kind)
    values = {name: _value(field.annotation, field.metadata, within) for name, field in fields if name not in without}
    return {name: value for name, value in values.items() if value is not None}


def _value(annotation: Any, metadata: list[Any], around: tuple[type[Record], ...]) -> Any:
    for reader, typed in _TYPED.items():
        if any(getattr(one, "func", None) is reader for one in metadata):
            return typed
    if hasattr(annotation, "__metadata__"):
        return _value(annotation.__origin__, [*annotation.__metadata__, *metadata], around)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _value(next(one for one in inner if one is not type(None)), metadata, around)
    if origin is Literal:
        return str(inner[0])
    if origin is list:
        value = _value(inner[0], [], around)
        return None if value is None else [value]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return None if annotation in around else _marked(annotation, around)  # an item may hold items, and so on
    return MARK
