"""Series such as papers have them, each with what its texts must say, and must not: read by people, file by file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.figure import figure_facts
from panelpapers.facts.scale import scale_cut
from panelpapers.records.indicator import Indicator
from panelpapers.words.figure import FigureWords, figure_words
from panelpapers.words.proof.check import check

CASES = sorted((Path(__file__).parent.parent / "cases" / "series").glob("*.yml"))


def read(path: Path) -> tuple[dict[str, Any], Indicator]:
    case = YAML(typ="base").load(path.read_text("utf-8"))
    return case, Indicator.model_validate(case["indicator"])


def told(indicator: Indicator) -> FigureWords:
    facts = figure_facts(indicator)
    return figure_words(indicator, facts, scale_cut(facts))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_series_is_told_as_a_listener_needs_it(path: Path) -> None:
    case, indicator = read(path)
    words = told(indicator)
    for phrase in case["must"]:
        assert phrase.lower() in words.description.lower(), words.description
    for text in (words.description, words.summary):
        assert not [phrase for phrase in case.get("mustnot", []) if phrase in text], text
    assert words.title == case.get("title", words.title)
    assert words.summary == case.get("summary", words.summary)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_proof_confirms_it(path: Path) -> None:
    _, indicator = read(path)
    assert not check(indicator, told(indicator).texts, cut=scale_cut(figure_facts(indicator)))


CHANGES = (
    ("under-to-over", "an overspend of", "an underspend of"),
    ("under-to-over", "an underspend of £1,250,000 in", "£1,250,000 in"),
    ("deficit", "a deficit of £120,000", "£120,000 below zero"),
    ("deficit", "a deficit of £120,000", "a surplus of £120,000"),
    ("rounded-zero", "to less than 0.1 in 2024", "to 0.0 in 2024"),
    ("rounded-zero", "to less than 0.1 in 2024", "to 0.1 in 2024"),
    ("rounded-neg", "less than 0.1% below zero", "less than 0.1%"),
    ("years-part-with-before", "88 below the", "88 above the"),
    ("years-part-with-before", ", 88 below the 2,075 of the same months a year before", ""),
    ("series-part-year", "3,390 arrests for adults and 301", "301 arrests for adults and 3,390"),
    ("series-part-year", "In the 6 months from April to September 2025", "In 2024/25"),
    ("budget-actual", "for actual is £1,800,000 above that for budget", "for budget is £1,800,000 above it"),
    ("budget-actual", "£1,800,000 above that", "£1,800,000 below that"),
    ("step-up", "Earlier figures are between", "Later figures are between"),
    ("step-up", "rose in one step in the year ending March 2021", "rose in one step in the year ending March 2020"),
    ("quarters-16", "The lowest of them is 71%", "The lowest of them is 72%"),
    ("suppressed", "Each of the 3 figures in the line chart", "Each figure in the line chart"),
    ("gap-narrows", "a narrowing of 6.1 points", "a widening of 6.1 points"),
    ("interval-series", "ranges for women overlap", "ranges for men overlap"),
    ("interval-series", "ranges for women overlap", "ranges overlap"),
    ("series-subject-peers", "2.1 percentage points below the average", "2.1 percentage points above the average"),
    ("target-missed-not-since", "missed on its date", "met on its date"),
)  # fmt: skip
"""A case, words of its description, and what they are made into: a claim that the record refutes."""


@pytest.mark.parametrize(("name", "before", "after"), CHANGES)
def test_a_changed_claim_is_found(name: str, before: str, after: str) -> None:
    _, indicator = read(next(path for path in CASES if path.stem == name))
    words = told(indicator)
    assert before in words.description
    assert check(indicator, {"description": words.description.replace(before, after)})


@pytest.mark.parametrize("name", ["years-part-target-baseline", "fall-interrupted", "step-up", "gap-widens"])
def test_what_happened_is_told_and_told_first(name: str) -> None:
    _, indicator = read(next(path for path in CASES if path.stem == name))
    first, second, *rest = told(indicator).description.split(". ")
    for text in (". ".join((second, *rest)), ". ".join((second, first, *rest))):
        assert "What happened is told first." in [found.message for found in check(indicator, {"description": text})]


def test_a_headline_says_that_a_change_is_that_of_a_year() -> None:
    _, indicator = read(next(path for path in CASES if path.stem == "quarters-16"))
    title = told(indicator).title
    assert " in a year" in title
    assert check(indicator, {"title": title.replace(" in a year", "")})


def test_a_figure_that_is_about_zero_keeps_its_about() -> None:
    _, indicator = read(next(path for path in CASES if path.stem == "rounded-zero"))
    about = indicator.points[-1].model_copy(update={"approximate": True})
    changed = indicator.model_copy(update={"points": [*indicator.points[:-1], about]})
    assert "to about 0.0" in told(changed).description
    assert not check(changed, told(changed).texts)
