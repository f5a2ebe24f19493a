"""What the styles of a Word file say of a paragraph or a run, through all the styles that they are based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from .names import W, is_on, text_of, whole

_CONTENTS = ("toc ", "table of figures", "table of authorities", "contents heading")
_DEEPEST = 50
"""Styles that one may be based on; one that is based on itself ends there too. Word allows 11."""
_TITLES = {"title": 1, "subtitle": 0}


@dataclass(frozen=True, slots=True)
class Numbered:
    """By which list a style numbers, and on which level; `styles` are those whose levels the list may name."""

    list_id: int | None
    level: int | None
    styles: tuple[str, ...]


class Styles:
    """The styles of a file."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._by_id = {style.get(W + "styleId", ""): style for style in found}
        self._default = next((style.get(W + "styleId", "") for style in found if _is_default(style)), "")
        self._defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.switch = cache(self._switch)
        self.numbered = cache(self._numbered)
        self.outline = cache(self._outline)
        self.is_contents = cache(self._is_contents)

    def of_paragraph(self, properties: etree._Element | None) -> str:
        """Give the id of a paragraph's style."""
        return text_of(properties, "pStyle") or self._default

    def shows(self, name: str, run: etree._Element | None, style: str) -> bool:
        """Whether bold, capitals or hiding is on for a run in a paragraph of a style.

        What the run says holds. Else the styles of paragraph and run each turn it over, as Word has it: bold in a
        bold style is plain.
        """
        said = is_on(run, name)
        if said is not None:
            return said
        if is_on(self._defaults, name):
            return True
        return self.switch(name, style) != self.switch(name, text_of(run, "rStyle") or "")

    def outline_of(self, paragraph: etree._Element | None, style: str) -> int | None:
        """Give the level of heading that a paragraph has, by itself or by its style; None where it is none."""
        own = whole(text_of(paragraph, "outlineLvl"))
        if own is None:
            return self.outline(style)
        return own + 1 if 0 <= own < 9 else None

    def _chain(self, style: str) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            if style not in self._by_id:
                return
            yield self._by_id[style]
            style = text_of(self._by_id[style], "basedOn") or ""

    def _switch(self, name: str, style: str) -> bool:
        said = (is_on(found.find(W + "rPr"), name) for found in self._chain(style))
        return next((value for value in said if value is not None), False)

    def _numbered(self, style: str) -> Numbered:
        chain = list(self._chain(style))
        lists = [whole(text_of(found, "pPr/numPr/numId")) for found in chain]
        levels = [whole(text_of(found, "pPr/numPr/ilvl")) for found in chain]
        return Numbered(
            next((value for value in lists if value is not None), None),
            next((value for value in levels if value is not None), None),
            tuple(found.get(W + "styleId", "") for found in chain),
        )

    def _outline(self, style: str) -> int | None:
        """Give the level of heading that a style has: 1 to 9, 0 for a subtitle, None for what is no heading."""
        for found in self._chain(style):
            name = (text_of(found, "name") or "").lower()
            if name in _TITLES:
                return _TITLES[name]
            level = whole(text_of(found, "pPr/outlineLvl"))
            if level is not None:
                return level + 1 if 0 <= level < 9 else None
            if name.startswith("heading ") and name[8:].isdecimal():
                return int(name[8:])
        return None

    def _is_contents(self, style: str) -> bool:
        names = ((text_of(found, "name") or "").lower() for found in self._chain(style))
        return any(name.startswith(_CONTENTS) for name in names)


def _is_default(style: etree._Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default", "0") in {"1", "true", "on"}
