"""Which words of a page are in which language: the marks of ``records.language`` become attributes of elements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jinja2 import Environment
from markupsafe import Markup, escape

from ..records.language import ENGLISH, MARKED, Worded, as_tag, direction_of, is_english, marked, unmarked

_TAG: Final = re.compile(r"<[^<>]*>")
_BLOCK: Final = re.compile(r"<(p|ul|ol|table|dl|blockquote|pre|h[1-6])\b")


def in_languages(html: str, templates: Environment) -> str:
    """Give the HTML of a page in which each marked text stands in an element of its language.

    No attribute can hold an element: what stands in one loses its mark.
    """
    if unmarked(html) == html:
        return html
    element = templates.get_template("panel/_language.html").module.in_language  # type: ignore[attr-defined]
    bare = _TAG.sub(lambda tag: unmarked(tag[0]), html)
    return MARKED.sub(lambda found: str(element(found[1], direction_of(found[1]), Markup(found[2]))), bare)  # noqa: S704


def said(value: object, templates: Environment) -> object:
    """Give what a template prints: a text with a part in another language as HTML, anything else as it is."""
    marked_text = isinstance(value, str) and (isinstance(value, Worded) or unmarked(value) != value)
    return Markup(in_languages(str(escape(value)), templates)) if marked_text else value  # noqa: S704 - escaped


def in_language(html: str, tag: str) -> Markup:
    """Give clean HTML with its language on each of its blocks, or marked as a whole where it has none."""
    if is_english(tag) or not html:
        return Markup(html)  # noqa: S704 - it was clean
    direction = ' dir="rtl"' if direction_of(tag) == "rtl" else ""
    with_blocks, count = _BLOCK.subn(rf'<\1 lang="{tag}"{direction}', str(html))
    return Markup(with_blocks if count else marked(html, tag))  # noqa: S704 - a tag of a language is harmless


def language_at_top(meta: Mapping[str, object]) -> str:
    """Give the language that a hand-written page says at its top; where it says none, that of the software."""
    return as_tag(str(meta.get("language", ""))) or ENGLISH


def title_by_hand(meta: Mapping[str, object], title: object) -> Worded:
    """Give the title of a hand-written page, that at its top before another one, in its language."""
    return Worded({language_at_top(meta): str(meta.get("title") or title)})
