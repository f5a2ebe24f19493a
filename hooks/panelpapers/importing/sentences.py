"""Sentences and lists within a text, with the place of each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from .numerals import follows, numeral
from .said import Said

LONGEST: Final = 10_000
"""Letters. A longer text is taken as a whole: nobody writes one, and it would take long to look through."""
_NEAR: Final = 12
_END: Final = re.compile(r"(?<=[.!?])[”\"’)]?\s+(?=[“\"‘(]?[A-Z£$\d])")
_SHORT: Final = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|cllrs?|col|st|no|nos|inc|ltd|rev|hon|prof|sgt|capt|maj|lt|jr|sr|vs?|p|para|art|sec|[a-z])"
    r"\.$",
    re.IGNORECASE,
)
_NUMERAL: Final = re.compile(r"(?:(?<=^)|(?<=[\s;:,]))\(?(?:[a-h]|[ivx]{1,5}|\d{1,2})\)\s+(?=\S)")


def sentences(said: Said) -> list[Said]:
    """Divide a text into its sentences. No sentence ends with an abbreviation or an initial."""
    text = said.text
    if len(text) > LONGEST:
        return [said]
    starts = [0]
    for found in _END.finditer(text):
        before = text[max(found.start() - _NEAR, 0) : found.start()]
        if not _SHORT.search(before) or before.lower().endswith((" p.m.", " a.m.")):
            starts.append(found.end())
    return [said.split(start, end) for start, end in pairwise([*starts, len(text)])]


def inline_list(said: Said) -> tuple[Said, list[tuple[Said, Said]]]:
    """Divide a text with a list in it, such as `(i) ... (ii) ...`: what stands before, and number and text of each.

    The list is empty where there is none, or where the numbers do not follow one another from the first.
    """
    text = said.text
    found = list(_NUMERAL.finditer(text)) if len(text) <= LONGEST else []
    counted = [numeral(mark[0]) for mark in found]
    goes_on = all(before and after and follows(before, after, 1) for before, after in pairwise(counted))
    if len(found) < 2 or not goes_on or counted[0] is None or 1 not in counted[0].counts + counted[0].romans:
        return said, []
    ends = [*(mark.start() for mark in found[1:]), len(text)]
    entries = [
        (said.split(mark.start(), mark.end()), said.split(mark.end(), len(text[:end].rstrip())))
        for mark, end in zip(found, ends, strict=True)
    ]
    return said.split(0, found[0].start()), entries
