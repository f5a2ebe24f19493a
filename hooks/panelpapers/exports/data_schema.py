"""The JSON Schema of the data: it follows from the records and the columns, so that it cannot say anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ..records.base import Record
from ..records.fields import Field, fields_of, kinds_within
from .database import SCHEMA_VERSION, table_names
from .plain_data import Shape, given_fields, shape_of
from .registers import Register, Type

NAME: Final = f"schema-{SCHEMA_VERSION}.json"
"""Name of the file, which has the version of the form of all data in it."""

_TEXT: Final = {"type": "string"}
_VERSIONS: Final = {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": _TEXT}}
_DAY: Final = {"type": "string", "format": "date"}
_REFERENCE: Final = {
    "type": "object",
    "properties": {"id": _TEXT, "url": _TEXT},
    "required": ["id"],
    "additionalProperties": False,
}
_SHAPES: Final[Mapping[Shape, Mapping[str, object]]] = {
    "text": _TEXT,
    "number": {"type": "number"},
    "whole number": {"type": "integer"},
    "yes or no": {"type": "boolean"},
    "day": _DAY,
    "time": {"type": "string", "pattern": r"^\d{2}:\d{2}$"},
    "period": {
        "type": "object",
        "properties": {"name": _TEXT, "start": _DAY, "end": _DAY},
        "required": ["name"],
        "additionalProperties": False,
    },
    "reference": {"$ref": "#/$defs/reference"},
}
_COLUMNS: Final[Mapping[Type, Mapping[str, object]]] = {
    "string": _TEXT,
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": _DAY,
}


def schema(families: Mapping[str, type[Record]], registers: Sequence[Register], url: str) -> dict[str, object]:
    """Give the schema of documents of these families and of collections of these registers (JSON Schema 2020-12)."""
    every = dict.fromkeys(inner for kind in families.values() for inner in kinds_within(kind))
    names = {kind: name.removeprefix("record_") for kind, name in table_names(every).items()}
    defs: dict[str, object] = {"reference": _REFERENCE}
    defs |= {name: _group(kind, names) for kind, name in sorted(names.items(), key=lambda named: named[1])}
    envelope = {
        "schema": _TEXT,
        "version": {"const": SCHEMA_VERSION},
        "licence": {"type": "object", "additionalProperties": _TEXT},
    }
    documents = [
        _closed(
            {
                **envelope,
                "family": {"const": family},
                "id": _TEXT,
                "language": _TEXT,
                "url": _TEXT,
                "record": {"$ref": f"#/$defs/{names[kind]}"},
            }
        )
        for family, kind in families.items()
    ]
    listed = {"family": {"enum": [*families]}, "id": _TEXT, "url": _TEXT, "data": _TEXT}
    collections = [_collection(envelope, "documents", _closed(listed))]
    collections += [
        _collection(
            envelope,
            register.name,
            {
                "type": "object",
                "properties": {
                    column.name: {**_COLUMNS[column.type], "description": column.says} for column in register.columns
                },
                "required": [*register.key],
                "additionalProperties": False,
            },
        )
        for register in registers
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": url} if ":" in url else {}),
        "title": "Data of a publication made with Panel Papers",
        "oneOf": [*documents, *collections],
        "$defs": defs,
    }


def _closed(properties: Mapping[str, object], optional: Sequence[str] = ()) -> dict[str, object]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _collection(envelope: Mapping[str, object], name: str, row: object) -> dict[str, object]:
    whole = {"total": {"type": "integer"}, "next": _TEXT, "rows": {"type": "array", "items": row}}
    return _closed({**envelope, "collection": {"const": name}, "says": _TEXT, **whole}, ["next"])


def _group(kind: type[Record], names: Mapping[type[Record], str]) -> dict[str, object]:
    own = given_fields(kind)
    properties: dict[str, object] = {"url": _TEXT}
    properties |= {name: _TEXT for name in ("key", "label") if name not in fields_of(kind) and hasattr(kind, name)}
    properties |= {typed: _field(kind, field, names) for typed, field in own.items()}
    properties["languages"] = _VERSIONS
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _field(kind: type[Record], field: Field, names: Mapping[type[Record], str]) -> dict[str, object]:
    shape = shape_of(kind, field.typed)
    entry = {"$ref": f"#/$defs/{names[field.inner]}"} if field.inner else dict(_SHAPES[shape])
    said = {"description": " ".join(field.meaning.split())} if field.meaning else {}
    return {"type": "array", "items": entry, **said} if field.many else {**entry, **said}
