"""What Orca 43 was heard to drop, to break up or to interrupt. CONTRIBUTING.md says what to write instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FAULTS = {
    "a value that begins with an element is left out": r"<dd>\s*<(?!a\b)[^>]*>[^<]*",
    "hidden words in a link are a link of their own": r'<a\b[^>]*>(?:(?!</a>).)*class="hidden"(?:(?!</a>).)*</a>',
    "a heading that is a link in part is said in two": (
        r"<h([1-6])\b[^>]*>(?:[^<]*\w[^<]*<a\b|\s*<a\b[^>]*>[^<]*</a>[^<]*\w).*?</h\1>"
    ),
    "text right inside of a status cannot be read again": r'<[^>]*\brole="status"[^>]*>\s*[^<\s][^<]*',
    "each marked word is interrupted": r"<mark\b[^>]*>[^<]*",
}
PLANTED = [
    "<dd><p>One.</p></dd>",
    '<dd><time datetime="2026-01-05">5 January</time></dd>',
    '<a href="#one"><span class="hidden">Paragraph </span>1</a>',
    '<h3 id="one"><a href="#one">Resolution 1</a>: Reports</h3>',
    '<h3>For the <a href="#one">meeting</a></h3>',
    '<p role="status">2 results</p>',
    "<p>The <mark>panel</mark></p>",
]
SOUND = """<dd>One.<p>Two.</p></dd><dd><a href="#one">One</a></dd><label class="hidden" for="two">Two</label>
<a href="#one" aria-label="Paragraph 1">1</a> <h2>Reports</h2> <h3><a href="#one">Resolution 1: Reports</a></h3>
<div role="status"><p>2 results</p></div>"""


def lost(html: str) -> list[str]:
    """Give what somebody who hears a page would lose, one sentence each."""
    found = [(why, one[0]) for why, fault in FAULTS.items() for one in re.finditer(fault, html, re.DOTALL)]
    return [f"{why}: {piece[:120]}" for why, piece in found]


@pytest.mark.slow
def test_nothing_is_lost_on_any_page(site: Path) -> None:
    wrong = [
        f"{file.relative_to(site)}: {one}" for file in site.rglob("*.html") for one in lost(file.read_text("utf-8"))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("html", PLANTED)
def test_a_planted_fault_is_seen(html: str) -> None:
    assert len(lost(SOUND + html)) == 1


def test_what_is_sound_passes() -> None:
    assert lost(SOUND) == []
