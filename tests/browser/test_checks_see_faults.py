"""The checks themselves: a sound page passes each of them, and each planted fault is seen by its check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import axe
from tests.browser.keyboard import wrong_on_the_way, wrong_with_skip_link
from tests.browser.kinds import MODES
from tests.browser.listening import hear, wrong_when_heard
from tests.browser.looking import Look, looking
from tests.browser.paper import words_lost
from tests.browser.serving import served

pytestmark = pytest.mark.browser

SOUND = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Minutes of 17 November 2025</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; } body { margin: 1rem; font: 1rem/1.5 sans-serif; overflow-wrap: anywhere; }
  a:focus, div:focus { outline: 3px solid CanvasText; outline-offset: 2px; }
  nav a, .skip { display: inline-block; padding: 0.75rem; }
  html { background: #fff; color: #111; } a { color: #003; }
  @media (prefers-color-scheme: dark) { html { background: #111; color: #fff; } a { color: #cdf; } }
</style></head>
<body>
<a class="skip" href="#main">Skip to the minutes</a>
<header><nav aria-label="Main"><a href="./">Home</a> <a href="meetings/">Meetings</a></nav></header>
<main id="main" tabindex="-1"><h1>Minutes of 17 November 2025</h1>
<p>The panel noted <a href="report/">the report on file quality</a> and thanked its officers.</p>
<div role="region" aria-labelledby="caption" tabindex="0" style="overflow-x: auto">
<table style="width: 40rem"><caption id="caption">Figures</caption>
<tr><th scope="col">Month</th><th scope="col">Share</th></tr>
<tr><th scope="row">May</th><td>38%</td></tr></table></div>
<h2>Resolved</h2><p>That the report be noted.</p></main>
<footer><p>This page was made for the tests.</p></footer>
</body></html>"""


def sideways(look: Look) -> list[str]:
    return list(look.ask("sideways"))


def lost_text(look: Look) -> list[str]:
    return list(look.ask("lostText"))


def small_targets(look: Look) -> list[str]:
    return list(look.ask("smallTargets"))


def line_lengths(look: Look) -> list[str]:
    return list(look.ask("lineLengths"))


def tall_masthead(look: Look) -> list[str]:
    return list(look.ask("tallMasthead"))


def moving_captions(look: Look) -> list[str]:
    return list(look.ask("movingCaptions"))


def lost_on_paper(look: Look) -> list[str]:
    return words_lost(look)


def motion(look: Look) -> list[str]:
    return list(look.ask("motion"))


def fixed_things(look: Look) -> list[str]:
    return list(look.ask("fixedThings"))


def wrong_at_stops(look: Look) -> list[str]:
    return list(look.ask("wrongAtStops"))


def complaints(look: Look) -> list[str]:
    return look.complaints


def violations(look: Look) -> list[str]:
    return axe(look).violations


def lost_by_ear(look: Look) -> list[str]:
    return wrong_when_heard(hear(look.page))


Check = Callable[[Look], list[str]]
CHECKS: list[Check] = [
    complaints, sideways, lost_text, small_targets, line_lengths, tall_masthead,
    moving_captions, motion, fixed_things, violations, wrong_on_the_way, wrong_at_stops,
]  # fmt: skip

