"""Elements taken out of the HTML of a page: what leads through it is not searched, nor put inside another page.

Our pages have every element closed and every value in double quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


def without(html: str, classes: Iterable[str] = (), elements: Iterable[str] = ()) -> str:
    """Give HTML without the elements of some names or classes, and what is in them."""
    kept, last = list[str](), 0
    for found in _signs(frozenset(classes), frozenset(elements)).finditer(html):
        start = html.rfind("<", 0, found.start() + 1)
        if start >= last:
            kept.append(html[last:start])
            last = _end(html, start)
    return "".join((*kept, html[last:])) if kept else html


@cache
def _signs(classes: frozenset[str], elements: frozenset[str]) -> re.Pattern[str]:
    named = "|".join(sorted(elements))
    of_class = "|".join(sorted(classes))
    ways = [rf"<(?:{named})\b"] if named else []
    ways += [rf' class="(?:[^"<> ]++ )*?(?:{of_class})[ "]'] if of_class else []
    return re.compile("|".join(ways))


def _end(html: str, start: int) -> int:
    """Give where the element ends that begins at ``start``, with those of the same name in it."""
    name = re.compile(r"<([a-zA-Z0-9]+)").match(html, start)
    deep = 0
    for tag in _tags(name[1]).finditer(html, start) if name else ():
        deep += -1 if tag[1] else 1
        if not deep:
            return html.find(">", tag.start()) + 1 or len(html)
    return len(html)


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b")
