"""What was moved, by whom, and what became of it: from sentences and from votes by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..said import Again, Named, Said, Tree
from ..words import words
from .votes import NUMBER, SENTENCE, SOMEBODY, count_of, counts_in, votes_by_name

_RESULTS: Final = (("lapsed", "motion lapsed"), ("lost", "motion lost"), ("withdrawn", "motion withdrawn"))
_RESULTS_LAST: Final = ("carried", "motion carried")
_BY: Final = rf"(?P<mover>{SOMEBODY})"
_AND_BY: Final = (
    rf"(?:[,;]?\s+(?:and\s+)?(?:it\s+was\s+|was\s+)?(?i:second(?:ed|er)?)\s*:?\s+(?:by\s+)?(?P<seconder>{SOMEBODY}))?"
)
_WHAT: Final = r"(?P<motion>(?:that|to|for|approval|acceptance|adoption|the|an?)\s.+?)"
_STOP: Final = r"(?=,?\s+(?:and\s+)?(?:was\s+)?second(?:ed)?\s|,\s+(?:which|but)\s|;\s|[.;]?$)"
_MOVED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[Aa](?:n\s+amendment|\s+motion)\s+(?P<motion>(?:that|to)\s.+?),?\s+was\s+(?:put|moved|proposed|made|tabled)"
        rf"(?:\s+forward)?\s+by\s+{_BY}{_AND_BY}",
        rf"(?:It\s+was\s+)?(?:(?i:moved|prop(?:osed|\.)?)|[Mm]otion(?:\s+made)?|[Oo]n(?:\s+a|\s+the)?\s+(?:motion|propos\w+))\s*:?\s*(?:by|of)?\s*:?\s+"
        rf"{_BY}{_AND_BY}(?:,?\s+(?:and\s+)?(?:it\s+was\s+(?:\w+ly\s+)?(?:agreed|resolved|decided)\s+)?{_WHAT}{_STOP})?",
        rf"^{_BY}\s+(?:then\s+)?(?:moved|proposed|made\s+a\s+motion)(?:\s+as\s+an\s+amendment,?|\s+an\s+amendment,)?"
        rf"(?:,?\s*(?:and\s+)?(?:was\s+)?seconded\s+by\s+(?P<seconder>{SOMEBODY}),?)?\s+{_WHAT}{_STOP}",
        rf"^{_BY}\s+(?i:moved|proposed),?\s+(?:and\s+)?(?P<seconder>{SOMEBODY})\s+(?i:seconded),?\s+{_WHAT}{_STOP}",
        rf"(?:^|,\s+){_BY},?\s+(?:and\s+)?seconded\s+by\s+(?P<seconder>{SOMEBODY}),?\s+(?:moved|proposed)\s+(?:as\s+an\s+amendment,?\s+)?"
        rf"{_WHAT}{_STOP}",
        r"M/S(?:/C)?[\s:(]+(?P<mover>[A-Z][\w’'-]+)\s*/\s*(?P<seconder>[A-Z][\w’'-]+)\)?[\s:,-]*(?P<motion>.+)?$",
    )
)
_SECONDED: Final = (
    re.compile(rf"[Ss]ec(?:ond(?:ed)?(?:er)?|\.|(?=\s*:))\s*:?\s*(?:by\s+)?(?P<seconder>{SOMEBODY})"),
    re.compile(rf"(?P<seconder>{SOMEBODY})\s+seconded\b"),
)
_DIVIDED: Final = re.compile(
    NUMBER.format("one") + r"\s[^.;]*?\bfor\s+the\s+motion\b[^.;]*?" + NUMBER.format("two")
    + r"\s[^.;]*?\bfor\s+the\s+amendment\b"
)  # fmt: skip
_ABOUT_A_VOTE: Final = re.compile(
    r"\b(?:motion|amendment|vot(?:e|es|ed|ing)|second(?:ed|er)?|sec(?=\s*[:.])|carried|lost|fell|defeated"
    r"|unanimous(?:ly)?|roll[- ]call|in favou?r|this\s+was\s+(?:\w+ly\s+)?(?:agreed|approved|accepted))\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[“\"‘']?That\b")
"""A motion in its own words, which a notice gives before anybody moves it."""
_UNANIMOUS: Final = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)

FORM: Final = re.compile(
    r"(?:moved|mover|motion|first|seconded|second|seconder|proposed|proposer|votes?|result|roll[- ]call(?:\s+vote)?)"
    r"(?:\s+by)?\s*:",
    re.IGNORECASE,
)
RESULT: Final = re.compile(
    r"(?:the\s+)?motion\s+(?:was\s+|is\s+)?(?:carried|carries|passed|passes|failed|fails|lost|approved)\b[^.]{0,60}\.?",
    re.I,
)
MOVERS: Final = re.compile(
    r"(?:it\s+was\s+)?(?:prop(?:osed)?|moved|sec(?:onded)?)\s*(?:by|:)(?:(?!\bthat\b).){2,120}", re.IGNORECASE
)
MOVED_BELOW: Final = re.compile(
    rf"(?i:(?:it\s+was\s+)?(?:moved|mover|proposed|proposer)(?:\s+by)?)\s*:?\s+{SOMEBODY}"
    rf"[\s,;/]+(?i:(?:and\s+)?second(?:ed|er)(?:\s+by)?)\s*:?\s+{SOMEBODY}[\s.:]*"
)
NOT_MADE: Final = ("lost", "lapsed", "withdrawn")
"""Results of a motion that was moved over what it says, and by which nothing was decided."""


@dataclass
class Motion:
    """A motion as sentences tell of it. `begins` is the place of the first of these among all that are told."""

    begins: int
    text: Said | None = None
    mover: Said | None = None
    seconder: Said | None = None
    result: str = ""
    why: Said | None = None
    votes: dict[str, Tree] = field(default_factory=dict)
    amends: bool = False

    @property
    def is_told(self) -> bool:
        """Whether more is told than who proposed something: what it was, and a vote or a result."""
        return bool(self.text and (self.result or self.votes))

    @property
    def wanted(self) -> Said | None:
        """What was moved, where it is told in words of its own: to do something, or that something be done."""
        return self.text if self.text and self.text.text.startswith(("to ", "that ")) else None

    def tree(self, text: Tree) -> dict[str, Tree]:
        """Give its fields, with its words as they are to be written."""
        movers = {"moved_by": self.mover, "seconded_by": self.seconder}
        fields: dict[str, Tree] = {"text": text}
        fields |= {name: Named(said) for name, said in movers.items() if said}
        why: Tree = Again(self.why) if self.why else ""
        return {
            **fields,
            "result": self.result,
            "why": why,
            "votes": {**self.votes},
        }


def motions_in(told: Sequence[Said], own: Collection[int] = ()) -> list[Motion]:
    """Give the motions of which the sentences of one minute tell, in order, with what came of each.

    `own` are the places of sentences with which a motion begins, because MOTION stands before them.
    """
    motions: list[Motion] = []
    for at, sentence in enumerate(told):
        if len(sentence.text) > SENTENCE:
            continue
        moved = _moved(sentence, at)
        if at in own:
            motions.append(moved if moved and moved.text else Motion(at, sentence))
        elif moved and (moved.text or not motions or motions[-1].mover):
            motions.append(moved)
            if not moved.text and at and _QUOTED.match(told[at - 1].text) and "motion" in sentence.text:
                moved.begins, moved.text = at - 1, told[at - 1]
        elif moved:
            motions[-1].mover, motions[-1].seconder = moved.mover, moved.seconder
        if len(motions) > 1 and (divided := _DIVIDED.search(sentence.text)):
            motions[-2].votes["for"], motions[-1].votes["for"] = (
                count_of(divided[name]) or 0 for name in ("one", "two")
            )
        elif motions and (moved or at in own or _ABOUT_A_VOTE.search(sentence.text) or votes_by_name(sentence)):
            _go_on(motions[-1] if moved or at in own else _spoken_of(motions, sentence.text), sentence)
    return motions


def _spoken_of(motions: Sequence[Motion], text: str) -> Motion:
    """Give the motion of which a sentence speaks: the last without a result, and an amendment if it says so."""
    is_open = [motion for motion in motions if not motion.result] or [motions[-1]]
    if re.search(r"\bthe\s+(?:substantive\s+|original\s+)?motion\b", text, re.IGNORECASE):
        return next((motion for motion in reversed(is_open) if not motion.amends), is_open[-1])
    return is_open[-1]


def result_of(text: str) -> str:
    """Give what became of a motion, in the words of the records; nothing where a sentence does not say."""
    for result, name in (*_RESULTS, _RESULTS_LAST):
        if re.search(rf"\b{words(name).pattern}\b", text, re.IGNORECASE):
            return "carried unanimously" if result == "carried" and _UNANIMOUS.search(text) else result
    return ""


def _moved(sentence: Said, at: int) -> Motion | None:
    """Read who moved what in a sentence."""
    text = sentence.text
    for pattern in _MOVED:
        if found := pattern.search(text):
            parts = {name: _piece(sentence, found, name) for name in ("motion", "mover", "seconder")}
            result = "carried" if text.startswith("M/S/C") else ""
            amends = bool(re.search(r"\bamendment\b", text, re.IGNORECASE))
            return Motion(at, parts["motion"], parts["mover"], parts["seconder"], result, amends=amends)
    return None


def _piece(sentence: Said, found: re.Match[str], name: str) -> Said | None:
    if name not in found.re.groupindex or not found[name]:
        return None
    return sentence.split(found.start(name), found.start(name) + len(found[name].rstrip(" .,;:")))


def _go_on(motion: Motion, sentence: Said) -> None:
    """Add to a motion what a sentence says of it."""
    text = sentence.text
    for pattern in _SECONDED:
        if motion.seconder is None and (found := pattern.search(text)):
            motion.seconder = _piece(sentence, found, "seconder")
    behind = _after_the_motion(motion, sentence)
    if result := result_of(behind):
        motion.result = result
        if result == "lapsed" and (why := re.search(r"\bfor\s+(?:lack|want)\s+of\s+a\s+second\w*", text)):
            motion.why = sentence.split(why.start(), why.end())
    for side, tally in (votes_by_name(sentence) or counts_in(behind, motion.result)).items():
        before = motion.votes.get(side)
        if not isinstance(before, list):
            motion.votes[side] = tally
        elif isinstance(tally, list):  # names say more than a number that stands behind them
            motion.votes[side] = [*before, *tally]


def _after_the_motion(motion: Motion, sentence: Said) -> str:
    """Give what a sentence says after the words of the motion itself, where these are in it."""
    text = sentence.text
    if motion.text and (at := text.find(motion.text.text)) >= 0:
        return text[at + len(motion.text.text) :]
    return text
