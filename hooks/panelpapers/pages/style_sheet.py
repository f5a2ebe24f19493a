"""The one style sheet of our pages: what of Material's can apply to them, then ours, without comments and idle space.

Material's whole sheet is 138 kB, or 23 kB on its way, for drawers, tabs and coloured code that our pages do not have,
and every page would wait for it. It also holds pictures, which our policy (``policy.py``) would have to allow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise

from tinycss2 import parse_blocks_contents, parse_rule_list, parse_stylesheet, serialize
from tinycss2.ast import AtRule, Declaration, IdentToken, LiteralToken, Node, QualifiedRule

CLASSES = frozenset({"md-typeset"})
"""The classes of Material that stand in our templates. A rule that asks for another one applies to nothing."""

_ATTRIBUTES_NOT_USED = re.compile(r"\[(?:dir|type|align|data-md|data-preview|role=columnheader|id=__)")
_ELEMENTS_NOT_USED = frozenset({"abbr", "iframe", "kbd", "small", "sub", "sup", "video"})
"""Elements that no template has, and that nobody can write: Markdown is without HTML here."""

_NOT_NEEDED = re.compile(
    r"transition|touch-action|-webkit-tap-|(?:-webkit-)?(?:mask|box-decoration-break)\b|scrollbar-"
)
"""Properties that move something, that ask for a picture, or that only a bar or a finger sees."""

_VARIABLE = re.compile(r"var\((--[\w-]+)")
_ENCODING = '@charset "utf-8";\n'


class NotUnderstood(ValueError):  # noqa: N818 - said as people say it
    """A style sheet has something that a browser would pass over, or that this module cannot write."""


def style_sheet(material: str, ours: str, accent: str | None = None) -> str:
    """Give the CSS of our pages, from Material's style sheet and ours. Raises ``NotUnderstood``.

    ``accent`` is the panel's own colour; all that is of this colour asks for the variable ``--own``.
    """
    ours += f":root {{ --own: {accent} }}" if accent else ""
    return _ENCODING + material_base(material) + _written(ours, lambda _selector: True, lambda _declaration: True)


def material_base(sheet: str) -> str:
    """Give the rules of Material's style sheet that can apply to our pages, in the same order.

    Movements are left out, and variables that no rule asks for or that hold a picture.
    """
    text, shorter = "", sheet
    while shorter != text:
        text, asked_for = shorter, set(_VARIABLE.findall(shorter))
        shorter = _written(text, _can_apply, partial(_is_needed, variables=asked_for))
    return text


def _can_apply(selector: Sequence[Node]) -> bool:
    """Whether a selector asks for nothing that our pages do not have. What stands within :is() is not judged."""
    classes = {serialize([name]) for point, name in pairwise(selector) if _is(point, ".")}
    elements = {node.lower_value for node in selector if isinstance(node, IdentToken)}
    used = classes <= CLASSES and not elements & _ELEMENTS_NOT_USED
    return used and not _ATTRIBUTES_NOT_USED.search(serialize(selector))


def _is_needed(declaration: Declaration, variables: set[str]) -> bool:
    if not declaration.name.startswith("--"):
        return not _NOT_NEEDED.match(declaration.name)
    return declaration.name in variables and "data:" not in declaration.serialize()


def _written(
    sheet: str | Sequence[Node], selects: Callable[[Sequence[Node]], bool], sets: Callable[[Declaration], bool]
) -> str:
    """Write the rules whose selectors are wanted, each with the declarations that are wanted."""
    return "".join(_rules(parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), selects, sets))


def _rules(
    rules: Iterable[Node], selects: Callable[[Sequence[Node]], bool], sets: Callable[[Declaration], bool]
) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            head = ",".join(_compact(selector) for selector in _apart(rule.prelude) if selects(selector))
            body = _declarations(rule.content, sets)
        elif isinstance(rule, AtRule) and rule.content is not None and "keyframes" not in rule.lower_at_keyword:
            head = f"@{rule.at_keyword}{serialize(rule.prelude).rstrip()}"
            within = parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            of_pages = rule.lower_at_keyword == "page"
            body = _declarations(rule.content, sets) if of_pages else "".join(_rules(within, selects, sets))
        elif isinstance(rule, AtRule) and rule.lower_at_keyword not in ("import", "namespace"):
            continue  # the encoding, which the new sheet begins with, and movements
        else:
            raise NotUnderstood(f"Line {rule.source_line} of a style sheet is not understood")
        if head and body:
            yield f"{head}{{{body}}}\n"


def _declarations(content: Iterable[Node], sets: Callable[[Declaration], bool]) -> str:
    written = []
    for node in parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(node, Declaration):
            raise NotUnderstood(
                f"Line {node.source_line} of a style sheet is no declaration; no rule stands within one"
            )
        if sets(node):
            written.append(f"{node.name}:{_compact(node.value)}{'!important' if node.important else ''}")
    return ";".join(written)


def _apart(prelude: Iterable[Node]) -> list[list[Node]]:
    """Take a list of selectors apart at its commas."""
    return [list(nodes) for comma, nodes in groupby(prelude, lambda node: _is(node, ",")) if not comma]


def _compact(nodes: Iterable[Node]) -> str:
    """Write a selector or a value without comments, and with one space where there is any."""
    written = (" " if node.type == "whitespace" else node.serialize() for node in nodes if node.type != "comment")
    return "".join(written).strip()


def _is(node: Node, sign: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == sign
