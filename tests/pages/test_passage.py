"""Long texts become HTML of a named subset, and nothing else gets through."""

from __future__ import annotations

import pytest

from panelpapers.pages.passage import passage, passage_of_value


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*so* and **so**", "<p><em>so</em> and <strong>so</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("[text](https://example.org/)", '<p><a href="https://example.org/">text</a></p>'),
        ("[text](/meetings/#past)", '<p><a href="../meetings/#past">text</a></p>'),
    ],
)
def test_what_is_allowed(typed: str, html: str) -> None:
    assert passage(typed, "indicators/") == html


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("One.", "One."),
        ("One.\n\nTwo.", "One.<p>Two.</p>"),
        ("[text](/meetings/)", '<a href="../meetings/">text</a>'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ],
)
def test_a_value_in_a_description_list_begins_with_its_text(typed: str, html: str) -> None:
    assert passage_of_value(typed, "indicators/") == html


def test_a_table_has_headings_with_scope() -> None:
    assert '<th scope="col">A</th>' in passage("| A | B |\n|---|---|\n| 1 | 2 |", "")


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=y>"])
def test_what_is_dangerous_is_gone(typed: str) -> None:
    html = passage(typed, "")
    assert "<script" not in html
    assert "javascript:" not in html
    assert "<img" not in html
