"""What was moved, by whom, and what became of it: from sentences and from votes by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ...records.calendar import NUMBERS, TENS, number_in_words
from ..said import Again, Named, Said, Tree
from ..sentences import LONGEST
from ..words import words

_SIDES: Final = {
    "for": "vote for", "against": "vote against", "abstained": "vote abstained", "took_no_part": "vote took no part",
    "recused": "vote recused", "absent": "vote absent",
}  # fmt: skip
_TALLIES: Final = ("for", "against", "abstained")
_RESULTS: Final = (("lapsed", "motion lapsed"), ("lost", "motion lost"), ("withdrawn", "motion withdrawn"))
_RESULTS_LAST: Final = ("carried", "motion carried")
_WORD: Final = r"(?:(?:Cllrs?|Cr|Ald|Mrs?|Ms|Dr|Rev|Prof|Hon|St|[A-ZÀ-ÖØ-Þ])\.|[A-ZÀ-ÖØ-Þ][\w’'-]*)"
NAME: Final = rf"{_WORD}(?:\s+(?:de|van|der|von|la|le|ap|Pro\s+Tem|{_WORD}))*"
"""Who is named in a sentence. A point belongs to a name behind a title or an initial alone."""
_NAME: Final = rf"(?:[Tt]he\s+)?{NAME}"
_BY: Final = rf"(?P<mover>{_NAME})"
_AND_BY: Final = rf"(?:,?\s+(?:and\s+)?(?:it\s+was\s+|was\s+)?second(?:ed)?\s+(?:by\s+)?(?P<seconder>{_NAME}))?"
_WHAT: Final = r"(?P<motion>(?:that|to|for|approval|acceptance|adoption|the|an?)\s.+?)"
_STOP: Final = r"(?=,?\s+(?:and\s+)?(?:was\s+)?second(?:ed)?\s|,\s+(?:which|but)\s|;\s|[.;]?$)"
_MOVED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[Aa](?:n\s+amendment|\s+motion)\s+(?P<motion>(?:that|to)\s.+?),?\s+was\s+(?:put|moved|proposed|made|tabled)"
        rf"(?:\s+forward)?\s+by\s+{_BY}{_AND_BY}",
        rf"(?:It\s+was\s+)?(?:(?i:moved|prop(?:osed|\.)?)|[Mm]otion(?:\s+made)?|[Oo]n(?:\s+a|\s+the)?\s+(?:motion|propos\w+))\s*:?\s*(?:by|of)?\s*:?\s+"
        rf"{_BY}{_AND_BY}(?:,?\s+(?:and\s+)?{_WHAT}{_STOP})?",
        rf"^{_BY}\s+(?:then\s+)?(?:moved|proposed|made\s+a\s+motion)(?:\s+as\s+an\s+amendment,?|\s+an\s+amendment,)?"
        rf"(?:,?\s*(?:and\s+)?(?:was\s+)?seconded\s+by\s+(?P<seconder>{_NAME}),?)?\s+{_WHAT}{_STOP}",
        rf"^{_BY}\s+(?i:moved|proposed),?\s+(?:and\s+)?(?P<seconder>{_NAME})\s+(?i:seconded),?\s+{_WHAT}{_STOP}",
        rf"(?:^|,\s+){_BY},?\s+(?:and\s+)?seconded\s+by\s+(?P<seconder>{_NAME}),?\s+(?:moved|proposed)\s+(?:as\s+an\s+amendment,?\s+)?"
        rf"{_WHAT}{_STOP}",
        r"M/S(?:/C)?[\s:(]+(?P<mover>[A-Z][\w’'-]+)\s*/\s*(?P<seconder>[A-Z][\w’'-]+)\)?[\s:,-]*(?P<motion>.+)?$",
    )
)
_SECONDED: Final = (
    re.compile(rf"[Ss]ec(?:ond(?:ed)?(?:er)?|\.|(?=\s*:))\s*:?\s*(?:by\s+)?(?P<seconder>{_NAME})"),
    re.compile(rf"(?P<seconder>{_NAME})\s+seconded\b"),
)
_WORDS: Final = "|".join(sorted((*NUMBERS, *TENS, "none", "no"), key=len, reverse=True))
_NUMBER: Final = r"(?P<{0}>\d{{1,3}}|(?i:" + _WORDS + r"))"
_TO: Final = re.compile(
    r"(?<![\w-])" + _NUMBER.format("one") + r"(?:\s+votes?)?(?:\s*[-–]\s*|\s+to\s+)" + _NUMBER.format("two")
    + r"(?:\s*[-–]\s*" + _NUMBER.format("three") + r"(?!\w))?(?![\w/-])"
)  # fmt: skip
_COUNTED: Final = re.compile(
    r"(?<![\w-])" + _NUMBER.format("count") + r"(?:\s+[A-Za-z]+){0,2}?\s+(?:voting\s+|voted\s+|votes?\s+)?"
    r"(?:(?P<for>for|in\s+favou?r|ayes?|yes)|(?P<against>against|opposed|no(?:es)?|nays?)|(?P<abstained>abst\w+))\b"
)
_DIVIDED: Final = re.compile(
    _NUMBER.format("one") + r"\s[^.;]*?\bfor\s+the\s+motion\b[^.;]*?" + _NUMBER.format("two")
    + r"\s[^.;]*?\bfor\s+the\s+amendment\b"
)  # fmt: skip
_ABOUT_A_VOTE: Final = re.compile(
    r"\b(?:motion|amendment|vot(?:e|es|ed|ing)|second(?:ed|er)?|sec(?=\s*[:.])|carried|lost|fell|defeated"
    r"|unanimous(?:ly)?|roll[- ]call|in favou?r|this\s+was\s+(?:\w+ly\s+)?(?:agreed|approved|accepted))\b",
    re.IGNORECASE,
)
_ONE_VOTE: Final = re.compile(
    rf"(?P<who>{_NAME})\s*(?:[:,–—-]+\s*|\s)(?P<how>(?i:yes|aye|yea|no|nay|abstain(?:ed)?|absent|recused))\.?"
)
_FIGURES: Final = re.compile(
    r"\b(?:(?P<for>for|in\s+favou?r|ayes?|yes)|(?P<against>against|opposed|noe?s?|nays?)|(?P<abstained>abst\w+))"
    r"\s*[:–-]?\s*\(?(?P<count>\d{1,3})\)?(?![\w/.]\d)",
    re.IGNORECASE,
)
"""A vote as a form has it: For 5 Against 2 Abstain 1."""
_QUOTED: Final = re.compile(r"[“\"‘']?That\b")
"""A motion in its own words, which a notice gives before anybody moves it."""
_COUNTS: Final = re.compile(r"\bvot(?:es?|ing)\b|\bin\s+favou?r\b")
_PHRASE: Final = 6
SENTENCE: Final = 2000
"""Letters of a sentence. Longer ones tell of no motion, and would take long to look through."""
_UNANIMOUS: Final = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
_NOBODY: Final = re.compile(r"(?:none|nil|nobody|no one|0|-|–|—|n/?a)?\.?", re.IGNORECASE)


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
                _count(divided[name]) or 0 for name in ("one", "two")
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


def votes_by_name(said: Said) -> dict[str, Tree]:
    """Give who voted how, where a line lists them: `AYES: Carrow, Brandvold`, or several such in one line."""
    text = said.text
    if alone := _ONE_VOTE.fullmatch(text):
        side = next(side for side, name in _SIDES.items() if words(name).match(alone["how"]))
        return {side: [Named(said.split(*alone.span("who")))]}
    labels = _labels(text)
    votes: dict[str, Tree] = {}
    for who, how in _each_vote(said):
        side = next(side for side, name in _SIDES.items() if words(name).match(how))
        votes[side] = [*others, Named(who)] if isinstance(others := votes.get(side, []), list) else [Named(who)]
    for (side, _, start), (_, end, _) in pairwise([*labels, ("absent", len(text), 0)]):
        given = said.split(start, len(text[:end].rstrip(" ;,.\t")))
        given = given.split(0, len(re.sub(r"\s*\(\d{1,3}\)$", "", given.text)))
        if counted := re.fullmatch(r"\d{1,3}\s*\((?P<names>[^()]*)\)", given.text):
            given = given.split(*counted.span("names"))
        if re.fullmatch(r"\d{1,3}", given.text):
            votes[side] = int(given.text)
        elif _NOBODY.fullmatch(given.text):
            votes[side] = 0
        else:
            votes[side] = [Named(name) for name in names_in(given)]
    return votes


def _each_vote(said: Said) -> list[tuple[Said, str]]:
    """Give who voted how, where a line says it of one after another: Ash – yes; Birch – no."""
    start = len(said.text) - len(re.sub(r"^[\w\s-]{0,30}:\s*", "", said.text))
    pieces = [*re.finditer(r"[^;,]+", said.text[start:])] if len(said.text) <= SENTENCE else []
    found = [_ONE_VOTE.fullmatch(said.text, start + p.start() + (p[0][:1] == " "), start + p.end()) for p in pieces]
    return [(said.split(*vote.span("who")), vote["how"]) for vote in found if vote] if len(found) > 1 and all(found) else []


def is_vote(said: Said) -> bool:
    """Whether a line is nothing but a vote by name, with a few words before it at most."""
    labels = _labels(said.text)
    if _ONE_VOTE.fullmatch(said.text) or any(_each_vote(said)):
        return True
    return bool(labels) and len(said.text[: labels[0][1]].split()) <= _PHRASE


def names_in(said: Said) -> list[Said]:
    """Divide a list of names: with commas, semicolons, and between the last two."""
    text, names, at = said.text, [], 0
    for mark in [*re.finditer(r"[,;&]|\sand\s", text), None]:
        end = mark.start() if mark else len(text)
        if name := text[at:end].strip():
            start = text.index(name, at)
            names.append(said.split(start, start + len(name)))
        at = mark.end() if mark else end
    return names


def result_of(text: str) -> str:
    """Give what became of a motion, in the words of the records; nothing where a sentence does not say."""
    for result, name in (*_RESULTS, _RESULTS_LAST):
        if re.search(rf"\b{words(name).pattern}\b", text, re.IGNORECASE):
            return "carried unanimously" if result == "carried" and _UNANIMOUS.search(text) else result
    return ""


def _labels(text: str) -> list[tuple[str, int, int]]:
    """Give each label of a vote, with where it begins and where what it lists does.

    There is none unless the first stands at the beginning, or behind another mark: `Roll call vote: Ayes: ...`.
    """
    found: list[tuple[str, int, int]] = []
    if len(text) > LONGEST:
        return found
    for side, name in _SIDES.items():
        for mark in re.finditer(rf"(?<![\w-]){words(name).pattern}\s*(?:\(\d+\)\s*)?[:–—-]+\s*", text, re.IGNORECASE):
            found.append((side, mark.start(), mark.end()))
    found.sort(key=lambda label: label[1])
    begins = bool(found) and (found[0][1] == 0 or text[: found[0][1]].rstrip()[-1:] in ":.;")
    return found if begins else []


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


def counts_in(text: str, result: str) -> dict[str, Tree]:
    """Give the numbers of a vote: `three voting for it, four against`, `4-0`, `by two votes to four`."""
    votes: dict[str, Tree] = {}
    for found in _COUNTED.finditer(text):
        side = next(name for name in _TALLIES if found[name])
        if (count := _count(found["count"])) is not None:
            votes[side] = count
    figures = {name: int(found["count"]) for found in _FIGURES.finditer(text) for name in _TALLIES if found[name]}
    votes |= figures if len(figures) > 1 else {}
    if {"for", "against"} & set(votes) or not result or not (found_to := _TO.search(text)):
        return votes
    one, two = _count(found_to["one"]), _count(found_to["two"])
    if one is None or two is None:
        return {}
    # Some bodies give the greater number first, whatever the result.
    most, least = max(one, two), min(one, two)
    votes |= {"for": most, "against": least} if result.startswith("carried") else {"for": least, "against": most}
    if (three := _count(found_to["three"] or "")) is not None:
        votes["abstained"] = three
    return votes


def votes_in(told: Iterable[Said]) -> dict[str, Tree]:
    """Give the vote on a decision that nobody is said to have moved: by name, or approved by 3 votes to 1."""
    votes: dict[str, Tree] = {}
    for said in told:
        counts = counts_in(said.text, "carried") if _COUNTS.search(said.text) else {}
        votes |= votes_by_name(said) or (counts if {"for", "against"} <= counts.keys() else {})
    return votes


def _count(text: str) -> int | None:
    if text.lower() in ("no", "none"):
        return 0
    return int(text) if text.isdecimal() else number_in_words(text.lower()) if text else None
