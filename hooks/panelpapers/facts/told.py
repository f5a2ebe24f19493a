"""The day on which a record became public, as far as the records say it."""

from __future__ import annotations

from datetime import date

from ..records.meeting import date_of
from ..records.publication import Records


def told_on(records: Records, family: str, key: str | tuple[str, str]) -> date:
    """Give the day on which a record of ``agendas``, ``papers`` or ``minutes`` was told; ``date.min`` if none says.

    A paper is told with its agenda, where it has no day of its own. Minutes are told with the agenda that puts them
    to a meeting, and not before their own. Raises ``KeyError`` for one that is not there, and for other families.
    """
    if isinstance(key, tuple):
        paper = {"papers": records.papers}[family][key]
        agenda = records.agendas.get(key[0])
        return paper.published or (agenda.published if agenda else None) or date.min
    if family == "agendas":
        return records.agendas[key].published or date.min
    confirming = (
        agenda.published
        for agenda in records.agendas.values()
        if agenda.published and any(item.confirms == key for item in agenda.items)
    )
    return max(date_of({"minutes": key}[family]), min(confirming, default=date.min))
