"""Rules of the house for sentences about figures: what a pattern may hold, and what its claim may know."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from sys import stdlib_module_names

import pytest
from ruamel.yaml import YAML

import panelpapers.words
from panelpapers.words.pattern import Choice, Parts, Pattern, Slot
from tests.sentences import named_patterns

ROOM = Path(str(panelpapers.words.__file__)).parent
CLAIMING = [
    *sorted((ROOM / "messages").glob("[a-z]*.py")),
    ROOM / "summary.py",
    ROOM / "headline.py",
    ROOM / "exploring.py",
]
COMPARING = re.compile(
    r"\b(?:rises?|falls?|rose|fell|rising|falling|narrow\w*|widen\w*|high\w*|low\w*|above|below|over|under|more|less|most"
    r"|least|fewer|greater|smaller|larg\w+|small\w*|first|last|latest|earl\w+|later?|before|after|since|previous|next|then"
    r"|better|worse|good|bad|up|down|same|equal|all|some|each|every|both|none?|met|missed|not|increas\w+|decreas\w+)\b"
)
"""Words of direction, order, comparison and how many."""
REASONS = YAML(typ="base").load((Path(__file__).parent.parent / "cases" / "fixed-words.yml").read_text("utf-8"))
"""Fixed words of patterns that compare nothing of their own, each with the reason."""


def fixed(parts: Parts) -> Iterator[str]:
    """Give the text of a pattern that no choice with a name holds."""
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Choice) and not part.name:
            for option in part.options:
                yield from fixed(option)


def holds_a_slot(parts: Parts) -> bool:
    """Whether something is filled in, or chosen by name."""
    return any(
        isinstance(part, Slot)
        or (isinstance(part, Choice) and (bool(part.name) or any(map(holds_a_slot, part.options))))
        for part in parts
    )


def left_out(parts: Parts) -> Iterator[Parts]:
    """Give what may be left out of a pattern and has no name."""
    for part in parts:
        if isinstance(part, Choice):
            if not part.name and part.options[-1] == ():
                yield from part.options[:-1]
            for option in part.options:
                yield from left_out(option)


def comparing_words(pattern: Pattern) -> list[str]:
    return [word for text in fixed(pattern.parts) for word in COMPARING.findall(text)]


def test_words_that_compare_are_chosen_and_never_fixed() -> None:
    found = {name: words for name, pattern in named_patterns().items() if (words := comparing_words(pattern))}
    assert found == {name: words for reason in REASONS for name, words in reason["patterns"].items()}
    assert all(reason["why"].endswith(".") for reason in REASONS)


@pytest.mark.parametrize("name", named_patterns())
def test_what_may_be_left_out_holds_a_slot_or_has_a_name(name: str) -> None:
    assert [option for option in left_out(named_patterns()[name].parts) if not holds_a_slot(option)] == []


# What a claim may know


def claims(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Give the functions that take a claim, and those of the module that they call."""
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    waiting = [node for node in functions.values() if any(is_claim(argument) for argument in node.args.args)]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node.name not in seen:
            seen.add(node.name)
            yield node
            waiting += [functions[name] for name in names(node) if name in functions]


def is_claim(argument: ast.arg) -> bool:
    return isinstance(argument.annotation, ast.Name) and argument.annotation.id == "Claim"


def names(node: ast.AST) -> set[str]:
    """Give the names that some code reads and does not give itself."""
    every = [inner for inner in ast.walk(node) if isinstance(inner, ast.Name)]
    return {name.id for name in every} - {name.id for name in every if isinstance(name.ctx, ast.Store)}


def imported(tree: ast.Module, *rooms: str) -> set[str]:
    """Give the names under which a module knows something of some modules."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            of_room = bool({*(node.module or "").split(".")} & {*rooms})
            found |= {name.asname or name.name for name in node.names if of_room or name.name in rooms}
    return found


@pytest.mark.parametrize("path", CLAIMING, ids=lambda path: path.stem)
def test_a_claim_knows_no_fact_of_the_writer(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    theirs = imported(tree, "facts", "telling", "format", "sentences")
    assert {node.name: names(node) & theirs for node in claims(tree) if names(node) & theirs} == {}


def test_the_proof_knows_records_patterns_and_nouns_alone() -> None:
    """It shares no rule and no formatter with the writer: what both know is how a sentence reads."""
    for path in sorted((ROOM / "proof").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                first = (node.module or node.names[0].name).split(".")[0]
                own = {other.stem for other in path.parent.glob("*.py")}
                allowed = {1: own, 2: {"nouns", "pattern", "catalogue"}, 3: {"records"}}[node.level]
                assert first in allowed, f"{path.name} imports {first}"
            elif isinstance(node, ast.Import | ast.ImportFrom):
                every = (
                    [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
                )
                assert all(name.split(".")[0] in stdlib_module_names for name in every), f"{path.name}: {every}"
