"""Nothing moves while a page is loaded: not by pictures without a size, nor by scripts that come late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.kinds import KINDS, MODES, WITH_SCRIPTS
from tests.browser.serving import served

pytestmark = pytest.mark.browser

SEEN = """() => new Promise((done) => {
  new PerformanceObserver(done).observe({ type: "paint", buffered: true });
})"""

SHIFTS = """async () => {
  const found = [];
  const note = (list) => found.push(...list.getEntries());
  const observer = new PerformanceObserver(note);
  observer.observe({ type: "layout-shift", buffered: true });
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  note({ getEntries: () => observer.takeRecords() });
  return found.flatMap((shift) => shift.sources.map(({ node }) => {
    const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
    const name = `<${element?.localName ?? "something"} class="${element?.className ?? ""}">`;
    return `${name} moved, by ${shift.value.toFixed(4)}`;
  }));
}"""

MOVING = {
    "picture without a size": '<p>Before</p><img src="chart.svg" alt="It rose."><p>After</p>',
    "late script": '<p>Before</p><div id="late"></div><p>After</p><script type="module" src="late.js"></script>',
}
STILL = '<p>Before</p><img src="chart.svg" alt="It rose." width="300" height="300"><p>After</p>'
CHART = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><path d="M0 0h9v9z"/></svg>'
LATE = "document.getElementById('late').textContent = 'Some more words';"


WITH_PICTURES = ("home", "matter", "indicators", "indicator")
COMES_LATE = (*WITH_PICTURES, *WITH_SCRIPTS)
"""Kinds of page of which a part may come after the text. Of the others nothing does."""


@contextmanager
def loaded_slowly(browser: Browser, address: str, mode: str) -> Iterator[Page]:
    """Open a page whose pictures and scripts come only after its text is seen, as on a slow line."""
    width, height = MODES[mode].width, MODES[mode].height
    page = browser.new_page(viewport={"width": width, "height": height})
    waiting: list[Route] = []
    seen = False

    def held(route: Route) -> None:
        if seen:
            route.continue_()
        else:
            waiting.append(route)

    page.route(lambda url: url.partition("?")[0].endswith((".js", ".svg")), held)
    page.goto(address, wait_until="commit")
    page.evaluate(SEEN)
    seen = True
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("load")
    yield page
    page.close()


@pytest.mark.parametrize("mode", ["light", "phone"])
@pytest.mark.parametrize("kind", COMES_LATE)
def test_nothing_moves(browser: Browser, root: str, kind: str, mode: str) -> None:
    with loaded_slowly(browser, root + KINDS[kind], mode) as page:
        found = page.evaluate(SHIFTS)
    assert not found, "\n".join(found)


def test_all_of_any_other_kind_comes_at_once(site: Path) -> None:
    pages = {
        kind: site / address / ("" if address.endswith(".html") else "index.html") for kind, address in KINDS.items()
    }
    late = re.compile(r'<(?:img|picture|script(?! type="application/ld\+json")|iframe|object|video|audio)\b')
    found = {kind for kind, page in pages.items() if late.search(page.read_text(encoding="utf-8"))}
    assert found == set(COMES_LATE)
    assert "@font-face" not in (site / "assets" / "panel.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", ["light", "phone"])
@pytest.mark.parametrize("asked", ["crime", "zzyzx", "921&kind=Minutes&year=2025", "minute+921"])
def test_nothing_moves_when_a_search_is_answered(browser: Browser, root: str, asked: str, mode: str) -> None:
    with loaded_slowly(browser, f"{root}search/?q={asked}", mode) as page:
        expect(page.get_by_role("status")).to_contain_text(" for ")
        expect(page.get_by_role("status")).not_to_contain_text("Searching")
        expect(page.get_by_role("heading", name="Lists that lead to every page")).to_be_attached()
        found = page.evaluate(SHIFTS)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("body", [*MOVING.values(), STILL], ids=[*MOVING, "sound page"])
def test_planted_fault_is_seen(browser: Browser, tmp_path: Path, body: str) -> None:
    html = f'<!DOCTYPE html><html lang="en-GB"><head><title>T</title></head><body>{body}</body></html>'
    for name, text in {"index.html": html, "chart.svg": CHART, "late.js": LATE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with served(tmp_path, "/panel/") as address, loaded_slowly(browser, address, "light") as page:
        found = page.evaluate(SHIFTS)
    assert bool(found) == (body != STILL), found
