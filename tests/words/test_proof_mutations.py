"""The proof-reader finds what is wrong: true texts of many figures, each made false in one place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.rules.figures.refusals import refusals
from panelpapers.words.figure import figure_words
from panelpapers.words.proof.check import check

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("tests/cases/indicators", "tests/cases/first-publication/indicators", "tests/cases/charts")
MUTATIONS = 2000
CAUGHT_AT_LEAST = 0.998
"""Of the rest, some only leave out a caution that is implied, or call a place lowest that ties with all others."""

OPPOSITES = (
    ("rose", "fell"), ("rising", "falling"), ("a rise", "a fall"), ("higher", "lower"), ("highest", "lowest"),
    ("above", "below"), ("better", "worse"), ("was met", "was not met"), ("exactly met", "not met"),
    ("not yet met", "met"), ("peak", "low"), ("latest", "first"), ("target", "baseline"),
    ("no target is set", "no target has been agreed"), ("no baseline is set", "no baseline has been agreed"),
    ("stayed at", "moved away and came back to"), ("rose for", "stayed the same for"), ("line chart", "bar chart"),
    ("is provisional", "is an estimate"), ("not available", "suppressed and not shown"),
    ("both groups", "all 3 groups"), ("earlier figures", "later figures"), ("rises", "falls"), ("missed", "met"),
    ("narrowed", "widened"), ("at least", "at most"), ("met later", "lost since"),
)  # fmt: skip
ORDINALS = ("second", "third", "fourth", "fifth")
CAUTIONS = re.compile(
    "provisional|not available|suppressed|forecast|estimate|revised|break in|overlap|different lengths|equal steps"
    "|every period|definitions differ|unrounded|sources differ|reliability|not zero|does not apply|was worked out"
    "|were worked out",
    re.IGNORECASE,
)
Texts = dict[str, str]


@dataclass(frozen=True)
class Mutation:
    kind: str
    where: str
    before: str
    after: str


def indicators() -> dict[str, Indicator]:
    """Read every indicator of the cases and of the panel that can be described."""
    found: dict[str, Indicator] = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.yml")):
            typed = YAML(typ="base").load(path.read_text("utf-8"))
            indicator = Indicator.model_validate(typed)
            if not refusals(indicator):
                found[f"{path.parent.parent.name}/{path.stem}"] = indicator
    return found


def texts_of(indicator: Indicator) -> Texts:
    return dict(figure_words(indicator, figure_facts(indicator)).texts)


# The ways to make a text false


def digits(text: str, _: Indicator) -> Iterator[str]:
    """Change one digit."""
    for found in re.finditer(r"\d", text):
        for other in (str((int(found[0]) + 1) % 10), str((int(found[0]) + 5) % 10)):
            yield text[: found.start()] + other + text[found.end() :]


def years(text: str, _: Indicator) -> Iterator[str]:
    for found in re.finditer(r"\b20\d\d\b", text):
        for other in (int(found[0]) - 1, int(found[0]) + 1):
            yield text[: found.start()] + str(other) + text[found.end() :]


def opposites(text: str, _: Indicator) -> Iterator[str]:
    """Put one word in place of its opposite."""
    for pair in OPPOSITES:
        for word, other in (pair, pair[::-1]):
            for found in re.finditer(rf"\b{re.escape(word)}\b", text):
                yield text[: found.start()] + other + text[found.end() :]


def percent_and_points(text: str, _: Indicator) -> Iterator[str]:
    for found in re.finditer(r"(\d)%", text):
        yield text[: found.start()] + f"{found[1]} percentage points" + text[found.end() :]
    for found in re.finditer(r" percentage points?", text):
        yield text[: found.start()] + "%" + text[found.end() :]


def units(text: str, indicator: Indicator) -> Iterator[str]:
    """Change what is counted, or one into many."""
    nouns = [indicator.noun.one, indicator.noun.many] if indicator.noun else []
    for noun in (*nouns, "day", "days", "seconds", "points", "percentage point", "percentage points"):
        for found in re.finditer(rf"(?<=\d ){re.escape(noun)}\b", text):
            for other in ("weeks", noun[:-1] if noun.endswith("s") else f"{noun}s"):
                yield text[: found.start()] + other + text[found.end() :]
    for found in re.finditer("£", text):
        yield text[: found.start()] + text[found.end() :]


def qualifiers(text: str, _: Indicator) -> Iterator[str]:
    """Leave out a word that makes a claim weaker, or the word that says a figure may change."""
    for word in ("about ", "less than ", "provisional and ", "joint ", "not ", "comparable "):
        for found in re.finditer(rf"\b{word}", text):
            yield text[: found.start()] + text[found.end() :]


def ranks(text: str, _: Indicator) -> Iterator[str]:
    for found in re.finditer(rf"\b({'|'.join(ORDINALS)}) (highest|lowest)", text):
        for other in ORDINALS:
            yield text[: found.start()] + f"{other} {found[2]}" + text[found.end() :]
        yield text[: found.start()] + found[2] + text[found.end() :]
    for found in re.finditer(r"(?<=the )(?=(?:highest|lowest) of \d)", text):
        yield f"{text[: found.start()]}second {text[found.end() :]}"


def swapped(text: str, indicator: Indicator) -> Iterator[str]:
    """Swap two names or two periods in one sentence, or put one that is not there in place of another."""
    for start, end in sentences(text):
        for one, other in pairs_of_names(indicator, text[start:end]):
            changed = swap(text[start:end], one, other)
            yield text[:start] + changed + text[end:]


def swap(text: str, one: str, other: str) -> str:
    either = f"{re.escape(one)}|{re.escape(other)}"
    return re.sub(either, lambda found: other if found[0] == one else one, text)


def ties(text: str, _: Indicator) -> Iterator[str]:
    """Leave out the last or the first of several that are named together."""
    for found in re.finditer(r"(?<= and )[^,.;]+?(?=[,.;]|$)", text):
        yield text[: found.start() - len(" and ")] + text[found.end() :]
    for found in re.finditer(r"(?:in|for) (?:the years ending )?([^,.;]+?) and (?=[^,.;]+[,.;])", text):
        yield text[: found.start(1)] + text[found.end() :]


def left_out(text: str, _: Indicator) -> Iterator[str]:
    """Leave out a whole sentence that warns the reader."""
    for start, end in sentences(text):
        if CAUTIONS.search(text[start:end]):
            yield (text[:start] + text[end:].lstrip()).strip()


KINDS: dict[str, Callable[[str, Indicator], Iterator[str]]] = {
    "digit": digits,
    "year": years,
    "opposite": opposites,
    "percent and points": percent_and_points,
    "unit": units,
    "qualifier": qualifiers,
    "rank": ranks,
    "swapped": swapped,
    "tie": ties,
    "left out": left_out,
}


def sentences(text: str) -> list[tuple[int, int]]:
    """Find where each sentence begins and ends, its full stop included."""
    return [found.span() for found in re.finditer(r"\S.*?(?:\.(?= [A-Z0-9]|$)|$)", text)]


def groups_of_names(indicator: Indicator) -> tuple[list[str], list[str], list[str]]:
    """Give the names of series, of categories and of periods: those of a group could be taken for each other."""
    every = indicator.every_series()
    points = [point for one in every for point in one.points]
    categories = list(dict.fromkeys(point.category for point in points if point.category))
    periods = list(dict.fromkeys(point.period.name.removeprefix("year ending ") for point in points if point.period))
    return [one.name for one in every] if len(every) > 1 else [], categories, periods


def all_names(indicator: Indicator) -> list[str]:
    return [name for group in groups_of_names(indicator) for name in group]


def pairs_of_names(indicator: Indicator, text: str) -> list[tuple[str, str]]:
    """Pair each name in a text with the next two of its group, and with the first two."""
    pairs = []
    for group in groups_of_names(indicator):
        for place, one in enumerate(group):
            others = dict.fromkeys((*group[place + 1 : place + 3], *group[:2]))
            pairs += [(one, other) for other in others if one in text and one not in other and other not in one]
    return pairs


# What stays true


SAID_ONCE_MORE = re.compile(r" The likely ranges for [^.]* do not overlap\.")
"""What the sentence before implies: a rise or a fall is told only where ranges do not overlap."""


def stays_true(mutation: Mutation, indicator: Indicator) -> bool:
    """Whether a changed text is still true, told from the record and the words alone, without the proof-reader.

    It is where nothing changed, where only the order of a list changed, and where two names or periods were swapped
    that have the same figures.
    """
    if mutation.before == mutation.after or SAID_ONCE_MORE.sub("", mutation.before) == mutation.after:
        return True
    if mutation.kind != "swapped":
        return False
    names = all_names(indicator)
    return without_order(mutation.before, names) == without_order(mutation.after, names) or any(
        without(mutation.before, *pair) == without(mutation.after, *pair) and same_figures(indicator, *pair)
        for pair in pairs_of_names(indicator, mutation.before)
    )


def without(text: str, one: str, other: str) -> str:
    """Give a text without the difference between two names."""
    return re.sub(f"{re.escape(one)}|{re.escape(other)}", "(either)", text)


def without_order(text: str, names: list[str]) -> str:
    """Give a text with the names of every list in order of the alphabet; two ends of a time are no list."""
    name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    lists = rf"(?<!between )(?<!years ending )(?:{name})(?:, (?:{name}))*,? and (?:{name})"
    return re.sub(lists, lambda found: " ".join(sorted(re.findall(name, found[0]))), text)


def same_figures(indicator: Indicator, one: str, other: str) -> bool:
    """Whether two series, categories or periods have the same figures in every respect."""
    typed: dict[str, Any] = indicator.model_dump(mode="json")
    figures: dict[str, list[Any]] = {one: [], other: []}
    for series in typed["series"] or [{"name": "", "points": typed["points"]}]:
        for point in series["points"]:
            period = (point["period"] or "").removeprefix("year ending ")
            rest = {key: value for key, value in point.items() if key not in ("period", "category")}
            for name in {series["name"], point["category"], period} & {one, other}:
                figures[name].append((rest, period if name == series["name"] else series["name"]))
    return figures[one] == figures[other]


# The test


def mutations(indicator: Indicator, texts: Texts, random: Random) -> list[Mutation]:
    """Give every way to change the texts of an indicator, in an order that the seed decides."""
    found = [
        Mutation(kind, where, text, after)
        for where, text in texts.items()
        for kind, mutate in KINDS.items()
        for after in mutate(text, indicator)
    ]
    random.shuffle(found)
    return found


def drawn() -> list[tuple[str, Indicator, Texts, Mutation]]:
    """Draw the mutations: of each indicator in turn, and of each its rarest kind in turn."""
    random, queues = Random(20260105), []  # noqa: S311
    for name, indicator in indicators().items():
        texts = texts_of(indicator)
        every = [one for one in mutations(indicator, texts, random) if not stays_true(one, indicator)]
        rank = Counter[str]()
        order: list[tuple[int, str, int, Mutation]] = []
        for one in every:
            rank[one.kind] += 1
            order.append((rank[one.kind], one.kind, len(order), one))
        queues.append([(name, indicator, texts, one) for *_, one in sorted(order, key=lambda each: each[:3])])
    turns = (queue[turn] for turn in range(max(map(len, queues))) for queue in queues if turn < len(queue))
    return [one for one, _ in zip(turns, range(MUTATIONS), strict=False)]


def is_caught(indicator: Indicator, texts: Texts, mutation: Mutation) -> bool:
    read = {mutation.where: mutation.after}
    if mutation.where == "caveats":
        read["description"] = texts["description"]
    return bool(check(indicator, read))


@pytest.mark.slow
def test_nearly_every_mutation_is_caught() -> None:
    every = drawn()
    assert len(every) == MUTATIONS
    assert len({name for name, *_ in every}) >= 40
    assert {mutation.kind for *_, mutation in every} == set(KINDS)
    survivors = [
        f"{name}, {mutation.where}, {mutation.kind}:\n  {mutation.before}\n  {mutation.after}"
        for name, indicator, texts, mutation in every
        if not is_caught(indicator, texts, mutation)
    ]
    caught = 1 - len(survivors) / len(every)
    assert caught >= CAUGHT_AT_LEAST, f"{caught:.1%} caught; these were not:\n" + "\n".join(survivors)
