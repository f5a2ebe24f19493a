"""What people type where the software has a word of its own: what minutes call the same, and slips."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Final

_CARRIED: Final = ("adopted", "agreed", "approved", "granted", "passed", "resolved", "won", "yes")
_LOST: Final = ("defeated", "denied", "failed", "negatived", "no", "refused", "rejected")
_MEANT: Final = {
    **dict.fromkeys(_CARRIED, "carried"),
    **dict.fromkeys(("unanimous", "unanimously", "unanimously carried"), "carried unanimously"),
    **{f"{word} {how}": f"carried {how}" for word in _CARRIED for how in ("unanimously", "without a vote")},
    **{f"unanimously {word}": "carried unanimously" for word in _CARRIED},
    **dict.fromkeys(_LOST, "lost"),
    **{f"{word} unanimously": "lost" for word in _LOST},
    **{f"unanimously {word}": "lost" for word in _LOST},
    **{f"not {word}": "lost" for word in ("accepted", "adopted", "agreed", "approved", "carried", "passed")},
    **dict.fromkeys(("did not carry", "did not pass"), "lost"),
    **dict.fromkeys(("died", "died for lack of a second", "no second", "not seconded"), "lapsed"),
    **dict.fromkeys(("adjourned", "continued", "held over", "laid over", "postponed", "put off"), "deferred"),
    **dict.fromkeys(("carried forward", "carried over"), "deferred"),
    **dict.fromkeys(("teams", "video link", "webex", "zoom"), "video"),
    **dict.fromkeys(("online", "remote", "virtually"), "remotely"),
    **dict.fromkeys(("withdrew", "left", "left the meeting", "left the chamber"), "left the room"),
    **dict.fromkeys(("actual", "actuals", "outturn", "us"), "subject"),
    **dict.fromkeys(("most similar", "most similar forces", "most similar group", "nearest neighbours"), "group"),
    **dict.fromkeys(("previous year", "prior year", "same period last year", "year before"), "last year"),
    **dict.fromkeys(("mean", "median"), "average"),
    **dict.fromkeys(("country", "national average", "national figure"), "national"),
    **dict.fromkeys(("best in class", "best in group", "top"), "best"),
    **dict.fromkeys(("forecast outturn", "projected"), "forecast"),
    **dict.fromkeys(("closed", "complete", "completed", "discharged", "done"), "discharge"),
    **dict.fromkeys(("in progress", "ongoing", "open", "outstanding"), "keep open"),
    **dict.fromkeys(("higher is better", "increase", "up"), "higher"),
    **dict.fromkeys(("decrease", "down", "lower is better"), "lower"),
    "sum": "total",
    "unknown": "not known",
}
"""What minutes say, and the word that means the same here.

Not among these is what means two things: what is tabled is put forward or put off, and what fell was lost or lapsed.
"""
NOTHING_TO_LIST: Final = re.compile(
    r"(?:there (?:was|were) )?(?:none|nil|no|nobody|no one|n/?a)(?: (?:was|were))?(?: \w+)?\.?", re.IGNORECASE
)
"""What people type in place of a list, or of its first entry, where there is nothing to list: None were declared."""
_DENYING: Final = frozenset(("never", "no", "not"))
_SLIP: Final = 0.75
"""How like a text must be to one of a few, to be taken for it with a slip: "passed" is none for "lapsed"."""
_SLIP_IN_A_TEXT: Final = 0.85
"""The same where any text may stand."""
_SLIP_IN_A_WORD: Final = 0.6
"""The same for each of several words: "refused unanimously" is none for "carried unanimously"."""
_SHORT: Final = 3
"""Letters of a word in which one slip leaves nothing alike, such as fo for of."""


def meant_by(said: str, choices: Sequence[str]) -> str | None:
    """Give the one of a few words that was meant by another: it means the same, has a slip, or more words around it.

    What only has some letters of it may mean the opposite: failed is not carried, nor is not carried.
    """
    if same := same_as(said):
        return same if same in choices else None
    if near := _with_a_slip(said, choices, _SLIP):
        return near
    words = said.split()
    within = [choice for choice in choices if choice in words] if _DENYING.isdisjoint(words) else []
    return within[0] if len(within) == 1 else None


def same_as(said: str) -> str | None:
    """Give the word of the software that means the same as what minutes say, if there is one."""
    return _MEANT.get(said.strip("."))


def spelt_like(said: str, words: Collection[str]) -> str | None:
    """Give the one of some words that a whole text is, but for a slip."""
    return _with_a_slip(said, sorted(words), _SLIP_IN_A_TEXT)


def _with_a_slip(said: str, choices: Sequence[str], likeness: float) -> str | None:
    """Give the one of some words that another is but for a slip; nothing where it may mean the opposite.

    What stands before a word can turn it around, as in unconfirmed. So a slip is in no first letter.
    """
    near = next(iter(get_close_matches(said, choices, 1, likeness)), None)
    if near is None or near[0] != said[0]:
        return None
    typed, ours = said.split(), near.split()
    alike = len(typed) != len(ours) or all(map(_alike, typed, ours))
    return near if alike and _DENYING.isdisjoint(typed) == _DENYING.isdisjoint(ours) else None


def _alike(typed: str, ours: str) -> bool:
    return len(ours) <= _SHORT or SequenceMatcher(a=typed, b=ours).ratio() >= _SLIP_IN_A_WORD
