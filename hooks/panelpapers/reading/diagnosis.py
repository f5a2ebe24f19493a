"""From text to a tree, with everything that was wrong in how it is typed.

Where a file cannot be read, rules guess what is wrong with a line and how the line ought to be. A guess is believed
only when the file can be read further with the line mended in that way; that line is then what the editor is told to
try, and reading goes on with it, so that all slips of a file are found at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ..records.place import Place
from . import typed_layout as layout
from . import typed_values as values
from .characters import mend_characters
from .events import Node, Tree, read_events
from .lines import Finding, Names, Row, rows_of
from .problem import Problem

Rule = Callable[[Row], Iterator[Finding]]

WHEN_UNREADABLE: Final[tuple[Rule, ...]] = (
    layout.separator,
    layout.hyphen_without_space,
    layout.odd_colon,
    layout.colon_without_space,
    layout.missing_colon,
    values.unclosed_quotation,
    values.text_after_quotation,
    values.backslash,
    values.bracket_at_start,
    values.sign_at_start,
    values.second_colon,
    layout.colon_in_long_text,
    layout.text_not_set_in,
    layout.set_in_wrongly,
    layout.colon_without_space_anywhere,
)
"""Tried in this order where a file cannot be read: the surest first."""

ALWAYS: Final[tuple[Rule, ...]] = (
    layout.separator,
    layout.hyphen_in_list,
    layout.odd_colon,
    layout.colon_without_space,
    layout.list_in_text,
    layout.folded_list,
    values.curly_bracket,
    values.sign_that_loses_a_word,
    values.curly_quotation,
    values.text_after_number_sign,
    values.backslash,
)
"""Tried also in files that can be read, because something would be lost or changed without a word."""

# What a file must hold for one of the rules in ALWAYS to find anything: a quick look that spares good files the rest.
_SUSPECT: Final = re.compile(
    r"""\S\ +\#|\\|[:-]\ +[“„‟«‘{&!*]|^(?:---|\.\.\.|%)"""  # remarks, backslashes, signs, dividing lines
    r"""|^\ *(?:[–—‐‑−•·▪●◦‣○■*]|-\S)|^\ *(?:-\ +)*\w[\w ]*(?:\s*[：﹕∶꞉;=]|:[^\s/])"""  # hyphens and colons
    r"""|:\ +>[-+1-9]*\n(?:(?!\ *(?:-\ +)?\w+:).*\n)*?\ *(?:[-*+]\ (?!\w+:)|\d+[.)]\ |\|)"""  # folded lists
    r"""|^(\ *)\w+:\ +[^\s|>"'\[{].*\n(?:\ *\n)*\1\ +-\ """  # a list below a text
    r"""|^(\ *)-\ +(?:\w+:\ +)?[^\s|>"'\[{-].*\n(?:\ *\n)*\2\ \ +-\ """,
    re.MULTILINE | re.VERBOSE,
)
_MARKERS: Final = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_WORD_NAME: Final = re.compile(r"[\w-]+")

MOST_MENDED: Final = 25
"""How many slips that make a file unreadable are told at once."""
MOST_TRIED: Final = 40
"""How many guesses are tried for one of them."""
FARTHEST: Final = 400
"""How many lines above the unreadable one its cause is looked for."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed. ``root`` is ``None`` when the file could not be read; ``text`` is the text as mended."""

    root: Node | None
    problems: tuple[Problem, ...]
    text: str


def read_text(text: str, file: str, known: Names) -> Typed:
    """Read the text of ``file``; ``known`` are the names that may occur in it, to guess better."""
    if refused := _whole_file(text, file):
        return Typed(None, refused, text)
    text, problems = mend_characters(text, file)
    tree = read_events(text, file)
    if (tree.broken_at or isinstance(tree.root, str)) and (refused := _not_a_form(text, file, known)):
        return Typed(None, (*problems, *refused), text)
    for _ in range(MOST_MENDED):
        if tree.broken_at is None:
            break
        finding = _cause(text, file, tree, known)
        if finding is None:
            return Typed(None, (*problems, _unreadable(text, file, tree)), text)
        problems.append(finding.problem(file, with_suggestion=True))
        text = mend(text, finding.mended)
        tree = read_events(text, file)
    if tree.broken_at is not None:
        return Typed(None, tuple(problems), text)
    if _SUSPECT.search(text):
        text, found = _quiet_losses(text, file, known)
        if found:
            problems += found
            tree = read_events(text, file)
    if isinstance(tree.root, str):
        return Typed(None, (*problems, *_not_a_form(text, file, known, sure=True)), text)
    lines = text.split("\n")
    # A line with two slips is mended twice: what the editor is told to try has both.
    finished = [replace(one, suggestion=lines[one.place.line - 1]) if one.suggestion else one for one in problems]
    return Typed(tree.root, (*finished, *tree.problems), text)


