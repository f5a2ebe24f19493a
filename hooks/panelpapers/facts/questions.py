"""Questions from the public: by when one must arrive for which meeting, and what was asked at which meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..records.actions import PublicQuestion
from ..records.meeting import MeetingDay, date_of
from ..records.publication import Records
from .dates import Deadline, MeetingDates
from .meetings import took_place

Known = Literal["asked", "none asked", "not minuted", "minutes not whole", "no minutes", "no meeting known"]
"""What is known of the questions at a meeting. Only minutes that say so can show that none was asked."""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A meeting to come, the last moment for a question to it, and whether the last day by any count is over.

    ``safe`` says whether a question is still in time by every count. Without a moment, it is asked at the meeting.
    """

    meeting_id: str
    deadline: Deadline | None
    over: bool
    safe: bool


@dataclass(frozen=True, slots=True)
class QuestionsAt:
    """The questions that were asked at a meeting, and whether they are all that was asked."""

    meeting_id: str
    day: MeetingDay
    known: Known
    questions: tuple[PublicQuestion, ...]


def opportunities(records: Records, dates: Mapping[str, MeetingDates], today: date) -> tuple[Opportunity, ...]:
    """Give the meetings to come up to the first to which a question can still be sent in time, the nearest first.

    Each body has a first of its own.
    ``dates`` are those of each meeting. None is given for a meeting that no rule on questions holds for.
    """
    found: list[Opportunity] = []
    served = set[str]()
    for meeting_id in records.in_order:
        deadline, body = dates[meeting_id].question_deadline, records.held_by(meeting_id)[0]
        past = date_of(meeting_id) < today or records.meetings[meeting_id].called_off
        holder = records.holder(meeting_id)
        ruled = deadline or (holder and holder.question_rule and holder.question_rule.at_meeting)
        if past or not ruled or body in served:
            continue
        over, safe = (deadline.latest < today, deadline.day >= today) if deadline else (False, True)
        found.append(Opportunity(meeting_id, deadline, over, safe))
        if found[-1].safe:
            served.add(body)
    return tuple(found)


def has_rule(records: Records) -> bool:
    """Whether there is a rule on questions from the public."""
    return records.panel is not None and records.panel.question_rule is not None


def takes_questions(records: Records) -> bool:
    """Whether the records say anything of questions from the public: by a rule, or in minutes."""
    return has_rule(records) or any(minutes.questions or minutes.no_questions for minutes in records.minutes.values())


def questions_asked(records: Records, today: date) -> tuple[QuestionsAt, ...]:
    """Give what is known of the questions at each meeting before ``today`` or with minutes, the latest first.

    Of a body that takes none, and without a rule on questions, only what minutes say is told.
    """
    ruled = has_rule(records)
    found: list[QuestionsAt] = []
    for meeting_id in reversed(records.in_order):
        at = questions_at(records, meeting_id, today)
        over = date_of(meeting_id) < today and not records.meetings[meeting_id].called_off
        expected = ruled and records.takes_questions(meeting_id) and (over or meeting_id in records.minutes)
        if expected or at.known in ("asked", "none asked"):
            found.append(at)
    return tuple(found)


def questions_at(records: Records, meeting_id: str, today: date) -> QuestionsAt:
    """Give what is known of the questions at one meeting on the day ``today``."""
    minutes = records.minutes.get(meeting_id)
    asked = tuple(minutes.questions) if minutes else ()
    return QuestionsAt(meeting_id, records.day_of(meeting_id), _known(records, meeting_id, today), asked)


def _known(records: Records, meeting_id: str, today: date) -> Known:
    minutes = records.minutes.get(meeting_id)
    if minutes is None:
        return "no minutes" if took_place(records, meeting_id, today) else "no meeting known"
    if minutes.questions:
        return "asked"
    if minutes.no_questions:
        return "none asked"
    return "minutes not whole" if minutes.only else "not minuted"
