"""Interests that were declared, and who came late or left early, from the sentences of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ..said import NO_WORDS, Again, Named, Said, Tree
from .days import clocks_in
from .names import names_in
from .votes import NAME, SENTENCE

_DECLARED: Final = re.compile(
    rf"(?P<who>{NAME}(?:(?:,\s+|\s+and\s+){NAME})*)\s+(?:also\s+)?declared\s+(?:an?|his|her|their)?\s*"
    r"(?P<kind>(?:[\w-]+\s+){0,6}?(?:interests?|connections?))\b\s*(?P<rest>.*?)[.;]?$"
)
_ABOUT: Final = re.compile(
    r"^(?:in|with|on|regarding|relating\s+to)\s+(?:(?:agenda\s+)?items?|minutes?)\s+(?P<number>[\w./-]+)\s*,?\s*",
    re.I,
)
_MINUTE: Final = re.compile(r"\bminutes?\s+(?P<number>[\w./-]*\d[\w/-]*)", re.IGNORECASE)
_DID: Final = (
    (
        re.compile(r"\b(?:left|withdrew\s+from|vacated)\s+the\s+(?:room|meeting|chamber|dais)\b", re.I),
        "left the room",
    ),
    (re.compile(r"\bspoke\b.*\bdid\s+not\s+vote\b", re.I), "spoke and did not vote"),
    (
        re.compile(r"\btook\s+no\s+(?:further\s+)?part\b|\bdid\s+not\s+(?:take\s+part|participate)\b", re.I),
        "took no part",
    ),
    (re.compile(r"\b(?:took\s+part|participated)\b", re.I), "took part"),
)
_NONE: Final = re.compile(
    r"(?:there\s+were\s+|there\s+being\s+)?(?:none|no\s+(?:declarations?|interests?)|nil)\b|no(?:ne|body)?\s+(?:was|were)\s+declared",
    re.IGNORECASE,
)
_CAME: Final = re.compile(
    rf"(?P<who>{NAME}),?\s+(?:who\s+(?:had\s+)?)?(?:joined|arrived(?:\s+at)?|entered)\b[^.]*?\bat\s"
)
_LEFT: Final = re.compile(
    rf"(?P<who>{NAME}),?\s+(?:who\s+(?:had\s+)?)?(?:left|departed|withdrew\s+from)\s+(?:the\s+)?(?:meeting|room|chamber)\b"
)


@dataclass(frozen=True, slots=True)
class Coming:
    """When somebody came or left: `arrived` or `left`, by the clock."""

    who: Said
    did: str
    clock: str


def declarations_in(told: Iterable[Said]) -> Iterator[dict[str, Tree]]:
    """Give each interest that sentences tell of, with what those who declared it then did."""
    found: list[dict[str, Tree]] = []
    for sentence in told:
        text = sentence.text[:SENTENCE]
        if declared := _DECLARED.search(text):
            yield from found
            found = list(_declared(sentence, declared))
        elif found and (did := next((word for pattern, word in _DID if pattern.search(text)), None)):
            found = [{**declaration, "did": did} for declaration in found]
            yield from found
            found = []
    yield from found


def says_none(title: str, told: Iterable[Said]) -> bool:
    """Whether a minute about declarations says that there were none."""
    return "declaration" in title.casefold() and any(_NONE.match(sentence.text) for sentence in told)


def comings_in(told: Iterable[Said]) -> Iterator[Coming]:
    """Give who came late or left early, where a sentence says when."""
    for sentence in told:
        for pattern, did in ((_CAME, "arrived"), (_LEFT, "left")):
            found = pattern.search(sentence.text[:SENTENCE])
            clock = found and next(clocks_in(sentence.text[found.start() :]), None)
            if found and clock and "return" not in sentence.text:
                yield Coming(sentence.split(found.start("who"), found.end("who")), did, clock.value)


def _declared(sentence: Said, found: re.Match[str]) -> Iterator[dict[str, Tree]]:
    rest = sentence.split(found.start("rest"), found.end("rest"))
    about, minute = _ABOUT.match(rest.text), _MINUTE.search(rest.text)
    interest = rest.split(about.end()) if about else rest
    if any(pattern.match(re.sub(r"^and\s+", "", interest.text)) for pattern, _ in _DID):
        interest = NO_WORDS
    for name in names_in(sentence.split(found.start("who"), found.end("who"))):
        yield {
            "person": Named(name),
            "kind": Again(sentence.split(found.start("kind"), found.end("kind"))),
            "interest": Again(interest),
            "minute": minute["number"] if minute else "",
            "did": next((did for pattern, did in _DID if pattern.search(rest.text)), ""),
        }
