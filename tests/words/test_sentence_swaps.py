"""The proof-reader finds each word that is swapped for its opposite, and each value swapped with its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from panelpapers.words.pattern import Choice, Parts, Slot, readings
from panelpapers.words.proof.check import check
from tests.sentences import Case, cases

OPPOSITES = (
    ("first", "last"), ("latest", "first"), ("latest", "earliest"), ("earlier", "later"), ("before", "after"),
    ("highest", "lowest"), ("higher", "lower"), ("above", "below"), ("rise", "fall"), ("rises", "falls"),
    ("rose", "fell"), ("rising", "falling"), ("is not", "is"), ("are not", "are"), ("was not", "was"),
    ("all", "some"), ("at most", "at least"), ("each", "one"), ("both", "either"), ("more", "less"),
    ("largest", "smallest"), ("overlap", "do not overlap"), ("no", "a"), ("so", "but"), ("same", "other"),
    ("different", "equal"), ("better", "worse"), ("peak", "low"), ("up", "down"), ("met", "missed"),
)  # fmt: skip
TRUE = {
    (entry["pattern"], swapped): entry["why"]
    for entry in YAML(typ="base").load(
        (Path(__file__).parent.parent / "cases" / "swaps-that-stay-true.yml").read_text("utf-8")
    )
    for swapped in entry["swapped"]
}
"""Swaps that leave a true sentence, typed by hand with the reason."""
Piece = tuple[int, int, Slot | Choice]


def pieces(parts: Parts, case: Case, at: int) -> Iterator[tuple[int, list[Piece]]]:
    """Read the sentence of a case as ``readings`` does; give where each slot and each named choice stands."""
    if not parts:
        yield at, []
        return
    part, rest = parts[0], parts[1:]
    if isinstance(part, str):
        if case.says.startswith(part, at):
            yield from pieces(rest, case, at + len(part))
        return
    options = part.options if isinstance(part, Choice) else ((part,),)
    for option in options:
        inside = _slot(part, case, at) if isinstance(part, Slot) else pieces(option, case, at)
        for end, found in inside:
            here = [(at, end, part)] if isinstance(part, Choice) and part.name else []
            for last, more in pieces(rest, case, end):
                yield last, [*here, *found, *more]


def _slot(slot: Slot, case: Case, at: int) -> Iterator[tuple[int, list[Piece]]]:
    for end, _ in readings((slot,), case.says, at, case.readers):
        yield end, [(at, end, slot)]


def choices(case: Case, found: list[Piece]) -> Iterator[str]:
    """Put each other option of fixed words in place of a word that is chosen."""
    for start, end, piece in found:
        if isinstance(piece, Choice):
            for option in piece.options:
                if all(isinstance(part, str) for part in option):
                    yield case.says[:start] + "".join(map(str, option)) + case.says[end:]


def neighbours(case: Case, found: list[Piece]) -> Iterator[str]:
    """Swap each slot with the next of its kind."""
    slots = [(start, end, piece.kind) for start, end, piece in found if isinstance(piece, Slot)]
    for kind in {kind for *_, kind in slots}:
        for (start, end, _), (begins, ends, _) in pairwise([slot for slot in slots if slot[2] == kind]):
            one, other = case.says[start:end], case.says[begins:ends]
            yield case.says[:start] + other + case.says[end:begins] + one + case.says[ends:]


def names(case: Case) -> Iterator[str]:
    """Swap two names of series, categories or periods, also within a list."""
    every = case.indicator.every_series()
    points = [point for series in every for point in series.points]
    groups = (
        {series.name for series in every},
        {point.category for point in points if point.category},
        {point.period.name.removeprefix("year ending ") for point in points if point.period},
    )
    for group in groups:
        for one, other in combinations(sorted(group), 2):
            either = rf"\b(?:{re.escape(one)}|{re.escape(other)})\b"
            swap = {one: other, other: one}
            yield re.sub(either, lambda match, swap=swap: swap[match[0]], case.says)  # type: ignore[misc]


def numbers(case: Case) -> Iterator[str]:
    """Swap two numbers that follow each other, whatever they count."""
    found = [match.span() for match in re.finditer(r"(?<![\w.])\d[\d.,]*(?<=\d)%?", case.says)]
    for (start, end), (begins, ends) in pairwise(found):
        one, other = case.says[start:end], case.says[begins:ends]
        yield case.says[:start] + other + case.says[end:begins] + one + case.says[ends:]


def opposites(case: Case) -> Iterator[str]:
    """Put fixed words in place of their opposites, each where it stands."""
    for pair in OPPOSITES:
        for word, other in (pair, pair[::-1]):
            for match in re.finditer(rf"\b{word}\b", case.says):
                yield case.says[: match.start()] + other + case.says[match.end() :]


def swaps(case: Case) -> list[str]:
    """Give every sentence that a swap makes of the one of a case."""
    readings_of_it = (found for end, found in pieces(case.pattern.parts, case, 0) if end == len(case.says))
    found = next(readings_of_it, [])
    every = [*choices(case, found), *neighbours(case, found), *names(case), *numbers(case), *opposites(case)]
    tidy = (re.sub(" +", " ", text).replace(" ,", ",").strip() for text in every)
    return [text for text in dict.fromkeys(tidy) if text not in ("", case.says)]


def is_found(case: Case, swapped: str) -> bool:
    """Whether the proof-reader finds a sentence false in its text, and not only something else missing."""
    text, sentence = case.words.texts[case.where], case.says
    place = text.lower().find(sentence.lower())
    before, after = (text[:place], text[place + len(sentence) :]) if place >= 0 else ("", ".")
    capital = swapped[0].upper() + swapped[1:] if before.endswith(". ") or not before else swapped
    findings = check(case.indicator, {case.where: f"{before}{capital}{after}"}, cut=case.cut)
    return any(found.sentence for found in findings)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_each_swap_is_found(case: Case) -> None:
    name = case.name.rpartition("-")[0]
    survived = [text for text in swaps(case) if not is_found(case, text) and (name, text) not in TRUE]
    assert survived == []
