"""The figures that a text tells, in digits or in words, apart from years, dates, periods and numbers of passages.

Whoever hides a figure must not tell it in a remark. So anything that counts or measures is found, "none" and "twice"
among it; what merely says when, or where to look, is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from ..records.calendar import MONTHS, NUMBERS, TENS
from ..records.period import periods_in

_MONTH: Final = "(?:" + "|".join(MONTHS) + ")"
_NUMBER: Final = r"\d{1,4}(?:\.\d{1,2})*[a-z]?(?:\([a-z\d]{1,5}\))*"
_NO_FIGURES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:19|20)\d\d-\d\d-\d\d\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?: (?:19|20)\d\d\b)?",
        rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? (?:19|20)\d\d\b)?",
        r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b",
        r"\b(?:quarter |Q)[1-4]\b",
        # "the figure 71" is no reference, and "in figure 2" is one.
        r"\b(?:in|see|of|from|by|under|with|and|to) figures? \d{1,2}(?:(?:,| and| or| to) \d{1,2})*\b",
        r"\bfigures? \d{1,2} (?:of|in)\b",
        rf"\b(?:paragraph|para|section|annex|appendix|table|slide|page|item|minute|note|footnote|chapter|part|schedule"
        rf"|regulation|article|recommendation|resolution|commitment|outcome code|code|form|version|phase)s?\.? "
        rf"{_NUMBER}(?:(?:,|,? and|,? or| to|–|-) ?{_NUMBER})*(?![\w%]|[.,]\d)",
        r"\bSI (?:19|20)\d\d/\d+\b",
        r"\b(?:Act|Order|Regulations) (?:19|20)\d\d\b",
    )
)

_WORDS: Final = re.compile(r"\w+")
_SMALL: Final = "|".join((*NUMBERS[1:20], *TENS, "fourty"))
_GREAT: Final = "dozens?|scores? of|hundreds?|thousands?|millions?|billions?"
_OTHER_AMOUNTS: Final = (
    "zero|nil|nought|none|nobody|no one|halved|half|twice|thrice|doubled?|trebled?|tripled?|quadrupled?"
    "|couple of|a pair|single|sole"
)
_WORD: Final = f"(?:{_SMALL}|{_GREAT})"
_FIGURE: Final = re.compile(
    rf"[£$€]?[-−+]?\d[\d,. \u00a0\u2009\u202f]*\d(?: ?%|\w*)|[£$€]?[-−+]?\d(?: ?%|\w*)"
    rf"|\b{_WORD}(?:(?:[ -]|,? and ){_WORD})*\b|\b(?:{_OTHER_AMOUNTS})\b",
    re.IGNORECASE,
)

_NEAR: Final = 40
"""How many letters before and after a figure say what it is."""

_YEAR: Final = re.compile(r"(?<![\w.,£$€%-])((?:19|20)\d\d)(?![\w%]|[.,]\d)")
_BEFORE_A_YEAR: Final = re.compile(
    r"(?:^|[(;:,–]|\b(?:in|since|until|till|during|before|after|of|for|from|to|by|and|or|between|the|this|that|early"
    r"|late|mid|year|years|than|with|…))\s*$",
    re.IGNORECASE,
)
_NO_YEAR_BEFORE: Final = re.compile(
    r"\b(?:(?:rose|risen|fell|fallen|grew|grown|dropped|up|down|increased?|decreased?|changed?) (?:to|by|from)"
    r"|(?:more|fewer|less|higher|lower) than|(?:figure|number|total|count|value) of) ?$",
    re.IGNORECASE,
)
_COUNTED_AFTER: Final = re.compile(
    r"\s*(?:people|persons|women|men|girls|boys|children|cases|crimes|offences|incidents|complaints|victims"
    r"|reports of|officers|calls|days|hours|minutes|seconds|pounds|points|per\b|percent|were\b|in all\b|in total\b)",
    re.IGNORECASE,
)


class Names:
    """Names that are looked for in texts by their words, as many of them as there may be."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names. One without a letter is none that a text could be known to mean."""
        lettered = (name for name in names if any(sign.isalpha() for sign in name))
        self._names = {tuple(word[0].casefold() for word in _WORDS.finditer(name)): name for name in lettered}
        self._lengths = sorted({len(words) for words in self._names}, reverse=True)

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Give the start and end of each name in a text, and the name. Of two that begin alike, the longer counts."""
        words = list(_WORDS.finditer(text))
        folded = [word[0].casefold() for word in words]
        at = 0
        while at < len(words):
            longest = len(words) - at
            lengths = (length for length in self._lengths if length <= longest)
            fits = (length for length in lengths if tuple(folded[at : at + length]) in self._names)
            if length := next(fits, 0):
                name = self._names[tuple(folded[at : at + length])]
                yield words[at].start(), words[at + length - 1].end(), name
            at += length or 1


_NO_NAMES: Final = Names(())


def figures_in(text: str, names: Names = _NO_NAMES) -> list[str]:
    """Give the figures that a text tells, each as it is written there.

    ``names`` are names whose digits are no figures, such as the category "aged 10 to 17".
    """
    left, end = [], 0
    for start, after, _ in names.spans(text):
        left += [text[end:start], "…"]
        end = after
    text, _periods = periods_in("".join(_digits(sign) for piece in (*left, text[end:]) for sign in piece))
    for pattern in _NO_FIGURES:
        text = pattern.sub("…", text)
    text = _YEAR.sub(lambda match: "…" if _is_year(match) else match[0], text)
    return [match[0].strip(" ,.") for match in _FIGURE.finditer(text) if not _is_pronoun(match)]


def years_in(text: str) -> tuple[int, ...]:
    """Give the years that stand alone in a text, and are no figures."""
    left, _ = periods_in(text)
    return tuple(int(match[1]) for match in _YEAR.finditer(left) if _is_year(match))


def _is_year(match: re.Match[str]) -> bool:
    before, after = _beside(match)
    return bool(_BEFORE_A_YEAR.search(before)) and not (_NO_YEAR_BEFORE.search(before) or _COUNTED_AFTER.match(after))


def _is_pronoun(match: re.Match[str]) -> bool:
    """Whether "one" stands for a thing: one of the sources, this one."""
    before, after = _beside(match)
    ahead = re.search(r"\b(?:this|that|each|every|which) $", before, re.IGNORECASE)
    pronoun = ahead or re.match(r" (?:of|another|or more|that|which|who)\b", after)
    return match[0].lower() == "one" and pronoun is not None


def _beside(match: re.Match[str]) -> tuple[str, str]:
    """Give the few words before and after what was found."""
    start, end = match.span()
    return match.string[max(0, start - _NEAR) : start], match.string[end : end + _NEAR]


def _digits(sign: str) -> str:
    """Write a sign of any script that stands for a number in plain digits: "½" as 0.5, "²" as 2."""
    if sign.isascii() or not unicodedata.category(sign).startswith("N"):
        return sign
    amount = f"{unicodedata.numeric(sign):g}"
    return amount if sign.isdecimal() else f" {amount} "
