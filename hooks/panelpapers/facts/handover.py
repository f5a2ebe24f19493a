"""All business that is open as far as the records show, by who owes it and by who takes it on when a body ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..records.actions import PanelRecommendation, PublicQuestion
from ..records.lives import Open
from ..records.meeting import date_of
from ..records.plan import Commitment
from .actions import Action
from .deferrals import Deferral
from .dossier import Dossier
from .lives import Owner, Passed
from .rows import grouped

Kind = Literal["action", "commitment", "recommendation", "deferred", "question", "minutes"]
"""What is open: an action that no minute closed, a commitment of a plan, a recommendation or a question without an
answer, business that was put off, minutes that no later meeting confirmed."""

_PASSES_AS: Final[dict[Kind, Open]] = {
    "action": "actions",
    "commitment": "commitments",
    "recommendation": "recommendations",
    "deferred": "deferred items",
}
"""As what it is handed over. What is none of these passes only where a body hands over all that is open."""

NOBODY: Final = Owner((), ())
"""What became of an owner of whom nothing is known, or who still is what they were."""

Source = Action | Commitment | PanelRecommendation | Deferral | PublicQuestion | None


@dataclass(frozen=True, slots=True)
class OpenBusiness:
    """One piece of business that is open: what it is and where it comes from.

    ``owner`` is who owes it as the records name them, or nothing where they do not say; ``became`` is what became of
    them. ``passed`` says to whom it passes when the body ends that it is business of, step by step. ``source`` is
    none for minutes, which ``meeting_id`` names.
    """

    kind: Kind
    source: Source
    meeting_id: str | None
    owner: str
    became: Owner
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What of an owner's business passes in one way: to whom, step by step; nothing where nobody takes it on."""

    passed: tuple[Passed, ...]
    business: Sequence[OpenBusiness]


@dataclass(frozen=True, slots=True)
class Owned:
    """What somebody owes, in the parts in which it passes on, and what became of them."""

    owner: str
    became: Owner
    parts: Sequence[Part]

    @property
    def count(self) -> int:
        """How many pieces of business they are."""
        return sum(len(part.business) for part in self.parts)


def handover(public: Dossier, today: date) -> tuple[Owned, ...]:
    """Give all that is open on the day ``today``, by owner in the order of their names; nobody's own comes last.

    ``public`` holds what may be published and was told by then. So it is told too to whom each thing is going to
    pass, once that is announced.
    """
    every = [business for gather in (_owed, _of_bodies) for business in gather(public, today)]
    by_owner = grouped(((business.owner, business.became), business) for business in every)
    in_order = sorted(by_owner.items(), key=lambda entry: (not entry[0][0], entry[0][0].casefold()))
    return tuple(Owned(*owner, _parts(every)) for owner, every in in_order)


def _parts(every: Sequence[OpenBusiness]) -> list[Part]:
    return [Part(passed, of) for passed, of in grouped((business.passed, business) for business in every).items()]


def _owed(public: Dossier, today: date) -> Iterator[OpenBusiness]:
    """Give what the records name somebody for: actions, commitments of the plan, answers to recommendations."""
    records, lives = public.records, public.lives

    def business(kind: Kind, source: Source, meeting_id: str | None, owner: str | None) -> OpenBusiness:
        action_id = source.id if isinstance(source, Action) else None
        became = lives.owner(owner, _PASSES_AS[kind], today, action_id) if owner else NOBODY
        body = records.held_by(meeting_id)[0] if meeting_id else records.own
        passed, _ = lives.chain(body, _PASSES_AS[kind], date.max, action_id)
        named = lives.named(owner) if owner else None
        said = lives.every[named].name if named is not None else lives.said(owner or "")
        return OpenBusiness(kind, source, meeting_id, said, became, passed)

    for action in public.actions:
        if action.standing != "closed":
            yield business("action", action, action.meeting_id, action.owner)
    for commitment in records.plan.commitments if records.plan else ():
        yield business("commitment", commitment, None, commitment.lead)
    for made in records.recommendations.values():
        if not (made.answer or made.answered):
            answers = records.regime_on(date_of(made.meeting)).answers
            yield business("recommendation", made, made.meeting, answers.owed_by if answers else None)


def _of_bodies(public: Dossier, _: date) -> Iterator[OpenBusiness]:
    """Give what a body itself has to come back to: business put off, questions, minutes that wait for a meeting."""
    records, confirmed = public.records, public.connections.confirmed_in

    def business(kind: Kind, source: Source, meeting_id: str) -> OpenBusiness:
        body = records.held_by(meeting_id)[0]
        described = public.lives.every.get(body)
        passed, _ = public.lives.chain(body, _PASSES_AS.get(kind), date.max)
        return OpenBusiness(kind, source, meeting_id, described.name if described else "", NOBODY, passed)

    for entry in public.deferrals:
        if entry.back is None:
            yield business("deferred", entry, entry.meeting_id)
    for meeting_id, minutes in records.minutes.items():
        for question in minutes.questions:
            if question.answer is None:
                yield business("question", question, meeting_id)
        if not (minutes.only or minutes.marked == "confirmed" or meeting_id in confirmed):
            yield business("minutes", None, meeting_id)
