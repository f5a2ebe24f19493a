"""Checks of the work programme: a visit or a briefing ends after it starts."""

from __future__ import annotations

from collections.abc import Iterator

from ..records.problem import Problem
from ..records.publication import Records


def ends_before_start(records: Records) -> Iterator[Problem]:
    """Tell of a row of the work programme that ends before it starts."""
    for row in records.programme.items if records.programme else ():
        if row.starts and row.ends and row.ends <= row.starts:
            yield Problem(
                code="ends-before-start",
                place=row.at("ends"),
                message=f"This ends at {row.ends:%H:%M}, and starts at {row.starts:%H:%M}.",
                fix="Check both times.",
            )


RULES = (ends_before_start,)
