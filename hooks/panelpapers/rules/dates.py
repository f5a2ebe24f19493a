"""Checks of dates: papers published late, provisional meetings, days on which nobody meets, and days in law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ..facts.dates import MOST_DAYS, calendar_of
from ..facts.dossier import Dossier
from ..reading.guessing import Guesses
from ..records.agenda import Agenda
from ..records.language import unmarked
from ..records.meeting import date_of
from ..records.panel import NoticeRule, QuestionRule
from ..records.paper import Paper
from ..records.problem import Problem
from .findings import advice, meant, retyped, warning

_WEEKEND: Final = {5: "a Saturday", 6: "a Sunday"}


def published_late(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each agenda and paper that was published later than the rule of notice allows, without a reason."""
    for meeting_id, agenda in dossier.records.agendas.items():
        yield from _late("agenda", meeting_id, agenda, dossier)
    for (meeting_id, _), paper in dossier.records.papers.items():
        yield from _late("paper", meeting_id, paper, dossier)


def _late(what: str, meeting_id: str, record: Agenda | Paper, dossier: Dossier) -> Iterator[Problem]:
    meeting = dossier.records.meetings.get(meeting_id)
    due = dossier.dates[meeting_id].publish_by if meeting and not meeting.called_off else None
    if due and record.published and not record.late_reason and record.published > due.day:
        counted = due.rule.counting.name if due.rule.counting else due.rule.unit
        left_out = ", ".join(f"{skipped.day} ({unmarked(skipped.reason)})" for skipped in due.skipped)
        fact = f"This {what} was published on {record.published}, later than {due.day}, the last day that is in "
        fact += f"time: {due.rule.length} {counted} before the meeting."
        fact += f" Not counted: {left_out}." if left_out else ""
        fix = "Add late_reason: why it was published late and who agreed to it; or correct the date."
        yield Problem("published-late", record.at("published"), fact, fix)
    elif record.published and not record.late_reason and record.published > date_of(meeting_id):
        fact = f"This {what} was published on {record.published}, after the meeting of {meeting_id}."
        fix = "Correct the date, or add late_reason: why it was published only then."
        yield Problem("published-late", record.at("published"), fact, fix)


def _own_rules(dossier: Dossier) -> Iterator[NoticeRule | QuestionRule]:
    """Give the rules that are typed of the panel, and of every other body."""
    for body in dossier.records.every_body:
        yield from filter(None, (body.notice_rule, body.question_rule))


def too_many_days(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a rule of the panel, or of another body, that asks for more days before a meeting than can be meant."""
    for rule in _own_rules(dossier):
        if max(rule.days or 0, (rule.hours or 0) / 24) > MOST_DAYS:
            asked = f"{rule.days} days" if rule.days else f"{rule.hours} hours"
            fact = f"This rule asks for {asked} before a meeting."
            fix = f"Check the number: no more than {MOST_DAYS} days can be counted back."
            yield Problem("too-many-days", rule.at("days" if rule.days else "hours"), fact, fix)


def days_or_hours(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a rule that counts neither days nor hours, or both, or hours in a way in which days are counted.

    A rule on questions may count neither: they are then asked at the meeting.
    """
    for rule in _own_rules(dossier):
        ways = [field for field in ("counting", "time_of_day") if getattr(rule, field, None)]
        at_meeting = isinstance(rule, QuestionRule) and rule.at_meeting and not ways
        if (rule.days is None) == (rule.hours is None) and not at_meeting:
            fact = f"This rule counts {'neither days nor hours' if rule.days is None else 'both days and hours'}."
            yield Problem("days-or-hours", rule.at("hours"), fact, "Write one of the two: days: 5, or hours: 72.")
        elif rule.hours and ways:
            fact = f'This rule counts hours, so "{ways[0]}" has nothing to say.'
            yield Problem("days-or-hours", rule.at(ways[0]), fact, "Take it out: every hour counts.")


def unknown_counting(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a rule that counts days in a way that the regime of the panel does not name."""
    regime = dossier.records.regime_on(date.max)
    ways = [way.id for way in regime.counting]
    for rule in _own_rules(dossier):
        if rule.counting and rule.counting not in ways and dossier.records.regime_read:
            near = Guesses(ways).nearest(rule.counting.replace(" ", "_"))
            fact = f'"{rule.counting}" is no way of counting days that the regime "{regime.name}" names.'
            fix = meant(near, f"Write one of these: {', '.join(ways) or 'it names none'}.")
            place = rule.at("counting")
            yield Problem("unknown-counting", place, fact, fix, retyped(place, rule.counting, near))


def provisional_without_why(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each provisional meeting that does not say why it may not take place."""
    for meeting in dossier.records.meetings.values():
        if meeting.state == "provisional" and meeting.why_provisional is None:
            fact = "This meeting is provisional, and nothing says why it may not take place."
            fix = "Add why_provisional: what decides whether the meeting takes place."
            yield Problem("provisional-why", meeting.at("state"), fact, fix)


def unusual_day(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each meeting to come that falls on a holiday or at a weekend."""
    for meeting_id, meeting in dossier.records.meetings.items():
        if meeting.state not in ("planned", "provisional"):
            continue
        day = date_of(meeting_id)
        name = calendar_of(dossier.records.regime_on(day)).holiday(day) or _WEEKEND.get(day.weekday())
        if name:
            fact = f"The meeting of {meeting_id} falls on {unmarked(name)}."
            fix = "Check the date in the name of the folder. If it is right, leave it."
            yield advice("unusual-day", meeting.at("state"), fact, fix)


def event_reviewed_late(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each review at a meeting after the last day that the law gives for it."""
    events = dossier.events.items()
    for meeting_id, dates in ((meeting_id, dates) for meeting_id, several in events for dates in several):
        if dates.due and date_of(meeting_id) > dates.due:
            event, revised = dates.of.event, "revised " if dates.of.review == "second" else ""
            law = f" ({event.law})" if event.law else ""
            late = f"after {dates.due}, the last day for it{law}"
            fact = f"The meeting of {meeting_id} reviews the {revised}{event.name} {late}."
            fix = "Check the date of the meeting, and the function of this item."
            yield warning("event-late", dates.of.item.at("function"), fact, fix)
