"""Questions from the public: by when one must arrive for which meeting, and what was asked at which meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..records.actions import PublicQuestion
from ..records.meeting import date_of
from ..records.publication import Records
from .dates import Deadline, question_deadline

Known = Literal["asked", "none asked", "minutes not whole", "no minutes"]
"""What is known of the questions at a meeting. Only full minutes can show that none was asked."""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A meeting to come, the last moment for a question to it, and whether that day is over."""

    meeting_id: str
    deadline: Deadline
    over: bool


@dataclass(frozen=True, slots=True)
class QuestionsAt:
    """The questions that were asked at a meeting, and whether they are all that was asked."""

    meeting_id: str
    known: Known
    questions: tuple[PublicQuestion, ...]


def opportunities(records: Records, today: date) -> tuple[Opportunity, ...]:
    """Give the meetings to come up to the first to which a question can still be sent in time, the nearest first.

    None is given for a panel that states no rule on questions.
    """
    rule = records.panel.question_rule if records.panel else None
    if rule is None:
        return ()
    found: list[Opportunity] = []
    for meeting_id in sorted(records.meetings):
        day = date_of(meeting_id)
        if day < today or records.meetings[meeting_id].called_off:
            continue
        deadline = question_deadline(day, rule)
        found.append(Opportunity(meeting_id, deadline, over=deadline.day < today))
        if not found[-1].over:
            break
    return tuple(found)


def questions_asked(records: Records, today: date) -> tuple[QuestionsAt, ...]:
    """Give what is known of the questions at each meeting before ``today`` or with minutes, the latest first."""
    return tuple(
        questions_at(records, meeting_id)
        for meeting_id in sorted(records.meetings, reverse=True)
        if meeting_id in records.minutes
        or (date_of(meeting_id) < today and not records.meetings[meeting_id].called_off)
    )


def questions_at(records: Records, meeting_id: str) -> QuestionsAt:
    """Give what is known of the questions at one meeting."""
    minutes = records.minutes.get(meeting_id)
    if minutes is None:
        return QuestionsAt(meeting_id, "no minutes", ())
    if minutes.questions:
        return QuestionsAt(meeting_id, "asked", tuple(minutes.questions))
    return QuestionsAt(meeting_id, "minutes not whole" if minutes.only else "none asked", ())
