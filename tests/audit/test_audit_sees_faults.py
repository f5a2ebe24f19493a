"""Each tool of the audit finds nothing on a sound site, and something on a page with a fault planted for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from panelpapers.records.accessibility import Tool
from tests.audit import answers
from tests.audit.built import Built
from tests.audit.engines import by_axe, by_ibm, by_tree
from tests.audit.programs import by_html_validate, by_hyperlink, by_nu
from tests.browser.serving import served
from tests.browser.test_checks_see_faults import SOUND

pytestmark = pytest.mark.browser

HOME = SOUND.replace('href="meetings/"', 'href="plan/#commitment-1"').replace('href="report/"', 'href="plan/"')
PLAN = (
    SOUND.replace('href="./"', 'href="../"')
    .replace('href="meetings/"', 'href="./"')
    .replace("<h2>", '<h2 id="commitment-1">')
)
PLAN = PLAN.replace('href="report/"', 'href="#commitment-1"').replace("<title>Minutes", "<title>The plan and minutes")

FAULTS: list[tuple[Callable[[Built], Tool], str, str, str]] = [
    # tool, text of the home page, what stands there instead, the rule that must be told
    (by_axe, "<h2>", "<h4>", "heading-order"),
    (by_axe, "#111; color: #fff; }", "#111; color: #555; }", "color-contrast"),  # in dark mode only
    (by_ibm, "<h2>", '<input type="text"><h2>', "input_label_exists"),
    (by_ibm, '<html lang="en-GB">', "<html>", "html_lang_exists"),
    (by_tree, "<h2>", '<a href="./"><img src="data:," alt=""></a><h2>', "link"),
    (by_tree, "<h2>", "<button></button><h2>", "button"),
    (by_nu, "<h2>", '<h2 colour="red">', "html"),
    (by_html_validate, "<h2>", "<button></button><h2>", "text-content"),
    (by_hyperlink, "plan/#commitment-1", "plan/#commitment-9", "fragment-check"),
    (by_hyperlink, "plan/#commitment-1", "no-plan/", "load"),
]  # fmt: skip


@pytest.fixture
def built(tmp_path: Path, browser: Browser) -> Iterator[Built]:
    folder = tmp_path / "panel"
    (folder / "plan").mkdir(parents=True)
    (folder / "index.html").write_text(HOME, encoding="utf-8")
    (folder / "plan" / "index.html").write_text(PLAN, encoding="utf-8")
    with served(folder, "/panel/") as root:
        yield Built(folder, root, browser)


@pytest.mark.parametrize("tool", [by_axe, by_ibm, by_tree, by_nu, by_hyperlink])
def test_a_sound_site_has_no_finding(built: Built, tool: Callable[[Built], Tool]) -> None:
    made = tool(built)
    assert made.findings == []
    assert made.pages == 2
    assert made.version[0].isdigit()


@pytest.mark.parametrize(("tool", "old", "new", "rule"), FAULTS)
def test_a_planted_fault_is_found(built: Built, tool: Callable[[Built], Tool], old: str, new: str, rule: str) -> None:
    assert old in HOME
    (built.folder / "index.html").write_text(HOME.replace(old, new), encoding="utf-8")
    found = tool(built).findings
    assert [one for one in found if one.rule == rule and one.page == "/"], found


def test_what_an_engine_cannot_decide_is_a_question_and_no_finding(built: Built) -> None:
    text = HOME.replace("<h2>", "<p><b>Resolved so</b></p><h2>")
    (built.folder / "index.html").write_text(text, encoding="utf-8")
    made = by_ibm(built)
    asked = {one.rule: one for one in made.questions}
    assert made.findings == []
    assert asked["text_block_heading"].pages == 1
    assert asked["text_block_heading"].answer == answers.IBM.get("text_block_heading")


def test_a_rule_that_is_off_is_named_and_not_applied(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(answers.IBM_OFF, "html_lang_exists", "tried out")
    (built.folder / "index.html").write_text(HOME.replace(' lang="en-GB"', ""), encoding="utf-8")
    made = by_ibm(built)
    assert "html_lang_exists" not in {one.rule for one in made.findings}
    assert "html_lang_exists" in {one.rule for one in made.rules_off}
