"""Pages as plain text: every word in its order, short lines, headings and addresses in words."""

from __future__ import annotations

import pytest

from panelpapers.exports.plain_text import WIDTH, as_plain_text, together
from panelpapers.exports.scanned import EDGE, as_code

HOME = "https://papers.example/panel/"
AT = "meetings/2026-01-05/agenda/"

CASES = {
    "a heading of a part": ("<h2>Changes</h2><p>None.</p>", "Heading: Changes\n\nNone."),
    "a heading of an entry": ("<ol><li><h3>Item 1: Fraud</h3><p>None.</p></li></ol>", "Item 1: Fraud\n\nNone."),
    "the title of the page": ("<h1>Agenda</h1><p>Text</p>", "Text"),
    "a list": ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
    "numbers": ("<ol><li>One</li><li><p>Two</p><p>More</p></li></ol>", "1. One\n2. Two\n   More"),
    "a list in a list": ("<ul><li>One<ul><li>In it</li></ul></li></ul>", "- One\n  - In it"),
    "facts": ("<dl><div><dt>A</dt> <dd>One</dd></div><div><dt>B</dt> <dd>Two</dd></div></dl>", "A: One\nB: Two"),
    "a label": ('<p class="label">Why</p><p>Because.</p>', "Why:\n\nBecause."),
    "a quotation": ("<blockquote><p>So it is.</p></blockquote>", "> So it is."),
    "a link elsewhere": ('<p>See <a href="../">a page</a>.</p>', f"See a page <{HOME}meetings/2026-01-05/>."),
    "a link on the page": ('<p><a href="#item-1">Item 1</a></p>', "Item 1"),
    "a mail": ('<p><a href="mailto:a@b.example">a@b.example</a></p>', "a@b.example"),
    "a named mail": ('<p><a href="mailto:a@b.example">Write</a></p>', "Write <a@b.example>"),
    "an address that is said": ('<p><a href="https://a.example/">https://a.example/</a></p>', "https://a.example/"),
    "what is folded up": ("<details><summary>More</summary><p>Again</p></details><p>Text</p>", "Text"),
    "what leads on": ('<nav>Menu</nav><section class="after x"><p>More</p></section>Text', "Text"),
    "a comment": ("<p>One <!-- no --> two</p>", "One two"),
    "a sign of HTML": ("<p>a &lt; b &amp; c</p>", "a < b & c"),
    "a space that joins": ("<p>£1\u00a0million\n  more</p>", "£1\u00a0million more"),
    "words beside a block": ("<div>Before<p>In</p>After</div>", "Before\n\nIn\n\nAfter"),
    "a row": (
        '<table><thead><tr><th>Decision</th><th>Vote</th></tr></thead><tbody><tr><td><h3>Res 1</h3><p>Text</p></td>'
        '<td data-label="Vote">5 to 2</td></tr></tbody></table>',
        "Res 1\n\nText\n\nVote: 5 to 2",
    ),
    "a plain table": (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
        "1\n\nB: 2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_html_becomes_this_text(case: str) -> None:
    html, text = CASES[case]
    assert as_plain_text(html, AT, HOME) == text


def test_lines_are_short_but_for_addresses() -> None:
    long = f"{HOME}{'a' * 90}"
    lines = as_plain_text(f'<ul><li>{"word " * 60}<a href="{long}">link</a></li></ul>', AT, HOME).split("\n")
    assert max(len(line) for line in lines if long not in line) <= WIDTH
    assert [line for line in lines if long in line] == [f"  <{long}>"]


def test_without_an_address_of_the_site_none_is_written_out() -> None:
    html = '<p><a href="../">The meeting</a>, <a href="https://a.example/">elsewhere</a></p>'
    assert as_plain_text(html, AT, "") == "The meeting, elsewhere <https://a.example/>"


def test_only_the_parts_that_are_asked_for() -> None:
    html = '<h2>Before</h2><section class="beside facts"><p>One</p></section><p class="part">Two</p><p>Three</p>'
    assert as_plain_text(html, AT, HOME, "facts part") == "One\n\nTwo"
    assert as_plain_text(html, AT, HOME, "neither") == ""


def test_empty_texts_leave_no_gap() -> None:
    assert together(["a\n", "", " ", "\nb"]) == "a\n\nb"


def test_a_code_has_its_edge_and_its_three_corners() -> None:
    code = as_code("https://papers.example/")
    corner = f"M{EDGE} {EDGE}h7v1h-7z"
    assert code.path.startswith(corner)
    assert f"M{code.side - EDGE - 7} {EDGE}h7v1h-7z" in code.path
    assert f"M{EDGE} {code.side - EDGE - 7}h7v1h-7z" in code.path
