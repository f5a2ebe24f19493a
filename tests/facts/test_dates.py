from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from panelpapers.facts.bank_holidays import bank_holiday
from panelpapers.facts.counting import count_back
from panelpapers.facts.dates import dates_of, publish_by, question_deadline
from panelpapers.records.panel import CountingRule, NoticeRule, QuestionRule
from panelpapers.words import format as say

CASES: dict[str, list[dict[str, Any]]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "dates.yml").read_text(encoding="utf-8")
)


def title(case: dict[str, Any]) -> str:
    return str(case.get("title", next(iter(case.values()))))


def question_rule(case: dict[str, Any]) -> QuestionRule:
    typed = {
        "who": "Anyone",
        "about": "Anything",
        "how": "In writing",
        "days": str(case["days"]),
        "counting": case.get("counting", "calendar_days"),
        "authority": "Agenda of 5 January 2026, item 7",
    }
    return QuestionRule.model_validate(typed | ({"time_of_day": case["time"]} if "time" in case else {}))


@pytest.mark.parametrize("case", CASES["counting"], ids=title)
def test_each_way_of_counting_finds_its_day_and_says_what_it_left_out(case: dict[str, Any]) -> None:
    counted = count_back(case["meeting"], case["days"], case["counting"])
    assert counted.day == case["day"]
    assert [f"{say.day(one.day)}, {one.reason}" for one in counted.skipped] == case["skipped"]


@pytest.mark.parametrize("case", CASES["counting"], ids=title)
def test_the_deadline_of_a_question_is_counted_in_the_same_way(case: dict[str, Any]) -> None:
    deadline = question_deadline(case["meeting"], question_rule(case))
    assert deadline.day == case["day"]
    assert deadline.falls_on_bank_holiday == case.get("falls_on")
    assert (deadline.rule.days, deadline.rule.counting) == (case["days"], case["counting"])


@pytest.mark.parametrize("case", CASES["moments"], ids=title)
def test_the_moment_of_a_deadline_keeps_to_the_clock_of_the_panel(case: dict[str, Any]) -> None:
    moment = question_deadline(case["meeting"], question_rule(case)).moment
    assert moment.isoformat() == case["local"]
    assert moment.astimezone(UTC).replace(tzinfo=None) == datetime.fromisoformat(case["utc"])


@settings(deadline=None)  # the first example loads the library of holidays
@given(
    meeting=st.dates(date(2012, 1, 1), date(2040, 12, 31)),
    days=st.integers(0, 40),
    counting=st.sampled_from(["clear_working_days", "clear_days", "clear_days_s243"]),
)
def test_between_the_day_found_and_the_meeting_every_day_counts_or_is_told(
    meeting: date, days: int, counting: CountingRule
) -> None:
    counted = count_back(meeting, days, counting)
    left_out = [one.day for one in counted.skipped]
    assert left_out == sorted(set(left_out))
    assert all(counted.day < day < meeting for day in left_out)
    assert (meeting - counted.day).days - 1 - len(left_out) == days
    if counting == "clear_working_days":
        assert counted.day.weekday() < 5
        assert bank_holiday(counted.day) is None


def test_publication_is_due_by_the_end_of_a_day_and_names_its_authority() -> None:
    rule = NoticeRule(days=5, counting="clear_working_days", authority="Standing order 9")
    deadline = publish_by(date(2026, 1, 5), rule)
    assert (deadline.day, deadline.time_of_day) == (date(2025, 12, 23), None)
    assert (deadline.rule.name, deadline.rule.authority) == ("publication", "Standing order 9")


def test_without_the_panels_record_no_deadline_is_known() -> None:
    dates = dates_of(None, "2026-01-05-visit")
    assert (dates.publish_by, dates.question_deadline) == (None, None)


@pytest.mark.parametrize("year", range(2012, 2041))
def test_bank_holidays_are_those_of_england(year: int) -> None:
    for day, name in [
        (date(year, 1, 1), "New Year's Day"),
        (date(year, 12, 25), "Christmas Day"),
        (date(year, 12, 26), "Boxing Day"),
    ]:
        assert bank_holiday(day) == name
    assert bank_holiday(date(year, 3, 17)) is None, "St Patrick's Day is not one of England's"
    assert bank_holiday(date(year, 11, 30)) is None, "St Andrew's Day is not one of England's"
    assert bank_holiday(date(year, 6, 17)) is None


@pytest.mark.slow
def test_no_library_of_holidays_is_loaded_before_a_date_is_worked_out() -> None:
    told = "import sys, panelpapers.facts.dates, panelpapers.rules.dates; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_dates_do_not_depend_on_the_zone_of_the_machine(zone: str) -> None:
    told = (
        "from datetime import date; from panelpapers.facts.counting import count_back;"
        "print(count_back(date(2026, 1, 5), 5, 'clear_working_days').day)"
    )
    surroundings = {**os.environ, "TZ": zone, "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, env=surroundings)
    assert done.stdout.strip() == "2025-12-23"
