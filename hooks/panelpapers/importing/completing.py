"""What a form asks for and no source has: a short sentence of each resolution, and a summary of each paper.

An editor writes them. Until then the words of the source stand there too, so that a draft says nothing of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from ..records import limits
from ..records.names import as_slug, key_of
from .drafts import Draft, Value
from .said import LONGEST


def completed(draft: Draft) -> Draft:
    """Give a draft with the words of its own texts where its form asks for more than the source has."""
    fields = {name: _resolved(value) for name, value in draft.fields.items()}
    fields = {name: _with_ids(name, value) for name, value in fields.items()}
    if "/papers/" in draft.path and "summary" not in fields:
        first = next(_texts(draft.fields), str(fields.get("title", "")))
        at = [*fields].index("sections" if "sections" in fields else [*fields][-1])
        entries = [*fields.items()]
        fields = dict([*entries[:at], ("summary", first), *entries[at:]])
    return replace(draft, fields=fields)


def _with_ids(name: str, value: Value) -> Value:
    """Give each item and minute without a number an id, made of its title: its address needs one."""
    if name not in ("items", "minutes") or not isinstance(value, list):
        return value
    given: set[str] = set()
    for entry in _groups(value):
        if inner := entry.get(name):
            entry[name] = _with_ids(name, inner)
        if not key_of(str(entry.get("number", ""))) and (title := as_slug(str(entry.get("title", "")))):
            ways = chain((title[:LONGEST],), (f"{title[:LONGEST]}-{number}" for number in count(2)))
            entry["id"] = own = next(way.strip("-") for way in ways if way not in given)
            given.add(own)
    return [{"id": entry.pop("id"), **entry} if "id" in entry else entry for entry in _groups(value)]


def _resolved(value: Value) -> Value:
    """Give every resolution a short form: its own words."""
    if isinstance(value, list):
        return [_resolved(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    fields: dict[str, Value] = {name: _resolved(inner) for name, inner in value.items()}
    for resolution in _groups(fields.get("resolutions")):
        if isinstance(text := resolution.get("text"), str):
            resolution.setdefault("short", " ".join(text.split())[: limits.LINE])
    return fields


def _groups(value: Value | None) -> Iterator[dict[str, Value]]:
    yield from (entry for entry in (value if isinstance(value, list) else []) if isinstance(entry, dict))


def _texts(fields: Mapping[str, Value]) -> Iterator[str]:
    """Give the texts of a paper in their order: that before its sections, and those in them."""
    inner: Iterable[Value] = (fields.get(name, []) for name in ("text", "parts", "sections", "paragraphs"))
    for value in inner:
        if isinstance(value, str):
            yield value
        for group in _groups(value):
            yield from _texts(group)
