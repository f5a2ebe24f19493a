"""The last step: the SVG that Vega wrote becomes a small file that stands on its own.

Vega's classes, roles and wrappers go; ids are made from the figure's own id; title and description go in. A style
sheet in the file gives each colour of the light theme its own in the dark one, for readers who have that. Print, and
any program that does not know style sheets, shows the light theme.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

from ..records.language import language_of, with_names_marked
from .palette import DARK, LIGHT, Shade
from .picture import Picture, Said

_SVG: Final = "{http://www.w3.org/2000/svg}"
_FAMILY: Final = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif"
_DROPPED: Final = frozenset({"class", "role", "font-family", "font-size", "pointer-events"})
_DEFAULTS: Final = {
    ("opacity", "1"), ("stroke-width", "0"), ("stroke-width", "1"), ("text-anchor", "start"),
    ("font-weight", "normal"), ("transform", "translate(0,0)"),
    ("stroke-dasharray", ""), ("y2", "0"), ("x2", "0"), ("d", "M0,0h0v0h0Z"),
}  # fmt: skip
_SHADES: Final[dict[str, Shade]] = {colour: shade for shade, colour in LIGHT.items()}
_MARKS: Final = frozenset({f"{_SVG}text", f"{_SVG}path", f"{_SVG}line"})
_OWN: Final = frozenset({"transform", "d", "x2", "y2", "lang"})
"""Attributes that say where a mark is, and not how it looks."""


def finished(svg: str, said: Said, slug: str, picture: Picture) -> bytes:
    """Turn Vega's SVG of a picture into the published file, in UTF-8; its size is that of the picture."""
    ET.register_namespace("", _SVG.strip("{}"))
    root = ET.fromstring(svg)  # noqa: S314 - it comes from Vega, not from a reader
    _tidy(root)
    _rename_ids(root, slug)
    # Vega adds up margins in floating point: 320.00000000000006 is no width for the page to state.
    width, height = picture.frame.size
    whole = ET.Element(f"{_SVG}svg", {"width": f"{width}", "height": f"{height}", "viewBox": f"0 0 {width} {height}"})
    whole.attrib |= {"lang": said.language, "font-family": _FAMILY, "font-size": str(picture.sheet.text)}
    ET.SubElement(whole, f"{_SVG}title").text = said.title
    ET.SubElement(whole, f"{_SVG}desc").text = said.description
    style = ET.SubElement(whole, f"{_SVG}style")
    whole.extend(root)
    _name_languages(whole, said.names)
    style.text = _style_sheet(whole)
    _outline(whole)
    _gather(whole)
    return f"{ET.tostring(whole, encoding='unicode')}\n".encode()


def _name_languages(whole: ET.Element, names: Mapping[str, str]) -> None:
    """Give each text that is one of some names, or a line of one, the language of the name."""
    for element in whole.iter() if names else ():
        text = (element.text or "").strip()
        part = next((tag for name, tag in names.items() if len(text) > 1 and text in name), "")
        if tag := language_of(with_names_marked(text, names)) or part:
            element.set("lang", tag)


def _tidy(parent: ET.Element) -> None:
    """Drop what draws nothing, attributes that say nothing, and groups that only wrap."""
    for child in list(parent):
        _tidy(child)
        if child.get("stroke-width") == "0":
            child.attrib.pop("stroke", None)
        for name, value in list(child.attrib.items()):
            child.set(name, _shorter(value) if name not in ("fill", "stroke") else value)
            if name in _DROPPED or name.startswith("aria-") or (name, child.get(name)) in _DEFAULTS:
                del child.attrib[name]
        if _draws_nothing(child):
            parent.remove(child)
        elif child.tag == f"{_SVG}g" and not child.attrib:
            index = list(parent).index(child)
            parent[index : index + 1] = list(child)


def _draws_nothing(element: ET.Element) -> bool:
    if element.tag in (f"{_SVG}g", f"{_SVG}text"):
        return len(element) == 0 and not element.text
    if element.tag == f"{_SVG}path":
        return not element.get("d") or not (element.get("fill") or element.get("stroke"))
    return False


def _shorter(value: str) -> str:
    """Round every number in an attribute to a tenth of a pixel."""
    return re.sub(r"-?(?<!\d)\d+\.\d+(?:e-\d+)?", lambda found: f"{round(float(found[0]), 1) + 0:g}", value)


def _rename_ids(root: ET.Element, slug: str) -> None:
    """Name ids after the figure: Vega's own count up across charts, and would collide where two are inlined."""
    names = {
        element.get("id", ""): f"{slug}-{number}" for number, element in enumerate(root.iterfind(".//*[@id]"), 1)
    }
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, names[value])
            elif "#" in value and "url(" in value:
                element.set(name, re.sub(r"url\(#([^()]+)\)", lambda found: f"url(#{names[found[1]]})", value))


def _outline(root: ET.Element) -> None:
    """Keep letters clear of lines: their outline in the colour of the paper lies under them."""
    for element in root.iter(f"{_SVG}text"):
        if element.get("stroke"):
            element.attrib |= {"paint-order": "stroke", "stroke-linejoin": "round"}


def _gather(parent: ET.Element) -> None:
    """Put neighbours of a kind into groups that say once what they share: many texts then have half the bytes."""
    for child in parent:
        _gather(child)
    _group(parent, (lambda mark: mark.tag, _look))


def _group(parent: ET.Element, keys: Sequence[Callable[[ET.Element], object]]) -> None:
    for number, key in enumerate(keys, 1):
        found: list[ET.Element] = []
        for _, alike in groupby(parent, key=key):
            marks = list(alike)
            shared = _look(marks[0]).intersection(*map(_look, marks))
            if marks[0].tag in _MARKS and shared and len(marks) > 2:
                group = ET.Element(f"{_SVG}g", dict(sorted(shared)))
                for mark in marks:
                    mark.attrib = dict(item for item in mark.attrib.items() if item not in shared)
                group.extend(marks)
                _group(group, keys[number:])
                marks = [group]
            found += marks
        parent[:] = found


def _look(mark: ET.Element) -> frozenset[tuple[str, str]]:
    return frozenset(item for item in mark.attrib.items() if item[0] not in _OWN)


def _style_sheet(root: ET.Element) -> str:
    """Write the dark theme; the light one, which is also the one for print, stands in the attributes."""
    used = {item for element in root.iter() for item in element.attrib.items() if item[0] in ("fill", "stroke")}
    rules = "".join(
        f'[{name}="{colour}"]{{{name}:{DARK[_SHADES[colour]]}}}' for name, colour in sorted(used) if colour in _SHADES
    )
    return f"text{{forced-color-adjust:none}}@media screen and (prefers-color-scheme:dark){{{rules}}}"
