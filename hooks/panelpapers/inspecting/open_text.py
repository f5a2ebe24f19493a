"""Which words of an OpenDocument cannot be seen: hidden, tiny, or in the colour of their ground.

Where a picture may lie behind them, or a condition changes their look, the ground is not known: none is told.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Final

from lxml import etree

from .packed import attribute, local_name, values_of
from .sight import WHITE, Look, colour_of, count_unseen, look_of, points, unseen

_FAMILIES: Final = {
    "p": "paragraph", "h": "paragraph", "span": "text", "a": "text", "section": "section", "table": "table",
    "table-row": "table-row", "table-cell": "table-cell", "frame": "graphic", "custom-shape": "graphic",
    "rect": "graphic", "hidden-text": "", "hidden-paragraph": "",
}  # fmt: skip
"""Elements that say how a text looks, each with the family of its styles."""
_HOLDERS: Final = frozenset(("p", "h", "span", "a", "hidden-text", "hidden-paragraph"))


def unseen_words(roots: list[etree._Element]) -> int:
    """Count the texts in the parts of an OpenDocument that hold words which cannot be seen."""
    grounds = {look.get("ground", WHITE) for root in roots for look in map(_look, root.iter("{*}page-layout"))}
    behind = "background" in values_of(roots, "run-through") or len(grounds) > 1
    start: Look = {"ground": None if behind else next(iter(grounds), WHITE)}
    styles = _styles(roots)
    look = cache(lambda style: look_of(style, styles))

    def said(element: etree._Element) -> Look:
        name, family = attribute(element, "style-name"), _FAMILIES[local_name(element)]
        own = look((family, name)) if name else Look()
        hidden = not family or attribute(element, "display") in ("none", "condition")
        return own | Look(hidden=True) if hidden else own

    return sum(count_unseen(unseen(root, start, dict.fromkeys(_FAMILIES, said), _HOLDERS)) for root in roots)


def _styles(roots: list[etree._Element]) -> dict[Hashable, tuple[Hashable, Look]]:
    """Read the styles by family and name; what each family has without a name is what it is based on at last."""
    styles: dict[Hashable, tuple[Hashable, Look]] = {}
    for style in (style for root in roots for style in root.iter("{*}style", "{*}default-style")):
        family, name = attribute(style, "family"), attribute(style, "name")
        styles[family, name] = ((family, attribute(style, "parent-style-name")) if name else None, _look(style))
    return styles


def _look(style: etree._Element) -> Look:
    """Read what the properties of a style say of a text and its ground."""
    look: Look = {}
    for about in style.iterfind("{*}*"):
        given = {str(key).rpartition("}")[2]: str(value) for key, value in about.attrib.items()}
        if local_name(about) == "text-properties":
            look |= _of_letters(given)
        ground = given.get("fill-color", given.get("background-color", "transparent"))
        fill = given.get("fill", "solid")
        if ground != "transparent" and fill == "solid":
            look["ground"] = colour_of(ground)
        picture = about.find("{*}background-image[@{http://www.w3.org/1999/xlink}href]")
        if fill not in ("solid", "none") or picture is not None or local_name(about) == "map":
            look["ground"] = None
    return look


def _of_letters(given: dict[str, str]) -> Look:
    look: Look = {}
    if "display" in given or given.get("opacity") == "0%":
        look["hidden"] = given.get("display") == "none" or given.get("opacity") == "0%"
    if "font-size" in given:
        look["size"] = points(given["font-size"])
    if "color" in given:
        look["colour"] = None if given.get("use-window-font-color") == "true" else colour_of(given["color"])
    return look
