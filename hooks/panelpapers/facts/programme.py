"""The work programme in order: what is planned for which meeting, and for which day between meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from ..records.programme import ProgrammeItem, WorkProgramme


def by_meeting(programme: WorkProgramme) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    """Give what is planned for each meeting, the earliest meeting first, in the order typed."""
    return _by(programme, "meeting")


def visits(programme: WorkProgramme) -> tuple[ProgrammeItem, ...]:
    """Give what is planned for a day that is not a meeting."""
    return tuple(item for item in programme.items if item.meeting is None)


def moved_away(programme: WorkProgramme) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    """Give, for each meeting, the items that were first planned for it and moved elsewhere."""
    return _by(programme, "moved_from")


def _by(programme: WorkProgramme, field: Literal["meeting", "moved_from"]) -> Mapping[str, tuple[ProgrammeItem, ...]]:
    found: dict[str, list[ProgrammeItem]] = defaultdict(list)
    for item in programme.items:
        if meeting_id := getattr(item, field):
            found[meeting_id].append(item)
    return {meeting_id: tuple(found[meeting_id]) for meeting_id in sorted(found)}
