from __future__ import annotations

from datetime import date, timedelta

import pytest

from panelpapers.facts.years import (
    dates_a_year_early,
    dates_in,
    days_named,
    overtaken,
    stale_title_year,
    wrong_weekdays,
    wrong_years_of,
)
from panelpapers.records.calendar import MONTHS

FEBRUARY = date(2026, 2, 2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on Monday 2 February 2026", []),
        ("on Tuesday 2 February 2026", [("Tuesday 2 February 2026", "Monday")]),
        ("on Monday, 5 January 2026 and Monday 6 January 2026", [("Monday 6 January 2026", "Tuesday")]),
        ("on Monday 31 February 2026", []),
        ("on Sunday 1 February 2026", []),
        ("on Monday 1 February 2026", [("Monday 1 February 2026", "Sunday")]),
    ],
)
def test_weekdays(text: str, told: list[tuple[str, str]]) -> None:
    assert list(wrong_weekdays(dates_in(text))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("vetoed on 3 February 2025", ["3 February 2025"]),
        ("a revised precept on 16 February 2025", ["16 February 2025"]),
        ("the minutes of 17 November 2025", []),
        ("vetoed on 2 February 2026", []),
        ("the inspection of November 2024", []),
    ],
)
def test_dates_a_year_early(text: str, told: list[str]) -> None:
    assert list(dates_a_year_early(dates_in(text), FEBRUARY)) == told


@pytest.mark.parametrize(("before", "told"), [(334, False), (335, True), (395, True), (396, False)])
def test_about_a_year_is_a_month_more_or_less(before: int, told: bool) -> None:
    day = FEBRUARY - timedelta(days=before)
    text = f"on {day.day} {MONTHS[day.month - 1]} {day.year}"
    assert bool(list(dates_a_year_early(dates_in(text), FEBRUARY))) == told


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Proposed precept 2025 and budget", "2025"),
        ("Proposed precept 2026 and budget", None),
        ("Annual report 2024/25", None),
        ("Hate Crime Strategy 2025-2029", None),
        ("Hate Crime Strategy 2022–2025", None),
        ("Budget 2025–26", None),
        ("Minutes of 11.12.2025", None),
        ("Plan of 2025 and its future in 2026", None),
        ("Minute of 11 December 2025", None),
        ("Spending in November 2025", None),
        ("Minutes of 3 February 2025, and of 10 December 2025", None),
        ("Spending in February 2025", "2025"),
        ("Minutes of 8 December 2025", None),
        ("Minutes of December 8, 2025", None),
        ("Figures up to December 2025", None),
        ("Minutes of 2 February 2025", "2025"),
        ("Figures up to January 2025", "2025"),
        ("Plan of 2024, agreed on 8 December 2025", "2024"),
    ],
)
def test_years_of_titles(title: str, year: str | None) -> None:
    assert stale_title_year(title, FEBRUARY) == year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Minutes of December 16, 2025", None),
        ("Minutes of 16 December 2025", None),
        ("Report for November 2025", None),
        ("Report for February 2025", None),
        ("Report for January 2025", "2025"),
        ("Minutes of 16 December 2024", "2024"),
    ],
)
def test_in_january_a_title_is_of_the_months_before(title: str, year: str | None) -> None:
    assert stale_title_year(title, date(2026, 1, 6)) == year


@pytest.mark.parametrize(
    ("event", "text", "right", "told"),
    [
        ("precept", "the precept 2025", "2026/27", ["precept 2025"]),
        ("precept", "Precept for 2025/26", "2026/27", ["Precept for 2025/26"]),
        ("precept", "the precept for 2026/27", "2026/27", []),
        ("precept", "the precept 2026", "2026/27", []),
        ("budget", "the precept 2025", "2026/27", []),
        ("budget", "the Budget for 2025-26", "2026/27", ["Budget for 2025-26"]),
        ("budget", "the budget of 2026", "2027", ["budget of 2026"]),
        ("budget", "the budget of 2027", "2027", []),
        ("tax (rates)", "Tax (rates) 2025", "2026/27", ["Tax (rates) 2025"]),
    ],
)
def test_years_of_an_event(event: str, text: str, right: str, told: list[str]) -> None:
    assert list(wrong_years_of(event, text, right)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on 16 March 2026", ["2026-03-16"]),
        ("in March 2026", ["2026-03-31"]),
        ("in January and February 2026", ["2026-01-31", "2026-02-28"]),
        (
            "in January, May or June 2028 and on 29 February 2028",
            ["2028-01-31", "2028-02-29", "2028-05-31", "2028-06-30"],
        ),
        ("on 31 February 2026, in March 0000 and in 2026", []),
        ("in January", []),
    ],
)
def test_the_days_that_a_text_names(text: str, told: list[str]) -> None:
    assert sorted(day.isoformat() for day in days_named(text)) == told


WRITTEN = date(2025, 12, 23)


@pytest.mark.parametrize(
    ("text", "written", "today", "over"),
    [
        ("The group reports on 16 March 2026.", WRITTEN, date(2026, 3, 16), False),
        ("The group reports on 16 March 2026.", WRITTEN, date(2026, 3, 17), True),
        ("The group meets in January 2026.", WRITTEN, date(2026, 1, 31), False),
        ("The group meets in January 2026.", WRITTEN, date(2026, 2, 1), True),
        ("The group met on 23 December 2025.", WRITTEN, date(2026, 3, 17), False),
        ("The group meets on 24 December 2025.", WRITTEN, date(2026, 3, 17), True),
        ("The group reports on 16 March 2026.", None, date(2026, 3, 17), False),
        ("The group reports.", WRITTEN, date(2026, 3, 17), False),
    ],
)
def test_a_text_is_overtaken_when_a_day_that_was_to_come_is_over(
    text: str, written: date | None, today: date, over: bool
) -> None:
    assert overtaken(text, written, today) is over
