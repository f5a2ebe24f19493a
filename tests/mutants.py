"""Breaks the package in one place at a time, and tells which breaks no test noticed: ``nox -s mutants``.

``python -m tests.mutants [--count 100] [--seed 1] [--only TEXT]`` draws a sample, the same for the same seed and
code: a room, a module of it, a kind of break and a place, each by chance, so that no long table takes all. Each break
is made in a copy of the project. First the test files run that import the module or have its name; where they notice
nothing, all fast tests of the rooms, and then the slow ones of its own room. ``--only`` tries those of the sample
again whose name holds a text.

A break that changes nothing that can be noticed is explained in ``explained-mutants.txt``. Ends with 1 when more than
``MOST`` survive, or one without an explanation.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PACKAGE: Final = ROOT / "hooks" / "panelpapers"
EXPLAINED: Final = Path(__file__).with_name("explained-mutants.txt")
ROOMS: Final = ("facts", "rules", "words", "pages")
FAST: Final = "not slow and not browser"
SLOW: Final = "slow and not browser"
EVERYTHING: Final = ("tests/facts", "tests/words", "tests/pages", "tests/rules")
"""Where the tests of these rooms stand, those that take longest at the end."""

MOST: Final = 20
SLOWER: Final = 5
"""How much longer than without a break the tests may take; a break that makes them slower than that is noticed."""

LEFT_OUT: Final = shutil.ignore_patterns(".*", "data", "site", "node_modules", "__pycache__", "spoken")
OPPOSITES: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True)
class Break:
    """One place of a module and what takes its place. ``source`` is the whole module with the break in it."""

    module: Path
    line: int
    name: str
    """The break as people read it, without the number of its line, which changes with every edit above it."""
    source: str


Change = tuple[str, ast.AST]
"""A kind of break, and what may stand in place of a node."""


def changes(node: ast.AST) -> Iterator[Change]:
    """Give every change of a node: of its logic, of its value, or of what it is a list of."""
    yield from _of_logic(node)
    yield from _of_value(node)
    yield from _of_members(node)


def _of_logic(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[operator]):
            yield "comparison", ast.Compare(node.left, [OPPOSITES[type(operator)]()], node.comparators)
        case ast.BoolOp():
            yield "and, or", ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield "not", node.operand
        case ast.IfExp():
            yield "either", node.body
            yield "either", node.orelse
        case ast.comprehension(ifs=[_, *_]):
            yield "condition", ast.comprehension(node.target, node.iter, [], node.is_async)


def _of_value(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Constant(value=bool(value)):
            yield "yes, no", ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield "number", ast.Constant(value + 1)
            yield "number", ast.Constant(value - 1)
        case ast.Return(value=ast.expr()) if not isinstance(node.value, ast.Constant):
            yield "returned", ast.Return(ast.Constant(None))


def _of_members(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Set | ast.Tuple | ast.List) and len(node.elts) > 1:
        for place, member in enumerate(node.elts):
            if isinstance(member, ast.Constant) and isinstance(member.value, str):
                fewer = deepcopy(node)
                del fewer.elts[place]
                yield f"member {member.value!r}", fewer


@dataclass(frozen=True)
class Place:
    """A node, how to put another in its place, and what to put there."""

    node: ast.AST
    put: Callable[[ast.AST], None]
    other: ast.AST


def places(node: ast.AST) -> Iterator[tuple[str, Place]]:
    """Give each break below a node, with its kind."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or _is_type(node):
            continue
        for place, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.AST):
                put = partial(value.__setitem__, place) if isinstance(value, list) else partial(setattr, node, name)
                yield from ((kind, Place(child, put, other)) for kind, other in changes(child))
                yield from places(child)


def _is_type(node: ast.AST) -> bool:
    """Whether a node names kinds of text for mypy alone: ``Literal["time", "category"]``."""
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"


@cache
def read(module: Path) -> tuple[ast.Module, dict[str, list[tuple[str, Place]]]]:
    """Read a module, and give every break of it by kind; all members of lists are one kind."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for kind, place in places(tree):
        found[kind.partition(" '")[0]].append((kind, place))
    return tree, found


def made(module: Path, kind: str, place: Place) -> Break:
    """Make a break: the module as it is with it. The module that was read stays as it was."""
    tree, _ = read(module)
    place.put(place.other)
    source = ast.unparse(ast.fix_missing_locations(tree))
    place.put(place.node)
    line: int = getattr(place.node, "lineno", getattr(getattr(place.node, "target", None), "lineno", 0))
    before, after = shown(place.node), shown(place.other)
    what = f"without {kind.removeprefix('member ')}" if kind.startswith("member") else f"{before} -> {after}"
    typed = module.read_text(encoding="utf-8").splitlines()[line - 1].strip()
    name = f"{module.relative_to(PACKAGE).as_posix()}: {what}"
    return Break(module, line, name if kind == "returned" else f"{name}, in: {typed}", source)


def shown(node: ast.AST) -> str:
    """Give a piece of code on one line, and not all of a long one."""
    line = " ".join(ast.unparse(node).split())
    return line if len(line) <= 110 else f"{line[:70]} … {line[-35:]}"


def sample(count: int, seed: int) -> list[Break]:
    """Draw so many different breaks, by chance but the same ones each time."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    modules = {room: sorted((PACKAGE / room).rglob("*.py")) for room in ROOMS}
    drawn: dict[str, Break] = {}
    while len(drawn) < count:
        module = chance.choice(modules[chance.choice(ROOMS)])
        _, kinds = read(module)
        if kinds:
            one = made(module, *chance.choice(kinds[chance.choice(sorted(kinds))]))
            drawn.setdefault(one.name, one)
    return list(drawn.values())


