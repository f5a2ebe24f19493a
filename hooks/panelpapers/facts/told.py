"""The day on which each record was told: when the pack, paper or minutes that hold it became public.

``as_of.py`` drops what was told later than a day, and pages are made from what is left: nothing else asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from ..records.actions import PanelRecommendation
from ..records.agenda import Agenda
from ..records.lives import Life
from ..records.meeting import date_of
from ..records.minutes import Minutes
from ..records.numbers import with_all_within
from ..records.people import Notice, Spell
from ..records.publication import Records
from ..records.source import Source
from .dates import notices as notices_of
from .members import notices
from .rows import every_item, every_minute, every_rating, grouped, minutes_at

ALWAYS: Final = date.min
"""The day of what no record dates: it is told with the first thing that is."""


@dataclass(frozen=True)
class Told:
    """The days on which records were told, each worked out from the record that made them public."""

    records: Records

    @cached_property
    def agendas(self) -> Mapping[str, date]:
        """The day of each agenda: the one typed, else the last one that the panel's rule of notice allows.

        A paper of the meeting that was published before shows an earlier one. Without a day typed and without a rule
        nothing says when it was told.
        """
        return {meeting_id: self._agenda(meeting_id, agenda) for meeting_id, agenda in self.records.agendas.items()}

    def _agenda(self, meeting_id: str, agenda: Agenda) -> date:
        if agenda.published:
            return agenda.published
        due = next(iter(notices_of(self.records, meeting_id)), None)
        if due is None:
            return ALWAYS
        typed = (paper.published for (of, _), paper in self.records.papers.items() if of == meeting_id)
        return min(due.day, *filter(None, typed), date.max)

    def pack(self, meeting_id: str) -> date:
        """Give the day of what lies in the pack of a meeting: that of its agenda, else of the meeting itself."""
        return self.agendas.get(meeting_id, date_of(meeting_id))

    @cached_property
    def papers(self) -> Mapping[tuple[str, str], date]:
        """The day of each paper: the one typed, else that of its pack, or of its item if that was added later."""
        return {
            key: paper.published or max(self.pack(key[0]), self._added.get((key[0], paper.item), ALWAYS))
            for key, paper in self.records.papers.items()
        }

    @cached_property
    def _added(self) -> Mapping[tuple[str, str], date]:
        return {
            (meeting_id, part.key): item.added.on
            for meeting_id, item in every_item(self.records)
            if item.added
            for part in with_all_within([item])
        }

    @cached_property
    def minutes(self) -> Mapping[str, date]:
        """The day of each set of minutes: the one typed, else that of the first pack that shows that they are known.

        That is one in which they are to be confirmed, or whose tracker reports on an action of theirs: the latter
        alone, where no more than that is known of the meeting. Without any, it is the day of the meeting.
        """
        return {
            meeting_id: self._minutes(meeting_id, minutes) for meeting_id, minutes in self.records.minutes.items()
        }

    def _minutes(self, meeting_id: str, minutes: Minutes) -> date:
        if minutes.published:
            return minutes.published
        confirming = self.confirmed_at.get(meeting_id, ())
        reporting = [
            other
            for other, tracker in self.records.trackers.items()
            if any(self.records.made_at(update.action) == meeting_id for update in tracker.updates)
        ]
        shown = reporting if minutes.only and reporting else (*confirming, *reporting)
        days = [self.pack(other) for other in shown]
        return max(date_of(meeting_id), min(days, default=ALWAYS))

    @cached_property
    def confirmed_at(self) -> Mapping[str, tuple[str, ...]]:
        """For each meeting those whose agenda or minutes confirm its minutes, the earliest first."""
        confirming = {
            (row.confirms, other)
            for rows in (every_item(self.records), every_minute(self.records))
            for other, row in rows
            if row.confirms
        }
        return grouped(sorted(confirming, key=lambda pair: self.records.moment(pair[1])))

    def corrected(self, meeting_id: str) -> date:
        """Give the day on which corrections of minutes were told: that of the minutes that confirm them, if any do.

        Else it is the day of the last meeting that is to confirm them.
        """
        others = self.confirmed_at.get(meeting_id, ())
        confirming = [
            self.minutes[other]
            for other in others
            if any(minute.confirms == meeting_id for minute in minutes_at(self.records, other))
        ]
        return min(confirming, default=max(map(date_of, others), default=ALWAYS))

    def done(self, meeting_id: str) -> date:
        """Give the day on which it was told what a meeting did: with its minutes, else when its day was over."""
        return self.minutes.get(meeting_id, date_of(meeting_id) + timedelta(days=1))

    def source(self, source: Source | None) -> date:
        """Give the day of the paper that a figure or a rating stands in: as typed, else of that paper or its pack."""
        if source is None:
            return ALWAYS
        if source.published or not source.meeting:
            return source.published or ALWAYS
        named = (
            self.papers[key]
            for key, paper in self.records.papers.items()
            if key[0] == source.meeting and source.title.casefold().startswith(paper.title.casefold())
        )
        return next(named, self.pack(source.meeting))

    def notice(self, notice: Notice) -> date:
        """Give the day of the agenda or the minutes that tell of a change of membership."""
        if notice.item is None and notice.minute is not None:
            return self.minutes.get(notice.meeting, date_of(notice.meeting))
        return max(self.pack(notice.meeting), self._added.get((notice.meeting, notice.item or ""), ALWAYS))

    def begin(self, term: Spell) -> date:
        """Give the day on which the beginning of a term was told: where it was noted, else when it began."""
        noted, _ = notices(term)
        return self.notice(noted) if noted else term.begins or ALWAYS

    def end(self, term: Spell) -> date:
        """Give the day on which the end of a term was told: where it was noted, else its last day."""
        _, noted = notices(term)
        return self.notice(noted) if noted else term.ends or ALWAYS

    def ending(self, life: Life) -> date:
        """Give the day on which the end of a body was told: when it was announced, else its last day."""
        return life.announced or life.until or ALWAYS

    def recommendation(self, made: PanelRecommendation) -> date:
        """Give the day of a recommendation: when it was sent, else that of the minutes of its meeting."""
        return made.sent or self.minutes.get(made.meeting, date_of(made.meeting))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day on which a pack, a paper, minutes or a recommendation were told, the earliest first."""
        programme = self.records.programme
        sources = [indicator.source for indicator in self.records.indicators.values()]
        sources += [rating.source for _, rating in every_rating(self.records)]
        found = {*self.agendas.values(), *self.papers.values(), *self.minutes.values()}
        found |= {self.pack(meeting_id) for meeting_id in self.records.trackers}
        found |= {self.recommendation(made) for made in self.records.recommendations.values()}
        found |= {self.pack(programme.as_of)} if programme else set()
        found |= {meeting.announced for meeting in self.records.meetings.values() if meeting.announced}
        found |= {self.source(source) for source in sources} - {ALWAYS}
        bodies = filter(None, (self.records.panel, *self.records.bodies.values()))
        ends = {self.ending(body) for body in bodies if body.until}  # one before all papers is history, and no news
        return tuple(sorted(found | {day for day in ends if day > min(found, default=date.max)}))

    @property
    def latest_papers(self) -> tuple[date, str] | None:
        """The day on which papers or minutes were told last, and the id of the last meeting of which any were."""
        days = [*self.agendas.items(), *self.minutes.items(), *((key[0], day) for key, day in self.papers.items())]
        return max(((day, meeting_id) for meeting_id, day in days), default=None)

    def stated(self, day: date) -> date:
        """Give the day as of which the records speak: the last told by ``day``, else the first meeting's, else it."""
        last = max((told for told in self.days if ALWAYS < told <= day), default=None)
        return last or min(map(date_of, self.records.meetings), default=day)
