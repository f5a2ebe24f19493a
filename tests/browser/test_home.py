"""The home page answers what most people come for before anything has to be scrolled, on a small phone too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import Mode
from tests.browser.looking import looking

pytestmark = pytest.mark.browser

QUESTIONS = ["When is the next meeting?", "How do I ask a question?", "What was decided?", "Is it getting better?"]


@pytest.mark.parametrize("mode", [Mode(width=320, height=640), Mode(width=375, height=667), Mode()], ids=str)
def test_four_answers_stand_above_the_fold(browser: Browser, root: str, mode: Mode) -> None:
    with looking(browser, root, mode) as look:
        rows = look.page.locator("dl.answers > div").all()[: len(QUESTIONS)]
        assert [row.inner_text().split("\n")[0] for row in rows] == QUESTIONS
        bottoms = [box["y"] + box["height"] for row in rows if (box := row.bounding_box())]
        links = sum(row.locator("dd a").count() for row in rows)
    assert max(bottoms) <= mode.height
    assert links == len(QUESTIONS)
