"""Checks across records: one rule, one function, in one ordered list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    dates,
    exempt,
    figures,
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
    resolutions,
    same_measure,
    sources,
    spoken,
    suppression,
    undertakings,
    withdrawals,
    years,
)

Rule = Callable[[Dossier], Iterator[Problem]]
"""A check across records: it takes the dossier, so that what follows from the records is worked out once."""

RULES: Final[tuple[Rule, ...]] = (
    *references.RULES,
    *numbering.RULES,
    *agenda.RULES,
    *agenda_changes.RULES,
    *exempt.RULES,
    *attachments.RULES,
    *papers.RULES,
    *withdrawals.RULES,
    *minutes.RULES,
    *questions.RULES,
    *members.RULES,
    *resolutions.RULES,
    *actions.RULES,
    *undertakings.RULES,
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


def check(dossier: Dossier) -> Iterator[Problem]:
    """Apply every rule to all records, in order, and give every problem that any of them finds."""
    for rule in RULES:
        yield from rule(dossier)


@cache
def rule_codes() -> tuple[Code, ...]:
    """Give the codes that rules tell, those about figures among them."""
    here = Path(__file__).parent
    return (*read_codes(here / "codes.txt"), *read_codes(here / "figures" / "codes.txt"))
