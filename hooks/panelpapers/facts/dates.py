"""The dates that follow from the date of a meeting, each with the rule that gave it. Nothing here asks the clock.

Some are before it, such as the last day for questions; until others, by the law of its own day, papers stay open.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from ..records.law import Keeping, Stated
from ..records.meeting import Meeting, date_of
from ..records.panel import NoticeRule, QuestionRule
from ..records.publication import Records
from ..records.regime import Notice, Regime, WayOfCounting
from .holidays import ONE_DAY, Calendar, SkippedDay, count_back

BEFORE_ALL: Final = date(2000, 1, 1)
"""The day of what became known on a day that nobody recorded: earlier than anything that this site tells."""
MOST_DAYS: Final = 90
"""More days of notice than any body asks for: past this a figure is a slip of the keyboard, and nothing follows."""
_BY_THE_CALENDAR: Final = WayOfCounting(id="calendar_days", name="calendar days", clear=False)
"""How days are counted where a regime names no way: it leaves none out."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule that counts days or hours before a meeting, and what sets it. It may leave open which days count.

    ``what`` must be public by then, where the rule is about that. ``firm`` says that the law was read, or that the
    body states the rule itself: only then "must" is said. ``counted_by`` says which days count, where what sets the
    rule does not, and something else or custom does.
    """

    length: int
    unit: Literal["days", "hours"]
    counting: WayOfCounting | None
    authority: str
    what: str = "agenda and reports"
    firm: bool = True
    counted_by: Stated | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last moment for something before a meeting.

    Without a time of day the whole of ``day`` is still in time. ``skipped`` are the days that the rule left out,
    ``holiday`` is the name of the holiday on which ``day`` itself falls, and ``called`` what such days are. Where the
    rule does not say which days count, ``day`` is the earliest that it can mean, by the way ``earliest``, and
    ``by_latest`` the latest, by ``latest_way``. ``zone`` is the time zone of both.
    """

    day: date
    time_of_day: time | None
    rule: DateRule
    skipped: tuple[SkippedDay, ...] = ()
    holiday: str | None = None
    called: str = "holiday"
    zone: str = "UTC"
    earliest: WayOfCounting | None = None
    by_latest: date | None = None
    latest_way: WayOfCounting | None = None

    @property
    def latest(self) -> date:
        """The last day that the rule can mean."""
        return self.by_latest or self.day

    @property
    def moment(self) -> datetime:
        """The moment after which it is too late, in the panel's zone: without a time, the midnight after it."""
        if self.time_of_day is None:
            return beginning_of(self.day + ONE_DAY, self.zone)
        return datetime.combine(self.day, self.time_of_day, ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class MeetingDates:
    """The deadlines before one meeting."""

    notices: tuple[Deadline, ...]
    question_deadline: Deadline | None

    @property
    def publish_by(self) -> Deadline | None:
        """The last moment for the agenda, if a rule says so."""
        return next(iter(self.notices), None)


def beginning_of(day: date, zone: str) -> datetime:
    """Give the midnight at which a day begins in a time zone."""
    return datetime.combine(day, time.min, ZoneInfo(zone))


def calendar_of(regime: Regime) -> Calendar:
    """Give the holidays of a regime."""
    return Calendar(regime.holidays, regime.language)


def notices(records: Records, meeting_id: str) -> tuple[Deadline, ...]:
    """Give the last moment for whatever must be public before a meeting: by the rule of the body, or its regime's.

    A rule in hours asks for the time at which the meeting starts; where that is not known, nothing follows. Nor
    does it for a further sitting of a meeting that was adjourned, unless it has an agenda of its own.
    """
    if _goes_on(records, meeting_id):
        return ()
    regime, meeting = records.regime_on(date_of(meeting_id)), records.meetings.get(meeting_id)
    holder = records.holder(meeting_id)
    if holder and (own := holder.notice_rule):
        rules = [_rule(own, own.authority, regime)]
    else:
        special = meeting is not None and meeting.special
        rules = [_noticed(stated, regime) for stated in regime.notice if stated.special in (None, special)]
    found = (_deadline(date_of(meeting_id), meeting, rule, regime) for rule in rules)
    return tuple(deadline for deadline in found if deadline)


def question_deadline(records: Records, meeting_id: str) -> Deadline | None:
    """Give the last moment at which a question can arrive in time for a meeting, if its body has a rule for it.

    No rule is carried back to a meeting before it was stated: that is its own day, or the body's first agenda here.
    """
    holder = records.holder(meeting_id)
    rule = holder.question_rule if holder else None
    day, meeting = date_of(meeting_id), records.meetings.get(meeting_id)
    of_body = records.meetings_of[records.held_by(meeting_id)[0]]
    agendas = (date_of(other) for other in of_body if other in records.agendas)
    continued = _goes_on(records, meeting_id)
    if rule is None or rule.at_meeting or continued or day < (rule.since or min(agendas, default=date.min)):
        return None
    regime = records.regime_on(day)
    return _deadline(day, meeting, _rule(rule, rule.authority, regime), regime, rule.time_of_day)


def _goes_on(records: Records, meeting_id: str) -> bool:
    """Whether a meeting is a further sitting with the agenda of the one before: what was due was due before that."""
    meeting = records.meetings.get(meeting_id)
    return meeting is not None and meeting.continues is not None and meeting_id not in records.agendas


def _noticed(notice: Notice, regime: Regime) -> DateRule:
    rule, way = _rule(notice, notice.law or "", regime), regime.way(notice.counting)
    by = way if way and (way.law or way.seen == "custom") else None
    return replace(rule, what=notice.what, firm=notice.seen == "law read", counted_by=by)


def _rule(of: Notice | NoticeRule | QuestionRule, authority: str, regime: Regime) -> DateRule:
    unit: Literal["days", "hours"] = "days" if of.hours is None else "hours"
    return DateRule(of.hours or of.days or 0, unit, regime.way(of.counting), authority)


def _deadline(
    day: date, meeting: Meeting | None, rule: DateRule, regime: Regime, time_of_day: time | None = None
) -> Deadline | None:
    if rule.length > MOST_DAYS * (24 if rule.unit == "hours" else 1):
        return None
    calendar, called = calendar_of(regime), regime.holidays.called if regime.holidays else "holiday"
    if rule.unit == "hours":
        if meeting is None or meeting.starts is None:
            return None
        # Hours pass by the clock of nobody: over a change of clocks 72 of them are not three days.
        starts = datetime.combine(day, meeting.starts, ZoneInfo(regime.zone)).astimezone(UTC)
        last = (starts - timedelta(hours=rule.length)).astimezone(ZoneInfo(regime.zone))
        return Deadline(last.date(), last.time(), rule, (), calendar.holiday(last.date()), called, regime.zone)
    # A rule that means a law with breaks of its own says so.
    ways = [rule.counting] if rule.counting else [way for way in regime.counting if not way.breaks]
    counts = [(count_back(day, rule.length, way, calendar), way) for way in ways or [_BY_THE_CALENDAR]]
    first, earliest = min(counts, key=lambda count: count[0].day)
    most, latest = max(counts, key=lambda count: count[0].day)
    holiday = calendar.holiday(first.day)
    found = Deadline(first.day, time_of_day, rule, first.skipped, holiday, called, regime.zone)
    return found if len(counts) == 1 else replace(found, earliest=earliest, by_latest=most.day, latest_way=latest)


def dates_of(records: Records, meeting_id: str) -> MeetingDates:
    """Give the deadlines before a meeting."""
    return MeetingDates(notices(records, meeting_id), question_deadline(records, meeting_id))


@dataclass(frozen=True, slots=True)
class Kept:
    """What the law says of some papers of a meeting, and the last day on which they are kept, if it gives one."""

    by: Keeping
    until: date | None


def kept(regime: Regime, meeting: date) -> tuple[Kept, ...]:
    """Give all that a regime says of a meeting on some day."""
    return tuple(Kept(keeping, _until(keeping, meeting)) for keeping in regime.kept)


def _until(keeping: Keeping, meeting: date) -> date | None:
    if keeping.years is None or keeping.begins is None:
        return None
    last = _same_day(meeting, keeping.years)
    whole = keeping.begins == "after the day of the meeting"
    return last if whole or last.day != meeting.day else last - timedelta(1)


def _same_day(day: date, years: int) -> date:
    """Give the day some years later. For 29 February, where there is none, that is the last of the month."""
    _, last = monthrange(day.year + years, day.month)
    return day.replace(year=day.year + years, day=min(day.day, last))
