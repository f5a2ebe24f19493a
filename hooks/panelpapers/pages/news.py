"""News before they are put into words: a feed of the newest costs what it shows, however long the archive is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import chain
from typing import Final

from ..exports.feed import FeedEntry
from ..records.agenda import Agenda
from ..records.language import in_all_versions
from ..records.meeting import MeetingChange
from ..records.minutes import Minutes
from ..records.paper import Paper
from ..words import following as words
from . import addresses
from .followed import Followed
from .passage import passage_as_text

MOST: Final = 200
"""Entries of a feed: those who follow it ask for all of it again and again."""


@dataclass(frozen=True)
class News:
    """What is told: of which kind, as of which day, and at which address. ``tell`` puts it into words."""

    kind: str
    day: date
    address: str
    tell: Callable[[], FeedEntry]

    @cached_property
    def entry(self) -> FeedEntry:
        """It as an entry of a feed: made once."""
        return self.tell()


def newest(news: Iterable[News], kinds: Collection[str] = ()) -> list[FeedEntry]:
    """Give the newest of some kinds, or of all, in words, the newest first."""
    asked = (told for told in news if not kinds or told.kind in kinds)
    return [told.entry for told in sorted(asked, key=lambda told: (told.day, told.address), reverse=True)[:MOST]]


def news_of(followed: Followed) -> Iterator[News]:
    """Give what was decided, published and changed, each as of the last day on which something of it was told."""
    records, holds = followed.records, followed.whose.holds
    changes = (change for at in records.meetings if holds(at) for change in _changes(followed, at))
    decided = (_decided(followed, at, minutes) for at, minutes in records.minutes.items() if holds(at))
    agendas = (_agenda(followed, at, agenda) for at, agenda in records.agendas.items() if holds(at))
    papers = (_paper(followed, *key, paper) for key, paper in records.papers.items() if holds(key[0]))
    yield from filter(None, chain(changes, decided, agendas, papers))


def entry(
    followed: Followed,
    kind: str,
    day: date | None,
    address: str,
    tell: Callable[[], tuple[str, str, str]],
    *,
    at: str = "",
) -> News | None:
    """Give an entry, if it was told by now. ``at`` is what its id is made of, if that is not its address.

    ``tell`` gives its title, its text, and all that is told where that is more.
    """
    if day is None:
        return None

    def told() -> FeedEntry:
        title, text, whole = tell()
        return FeedEntry(followed.id_of(at or address), day, title, text, address, kind, whole)

    return News(kind, day, address, told)


def _changes(followed: Followed, meeting_id: str) -> Iterator[News | None]:
    meeting, at = followed.records.meetings[meeting_id], addresses.meeting(meeting_id)
    moved_to, day_of = followed.moves.moved_to(meeting_id), followed.records.day_of
    changes = sorted(followed.moves.changes_at(meeting_id), key=lambda change: change.on)

    def tell(change: MeetingChange, *, off: bool) -> tuple[str, str, str]:
        became = words.became(meeting.state, day_of(moved_to) if moved_to else None) if off else "changed"
        text = f"{words.change(change)} {passage_as_text(change.why or '')}".strip()
        return words.change_title(day_of(meeting_id), became), text, ""

    for number, change in enumerate(changes, 1):
        off = meeting.called_off and number == len(changes)
        dated = followed.moves.dated_later(moved_to) if off and moved_to else None
        day, id_at = followed.as_of(meeting_id, change.on, dated), f"{followed.first.get(at, at)}#change-{number}"
        yield entry(followed, "meeting", day, at, partial(tell, change, off=off), at=id_at)


def _decided(followed: Followed, meeting_id: str, minutes: Minutes) -> News | None:
    made = [resolution for minute in minutes.every_minute for resolution in minute.resolutions]

    def tell() -> tuple[str, str, str]:
        title = words.decided_title(len(made), followed.records.day_of(meeting_id))
        whole = "\n\n".join(f"{resolution.name}: {passage_as_text(resolution.text)}" for resolution in made)
        return title, " ".join(in_all_versions(resolution.in_short) for resolution in made), whole

    day, at = followed.day_of_minutes(meeting_id, minutes), addresses.decisions_of(meeting_id)
    return entry(followed, "decisions", day, at, tell) if made else None


def _agenda(followed: Followed, meeting_id: str, agenda: Agenda) -> News | None:
    def tell() -> tuple[str, str, str]:
        title = words.agenda_title(followed.records.day_of(meeting_id), followed.records.meetings[meeting_id])
        titles = "; ".join(in_all_versions(item.title) for item in agenda.every_item)
        whole = "\n".join((passage_as_text(agenda.introduction or ""), *words.agenda_lines(agenda))).strip()
        return title, titles, whole

    return entry(followed, "agenda", followed.day_of_agenda(meeting_id, agenda), addresses.agenda(meeting_id), tell)


def _paper(followed: Followed, meeting_id: str, paper_id: str, paper: Paper) -> News | None:
    def tell() -> tuple[str, str, str]:
        meeting, summary = followed.records.meetings[meeting_id], passage_as_text(paper.summary)
        title = words.paper_title(paper.title, followed.records.day_of(meeting_id), meeting)
        recommended = (passage_as_text(made.text) for made in paper.recommendations)
        return title, summary, "\n\n".join((summary, *recommended))

    day = followed.day_of_paper(meeting_id, paper_id, paper)
    return entry(followed, "paper", day, addresses.paper(meeting_id, paper_id), tell)
