"""JSON Schema of the forms: what an editor may type in each, for programs that complete, explain and underline.

A schema speaks of what is typed and not of what it becomes: a date, a time and ``no`` are texts. It refuses nothing
that the guide says, and tells of a slip only what the form of a text tells alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from pydantic_core import PydanticCustomError

from . import limits
from .base import Record
from .fields import Field, fields_of, kinds_within
from .forms import FORMS, Form
from .kinds import Takes, read_line, read_passage, read_reasons, read_yes_no
from .marks import Age

Schema = dict[str, Any]

_TEXT: Final = ["string", "number"]
"""What a program that knows nothing of our records takes a text for: ``8`` is a number to it, and ``no`` a text.

``true`` alone is none to it: a program that was told so would propose true and false for every text.
"""
_TAG: Final = "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"
_LIMITS: Final = (limits.NAME, limits.SHORT, limits.LINE, limits.PASSAGE)


def schema_files() -> Mapping[str, str]:
    """Give the schema of each form as text, by the name of its file: ``agenda.json``."""
    return {f"{form.id}.json": json.dumps(schema_of(form), indent=1, ensure_ascii=False) + "\n" for form in FORMS}


def settings_file() -> str:
    """Give the settings by which an editor's program knows the schema of each file: ``.vscode/settings.json``."""
    schemas = {f"./schemas/{form.id}.json": _anywhere(form.file) for form in FORMS}
    return json.dumps({"yaml.yamlVersion": "1.2", "yaml.schemas": schemas}, indent=2) + "\n"


def _anywhere(file: str) -> str:
    """Give a pattern for the names of a form's files: whatever stands between ``<`` and ``>`` is any one name."""
    return "/".join("*.yml" if part.endswith(">.yml") else "*" if "<" in part else part for part in file.split("/"))


def schema_of(form: Form) -> Schema:
    """Give the JSON Schema of a form."""
    kinds = kinds_within(form.model)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": form.title,
        "description": f"The file is {form.file}.",
        **_group(kinds[0]),
        "definitions": {
            kind.__name__: _group(kind) for kind in kinds if kind is not form.model or _within(kinds, kind)
        },
    }


def _within(kinds: Iterable[type[Record]], kind: type[Record]) -> bool:
    return any(field.inner is kind for part in kinds for field in fields_of(part).values())


def _group(kind: type[Record]) -> Schema:
    """Give the schema of a group of fields."""
    fields = fields_of(kind).values()
    made: Schema = {"type": "object", "properties": {field.typed: _described(field) for field in fields}}
    if required := [field.typed for field in fields if field.required]:
        made["required"] = required
    return made | {"additionalProperties": False}


def _described(field: Field) -> Schema:
    """Give the schema of a field with what belongs there, which a program shows to who asks."""
    takes = field.in_words or (field.mark(Takes) if read_reasons not in field.readers else None)
    about = f"{field.meaning}\n\nTakes {takes.words}." if takes and not field.choices else field.meaning
    return {"description": about} | _whole(field) | ({"doNotSuggest": True} if field.mark(Age) else {})


def _whole(field: Field) -> Schema:
    entry = {"$ref": f"#/definitions/{field.inner.__name__}"} if field.inner else _text(field)
    if not field.many:
        if field.inner is None or field.takes_no_words:
            return entry
        return _group(field.inner) | {"type": [*_TEXT, "array", "object"]}
    types = ["array"] if field.takes_no_words else ["array", *_TEXT, *(["object"] if field.inner else [])]
    return {"type": types[0] if len(types) == 1 else types, "items": entry}


def _text(field: Field) -> Schema:
    """Give the schema of a text: of the field, or of an entry of its list."""
    readers = field.readers
    if field.choices:
        return {"enum": [*field.choices]}
    if read_yes_no in readers:
        return {"enum": ["yes", "no", True, False]}
    if read_reasons in readers:
        return {"type": "object", "additionalProperties": {"type": _TEXT}}
    made: Schema = {"type": _TEXT}
    takes = field.mark(Takes)
    if takes and takes.pattern:
        made["pattern"] = f"^(?:{for_programs(takes.pattern)})$"
    if most := longest(field):
        made["maxLength"] = most
    if read_line in readers or read_passage in readers:  # a text may be given in several languages, by their signs
        each = {"type": _TEXT, "maxLength": most}
        made |= {"type": [*_TEXT, "object"], "patternProperties": {_TAG: each}, "additionalProperties": False}
    return made


def for_programs(pattern: str) -> str:
    """Give a pattern as JSON Schema and browsers write it: quotation marks are not escaped there."""
    return pattern.replace('\\"', '"').replace("\\'", "'")


def longest(field: Field) -> int | None:
    """Give how many letters a text in a field may have, by what its readers say of one that is longer."""
    found = (_longest(reader) for reader in field.readers)
    return min((most for most in found if most), default=None)


@cache
def _longest(reader: Any) -> int | None:
    said = ((most, refusal(reader, "x" * (most + 1))) for most in _LIMITS)
    return next((most for most, why in said if why and why.type == "too-many-letters"), None)


def refusal(reader: Any, typed: str) -> PydanticCustomError | None:
    """Give what a reader says of a text that it refuses; nothing where it takes it."""
    try:
        reader(typed)
    except PydanticCustomError as said:
        return said
    return None
