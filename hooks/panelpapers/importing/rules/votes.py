"""Votes: by name, in numbers, or both, from lines and sentences of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from ...records.calendar import NUMBERS, TENS, number_in_words
from ..said import Named, Said, Tree
from ..sentences import LONGEST
from ..words import words
from .names import names_in

_SIDES: Final = {
    "for": "vote for", "against": "vote against", "abstained": "vote abstained", "took_no_part": "vote took no part",
    "recused": "vote recused", "absent": "vote absent",
}  # fmt: skip
_TALLIES: Final = ("for", "against", "abstained")
_WORD: Final = (
    r"(?:(?:Cllrs?|Cr|Ald|Mrs?|Ms|Dr|Rev|Prof|Hon|St|[A-ZÀ-ÖØ-Þ])\."
    r"|(?!(?i:seconded|moved|proposed)\b)[A-ZÀ-ÖØ-Þ][\w’'-]*)"
)
NAME: Final = rf"{_WORD}(?:\s+(?:de|van|der|von|la|le|ap|Pro\s+Tem|{_WORD}))*"
"""Who is named in a sentence. A point belongs to a name behind a title or an initial alone."""
SOMEBODY: Final = rf"(?:[Tt]he\s+)?{NAME}"
_WORDS: Final = "|".join(sorted((*NUMBERS, *TENS, "none", "no"), key=len, reverse=True))
NUMBER: Final = r"(?P<{0}>\d{{1,3}}|(?i:" + _WORDS + r"))"
_TO: Final = re.compile(
    r"(?<![\w/-])" + NUMBER.format("one") + r"(?:\s+votes?)?(?:\s*[-–/]\s*|\s+to\s+)" + NUMBER.format("two")
    + r"(?:\s*[-–]\s*" + NUMBER.format("three") + r"(?!\w))?(?![\w/-])"
)  # fmt: skip
_COUNTED: Final = re.compile(
    r"(?<![\w-])" + NUMBER.format("count") + r"(?:\s+[A-Za-z]+){0,2}?\s+(?:voting\s+|voted\s+|votes?\s+)?"
    r"(?:(?P<for>for|in\s+favou?r|ayes?|yes)|(?P<against>against|opposed|no(?:es)?|nays?)|(?P<abstained>abst\w+))\b"
)
_ONE_VOTE: Final = re.compile(
    rf"(?P<who>{SOMEBODY})\s*(?:[:,–—-]+\s*|\s)(?P<how>(?i:yes|aye|yea|no|nay|abstain(?:ed)?|absent|recused))\.?"
)
_FIGURES: Final = re.compile(
    r"\b(?:(?P<for>for|in\s+favou?r|ayes?|yes)|(?P<against>against|opposed|noe?s?|nays?)|(?P<abstained>abst\w+))"
    r"\s*[:–-]?\s*\(?(?P<count>\d{1,3})\)?(?![\w/.]\d)",
    re.IGNORECASE,
)
"""A vote as a form has it: For 5 Against 2 Abstain 1."""
_COUNTS: Final = re.compile(r"\bvot(?:es?|ing)\b|\bin\s+favou?r\b")
_PHRASE: Final = 6
SENTENCE: Final = 2000
"""Letters of a sentence. Longer ones tell of no motion, and would take long to look through."""
_NOBODY: Final = re.compile(r"(?:none|nil|nobody|no one|0|-|–|—|n/?a)?\.?", re.IGNORECASE)


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
    return (
        [(said.split(*vote.span("who")), vote["how"]) for vote in found if vote]
        if len(found) > 1 and all(found)
        else []
    )


def is_vote(said: Said) -> bool:
    """Whether a line is nothing but a vote by name, with a few words before it at most."""
    labels = _labels(said.text)
    if _ONE_VOTE.fullmatch(said.text) or any(_each_vote(said)):
        return True
    return bool(labels) and len(said.text[: labels[0][1]].split()) <= _PHRASE


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


def counts_in(text: str, result: str) -> dict[str, Tree]:
    """Give the numbers of a vote: `three voting for it, four against`, `4-0`, `by two votes to four`."""
    votes: dict[str, Tree] = {}
    for found in _COUNTED.finditer(text):
        side = next(name for name in _TALLIES if found[name])
        if (count := count_of(found["count"])) is not None:
            votes[side] = count
    figures = {name: int(found["count"]) for found in _FIGURES.finditer(text) for name in _TALLIES if found[name]}
    votes |= figures if len(figures) > 1 else {}
    if {"for", "against"} & set(votes) or not result or not (found_to := _TO.search(text)):
        return votes
    one, two = count_of(found_to["one"]), count_of(found_to["two"])
    if one is None or two is None:
        return {}
    # Some bodies give the greater number first, whatever the result.
    most, least = max(one, two), min(one, two)
    votes |= {"for": most, "against": least} if result.startswith("carried") else {"for": least, "against": most}
    if (three := count_of(found_to["three"] or "")) is not None:
        votes["abstained"] = three
    return votes


def votes_in(told: Iterable[Said]) -> dict[str, Tree]:
    """Give the vote on a decision that nobody is said to have moved: by name, or approved by 3 votes to 1."""
    votes: dict[str, Tree] = {}
    for said in told:
        counts = counts_in(said.text, "carried") if _COUNTS.search(said.text) else {}
        votes |= votes_by_name(said) or (counts if {"for", "against"} <= counts.keys() else {})
    return votes


def count_of(text: str) -> int | None:
    """Give the number that a word or a figure of a vote stands for."""
    if text.lower() in ("no", "none"):
        return 0
    return int(text) if text.isdecimal() else number_in_words(text.lower()) if text else None
