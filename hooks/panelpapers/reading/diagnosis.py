"""From text to a tree, with everything that was wrong in how it is typed.

Where a file cannot be read, rules guess what is wrong with a line and how the line ought to be. A guess is believed
only when the file can be read further with the line mended in that way; that line is then what the editor is told to
try, and reading goes on with it, so that all slips of a file are found at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..records.place import Place
from . import typed_layout as layout
from . import typed_texts as texts
from . import typed_values as values
from .characters import mend_characters
from .events import Node, Tree, read_events
from .forms import nearest
from .lines import Finding, Names, Row, rows_of
from .problem import Problem

Rule = Callable[[Row], Iterator[Finding]]

WHEN_UNREADABLE: Final[tuple[Rule, ...]] = (
    layout.separator,
    layout.no_name,
    layout.hyphen_without_space,
    layout.odd_colon,
    layout.colon_without_space,
    layout.missing_colon,
    layout.two_names,
    values.unclosed_quotation,
    values.text_after_quotation,
    values.backslash,
    values.open_bracket,
    values.colon_between_brackets,
    values.bracket_at_start,
    values.sign_at_start,
    values.curly_quotation,
    values.second_colon,
    layout.colon_without_space_nearly,
    texts.colon_in_long_text,
    texts.text_set_in_less,
    texts.text_not_set_in,
    layout.set_in_wrongly,
)
"""Tried in this order where a file cannot be read: the surest first."""

ALWAYS: Final[tuple[Rule, ...]] = (
    layout.separator,
    layout.no_name,
    layout.hyphen_in_list,
    layout.odd_colon,
    layout.colon_without_space,
    texts.list_in_text,
    texts.long_text_not_set_in,
    texts.folded_list,
    values.curly_bracket,
    values.colon_between_brackets,
    values.sign_that_loses_a_word,
    values.curly_quotation,
    values.text_after_number_sign,
    values.backslash,
)
"""Tried also in files that can be read, because something would be lost or changed without a word."""

# A quick look for lines in which one of the rules in ALWAYS may find something; it spares good files the rest. Every
# pattern begins with the end of the line before, because that is found fastest.
_SUSPECT: Final = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        r"""\n(?:---|\.\.\.|%|\ *:\ |\ *[–—‐‑−•·▪●◦‣○■*]|\ *-\S)""",
        r"""\n\ *(?:-\ +)*\w+(?:\ \w+){0,3}(?:\ *[：﹕∶꞉;=]|:[^\s/]|\ *:\ +(?:[“„‟«‘{&!*\#]|\?\ |\[.*:))""",
        r"""\n\ *(?:-\ +)+(?:[“„‟«‘{&!*\#]|\?\ |\[.*:)""",
        r"""\n[^\n]*:\ +>[-+1-9]*\n(?:(?!\ *(?:-\ +)?\w+:).*\n)*?\ *(?:[-*+]\ (?!\w+:)|\d+[.)]\ |\|)""",
        r"""\n(\ *)[^\n]*:\ +[|>][-+1-9]*\n(?:\ *\n)*(?!\1\ )""",
        r"""\n(\ *)\w+:\ +[^\s|>"'\[{].*\n(?:\ *\n)*\1\ +-\ """,
        r"""\n(\ *)-\ +(?:\w+:\ +)?[^\s|>"'\[{-].*\n(?:\ *\n)*\1\ \ +-\ """,
        r"""\n(\ +)[^-\#\s][^:\n]*\n\1-\ """,
    )
)
_MARKERS: Final = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)

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
    text, problems = _mend_characters(text, file)
    tree = read_events(text, file)
    if (tree.broken_at or isinstance(tree.root, str)) and (refused := _not_a_form(text, file, known, tree)):
        return Typed(None, (*problems, *refused), text)
    guessed: set[int] = set()
    for _ in range(MOST_MENDED):
        if tree.broken_at is None:
            break
        finding = _cause(text, file, tree, known)
        if finding is None:
            return Typed(None, (*problems, _unreadable(text, file, tree, known)), text)
        if finding.row.number in guessed:
            # This line is not as it was typed, so nothing can be told of it.
            break
        guessed |= finding.mended.keys() if finding.together else set()
        problems.append(finding.problem(file, with_suggestion=True))
        text = mend(text, finding.mended)
        tree = read_events(text, file)
    if tree.broken_at is not None:
        return Typed(None, tuple(problems), text)
    if _suspicious(text):
        text, found = _quiet_losses(text, file, known)
        problems += found
        tree = read_events(text, file) if found else tree
    told = {problem.place.line for problem in problems if problem.suggestion is None}
    problems += [problem for problem in tree.problems if problem.place.line not in told]
    return Typed(tree.root, tuple(problems), text)


def _suspicious(text: str) -> bool:
    lines = "\n" + text
    return " #" in text or "\\" in text or any(pattern.search(lines) for pattern in _SUSPECT)


def _mend_characters(text: str, file: str) -> tuple[str, list[Problem]]:
    """Mend characters; tabs at the beginning of lines stand for as many spaces as let the file be read."""
    if not re.search(r"^\s*\t", text, re.MULTILINE):
        return mend_characters(text, file)
    ways = [mend_characters(text, file, tab) for tab in (2, 4, 8)]
    return next((way for way in ways if read_events(way[0], file).broken_at is None), ways[0])


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


def _not_a_form(text: str, file: str, known: Names, tree: Tree) -> tuple[Problem, ...]:
    """Refuse plain prose and HTML as a whole, instead of line by line."""
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#"))
    line = lines[first - 1]
    place = Place(file, first, len(line) - len(line.lstrip()) + 1)
    if re.match(r"\s*<[!?/a-zA-Z]", line):
        fact = "This is a web page or HTML, not a form."
        return (Problem("html-file", place, fact, "Type the form in plain text."),)
    if tree.broken_at is not None and any(_has_name(row) for row in rows_of(text, known)):
        return ()
    fact = "This is ordinary text, not a form: no line in it begins with a name that belongs here."
    fix = f"Begin each line with one of these names and a colon: {', '.join(sorted(known.kinds[0]))}."
    return (Problem("not-a-form", place, fact, fix),)


def _has_name(row: Row) -> bool:
    """Whether a line begins with a name that the form knows, or nearly so, however it goes on."""
    words = re.match(r"\w+", row.text[row.column :])
    name = row.name or (words[0] if words else "")
    return bool(name) and nearest(name, row.sheet.known) is not None


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
                if _gets_further(read_events(mend(text, finding.mended), file), tree, finding):
                    return finding
    return None


def _gets_further(mended: Tree, before: Tree, finding: Finding) -> bool:
    """Whether a mended line lets the file be read further than before."""
    if mended.broken_at is None or before.broken_at is None:
        return True
    if mended.broken_at == before.broken_at > finding.row.number:
        return mended.why != before.why and finding.code not in ("set-in-wrongly", "text-not-set-in")
    # A quotation that was never closed hides everything up to the next mark: what it hid may be wrong earlier.
    hidden = finding.code == "unclosed-quotation" and mended.broken_at > finding.row.number
    return mended.broken_at > before.broken_at or (hidden and mended.broken_at != before.broken_at)


def _unreadable(text: str, file: str, tree: Tree, known: Names) -> Problem:
    """Say what is known where no rule knows more: the line at which reading stopped."""
    rows = rows_of(text, known)
    number = min(tree.broken_at or 1, len(rows))
    while number > 1 and not rows[number - 1].text.strip():
        number -= 1
    for finding in texts.list_in_text(rows[number - 1]):
        return finding.problem(file, with_suggestion=False)
    line = rows[number - 1].text
    place = Place(file, number, len(line) - len(line.lstrip()) + 1)
    fact = "This line cannot be read, or the line above it was not finished."
    fix = 'A line has a name, a colon, a space and the text, as in "title: Apologies"; an entry begins with "- ".'
    return Problem("unreadable", place, fact, fix, width=len(line.strip()) or 1)


def _quiet_losses(text: str, file: str, known: Names) -> tuple[str, list[Problem]]:
    """Tell of everything that can be read but not as it was meant, and mend it where that is sure."""
    findings = []
    for row in rows_of(text, known):
        if row.inside == "long text" or not (row.value or row.entry):
            continue
        findings += [found for rule in ALWAYS for found in rule(row)][:1]
    sure = [finding for finding in findings if finding.mended]
    together = mend(text, {number: line for finding in sure for number, line in finding.mended.items()})
    if _solved(sure, together, file, known):
        return together, [finding.problem(file, with_suggestion=True) for finding in findings]
    problems = []
    for count, finding in enumerate(findings):
        mended = mend(text, finding.mended)
        solved = count < MOST_MENDED and bool(finding.mended) and _solved([finding], mended, file, known)
        text = mended if solved else text
        problems.append(finding.problem(file, with_suggestion=solved))
    return text, problems


def _solved(findings: list[Finding], text: str, file: str, known: Names) -> bool:
    """Whether a mended text can be read, and none of the findings is found in it again."""
    rows = rows_of(text, known)
    for finding in findings:
        if any(found.code == finding.code for rule in ALWAYS for found in rule(rows[finding.row.number - 1])):
            return False
    return read_events(text, file).broken_at is None
