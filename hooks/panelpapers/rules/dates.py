"""Checks of dates: papers published late, provisional meetings, days on which nobody meets, and days in law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..facts.bank_holidays import bank_holiday
from ..facts.counting import COUNTED_AS
from ..facts.dates import Deadline, publish_by
from ..facts.dossier import Dossier
from ..records.agenda import Agenda
from ..records.meeting import date_of
from ..records.panel import NoticeRule
from ..records.paper import Paper
from ..records.problem import Problem
from ..records.publication import Records
from .findings import advice, warning

MOST_DAYS: Final = 90
"""More days of notice than any panel asks for: past this a figure is a slip of the keyboard."""

_WEEKEND: Final = {5: "a Saturday", 6: "a Sunday"}


def published_late(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each agenda and paper that was published later than the notice rule allows, without a reason."""
    records = dossier.records
    notice = records.panel.notice_rule if records.panel else None
    if notice is None or notice.days > MOST_DAYS:
        return
    for meeting_id, agenda in records.agendas.items():
        yield from _late("agenda", meeting_id, agenda, notice, records)
    for (meeting_id, _), paper in records.papers.items():
        yield from _late("paper", meeting_id, paper, notice, records)


def _late(
    what: str, meeting_id: str, record: Agenda | Paper, rule: NoticeRule, records: Records
) -> Iterator[Problem]:
    meeting = records.meetings.get(meeting_id)
    if record.published is None or record.late_reason or (meeting and meeting.called_off):
        return
    due = publish_by(date_of(meeting_id), rule)
    if record.published > due.day:
        fact = (
            f"This {what} was published on {record.published}, later than {due.day}, the last day that is in "
            f"time: {rule.days} {COUNTED_AS[rule.counting]} before the meeting.{_left_out(due)}"
        )
        fix = "Add late_reason: why it was published late and who agreed to it; or correct the date."
        yield Problem("published-late", record.at("published"), fact, fix)


def _left_out(due: Deadline) -> str:
    days = ", ".join(f"{skipped.day} ({skipped.reason})" for skipped in due.skipped)
    return f" Not counted: {days}." if days else ""


def too_many_days(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a rule of the panel that asks for more days before a meeting than can be meant."""
    records = dossier.records
    for rule in (records.panel.notice_rule, records.panel.question_rule) if records.panel else ():
        if rule and rule.days > MOST_DAYS:
            fact = f"This rule asks for {rule.days} days before a meeting."
            fix = f"Check the number: no more than {MOST_DAYS} days can be counted back."
            yield Problem("too-many-days", rule.at("days"), fact, fix)


def provisional_without_why(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each provisional meeting that does not say why it may not take place."""
    for meeting in dossier.records.meetings.values():
        if meeting.state == "provisional" and meeting.why_provisional is None:
            fact = "This meeting is provisional, and nothing says why it may not take place."
            fix = "Add why_provisional: what decides whether the meeting takes place."
            yield Problem("provisional-why", meeting.at("state"), fact, fix)


def unusual_day(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each meeting to come that falls on a bank holiday or at a weekend."""
    for meeting_id, meeting in dossier.records.meetings.items():
        day = date_of(meeting_id)
        if meeting.state in ("planned", "provisional") and (name := bank_holiday(day) or _WEEKEND.get(day.weekday())):
            fact = f"The meeting of {meeting_id} falls on {name}."
            fix = "Check the date in the name of the folder. If it is right, leave it."
            yield advice("unusual-day", meeting.at("state"), fact, fix)


def event_reviewed_late(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each review at a meeting after the last day that the law gives for it."""
    for meeting_id, dates in ((meeting_id, each) for meeting_id, of in dossier.events.items() for each in of):
        if dates.due and date_of(meeting_id) > dates.due:
            event, revised = dates.of.event, "revised " if dates.of.review == "second" else ""
            law = f" ({event.law})" if event.law else ""
            fact = (
                f"The meeting of {meeting_id} reviews the {revised}{event.name} after {dates.due}, "
                f"the last day for it{law}."
            )
            fix = "Check the date of the meeting, and the function of this item."
            yield warning("event-late", dates.of.item.at("function"), fact, fix)


RULES = (published_late, too_many_days, provisional_without_why, unusual_day, event_reviewed_late)
