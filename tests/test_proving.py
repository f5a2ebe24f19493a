"""Every text about a figure is proven: single figures, cards, and what is counted as better or worse too."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from panelpapers import proving
from panelpapers.describing import describe_file
from panelpapers.facts.better import Betterment
from panelpapers.facts.figure import FigureFacts, figure_facts
from panelpapers.pages.figures import Figure, figures_of
from panelpapers.publication import Checked, check_folder
from panelpapers.records.indicator import Indicator
from panelpapers.words.exploring import Track, tracks
from panelpapers.words.figure import FigureWords, figure_words
from tests.rules.packs import CASES, DAY

RATE = Indicator.model_validate(
    {
        "title": "Positive outcome rate",
        "measure": "positive outcome rate",
        "place": "Northshire Police",
        "unit": "%",
        "better": "higher",
        "definition": "Outcomes by crimes.",
        "source": {"title": "A report"},
        "target": {"value": "12", "by": "2024"},
        "points": [
            {"period": "2022", "value": "7.9"},
            {"period": "2023", "value": "10.2", "statuses": ["revised"]},
            {"period": "2024", "value": "13.5", "statuses": ["provisional"]},
        ],
    }
)
FACTS = figure_facts(RATE)


def told(facts: FigureFacts = FACTS) -> list[str]:
    return [problem.message for problem in proving.unproven_claims(RATE, facts)]


def test_what_is_written_is_confirmed() -> None:
    assert told() == []


@pytest.mark.parametrize(("way", "count"), [("worse", 1), ("neither", 1), ("better", 0)])
def test_what_the_home_page_counts_is_asked_of_the_record(way: Any, count: int) -> None:
    wrong = tuple(replace(fact, way=way) if isinstance(fact, Betterment) else fact for fact in FACTS.facts)
    problems = [message for message in told(replace(FACTS, facts=wrong)) if "home page" in message]
    assert len(problems) == count


def test_what_the_home_page_leaves_out_is_found() -> None:
    kept = tuple(fact for fact in FACTS.facts if not isinstance(fact, Betterment))
    assert any(
        "home page counts Northshire Police as unchanged" in message for message in told(replace(FACTS, facts=kept))
    )


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("7.9%", "8.9%"),
        ("2022", "2023"),
        ("4.1 percentage points below", "4.1 percentage points above"),
        ("4.1 percentage points", "4.2 percentage points"),
        ("revised", "provisional, may change"),
        ("revised, ", ""),
        (" the target", " the baseline"),
        ("13.5%", "about 13.5%"),
    ],
)
def test_what_is_said_of_a_single_figure_is_proven(true: str, false: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = 0

    def wrong(*given: Any) -> tuple[Track, ...]:
        nonlocal changed
        (track,) = tracks(*given)
        stops = tuple(replace(stop, text=stop.text.replace(true, false)) for stop in track.stops)
        changed = sum(stop != before for stop, before in zip(stops, track.stops, strict=True))
        return (replace(track, stops=stops),)

    monkeypatch.setattr(proving, "tracks", wrong)
    assert sum("The phrase says" in message for message in told()) >= changed > 0


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("better than", "worse than"),
        lambda text: text.replace("in 2023", "in 2022"),
        lambda text: text.replace("above", "below"),
        lambda text: text.replace("higher", "lower"),
        lambda text: f"{text} {text}",
    ],
)
def test_what_a_card_says_is_proven(change: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*given: Any) -> FigureWords:
        words = figure_words(*given)
        assert change(words.card) != words.card
        return replace(words, card=change(words.card))

    monkeypatch.setattr(proving, "figure_words", wrong)
    assert any("The card says" in message for message in told())


def test_a_change_back_after_a_step_is_neither_better_nor_worse() -> None:
    """The figures also turn once, but a step is named before a turn: over the whole time they went the other way."""
    figures = ("553", "494", "392", "23", "90", "100")
    points = [{"period": f"{2018 + number}", "value": value} for number, value in enumerate(figures)]
    stepped = Indicator.model_validate(
        {**RATE.model_dump(exclude={"points", "target"}), "points": points, "unit": "days"}
    )
    facts = figure_facts(stepped)
    assert [*proving.unproven_claims(stepped, facts)] == []
    assert facts.all(Betterment) == ()


LONG = (
    "share of investigations into violent offences against adults and children closed within the agreed time in ward "
)


def wide(value: int) -> dict[str, Any]:
    return {"value": f"{value}", "interval": {"low": f"{value - 9}", "high": f"{value + 9}"}}


def in_years(*figures: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"period": f"{2022 + at}", **figure} for at, figure in enumerate(figures)]


def drawn(**typed: Any) -> Indicator:
    return Indicator.model_validate({**RATE.model_dump(exclude={"points", "target"}), "unit": "count", **typed})


PARTS = drawn(
    parts_of_whole="yes",
    points=[{"category": name, **wide(value)} for name, value in (("A", 9), ("B", 12), ("C", 20))],
)
OPEN = drawn(series=[{"name": f"{LONG}{at}", "points": in_years(wide(60), wide(62))} for at in "12"])
HIDDEN = drawn(
    series=[
        {"name": name, "points": in_years({"value": "4"}, {"statuses": ["not available"]}, {"statuses": ["revised"]})}
        for name in ("Ash", f"{LONG}2 of 2 in the north of the county and its islands")
    ]
)
OF_PEERS = drawn(
    series=[
        {"name": "Others", "role": "range", "points": in_years({"value": "4"}, {"value": "9"})},
        {"name": "Group", "role": "group", "points": in_years({"value": "5"}, {"value": "5"})},
    ]
)


@pytest.mark.parametrize("indicator", [PARTS, OPEN, HIDDEN, OF_PEERS])
def test_what_is_rare_is_confirmed_too(indicator: Indicator) -> None:
    assert [*proving.unproven_claims(indicator, figure_facts(indicator))] == []


def test_a_part_is_the_largest_only_where_likely_ranges_leave_no_doubt() -> None:
    said = figure_words(PARTS, figure_facts(PARTS)).description
    assert "The total is 41" in said
    assert "largest" not in said


def test_series_whose_names_have_no_room_are_all_counted_or_none() -> None:
    said = figure_words(HIDDEN, figure_facts(HIDDEN)).caveats
    assert [text for text in said if "available" in text] == ["Some of the figures are not available."]


def test_one_place_beside_others_is_compared_with_them() -> None:
    said = figure_words(OF_PEERS, figure_facts(OF_PEERS)).description
    assert "in 2 groups" in said


FILE = """\
title: Broken lamps
measure: broken lamps
place: River Valley Works
unit: count
better: lower
definition: Lamps that do not light.
source:
  title: Faults report
