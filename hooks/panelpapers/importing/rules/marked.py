"""Lists in which a sign says who came: `* = present`, or `*denotes attendance`, with a star at some of the names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ..parts import Part
from ..said import Said

SIGNS: Final = "*†‡✓✔"
_TOLD: Final = re.compile(
    rf"(?P<sign>[{SIGNS}])\s*(?:[=:–—-]\s*)?(?:denotes?|indicates?|means?|signif(?:y|ies)|marks?|shows?)?\s*"
    r"(?:(?:the|those|who|members?|councillors?|governors?|is|was|are|were)\s+)*"
    r"(?:(?P<present>present|(?:in\s+)?attendance|attended)|(?P<apologies>apolog(?:y|ies))|(?P<absent>absen(?:t|ce)))"
    r"(?:\s+at\s+the\s+meeting)?\s*(?:$|[).;,])",
    re.IGNORECASE,
)
_SOON: Final = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at names, and the list in which it puts somebody."""

    sign: str
    list: str

    def is_at(self, said: Said) -> bool:
        """Whether a name has the sign, before it or behind it."""
        first = said.cuts[0] if said.cuts else None
        return self.sign in said.text or bool(first and first.start == 0 and first.part.sign == self.sign)


def told_by(part: Part) -> Mark | None:
    """Give what a line says that a sign means; None where it says nothing of the kind."""
    found = _TOLD.search(f"{part.sign} {part.text}")
    return Mark(found["sign"], str(found.lastgroup)) if found else None


def mark_in(parts: Sequence[Part]) -> Mark | None:
    """Give the sign that the head of minutes explains, above or below its lists."""
    leaves: Iterable[Part] = (leaf for part in parts[:_SOON] for leaf in part.leaves())
    return next((mark for leaf in leaves if (mark := told_by(leaf))), None)
