"""YAML text to maps, lists and text, with the place of everything. The only module that imports ruamel.

Nothing is converted: ``no``, ``14:00`` and ``2026-02-30`` stay the text that was typed, and the records decide what
they are. What an officer never needs is refused: references (``&`` and ``*``), type marks (``!``), merging (``<<``),
a second document and nesting beyond ``NESTING``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml import events as yaml
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from ..records import limits
from ..records.place import Place, Spot, TypedList, TypedMap
from ..records.problem import Problem
from .typed_inside import may_hold_a_field, without_marks

PATIENCE: Final = 400_000
"""How much is read again, all in all, to try guesses at one file: see ``Tree.effort``."""

NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_LISTED: Final = re.compile(r"(?:^|\n)(?:[-*+] |\d+[.)] |\|)")
_TORN: Final = re.compile(r"\n |(?:^|\s)- ")
_LETTERS_LIKE_AN_EVENT: Final = 10
"""So many letters take about as long to read as the beginning or the end of something."""
_MARKED: Final = (False, False)
"""What libyaml says of a value whose kind is given by a mark: it is implied neither when plain nor when quoted."""
_DROPPED: Final = "\0"
"""Stands for a name whose value is not kept. It cannot be typed: control characters are mended before."""

Node = TypedMap | TypedList | str


@dataclass(frozen=True, slots=True)
class Tree:
    """What was read.

    ``broken_at`` is the line (from 1) at which reading had to stop because of how it is typed, and ``why`` the
    parser's own words for it, which are good for nothing but to tell one stop from another. ``doubtful`` says that a
    text was read from several lines, or from none, so that something may have been lost in it without a word;
    ``empty``, that there is a list without an entry.
    ``effort`` says how much there was to read: whoever tries to read a text again and again keeps count of it.
    """

    root: Node | None
    problems: tuple[Problem, ...] = ()
    broken_at: int | None = None
    why: str = ""
    doubtful: bool = False
    empty: bool = False
    effort: int = 0


@dataclass
class Patience:
    """How much may still be read to try guesses at one file. A file of 20 pages can be read a hundred times."""

    left: int = PATIENCE

    def lasts(self, effort: int) -> bool:
        """Whether there is enough left for something, which is then spent."""
        self.left -= effort
        return self.left >= 0


def pure_events(text: str) -> Iterator[yaml.Event]:
    """Give the events of ``text`` from ruamel.yaml's own parser, which needs no compiled library and is slow."""
    return iter(YAML(typ="safe", pure=True).parse(text))


def _compiled_events() -> Callable[[str], Iterator[yaml.Event]]:
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found]
    except ImportError:
        return pure_events
    return lambda text: iter(CParser(text).get_event, None)


events_of: Callable[[str], Iterator[yaml.Event]] = _compiled_events()
"""The parser in use: libyaml where it is installed, else ruamel.yaml's own. Both give the same events."""


