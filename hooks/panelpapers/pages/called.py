"""By what a record is called in its address, and by what it was called there when an old address was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..records.base import Record, WithId
from ..records.names import key_of
from ..records.place import Place
from ..records.publication import Records
from ..records.walk import records_within
from ..rules.findings import retyped, with_id

_OF_A_DOCUMENT: Final = re.compile(r"meetings/[^/]+/(agenda|minutes|papers)/")
_FAMILIES: Final = {"agenda": "agendas", "minutes": "minutes", "papers": "papers"}
_NAMED_BY: Final = ("id", "number", "numeral")
"""Of what addresses are made that are not made of the name of a file."""


class Before(NamedTuple):
    """What a record was called in an old address: the field for it, where to type it, and the lines with it."""

    field: str
    old: str
    place: Place
    lines: tuple[str, ...]


def had_before(records: Records, address: str, now: str) -> Before | None:
    """Give what the record whose address is ``now`` was called if ``address`` was its own; ``None`` where none fits.

    An id that was typed, or made of words, or a number that was typed is another one then. Where two records may be
    meant, none is given.
    """
    found = {before.place: before for before in _every_name(records, address, now)}
    return next(iter(found.values())) if len(found) == 1 else None


def _every_name(records: Records, address: str, now: str) -> Iterator[Before]:
    document = _OF_A_DOCUMENT.match(now)
    for family, key, record in records.every():
        meeting_id = key[0] if family in _FAMILIES.values() else ""
        if meeting_id not in now or (document and (family != _FAMILIES[document[1]] or not meeting_id)):
            continue
        after = now.index(meeting_id) + len(meeting_id)
        for part in records_within(record):
            field = next((name for name in _NAMED_BY if getattr(part, name, None)), "")
            name = getattr(part, field) if field else ""
            if old := _old(address, now, key_of(name), after):
                yield from _before(part, field, old)


def _old(address: str, now: str, key: str, after: int) -> str | None:
    """Give what stands in an old address where a key stands in the new one, if all else is the same."""
    for found in re.finditer(rf"(?<![a-z0-9]){re.escape(key)}(?![a-z0-9])", now) if key else ():
        old = address.removeprefix(now[: found.start()]).removesuffix(now[found.end() :])
        same = f"{now[: found.start()]}{old}{now[found.end() :]}" == address
        if found.start() >= after and same and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", old):
            return old
    return None


def _before(part: Record, field: str, old: str) -> Iterator[Before]:
    typed = field in part.model_fields_set
    place = part.at(field if typed else part.made_of if isinstance(part, WithId) else "title")
    line = retyped(place, getattr(part, field), old) if typed else with_id(place, old)
    if line:
        yield Before(field, old, place, (line,))
