"""Checks of the work programme: a visit or a briefing ends after it starts."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..records.problem import Problem


def ends_before_start(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a row of the work programme that ends before it starts."""
    for row in dossier.records.programme.items if dossier.records.programme else ():
        if row.starts and row.ends and row.ends <= row.starts:
            yield Problem(
                code="ends-before-start",
                place=row.at("ends"),
                message=f"This ends at {row.ends:%H:%M}, and starts at {row.starts:%H:%M}.",
                fix="Check both times.",
            )


RULES = (ends_before_start,)
