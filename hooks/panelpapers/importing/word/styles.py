"""What the styles of a Word file say of a paragraph or a run, through all the styles that they are based on."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from .names import W, is_on, text_of, whole

_SWITCHES = ("b", "caps", "vanish")
_CONTENTS = ("toc ", "table of figures", "table of authorities", "contents heading")
_TITLES = {"title": 1, "subtitle": 0} | {f"heading {level}": level for level in range(1, 10)}
_DEEPEST = 50
"""Styles that one may be based on. Word allows 11."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it has from those that it is based on; `ids` begin with its own.

    `outline` is its level as a heading: 1 to 9, 0 for a subtitle, None for what is no heading. `list_id` and `level`
    say by which list it numbers.
    """

    ids: tuple[str, ...] = ()
    switches: dict[str, bool] = field(default_factory=dict)
    list_id: int | None = None
    level: int | None = None
    outline: int | None = None
    is_contents: bool = False


class Styles:
    """The styles of a file."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._by_id = {style.get(W + "styleId", ""): style for style in found}
        self._default = next((style.get(W + "styleId", "") for style in found if _is_default(style)), "")
        self._defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._made: dict[str, Style] = {}

    def of_paragraph(self, properties: etree._Element | None) -> Style:
        """Give a paragraph's style."""
        return self.named(text_of(properties, "pStyle") or self._default)

    def shows(self, name: str, run: etree._Element | None, style: Style) -> bool:
        """Whether bold, capitals or hiding is on for a run in a paragraph of a style.

        What the run says holds. Else the styles of paragraph and run each turn it over, as Word has it: bold in a
        bold style is plain.
        """
        said = is_on(run, name)
        if said is not None:
            return said
        of_run = self.named(text_of(run, "rStyle") or "")
        return bool(is_on(self._defaults, name)) or style.switches.get(name, False) != of_run.switches.get(
            name, False
        )

    def named(self, name: str) -> Style:
        """Give a style by its id; one that is based on itself, by whatever way round, ends where it comes back."""
        chain = []
        while name in self._by_id and name not in self._made:
            chain.append(name)
            self._made[name] = Style()
            name = text_of(self._by_id[name], "basedOn") or ""
        made = self._made.get(name, Style())
        for each in reversed(chain):
            made = self._made[each] = _based_on(made, self._by_id[each], each)
        return made


def _based_on(base: Style, element: etree._Element, name: str) -> Style:
    title = (text_of(element, "name") or "").lower()
    list_id, level = (whole(text_of(element, f"pPr/numPr/{each}")) for each in ("numId", "ilvl"))
    said = {each: is_on(element.find(W + "rPr"), each) for each in _SWITCHES}
    return Style(
        (name, *base.ids[:_DEEPEST]),
        base.switches | {each: value for each, value in said.items() if value is not None},
        base.list_id if list_id is None else list_id,
        base.level if level is None else level,
        _TITLES[title] if title in _TITLES else outline_of(element.find(W + "pPr"), base),
        base.is_contents or title.startswith(_CONTENTS),
    )


def outline_of(properties: etree._Element | None, style: Style) -> int | None:
    """Give the level of heading that a paragraph has, by itself or by its style; None where it is none."""
    own = whole(text_of(properties, "outlineLvl"))
    if own is None:
        return style.outline
    return own + 1 if 0 <= own < 9 else None


def _is_default(style: etree._Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default", "0") in {"1", "true", "on"}
