"""What is suppressed reaches no page and no file, whatever a file tells of it, and even if no rule refused it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from panelpapers.checking import check
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from panelpapers.publication import publish
from panelpapers.reading.folder import read_folder
from panelpapers.records.indicator import Indicator
from panelpapers.records.publication import Records

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "cases" / "second-panel"
FIRST: Final = 71_101
"""Every number from here on, and "seventy-one" in words, is a mark: it stands in no file of the small panel."""

COMMON: Final = {
    "title": "Alarms", "measure": "number of alarms", "place": "Northshire", "unit": "count",
    "definition": "Calls that were alarms.", "source": {"title": "Response times by area"},
}  # fmt: skip


class Marks:
    """Gives out marks, each once, as a number or within a text."""

    def __init__(self) -> None:
        self.given: list[int] = []

    def number(self) -> str:
        self.given.append(FIRST + len(self.given))
        return str(self.given[-1])

    def text(self) -> str:
        number = self.number()
        return f"It was {number}, that is {int(number):,}, or seventy-one thousand."

    def source(self) -> dict[str, str]:
        title = f"Return {self.number()}"
        return {"title": title, "paragraph": self.number(), "address": f"https://example.org/{self.number()}"}


def marked(marks: Marks) -> dict[str, Any]:
    """Give every field of a point that can hold a figure, and the texts, each with a mark of its own."""
    return {
        "value": marks.number(), "lowest": marks.number(), "highest": marks.number(), "approximate": "yes",
        "earlier_value": marks.number(), "interval": {"low": marks.number(), "high": marks.number()},
        "other_figures": [{"value": marks.number(), "source": marks.source()}], "source": marks.source(),
        "disclosed_by": marks.source(), "worked_out": marks.text(), "remark": marks.text(),
        "definition": marks.text(), "meaning": marks.text(), "break_before": marks.text(), "notes": marks.text(),
    }  # fmt: skip


HIDDEN: Final[dict[str, Any]] = {"statuses": ["suppressed"]}
BREAK: Final = {"break_before": "The series has a break here."}
TIMES: Final = (
    "year ending March 2022",
    "year ending March 2023",
    "year ending March 2024",
    "year ending March 2025",
)


def in_time(hidden: Mapping[str, Any], about: Mapping[str, Any], chart: str) -> Indicator:
    """Four years, of which the third is suppressed; ``about`` stands beside them."""
    points: list[dict[str, Any]] = [{"period": one, "value": str(12 + place)} for place, one in enumerate(TIMES)]
    points[2] = {"period": TIMES[2], **HIDDEN, **hidden}
    return Indicator.model_validate({**COMMON, "points": points, "chart": chart, **about})


def about_time(marks: Marks | None) -> dict[str, Any]:
    """Tell of the suppressed year under another name, in a baseline, in two changes and in remarks."""
    baseline = {"period": "2023/24", **({"value": marks.number()} if marks else {})}
    if marks is None:
        return {"baseline": baseline, "remarks": ["Alarms are counted once."]}
    changes = [
        {"period": TIMES[3], "since": "the year before", "amount": marks.number(), "measured_in": "count"},
        {"period": TIMES[2], "since": TIMES[1], "amount": marks.number(), "measured_in": "count"},
        {"period": TIMES[3], "since": "2023/24", "amount": marks.number(), "measured_in": "percent"},
    ]
    remark = f"Alarms are counted once. In the year ending March 2024 there were {marks.number()}."
    remarks = [remark, f"There were {marks.number()} in 2023/24."]
    definition = f"Calls that were alarms. In 2024 these were {marks.number()}."
    return {"baseline": baseline, "stated_changes": changes, "remarks": remarks, "definition": definition}


def of_kinds(hidden: Mapping[str, Any], about: Mapping[str, Any], chart: str) -> Indicator:
    """Three kinds, of which one is suppressed; kinds have no break before them."""
    points: list[dict[str, Any]] = [{"category": "Homes", "value": "12"}, {"category": "Shops", "value": "8"}]
    points.append({"category": "Schools", **HIDDEN, **hidden})
    return Indicator.model_validate({**COMMON, "period": "2024", "points": points, "chart": chart, **about})


def of_groups(hidden: Mapping[str, Any], about: Mapping[str, Any], chart: str) -> Indicator:
    """Two groups over three years; the latest of one is suppressed."""
    men = [{"period": one, "value": str(20 + place)} for place, one in enumerate(TIMES[1:])]
    women: list[dict[str, Any]] = [{"period": one, "value": "11"} for one in TIMES[1:3]]
    women.append({"period": TIMES[3], **HIDDEN, **hidden})
    series = [{"name": "women", "points": women}, {"name": "men", "points": men}]
    return Indicator.model_validate({**COMMON, "series": series, "chart": chart, **about})


def about_kinds(marks: Marks | None) -> dict[str, Any]:
    total = {"parts_of_whole": "yes", "total": marks.number() if marks else "99"}
    remarks = [f"Schools had {marks.number()}.", "Counted by hand."] if marks else ["Counted by hand."]
    return {**total, "remarks": remarks}


def about_nothing(_marks: Marks | None) -> dict[str, Any]:
    return {}


KINDS: Final = {
    "line": (in_time, about_time, "line"),
    "bar": (in_time, about_time, "bar"),
    "interval": (in_time, about_time, "interval"),
    "horizontal-bar": (of_kinds, about_kinds, "horizontal bar"),
    "stacked-bar": (of_kinds, about_kinds, "stacked bar"),
    "status-strip": (of_kinds, about_kinds, "status strip"),
    "groups": (of_groups, about_nothing, "line"),
    "grouped-bar": (of_groups, about_nothing, "grouped bar"),
}


@cache
def small_panel() -> Records:
    reading = read_folder(FOLDER)
    assert reading.problems == ()
    return reading.records


def with_indicators(marks: Marks | None) -> Records:
    """Give the small panel with an indicator of each kind, with marks wherever a figure can be typed, or without."""
    made = {}
    for name, (kind, about, chart) in KINDS.items():
        hidden = marked(marks) if marks else BREAK
        made[f"alarms-{name}"] = kind(hidden, about(marks), chart).model_copy(update={"title": f"Alarms, {name}"})
    return replace(small_panel(), indicators={**small_panel().indicators, **made})


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which charts are kept that were drawn before: equal pictures are drawn once."""
    return tmp_path_factory.mktemp("charts")


