"""The cases of ``tests/cases/slips``: a title, what was typed, and every problem that has to be told.

A file holds case after case; a line with a single full stop stands between the parts of a case and after it. The
title may name another form in brackets, as in ``[indicators/crime.yml]``; else the text is an agenda. Letters that
cannot be seen are written as ``{U+00A0}``, single bytes as ``{FF}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from panelpapers.records.base import Record
from panelpapers.records.forms import FORMS
from panelpapers.records.problem import Problem
from tests.code_examples import example_bytes

CASES = Path(__file__).parent.parent / "cases" / "slips"
AGENDA = "meetings/2026-01-05/agenda.yml"


@dataclass(frozen=True)
class Case:
    """One case: ``typed`` are the bytes of the file and ``expected`` the problems, as ``told`` writes them."""

    name: str
    path: str
    typed: bytes
    expected: str

    @property
    def form(self) -> type[Record]:
        return next(form.model for form in FORMS if form.match(self.path) is not None)


def cases(*names: str) -> Iterator[Case]:
    """Give the cases of some files, or of all."""
    for file in sorted(CASES.glob("*.txt")):
        if names and file.stem not in names:
            continue
        parts = file.read_text(encoding="utf-8").split("\n.\n")
        for title, typed, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            path = re.search(r"\[(\S+\.yml)\]$", title)
            yield Case(
                f"{file.stem}: {title.strip()}", path[1] if path else AGENDA, example_bytes(typed + "\n"), expected
            )


def told(problems: Sequence[Problem]) -> str:
    """Write problems as the cases do."""
    lines = []
    for problem in problems:
        lines.append(f"{problem.place.line}:{problem.place.column} {problem.code}: {problem.message}")
        if problem.suggestion is not None:
            lines.append(f"try: {problem.suggestion}")
        lines += [f"perhaps: {way}" for way in problem.perhaps]
    return "\n".join(lines) or "no problems"
