"""From text to a tree, with everything that was wrong in how it is typed.

What keeps a file from being read is found in ``unreadable``: a guess that is believed is what the editor is told to
try, and reading goes on with it, so that all slips of a file are found at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..records.place import Place
from ..records.problem import Problem
from . import typed_layout as layout
from . import typed_texts as texts
from . import typed_values as values
from .characters import mend_characters
from .events import Node, Patience, Tree, read_events
from .lines import Guess, Names, TypedRow, mend, nearest, rows_of
from .typed_inside import MERGE, typed_inside
from .unreadable import MOST_MENDED, Rule, read_on

ALWAYS: Final[tuple[Rule, ...]] = (
    layout.leftover_of_a_merge,
    layout.separator,
    layout.no_name,
    layout.hyphen_in_list,
    layout.list_still_a_remark,
    layout.odd_colon,
    layout.colon_without_space,
    texts.list_in_text,
    texts.goes_on_as_an_entry,
    texts.long_text_not_set_in,
    texts.folded_list,
    values.mistyped_long_text,
    values.ellipsis_at_start,
    values.one_sided_quotation,
    values.curly_bracket,
    values.colon_between_brackets,
    values.sign_that_loses_a_word,
    values.curly_quotation,
    values.text_after_number_sign,
    values.backslash,
)
"""Tried also in files that can be read, because something would be lost or changed without a word."""

INSIDE: Final[tuple[Rule, ...]] = (typed_inside, texts.torn_list, texts.typed_twice, texts.cut_off)
"""Tried in the lines of a long text."""

_SIGN: Final = re.compile(r"^[\[{&!*#?|>→›<≥=_…-]|^[Il]$|[\"“”„‟«»‘\\]| #")
"""What a value has in it if a rule in ALWAYS finds fault with it."""
_OPENING: Final = "“„‟«‘!"
_SUSPECT: Final = re.compile(f"[:-] +[{_OPENING}]")
_MISTYPED: Final = re.compile(
    r"[:-] +(?:->|→|[›»≥<]-|[-–—]›|-»|[=_]>|>=|…|(?:[Il<-]|<[=_]|>--)$)"
    r"|^[^\"\[{|>\n]*\"[^\"\n]*(?:\"[^\"\n]*\"[^\"\n]*)*$",
    re.MULTILINE,
)
_TORN_LIST: Final = re.compile(
    r"^( *+)- .*+\n(?:\1(?:[–—·•▪●◦‣*+o]\s|-[A-Za-z])|\1(?!- )\S.*+\n\1- )"
    r"|^( *+)(?:[–—·•▪●◦‣*+o]\s|-[A-Za-z]).*+\n\2- |^( *+\S.{18,}+)\n\3$",
    re.MULTILINE,
)
"""A line without the hyphen that its neighbours have, and one that stands there twice."""
_MERGED: Final = re.compile(r"^ *(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_DIVIDING: Final = ("\n---", "\n...", "\n%")
_BETWEEN_BRACKETS: Final = re.compile(r"^(?>.*?[:-] +[\[{]).*:\S", re.MULTILINE)
_REMARK: Final = re.compile(r"\s*#")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed. ``root`` is ``None`` when the file could not be read; ``text`` is the text as mended."""

    root: Node | None
    problems: tuple[Problem, ...]
    text: str
    effort: int = 0
    empty: bool = False
    """Whether a list in it has no entry."""


def read_text(text: str, file: str, known: Names, patience: Patience, *, thorough: bool = False) -> Typed:
    """Read the text of ``file``; ``known`` are the names that may occur in it, to guess better.

    ``thorough`` looks at every line for what may have been lost, not only where there is a sign of it. Guesses end
    with ``patience``.
    """
    if refused := _whole_file(text, file):
        return Typed(None, refused, text)
    text, problems = _mend_characters(text, file)
    tree = read_events(text, file)
    if (tree.broken_at or isinstance(tree.root, str)) and (refused := _not_a_form(text, file, known, tree)):
        return Typed(None, (*problems, *refused), text)
    if tree.broken_at is not None:
        tree, text, found = read_on(tree, text, file, known, patience)
        problems += found
        if tree.root is None:
            return Typed(None, tuple(problems), text)
    if thorough or tree.doubtful or tree.problems or _suspicious(text):
        text, found = _quiet_losses(text, file, known, patience)
        problems += found
        tree = read_events(text, file) if found else tree
    told = {problem.place.line for problem in problems if problem.suggestion is None}
    problems += [problem for problem in tree.problems if problem.place.line not in told]
    return Typed(tree.root, tuple(problems), text, tree.effort, tree.empty)


