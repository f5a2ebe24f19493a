"""Words that readers may not know: the first on a page becomes a link to what it means, at the end of that page.

A link works by keyboard and by ear, without JavaScript, and on paper, where the meaning stands on the last sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ..records.regime import Explanation

_TAG: Final = re.compile(r"(<[^<>]*>)")
_NAME: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_NOT_IN: Final = frozenset(
    ("a", "button", "caption", "code", "dt", "figcaption", "label", "option", "pre", "summary", "th")
)
_HEADING: Final = re.compile("h[1-6]")
"""Elements within which no link is put, nor in a heading: they are one, or name something that is heard alone."""


Link = Callable[[str, str], str]
"""Makes a link: of the id of a place on the page, and the word that leads there."""


def explained(html: str, words: Iterable[Explanation], link: Link) -> tuple[str, list[Explanation]]:
    """Give a page with a link at the first use of each word, and the words used. Of two alike the first counts."""
    text = html.casefold()
    said = {form.casefold(): word for word in reversed([*words]) for form in (word.word, *word.also)}
    every = {form: word for form, word in said.items() if form in text}
    if not every:
        return html, []
    forms = "|".join(re.escape(form) for form in sorted(every, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
    used: dict[str, Explanation] = {}

    def linked(found: re.Match[str]) -> str:
        word = every[found[0].casefold()]
        if word.word in used:
            return found[0]
        used[word.word] = word
        return str(link(place(word), found[0]))

    return "".join(pattern.sub(linked, piece) if free else piece for piece, free in _pieces(html)), [*used.values()]


def place(word: Explanation) -> str:
    """Give the id of what a word means."""
    return f"word-{re.sub(r'[^a-z0-9]+', '-', word.word.casefold())}"


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Give each tag and each text between two, and whether it is a text that a link may be put into."""
    within = 0
    for piece in _TAG.split(html):
        if tag := _NAME.match(piece):
            within += (-1 if tag[1] else 1) if tag[2] in _NOT_IN or _HEADING.fullmatch(tag[2]) else 0
        yield piece, not within and not piece.startswith("<")
