"""The one formatter: numbers, dates, times, periods and lists as text."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panelpapers.records.indicator import Indicator
from panelpapers.records.period import read_period
from panelpapers.records.regime import Forms
from panelpapers.records.regional import sign_of
from panelpapers.records.units import Unit, read_unit
from panelpapers.words import format as say
from panelpapers.words.units import Units, units


@pytest.mark.parametrize(
    ("amount", "decimals", "text"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("10.05", 1, "10.1"),
        ("10.04", 1, "10.0"),
        ("-0.04", 1, "0.0"),
        ("1234567", 0, "1,234,567"),
        ("999.5", 0, "1,000"),
        ("7", 2, "7.00"),
        ("-1234.5", 1, "-1,234.5"),
    ],
)
def test_numbers_round_half_up_with_commas_for_thousands(amount: str, decimals: int, text: str) -> None:
    assert say.number(Decimal(amount), decimals) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**30), max_value=10**30))
def test_a_number_keeps_every_digit_that_is_asked_for(amount: Decimal) -> None:
    assert Decimal(say.number(amount, 4).replace(",", "")) == amount


@pytest.mark.parametrize(
    ("unit", "noun", "decimals", "amount", "text"),
    [
        ("%", "", 1, "13.5", "13.5%"),
        ("%", "", 0, "-3", "-3%"),
        ("days", "day", 0, "1", "1 day"),
        ("days", "day", 0, "0", "0 days"),
        ("days", "day", 1, "1", "1.0 day"),
        ("count", "case", 0, "1", "1 case"),
        ("count", "case", 0, "2000", "2,000 cases"),
        ("count", "", 0, "1", "1"),
        ("rate", "", 2, "0.456", "0.46"),
    ],
)
def test_a_figure_has_its_unit(unit: str, noun: str, decimals: int, amount: str, text: str) -> None:
    assert Units(Unit(unit), decimals, noun, f"{noun}s" if noun else "").value(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("unit", "decimals", "amount", "text"),
    [
        ("%", 1, "5.6", "5.6 percentage points"),
        ("%", 1, "-5.6", "5.6 percentage points"),
        ("%", 1, "1", "1.0 percentage point"),
        ("%", 0, "1.2", "1 percentage point"),
        ("%", 1, "0.04", "less than 0.1 percentage points"),
        ("%", 1, "0", "0.0 percentage points"),
        ("%", 0, "0.4", "less than 1 percentage point"),
        ("count", 0, "448", "448"),
    ],
)
def test_a_difference_of_percentages_is_in_percentage_points(
    unit: str, decimals: int, amount: str, text: str
) -> None:
    assert Units(Unit(unit), decimals).gap(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("currency", "decimals", "amount", "text"),
    [
        ("GBP", 0, "1250", "£1,250"),
        ("GBP", 2, "-5", "-£5.00"),
        ("USD", 0, "1200000", "$1,200,000"),
        ("EUR", 1, "0.5", "€0.5"),
        ("CHF", 0, "-1200", "-CHF\u00a01,200"),
    ],
)
def test_money_has_the_sign_of_its_currency(currency: str, decimals: int, amount: str, text: str) -> None:
    units = Units(Unit("money"), decimals, sign=sign_of(currency))
    assert units.value(Decimal(amount)) == text
    assert units.gap(abs(Decimal(amount))) == text.removeprefix("-")


@pytest.mark.parametrize(
    ("unit", "decimals", "amount", "sign", "cell", "label", "value", "gap"),
    [
        ("£ million", 1, "14.2", "£", "14.2", "£14.2m", "£14.2 million", "£14.2 million"),
        ("£ thousand", 0, "1200", "£", "1,200", "£1,200k", "£1,200 thousand", "£1,200 thousand"),
        ("money in millions", 1, "-1.5", "$", "-1.5", "-$1.5m", "-$1.5 million", "$1.5 million"),
        ("£ billion", 2, "0", "£", "0.00", "£0.00", "£0.00 billion", "£0.00 billion"),
        ("CHF million", 1, "2", "CHF\u00a0", "2.0", "CHF\u00a02.0m", "CHF\u00a02.0 million", "CHF\u00a02.0 million"),
        ("thousands", 1, "758", "", "758.0", "758.0", "758.0 thousand", "758.0 thousand"),
        ("thousand hours", 0, "1", "", "1", "1", "1 thousand hours", "1 thousand hours"),
        ("per 1,000 people", 1, "84.2", "", "84.2", "84.2", "84.2 per 1,000 people", "84.2 per 1,000 people"),
        ("index, 2015 = 100", 1, "101.9", "", "101.9", "101.9", "101.9", "101.9 points"),
        ("ratio", 1, "3.2", "", "3.2", "3.2", "3.2 to 1", "3.2"),
        ("percentage points", 0, "1", "", "1", "1", "1 percentage point", "1 percentage point"),
        ("weeks", 0, "1", "", "1", "1", "1 week", "1 week"),
        ("minutes and seconds", 0, "523", "", "8:43", "8:43", "8 minutes 43 seconds", "8 minutes 43 seconds"),
        ("minutes and seconds", 0, "61", "", "1:01", "1:01", "1 minute 1 second", "1 minute 1 second"),
        ("minutes and seconds", 0, "540", "", "9:00", "9:00", "9 minutes", "9 minutes"),
        ("minutes and seconds", 0, "0", "", "0:00", "0:00", "0 seconds", "0 seconds"),
        ("minutes and seconds", 1, "540", "", "9:00.0", "9:00.0", "9 minutes 0.0 seconds", "9 minutes 0.0 seconds"),
        ("minutes and seconds", 0, "59.5", "", "1:00", "1:00", "1 minute", "1 minute"),
        ("hours and minutes", 0, "-65", "", "-1:05", "-1:05", "-1 hour 5 minutes", "1 hour 5 minutes"),
        ("hours, minutes and seconds", 0, "3605", "", "1:00:05", "1:00:05", "1 hour 5 seconds", "1 hour 5 seconds"),
    ],
)
def test_each_unit_in_a_table_a_chart_and_a_sentence(
    unit: str, decimals: int, amount: str, sign: str, cell: str, label: str, value: str, gap: str
) -> None:
    typed = {"title": "T", "measure": "m", "place": "P", "definition": "D", "source": {"title": "S"}, "unit": unit}
    currency = {"£": "GBP", "$": "USD"}.get(sign, "CHF")
    point = {"period": "2024", "value": ":".join(["1", *["01"] * (len(read_unit(unit).clock) - 1)])}
    indicator = Indicator.model_validate(typed | {"points": [point]} | ({"currency": currency} if sign else {}))
    own = units(indicator, decimals)
    written = (own.cell(Decimal(amount)), own.label(Decimal(amount)), own.value(Decimal(amount)))
    assert (*written, own.gap(abs(Decimal(amount)))) == (cell, label, value, gap)


@pytest.mark.parametrize(
    ("earlier", "later", "shows"),
    [("10.04", "10.16", True), ("10.0", "10.2", False), ("10.04", "10.04", False), ("0.4", "0.02", False)],
)
def test_a_reader_who_subtracts_is_warned_where_rounding_shows(earlier: str, later: str, shows: bool) -> None:
    assert say.rounding_shows(Decimal(earlier), Decimal(later), 1) is shows


@pytest.mark.parametrize(
    ("position", "text"),
    [(1, "first"), (3, "third"), (10, "tenth"), (11, "11th"), (21, "21st"), (112, "112th"), (103, "103rd")],
)
def test_ordinals(position: int, text: str) -> None:
    assert say.ordinal(position) == text


def test_lists_have_no_comma_before_the_last() -> None:
    assert say.listed([]) == ""
    assert say.listed(["A"]) == "A"
    assert say.listed(["A", "B"]) == "A and B"
    assert say.listed(["A", "B", "C"], "or") == "A, B or C"


def test_dates_are_written_as_people_say_them() -> None:
    assert say.day(date(2026, 1, 5)) == "5 January 2026"
    assert say.weekday_and_day(date(2026, 1, 5)) == "Monday 5 January 2026"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (time(14), "2pm"),
        (time(14, 30), "2.30pm"),
        (time(9, 5), "9.05am"),
        (time(16, 59), "4.59pm"),
        (time(12), "midday"),
        (time(0), "midnight"),
        (time(0, 30), "12.30am"),
        (time(12, 30), "12.30pm"),
        (time(11, 59), "11.59am"),
    ],
)
def test_times_are_written_one_way(when: time, text: str) -> None:
    assert say.clock(when) == text


@pytest.mark.parametrize(
    ("typed", "inside", "when", "label"),
    [
        ("YE Jun 2025", "the year ending June 2025", "in the year ending June 2025", "Year ending June 2025"),
        ("March 2023", "March 2023", "in March 2023", "March 2023"),
        ("Q2 2025/26", "quarter 2 of 2025/26", "in quarter 2 of 2025/26", "Quarter 2 of 2025/26"),
        ("2024/25", "2024/25", "in 2024/25", "2024/25"),
        ("fiscal year 2024-25", "2024/25", "in 2024/25", "2024/25"),
        ("FY 2024–25", "2024/25", "in 2024/25", "2024/25"),
        ("fiscal year 2024-2025", "2024/25", "in 2024/25", "2024/25"),
        ("1999/2000", "1999/00", "in 1999/00", "1999/00"),
        ("Q2 FY2025-26", "quarter 2 of 2025/26", "in quarter 2 of 2025/26", "Quarter 2 of 2025/26"),
        ("5 January 2026", "5 January 2026", "on 5 January 2026", "5 January 2026"),
        (
            "Aug 2023 to Aug 2024",
            "the 13 months from August 2023 to August 2024",
            "in the 13 months from August 2023 to August 2024",
            "August 2023 to August 2024 (13 months)",
        ),
        (
            "2019 to 2021",
            "the 3 years from 2019 to 2021",
            "in the 3 years from 2019 to 2021",
            "2019 to 2021 (3 years)",
        ),
        (
            "latest (period not stated)",
            "the latest period (not stated)",
            "in the latest period (not stated)",
            "Latest (period not stated)",
        ),
        (
            "two years earlier (period not stated)",
            "“two years earlier” (period not stated)",
            "for “two years earlier” (period not stated)",
            "Two years earlier (period not stated)",
        ),
    ],
)
def test_periods(typed: str, inside: str, when: str, label: str) -> None:
    read = read_period(typed)
    assert (say.period(read), say.in_period(read), say.period_label(read)) == (inside, when, label)


def test_several_periods_are_named_together() -> None:
    years = [read_period(f"year ending March {year}") for year in (2022, 2024)]
    assert say.in_periods(years) == "in the years ending March 2022 and March 2024"
    assert say.periods(years) == "the years ending March 2022 and March 2024"
    mixed = [read_period("2024"), read_period("5 January 2026")]
    assert say.in_periods(mixed) == "in 2024 and on 5 January 2026"


@pytest.mark.parametrize(
    ("forms", "written"),
    [
        (Forms(clock="2.30pm"), ["Monday 5 January 2026", "2.30pm", "11am", "midday", "midnight", "12.05am"]),
        (
            Forms(date="month day, year", clock="2:30 p.m."),
            ["Monday, January 5, 2026", "2:30 p.m.", "11 a.m.", "noon", "midnight", "12:05 a.m."],
        ),
        (Forms(), ["Monday 5 January 2026", "14:30", "11:00", "12:00", "00:00", "00:05"]),
    ],
)
def test_days_and_times_are_written_as_the_regime_has_them(forms: Forms, written: list[str]) -> None:
    times = [time(14, 30), time(11), time(12), time(0), time(0, 5)]
    with say.writing(forms):
        assert [say.weekday_and_day(date(2026, 1, 5)), *map(say.clock, times)] == written
    assert say.day(date(2026, 1, 5)) == "5 January 2026"


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert say.ended("It closed at 2pm") == "It closed at 2pm."
    assert say.ended("It closed at 2 p.m.") == "It closed at 2 p.m."
