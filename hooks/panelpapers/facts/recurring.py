"""What a new meeting goes on from: the one before it, and the business with which agendas of a body begin or end.

Nothing says of an item that it comes back. So one does that stands on most of the latest agendas, or has a title, or
does something, by which bodies open and close their meetings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..records.agenda import AgendaItem
from ..records.publication import Records

LATEST: Final = 4
"""How many agendas show what comes back."""
_OPENING: Final = re.compile(
    r"apolog|absen|declar|interest|welcome|record|webcast|call to order|roll call|approv\w{1,6} of (?:the )?agenda",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"programme|forward plan|next meeting|urgent|any other|adjourn|closing|exclusion", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"minutes|action|matters arising|public (?:question|participation|comment|forum)|questions? (?:from|by) the",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Recurring:
    """The items that come back, as the agenda of ``meeting_id`` has them, and after how many of them others stand.

    ``same`` are those whose text another of the latest agendas has too.
    """

    meeting_id: str
    items: tuple[AgendaItem, ...]
    before_business: int
    same: tuple[AgendaItem, ...]


def meetings_before(records: Records, body: str, meeting_id: str) -> tuple[str, ...]:
    """Give the meetings of a body before a day, or before a meeting, that were not called off, in order of time."""
    of_body = records.meetings_of.get(body, ())
    moment = records.moment(meeting_id)
    return tuple(
        other for other in of_body if records.moment(other) < moment and not records.meetings[other].called_off
    )


def meeting_after(records: Records, body: str, meeting_id: str) -> str | None:
    """Give the next meeting of a body after another that is planned, if one is known."""
    moment = records.moment(meeting_id)
    later = (other for other in records.meetings_of.get(body, ()) if records.moment(other) > moment)
    return next((other for other in later if not records.meetings[other].called_off), None)


def recurring(records: Records, body: str, meeting_id: str) -> Recurring | None:
    """Give the items that come back, of the one of the latest agendas before a meeting that has most of them."""
    latest = [other for other in meetings_before(records, body, meeting_id) if other in records.agendas][-LATEST:]
    found = [_of_one(records, latest, other) for other in latest]
    return max(found, key=lambda of: (len(of.items), of.meeting_id), default=None)


def _of_one(records: Records, latest: Sequence[str], meeting_id: str) -> Recurring:
    items = [item for item in records.agendas[meeting_id].items if not (item.exempt or item.added or item.withdrawn)]
    agendas = [records.agendas[other].items for other in latest if other != meeting_id]

    def comes_back(item: AgendaItem) -> bool:
        again = sum(any(_same(item, other) for other in others) for others in agendas)
        return (again > 0 and 2 * again >= len(agendas)) or is_usual(item)

    confirming = [item for item in items if item.confirms][1:]
    kept = [item for item in items if comes_back(item) and item not in confirming]
    business = [items.index(item) for item in items if item not in kept]
    closing = next((at for at, item in enumerate(items) if closes(item)), len(items))
    at = max(business) if business else closing
    texts = {(_plain(item.title), item.text) for others in agendas for item in others}
    same = tuple(item for item in kept if (_plain(item.title), item.text) in texts)
    return Recurring(meeting_id, tuple(kept), sum(item in kept for item in items[:at]), same)


def _same(item: AgendaItem, other: AgendaItem) -> bool:
    return _plain(item.title) == _plain(other.title) and not item.items


def _plain(title: str) -> str:
    return re.sub(r"[\W\d_]+", " ", title).strip().casefold()


def is_usual(item: AgendaItem) -> bool:
    """Whether an item is one of those by which bodies open and close their meetings, as it says or does."""
    return bool(item.confirms) or any(words.search(item.title) for words in (_OPENING, _BETWEEN, _CLOSING))


def opens(item: AgendaItem) -> bool:
    """Whether an item is one that stands before the minutes of the last meeting."""
    return bool(_OPENING.search(item.title)) and not item.confirms


def closes(item: AgendaItem) -> bool:
    """Whether an item is one that stands after all other business."""
    return bool(_CLOSING.search(item.title))
