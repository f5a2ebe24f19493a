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
    latest_first = sorted(records.recommendations.values(), key=lambda made: (made.meeting, made.id), reverse=True)
    return tuple(_answer(made, today) for made in latest_first)


def _answer(made: PanelRecommendation, today: date) -> Answer:
    if made.sent is None:
        return Answer(made, "not sent", None, overdue=False)
    last = made.answered or today
    overdue = made.answer_due is not None and last > made.answer_due
    return Answer(made, "answered" if made.answered else "not answered", (last - made.sent).days, overdue)
