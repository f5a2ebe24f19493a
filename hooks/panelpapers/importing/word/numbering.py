"""Counts the numbers that Word puts before paragraphs and that stand in no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from panelpapers.importing.lines import Label

from .names import W, is_on, text_of, whole
from .numerals import written
from .styles import Style, Styles


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers are written, where they start, and after which level they start again."""

    start: int
    way: str
    sample: str
    text: str
    restart: int
    figures_only: bool
    style: str


_LONGEST = 100
"""Signs of what stands before a paragraph. Word allows 31."""
_NO_LEVEL = Level(1, "decimal", "", "", 0, figures_only=False, style="")


class Numbering:
    """The lists of a file, and how far each of them has been counted.

    Several lists (`num`) may share one pattern (`abstractNum`). Then they share its count too, unless one says that
    it starts anew: it does so once, with its first paragraph.
    """

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        found = [] if root is None else root.findall(W + "num")
        patterns = [] if root is None else root.findall(W + "abstractNum")
        self._styles = styles
        self._lists = {whole(each.get(W + "numId")): each for each in found}
        self._patterns = {each.get(W + "abstractNumId", ""): each for each in patterns}
        self._levels: dict[int, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[int] = set()

    def label(self, properties: etree._Element | None, style: Style) -> Label | None:
        """Count a paragraph that has these properties; None where no list numbers it."""
        own = whole(text_of(properties, "numPr/numId"))
        list_id = style.list_id if own is None else own
        if not list_id or list_id not in self._lists:  # 0 takes a paragraph out of the list of its style
            return None
        levels = self._levels_of(list_id)
        level = whole(text_of(properties, "numPr/ilvl"))
        if level is None and own is None:
            named = {each.style: deep for deep, each in levels.items()}
            level = next((named[name] for name in style.ids if name in named), None)
        level = min(max(level if level is not None else style.level or 0, 0), 8)
        self._count(list_id, level, levels)
        return self._written(list_id, level, levels)

    def _count(self, list_id: int, level: int, levels: dict[int, Level]) -> None:
        counts = self._counts.setdefault(self._pattern_of(list_id), {})
        if list_id not in self._started:
            self._started.add(list_id)
            for override in self._lists[list_id].findall(W + "lvlOverride"):
                if override.find(W + "startOverride") is not None:
                    counts.pop(_deep(override), None)
        start = levels.get(level, _NO_LEVEL).start
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in [each for each in counts if each > level]:
            if level < levels.get(deeper, _NO_LEVEL).restart:
                del counts[deeper]

    def _written(self, list_id: int, level: int, levels: dict[int, Level]) -> Label:
        here = levels.get(level, _NO_LEVEL)
        counts = self._counts[self._pattern_of(list_id)]

        def number_of(place: re.Match[str]) -> str:
            wanted = int(place[1]) - 1
            if wanted > level:
                return ""
            there = levels.get(wanted, _NO_LEVEL)
            way = "decimal" if here.figures_only else there.way
            return written(counts.setdefault(wanted, there.start), way, there.sample)

        if here.way == "bullet":
            return Label("", level, is_bullet=True)
        number = " ".join(re.sub(r"%([1-9])", number_of, here.text).split())
        is_bullet = bool(number) and not any(sign.isalnum() or sign in "*†‡§" for sign in number)
        return Label("" if is_bullet else number, level, is_bullet)

    def _pattern_of(self, list_id: int) -> str:
        """Give the id of the pattern that a list counts by: its own, or that of the style of lists it points to."""
        for _ in range(10):  # a link may lead back to itself
            pattern = text_of(self._lists.get(list_id), "abstractNumId") or ""
            linked = text_of(self._patterns.get(pattern), "numStyleLink")
            if not linked:
                return pattern
            list_id = self._styles.named(linked).list_id or 0
        return ""

    def _levels_of(self, list_id: int) -> dict[int, Level]:
        if list_id not in self._levels:
            levels = self._levels[list_id] = {}
            pattern = self._patterns.get(self._pattern_of(list_id))
            for each in [] if pattern is None else pattern.findall(W + "lvl"):
                levels[_deep(each)] = _level(each, _deep(each))
            for override in self._lists[list_id].findall(W + "lvlOverride"):
                deep = _deep(override)
                for each in override.findall(W + "lvl"):
                    levels[deep] = _level(each, deep)
                if (start := whole(text_of(override, "startOverride"))) is not None:
                    levels[deep] = replace(levels.get(deep, _NO_LEVEL), start=start)
        return self._levels[list_id]


def _deep(element: etree._Element) -> int:
    return whole(element.get(W + "ilvl")) or 0


def _level(element: etree._Element, deep: int) -> Level:
    way = next(element.iter(W + "numFmt"), None)
    restart = whole(text_of(element, "lvlRestart"))
    return Level(
        start=whole(text_of(element, "start")) or 0,
        way="decimal" if way is None else way.get(W + "val", "decimal"),
        sample="" if way is None else way.get(W + "format", ""),
        text=(text_of(element, "lvlText") or "")[:_LONGEST],
        restart=deep if restart is None else restart,
        figures_only=bool(is_on(element, "isLgl")),
        style=text_of(element, "pStyle") or "",
    )
