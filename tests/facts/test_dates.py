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

from panelpapers.facts.dates import Deadline, calendar_of, dates_of, question_deadline
from panelpapers.facts.holidays import count_back
from panelpapers.reading.regimes import packaged_regime
from panelpapers.records.meeting import Meeting
from panelpapers.records.panel import NoticeRule, Panel, QuestionRule
from panelpapers.records.publication import Records
from panelpapers.records.regime import Customs, Regime, WayOfCounting
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


ENGLAND = packaged_regime("england-police-and-crime-panel")
CALIFORNIA = packaged_regime("california-city-council")


def way(name: str) -> WayOfCounting:
    found = ENGLAND.way(name)
    assert found
    return found


def records(
    regime: Regime = ENGLAND,
    day: date = date(2026, 1, 5),
    *,
    notice: NoticeRule | None = None,
    questions: QuestionRule | None = None,
    **meeting: object,
) -> Records:
    """Give a publication of one meeting under a regime."""
    told: dict[str, Any] = {"regime": "own", "notice_rule": notice, "question_rule": questions}
    edition = {"statement": "An edition.", "made_from": "papers"}
    panel = Panel.model_validate(
        {"name": "Panel", "short_name": "the Panel", "area": "Area", "about": "It meets.", "edition": edition} | told
    )
    return Records(panel=panel, regimes={"own": regime}, meetings={day.isoformat(): Meeting.model_validate(meeting)})


def for_questions(case: dict[str, Any]) -> Deadline:
    known = records(day=case["meeting"], questions=question_rule(case))
    found = question_deadline(known, case["meeting"].isoformat())
    assert found
    return found


@pytest.mark.parametrize("case", CASES["counting"], ids=title)
def test_each_way_of_counting_finds_its_day_and_says_what_it_left_out(case: dict[str, Any]) -> None:
    counted = count_back(case["meeting"], case["days"], way(case["counting"]), calendar_of(ENGLAND))
    assert counted.day == case["day"]
    assert [f"{say.day(one.day)}, {one.reason}" for one in counted.skipped] == case["skipped"]


@pytest.mark.parametrize("case", CASES["counting"], ids=title)
def test_the_deadline_of_a_question_is_counted_in_the_same_way(case: dict[str, Any]) -> None:
    deadline = for_questions(case)
    assert deadline.day == case["day"]
    assert deadline.holiday == case.get("falls_on")
    assert (deadline.rule.length, deadline.rule.counting) == (case["days"], way(case["counting"]))


@pytest.mark.parametrize("case", CASES["moments"], ids=title)
def test_the_moment_of_a_deadline_keeps_to_the_clock_of_the_panel(case: dict[str, Any]) -> None:
    moment = for_questions(case).moment
    assert moment.isoformat() == case["local"]
    assert moment.astimezone(UTC).replace(tzinfo=None) == datetime.fromisoformat(case["utc"])


@pytest.mark.parametrize("case", CASES["other places"], ids=title)
def test_other_places_count_by_their_own_calendars(case: dict[str, Any]) -> None:
    customs = Customs.model_validate({"holidays": case["holidays"], "zone": case.get("zone", "Europe/London")})
    regime = ENGLAND.of_panel(None, customs)
    rule = NoticeRule(days=case["days"], counting=case["counting"], authority="Own rule")
    found = dates_of(records(regime, case["meeting"], notice=rule), case["meeting"].isoformat()).publish_by
    assert found
    assert found.day == case["day"]


@pytest.mark.parametrize("case", CASES["hours"], ids=title)
def test_hours_pass_by_no_clock(case: dict[str, Any]) -> None:
    meeting = {"starts": case["starts"], "special": case.get("special", "no")}
    found = dates_of(records(CALIFORNIA, case["meeting"], **meeting), case["meeting"].isoformat()).publish_by
    assert found
    assert found.moment.replace(tzinfo=None).isoformat(" ", "minutes") == case["last"]


def test_hours_before_a_meeting_without_a_time_are_no_deadline() -> None:
    assert dates_of(records(CALIFORNIA), "2026-01-05").publish_by is None


def test_a_further_sitting_has_no_deadline_of_its_own() -> None:
    notice, questions = NoticeRule(days=5, authority="Own rule"), question_rule({"days": "3"})
    first, again = (
        dates_of(records(notice=notice, questions=questions, continues=earlier), "2026-01-05")
        for earlier in (None, "2026-01-02")
    )
    assert [bool(first.publish_by), bool(first.question_deadline)] == [True, True]
    assert [bool(again.publish_by), bool(again.question_deadline)] == [False, False]


def test_more_days_than_can_be_meant_are_no_deadline() -> None:
    rules = [NoticeRule(days=days, authority="Own rule") for days in (90, 91)]
    found = [dates_of(records(notice=rule), "2026-01-05").publish_by for rule in rules]
    assert [deadline is None for deadline in found] == [False, True]


def test_where_a_regime_names_no_way_of_counting_the_calendar_counts() -> None:
    plain = Regime(name="Plain", language="en", zone="UTC")
    found = dates_of(records(plain, notice=NoticeRule(days=3, authority="Own rule")), "2026-01-05").publish_by
    assert found
    assert (found.day, found.by_latest, found.skipped) == (date(2026, 1, 2), None, ())


@settings(deadline=None)  # the first example loads the library of holidays
@given(
    meeting=st.dates(date(2012, 1, 1), date(2040, 12, 31)),
    days=st.integers(0, 40),
    counting=st.sampled_from(["clear_working_days", "clear_days", "clear_days_s243"]),
)
def test_between_the_day_found_and_the_meeting_every_day_counts_or_is_told(
    meeting: date, days: int, counting: str
) -> None:
    counted = count_back(meeting, days, way(counting), calendar_of(ENGLAND))
    left_out = [one.day for one in counted.skipped]
    assert left_out == sorted(set(left_out))
    assert all(counted.day < day < meeting for day in left_out)
    assert (meeting - counted.day).days - 1 - len(left_out) == days
    if counting == "clear_working_days":
        assert counted.day.weekday() < 5
        assert calendar_of(ENGLAND).holiday(counted.day) is None


def test_publication_is_due_by_the_end_of_a_day_and_names_its_authority() -> None:
    rule = NoticeRule(days=5, counting="clear_working_days", authority="Standing order 9")
    deadline = dates_of(records(notice=rule), "2026-01-05").publish_by
    assert deadline
    assert (deadline.day, deadline.time_of_day) == (date(2025, 12, 23), None)
    assert deadline.rule.authority == "Standing order 9"


def test_without_the_panels_record_no_deadline_is_known() -> None:
    dates = dates_of(Records(), "2026-01-05-visit")
    assert (dates.publish_by, dates.question_deadline) == (None, None)


@pytest.mark.parametrize("year", range(2012, 2041))
def test_bank_holidays_are_those_of_england(year: int) -> None:
    bank_holiday = calendar_of(ENGLAND).holiday
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
        "from datetime import date; from panelpapers.facts.holidays import count_back;"
        "from panelpapers.facts.dates import calendar_of; from panelpapers.reading.regimes import packaged_regime;"
        "regime = packaged_regime('england-police-and-crime-panel');"
        "print(count_back(date(2026, 1, 5), 5, regime.way('clear_working_days'), calendar_of(regime)).day)"
    )
    surroundings = {**os.environ, "TZ": zone, "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, env=surroundings)
    assert done.stdout.strip() == "2025-12-23"
