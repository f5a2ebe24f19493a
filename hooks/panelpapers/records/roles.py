"""The role of a place, a kind or a series among others: which it is about, and with what that is compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from .kinds import Choice

RoleName = Literal[
    "subject",
    "peer",
    "average",
    "total",
    "group",
    "national",
    "best",
    "last year",
    "plan",
    "budget",
    "forecast",
    "range",
]
Role = Choice[RoleName]
PLANNED: Final[tuple[RoleName, ...]] = ("budget", "plan")
"""What was planned: figures lie over or under it, at one time after the other."""
COMPARATORS: Final[tuple[RoleName, ...]] = (
    *PLANNED,
    *("last year", "group", "national", "average", "best", "range", "forecast", "total"),
)
"""What a figure is compared with, what is told first before the others. None of them is judged itself."""
_NAMES: Final[Mapping[RoleName, str]] = {
    "total": r"(?:grand |sub-?)?totals?|.+ total|overall(?: total| figure)?"
    r"|all (?!(?:the )?(?:others?|remaining|rest)\b).+",
    "average": r".*\b(?:average|mean|median)\b.*",
    "national": r"national(?:ly)?(?: figure| rate)?",
    "best": r"(?:the )?best(?: (?:in|of|place|force|council|performer|performing)\b.*)?",
    "last year": r"(?:the )?(?:same .+ )?(?:last|previous|prior) year|(?:the )?year before",
    "budget": r"(?:the )?(?:[a-z]+ )?budget(?:ed)?",
    "plan": r"(?:the )?(?:original |revised |annual )?plan(?:ned)?",
    "forecast": r"(?:the )?(?:[a-z]+ )?(?:forecast|projected)(?: outturn| spending)?",
}
"""Names that say a role by themselves, in small letters."""
_AVERAGE: Final = re.compile(r"\b(?:average|mean|median|typical)\b", re.IGNORECASE)
_PER: Final = re.compile(r"\b(?:rate|ratio|share|proportion|percentage|index|score|per)\b", re.IGNORECASE)


def role_in(name: str) -> RoleName | None:
    """Give the role of which a name speaks, such as total for All districts, or ``None``."""
    said = " ".join(name.lower().split())
    return next((role for role, words in _NAMES.items() if re.fullmatch(words, said)), None)


def are_amounts(unit: str, measure: str) -> bool:
    """Whether figures are numbers of things or amounts of money, of which a whole has the sum of its parts."""
    return unit in ("count", "money") and not (_AVERAGE.search(measure) or _PER.search(measure))


def is_mean(unit: str, measure: str, name: str) -> bool:
    """Whether what is called an average can be one: of amounts, a name must say so, or it may be their total."""
    return not are_amounts(unit, measure) or _AVERAGE.search(name) is not None
