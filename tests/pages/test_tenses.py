"""Every sentence about something dated has a form for the days before, for the day itself, and for the days after."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.meetings import meeting_pages
from panelpapers.pages.rendering import Renderer
from panelpapers.words.tense import tense, told
from tests.first_publication import first_publication
from tests.pages.reading_pages import words
from tests.river_valley import TEMPLATES, changed
from tests.timeline import figures_made_once, pages_on, templates_compiled_once, without_the_guide

CASES: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(Path("tests/cases/tenses.yml"))
TENSES = {"future": -1, "present": 0, "past": 1}
DOSSIER = Dossier(first_publication())


@cache
def read_on(day: date) -> dict[str, str]:
    """Give the words of each page as they are on a day."""
    with templates_compiled_once(), figures_made_once(), without_the_guide():
        return {address: words(html) for address, html in pages_on(DOSSIER, day).items()}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['page']} {case['past']}")
def test_a_sentence_asks_the_day(case: dict[str, Any]) -> None:
    for name, days in TENSES.items():
        said = read_on(case["on"] + timedelta(days=days))[case["page"]]
        assert case[name] in said
        assert not [case[other] for other in TENSES if case[other] in said and case[other] not in case[name]]


def test_a_day_is_past_present_or_future() -> None:
    day = date(2026, 1, 5)
    found = [tense(day, day + timedelta(days=days)) for days in (-1, 0, 1)]
    assert found == ["future", "present", "past"]
    assert [told(when, "was", "is", "will be") for when in found] == ["will be", "is", "was"]


MEETING = "meetings/2027-06-02/"
BEFORE = "The Panel will hear about its budget."
AFTER = "The Panel heard about its budget."
TOLD = "Before the meeting, the papers said"
CANCELLED = "Before the meeting was cancelled, the papers said"


@pytest.mark.parametrize(
    ("state", "after", "day", "said", "unsaid"),
    [
        ("planned", "", date(2027, 6, 2), BEFORE, TOLD),
        ("planned", "", date(2027, 6, 3), f"{TOLD} {BEFORE}", AFTER),
        ("planned", AFTER, date(2027, 6, 2), BEFORE, AFTER),
        ("planned", AFTER, date(2027, 6, 3), AFTER, BEFORE),
        ("cancelled", "", date(2027, 6, 1), f"{CANCELLED} {BEFORE}", TOLD),
        ("cancelled", "", date(2027, 6, 1), "The papers said that the meeting would not be filmed.", "to be filmed"),
        ("planned", "", date(2027, 6, 1), "The meeting is not to be filmed.", "would"),
        ("planned", "", date(2027, 6, 1), BEFORE, "was cancelled"),
    ],
)
def test_what_was_written_before_a_meeting_gives_way(
    tmp_path: Path, state: str, after: str, day: date, said: str, unsaid: str
) -> None:
    new = f"state: {state}\nsummary: {BEFORE}" + (f"\nsummary_after: {after}" if after else "")
    new += "\nwebcast: {planned: no}"
    dossier = Dossier(changed(tmp_path, f"{MEETING}meeting.yml", "state: planned", new))
    with templates_compiled_once():
        pages = meeting_pages(dossier, Renderer(TEMPLATES, dossier.records, day))
        page = words(next(str(page.html) for page in pages if page.address == MEETING))
    assert said in page
    assert unsaid not in page
