"""A second language is a second set of patterns, formats and nouns: no English word stands anywhere else.

Every word of the three gets an accent on each letter. What is left without is a name of the record, or is English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import wraps
from inspect import isfunction
from typing import Any

import pytest

from panelpapers.facts.figure import figure_facts
from panelpapers.words import format as say
from panelpapers.words import headline, nouns, pattern, summary, telling
from panelpapers.words.figure import figure_words
from panelpapers.words.messages import ratings, whole
from panelpapers.words.pattern import Choice, Parts
from panelpapers.words.units import Units
from tests.sentences import Case, cases

ACCENT = "\u0301"
WORD = re.compile(r"[A-Za-z]+(?!\u0301)")


def pseudo(text: str) -> str:
    """Put an accent on each letter."""
    return re.sub(r"\{[^{}]*\}|([A-Za-z])\u0301?", lambda found: found[1] + ACCENT if found[1] else found[0], text)


def abroad_of(words: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """Translate one noun, or its forms."""
    return pseudo(words) if isinstance(words, str) else tuple(map(pseudo, words))


def in_pseudo(parts: Parts) -> Parts:
    """Translate the fixed text of a pattern."""
    return tuple(
        pseudo(part)
        if isinstance(part, str)
        else Choice(part.name, tuple(map(in_pseudo, part.options)))
        if isinstance(part, Choice)
        else part
        for part in parts
    )


def translated(writes: Callable[..., str]) -> Callable[..., Any]:
    """Translate what a function writes."""

    @wraps(writes)
    def writing(*given: Any, **named: Any) -> Any:
        return pseudo(found) if isinstance(found := writes(*given, **named), str) else found

    return writing


@pytest.fixture
def abroad(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all patterns, formats and nouns in the pseudo-language."""
    of_english, chosen = pattern.notation, pattern._chosen

    def choose(choice: Choice, values: Mapping[str, Any], *rest: Any) -> str:
        value = values.get(choice.name)
        return chosen(choice, {**values, choice.name: pseudo(value)} if isinstance(value, str) else values, *rest)

    for module in (pattern, telling):
        monkeypatch.setattr(module, "notation", lambda source: in_pseudo(of_english(source)))
    monkeypatch.setattr(pattern, "_chosen", choose)
    for name, function in vars(say).copy().items():
        if isfunction(function) and function.__module__ == say.__name__ and name not in ("capitalised", "joined"):
            monkeypatch.setattr(say, name, translated(function))
    for name in ("gap", "value", "figure", "cell"):
        monkeypatch.setattr(Units, name, translated(getattr(Units, name)))
    monkeypatch.setattr(headline, "heading", translated(nouns.heading))
    for name in ("CHARTS", "SUBJECTS"):
        translation = {key: pseudo(words) for key, words in getattr(nouns, name).items()}
        monkeypatch.setattr(telling, name, translation)
    monkeypatch.setattr(telling, "TABLE", pseudo(nouns.TABLE))
    for module in (telling, summary, headline, whole, ratings):
        for name in {"FOR", "BETWEEN", "SPAN", "YEARS", "ITEMS"} & vars(module).keys():
            monkeypatch.setattr(module, name, abroad_of(getattr(nouns, name)))


def own_names(case: Case) -> set[str]:
    """Give every word that the record itself has."""
    words: set[str] = set()

    def gather(value: Any) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                words.update(re.findall("[a-z]+", str(name).lower()))
                gather(inner)
        elif isinstance(value, list):
            for inner in value:
                gather(inner)
        else:
            words.update(re.findall("[a-z]+", str(value).lower()))

    gather({name: value for name, value in case.typed.items() if name not in ("says", "pattern")})
    return words | {"repeat", "rate", "ourtown", "record"}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
@pytest.mark.usefixtures("abroad")
def test_no_english_is_left(case: Case) -> None:
    texts = figure_words(case.indicator, figure_facts(case.indicator), case.cut).texts.values()
    left = {word.lower() for text in texts for word in WORD.findall(text)} - own_names(case)
    assert left == set()
