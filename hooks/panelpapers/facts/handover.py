"""All business that is open as far as the records show, by who owes it and by who takes it on when a body ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

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

_PASSES_AS: dict[Kind, Open] = {
    "action": "actions",
    "commitment": "commitments",
    "recommendation": "recommendations",
    "deferred": "deferred items",
}
"""As what it is handed over. What is none of these passes only where a body hands over all that is open."""

Source = Action | Commitment | PanelRecommendation | Deferral | PublicQuestion | None


@dataclass(frozen=True, slots=True)
class OpenBusiness:
    """One piece of business that is open: what it is, where it comes from, who owes it, and to whom it passes.

    ``owner`` is who owes it as the records name them, or nothing where they do not say. ``holder`` are the ids of the
    people who hold that office. ``source`` is none for minutes, which ``meeting_id`` names.
    """

    kind: Kind
    source: Source
    meeting_id: str | None
    owner: str
    passed: tuple[Passed, ...] = ()
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What of an owner's business passes in one way: to whom, step by step; nothing where nobody takes it on."""

    passed: tuple[Passed, ...]
    business: tuple[OpenBusiness, ...]


@dataclass(frozen=True, slots=True)
class Owned:
    """What somebody owes, in the parts in which it passes on. ``holders`` are those who hold the office."""

    owner: str
    holders: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """How many pieces of business they are."""
        return sum(len(part.business) for part in self.parts)


def handover(public: Dossier, today: date) -> tuple[Owned, ...]:
    """Give all that is open on the day ``today``, by owner in the order of their names; nobody's own comes last.

    ``public`` holds what may be published and was told by then. Where the end of the publication's body is announced,
    it is told to whom each thing passes with that end.
    """
    panel = public.records.panel
    after = max(today, public.lives.after(panel)) if panel and panel.until else today
    every = [business for gather in (_owed, _of_bodies) for business in gather(public, after)]
    by_owner = grouped((business.owner, business) for business in every)
    in_order = sorted(by_owner, key=lambda owner: (not owner, owner.casefold()))
    return tuple(_owned(owner, by_owner[owner]) for owner in in_order)


def _owned(owner: str, every: tuple[OpenBusiness, ...]) -> Owned:
    parts = grouped((business.passed, business) for business in every)
    holders = dict.fromkeys(person for business in every for person in business.holders)
    return Owned(owner, tuple(holders), tuple(Part(passed, business) for passed, business in parts.items()))


def _owed(public: Dossier, after: date) -> Iterator[OpenBusiness]:
    """Give what the records name somebody for: actions, commitments of the plan, answers to recommendations."""
    records, lives = public.records, public.lives

    def business(kind: Kind, source: Source, meeting_id: str | None, owner: str | None) -> OpenBusiness:
        action_id = source.id if isinstance(source, Action) else None
        found = lives.owner(owner, _PASSES_AS[kind], after, action_id) if owner else Owner((), ())
        body = lives.named(owner) if owner else None
        said = lives.every[body].name if body is not None else lives.said(owner or "")
        return OpenBusiness(kind, source, meeting_id, said, found.passed, found.people)

    for action in public.actions:
        if action.standing != "closed":
            yield business("action", action, action.meeting_id, action.owner)
    for commitment in records.plan.commitments if records.plan else ():
        yield business("commitment", commitment, None, commitment.lead)
    for made in records.recommendations.values():
        if not (made.answer or made.answered):
            answers = records.regime_on(date_of(made.meeting)).answers
            yield business("recommendation", made, made.meeting, answers.owed_by if answers else None)


def _of_bodies(public: Dossier, after: date) -> Iterator[OpenBusiness]:
    """Give what a body itself has to come back to: business put off, questions, minutes that wait for a meeting."""
    records, confirmed = public.records, public.connections.confirmed_in

    def business(kind: Kind, source: Source, meeting_id: str) -> OpenBusiness:
        body = records.held_by(meeting_id)[0]
        described = public.lives.every.get(body)
        passed, _ = public.lives.chain(body, _PASSES_AS.get(kind), after)
        return OpenBusiness(kind, source, meeting_id, described.name if described else "", passed)

    for entry in public.deferrals:
        if entry.back is None:
            yield business("deferred", entry, entry.meeting_id)
    for meeting_id, minutes in records.minutes.items():
        for question in minutes.questions:
            if question.answer is None:
                yield business("question", question, meeting_id)
        if not (minutes.only or minutes.marked == "confirmed" or meeting_id in confirmed):
            yield business("minutes", None, meeting_id)
