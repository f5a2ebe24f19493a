"""Which words of a Word document cannot be seen: hidden, tiny, or in the colour of their ground.

What a run does not say, its styles do, by themselves or by what they are based on (ECMA-376, 17.7.2). Where a drawing
or a style of tables may make the ground, its colour is not known, and none is told.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from typing import Final

from lxml import etree

from .geometry import Colour
from .packed import attribute, is_on, local_name
from .sight import BLACK, WHITE, Look, colour_of, count_unseen, look_of, points, unseen

_WHITE: Final = frozenset(("background1", "light1", "bg1", "lt1"))
_MARKERS: Final = {"black": BLACK, "white": WHITE, "yellow": (1.0, 1.0, 0.0)}
_WORDS: Final = etree.XPath("*[local-name() = 't' or local-name() = 'delText']/text()", smart_strings=False)
_USUAL: Final = object()
_PLAIN: Final = object()
"""What stands for the look of a document, and for that of a paragraph without a style."""


def unseen_words(texts: list[etree._Element], styles: list[etree._Element]) -> int:
    """Count the texts in some parts that hold words which cannot be seen; ``styles`` are the parts of styles."""
    return count_unseen(unseen_runs(texts, styles), _WORDS)


def unseen_runs(texts: list[etree._Element], roots: list[etree._Element]) -> Iterator[etree._Element]:
    """Give the runs of some parts that cannot be seen; ``roots`` are the parts of styles."""
    styles = _styles(roots)
    look = cache(lambda style: look_of(style, styles))

    def said(element: etree._Element) -> Look:
        own = _said(element)
        return look(own.get("style", _PLAIN if local_name(element) == "p" else None)) | own

    says = dict.fromkeys(("p", "r", "tbl", "tc"), said) | dict.fromkeys(_DRAWINGS, _of_drawing)
    pages = [page for root in texts for page in root.iterfind("{*}background")]
    page = _colour(pages[0], "themeColor", "color") if pages else WHITE
    headers = [root for root in texts if local_name(root) == "hdr"]
    for root in texts:
        anchors = (anchor for part in (root, *headers) for anchor in part.iter("{*}anchor"))
        covered = any(is_on(attribute(anchor, "behindDoc") or "0") for anchor in anchors)
        yield from unseen(root, {"ground": None if covered else page}, says, frozenset(("r",)))


def _styles(roots: list[etree._Element]) -> dict[Hashable, tuple[Hashable, Look]]:
    usual: Look = {"hidden": False, "size": 10, "colour": None}
    for element in (element for root in roots for element in root.iter("{*}rPrDefault", "{*}pPrDefault")):
        usual |= _said(element)
    styles: dict[Hashable, tuple[Hashable, Look]] = {_USUAL: (None, usual), _PLAIN: (_USUAL, {})}
    for style in (style for root in roots for style in root.iter("{*}style")):
        name, kind, base = attribute(style, "styleId"), attribute(style, "type"), style.find("{*}basedOn")
        based = _USUAL if base is None and kind == "paragraph" else base is not None and attribute(base, "val")
        styles[name] = based, _said(style)
        if kind == "table":  # which of its cells have a ground is not read
            styles[name] = based, {"ground": None} if any(True for _ in style.iter("{*}shd")) else {}
        elif kind == "paragraph" and attribute(style, "default"):
            styles[_PLAIN] = styles[name]
    return styles


def _said(element: etree._Element) -> Look:
    """Give what a run, a paragraph, a cell, a table, a style or the document itself says."""
    look: Look = {}
    for properties in element:
        if local_name(properties) in _PROPERTIES:
            for about in properties:
                if (read := _READERS.get(local_name(about))) is not None:
                    look |= read(about)
    return look


def _style(element: etree._Element) -> Look:
    return {"style": attribute(element, "val") or ""}


def _size(element: etree._Element) -> Look:
    value = attribute(element, "val") or ""
    return {"size": int(value) / 2 if value.isdecimal() and len(value) < 6 else points(value)}


def _marker(element: etree._Element) -> Look:
    name = attribute(element, "val") or "none"
    if name == "none":
        return {}
    said = element.find("../{*}color")
    left_to_word = said is None or attribute(said, "val") == "auto"  # and black on a marker, but not on a shade
    return {"ground": _MARKERS.get(name)} | (Look(colour=BLACK) if left_to_word else Look())


def _shade(element: etree._Element) -> Look:
    kind, fill = attribute(element, "val") or "clear", attribute(element, "fill") or "auto"
    if kind == "nil" or (kind == "clear" and fill == "auto"):
        return {}
    if kind == "solid":
        return {"ground": _colour(element, "themeColor", "color") or BLACK}
    return {"ground": _colour(element, "themeFill", "fill") if kind == "clear" else None}


def _of_drawing(shape: etree._Element) -> Look:
    """Give the ground of a box with text: what is below one that is not filled may be anything."""
    fill = shape.find("{*}spPr/{*}solidFill/*")
    return {"ground": None if fill is None or len(fill) else _colour(fill, "val", "val")}


def _colour(element: etree._Element, theme: str, name: str) -> Colour | None:
    """Give a colour that an element tells, by its place in the theme where that is white, or by itself."""
    plain = not any(str(key).endswith(("Tint", "Shade")) for key in element.attrib)
    return WHITE if attribute(element, theme) in _WHITE and plain else colour_of(attribute(element, name))


_DRAWINGS: Final = ("wsp", "shape", "rect", "roundrect")
_PROPERTIES: Final = frozenset(("pPr", "tcPr", "tblPr", "rPr"))
_READERS: Final[dict[str, Callable[[etree._Element], Look]]] = {
    "vanish": lambda element: {"hidden": is_on(attribute(element, "val"))},
    "color": lambda element: {"colour": _colour(element, "themeColor", "val")},
    "sz": _size,
    "highlight": _marker,
    "shd": _shade,
    **dict.fromkeys(("pStyle", "rStyle", "tblStyle"), _style),
}
