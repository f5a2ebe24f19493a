"""Words that readers may not know: the first use on a page leads to what it means."""

from __future__ import annotations

import pytest

from panelpapers.pages.explaining import explained
from panelpapers.pages.layout import laid_out
from panelpapers.records.regime import Explanation

PRECEPT = Explanation(word="precept", also=["precepts"], means="The part of a tax.")
SHARE = Explanation(word="Local precept", means="That of a parish.")


def link(place: str, word: str) -> str:
    return f"[{word}#{place}]"


@pytest.mark.parametrize(
    ("html", "becomes"),
    [
        ("<p>The precept. A precept.</p>", "<p>The [precept#word-precept]. A precept.</p>"),
        ("<p>Precepts rose, the precept too.</p>", "<p>[Precepts#word-precept] rose, the precept too.</p>"),
        ("<p>The local precept</p>", "<p>The [local precept#word-local-precept]</p>"),
        ("<p>Preceptor, precepted</p>", "<p>Preceptor, precepted</p>"),
        ("<h2>Precept</h2><p>The precept</p>", "<h2>Precept</h2><p>The [precept#word-precept]</p>"),
        ('<p><a href="precept/">The <b>precept</b></a></p>', '<p><a href="precept/">The <b>precept</b></a></p>'),
        ("<table><caption>Precept</caption></table>", "<table><caption>Precept</caption></table>"),
        ('<p title="precept">None</p>', '<p title="precept">None</p>'),
        ("<p>None</p>", "<p>None</p>"),
    ],
)
def test_the_first_use_in_a_sentence_is_a_link(html: str, becomes: str) -> None:
    assert explained(html, [PRECEPT, SHARE], link)[0] == becomes


def test_of_two_explanations_the_first_counts() -> None:
    own = Explanation(word="precept", means="What we ask for.")
    html, used = explained("<p>The precept</p>", [own, PRECEPT], link)
    assert (html, used) == ("<p>The [precept#word-precept]</p>", [own])
    assert explained("<p>The precept</p>", [], link) == ("<p>The precept</p>", [])


def test_a_page_tells_the_words_that_it_uses() -> None:
    parts = laid_out(
        '<h1>Plan</h1><section class="after">precept</section><p>Local precept</p>', "plan/", [PRECEPT, SHARE], link
    )
    assert [(word.place, word.word, word.means) for word in parts.words] == [
        ("word-local-precept", "Local precept", "That of a parish.")
    ]
