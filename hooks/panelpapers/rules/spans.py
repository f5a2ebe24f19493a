"""Checks of what begins and ends: terms on the panel, visits, and the day and the meeting of a row."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.problem import Problem
from ..records.publication import Records


def term_ends_first(records: Records) -> Iterator[Problem]:
    """Tell of a term on the panel that ends before it begins."""
    for person in records.people.values():
        for term in person.terms:
            if term.begins and term.ends and term.ends < term.begins:
                yield Problem(
                    code="ends-before-begin",
                    place=term.at("ends"),
                    message=f"This term ends on {term.ends}, before it begins on {term.begins}.",
                    fix="Check both days.",
                    width=len(str(term.ends)),
                )


def visit_ends_first(records: Records) -> Iterator[Problem]:
    """Tell of a row of the work programme that ends before it starts."""
    for row in records.programme.items if records.programme else ():
        if row.starts and row.ends and row.ends <= row.starts:
            yield Problem(
                code="ends-before-begin",
                place=row.at("ends"),
                message=f"This ends at {row.ends:%H:%M}, and starts at {row.starts:%H:%M}.",
                fix="Check both times.",
                width=5,
            )


RULES = (term_ends_first, visit_ends_first)
