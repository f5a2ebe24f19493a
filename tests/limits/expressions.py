"""Every expression of the package, as its source has it, and texts made to keep each of them busy."""

from __future__ import annotations

import ast
import importlib
import re
import re._constants as op  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.limits.steps import Item, _fits, parsed

HOOKS: Final = Path(__file__).parents[2] / "hooks"
CALLS: Final = frozenset({"compile", "match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split"})
AT_ONE_PLACE: Final = frozenset({"match", "fullmatch"})
_METHOD: Final = re.compile(rf"\.(?:{'|'.join(CALLS)})\b")
_KINDS: Final = (ast.Call, ast.Assign, ast.AnnAssign, ast.Attribute)
_REPEATS: Final = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_LETTERS: Final = "a1 -_.,:;#()[]<>{}|*+!?\"'`~@/\\&%=\n\tAXivl£é²٣\0"


@dataclass(frozen=True)
class Expression:
    """An expression and how it is used. ``pattern`` is ``None`` where it is made only while the package runs."""

    file: str
    line: int
    written: str
    pattern: re.Pattern[str] | None
    used: frozenset[str]

    @property
    def searched(self) -> bool:
        """Whether a match may begin anywhere in a text."""
        return not self.used <= AT_ONE_PLACE


def every_expression() -> Iterator[Expression]:
    """Give every expression that the package compiles or uses, with the methods that it is used with."""
    nodes = {path: _nodes(path.read_text(encoding="utf-8")) for path in sorted(HOOKS.rglob("*.py"))}
    uses = _uses(node for of_file in nodes.values() for node in of_file)
    for path, of_file in nodes.items():
        here = _uses(of_file)
        names = {id(node.value): node.targets[0] for node in of_file if isinstance(node, ast.Assign)}
        names |= {id(node.value): node.target for node in of_file if isinstance(node, ast.AnnAssign)}
        for node in of_file:
            if isinstance(node, ast.Call) and (method := _method(node.func, "re")) in CALLS:
                name = names.get(id(node))
                called = name.id if isinstance(name, ast.Name) else ""
                used = {method} if method != "compile" else here.get(called) or uses.get(called) or {"search"}
                file = path.relative_to(HOOKS).as_posix()
                yield Expression(file, node.lineno, ast.unparse(node.args[0]), _compiled(node, path), frozenset(used))


def _nodes(source: str) -> list[ast.AST]:
    """Give the nodes of a module that make, name or use an expression; most modules have none of its methods."""
    if not _METHOD.search(source):
        return []
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, _KINDS)]


def _uses(nodes: Iterable[ast.AST]) -> dict[str, set[str]]:
    """Give the methods that each name of an expression is used with, anywhere in the package."""
    uses: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr in CALLS:
            name = node.value.id if isinstance(node.value, ast.Name) else ""
            uses.setdefault(name, set()).add(node.attr)
    return uses


def _method(called: ast.expr, module: str) -> str:
    inside = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == module
    return called.attr if inside and isinstance(called, ast.Attribute) else ""


def _compiled(call: ast.Call, path: Path) -> re.Pattern[str] | None:
    module = importlib.import_module(".".join(path.relative_to(HOOKS).with_suffix("").parts))
    known = {word.arg: word.value for word in call.keywords}
    positions = {"compile": 1, "sub": 4, "subn": 4, "split": 3}
    position = positions.get(_method(call.func, "re"), 2)
    flags = known.get("flags") or (call.args[position] if len(call.args) > position else ast.Constant(0))
    try:
        pattern, with_flags = (eval(ast.unparse(part), vars(module)) for part in (call.args[0], flags))  # noqa: S307
    except NameError:
        return None
    return re.compile(pattern.decode() if isinstance(pattern, bytes) else pattern, with_flags)


@cache
def letters_of(pattern: re.Pattern[str]) -> str:
    """Give one letter for each kind of letter that an expression can tell from others."""
    tests = list(_single(parsed(pattern)))
    kinds: dict[tuple[bool, ...], str] = {}
    for letter in _LETTERS + "".join(chr(value) for kind, value in tests if kind is op.LITERAL):
        kinds.setdefault(tuple(_fits(kind, value, letter, pattern.flags) for kind, value in tests), letter)
    return "".join(kinds.values())


def _single(items: Any) -> Iterator[Item]:
    for kind, value in items:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN):
            yield kind, value
        for inner in _inside(kind, value):
            yield from _single(inner)


def _inside(kind: Any, value: Any) -> list[Any]:
    if kind is op.BRANCH:
        return list(value[1])
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in (*_REPEATS, op.SUBPATTERN, op.ASSERT, op.ASSERT_NOT):
        return [value[-1]]
    return []


def attacks(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Give texts that lead into a repeated part of an expression, repeat something there, and end in another letter.

    What is repeated is whatever the part takes, and the way to it: ``"item 1 of item 1 of ..."``.
    """
    for before, pump in _pumps(pattern):
        for after in ("", *_few(letters_of(pattern), pump[-1])):
            yield before + pump * size + after


@cache
def _pumps(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    letters = letters_of(pattern)
    found: dict[tuple[str, str], None] = {}
    for before, body in _unbounded(parsed(pattern), pattern.flags):
        for sample in _samples(body, letters, pattern.flags):
            if sample:
                found |= dict.fromkeys([("", sample), (before, sample), ("", before + sample)])
    return list(found)


def _few(letters: str, last: str) -> str:
    """Give some letters to end with, that repeated the last of them."""
    return "".join(letter for letter in letters if letter != last)[:5]


def _unbounded(items: Any, flags: int, before: str = "") -> Iterator[tuple[str, Any]]:
    """Give each part of an expression that may be repeated without end, with a text that leads to it."""
    for kind, value in items:
        if kind in _REPEATS and value[1] is op.MAXREPEAT:
            yield before, value[-1]
        for inner in _inside(kind, value):
            yield from _unbounded(inner, flags, before)
        before += next(_samples([(kind, value)], _LETTERS, flags), "")


def longest_bound(items: Any) -> int:
    """Give the largest number of times that an expression lets a part be repeated, where it says a number."""
    bounds = [0]
    for kind, value in items:
        if kind in _REPEATS and value[1] is not op.MAXREPEAT:
            bounds.append(value[1])
        bounds += [longest_bound(inner) for inner in _inside(kind, value)]
    return max(bounds)


def _samples(items: Any, letters: str, flags: int) -> Iterator[str]:
    """Give a few texts that match a sequence of items: for each of its parts, each letter that fits once."""
    choices = [list(_of_item(kind, value, letters, flags))[:4] or [""] for kind, value in items]
    yield "".join(choice[0] for choice in choices)
    for place, choice in enumerate(choices):
        for other in choice[1:]:
            yield "".join(other if n == place else one[0] for n, one in enumerate(choices))


def _of_item(kind: Any, value: Any, letters: str, flags: int) -> Iterator[str]:
    if kind is op.LITERAL:
        yield chr(value)
    elif kind in (op.NOT_LITERAL, op.IN, op.ANY):
        yield from (letter for letter in letters if _fits(kind, value, letter, flags))
    elif kind in _REPEATS:
        yield from (sample * max(value[0], 1) for sample in _samples(value[-1], letters, flags))
    elif kind not in (op.ASSERT, op.ASSERT_NOT):
        for inner in _inside(kind, value):
            yield from _samples(inner, letters, flags)
