"""Records that wait for a person, taken out of all others: nothing publishes, counts or checks them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from .publication import Records

TO_WRITE: Final = "[to be written]"
"""What stands in a new file for a text that its form cannot do without. The check lets nobody publish it."""
_OF_MEETINGS: Final = frozenset(("agendas", "minutes", "trackers", "papers"))


def without_drafts(records: Records) -> Records:
    """Give the records without those that are drafts, and without what belongs to a meeting that is one."""
    every = [(family, key, record) for family, key, record in records.every() if key]
    waiting = {key[0] for family, key, record in every if family == "meetings" and getattr(record, "draft", False)}
    drafts = tuple(
        (family, key, record)
        for family, key, record in every
        if getattr(record, "draft", False) or (family in _OF_MEETINGS and key[0] in waiting)
    )
    if not drafts:
        return records
    kept: dict[str, Any] = {family: dict(getattr(records, family)) for family, _, _ in drafts}
    for family, key, _ in drafts:
        del kept[family][key if len(key) > 1 else key[0]]
    attached = {key: file for key, file in records.attached.items() if key[0] not in waiting}
    return replace(records, **kept, attached=attached, drafts=drafts)


def with_drafts(records: Records) -> Records:
    """Put the drafts back among the others, in the order in which files have them: for whoever writes into files."""
    kept: dict[str, Any] = {family: dict(getattr(records, family)) for family, _, _ in records.drafts}
    for family, key, record in records.drafts:
        kept[family][key if len(key) > 1 else key[0]] = record
    in_order = {family: sorted(of.items(), key=lambda known: known[1].at()) for family, of in kept.items()}
    whole: dict[str, Any] = {family: dict(of) for family, of in in_order.items()}
    return replace(records, **whole)
