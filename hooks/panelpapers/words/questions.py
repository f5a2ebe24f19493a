"""What is said of questions from the public. That none was asked is said, and so is that it is not known."""

from __future__ import annotations

from datetime import date

from ..facts.questions import Opportunity, QuestionsAt
from ..records.actions import PublicQuestion
from ..records.attendance import Petition, PublicComment
from . import dates
from . import format as say
from .members import BY
from .tense import tense

WITHHELD = "A member of the public"


def by_when(of: Opportunity, today: date) -> str:
    """Say by when a question to a meeting must arrive, with the rule."""
    if of.deadline is None:
        return "Questions are asked at the meeting itself. None has to arrive before."
    return dates.questions(of.deadline, tense(of.deadline.day, today))


def asked_at(of: QuestionsAt) -> str:
    """Say how many questions were asked at a meeting, that none was, or that it is not known and why."""
    meeting, unknown = f"the meeting of {say.day(of.day)}", "It is not known what was asked at"
    count, were = say.counted(len(of.questions), "question", "questions"), "was" if len(of.questions) == 1 else "were"
    said = {
        "asked": f"{count} from the public {were} asked at {meeting}.",
        "none asked": f"The minutes say that the public asked no question at {meeting}.",
        "not minuted": f"This site lists no question from the public to {meeting}.",
        "no meeting known": f"No paper on this site shows whether {meeting} took place.",
        "no minutes": f"{unknown} {meeting}: its minutes are not on this site.",
        "minutes not whole": (
            f"{unknown} {meeting}. Its own minutes are not on this site, only what later papers say of it."
        ),
    }
    return said[of.known]


def speaker(comment: PublicComment) -> str:
    """Name who spoke, where they agreed to be named, for whom, and how: ``Jo Bloggs, for Friends, by video``."""
    spoke_for = f"for {comment.spoke_for}" if comment.spoke_for else ""
    return say.joined((comment.name or WITHHELD, spoke_for, BY[comment.by] if comment.by else ""))


def signatures(petition: Petition) -> str:
    """Give how many signed a petition: ``1,240``."""
    return say.number(petition.signatures or 0)


def asked_by(question: PublicQuestion) -> str:
    """Name who asked, where they agreed to be named."""
    return question.asked_by or WITHHELD
