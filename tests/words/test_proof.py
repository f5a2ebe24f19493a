"""The proof-reader confirms what is true, refuses what is not, and finds what is left out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from panelpapers.facts import comparing
from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.records.period import Period
from panelpapers.rules.figures.refusals import refusals
from panelpapers.words.figure import figure_words
from panelpapers.words.proof.check import Unconfirmed, check
from tests.strategies import indicators, many

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("tests/cases/indicators", "tests/cases/charts", "tests/cases/first-publication/indicators")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.yml"))]
SETTINGS = settings(many(300), derandomize=True)


def read(path: Path) -> Indicator:
    return Indicator.model_validate(YAML(typ="base").load(path.read_text("utf-8")))


def words_of(indicator: Indicator) -> dict[str, str]:
    return dict(figure_words(indicator, figure_facts(indicator)).texts)


def listed(findings: list[Unconfirmed]) -> str:
    return "\n".join(f"{one.where}: {one.claim!r}: {one.message}" for one in findings)


DESCRIBED = {f"{path.parent.name}/{path.stem}": read(path) for path in FILES}
DESCRIBED = {name: indicator for name, indicator in DESCRIBED.items() if not refusals(indicator)}


# What the writer writes


@pytest.mark.parametrize("name", DESCRIBED)
def test_the_words_of_every_case_and_every_indicator_are_confirmed(name: str) -> None:
    findings = check(DESCRIBED[name], words_of(DESCRIBED[name]))
    assert not findings, listed(findings)


@SETTINGS
@given(indicators())
def test_the_words_of_any_indicator_are_confirmed(indicator: Indicator) -> None:
    assume(not refusals(indicator))
    findings = check(indicator, words_of(indicator))
    assert not findings, listed(findings)


@pytest.mark.parametrize("name", DESCRIBED)
def test_the_words_of_one_figure_are_not_true_of_the_next(name: str) -> None:
    names = list(DESCRIBED)
    other = DESCRIBED[names[names.index(name) - 1]]
    assert check(other, words_of(DESCRIBED[name]))


def test_the_words_are_not_true_when_the_latest_figure_is_another() -> None:
    changed = 0
    for name, indicator in DESCRIBED.items():
        typed = indicator.model_dump(mode="json")
        latest: list[dict[str, Any]] = (typed["series"] or [typed])[0]["points"]
        if latest[-1]["period"] and latest[-1]["value"] and not latest[-1]["statuses"]:
            words = words_of(indicator)
            latest[-1]["value"] = str(round(float(latest[-1]["value"]) * 1.5 + 1))
            typed["decimals"] = str(figure_facts(indicator).grid.decimals)
            assert check(Indicator.model_validate(with_periods(typed)), words), name
            changed += 1
    assert changed > 40


def with_periods(typed: dict[str, Any]) -> dict[str, Any]:
    """Write periods that no source states as an editor types them: a record keeps their bare name."""
    for row in typed["series"] or [typed]:
        for point in row["points"]:
            if point["period"] and not any(letter.isdigit() for letter in point["period"]):
                point["period"] += " (period not stated)"
    for name in ("baseline", "target"):
        period = (typed[name] or {}).get("period")
        if period and not any(letter.isdigit() for letter in period):
            typed[name]["period"] += " (period not stated)"
    return typed


# Single claims


def indicator_of(points: list[dict[str, Any]], **more: Any) -> Indicator:
    return Indicator.model_validate(
        {"title": "Rate", "measure": "rate", "place": "the force", "unit": "%", "better": "higher", "decimals": "1",
         "definition": "What is counted.", "source": {"title": "A report"}, "points": points, **more}
    )  # fmt: skip


RISING = indicator_of(
    [{"period": year, "value": value} for year, value in (("2022", "6.1"), ("2023", "7.9"), ("2024", "13.5"))],
    target={"value": "12"},
    baseline={"period": "2022"},
)
TURNING = indicator_of(
    [{"period": str(2020 + year), "value": value} for year, value in enumerate(("1", "9", "9", "4"))]
)
FALLING_DAYS = indicator_of(
    [{"period": "2024", "value": "220"}, {"period": "2025", "value": "183", "statuses": ["provisional"]}],
    unit="days",
    better="lower",
    decimals="0",
)
PLACES = indicator_of(
    [
        {"category": "West", "role": "subject", "value": "12.6"},
        {"category": "North", "role": "peer", "value": "11.9"},
        {"category": "South", "role": "peer", "value": "18"},
        {"category": "East", "role": "peer", "value": "18"},
        {"category": "All forces", "role": "average", "value": "14"},
    ]
)
HIDDEN = indicator_of(
    [
        {"category": "A", "value": "12"},
        {"category": "B", "value": "8"},
        {"category": "C", "statuses": ["suppressed"]},
    ],
    unit="count",
    noun={"one": "case", "many": "cases"},
    decimals="0",
)
GROUPS = indicator_of(
    [],
    series=[
        {"name": "theft", "points": [{"period": "2024", "value": "5"}, {"period": "2025", "value": "4.2"}]},
        {"name": "fraud", "points": [{"period": "2024", "value": "2"}, {"period": "2025", "value": "3"}]},
    ],
)
BROKEN = indicator_of(
    [
        {"period": "2022", "value": "5"},
        {"period": "2023", "value": "8", "break_before": "new rules"},
        {"period": "2024", "value": "9", "statuses": ["forecast"]},
    ]
)
UNEQUAL = indicator_of(
    [{"period": "August 2023 to August 2024", "value": "226"}, {"period": "April to August 2025", "value": "674"}]
)
UNSTATED = indicator_of([{"period": "2024", "value": "9"}, {"period": "latest (period not stated)", "value": "12"}])
RANGES = indicator_of(
    [
        {"period": "2024", "value": "60", "interval": {"low": "57", "high": "63"}},
        {"period": "2025", "value": "62", "interval": {"low": "59", "high": "65"}},
    ]
)
MAY_CHANGE = indicator_of(
    [
        {"period": "2023", "value": "1"},
        {"period": "2024", "value": "2", "statuses": ["provisional"]},
        {"period": "2025", "value": "3", "statuses": ["provisional"]},
    ]
)

TRUE = [
    (RISING, "The rate for the force rose by 7.4 percentage points, from 6.1% in 2022 to 13.5% in 2024."),
    (RISING, "The rate for the force rose from 6.1% to 13.5% between 2022 and 2024."),
    (RISING, "Each figure in the line chart is higher than the one before."),
    (RISING, "The latest figure is above the target of 12.0%, first met in these figures in 2024."),
    (RISING, "The figure for 2022 is the baseline; the line chart shows 3 figures."),
    (RISING, "The latest change is a rise of 5.6 percentage points, from 7.9% in 2023."),
    (TURNING, "The rate for the force rose from 1.0% in 2020 to 9.0% in 2021 and 2022, then fell to 4.0% in 2023."),
    (FALLING_DAYS, "The rate for the force fell by 37 days (16.8%), from 220 days in 2024 to 183 days in 2025."),
    (FALLING_DAYS, "For this measure, lower figures are better; the figure for 2025 is provisional and may change."),
    (PLACES, "West is the third highest of 4 places in the bar chart."),
    (PLACES, "The figure for West is 12.6%, 1.4 percentage points below the average of 14.0% for All forces."),
    (PLACES, "The highest is 18.0%, for South and East, 4.0 percentage points above the average."),
    (HIDDEN, "The highest figure shown for the rate, the force, is 12 cases, for A."),
    (HIDDEN, "The bar chart shows figures for 2 of the 3 categories; the figure for C is suppressed and not shown."),
    (GROUPS, "The rate for the force rose for fraud, and fell for theft between 2024 and 2025."),
    (GROUPS, "For theft the figure fell by 0.8 percentage points, from 5.0% to 4.2%."),
    (BROKEN, "The latest figure for the rate is 8.0%, in 2023; the figure of 9.0% for 2024 is a forecast."),
    (BROKEN, "There is a break in the series before 2023, so earlier figures are not compared with later ones."),
    (BROKEN, "There is a break in the series before 2023: new rules."),
    (FALLING_DAYS, "One figure is provisional and may change."),
    (MAY_CHANGE, "Some of the figures are provisional and may change."),
    (MAY_CHANGE, "The figures for 2024 and 2025 are provisional and may change."),
    (UNEQUAL, "The periods have different lengths, 5 months and 13 months, and are not directly comparable."),
    (UNSTATED, "The papers do not state every period, so the periods may differ in length."),
    (RANGES, "The earlier and later likely ranges overlap, so a change is not certain."),
]  # fmt: skip

FALSE = [
    (RISING, "The rate for the force rose by 7.4%, from 6.1% in 2022 to 13.5% in 2024.", "7.4 stands with %"),
    (RISING, "The rate for the force rose by 7.3 percentage points, from 6.1% in 2022 to 13.5% in 2024.", "7.4"),
    (RISING, "The rate for the force rose from 6.1% in 2023 to 13.5% in 2024.", "This is so for 2022"),
    (RISING, "The rate for the force rose from 6.1% in 2022 to 7.9% in 2023.", "This is so for 2024"),
    (RISING, "The rate for the force fell from 6.1% in 2022 to 13.5% in 2024.", "higher"),
    (RISING, "The rate for the force soared from 6.1% in 2022 to 13.5% in 2024.", "No pattern"),
    (RISING, "The rate for the force rose from 6.1% in 2022 to 13.5% in 2024 because of training.", "No pattern"),
    (RISING, "The rate for the town rose from 6.1% in 2022 to 13.5% in 2024.", "No pattern"),
    (RISING, "The latest figure is 1.5 percentage points below the target of 12.0%.", "certain to be below"),
    (RISING, "The latest figure is above the target of 12.0%, first met in these figures in 2023.", "first met"),
    (RISING, "The target of 12.0% was not met: the latest figure is 1.5 percentage points above it.", "is met"),
    (RISING, "The papers say that no baseline has been agreed.", "does not say"),
    (RISING, "For this measure, lower figures are better.", "higher is better"),
    (RISING, "The line chart shows 4 figures.", "3 figures"),
    (RISING, "The latest figure for the rate, the force, is 13.50%, in 2024.", "decimals"),
    (RISING, "The figure for 2024 is provisional and may change.", "No figure is"),
    (TURNING, "The rate for the force rose from 1.0% in 2020 to 4.0% in 2023.", "beyond|higher or lower"),
    (TURNING, "The rate for the force rose from 1.0% in 2020 to 9.0% in 2021, then fell to 4.0% in 2023.", "2022"),
    (FALLING_DAYS, "The rate for the force fell by 37 day, from 220 days in 2024 to 183 days in 2025.", "belongs"),
    (FALLING_DAYS, "The rate for the force fell by 37 days (16.9%), from 220 days to 183 days.", "16.8"),
    (PLACES, "West is the second highest of 4 places in the bar chart.", "position"),
    (PLACES, "West is the joint third highest of 4 places in the bar chart.", "not shared"),
    (PLACES, "West is the third highest of 5 places in the bar chart.", "4 places"),
    (PLACES, "The highest is 18.0%, for South, 4.0 percentage points above the average.", "South, East"),
    (PLACES, "West is 1.4 percentage points above the average of 14.0% for All forces.", "so to"),
    (HIDDEN, "The rate for the force ranged from 8 cases for B to 12 cases for A.", "not shown"),
    (HIDDEN, "The bar chart shows figures for 3 categories.", "2"),
    (GROUPS, "The rate for the force rose for theft, and fell for fraud between 2024 and 2025.", "went so"),
    (GROUPS, "For fraud the figure fell by 0.8 percentage points, from 5.0% to 4.2%.", "higher"),
    (BROKEN, "The rate for the force rose by 3.0 percentage points, from 5.0% in 2022 to 8.0% in 2023.", "compared"),
    (BROKEN, "The latest figure for the rate, the force, is 9.0%, in 2024.", "2023"),
    (FALLING_DAYS, "Some of the figures are provisional and may change.", "Only 2025"),
    (MAY_CHANGE, "One figure is provisional and may change.", "Only 2024, 2025"),
    (MAY_CHANGE, "The figures for 2023 and 2024 are provisional and may change.", "Only 2024, 2025"),
    (UNEQUAL, "The rate for the force rose by 448.0 percentage points, from 226.0% to 674.0%.", "compared"),
    (UNEQUAL, "The periods have different lengths, 5 months and 12 months, and are not directly comparable.", "13"),
    (RISING, "The papers do not state every period, so the periods may differ in length.", "no reason to say this"),
    (UNEQUAL, "The papers do not state every period, so the periods may differ in length.", "no reason to say this"),
    (RANGES, "The rate for the force rose from 60.0% in 2024 to 62.0% in 2025.", "not certain"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "sentence"), TRUE)
def test_what_is_true_is_confirmed(indicator: Indicator, sentence: str) -> None:
    findings = check(indicator, {"text": sentence})
    assert not findings, listed(findings)


@pytest.mark.parametrize(("indicator", "sentence", "message"), FALSE)
def test_what_is_not_true_is_found_and_explained(indicator: Indicator, sentence: str, message: str) -> None:
    findings = check(indicator, {"text": sentence})
    assert any(part in one.message for one in findings for part in message.split("|")), listed(findings)
    assert {one.where for one in findings} == {"text"}
    assert all(one.claim and one.claim in sentence for one in findings)


# What must be said


@pytest.mark.parametrize(
    ("indicator", "missing"),
    [
        (FALLING_DAYS, "provisional"),
        (HIDDEN, "suppressed"),
        (BROKEN, "break"),
        (BROKEN, "forecast"),
        (UNEQUAL, "unequal periods"),
        (RANGES, "ranges"),
    ],
)
def test_a_caution_that_is_left_out_is_found(indicator: Indicator, missing: str) -> None:
    for where in ("description", "caveats"):
        findings = check(indicator, {where: ""})
        assert any(one.claim.startswith(missing) and one.message == "This must be said." for one in findings)


def test_a_full_description_may_leave_a_caution_to_the_list_beside_it() -> None:
    true = [
        "The rate for the force fell by 37 days (16.8%), from 220 days in 2024 to 183 days in 2025.",
        "For this measure, lower figures are better.",
        "The bar chart shows 2 figures.",
        "The latest change is a fall of 37 days (16.8%), from 220 days in 2024.",
    ]
    missing = check(FALLING_DAYS, {"description": " ".join(true)})
    assert [found.claim for found in missing] == ["provisional (the force)"]
    assert not check(FALLING_DAYS, {"description": " ".join([*true, "The figures are for the force."])})


def test_the_target_and_the_direction_of_good_are_never_left_to_anything_else() -> None:
    full = " ".join(["The line chart shows 3 figures."] * 9)
    missing = {found.claim for found in check(RISING, {"description": full}) if not found.sentence}
    assert missing >= {"better", "target"}


def test_each_series_and_the_baseline_must_be_told_where_there_is_room() -> None:
    told = "The rate for the force rose for fraud, and fell for theft between 2024 and 2025."
    better = "For this measure, higher figures are better."
    assert not check(GROUPS, {"description": f"{told} {better}"})
    missing = {found.claim for found in check(GROUPS, {"description": better})}
    assert missing == {"series (fraud)", "series (theft)"}
    assert "baseline" in {found.claim for found in check(RISING, {"description": ""})}


def test_what_is_said_twice_is_found() -> None:
    said = "The line chart shows 3 figures."
    assert not check(RISING, {"text": said})
    assert [found.message for found in check(RISING, {"text": f"{said} {said}"})] == ["This was said before."]


def test_a_pronoun_without_its_noun_is_found() -> None:
    that = "That is a rise of 7.4 percentage points, from 6.1% in 2022."
    assert not check(RISING, {"text": f"The rate rose to 13.5% in 2024. {that}"})
    for before in ("", "The line chart shows 3 figures. "):
        messages = [found.message for found in check(RISING, {"text": before + that})]
        assert messages == ["What this speaks of is not said before it."]


def test_a_base_that_is_not_the_first_of_what_is_compared_is_found() -> None:
    """A share of a later figure, or a change from a figure before a break, is a misleading base."""
    for text in (
        "The rate for the force rose by 5.6 percentage points, from 7.9% in 2023 to 13.5% in 2024.",
        "The latest figure is 5.6 percentage points above the first, which is 7.9% in 2023.",
    ):
        assert check(RISING, {"text": text})
    assert check(BROKEN, {"text": "The latest figure is 3.0 percentage points above the first."})


# Comparability


PART_YEAR = indicator_of(
    [
        {"period": "2022", "value": "40"},
        {"period": "2023", "value": "50"},
        {"period": "January to March 2024", "value": "15"},
    ],
    unit="count",
)
OTHER_BASE = indicator_of(
    [{"period": "2023", "value": "50"}, {"period": "2024", "value": "45"}],
    baseline={"period": "January 2020", "value": "5"},
)


COMPARABLE = (Period, "comparable", lambda _period, _other: True)
OF_ONE_LENGTH = (comparing, "_months", lambda _cell: None)


@pytest.mark.parametrize(
    ("indicator", "broken"), [(OTHER_BASE, COMPARABLE), (PART_YEAR, OF_ONE_LENGTH), (UNEQUAL, OF_ONE_LENGTH)]
)
def test_the_proof_does_not_believe_the_writer_in_which_periods_may_be_compared(
    indicator: Indicator, broken: tuple[Any, str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not check(indicator, words_of(indicator))
    monkeypatch.setattr(*broken)
    wrong = check(indicator, words_of(indicator))
    assert any(found.where in ("summary", "description") and found.sentence for found in wrong), listed(wrong)


def test_a_difference_that_rounding_hides_must_be_explained() -> None:
    indicator = indicator_of([{"period": "2024", "value": "10.04"}, {"period": "2025", "value": "10.16"}])
    said = "The rate for the force rose by 0.1 percentage points, from 10.0% in 2024 to 10.2% in 2025."
    said += " For this measure, higher figures are better."
    assert [one.claim for one in check(indicator, {"description": said})] == ["unrounded"]
    assert not check(indicator, {"description": f"{said} Differences are calculated from unrounded figures."})


def test_where_the_axis_starts_must_be_known() -> None:
    said = {"text": "The axis starts at 5.0%, not at zero."}
    assert check(RISING, said)
    assert check(RISING, said, cut=(Decimal(6), None))
    assert check(RISING, said, cut=(Decimal(5), Decimal(10)))
    assert not check(RISING, said, cut=(Decimal(5), None))


def test_from_where_to_where_the_scale_runs_must_be_known() -> None:
    said = {"text": "The scale of the chart runs from 0.0% to 15.0%."}
    for cut in (None, (Decimal(5), None), (Decimal(0), Decimal(20)), (Decimal(5), Decimal(15))):
        assert check(RISING, said, cut=cut)
    assert not check(RISING, said, cut=(Decimal(0), Decimal(15)))
    assert check(RISING, {"text": "The axis starts at 0.0%, not at zero."}, cut=(Decimal(0), Decimal(15)))


# Any text


@SETTINGS
@given(st.sampled_from(sorted(DESCRIBED)), st.text(max_size=80), st.data())
def test_no_text_is_too_odd_to_read(name: str, odd: str, data: st.DataObject) -> None:
    texts = words_of(DESCRIBED[name])
    where = data.draw(st.sampled_from(sorted(texts)))
    shuffled = " ".join(data.draw(st.permutations(texts[where].split()[:12])))
    for text in (odd, f"{odd} {texts[where]}", f"{texts[where]} {odd}", shuffled):
        check(DESCRIBED[name], {where: text})
