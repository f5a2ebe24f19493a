"""What people type where the software has a word of its own: what minutes call the same, and slips."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Final

_MEANT: Final = {
    **dict.fromkeys(("adopted", "agreed", "approved", "granted", "passed", "resolved", "won", "yes"), "carried"),
    **dict.fromkeys(("unanimous", "unanimously"), "carried unanimously"),
    **{f"{word} unanimously": "carried unanimously" for word in ("adopted", "agreed", "approved", "passed")},
    **dict.fromkeys(("defeated", "denied", "failed", "negatived", "no", "refused", "rejected"), "lost"),
    **{f"not {word}": "lost" for word in ("accepted", "adopted", "agreed", "approved", "carried", "passed")},
    **dict.fromkeys(("did not carry", "did not pass"), "lost"),
    **dict.fromkeys(("died", "died for lack of a second", "no second", "not seconded"), "lapsed"),
    **dict.fromkeys(("adjourned", "continued", "held over", "laid over", "postponed", "put off"), "deferred"),
    **dict.fromkeys(("teams", "video link", "webex", "zoom"), "video"),
    **dict.fromkeys(("online", "remote", "virtually"), "remotely"),
    **dict.fromkeys(("withdrew", "left", "left the meeting", "left the chamber"), "left the room"),
}
"""What minutes say, and the word that means the same here.

Not among these is what means two things: what is tabled is put forward or put off, and what fell was lost or lapsed.
"""
NOTHING_TO_LIST: Final = re.compile(
    r"(?:none|nil|nobody|no one|n/a|no)"
    r"(?: (?:(?:was|were) )?(?:asked|declared|given|made|presented|raised|received|submitted))?\.?",
    re.IGNORECASE,
)
"""What people type in place of a list, or of its first entry, where there is nothing to list: None were declared."""
_SLIP: Final = 0.75
"""How like a word must be to one of a few, to be taken for it with a slip: "passed" is none for "lapsed"."""
_SLIP_IN_A_TEXT: Final = 0.85
"""The same where any text may stand."""


def meant_by(said: str, choices: Sequence[str]) -> str | None:
    """Give the one of a few words that was meant by another: it means the same, has a slip, or more words around it.

    What only has some letters of it may mean the opposite: failed is not carried, nor is not carried.
    """
    if (same := same_as(said)) in choices:
        return same
    words = said.split()
    if "not" in words:
        choices = [choice for choice in choices if "not" in choice.split()]
    near = get_close_matches(said, choices, 1, _SLIP)
    return next(iter(near or (choice for choice in choices if choice in words)), None)


def same_as(said: str) -> str | None:
    """Give the word of the software that means the same as what minutes say, if there is one."""
    return _MEANT.get(said.strip("."))


def spelt_like(said: str, words: Collection[str]) -> str | None:
    """Give the one of some words that a whole text is, but for a slip."""
    return next(iter(get_close_matches(said, sorted(words), 1, _SLIP_IN_A_TEXT)), None)
