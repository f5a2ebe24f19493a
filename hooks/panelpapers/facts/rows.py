"""The rows of all documents of a kind, each with what it stands in: the one way to go through and to gather them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from ..records.agenda import AgendaItem
from ..records.indicator import Indicator, Point, Series
from ..records.minutes import Minute
from ..records.names import by_number
from ..records.numbers import with_all_within
from ..records.plan import Commitment, Rating
from ..records.programme import ProgrammeItem
from ..records.publication import Records

Numbers = tuple[tuple[str, int], ...]
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """Give, for each first of some pairs, all that stands second beside it, both in the order of the pairs."""
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def in_time(
    records: Records, rows: Iterable[tuple[str, Value]], *, latest_first: bool = False
) -> list[tuple[str, Value]]:
    """Put what comes with the id of its meeting in order of time; what is of one meeting stays as it was."""
    return sorted(rows, key=lambda row: records.moment(row[0]), reverse=latest_first)


def every_item(records: Records) -> Iterator[tuple[str, AgendaItem]]:
    """Give every agenda item with the id of its meeting."""
    for meeting_id, agenda in records.agendas.items():
        yield from ((meeting_id, item) for item in agenda.every_item)


def items_at(records: Records, meeting_id: str) -> Mapping[str, AgendaItem]:
    """Give the items of the agenda of a meeting by their keys; none where the agenda is not here."""
    agenda = records.agendas.get(meeting_id)
    return {item.key: item for item in agenda.every_item} if agenda else {}


def exempt_items(records: Records) -> Mapping[tuple[str, str], AgendaItem]:
    """Give every item that is exempt, or stands within one that is, by its meeting and its key."""
    return {
        (meeting_id, part.key): part
        for meeting_id, item in every_item(records)
        if item.exempt
        for part in with_all_within([item])
    }


def item_order(records: Records) -> Callable[[tuple[str, str]], tuple[str, int, Numbers]]:
    """Give what sorts the items of meetings: as their agendas have them, else by their numbers."""
    placed = {
        (meeting_id, item.key): at
        for meeting_id, agenda in records.agendas.items()
        for at, item in enumerate(agenda.every_item)
    }
    return lambda item: (item[0], placed.get(item, len(placed)), by_number(item[1]))


def items_of(minute: Minute, items: Mapping[str, AgendaItem]) -> Iterator[AgendaItem]:
    """Give the items that a minute is about: those that it names and all within them, but for those taken out."""
    pulled = {key for entry in minute.pulled for key in entry.numbers}
    named = (items[key] for key in minute.about if key in items)
    yield from (item for item in with_all_within(named) if item.key not in pulled)


def keys_of(minute: Minute, items: Mapping[str, AgendaItem]) -> Sequence[str]:
    """Give the keys of all that a minute is about: what it names, be it on the agenda or not, and what is within."""
    return tuple(dict.fromkeys((*minute.about, *(item.key for item in items_of(minute, items)))))


def every_minute(records: Records) -> Iterator[tuple[str, Minute]]:
    """Give every minute with the id of its meeting."""
    for meeting_id, minutes in records.minutes.items():
        yield from ((meeting_id, minute) for minute in minutes.every_minute)


def minutes_at(records: Records, meeting_id: str) -> tuple[Minute, ...]:
    """Give the minutes of a meeting, those within others too; none where they are not here."""
    minutes = records.minutes.get(meeting_id)
    return minutes.every_minute if minutes else ()


def planned(records: Records) -> Sequence[ProgrammeItem]:
    """Give the rows of the work programme; none where there is no programme."""
    return records.programme.items if records.programme else ()


def commitments(records: Records) -> Sequence[Commitment]:
    """Give the commitments of the plan; none where no plan is tracked."""
    return records.plan.commitments if records.plan else ()


def every_rating(records: Records) -> Iterator[tuple[Commitment, Rating]]:
    """Give every rating with its commitment."""
    for commitment in commitments(records):
        yield from ((commitment, rating) for rating in commitment.ratings)


def every_point(indicator: Indicator) -> Iterator[tuple[Series, Point]]:
    """Give every figure with its series."""
    for series in indicator.every_series():
        yield from ((series, point) for point in series.points)
