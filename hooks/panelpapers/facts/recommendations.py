"""The recommendations that were made, in reports or alone: which are answered, and which are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..records.actions import PanelRecommendation
from ..records.publication import Records


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation and where its answer stands: how many days it took, if the records have both days.

    ``overdue`` says that it came late, or that the day for it is past and none is in the records.
    """

    recommendation: PanelRecommendation
    days: int | None
    overdue: bool


def answers(records: Records, today: date) -> tuple[Answer, ...]:
    """Give every recommendation, the latest meeting first, as it stands on the day ``today``."""
    every = records.recommendations.values()
    latest_first = sorted(every, key=lambda made: (records.moment(made.meeting), made.id), reverse=True)
    found = []
    for made in latest_first:
        took = (made.answered - made.sent).days if made.answered and made.sent else None
        overdue = made.answer_due is not None and (made.answered or today) > made.answer_due
        found.append(Answer(made, took, overdue))
    return tuple(found)
