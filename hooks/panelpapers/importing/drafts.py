"""Drafts of records, as rules make them, and how those of one file are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..writing.lines import Value


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written, or some of its fields.

    `path` is below the data folder: `meetings/2026-02-02/agenda.yml`. `fields` are in the order in which they are
    written. The path and the names are those of `records/forms.py`.
    """

    path: str
    fields: Mapping[str, Value]


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Put drafts of one path together, in the order in which each path first came; lists follow one another.

    Entries of two lists that are about one person are one entry. Where a field is no list, as when a pack has two
    trackers, the first stays, and another goes into the notes for the editor.
    """
    together: dict[str, dict[str, Value]] = {}
    for draft in drafts:
        fields = together.setdefault(draft.path, {})
        for name, value in draft.fields.items():
            there = fields.get(name)
            if isinstance(there, list) and isinstance(value, list):
                fields[name] = _joined(there, value)
            elif name in fields and there != value:
                fields["notes"] = "\n".join(filter(None, (str(fields.get("notes", "")), f"Another {name}: {value}")))
            else:
                fields[name] = value
    return tuple(Draft(path, fields) for path, fields in together.items())


def _joined(there: list[Value], more: list[Value]) -> list[Value]:
    """Put the entries of one list behind those of another; what is about the same person goes into their entry."""
    joined = [dict(entry) if isinstance(entry, dict) else entry for entry in there]
    known = {str(entry["person"]): entry for entry in joined if isinstance(entry, dict) and "person" in entry}
    for entry in more:
        if isinstance(entry, dict) and (same := known.get(str(entry.get("person")))) is not None:
            same |= {name: value for name, value in entry.items() if name not in same}
        else:
            joined.append(entry)
    return joined