def built(records: Records, charts: Path) -> Site:
    return build(Dossier(records), date(2027, 3, 12), ROOT / "theme_overrides", charts)


def output(site: Site) -> Iterator[tuple[str, str]]:
    for address, page in site.pages.items():
        yield address, "\n".join((page.title, page.summary, str(page.html), str(page.trail)))
    for address, file in site.files.items():
        yield address, file.content.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def marks() -> Marks:
    return Marks()


@pytest.fixture(scope="module")
def site(marks: Marks, charts: Path) -> Site:
    return built(with_indicators(marks), charts)


def test_no_mark_reaches_any_byte_of_any_page_or_file(site: Site, marks: Marks) -> None:
    assert len(marks.given) > 150
    found = re.compile("|".join([*(f"{one}|{one:,}" for one in marks.given), "(?i:seventy-one)"]))
    assert [(address, found.findall(text)) for address, text in output(site) if found.search(text)] == []


def test_no_chart_axis_table_or_sentence_depends_on_what_is_suppressed(site: Site, charts: Path) -> None:
    """The site is, byte for byte, that of files in which nothing of it was ever typed."""
    never_typed = built(with_indicators(None), charts)
    assert dict(output(site)) == dict(output(never_typed))


def test_marks_are_found_where_they_may_stand(charts: Path) -> None:
    """The search itself is tried: a mark in a figure that is shown is on its page, in its table and in its chart."""
    shown = Indicator.model_validate(
        {**COMMON, "points": [{"period": "2023", "value": str(FIRST)}, {"period": "2024", "value": "5"}]}
    )
    records = replace(small_panel(), indicators={"alarms": shown})
    where = [address for address, text in output(built(records, charts)) if f"{FIRST:,}" in text]
    assert {"indicators/alarms/", "indicators/alarms/alarms.csv", "indicators/alarms/alarms.svg"} <= set(where)


def test_the_rules_refuse_every_one_of_these_files_before_that(marks: Marks) -> None:
    refused = {one.code for one in check(Dossier(with_indicators(marks))) if one.severity == "error"}
    assert {"suppressed-typed", "suppressed-in-words"} <= refused


@pytest.mark.parametrize("field", ["value: 71101", "remark: There were seventy-one.", "earlier_value: 71101"])
def test_nothing_is_published_while_one_of_them_is_typed(field: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data")
    file = tmp_path / "data" / "indicators" / "fires-by-kind.yml"
    hidden = f"statuses:\n          - suppressed\n        {field}"
    text = file.read_text(encoding="utf-8").replace("statuses:\n          - not available", hidden)
    file.write_text(text, encoding="utf-8")
    made = publish(tmp_path / "data", ROOT / "theme_overrides", date(2027, 3, 12))
    assert made.site is None
    assert "The figure for Moorland, 2026/27 is suppressed" in made.telling


def test_a_status_that_says_how_large_it_is_goes_too() -> None:
    one = of_kinds({"statuses": ["suppressed", "low"]}, {}, "bar")
    shown = public(replace(small_panel(), indicators={"a": one})).indicators["a"]
    assert shown.points[2].statuses == ["suppressed"]


def test_what_is_harmless_stays() -> None:
    """Who says why, when and where it is kept back is not silenced, and other sentences of a text stay."""
    remark = "Kept back since April 2024, as paragraph 12 of the report says."
    one = in_time(
        {"remark": remark, "break_before": "A new system since 2023."},
        {"remarks": ["Fewer than 5 are hidden."]},
        "bar",
    )
    shown = public(replace(small_panel(), indicators={"a": one})).indicators["a"]
    assert shown.points[2].remark == remark
    assert shown.points[2].break_before == "A new system since 2023."
    assert shown.remarks == ["Fewer than 5 are hidden."]
    told = in_time({}, {"remarks": ["Counted once. In 2023/24 it was 4."]}, "bar")
    assert public(replace(small_panel(), indicators={"a": told})).indicators["a"].remarks == ["Counted once."]


def test_a_file_that_suppresses_nothing_stays_as_it_is() -> None:
    assert public(small_panel()).indicators == small_panel().indicators
