"""Records whose texts know in which languages they are, and records of which each text has one version."""

from __future__ import annotations

from collections.abc import Callable

from .base import AnyRecord, Record
from .fields import Field, fields_of
from .language import Worded, is_english, unmarked
from .marks import Wording
from .walk import changed, changed_within, spoken


def worded(record: AnyRecord, language: str) -> AnyRecord:
    """Give a record in which each text that is not in English alone knows its languages.

    ``language`` is that of the publication. A record in which all is English is given as it is.
    """
    language = record.language or language

    def own(field: Field, entry: int | None, text: str) -> str:
        tag = spoken(record, field, text, language)
        alone = {tag: text} if field.has_language and not is_english(tag) else {}
        versions = record.versions(field.name, entry) or alone
        return Worded(versions) if versions else text

    values = changed_within(record, lambda inner: worded(inner, language))
    if record.in_several_languages or not is_english(language):
        values |= _with_texts(record, own)
    return record.model_copy(update=values) if values else record


def in_one_version(record: AnyRecord) -> AnyRecord:
    """Give a record in which each text is a plain one, in the version that the sentences of the software use."""

    def plain(_: Field, __: int | None, text: str) -> str:
        return unmarked(text) if isinstance(text, Worded) else text

    return changed(record, lambda inner: _with_texts(inner, plain))


def _with_texts(record: Record, change: Callable[[Field, int | None, str], str]) -> dict[str, object]:
    """Give the texts of a record itself as ``change`` makes them of field, position and text, where they change."""
    values: dict[str, object] = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name) if field.wording not in (None, Wording.PRIVATE) else None
        if isinstance(value, list):
            texts = [
                change(field, entry, text) if isinstance(text, str) else text for entry, text in enumerate(value)
            ]
            values |= {name: texts} if [*map(id, texts)] != [*map(id, value)] else {}
        elif isinstance(value, str) and (text := change(field, None, value)) is not value:
            values[name] = text
    return values
