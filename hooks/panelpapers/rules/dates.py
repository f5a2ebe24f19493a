"""Checks of dates: papers published late, provisional meetings, days on which nobody meets, and the precept."""

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
from .bodies import every_body
from .findings import advice, warning

MOST_DAYS: Final = 90
"""More days of notice than any panel asks for: past this a figure is a slip of the keyboard."""

_WEEKEND: Final = {5: "a Saturday", 6: "a Sunday"}


def published_late(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each agenda and paper that was published later than the notice rule allows, without a reason."""
    records = dossier.records
    for meeting_id, agenda in records.agendas.items():
        yield from _late("agenda", meeting_id, agenda, records)
    for (meeting_id, _), paper in records.papers.items():
        yield from _late("paper", meeting_id, paper, records)


def rule_of_notice(meeting_id: str, records: Records) -> NoticeRule | None:
    """Give the rule of notice for a meeting; none where it asks for more days than can be meant."""
    holder = records.holder(meeting_id)
    rule = holder.notice_rule if holder else None
    return rule if rule and rule.days <= MOST_DAYS else None


def _late(what: str, meeting_id: str, record: Agenda | Paper, records: Records) -> Iterator[Problem]:
    meeting, rule = records.meetings.get(meeting_id), rule_of_notice(meeting_id, records)
    if rule is None or record.published is None or record.late_reason or (meeting and meeting.called_off):
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
    """Tell of a rule of the panel, or of another body, that asks for more days before a meeting than can be meant."""
    for rule in (rule for body in every_body(dossier.records) for rule in (body.notice_rule, body.question_rule)):
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


def precept_reviewed_late(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each review of the precept at a meeting after the last day for the panel's report on it."""
    for review in dossier.precept_reviews:
        dates = dossier.precepts[review.meeting_id]
        if date_of(review.meeting_id) > dates.due:
            what = "precept" if review.review == "first" else "revised precept"
            fact = (
                f"The meeting of {review.meeting_id} reviews the {what} after {dates.due}, "
                "the last day for the panel's report on it (Statutory Instrument 2012/2271)."
            )
            fix = "Check the date of the meeting, and the function of this item."
            yield warning("precept-late", review.item.at("function"), fact, fix)


RULES = (published_late, too_many_days, provisional_without_why, unusual_day, precept_reviewed_late)
