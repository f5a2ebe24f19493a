"""The part of Material's style sheet that our pages need: its rules for bare elements and for running text.

The whole sheet is 138 kB, or 23 kB on its way, for drawers, tabs and coloured code that our pages do not have; every
page would wait for it. It also holds pictures within itself, which our policy (``policy.py``) would have to allow.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from tinycss2 import parse_blocks_contents, parse_rule_list, parse_stylesheet, serialize
from tinycss2.ast import AtRule, Declaration, LiteralToken, Node, QualifiedRule

CLASSES = frozenset({"md-typeset"})
"""The classes of Material that stand in our templates. A rule that asks for another one applies to nothing."""

_ATTRIBUTES_NOT_USED = re.compile(r"\[(?:dir|data-md|role=columnheader|id=__)")
_VARIABLE = re.compile(r"var\((--[\w-]+)")


def base_style(sheet: str) -> str:
    """Give the rules of Material's style sheet that can apply to our pages, in the same order, as CSS.

    Variables that no rule asks for are left out, and so are those that hold a picture.
    """
    rules = parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    text = "".join(_kept(rules, _VARIABLE.findall(sheet)))
    while (less := "".join(_kept(rules, set(_VARIABLE.findall(text))))) != text:
        text = less
    return text


def _kept(rules: Iterable[Node], variables: Collection[str]) -> Iterator[str]:
    """Give the text of each rule that can apply, with the declarations of these variables only."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            head, body = ",".join(_selectors(rule.prelude)), _declarations(rule.content, variables)
        elif isinstance(rule, AtRule) and rule.content is not None and rule.lower_at_keyword in ("media", "page"):
            within = parse_rule_list(rule.content, skip_whitespace=True)
            of_a_page = rule.lower_at_keyword == "page"
            head = f"@{rule.at_keyword}{serialize(rule.prelude)}"
            body = serialize(rule.content) if of_a_page else "".join(_kept(within, variables))
        else:
            continue  # the encoding, and movements: nothing on our pages moves by itself
        if head and body:
            yield f"{head}{{{body}}}\n"


def _selectors(prelude: Iterable[Node]) -> Iterator[str]:
    """Give those of a rule's selectors that can apply. What stands within :is() and the like is not judged."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if _is(node, ","):
            parts.append([])
        else:
            parts[-1].append(node)
    for part in parts:
        text = serialize(part).strip()
        classes = {serialize([name]) for point, name in pairwise(part) if _is(point, ".")}
        if classes <= CLASSES and not _ATTRIBUTES_NOT_USED.search(text):
            yield text


def _is(node: Node, sign: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == sign


def _declarations(content: Iterable[Node], variables: Collection[str]) -> str:
    kept = []
    for one in parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(one, Declaration):
            text = one.serialize()
            if not one.name.startswith("--") or (one.name in variables and "data:" not in text):
                kept.append(text)
    return ";".join(kept)
