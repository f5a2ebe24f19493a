"""What the software says is as plain as what it advises editors to write: short sentences, easy words.

The limit of 25 words is that of GOV.UK's guidance on content design. Criterion 3.1.5 of the Web Content Accessibility
Guidelines asks for nine years of school at most; our own texts, each kind taken together, ask for seven: those of a
reader of 12 or 13.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pytest

from panelpapers.facts.plain import grade, sentences
from panelpapers.rules.plain import LONGEST, YEARS_OF_SCHOOL, hard_words
from tests.saying import (
    Said,
    of_catalogue,
    of_code,
    of_content,
    of_figures,
    of_guide,
    of_pages,
    of_templates,
    pieces_of,
)

pytestmark = pytest.mark.slow  # sites are made for what they say

WITH_NAMES: Final = 30
"""Words of a sentence into which names and periods of the records are put, of any length."""


@dataclass(frozen=True)
class Kind:
    """One kind of what the software says. ``known`` stands in it: it is gathered as it should be."""

    gather: Callable[[], Said]
    known: str
    longest: int = LONGEST
    years_of_school: int = 7


KINDS: Final = {
    "descriptions of figures": Kind(
        lambda: of_figures("description", "caveats"), "moved up and down with no clear pattern"
    ),
    # Each is one sentence, for those who go through a page from picture to picture: kind, measure, place and change.
    "figures in one sentence": Kind(lambda: of_figures("summary"), "Bar chart of the", WITH_NAMES, YEARS_OF_SCHOOL),
    "texts in code": Kind(of_code, '"this" is used here and explained nowhere in this document.'),
    "the catalogue of problems": Kind(of_catalogue, "Correct one of the two, or give it an id of its own."),
    "the guide to fields": Kind(of_guide, "What was resolved, in plain words and in full."),
    "templates": Kind(of_templates, "If it cannot confirm a sentence, the site is not built."),
    "pages written by hand": Kind(of_content, "You need no program but a web browser."),
    "pages of two small panels": Kind(of_pages, "The minutes stay open to the public until", WITH_NAMES),
}


@pytest.fixture(scope="module", params=KINDS)
def said(request: pytest.FixtureRequest) -> tuple[Kind, list[tuple[str, str]]]:
    """Give one kind of what the software says, gathered once."""
    kind = KINDS[request.param]
    texts = list(kind.gather())
    assert any(kind.known in " ".join(text.split()) for _, text in texts)
    return kind, texts


def test_no_sentence_is_too_long(said: tuple[Kind, list[tuple[str, str]]]) -> None:
    kind, texts = said
    assert [fault for where, text in texts for fault in too_long(where, text, kind.longest)] == []


def test_no_word_is_hard(said: tuple[Kind, list[tuple[str, str]]]) -> None:
    assert [(where, word.typed, word.plain) for where, text in said[1] for word in hard_words(text)] == []


def test_readers_of_twelve_can_read_it(said: tuple[Kind, list[tuple[str, str]]]) -> None:
    kind, texts = said
    assert 0 < grade([sentence for _, text in texts for sentence in sentences(text)]) <= kind.years_of_school


def too_long(where: str, text: str, longest: int) -> list[str]:
    """Give each sentence of a text that has more words than it may, with where it is said."""
    return [
        f"{where}: {len(one.words)} words: {' '.join(one.text.split())}"
        for one in sentences(text)
        if len(one.words) > longest
    ]


def test_a_long_sentence_is_seen() -> None:
    long = "It" + " is" * 25
    assert too_long("here", f"It is so. {long}", 25) == [f"here: 26 words: {long}"]
    assert too_long("here", f"It is so. {long}", 26) == []


def test_a_page_is_read_in_pieces() -> None:
    html = '<h2>A <em>b</em></h2><p>One.</p><ul><li>Two <a href="/">three</a></li><li>Four<br>five</li></ul>'
    html += "<div>Six<pre><code>seven</code></pre>Eight</div>"
    assert pieces_of(html) == ["A b", "One.", "Two three", "Four", "five", "Six", "Eight"]