def mend(text: str, mended: Mapping[int, str]) -> str:
    """Put whole lines, by number from 1, in the place of those of ``text``."""
    lines = text.split("\n")
    for number, line in mended.items():
        lines[number - 1] = line
    return "\n".join(lines)


def _whole_file(text: str, file: str) -> tuple[Problem, ...]:
    """Refuse a file that has nothing in it, or that two people's changes were never brought together in."""
    if not text.strip("\ufeff \t\n"):
        return (Problem("empty-file", Place(file), "This file is empty.", "Type the form, or delete the file."),)
    if all(line.lstrip().startswith("#") for line in text.split("\n") if line.strip()):
        fact = "There are only private remarks in this file: every line begins with #."
        return (Problem("only-remarks", Place(file), fact, "Type the form, or delete the file."),)
    conflicts = []
    lines = text.split("\n")
    markers = [number for number, line in enumerate(lines, 1) if _MARKERS.fullmatch(line)]
    for number in markers if any(lines[number - 1][0] != "=" for number in markers) else ():
        fact = "This line marks two people's changes that were not brought together."
        fix = "Keep the lines that are right and delete the others, and every line of <<<<<<<, ======= and >>>>>>>."
        place = Place(file, number)
        conflicts.append(Problem("two-changes", place, fact, fix, width=len(lines[number - 1])))
    return tuple(conflicts)


def _not_a_form(text: str, file: str, known: Names, *, sure: bool = False) -> tuple[Problem, ...]:
    """Refuse plain prose and HTML as a whole, instead of line by line; ``sure`` that it is prose, or try to tell."""
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#"))
    line = lines[first - 1]
    place = Place(file, first, len(line) - len(line.lstrip()) + 1)
    if re.match(r"\s*<[!?/a-zA-Z]", line):
        fact = "This is a web page or HTML, not a form."
        return (Problem("html-file", place, fact, "Type the form in plain text."),)
    for row in () if sure else rows_of(text, known):
        if row.name is not None and _WORD_NAME.fullmatch(row.name):
            return ()
        if row.value[:1] in ("[", "{") or any(
            found.code != "set-in-wrongly" for rule in WHEN_UNREADABLE[1:5] for found in rule(row)
        ):
            return ()
    fact = "This is ordinary text, not a form: no line in it begins with a name and a colon."
    return (Problem("not-a-form", place, fact, "Type each line with its name, such as title: Apologies."),)


def _cause(text: str, file: str, tree: Tree, known: Names) -> Finding | None:
    """Find the slip that made the file unreadable: the first guess that lets it be read further."""
    rows = rows_of(text, known)
    broken = min(tree.broken_at or 1, len(rows))
    tried = 0
    for rule in WHEN_UNREADABLE:
        for row in reversed(rows[max(0, broken - FARTHEST) : broken]):
            for finding in rule(row):
                tried += 1
                if tried > MOST_TRIED:
                    return None
                again = read_events(mend(text, finding.mended), file).broken_at
                if again is None or again > broken or (again > row.number and again != broken):
                    return finding
    return None


def _unreadable(text: str, file: str, tree: Tree) -> Problem:
    """Say what is known where no rule knows more: the line at which reading stopped."""
    lines = text.split("\n")
    number = min(tree.broken_at or 1, len(lines))
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    line = lines[number - 1]
    place = Place(file, number, len(line) - len(line.lstrip()) + 1)
    fact = "This line cannot be read, or the line above it was not finished."
    fix = 'A line has a name, a colon, a space and the text, as in "title: Apologies"; an entry begins with "- ".'
    return Problem("unreadable", place, fact, fix, width=len(line.strip()) or 1)


def _quiet_losses(text: str, file: str, known: Names) -> tuple[str, list[Problem]]:
    """Tell of everything that can be read but not as it was meant, and mend it where that is sure."""
    problems: list[Problem] = []
    rows = rows_of(text, known)
    for row in rows:
        finding = next((found for rule in ALWAYS for found in rule(row)), None)
        if finding is None:
            continue
        solved = False
        if finding.mended and len(problems) < MOST_MENDED:
            mended = mend(text, finding.mended)
            solved = read_events(mended, file).broken_at is None and not _found_again(finding, mended, known)
            text = mended if solved else text
        problems.append(finding.problem(file, with_suggestion=solved))
    return text, problems


def _found_again(finding: Finding, text: str, known: Names) -> bool:
    rows = rows_of(text, known)
    row = rows[finding.row.number - 1]
    return any(found.code == finding.code for rule in ALWAYS for found in rule(row))