FAULTS: list[tuple[str, Check, str, str, str]] = [
    # mode, check, text of the sound page, what stands there instead, what must be said
    ("phone", sideways, "<p>That", '<p style="width: 30rem">That', "the page is"),
    ("phone", sideways, "<h2>", f"<pre>{'wide ' * 30}</pre><h2>", '<pre> "wide wide'),
    ("phone", sideways, ' tabindex="0"', "", "scrolls, but not by keyboard"),
    ("phone", sideways, ' role="region"', "", "is no named region"),
    ("phone", sideways, ' aria-labelledby="caption"', "", "is no named region"),
    ("light", lost_text, "<h1>", '<h1 style="height: 1rem; overflow: hidden">', "is cut off by"),
    ("phone", lost_text, "<h1>", '<h1 style="overflow: hidden; white-space: nowrap">', "is cut off by"),
    (
        "phone",
        lost_text,
        "<h1>",
        '<h1 style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis">',
        "ellipsis",
    ),
    ("light", lost_text, "<h2>", '<h2 style="margin-top: -8rem">', "lies over"),
    ("light", small_targets, "inline-block; padding: 0.75rem;", "inline-block; line-height: 1;", "by 16 pixels"),
    ("light", small_targets, '<a href="meetings/"', '<a style="padding: 0" href="meetings/"', "and 44 are needed"),
    ("light", small_targets, "<h2>", '<ul><li><a href="x/">All</a></li></ul><h2>', "and 44 are needed"),
    ("light", small_targets, "<h2>", '<p><a href="x/" style="font-size: 9px">All</a></p><h2>', "and 24 are needed"),
    ("light", line_lengths, "<p>That", f"<p>{'far too long ' * 30}</p><p>That", "has a line of"),
    ("light", line_lengths, "<p>That", f'<div class="text" style="width: 9rem"><p>{"short " * 90}</p></div><p>That',
     "most lines have"),
    ("400% zoom", tall_masthead, "<header>", '<header style="height: 90px">', "the masthead is 90 of 256"),
    ("phone", moving_captions, 'role="region"', 'class="table-region" role="region"', "moves with its table"),
    ("print", lost_on_paper, "<h2>", '<p style="display: none">Kept</p><h2>', "comes 'Kept"),
    ("reduced motion", motion, "<h2>", '<style>@keyframes k {to {opacity: .9}}</style><h2 style="animation: k 9s">',
     "is animated"),
    ("reduced motion", motion, "<style>", "<style>html { scroll-behavior: smooth; }", "scrolls smoothly"),
    ("print", fixed_things, "<header>", '<header style="position: sticky">', "stays in place"),
    ("light", complaints, "<h2>", '<img src="no.png" alt="" width="1" height="1"><h2>', "answer 404"),
    ("light", complaints, "<h2>", '<img src="http://host.invalid/a.png" alt=""><h2>', "request to another host"),
    ("light", complaints, "<h2>", "<script>throw Error('planted')</script><h2>", "script error: planted"),
    ("light", violations, "<h2>", '<h2 style="color: #888">', "color-contrast"),
    ("light", violations, "<p>That", '<p style="color: #666">That', "color-contrast-enhanced"),
    ("light", violations, '<html lang="en-GB">', "<html>", "html-has-lang"),
    ("light", violations, "<h2>", "<h4>", "heading-order"),
    ("no JavaScript", violations, "<h2>", '<img src="data:," width="1" height="1"><h2>', "image-alt"),
    ("light", wrong_on_the_way, "outline: 3px solid CanvasText", "outline: none", "no ring"),
    ("light", wrong_on_the_way, "outline: 3px solid CanvasText", "outline: 3px solid #ccc", "contrast of only 1.6"),
    ("dark", wrong_at_stops, "outline: 3px solid CanvasText", "outline: 3px solid #333", "contrast of only"),
    ("forced colours", wrong_at_stops, "outline: 3px solid CanvasText", "outline: none", "no ring"),
    ("dark", violations, "#111; color: #fff; }", "#111; color: #444; }", "color-contrast"),
    ("400% zoom", violations, "<h2>", "<h4>", "heading-order"),
    ("light", wrong_on_the_way, 'href="report/"', 'href="report/" tabindex="3"', "order of the page"),
    ("light", wrong_on_the_way, 'href="report/"', 'href="report/" style="opacity: 0"', "cannot be seen"),
    ("light", wrong_on_the_way, 'href="report/"', 'href="report/" style="position: fixed; left: -999px"', "outside"),
    ("light", wrong_on_the_way, 'href="report/"',
     'href="report/" onkeydown="event.preventDefault()"', "order of the page"),
    ("phone", wrong_on_the_way, "<h1>", '<p style="position: fixed; inset: 0">Over all</p><h1>', "is covered by"),
    ("light", wrong_with_skip_link, "Skip to", "Away from", "no skip link"),
    ("light", wrong_with_skip_link, 'href="#main"', 'href="#caption"', "leads to"),
    ("light", lost_by_ear, "the report on file quality</a>", "</a>", "link without a name"),
    ("light", lost_by_ear, "<h2>", '<button type="button"></button><h2>', "button without a name"),
    ("light", lost_by_ear, "<h2>", '<img src="data:," width="1" height="1"><h2>', "image without a name"),
    ("light", lost_by_ear, '<caption id="caption">Figures</caption>', "", "table without a name"),
    ("light", lost_by_ear, "<h2>Resolved", "<h2>Resolved ¶", "symbols in 'heading, Resolved"),
    ("light", lost_by_ear, "thanked", "thanked ✔", "symbols in"),
    ("light", lost_by_ear, 'aria-label="Main"', 'aria-label="Top"', "'navigation, Main' is heard 0 times"),
    ("light", lost_by_ear, "<main ", '<div role="main"></div><main ', "'main' is heard 2 times"),
    ("light", lost_by_ear, "footer>", "div>", "'contentinfo' is heard 0 times"),
    ("light", lost_by_ear, "header>", "div>", "'banner' is heard 0 times"),
    ("light", lost_by_ear, "<h1>", "<h2>First</h2><h1>", "main does not begin with the heading of level 1"),
    ("light", lost_by_ear, "<h2>",
     '<svg role="graphics-document" aria-label="Chart"><text y="9">38%</text></svg><h2>', "in 1 pieces"),
]  # fmt: skip


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("planted")
    with served(folder, "/panel/") as address:
        yield folder, address


def look_at(browser: Browser, planted: tuple[Path, str], html: str, mode: str, check: Check) -> list[str]:
    folder, address = planted
    name = f"{len(list(folder.iterdir()))}.html"  # a new one each time, because the browser keeps what it has seen
    (folder / name).write_text(html, encoding="utf-8")
    with looking(browser, f"{address}{name}", MODES[mode]) as look:
        return check(look)


@pytest.mark.parametrize("mode", MODES)
def test_sound_page_passes_every_check(browser: Browser, planted: tuple[Path, str], mode: str) -> None:
    def every_check(look: Look) -> list[str]:
        return [sentence for check in CHECKS for sentence in check(look)]

    assert look_at(browser, planted, SOUND, mode, every_check) == []
    assert look_at(browser, planted, SOUND, mode, wrong_with_skip_link) == []


def test_sound_page_leaves_nobody_lost(browser: Browser, planted: tuple[Path, str]) -> None:
    assert look_at(browser, planted, SOUND, "light", lost_by_ear) == []


@pytest.mark.parametrize(("mode", "check", "old", "new", "said"), FAULTS)
def test_planted_fault_is_seen(
    browser: Browser, planted: tuple[Path, str], mode: str, check: Check, old: str, new: str, said: str
) -> None:
    assert old in SOUND
    found = look_at(browser, planted, SOUND.replace(old, new), mode, check)
    assert any(said in sentence for sentence in found), found
