"""What keeps a file from being read, slip by slip.

Rules guess what is wrong with a line and how the line ought to be. A guess is believed only when the file can be read
further with the line mended in that way, and when no line then looks swallowed by a text above it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..records.place import Place
from ..records.problem import Problem
from . import typed_layout as layout
from . import typed_texts as texts
from . import typed_values as values
from .events import Patience, Tree, read_events
from .lines import Guess, Names, TypedRow, mend, rows_of
from .typed_inside import typed_inside

Rule = Callable[[TypedRow], Iterator[Guess]]

WHEN_UNREADABLE: Final[tuple[Rule, ...]] = (
    layout.leftover_of_a_merge,
    layout.separator,
    layout.name_still_a_remark,
    layout.no_name,
    layout.hyphen_without_space,
    layout.hyphen_lost_or_added,
    layout.odd_colon,
    layout.colon_without_space,
    layout.missing_colon,
    layout.two_names,
    values.unclosed_quotation,
    values.text_after_quotation,
    values.backslash,
    values.mistyped_long_text,
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

MOST_MENDED: Final = 25
"""How many slips that make a file unreadable are told at once."""
MOST_TRIED: Final = 40
"""How many guesses are tried for one of them."""
NEAR: Final = 3
"""Lines below a mended one in which a further stop may come from the mending itself."""
FARTHEST: Final = 400
"""How many lines above the unreadable one its cause is looked for."""
LONG_WALKS: Final = 400_000
"""How many lines are looked at for that: some rules look at all lines above each."""


def read_on(tree: Tree, text: str, file: str, known: Names, patience: Patience) -> tuple[Tree, str, list[Problem]]:
    """Find and mend what keeps a text from being read, slip by slip; give the tree, the mended text, the problems.

    The tree has no root where the text cannot be read to its end, or only in a makeshift way.
    """
    problems: list[Problem] = []
    guesses: list[Guess] = []
    while tree.broken_at is not None and len(guesses) < MOST_MENDED:
        guess = _cause(text, file, tree, known, patience)
        if guess is None or any(guess.row.number in earlier.mended for earlier in guesses if earlier.makeshift):
            # Lines near a mended one may not be as they were typed: nothing sure can be told of them.
            if not guesses or guesses[-1].row.number < tree.broken_at - NEAR:
                problems.append(_unreadable(text, file, tree, known))
            break
        guesses.append(guess)
        problems.append(guess.problem(file, with_suggestion=True))
        text = mend(text, guess.mended)
        tree = read_events(text, file)
    makeshift = any(guess.makeshift for guess in guesses)
    return (Tree(None) if makeshift else tree), text, problems


def _cause(text: str, file: str, tree: Tree, known: Names, patience: Patience) -> Guess | None:
    """Find the slip that made the file unreadable: the first guess that lets it be read further."""
    rows = rows_of(text, known)
    broken = min(tree.broken_at or 1, len(rows))
    tried = 0
    farthest = min(FARTHEST, LONG_WALKS // len(rows))
    for rule in WHEN_UNREADABLE:
        for row in reversed(rows[max(0, broken - farthest) : broken]):
            for guess in rule(row):
                tried += 1
                if tried > MOST_TRIED or not patience.lasts(tree.effort):
                    return None
                mended = mend(text, guess.mended)
                further = _gets_further(read_events(mended, file), tree, guess)
                if further and not _swallowed(mended, guess, known):
                    return guess
    return None


def _swallowed(mended: str, guess: Guess, known: Names) -> bool:
    """Whether a mended line would be words of a text above it, and looks like something else."""
    rows = rows_of(mended, known)
    return any(rows[number - 1].inside and any(typed_inside(rows[number - 1])) for number in guess.mended)


def _gets_further(mended: Tree, before: Tree, guess: Guess) -> bool:
    """Whether a mended line lets the file be read further than before."""
    if mended.broken_at is None or before.broken_at is None:
        return True
    if mended.broken_at == before.broken_at > guess.row.number:
        return mended.why != before.why and guess.code not in ("set-in-wrongly", "text-not-set-in")
    # A quotation that was never closed hides everything up to the next mark: what it hid may be wrong earlier.
    hidden = guess.code == "unclosed-quotation" and mended.broken_at > guess.row.number
    return mended.broken_at > before.broken_at or (hidden and mended.broken_at != before.broken_at)


def _unreadable(text: str, file: str, tree: Tree, known: Names) -> Problem:
    """Say what is known where no rule knows more: the line at which reading stopped."""
    rows = rows_of(text, known)
    number = min(tree.broken_at or 1, len(rows))
    while number > 1 and not rows[number - 1].text.strip():
        number -= 1
    # What should have begun on the line above was perhaps typed into a text.
    swallowed = typed_inside(rows[number - 2]) if number > 1 and rows[number - 2].inside else ()
    sure = (guess for guess in swallowed if guess.severity == "error")
    for guess in (*sure, *texts.list_in_text(rows[number - 1])):
        return guess.problem(file, with_suggestion=False)
    line = rows[number - 1].text
    place = Place(file, number, len(line) - len(line.lstrip()) + 1).wide(len(line.strip()))
    fact = "This line cannot be read, or the line above it was not finished."
    fix = 'A line has a name, a colon, a space and the text, as in "title: Apologies"; an entry begins with "- ".'
    return Problem("unreadable", place, fact, fix)
