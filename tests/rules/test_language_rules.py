"""What the rules make of texts in several languages, and of figures that languages write in different ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.packs import problems_with

FIGURE = """
title: Fire calls
measure: number of fire calls
place: Northshire
unit: rate
definition: Calls to a fire, for each person.
source:
  title: Report to the Panel
"""


def codes(text: str, folder: Path, file: str = "indicators/fire-calls.yml") -> set[str]:
    return {problem.code for problem in problems_with({file: text}, folder)}


def points(*values: str) -> str:
    return "points:\n" + "".join(
        f"  - period: {year}\n    value: {value}\n" for year, value in enumerate(values, start=2020)
    )


@pytest.mark.parametrize("value", ["1.000", "1.234", "999.999", "-12.500"])
def test_a_point_before_three_digits_is_asked_about(value: str, tmp_path: Path) -> None:
    told = problems_with({"indicators/fire-calls.yml": FIGURE + points(value, "7")}, tmp_path)
    assert [problem.code for problem in told] == ["figure-two-ways"]
    assert told[0].message.startswith(f'"{value}" can mean two things')
    assert told[0].severity == "error"


@pytest.mark.parametrize("value", ["0.999", "1000.000", "1,234.567", "1.23", "1.2345", "12.5", "1,234", "1234"])
def test_what_can_mean_one_thing_only_is_not(value: str, tmp_path: Path) -> None:
    assert "figure-two-ways" not in codes(FIGURE + points(value, "7"), tmp_path)


def test_another_figure_or_the_decimals_show_what_a_point_is(tmp_path: Path) -> None:
    assert "figure-two-ways" not in codes(FIGURE + points("1.234", "2.5"), tmp_path / "a")
    assert "figure-two-ways" not in codes(FIGURE + "decimals: 3\n" + points("1.234", "7"), tmp_path / "b")
    assert "figure-two-ways" in codes(FIGURE + "decimals: 2\n" + points("1.234", "7"), tmp_path / "c")
    assert "figure-two-ways" in codes(FIGURE + points("1.234", "2.345"), tmp_path / "d")


@pytest.mark.parametrize(("german", "told"), [("Es waren 4.", True), ("Keine Angabe.", False)])
def test_no_version_of_a_remark_tells_a_suppressed_figure(german: str, told: bool, tmp_path: Path) -> None:
    kinds = (
        "period: 2024\npoints:\n  - category: women\n    value: 12\n  - category: men\n    statuses: [suppressed]\n"
    )
    remark = f"    remark:\n      en: It is not given.\n      de: {german}\n"
    found = codes(FIGURE.replace("rate", "count") + kinds + remark, tmp_path)
    assert ("suppressed-in-words" in found) == told


@pytest.mark.parametrize(("language", "told"), [("uk", False), ("cy", True)])
def test_a_word_in_the_alphabet_of_its_language_is_no_other(language: str, told: bool, tmp_path: Path) -> None:
    matters = f"matters:\n  - id: choir\n    title: Хор\n    language: {language}\n"
    assert ("look-alike" in codes(matters, tmp_path, "matters.yml")) == told
