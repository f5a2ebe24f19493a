"""The dates that follow from the date of a meeting, each with the rule that gave it. Nothing here asks the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final, Literal
from zoneinfo import ZoneInfo

from ..records.meeting import date_of
from ..records.panel import CountingRule, NoticeRule, Panel, QuestionRule
from .bank_holidays import ONE_DAY, bank_holiday
from .counting import SkippedDay, count_back

ZONE: Final = "Europe/London"

BEFORE_ALL: Final = date(2000, 1, 1)
"""The day of what became known on a day that nobody recorded: earlier than anything that this site tells."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule that counts days before a meeting, and what sets it. It may leave open which days count."""

    name: Literal["publication", "questions"]
    days: int
    counting: CountingRule | None
    authority: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last moment for something before a meeting.

    Without a time of day the whole of ``day`` is still in time. ``skipped`` are the days that the rule left out, and
    ``falls_on_bank_holiday`` is the name of the bank holiday on which ``day`` itself falls. Where the rule does not
    say which days count, ``day`` is the earliest that it can mean, by clear working days, and ``by_calendar`` the
    latest. A rule that means section 243 says so.
    """

    day: date
    time_of_day: time | None
    rule: DateRule
    skipped: tuple[SkippedDay, ...]
    falls_on_bank_holiday: str | None
    by_calendar: date | None = None

    @property
    def latest(self) -> date:
        """The last day that the rule can mean."""
        return self.by_calendar or self.day

    @property
    def moment(self) -> datetime:
        """The moment after which it is too late, in the panel's zone: without a time, the midnight after it."""
        if self.time_of_day is None:
            return beginning_of(self.day + ONE_DAY)
        return datetime.combine(self.day, self.time_of_day, ZoneInfo(ZONE))


@dataclass(frozen=True, slots=True)
class MeetingDates:
    """The deadlines before one meeting."""

    publish_by: Deadline | None
    question_deadline: Deadline | None


def beginning_of(day: date) -> datetime:
    """Give the midnight at which a day begins in the panel's zone."""
    return datetime.combine(day, time.min, ZoneInfo(ZONE))


def publish_by(meeting: date, rule: NoticeRule) -> Deadline:
    """Give the last day on which the agenda and the reports of a meeting can be published in time."""
    return _deadline(meeting, DateRule("publication", rule.days, rule.counting, rule.authority))


def question_deadline(meeting: date, rule: QuestionRule) -> Deadline:
    """Give the last moment at which a question from the public can arrive in time for a meeting."""
    return _deadline(meeting, DateRule("questions", rule.days, rule.counting, rule.authority), rule.time_of_day)


def dates_of(panel: Panel | None, meeting_id: str, agendas: Iterable[str] = ()) -> MeetingDates:
    """Give the deadlines before a meeting; those set by the panel's own rules need the rule in its record.

    ``agendas`` are the ids of the meetings whose agendas are here: no rule on questions is carried back to a meeting
    before it was stated.
    """
    meeting = date_of(meeting_id)
    notice = panel.notice_rule if panel else None
    questions = panel.question_rule if panel else None
    if questions and meeting < (questions.since or min(map(date_of, agendas), default=date.min)):
        questions = None
    return MeetingDates(
        publish_by(meeting, notice) if notice else None,
        question_deadline(meeting, questions) if questions else None,
    )


def _deadline(meeting: date, rule: DateRule, time_of_day: time | None = None) -> Deadline:
    counted = count_back(meeting, rule.days, rule.counting or "clear_working_days")
    latest = None if rule.counting else count_back(meeting, rule.days, "calendar_days").day
    return Deadline(counted.day, time_of_day, rule, counted.skipped, bank_holiday(counted.day), latest)
