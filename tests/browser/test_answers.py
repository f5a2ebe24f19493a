"""What people come for is soon found and soon heard, on three publications: tests/cases/answers.yml."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from ruamel.yaml import YAML

from panelpapers.facts.rows import minutes_at
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests.browser.answers import Said, listened, said
from tests.browser.kinds import MODES
from tests.browser.listening import hear
from tests.browser.looking import looking
from tests.browser.serving import served
from tests.conftest import SITE_PATH
from tests.first_publication import FOLDER

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("spoken")]

CASES_FOLDER = Path(__file__).parents[1] / "cases"
CASES = YAML(typ="safe", pure=True).load(CASES_FOLDER / "answers.yml")["questions"]
FOLDERS = {
    "first publication": FOLDER,
    "of a panel": CASES_FOLDER / "second-panel",
    "of several bodies": CASES_FOLDER / "bodies" / "alder-creek",
}
"""The publications that are heard, each by the folder of its records."""
SEED = 16


def drawn_decision(records: Records) -> str | None:
    """Give one of the decisions of the last minutes, as the records say it in short, if these have any."""
    last = max(records.minutes, key=records.moment)
    decided = [made.in_short for minute in minutes_at(records, last) for made in minute.resolutions]
    return random.Random(SEED).choice(decided) if decided else None  # noqa: S311 - no secret


@pytest.fixture(scope="module", params=FOLDERS)
def publication(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, list[str]]]:
    """Give a publication, and all that is soon heard of it."""
    name = request.param
    built = request.getfixturevalue("site") if name == "first publication" else request.getfixturevalue("sites")[name]
    with served(built, SITE_PATH) as root:

        @cache
        def hear_page(address: str) -> Said:
            with looking(browser, root + address, MODES["light"]) as look:
                return said(hear(look.page))

        yield name, list(listened(built, hear_page))


def test_an_answer_is_soon_found_and_heard(publication: tuple[str, list[str]]) -> None:
    name, heard = publication
    asked = {question: answers[name] for question, answers in CASES.items() if name in answers}
    if decision := drawn_decision(read_folder(FOLDERS[name]).records):
        asked["a decision of the last meeting"] = re.escape(decision)
    not_found = [question for question, answer in asked.items() if not any(re.search(answer, text) for text in heard)]
    assert not not_found, f"{name}: not within 20 stops or 3 headings, and 40 seconds: {', '.join(not_found)}"
    assert len(asked) >= 4
