"""The page of an indicator is found with the meeting of its source, where that is one of this site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import etree

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.figures import figures_of, indicator_pages, kept_pictures
from panelpapers.pages.rendering import Renderer
from panelpapers.pages.site import File, Page
from panelpapers.records.indicator import Indicator
from tests.pages.reading_pages import words
from tests.river_valley import TEMPLATES, TODAY, river_valley

BASIC = {"title": "Rate", "measure": "rate", "place": "Here", "unit": "%", "definition": "D"}
STATED = {"stated_changes": [{"period": "2021", "since": "2020", "amount": "4", "measured_in": "points"}]}


@pytest.mark.parametrize(
    ("source", "meeting"),
    [
        ({"title": "S"}, None),
        ({"title": "S", "meeting": "2027-03-31"}, date(2027, 3, 31)),
        ({"title": "S", "meeting": "2020-03-31"}, None),
    ],
)
def test_an_indicator_is_found_by_the_year_of_its_pack(source: dict[str, str], meeting: date | None) -> None:
    points = [{"period": "2025", "value": "1"}, {"period": "2026", "value": "2"}]
    made = Indicator.model_validate(BASIC | {"source": source, "points": points})
    records = replace(river_valley(), indicators={"rate": made})
    dossier = Dossier(records)
    figures = figures_of(dossier, default_folder())
    pages = [
        one for one in indicator_pages(dossier, Renderer(TEMPLATES, records, TODAY), figures) if isinstance(one, Page)
    ]
    (page,) = [one for one in pages if one.address == "indicators/rate/"]
    assert (page.kind, page.meeting) == ("Figure", meeting)


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        ({"target": "90%"}, "90.0%"),
        ({"target": {"value": "12", "limit": "at most", "by": "2026"}}, "At most 12.0%, by 2026"),
        ({"target": {"lowest": "8", "highest": "10"}}, "Between 8.0% and 10.0%"),
        (
            {"baseline": {"value": "7.5", "period": "2015 to 2019", "average": "yes"}},
            "7.5% a year on average, the 5 years from 2015 to 2019",
        ),
    ],
)
def test_a_page_says_each_form_of_a_target_and_a_baseline(standard: dict[str, object], said: str) -> None:
    points = [{"period": "2025", "value": "10.5"}, {"period": "2026", "value": "20.1"}]
    made = Indicator.model_validate(BASIC | {"source": {"title": "S"}, "points": points, **standard})
    assert said in words(page_of(made)[0])


def page_of(made: Indicator, *published: str, **others: Indicator) -> tuple[str, dict[str, str]]:
    """Give the page of an indicator beside others, and the files beside it, where some were published before."""
    dossier = Dossier(replace(river_valley(), indicators={"rate": made, **others}))
    renderer, figures = Renderer(TEMPLATES, dossier.records, TODAY), figures_of(dossier, default_folder())
    parts = [*indicator_pages(dossier, renderer, figures), *kept_pictures(figures, published, renderer)]
    (page,) = [part for part in parts if isinstance(part, Page) and part.address == "indicators/rate/"]
    files = {part.address.rpartition("/")[2]: part.content.decode() for part in parts if isinstance(part, File)}
    return str(page.html), files


def test_one_figure_is_a_number_with_what_it_is_compared_with_and_no_chart() -> None:
    point = {
        "period": "2025",
        "value": "13.5",
        "interval": {"low": "12.9", "high": "14.1"},
        "statuses": ["provisional"],
    }
    made = Indicator.model_validate(BASIC | {"source": {"title": "S"}, "points": [point], "target": "15%"})
    html, files = page_of(made)
    assert '<div class="one-number">13.5%</div>' in html
    assert "Period 2025 Likely range 12.9% to 14.1% Status provisional, may change [p] Target 15.0%" in words(html)
    assert "<img" not in html
    assert "chart" not in words(html).lower()
    assert "data-tracks" not in html
    assert set(files) == {"rate.csv", "rate.csv-metadata.json"}


@pytest.mark.parametrize(
    ("statuses", "said"), [([], "is 13.5% in 2025."), (["not available"], "No figure is available")]
)
def test_where_a_chart_was_published_a_number_stands_as_a_picture(statuses: list[str], said: str) -> None:
    point = {"period": "2025", "statuses": statuses} | ({} if statuses else {"value": "13.5"})
    made = Indicator.model_validate(BASIC | {"source": {"title": "S"}, "points": [point]})
    _, files = page_of(made, "indicators/rate/rate.svg")
    assert said in etree.fromstring(files["rate.svg"]).findtext("{*}title", "")


@pytest.mark.parametrize(
    ("values", "better", "more", "answer"),
    [
        (("1", "5"), "higher", {}, "This page shows whether it got better or worse."),
        (("5",), "higher", {}, "Whether it got better or worse is shown by: Rate by kind."),
        (("5",), "higher", STATED, "This page gives the change that the paper states."),
        (("1", "5"), "neutral", {}, None),
    ],
)
def test_ways_of_one_measure_name_each_other(
    values: tuple[str, ...], better: str, more: dict[str, Any], answer: str | None
) -> None:
    source = {"source": {"title": "S"}, "better": better}
    points = [{"period": str(2021 + at), "value": value} for at, value in enumerate(values)]
    made = Indicator.model_validate(BASIC | source | {"points": points} | more)
    later = [{"period": "2024", "value": "3"}, {"period": "2025", "value": "7"}]
    named = {"title": "Rate by kind", "measure": "rate of a kind", "another_way_of": "rate", "definition": "Another."}
    other = Indicator.model_validate(BASIC | source | named | {"place": "There", "points": later})
    html, _ = page_of(made, other=other)
    told = words(html).partition("The papers give this rate in 2 ways")[2].partition("About these figures")[0]
    assert "Rate (this page)" in told
    assert 'href="../other/">Rate by kind</a>' in html
    assert "Rate of a kind rose to 7%. For: There. Period: 2024; 2025." in told
    assert "They are defined in different words" in told
    assert (answer in told) if answer else "better" not in told
    assert "ways" not in words(page_of(made)[0])


def test_the_lists_say_how_figures_of_one_measure_differ() -> None:
    given = {"source": {"title": "S"}, "points": [{"period": "2021", "value": "5"}]}
    made = Indicator.model_validate(BASIC | given)
    other = Indicator.model_validate(BASIC | given | {"another_way_of": "rate", "source": {"title": "Another paper"}})
    dossier = Dossier(replace(river_valley(), indicators={"rate": made, "other": other}))
    figures = figures_of(dossier, default_folder())
    pages = indicator_pages(dossier, Renderer(TEMPLATES, dossier.records, TODAY), figures)
    (index,) = [part for part in pages if isinstance(part, Page) and part.address == "indicators/"]
    assert "Rate, Here. 2021. Source: S." in words(str(index.html))
    assert "Rate, Here. 2021. Source: Another paper." in words(str(index.html))