def read_events(text: str, file: str) -> Tree:
    """Read ``text``, which has no tabs and no control characters; ``file`` is its name as shown to people."""
    builder = _Builder(text, file)
    try:
        finished = builder.build(events_of(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        why = f"{error.context}, {error.problem}, column {mark.column if mark else 0}"
        return builder.tree(None, mark.line + 1 if mark else 1, why)
    except YAMLError as error:
        return builder.tree(None, 1, str(error))
    return builder.tree(builder.root if finished else None)


class _Builder:
    """Puts the tree together, one event at a time and without recursion, so that no file can exhaust the stack."""

    def __init__(self, text: str, file: str) -> None:
        self.typed = text
        self.file = file
        self.effort = len(text) // _LETTERS_LIKE_AN_EVENT
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.doubtful = self.empty = False
        self.overfull: TypedMap | TypedList | None = None
        self.inside: list[tuple[TypedMap | TypedList | None, str | None]] = []
        self.node: TypedMap | TypedList | None = None
        self.name: str | None = None

    def build(self, events: Iterator[yaml.Event]) -> bool:
        """Read all events; ``False`` when the rest of the file cannot be understood and was left."""
        documents = 0
        for event in events:
            self.effort += 1
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.text(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if not self.enter(event, TypedMap if kind is yaml.MappingStartEvent else TypedList):
                    return False
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.empty |= not self.node and kind is yaml.SequenceEndEvent
                self.node, self.name = self.inside.pop()
            elif kind is yaml.AliasEvent:
                self.refer(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    fact = "A second form begins here, in the same file."
                    self.tell("divided-file", event, fact, "Keep one form in a file: delete this line.")
                    return True
        return True

    def tree(self, root: Node | None, broken_at: int | None = None, why: str = "") -> Tree:
        """Give what was read, to its end or to where it broke."""
        return Tree(root, tuple(self.problems), broken_at, why, self.doubtful, self.empty, self.effort)

    def spot(self, event: Any) -> Spot:
        """Give the place of what was typed: of a text over several lines its first line, of a block its sign."""
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        if line == end.line:
            width = end.column - column
        else:
            width = 1 if getattr(event, "style", None) in ("|", ">") else len(self.lines[line]) - column
        return line + 1, column + 1, width if width > 0 else 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.typed.split("\n")

    def tell(self, code: str, event: yaml.Event, fact: str, fix: str) -> None:
        self.problems.append(Problem(code, Place(self.file, *self.spot(event)), fact, fix))

    def text(self, event: Any) -> None:
        """Take a name, or a value that is text."""
        style, value, spot, node = event.style, event.value, self.spot(event), self.node
        if self.name is None and type(node) is TypedMap:
            self.take_name(node, event, spot)
        elif event.anchor or event.implicit == _MARKED:
            self.mark(event)
            self.attach(None, spot)
        elif not style and value in NOTHING:
            self.nothing(event)
            self.attach(None, spot)
        else:
            if event.start_mark.line != event.end_mark.line:
                typed = self.typed[self.typed.index("\n", event.start_mark.index) : event.end_mark.index]
                torn = style == ">" and _TORN.search(value) is not None
                self.doubtful |= torn or not style or may_hold_a_field(typed)
                value = without_marks(value)
            if style == ">" or not value:
                self.doubtful |= not value or _LISTED.search(value) is not None
                # The parser leaves one line end where an empty line was typed, which parts two paragraphs.
                value = value.replace("\n", "\n\n")
            self.attach(value, spot)

    def take_name(self, node: TypedMap, event: Any, spot: Spot) -> None:
        name: str = event.value
        self.name = _DROPPED
        if event.anchor or event.implicit == _MARKED:
            self.mark(event)
        elif first := node.names.get(name):
            fact = f'"{name}" is given twice: on line {first[0]} and again on line {spot[0]}.'
            fix = 'Keep one of the two. If a new entry begins here, put "- " before its first name.'
            self.tell("repeated-name", event, fact, fix)
        elif name == "<<" and not event.style:
            self.tell("merge", event, '"<<" is not a name.', "Type the name of a field before the colon.")
        elif not name.strip():
            self.tell("no-name", event, "There is no name before this colon.", "Type the name of a field before it.")
        elif self.has_room(node, spot):
            self.name = name
            node.names[name] = spot

    def nothing(self, event: Any) -> None:
        if self.name == _DROPPED:
            return
        fix = "Type what belongs here, or delete the whole line if there is nothing to say."
        if event.value:
            self.tell("nothing", event, f'"{event.value}" stands for nothing at all here.', fix)
            return
        fact, start = "Nothing is typed after this hyphen.", event.start_mark
        last = self.typed.count("\n")  # libyaml gives the end of a file that ends within a line as a line of its own
        place = Place(self.file, min(start.line, last) + 1, max(start.column, 1))
        if type(self.node) is TypedMap and self.name is not None:
            fact, place = f'Nothing is typed after "{self.name}:".', self.node.name_at(self.name)
        self.problems.append(Problem("nothing", place, fact, fix))

    def mark(self, event: Any) -> None:
        """Refuse a value or a name with a reference or a type mark."""
        sign = "&" if event.anchor else "!"
        fact = f'The sign "{sign}" at the beginning has a meaning of its own, and the word after it would be lost.'
        self.tell("begins-with-sign", event, fact, "Put quotation marks around the whole text.")

    def refer(self, event: Any) -> None:
        fact = f'The sign "*" at the beginning has a meaning of its own, and "{event.anchor}" would be lost.'
        self.tell("begins-with-sign", event, fact, "Put quotation marks around the whole text.")
        if type(self.node) is TypedMap and self.name is None:
            self.name = _DROPPED
        else:
            self.attach(None, self.spot(event))

    def enter(self, event: Any, kind: type[TypedMap] | type[TypedList]) -> bool:
        """Begin a list or a group of names; ``False`` when it stands where a name belongs or is too deep."""
        if type(self.node) is TypedMap and self.name is None:
            fix = "Begin the line with the name of a field and a colon. Text with brackets needs quotation marks."
            self.tell("bracket-name", event, "There is a bracket here, where a name belongs.", fix)
            return False
        if len(self.inside) >= limits.NESTING:
            fact = f"More than {limits.NESTING} lists or groups of names stand inside each other here."
            self.tell("too-deep", event, fact, "Check the brackets and how far the lines are set in.")
            return False
        if event.anchor or not event.implicit:
            self.mark(event)
        node = kind(self.file, self.spot(event))
        self.attach(node, node.spot)
        self.inside.append((self.node, self.name))
        self.node, self.name = node, None
        return True

    def has_room(self, node: TypedMap | TypedList, spot: Spot) -> bool:
        """Whether a list or a group of names may have one more entry; it is told once where not."""
        entries = len(node.names) if isinstance(node, TypedMap) else len(node)
        if entries < limits.ENTRIES:
            return True
        if self.overfull is not node:
            self.overfull = node
            fact = f"More than {limits.ENTRIES:,} entries stand in one list or group of names here."
            fix = "Check that it is the right file, or divide the list."
            self.problems.append(Problem("too-many-entries", Place(self.file, *spot), fact, fix))
        return False

    def attach(self, value: Node | None, spot: Spot) -> None:
        """Put a value where it belongs; ``None`` is a value that was told as a problem."""
        node = self.node
        if node is None:
            self.root = value
        elif type(node) is TypedMap:
            if value is not None and self.name is not None and self.name != _DROPPED:
                node[self.name] = value
                node.values_at[self.name] = spot
            self.name = None
        elif value is not None and isinstance(node, TypedList) and self.has_room(node, spot):
            node.append(value)
            node.entries_at.append(spot)
