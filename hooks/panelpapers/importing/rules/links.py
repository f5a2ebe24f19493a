"""The meetings to which an agenda leads: the one whose minutes an item confirms, and the next one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..pack import Pack
from ..said import Said
from .days import clocks_in, days_in

_MINUTES: Final = re.compile(r"\bminutes?\b|\bcofnodion\b", re.IGNORECASE)
_LAST: Final = re.compile(r"\b(?:previous|last|preceding|confirm\w*|approv\w*|sign)\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"\bnext\s+(?:\w+\s+){0,2}?meeting\b", re.IGNORECASE)


def confirmed_by(title: str, pack: Pack) -> str:
    """Give the meeting whose minutes an item confirms: that of the day which it tells, if papers of it are known.

    An item that tells no day confirms the minutes that are in the pack, where these are of one meeting.
    """
    if not _MINUTES.search(title):
        return ""
    days = [day.value for day in days_in(title, month_first=pack.month_first)]
    alone = len(pack.minuted) == 1 and _LAST.search(title)
    known = pack.minuted if not days and alone else [each for each in pack.meetings if each[:10] in days]
    return known[0] if len(known) == 1 and known[0] < pack.meeting else ""


def announced_by(title: str, text: Sequence[Said], pack: Pack) -> tuple[str, str]:
    """Give the next meeting that an item announces with its day, and the time of day if it tells one."""
    told = " ".join((title, *(said.text for said in text)))
    days = [day.value for day in days_in(told, month_first=pack.month_first) if day.value > pack.meeting[:10]]
    if not _NEXT.search(title) or len(days) != 1:
        return "", ""
    clock = next((clock.value for clock in clocks_in(told)), "")
    return next((each for each in pack.meetings if each.startswith(days[0])), days[0]), clock
