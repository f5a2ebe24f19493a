"""What a form asks for and no source has: a summary of each paper, and ids where several titles are alike.

An editor writes summaries. Until then words of the source stand there, so that a draft says nothing of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count

from ..records.names import key_of, made_id
from ..writing.lines import Value
from .drafts import Draft


def completed(draft: Draft) -> Draft:
    """Give a draft with the words of its own texts where its form asks for more than the source has."""
    fields = {name: _with_ids(name, value) for name, value in draft.fields.items()}
    if "/papers/" in draft.path and "summary" not in fields:
        first = next(_texts(draft.fields), str(fields.get("title", "")))
        at = [*fields].index("sections" if "sections" in fields else [*fields][-1])
        entries = [*fields.items()]
        fields = dict([*entries[:at], ("summary", first), *entries[at:]])
    return replace(draft, fields=fields)


def _with_ids(name: str, value: Value) -> Value:
    """Give ids to items and minutes without a number whose titles are alike: their addresses are made of these."""
    if name not in ("items", "minutes") or not isinstance(value, list):
        return value
    given: set[str] = set()
    for entry in _groups(value):
        if inner := entry.get(name):
            entry[name] = _with_ids(name, inner)
        if not key_of(str(entry.get("number", ""))) and (made := made_id(str(entry.get("title", "")))):
            ways = chain((made,), (f"{made}-{number}" for number in count(2)))
            own = next(way for way in ways if way not in given)
            given.add(own)
            if own != made:
                entry["id"] = own
    return [{"id": entry.pop("id"), **entry} if "id" in entry else entry for entry in _groups(value)]


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
