"""From what was typed to a record, with everything that its fields refuse, each at its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pydantic import ValidationError

from ..records.base import AnyRecord, Record
from ..records.fields import lists_within, names_within, typed_fields
from ..records.place import TypedList, TypedMap
from ..records.problem import Problem
from .decoding import decode, too_long
from .diagnosis import Typed, read_text
from .events import Node, Patience
from .lines import Names, mend
from .refusals import refusals

MOST_PROVED: Final = 50
"""How many lines to try are proved in one file; further problems are told without one."""


def read_record(data: bytes, file: str, form: type[AnyRecord]) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read the bytes of ``file`` as one record of the kind ``form``.

    Gives the record, or ``None`` where something is wrong with it, and all problems in the order of the lines.
    """
    if unread := too_long(data, file):
        return None, unread
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    patience = Patience()
    typed, record, found = _read(text, file, form, patience)
    lines = text.split("\n") if found else []
    for problem in _proved(typed, found, file, form, patience):
        # Two slips may undo each other: a line that was right from the beginning is nothing to try.
        same = problem.suggestion == lines[problem.place.line - 1]
        ways = problem.perhaps
        others = {other.place.line: other.perhaps[-1] for other in found if other.perhaps and other is not problem}
        mended = mend(text, {**others, problem.place.line: lines[problem.place.line - 1]}) if ways else text
        left = {way: _left(mended, problem, way, file, form, patience) for way in ways}
        fewest = min((count for count in left.values() if count is not None), default=None)
        perhaps = tuple(way for way in ways if fewest is not None and left[way] == fewest)
        suggestion = None if same else problem.suggestion
        if len(perhaps) == 1 and perhaps != ways[-1:]:
            # All others would be refused. The last way takes the whole line for words, which hides what it holds.
            (suggestion,), perhaps = perhaps, ()
        problems = (*problems, replace(problem, suggestion=suggestion, perhaps=perhaps))
    refused = any(problem.severity == "error" for problem in problems)
    return (None if refused else record), tuple(sorted(problems, key=lambda problem: problem.order))


def _read(
    text: str, file: str, form: type[AnyRecord], patience: Patience
) -> tuple[Typed, AnyRecord | None, tuple[Problem, ...]]:
    """Read a text; the problems are those of how it is typed first, then those of what it says."""
    for thorough in (False, True):
        typed = read_text(text, file, Names(names_within(form), lists_within(form)), patience, thorough=thorough)
        if typed.root is None:
            return typed, None, typed.problems
        empty = tuple(_empty_lists(form, typed.root)) if typed.empty else ()
        try:
            return typed, form.model_validate(typed.root), (*typed.problems, *empty)
        except ValidationError as error:
            # Something is wrong with what it says. A closer look may show that it was only typed in a wrong way.
            refused = error.errors(include_url=False)
    return typed, None, (*typed.problems, *refusals(typed, file, form, refused), *empty)


def _empty_lists(kind: type[Record], node: Node) -> Iterator[Problem]:
    """Tell of each list that a form needs and that is typed without an entry: it would be published as the whole."""
    if isinstance(node, TypedList):
        for entry in node:
            yield from _empty_lists(kind, entry)
    if not isinstance(node, TypedMap):
        return
    for name, field in typed_fields(kind).items():
        value = node.get(name)
        if field.many and field.required and value == []:
            fix = f"What belongs there: {field.meaning} If there is nothing yet, leave the file or the group out."
            yield Problem("empty-list", node.value_at(name), f'The list "{name}" has no entry.', fix)
        elif field.inner and value is not None:
            yield from _empty_lists(field.inner, value)


def _proved(
    typed: Typed, found: tuple[Problem, ...], file: str, form: type[Record], patience: Patience
) -> Iterator[Problem]:
    """Keep a line to try only where the file with that line no longer has the problem, nor a new one."""
    of_content = found[len(typed.problems) :]
    proved = list(_proved_content(typed, of_content, file, form, patience))
    lines = typed.text.split("\n") if typed.problems else []
    better = {
        problem.place.line: problem.suggestion
        for problem in proved
        if problem.suggestion is not None or problem.code not in ("missing", "unknown-name")
    }
    for problem in typed.problems:
        line = problem.place.line
        # What is told to try has everything that is known of the line: it may be wrong in two ways.
        suggestion = better.get(line, lines[line - 1]) if problem.suggestion is not None else None
        below = (better.get(number) or lines[number - 1] for number in range(line + 1, line + problem.lines))
        yield replace(problem, suggestion="\n".join((suggestion, *below)) if suggestion else None)
    yield from proved


def _left(text: str, problem: Problem, way: str, file: str, form: type[Record], patience: Patience) -> int | None:
    """Count what is wrong with a file where a line is read in one of several ways.

    ``None`` where the file cannot be read so, or something is wrong with that line or with what it becomes.
    """
    line = problem.place.line
    if not patience.lasts(len(text)):
        return None
    typed, _, left = _read(mend(text, {line: way}), file, form, patience)
    wrong = typed.root is None or any(line <= other.place.line <= line + way.count("\n") for other in left)
    return None if wrong else len(left)


def _proved_content(
    typed: Typed, of_content: tuple[Problem, ...], file: str, form: type[Record], patience: Patience
) -> Iterator[Problem]:
    before = {(problem.code, problem.place.line, problem.message) for problem in of_content}
    for count, problem in enumerate(of_content):
        if problem.suggestion is not None:
            line = problem.place.line
            after = of_content
            if count < MOST_PROVED and patience.lasts(3 * typed.effort):
                after = _read(mend(typed.text, {line: problem.suggestion}), file, form, patience)[2]
            left = {(remaining.code, remaining.place.line, remaining.message) for remaining in after}
            if not left <= before or any((code, at) == (problem.code, line) for code, at, _ in left):
                yield replace(problem, suggestion=None)
                continue
        yield problem
