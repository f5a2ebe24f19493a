"""What the fields of a record refuse, in words for editors: pydantic's errors become problems."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..records.base import Record
from ..records.fields import Field, kinds_within, typed_fields
from ..records.forms import in_words
from ..records.marks import Wording
from ..records.other_words import NOTHING_TO_LIST
from ..records.place import Place, TypedList, TypedMap
from ..records.problem import Problem, more_problems
from .diagnosis import Typed
from .events import Node
from .lines import nearest
from .quoting import as_typed, replaced

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Location = tuple[str | int, ...]
"""The way to a value: names of fields and positions in lists, as pydantic gives it."""

MOST_TOLD: Final = 200
"""How many values of one file that its fields refuse are told at once."""

LONGEST_QUOTED: Final = 60
"""Characters of a value that a message quotes."""


def _kind_at(form: type[Record], location: Location) -> type[Record]:
    """Give the kind of record at a location, or of the innermost record around it."""
    kind = form
    for step in location:
        field = typed_fields(kind).get(str(step))
        kind = (field.inner if field else None) or kind
    return kind


def _shortened(message: str, value: Node | None) -> str:
    """Give a message in one line, quoting no more than the beginning of a long value."""
    if isinstance(value, str) and len(value) > LONGEST_QUOTED:
        message = message.replace(value, f"{value[:LONGEST_QUOTED]}…")
    return " ".join(message.split())


def refusals(typed: Typed, file: str, form: type[Record], errors: list[ErrorDetails]) -> list[Problem]:
    """Give a problem for each error that pydantic found in what was typed as a record of the kind ``form``."""
    return _Refusals(typed, file, form).problems(errors)


def lacking(field: Field, whole: str) -> tuple[str, str]:
    """Say that a field which may not be left out is not in its group or file, and what belongs there."""
    belongs = f"What belongs there: {field.meaning}" if field.meaning else ""
    return f'This {whole} has no "{field.typed}".', belongs


class _Refusals:
    """Turns what pydantic says about one file into problems, each at its line and column."""

    def __init__(self, typed: Typed, file: str, form: type[Record]) -> None:
        self.root = typed.root
        self.lines = typed.text.split("\n")
        self.file = file
        self.form = form
        self.guessed: set[tuple[Location, str]] = set()
        self.misplaced: set[str] = set()

    def problems(self, errors: list[ErrorDetails]) -> list[Problem]:
        more, errors = errors[MOST_TOLD:], errors[:MOST_TOLD]
        # Unknown names first: a name that was mistyped is not missing as well.
        errors = sorted(errors, key=lambda error: error["type"] != "extra_forbidden")
        told = [problem for error in errors if (problem := self.problem(error))]
        return [*told, more_problems(len(more), self.find(more[0]["loc"])[0])] if more else told

    def problem(self, error: ErrorDetails) -> Problem | None:
        if error["type"] == "extra_forbidden":
            return self.unknown_name(error["loc"])
        if error["type"] == "missing":
            return self.missing(error["loc"])
        place, value = self.find(error["loc"])
        if error["type"] in ("model_type", "model_attributes_type"):
            return self.group_needed(error["loc"], place, value)
        if error["type"] == "list_type":
            return self.list_needed(error["loc"], place, value)
        if error["type"] == "string_type" or error["type"] == "one-value":
            return self.one_value_needed(place, value)
        context = error.get("ctx", {})
        fix = context.get("fix", "Compare it with another file of the same kind.")
        message = error["msg"] if "fix" in context else "This value cannot be read."
        code = error["type"] if "fix" in context else "unreadable"
        problem = Problem(code, place, _shortened(message, value), fix)
        return self.slip(problem, value, context.get("suggestion"), context.get("perhaps", ()))

    def find(self, location: Location) -> tuple[Place, Node | None]:
        """Give the place of the value at a location and the value; or of the nearest one around it."""
        node: Node | None = self.root
        place = getattr(node, "place", Place(self.file))
        for step in location:
            if isinstance(node, TypedMap) and step in node.values_at:
                place, node = node.value_at(str(step)), node[str(step)]
            elif isinstance(node, TypedList) and isinstance(step, int) and step < len(node):
                place, node = node.entry_at(step), node[step]
            elif isinstance(node, TypedMap) and isinstance(step, int) and step < len(node):
                name = list(node)[step]  # a group that stands for a list, with the name of each entry
                place, node = node.value_at(name), node[name]
            else:
                break
        return place, node

    def slip(
        self, problem: Problem, value: Node | None, suggested: str | None, perhaps: tuple[str, ...] = ()
    ) -> Problem:
        """Put a refused value's problem at the line of what is wrong, with the whole line to try."""
        if not isinstance(value, str):
            return problem
        line = self.lines[problem.place.line - 1]
        if not value or value not in line:
            # A text over several lines: point at the words that the message quotes, or where they begin.
            quoted = re.findall(r'"([^"\s][^"]*)"', problem.message)
            for words in (*quoted, *(several.split()[0] for several in quoted)):
                last = min(len(self.lines), problem.place.line + value.count("\n") + 50)
                for number in range(problem.place.line, last):
                    if (column := self.lines[number].find(words)) >= 0:
                        return replace(problem, place=Place(self.file, number + 1, column + 1, len(words)))
            return problem
        position = problem.place.column - 1
        mended = None if suggested is None else replaced(line, position, value, suggested)
        ways = tuple(way for one_value in perhaps if (way := replaced(line, position, value, one_value)))
        return replace(problem, suggestion=mended, perhaps=ways)

    def missing(self, location: Location) -> Problem | None:
        place, node = self.find(location[:-1])
        name = str(location[-1])
        given = isinstance(node, TypedMap) and name in node.names
        if given or (location[:-1], name) in self.guessed or name in self.misplaced:
            return None
        kind = _kind_at(self.form, location[:-1])
        fact, belongs = lacking(typed_fields(kind)[name], "file" if len(location) == 1 else in_words(kind))
        return Problem("missing", place, fact, f'Add a line that begins with "{name}:". {belongs}'.rstrip())

    def unknown_name(self, location: Location) -> Problem:
        name, (place, node) = str(location[-1]), self.find(location[:-1])
        kind = _kind_at(self.form, location[:-1])
        known = list(typed_fields(kind))
        names = node.names if isinstance(node, TypedMap) else {}
        place = node.name_at(name) if isinstance(node, TypedMap) and name in names else place
        fact = f'"{name}" is not a name this form knows.'
        owner = next((candidate for candidate in kinds_within(self.form) if name in typed_fields(candidate)), None)
        private = [field for field, declared in typed_fields(kind).items() if declared.wording is Wording.PRIVATE]
        free = [field for field in known if field not in names and field not in private]
        called = {word: field for field, of in typed_fields(kind).items() for word in of.also_called}
        guess = called.get(re.sub(r"\W+", "_", name.lower()).strip("_"))
        guess = guess if guess in free else nearest(name, free)
        guess = guess or next((field for field in private if field == name.strip(" _").lower()), None)
        if guess and owner is None:
            self.guessed.add((location[:-1], guess))
            line = replaced(self.lines[place.line - 1], place.column - 1, name, guess)
            return Problem("unknown-name", place, fact, f'Did you mean "{guess}"?', line)
        fix = f"The names that belong here are: {', '.join(known)}."
        if nearest(name, private):
            fix += f" What stands under {private[0]} is for colleagues, and is never published."
        if owner is not None:
            self.misplaced.add(name)
            what = "the whole file" if owner is self.form else f"each {in_words(owner)}"
            fact = f'"{name}" is not a name that belongs here.'
            fix = f"It belongs to {what}: check how far this line is set in. {fix}"
        elif twice := nearest(name, names.keys() & set(known)):
            fix = f'"{twice}" is already given on line {names[twice][0]}. Delete one of the two lines. {fix}'
        return Problem("unknown-name", place, fact, fix)

    def group_needed(self, location: Location, place: Place, value: Node | None) -> Problem:
        kind = _kind_at(self.form, location)
        fields = typed_fields(kind)
        names = [name for name, field in fields.items() if field.required] or list(fields)
        fact = f"There is {'a list' if isinstance(value, list) else 'text'} here, where a group of names belongs."
        fix = f"Type the names on lines of their own, each with a colon: {', '.join(names)}."
        if isinstance(value, str) and NOTHING_TO_LIST.fullmatch(value):
            fix = "Delete it together with the name before it: what is left out is not said."
        if not location and (lists := [name for name in names if fields[name].many]):
            fix = f'Type "{lists[0]}:" on a line above this list.'
        return Problem("names-needed", place, fact, fix)

    def list_needed(self, location: Location, place: Place, value: Node | None) -> Problem:
        if isinstance(value, dict):
            fact = "There is a group of names here, where a list belongs."
            fix = 'Type "- " before the first name of each entry, and set its other names in below that one.'
            return Problem("list-needed", place, fact, fix)
        fact = "There is text here, where a list belongs."
        problem = Problem("list-needed", place, fact, 'Type each entry on a line of its own, after "- ".')
        line = self.lines[place.line - 1]
        if not isinstance(value, str) or line[place.column - 1 :].rstrip() != value:
            return problem
        if NOTHING_TO_LIST.fullmatch(value):
            denied = f"no_{location[-1]}"  # as minutes say it of questions and declarations
            said = denied in typed_fields(_kind_at(self.form, location[:-1]))
            fix = "If the document says that there are none, use the line below." if said else "Delete this line."
            better = re.sub(r"\S.*", f"{denied}: yes", line) if said else None
            return replace(problem, fix=fix, suggestion=better)
        entries = [as_typed(entry.strip(), between_brackets=True) for entry in re.split(r"[,;]", value)]
        suggestion = f"{line[: place.column - 1]}[{', '.join(entries)}]"
        return replace(problem, suggestion=suggestion)

    def one_value_needed(self, place: Place, value: Node | None) -> Problem:
        typed = "a list" if isinstance(value, list) else "a group of names"
        fact = f"There is {typed} here, where one value belongs."
        line = self.lines[place.line - 1]
        rest = line[place.column - 1 :].rstrip()
        words = rest.removeprefix("- ") if isinstance(value, list) else rest
        fix = "Write one value on this line. Text with brackets or a colon in it needs quotation marks."
        ids = value if isinstance(value, list) and all(isinstance(entry, str) for entry in value) else []
        if ids and all(re.fullmatch(r"[a-z\d]+(?:-[a-z\d]+)*", str(entry)) for entry in ids):
            words = str(ids[0]) if len(ids) == 1 else ""  # nobody knows which of several ids is meant
        suggestion = line[: place.column - 1] + as_typed(words) if words else None
        return Problem("one-value", place.wide(len(rest)), fact, fix, suggestion)
