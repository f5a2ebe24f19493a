"""What is said of bodies in time: that one ended or is to end, who follows it, and what passed to whom."""

from __future__ import annotations

from ..facts.lives import Passed
from ..records.lives import HandOver, Life
from ..records.people import Spell
from . import format as say
from .tense import Tense, told


def ending(life: Life, name: str, when: Tense) -> str:
    """Say that a body ended, or is to end as was announced: ``The Panel ended on 7 May 2028``."""
    if life.until is None:
        return ""
    known = f", as was announced on {say.day(life.announced)}" if life.announced and when == "future" else ""
    return f"{say.capitalised(name)} {told(when, 'ended', 'ends', 'is to end')} on {say.day(life.until)}{known}"


def following(life: Life, when: Tense) -> str:
    """Say what the bodies do that a body became, to stand before their names: ``It became``."""
    several = len(life.became) > 1
    before = "It was followed by" if several else "It became"
    return before if when == "past" else "It is to be followed by" if several else "It is to become"


def passing(passed: Passed, when: Tense) -> str:
    """Say what something does on the day on which it passes from one body to another: ``passed to``, ``became``."""
    if passed.named:
        return told(when, "passed to", "passes to", "is to pass to")
    return told(when, "which became", "which becomes", "which is to become")


def taking(passed: Passed) -> str:
    """Head what says to whom something passed: that they took it on only where the records hand it over to them."""
    if passed.named:
        return "Taken on by"
    return "Body that follows" if len(passed.to) == 1 else "Bodies that follow"


def given(hand_over: HandOver) -> str:
    """Name what is handed over: ``Actions and commitments``, ``All that is open``."""
    if hand_over.actions:
        return say.counted(len(hand_over.actions), "action", "actions").capitalize()
    return say.capitalised(say.listed(hand_over.what)) if hand_over.what else "All that is open"


def spell(of: Spell) -> str:
    """Say when an office was held: ``from 1 May 2021 to 7 May 2028``; nothing where no day is known."""
    begins = f"from {say.day(of.begins)}" if of.begins else ""
    ends = f"{'to' if begins else 'until'} {say.day(of.ends)}" if of.ends else ""
    return " ".join(filter(None, (begins, ends)))
