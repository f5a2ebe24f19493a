"""Which figures a text tells, and what in it is none."""

from __future__ import annotations

import pytest

from panelpapers.facts.figures_in_text import Names, figures_in, years_in

TOLD = {
    "The number is 71,115": ["71,115"],
    "It was 71 115 or 7.5%.": ["71 115", "7.5%"],
    "£3m and -4": ["£3m", "-4"],
    "There were seventy-one of them": ["seventy-one"],
    "One hundred and five people": ["One hundred and five"],
    "One force did not report": ["One"],
    "Half of them, none of us, twice as many": ["Half", "none", "twice"],
    "７１ and ½ and x²": ["71", "0.5", "2"],
    "It was 2024": ["2024"],
    "It rose to 2024": ["2024"],
    "There were more than 2011": ["2011"],
    "In 2024 cases it failed": ["2024"],
    "The figure 71 is not shown": ["71"],
    "See paragraph 71115": ["71115"],
    "It came 3rd": ["3rd"],
    "on 31 May 71": ["71"],
}

NOT_TOLD = (
    "Since 2024 it is kept back.",
    "The 2024 figure is kept back, as in 2023 and between 2019 and 2021 (before 2018).",
    "On 5 January 2026, on 5 January, January 5, 2026-01-05 and 05/01/2026",
    "In 2023/24, Q2 2025/26, quarter 2, the year ending 31 March 2024, April to August 2025 and 1998 to 2001",
    "See paragraphs 28, 29 and 30 to 32 (iv), section 4.2, Annex 3 and Table 2a.",
    "In figure 2 of the report; Figure 2 in annex 1",
    "Minute 921 (ii), outcome code 16, the Police Act 1996, SI 2018/952 and Schedule 12A",
    "One of the forces did not report, and this one did.",
    "Only callers aged 10 to 17 were asked.",
    "A handful of people would be known by it.",
)


@pytest.mark.parametrize("text", TOLD)
def test_figures_are_found(text: str) -> None:
    assert figures_in(text) == TOLD[text]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_years_dates_periods_and_numbers_of_passages_are_none(text: str) -> None:
    assert figures_in(text, Names(["callers aged 10 to 17"])) == []


def test_years_alone() -> None:
    assert years_in("In 2024 and 2023/24, and it was 2011") == (2024,)
    assert years_in("In 1899 it was 2100") == ()


def test_names_are_found_by_their_words_the_longer_first() -> None:
    names = Names(["Ward 12", "ward 12 east", "7", "—"])
    assert [name for *_, name in names.spans("In WARD 12, ward-12 East and Wards 12")] == ["Ward 12", "ward 12 east"]
    assert figures_in("In ward 12 it was 7", names) == ["7"]
