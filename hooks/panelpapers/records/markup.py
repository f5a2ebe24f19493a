"""What text may hold: plain lines, and passages in a named subset of Markdown.

A passage may have paragraphs, lists, emphasis, links and tables. Everything else of Markdown and every piece of HTML
is refused with a message, so that nothing an editor types is silently changed or lost on the page.
"""

from __future__ import annotations

import re
from typing import Final

from .slips import slip

TAG: Final = re.compile(r"<\s*+(?:[/!?]\s*+)?[A-Za-z][^>]*>?|<!--")
_LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]*)")
_SAFE_LINK: Final = re.compile(r"(?:https?://|mailto:|/|#)", re.IGNORECASE)
_REFUSED: Final = (
    ("picture", re.compile(r"!\[[^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+)*+\]\("), "A picture cannot be put in a text.",
     "Describe in words what it shows."),
    ("heading", re.compile(r"^ {0,3}(?:#{1,6}\s|={3,}\s*$)", re.M), "A heading cannot be put in a text.",
     "Use the field for titles, or write an ordinary sentence."),
    ("code", re.compile(r"`|^ {0,3}~~~", re.M), "A back-tick cannot be used in a text.",
     "Use ordinary quotation marks."),
    ("reference-link", re.compile(r"^ {0,3}\[[^\]]+\]:\s", re.M), "A link defined on a line of its own is not read.",
     "Write the link in the sentence: [its text](https://its-address)."),
)  # fmt: skip


def check_line(typed: str) -> str:
    """Accept one line of plain text; raise a slip for nothing at all, HTML or a line break."""
    _not_empty(typed)
    _no_html(typed)
    if "\n" in typed:
        raise slip("one-line", "This text runs over several lines.", "Write it as one line.", " ".join(typed.split()))
    return typed


def check_passage(typed: str) -> str:
    """Accept a text in the subset of Markdown; raise a slip for HTML, pictures, headings, code and unsafe links."""
    _not_empty(typed)
    _no_html(typed)
    for code, pattern, message, fix in _REFUSED:
        if pattern.search(typed):
            raise slip(f"text-{code}", message, fix)
    for address in _LINK.findall(typed):
        if not _SAFE_LINK.match(address):
            fix = "Link to an address that begins with https://, mailto:, / or #."
            raise slip("text-link", f'The link to "{address}" cannot be published.', fix)
    return typed


def _not_empty(typed: str) -> None:
    if not typed.strip():
        raise slip("empty", "There is nothing here.", "Write the text, or delete the whole line if there is none.")


def _no_html(typed: str) -> None:
    if found := TAG.search(typed):
        raise slip(
            "text-html",
            f'"{found[0][:40]}" looks like HTML, which is not published.',
            "Write plain text without <tags>.",
        )