points:
  - period: 2023
    value: 14
  - period: 2024
    value: 12
"""


def test_what_is_not_confirmed_is_left_out_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor cannot mend a sentence of the software: the figure is shown without words, and a warning says so."""
    shutil.copytree(CASES / "pack", tmp_path / "data")
    file = tmp_path / "data" / "indicators" / "broken-lamps.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(FILE, encoding="utf-8")
    sound = check_folder(tmp_path / "data", DAY)
    assert (sound.problems, sound.dossier.unconfirmed) == ((), frozenset())
    assert "fell by 2 (14.3%), from 14" in shown(sound).words.description

    def wrong(*given: Any) -> FigureWords:
        words = figure_words(*given)
        return replace(words, description=words.description.replace("fell", "rose"))

    monkeypatch.setattr(proving, "figure_words", wrong)
    doubted = check_folder(tmp_path / "data", DAY)
    assert doubted.sound
    assert {(problem.code, problem.severity) for problem in doubted.problems} == {("sentence-unproven", "warning")}
    why = "This site writes no description of this figure, as its own check did not confirm it."
    figure = shown(doubted)
    assert figure.words.description == f"{why} The chart shows the figures of the table."
    assert (figure.words.title, figure.words.told, figure.tracks) == ("Broken lamps", False, [])
    assert figure.facts.all(Betterment) == (), "nothing is counted as better or worse"
    described = describe_file(file)
    assert described.description.startswith(why)
    assert "fell" not in f"{described.alt} {described.summary}"


def shown(checked: Checked) -> Figure:
    return figures_of(checked.dossier.public.on(DAY), None)["broken-lamps"]