def _suspicious(text: str) -> bool:
    """Take a quick look whether a rule in ALWAYS may find something; it spares good files the rest."""
    if " #" in text or "\\" in text or text[-1:] != "\n" or any(line in text for line in _DIVIDING):
        return True
    if (
        _MISTYPED.search(text)
        or _MERGED.search(text)
        or _TORN_LIST.search(text)
        or text.count("“") != text.count("”")
    ):
        return True
    quoted = any(sign in text for sign in _OPENING) and _SUSPECT.search(text)
    return bool(quoted or (("[" in text or "{" in text) and _BETWEEN_BRACKETS.search(text)))


def _mend_characters(text: str, file: str) -> tuple[str, list[Problem]]:
    """Mend characters; tabs at the beginning of lines stand for as many spaces as let the file be read."""
    if not ("\t" in text and re.search(r"^[ \u00a0]*\t", text, re.MULTILINE)):
        return mend_characters(text, file)
    ways = [mend_characters(text, file, tab) for tab in (2, 4, 8)]
    return next((way for way in ways if read_events(way[0], file).broken_at is None), ways[0])


def _whole_file(text: str, file: str) -> tuple[Problem, ...]:
    """Refuse a file that has nothing in it, or that two people's changes were never brought together in."""
    if not text.strip("\ufeff \t\n"):
        return (Problem("empty-file", Place(file), "This file is empty.", "Type the form, or delete the file."),)
    if _REMARK.match(text) and all(line.lstrip().startswith("#") for line in text.split("\n") if line.strip()):
        fact = "There are only private remarks in this file: every line begins with #."
        return (Problem("only-remarks", Place(file), fact, "Type the form, or delete the file."),)
    if "<<<<<<<" not in text or ">>>>>>>" not in text:
        return ()
    conflicts, lines = [], text.split("\n")
    markers = [number for number, line in enumerate(lines, 1) if MERGE.match(line)]
    for number in markers:
        fact = "This line marks two people's changes that were not brought together."
        fix = "Keep the lines that are right and delete the others, and every line of <<<<<<<, ======= and >>>>>>>."
        place = Place(file, number).wide(len(lines[number - 1]))
        conflicts.append(Problem("two-changes", place, fact, fix))
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


def _has_name(row: TypedRow) -> bool:
    """Whether a line begins with a name that the form knows, or nearly so, however it goes on."""
    words = re.match(r"\w+", row.text[row.column :])
    name = row.name or (words[0] if words else "")
    return bool(name) and nearest(name, row.sheet.known) is not None


def _quiet_losses(text: str, file: str, known: Names, patience: Patience) -> tuple[str, list[Problem]]:
    """Tell of everything that can be read but not as it was meant, and mend it where that is sure."""
    guesses: list[Guess] = []
    for row in rows_of(text, known):
        if row.value or row.entry or row.remark:
            found = [guess for rule in rules_for(row) for guess in rule(row)][:1]
            guesses += [guess for guess in found if not (guesses and _follows(guesses[-1], guess))]
    if not guesses:
        return text, []
    sure = [guess for guess in guesses if guess.mended]
    together = mend(text, {number: line for guess in sure for number, line in guess.mended.items()})
    if _solved(sure, together, file, known):
        return together, [guess.problem(file, with_suggestion=True) for guess in guesses]
    problems = []
    for count, guess in enumerate(guesses):
        mended = mend(text, guess.mended)
        hopeful = count < MOST_MENDED and bool(guess.mended) and patience.lasts(len(text))
        solved = hopeful and _solved([guess], mended, file, known)
        text = mended if solved else text
        problems.append(guess.problem(file, with_suggestion=solved))
    return text, problems


def _follows(earlier: Guess, guess: Guess) -> bool:
    """Whether two lines stand in one text, and the first is the cause: the second is moved with it."""
    in_one = bool(earlier.row.inside and guess.row.inside) and earlier.row.above is guess.row.above
    return in_one and (earlier.severity == "error" or earlier.code == guess.code)


def rules_for(row: TypedRow) -> tuple[Rule, ...]:
    """Give those rules in ALWAYS that may find something: in most lines, a known name and plain words, none can."""
    if row.inside == "long text":
        return INSIDE
    if row.inside:
        return (*INSIDE, *ALWAYS)
    if row.remark and not (row.value or row.entry):
        return (layout.list_still_a_remark,)
    if row.name not in row.sheet.known or _SIGN.search(row.value):
        return ALWAYS
    return (texts.list_in_text,) if row.hyphens else ()


def _solved(guesses: list[Guess], text: str, file: str, known: Names) -> bool:
    """Whether a mended text can be read, and none of the guesses is found in it again."""
    rows = rows_of(text, known)
    for guess in guesses:
        if any(found.code == guess.code for rule in ALWAYS for found in rule(rows[guess.row.number - 1])):
            return False
    return read_events(text, file).broken_at is None
