"""What a text speaks of by its number: paragraph 28, minute 921 (v), item 8 a), commitments 222 and 225, Annex 2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["paragraph", "item", "commitment", "minute", "recommendation", "appendix", "figure"]

_NUMBER: Final = r"\d{1,9}(?:\.\d{1,9})*(?!\d)"
_NUMBERS: Final = rf"{_NUMBER}(?:(?:, and |, | and | or | to |-|–){_NUMBER})*"
_LETTERED: Final = r"(?: ?\([a-z]{1,5}\)| ?[a-z]\))"
_PRINTED: Final = (
    r"(?:\d{2,4}-\d{2,4}/)?(?:[A-Z]{1,6}[-/]?)?\d{1,9}(?:[A-Za-z](?=/\d))?(?:[./-][A-Z]{1,6}|[./]\d{1,9}|(?<=[A-Z]/)\d{1,9})*(?!\d)"
    r"(?:[A-Za-z](?![A-Za-z]))?"
)
"""A number as documents print them: 921, 23/22, 33A, 25A/22, CC-1, 19-20/FRA/15."""
_ITEM: Final = rf"{_PRINTED}{_LETTERED}?"
PRINTED_NUMBERS: Final = rf"{_ITEM}(?:(?:, and |, | and | or | to |-|–){_ITEM})*"
_ELSEWHERE: Final = r"(?!\s++(?:of|in|to)\s++(?:\w++\s++){0,9}(?:Schedule|Act|Regulations|Order)\b)(?!%)"
"""A paragraph of a law is not one of ours."""

_LISTS: Final[tuple[tuple[Kind, tuple[str, ...], re.Pattern[str]], ...]] = (
    ("paragraph", ("aragraph",), re.compile(rf"\b[Pp]aragraphs? ((?>{_NUMBERS})){_ELSEWHERE}")),
    ("item", ("tem",), re.compile(rf"\b[Ii]tems? ((?>{PRINTED_NUMBERS})){_ELSEWHERE}")),
    (
        "commitment",
        ("ommitment", "ction ref"),
        re.compile(rf"\b(?:[Cc]ommitments?|[Aa]ction ref(?:erence)?s?\.?) ((?>{_NUMBERS})){_ELSEWHERE}"),
    ),
    ("figure", ("igure",), re.compile(rf"\b[Ff]igures? ((?>{_NUMBERS})){_ELSEWHERE}")),
)
"""What is named by number, of which words a text that does so holds one, and how it does so. Most texts hold none."""
_EACH_NUMBER: Final = re.compile(_NUMBER)
_EACH_ITEM: Final = re.compile(_ITEM)
_MINUTES: Final = re.compile(rf"\b[Mm]inutes? ((?>{_PRINTED}))(?: ?\(([a-z]{{1,5}}|\d{{1,2}})\)| ?([a-z])\)|\b)")
_RESOLUTION: Final = re.compile(rf"\b[Rr]esolution \(?([ivxl]+|[a-z]|[\d.-]{{1,9}})\)? of minute ((?>{_PRINTED}))\b")
_RECOMMENDATION: Final = re.compile(r"\b[Rr]ecommendations? \(?([ivxl]+)\b")
_APPENDIX: Final = re.compile(r"\b((?:Appendix|Annex) (?:\d{1,9}|[A-Z]\b|One|Two|Three|Four|Five|Six|Seven|Eight))")
_OF_ANOTHER: Final = re.compile(rf"{_APPENDIX.pattern} (?:of|to) the [A-Z]")
"""An annex of a guidance or a code, which is named: Annex 6 of the Director's Guidance."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something a text speaks of. ``number`` is as typed; ``numeral`` is that of a resolution of the minute."""

    kind: Kind
    number: str
    numeral: str | None = None

    @property
    def name(self) -> str:
        """Give it in words, as a text would: minute 921 (v)."""
        if self.kind == "appendix":
            return self.number
        return f"{self.kind} {self.number}" + (f" ({self.numeral})" if self.numeral else "")


def spoken_of(text: str) -> Iterator[Spoken]:
    """Give everything that a text names by number, each as often as it does."""
    for kind, words, pattern in _LISTS:
        for match in pattern.finditer(text) if any(word in text for word in words) else ():
            for number in (_EACH_ITEM if kind == "item" else _EACH_NUMBER).findall(match[1]):
                yield Spoken(kind, number)
    if "inute" in text:
        yield from (Spoken("minute", match[1], match[2] or match[3]) for match in _MINUTES.finditer(text))
        yield from (Spoken("minute", match[2], match[1]) for match in _RESOLUTION.finditer(text))
    if "ecommendation" in text:
        yield from (Spoken("recommendation", match[1]) for match in _RECOMMENDATION.finditer(text))
    if "Appendix" in text or "Annex" in text:
        yield from _appendices(text)


def _appendices(text: str) -> Iterator[Spoken]:
    others = set(_OF_ANOTHER.findall(text))
    for match in _APPENDIX.finditer(text):
        if match[1] not in others:
            yield Spoken("appendix", match[1])
