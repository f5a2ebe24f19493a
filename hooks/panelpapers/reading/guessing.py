"""Which of the words that are known was probably meant: asked again and again, but not without end."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

MOST_COMPARED: Final = 10_000
"""How many words are compared, all in all, for the guesses of one rule: a tenth of a second, or two."""


class Guesses:
    """Guesses among some words. ``likeness`` is how alike two words must be, from 0 to 1."""

    def __init__(self, known: Iterable[str], likeness: float = 0.6) -> None:
        self.known = sorted(known)
        self.likeness = likeness
        self.left = MOST_COMPARED
        self.before: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """Give the word that was probably meant; ``None`` where none is near, or enough words were compared."""
        if word not in self.before:
            self.left -= len(self.known)
            near = get_close_matches(word, self.known, 1, self.likeness) if self.left >= 0 else []
            self.before[word] = near[0] if near else None
        return self.before[word]
