"""What words of sheets mean: periods, days, figures, headings."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from panelpapers.importing.days import DAY_FIRST, MONTH_FIRST, first_in, read_day
from panelpapers.importing.parts import Cell, Part
from panelpapers.importing.sheets.figures import Figure, said_figure
from panelpapers.importing.sheets.periods import Custom, of_kind, said_period
from panelpapers.importing.sheets.tables import read_table, reference
from panelpapers.records.units import read_unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Q1 2025/26", "quarter 1 of 2025/26"),
        ("2025-26 Q1", "quarter 1 of 2025/26"),
        ("Qtr 3, 25/26", "quarter 3 of 2025/26"),
        ("Q1 (Apr-Jun) 2025/26", "quarter 1 of 2025/26"),
        ("Q2 2025", "quarter 2 of 2025"),
        ("Jun-25", "June 2025"),
        ("2025-06", "June 2025"),
        ("2025/26 Mar", "March 2026"),
        ("FY25/26", "2025/26"),
        ("12 months to Jun-25", "year ending June 2025"),
        ("YE June 2025", "year ending June 2025"),
        ("Apr-Aug 2025", "April to August 2025"),
        ("30/06/2025", "30 June 2025"),
        ("baseline (period not stated)", "baseline"),
    ],
)
def test_a_period_is_read_in_any_way_to_write_it(text: str, name: str) -> None:
    assert said_period(text, Custom()).name == name


@pytest.mark.parametrize("text", ["Q1", "Target", "31/06/2025", "2024/25 to date", "Q5 2025/26", "2024/26", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        said_period(text, Custom())


@pytest.mark.parametrize(
    ("text", "kind", "begins", "name"),
    [
        ("June 2025", "quarter", 4, "quarter 2 of 2025"),
        ("June 2025", "financial quarter", 4, "quarter 1 of 2025/26"),
        ("June 2025", "financial quarter", 7, "quarter 4 of 2024/25"),
        ("30 June 2025", "financial year", 7, "2024/25"),
        ("March 2025", "financial year", 4, "2024/25"),
        ("30 June 2025", "year ending", 4, "year ending June 2025"),
        ("29 June 2025", "month", 4, "June 2025"),
        ("May 2025", "quarter", 4, ""),
        ("29 June 2025", "quarter", 4, ""),
        ("2025", "financial year", 4, ""),
        ("Q1 2025", "financial quarter", 4, ""),
    ],
)
def test_a_kind_of_period_is_taken_only_where_it_fits(text: str, kind: str, begins: int, name: str) -> None:
    if name:
        assert of_kind(said_period(text, Custom()), kind, begins).name == name
    else:
        with pytest.raises(PydanticCustomError, match="does not say which"):
            of_kind(said_period(text, Custom()), kind, begins)


@pytest.mark.parametrize(
    ("text", "first", "day"),
    [
        ("4/2/2026", DAY_FIRST, "2026-02-04"),
        ("4/2/2026", MONTH_FIRST, "2026-04-02"),
        ("4/2/2026", "", "may be two days"),
        ("4/4/2026", "", "2026-04-04"),
        ("13/2/26", "", "2026-02-13"),
        ("30-Jun-25", DAY_FIRST, "2025-06-30"),
        ("Monday 5 January 2026", DAY_FIRST, "2026-01-05"),
        ("2026-01-05 00:00:00", DAY_FIRST, "2026-01-05"),
        ("45838", DAY_FIRST, "2025-06-30"),
        ("2026-02-30", DAY_FIRST, "no day"),
        ("31 June 2025", DAY_FIRST, "no day"),
        ("soon", DAY_FIRST, "not a date"),
    ],
)
def test_a_day_is_read_or_it_is_said_why_not(text: str, first: str, day: str) -> None:
    if day[0].isdigit():
        assert read_day(text, first).day.isoformat() == day
    else:
        with pytest.raises(PydanticCustomError, match=day):
            read_day(text, first)


def test_the_dates_of_a_column_say_together_what_comes_first() -> None:
    assert first_in(["4/2/2026", "13/2/2026"], DAY_FIRST) == DAY_FIRST
    assert first_in(["4/2/2026", "2/13/2026"], DAY_FIRST) == ""
    assert first_in(["4/2/2026", "2/13/2026"], MONTH_FIRST) == MONTH_FIRST
    assert first_in(["13/2/2026"], MONTH_FIRST) == ""


@pytest.mark.parametrize(
    ("text", "unit", "figure"),
    [
        ("13.5%", "%", Figure("13.5")),
        ("1,234", "count", Figure("1,234")),
        ("1 234", "count", Figure("1,234")),
        ("(£1,234.50)", "£", Figure("-1,234.50")),
        ("-£5", "money", Figure("-5")),
        ("£14.2m", "£ million", Figure("£14.2m")),
        ("5-", "count", Figure("-5")),
        ("8:43", "minutes and seconds", Figure("8:43")),
        (".5", "%", Figure("0.5")),
        ("c. 40", "count", Figure("40", approximate=True)),
        ("12 [p][r]", "count", Figure("12", ("provisional", "revised"))),
        ("[c]", "count", Figure("", ("suppressed",))),
        ("*", "count", Figure("", ("suppressed",))),
        ("..", "count", Figure("", ("not available",))),
        ("–", "count", Figure("", ("not available",))),
        ("[z]", "count", Figure("", ("not applicable",))),
    ],
)
def test_a_figure_is_read_as_it_is_printed(text: str, unit: str, figure: Figure) -> None:
    assert said_figure(text, read_unit(unit), "£") == figure


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *(("13.5%", "count"), ("$5", "£"), ("£5", "count"), ("8:43", "minutes"), ("£14.2m", "£"), ("13,5", "%")),
        *(("12 [b]", "count"), ("12 [c]", "count"), ("#DIV/0!", "count"), ("Err:502", "count"), ("12*", "count")),
    ],
)
def test_a_figure_that_is_not_sure_is_refused(text: str, unit: str) -> None:
    with pytest.raises(PydanticCustomError):
        said_figure(text, read_unit(unit), "£")


def table(*rows: str, merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> Part:
    typed = [(at, column, text) for at, row in enumerate(rows) for column, text in enumerate(row.split("|")) if text]
    cells = [
        Cell(at, column, (Part("paragraph", text, 0),), *(merged or {}).get((at, column), (1, 1)))
        for at, column, text in typed
    ]
    return Part("table", "", 0, cells=tuple(cells))


def test_headings_are_found_below_a_title_and_in_several_rows() -> None:
    known = {"name", "2024/25 q1", "2024/25 q2", "2025/26 q1"}
    rows = ("Scores of 2025||", "Name|2024/25||2025/26", "|Q1|Q2|Q1", "Calls|1|2|3", "Name|Q1|Q2|Q1", "Fires|4|5|6")
    part = table(*rows, merged={(1, 0): (2, 1), (1, 1): (1, 2)})
    found = read_table(part, "a", lambda heading: heading.lower() if heading.lower() in known else None)
    assert found is not None
    assert [column.what for column in found.columns.values()] == ["name", "2024/25 q1", "2024/25 q2", "2025/26 q1"]
    assert [row.text(0) for row in found.rows] == ["Calls", "Name", "Fires"]


def test_headings_that_are_repeated_on_another_page_are_no_row() -> None:
    part = table("Name|Score", "Calls|1", "Name|Score", "Fires|2")
    found = read_table(part, "a", lambda heading: heading)
    assert found is not None
    assert [row.text(0) for row in found.rows] == ["Calls", "Fires"]


@pytest.mark.parametrize(("column", "name"), [(0, "A7"), (25, "Z7"), (26, "AA7"), (701, "ZZ7"), (702, "AAA7")])
def test_a_cell_is_named_as_spreadsheets_name_it(column: int, name: str) -> None:
    assert reference(6, column) == name
