"""An archive of many years: the meeting of the small panel that has everything, held every month."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from panelpapers.records.publication import Records
from tests.river_valley import river_valley

LIKE: Final = "2027-03-31"
"""The meeting that is held again and again: it has an agenda, minutes with resolutions, and a paper."""

LAST: Final = 2026
"""The last year of the archive, before the small panel's own meetings."""


def archive(years: int, meetings: int = 12) -> Records:
    """Give the small panel with so many years of so many meetings before its own; no two share a record."""
    records = river_valley()
    ids = [f"{year}-{month:02}-10" for year in range(LAST - years + 1, LAST + 1) for month in range(1, meetings + 1)]
    # What asks to be discharged is of another meeting, and would be discharged again each month.
    minutes = records.minutes[LIKE]
    minutes = minutes.model_copy(
        update={"minutes": [one.model_copy(update={"discharges": [], "reopens": []}) for one in minutes.minutes]}
    )
    papers = {key: paper for key, paper in records.papers.items() if key[0] == LIKE}
    return replace(
        records,
        meetings={**records.meetings, **dict.fromkeys(ids, records.meetings[LIKE])},
        agendas={**records.agendas, **dict.fromkeys(ids, records.agendas[LIKE])},
        minutes={**records.minutes, **{one: minutes.model_copy(deep=True) for one in ids}},
        papers={**records.papers, **{(one, key[1]): paper for one in ids for key, paper in papers.items()}},
    )
