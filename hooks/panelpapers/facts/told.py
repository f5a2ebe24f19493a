"""The day on which a record became public, as far as the records say it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ..records.publication import Records

Told = Literal["meeting", "agenda", "minutes", "paper"]


def told_on(records: Records, kind: Told, key: str | tuple[str, str]) -> date | None:
    """Give the day on which a meeting, an agenda, minutes or a paper became public, or ``None`` where none is given.

    Minutes became public with the agenda that puts them to a meeting, a paper with its agenda, where it has no day of
    its own. A meeting became public with the first agenda that announces it or is its own, or with its move.
    """
    agendas = records.agendas
    if kind == "agenda":
        agenda = agendas.get(str(key))
        return agenda.published if agenda else None
    if isinstance(key, tuple):
        return records.papers[key].published or told_on(records, "agenda", key[0])
    field = "confirms" if kind == "minutes" else "next_meeting"
    naming = [agenda for agenda in agendas.values() if any(getattr(item, field) == key for item in agenda.items)]
    days = [agenda.published for agenda in naming]
    if kind == "meeting":
        moved = records.meetings.get(records.meetings[key].moved_from or "")
        days += [told_on(records, "agenda", key), *(change.on for change in (moved.changes if moved else ())[-1:])]
    return min((day for day in days if day), default=None)
