"""Text of the records as HTML: the subset of Markdown that ``records.markup`` allows, cleaned once more by nh3."""

from __future__ import annotations

from functools import lru_cache
from html import unescape

import nh3
from markupsafe import Markup

from .addresses import relative
from .typed_lines import converter

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "table", "thead", "tbody", "tr", "th", "td", "br"}
_ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "ol": {"start"}, "li": {"value"}}


@lru_cache(maxsize=4096)
def _as_html(text: str) -> str:
    html = converter().convert(text).replace("<th>", '<th scope="col">')
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "http", "mailto"}, link_rel=None)


def passage_as_text(text: str) -> str:
    """Give a passage as lines of plain text, where there is no HTML: lists keep their numbers and signs."""
    return unescape(nh3.clean(converter(lists=False).convert(text), tags=set()))


def passage(text: str, page: str) -> Markup:
    """Give the HTML of a passage on a page. A link that begins with a slash leads to this site, wherever it is."""

    def onto_this_site(tag: str, attribute: str, value: str) -> str:
        return relative(value[1:], page) if (tag, attribute) == ("a", "href") and value.startswith("/") else value

    html = _as_html(text)
    if 'href="/' in html:
        html = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, attribute_filter=onto_this_site, link_rel=None)
    return Markup(html)  # noqa: S704 - nh3 has cleaned it, and only the tags named above are left


def passage_of_value(text: str, page: str) -> Markup:
    """Give the HTML of a passage that is a value in a description list: its first paragraph as text without a tag.

    Orca 43 with Firefox passes over the first paragraph, list or emphasis in a ``dd`` when it reads a whole page. It
    reads text and links that stand there by themselves.
    """
    first, _, rest = text.partition("\n\n")
    opening = nh3.clean(passage(first, page), tags=_TAGS - {"p"}, attributes=_ATTRIBUTES, link_rel=None)
    return Markup(opening) + passage(rest, page)  # noqa: S704 - one tag fewer of what nh3 has cleaned