@cache
def imported() -> dict[Path, str]:
    """Give the text of every test file that a fast test may stand in."""
    return {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py"))}


def concerned(module: Path) -> list[str]:
    """Give the test files that import a module, or from it, or that have its name."""
    dotted = ".".join(module.relative_to(PACKAGE.parent).with_suffix("").parts)
    room, name = dotted.rpartition(".")[::2]
    direct = re.compile(rf"(from|import) {re.escape(dotted)}\b|from {re.escape(room)} import .*\b{name}\b")
    files = [path for path, text in imported().items() if direct.search(text) or f"_{name.rstrip('s')}" in path.stem]
    return [path.relative_to(ROOT).as_posix() for path in files]


def notice(one: Break, copy: Path, longest: float) -> bool:
    """Say whether a test notices a break that is made in a copy of the project, by failing or by taking too long."""
    module = copy / one.module.relative_to(ROOT)
    sound = module.read_text(encoding="utf-8")
    module.write_text(one.source, encoding="utf-8")
    try:
        own = f"tests/{one.module.relative_to(PACKAGE).parts[0]}"
        rooms = sorted(EVERYTHING, key=lambda folder: folder != own)
        steps = ((concerned(one.module), FAST), (rooms, FAST), ([own], SLOW))
        return not all(passes(copy, tests, marks, longest) for tests, marks in steps if tests)
    finally:
        module.write_text(sound, encoding="utf-8")


def passes(copy: Path, tests: Sequence[str], marks: str, longest: float | None = None) -> bool:
    """Say whether the tests of some files and folders with these marks pass; no test at all is no failure."""
    command = [sys.executable, "-m", "pytest", "-qx", "-p", "no:cacheprovider", "-m", marks, *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy / "hooks"), "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        return False
    if done.returncode < 0:
        sys.exit("The machine ended a run of the tests, so nothing is known of this break. Try it again.")
    return done.returncode in (0, 5)


def explained() -> dict[str, str]:
    """Read the breaks that nobody can notice, each with the reason that stands set in under it."""
    text = EXPLAINED.read_text(encoding="utf-8")
    return dict(re.findall(r"^(\w+/\S+: .+)\n((?: {4}.+\n?)+)", text, re.MULTILINE))


def survivors(drawn: list[Break], folder: Path, at_once: int = 2) -> list[Break]:
    """Try every break, some at once, each in a copy of the project of its own."""
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(at_once):
        copies.put(shutil.copytree(ROOT, folder / str(number), ignore=LEFT_OUT))
        shutil.copytree(ROOT / ".github", folder / str(number) / ".github")
        (folder / str(number) / "data").mkdir()  # mkdocs.yml has it watched
    started = perf_counter()
    if not all(passes(folder / "0", EVERYTHING, marks) for marks in (FAST, SLOW)):
        sys.exit("The tests fail without a break: see `nox -s unit`.")
    longest = SLOWER * (perf_counter() - started)

    def tried(one: Break) -> bool:
        copy = copies.get()
        try:
            noticed = notice(one, copy, longest)
        finally:
            copies.put(copy)
        sys.stdout.write(f"{'noticed ' if noticed else 'SURVIVED'} {one.name}\n")
        sys.stdout.flush()
        return noticed

    with ThreadPoolExecutor(at_once) as pool:
        return [one for one, noticed in zip(drawn, pool.map(tried, drawn), strict=True) if not noticed]


def main() -> int:
    """Try a sample, tell what survived, and give 1 when that is too much or not explained."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="try only the breaks of the sample whose name holds this")
    asked = parser.parse_args()
    drawn = [one for one in sample(asked.count, asked.seed) if asked.only in one.name]
    with TemporaryDirectory() as folder:
        found = survivors(drawn, Path(folder))
    reasons = explained()
    unexplained = [one for one in found if one.name not in reasons]
    sys.stdout.write(
        f"\n{len(drawn)} breaks, {len(found)} survived, {len(unexplained)} of them without explanation\n"
    )
    for one in found:
        why = reasons.get(one.name, "    not explained\n")
        sys.stdout.write(f"{one.module.relative_to(ROOT)}:{one.line}\n  {one.name}\n{why}")
    return int(bool(unexplained) or len(found) > MOST)


if __name__ == "__main__":
    sys.exit(main())
