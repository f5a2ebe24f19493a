"""Checks across records: one rule, one function, in one ordered list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from ..facts.dossier import Dossier
from ..reading.codes import Code, read_codes
from ..records.problem import Problem
from . import (
    abbreviations,
    accessibility,
    actions,
    agenda,
    agenda_changes,
    alphabets,
    attachments,
    attendance,
    bodies,
    dates,
    deferrals,
    exempt,
    figures,
    lives,
    meetings,
    members,
    minutes,
    numbering,
    papers,
    parts,
    plain,
    plan,
    questions,
    references,
    regimes,
    same_measure,
    sources,
    spoken,
    states,
    suppression,
    voters,
    votes,
    withdrawals,
    years,
)

Rule = Callable[[Dossier], Iterator[Problem]]
"""A check across records: it takes the dossier, so that what follows from the records is worked out once."""

RULES: Final[tuple[Rule, ...]] = (
    *references.RULES,
    *regimes.RULES,
    *numbering.RULES,
    *states.RULES,
    *agenda.RULES,
    *agenda_changes.RULES,
    *exempt.RULES,
    *attachments.RULES,
    *papers.RULES,
    *withdrawals.RULES,
    *minutes.RULES,
    *votes.RULES,
    *voters.RULES,
    *deferrals.RULES,
    *attendance.RULES,
    *questions.RULES,
    *members.RULES,
    *lives.RULES,
    *bodies.RULES,
    *actions.RULES,
    *plan.RULES,
    *spoken.RULES,
    *abbreviations.RULES,
    *figures.RULES,
    *parts.RULES,
    *suppression.RULES,
    *same_measure.RULES,
    *sources.RULES,
    *dates.RULES,
    *meetings.RULES,
    *years.RULES,
    *accessibility.RULES,
    *alphabets.RULES,
    *plain.RULES,
)

OF_A_DAY: Final[tuple[Callable[[Dossier, date], Iterator[Problem]], ...]] = (*states.OF_A_DAY, *lives.OF_A_DAY)
"""Checks that ask for a day too. None finds an error: what can be built does not depend on the day."""


def check(dossier: Dossier, today: date | None = None) -> Iterator[Problem]:
    """Apply every rule to all records, in order, and give every problem that any of them finds.

    Rules about what is past and what is to come are asked only where the day is given.
    """
    for rule in RULES:
        yield from rule(dossier)
    if today is not None:
        for rule_of_a_day in OF_A_DAY:
            yield from rule_of_a_day(dossier, today)


@cache
def rule_codes() -> tuple[Code, ...]:
    """Give the codes that rules tell, those about figures among them."""
    here = Path(__file__).parent
    return (*read_codes(here / "codes.txt"), *read_codes(here / "figures" / "codes.txt"))
