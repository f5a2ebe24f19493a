"""How words and days that the end of a line has parted are spelled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from panelpapers.importing.pdf.signs import Word
from panelpapers.records.calendar import MONTHS

_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_CUT_DAY = re.compile(
    rf"(?:\b(?:{'|'.join(MONTHS)})\s+|\b\d{{1,2}}(?P<mark>[/.])\d{{1,2}}(?P=mark))(?P<year>(?:19|20)\d?|[12])$", re.I
)


def parts_day(before: str, after: str) -> bool:
    """Whether the end of a line has parted a day from its year, or the figures of that: "14 May 202" and "5"."""
    return bool(_MONTH.search(before) and _YEAR.match(after)) or _tears_year(before, after)


def _tears_year(before: str, after: str) -> bool:
    cut, rest = _CUT_DAY.search(before), re.match(r"\d+(?!\w)", after)
    return bool(cut and rest and _YEAR.fullmatch(cut["year"] + rest[0]))


@dataclass(frozen=True)
class Spelling:
    """The words that a file writes, to tell a hyphen of its own from one that a line's end asked for."""

    known: Counter[str]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Spelling:
        """Learn the words of a file."""
        return cls(Counter(word.text.strip(".,;:()“”‘’'\"?!").casefold() for word in words))

    def join(self, before: str, after: str, is_full: bool = False) -> str:
        """Join the end of a line to the beginning of the next.

        `is_full` says that one word fills the line, so that it may be parted where the cell of a table ends.
        """
        if _tears_year(before, after):
            return before + after
        head = re.split(r"[\s(“‘]", before)[-1]
        tail = re.split(r"[\s.,;:)”’?!]", after)[0]
        is_middle = after[:1].islower() and head.strip("-").isalpha()
        if re.match(r"[.,;:!?)”’](?![\w.])", after) and is_full:
            return before + after
        if not re.search(r"\w-$", before):
            is_parted = is_full and is_middle and tail.isalpha() and self._is_one(head.casefold(), tail)
            return before + after if is_parted else f"{before} {after}"
        is_split = is_middle and not self._keeps(head[:-1].casefold(), tail)
        return (before[:-1] if is_split else before) + after

    def _is_one(self, head: str, tail: str) -> bool:
        if tail in _SMALL_WORDS or len(tail) == 1:
            return tail not in _SMALL_WORDS
        return bool(self.known[head + tail]) or (self.known[head] == self.known[tail] < 4 and len(tail) < 5)

    def _keeps(self, head: str, tail: str) -> bool:
        if self.known[head + tail]:
            return False
        return bool(self.known[f"{head}-{tail}"] or head in _PREFIXES or (self.known[head] and self.known[tail]))


_SMALL_WORDS = {
    "a",
    "i",
    "o",
    "an",
    "and",
    "as",
    "at",
    "be",
    "but",
    "by",
    "for",
    "from",
    "had",
    "has",
    "in",
    "is",
    "it",
}
_SMALL_WORDS |= {"its", "no", "not", "of", "on", "or", "so", "the", "to", "was", "with"}
_PREFIXES = {"non", "co", "re", "pre", "post", "self", "mid", "ex", "well", "long", "short", "part", "full", "high"}
