"""The panel's recommendations to the commissioner: which are answered, which are due, and for how long none has come.

The panel publishes its reports and recommendations, and the commissioner responds (Police Reform and Social
Responsibility Act 2011, sections 28 and 29).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..records.actions import PanelRecommendation
from ..records.publication import Records

Response = Literal["answered", "not answered", "not sent"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation and where its answer stands. ``days`` is how long it took, or how long none has come."""

    recommendation: PanelRecommendation
    response: Response
    days: int | None
    overdue: bool


def answers(records: Records, today: date) -> tuple[Answer, ...]:
    """Give every recommendation, the latest meeting first, as it stands on the day ``today``."""
    latest_first = sorted(records.recommendations.values(), key=lambda one: (one.meeting, one.id), reverse=True)
    return tuple(_answer(one, today) for one in latest_first)


def _answer(one: PanelRecommendation, today: date) -> Answer:
    if one.sent is None:
        return Answer(one, "not sent", None, overdue=False)
    last = one.answered or today
    overdue = one.answer_due is not None and last > one.answer_due
    return Answer(one, "answered" if one.answered else "not answered", (last - one.sent).days, overdue)
