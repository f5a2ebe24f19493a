from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.dates import kept
from panelpapers.reading.regimes import packaged_regime
from panelpapers.records.regime import NOTHING_STATED, Regime

PANEL = packaged_regime("england-police-and-crime-panel")
CASES: dict[str, list[dict[str, Any]]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "dates.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["kept"], ids=lambda case: str(case["meeting"]))
def test_years_begin_with_the_day_of_the_meeting(case: dict[str, Any]) -> None:
    minutes, papers = kept(PANEL, case["meeting"])
    assert (minutes.by.what, minutes.until) == ("minutes", case["minutes"])
    assert (papers.by.what, papers.until) == ("background papers", case["background_papers"])


@pytest.mark.parametrize(
    ("begins", "meeting", "until"),
    [
        ("with the day of the meeting", date(2026, 1, 5), date(2032, 1, 4)),
        ("after the day of the meeting", date(2026, 1, 5), date(2032, 1, 5)),
        ("with the day of the meeting", date(2024, 2, 29), date(2030, 2, 28)),
        ("after the day of the meeting", date(2024, 2, 29), date(2030, 2, 28)),
        ("with the day of the meeting", date(2026, 3, 1), date(2032, 2, 29)),
        ("after the day of the meeting", date(2026, 3, 1), date(2032, 3, 1)),
        (None, date(2026, 1, 5), None),
    ],
)
def test_years_that_begin_after_the_day_end_a_day_later(begins: str | None, meeting: date, until: date) -> None:
    rule = {"what": "minutes", "of": "minutes", "years": "6", **({"begins": begins} if begins else {})}
    law = Regime.model_validate({"name": "N", "language": "en", "zone": "UTC", "kept": [rule]})
    assert [papers.until for papers in kept(law, meeting)] == [until]


def test_what_is_kept_for_ever_has_no_last_day_and_where_no_law_is_stated_nothing_is_told() -> None:
    california = packaged_regime("california-city-council")
    assert [(papers.by.years, papers.until) for papers in kept(california, date(2026, 1, 5))] == [
        (None, None),
        (2, None),
    ]
    assert kept(NOTHING_STATED, date(2026, 1, 5)) == ()
