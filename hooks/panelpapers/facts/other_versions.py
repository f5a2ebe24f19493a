"""Versions in Easy Read, sign language or another language: whether what they follow was changed since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..records.document import OtherVersion
from ..records.publication import Records


def changed_on(records: Records, meeting_id: str, paper_id: str | None = None) -> date | None:
    """Give the last day on which a paper, or the agenda or a paper of a meeting, was published or changed.

    It is ``None`` where no record gives such a day. Without the id of a paper it is that of the whole meeting.
    """
    papers = [paper for key, paper in records.papers.items() if key[0] == meeting_id and paper_id in (None, key[1])]
    days = [day for paper in papers for day in (paper.published, paper.corrected_on)]
    if paper_id is None:
        days += [change.on for change in records.meetings[meeting_id].changes]
        if agenda := records.agendas.get(meeting_id):
            days += [agenda.published, agenda.corrected_on]
            days += [change.on for item in agenda.every_item for change in (item.added, item.withdrawn) if change]
    else:
        days += [paper.withdrawn.on for paper in papers if paper.withdrawn]
    return max(filter(None, days), default=None)


def every_version(records: Records) -> Iterator[tuple[OtherVersion, str, str | None]]:
    """Give each version, with the id of its meeting, and of its paper if it is of one."""
    for meeting_id, meeting in records.meetings.items():
        yield from ((version, meeting_id, None) for version in meeting.other_versions)
    for (meeting_id, paper_id), paper in records.papers.items():
        yield from ((version, meeting_id, paper_id) for version in paper.other_versions)
