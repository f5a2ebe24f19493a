"""Words that stand side by side as lines, and a line as the text that its words make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from panelpapers.importing.pdf.signs import Word

_WIDE = 0.5  # of the size: a gap that is wider is no blank, if it is also wider than the line's other gaps
_TAB = 1.5  # of the size: even a line that is spaced out to fill its column has no such blanks


@dataclass(frozen=True)
class Line:
    """Words that stand on one height, from left to right."""

    words: tuple[Word, ...]
    page: int

    @cached_property
    def x0(self) -> float:
        """Where the line begins."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Where the line ends."""
        return max(word.x1 for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])

    @cached_property
    def middle(self) -> float:
        """The height of its biggest words."""
        return next(word.middle for word in self.words if word.size == self.size)

    @cached_property
    def gap(self) -> float:
        """The gap between two words that is usual on the line: wide where a line is spaced out to fill its column."""
        gaps = [after.x0 - word.x1 for word, after in pairwise(self.words) if not after.glued]
        usual = median(gaps) if len(gaps) > 2 else 0.0
        is_even = 0 < usual < _TAB * self.size or (usual > 0 and max(gaps) < 1.2 * min(gaps))
        return usual if is_even else 0.3 * self.size

    @cached_property
    def text(self) -> str:
        """The line as printed, with a tab for each wide gap."""
        text = ""
        for at, word in enumerate(self.words):
            text += (self._blank(at) if at else "") + word.text
        return text

    def _blank(self, at: int) -> str:
        word = self.words[at]
        if word.glued:
            return ""
        return "\t" if word.x0 - self.words[at - 1].x1 > max(_WIDE * self.size, 1.6 * self.gap) else " "

    def cut(self, x: float) -> tuple[Line | None, Line | None]:
        """Part the line into the words left of a place and those right of it."""
        left = tuple(word for word in self.words if (word.x0 + word.x1) / 2 < x)
        right = self.words[len(left) :]
        return (replace(self, words=left) if left else None), (replace(self, words=right) if right else None)


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Join words to lines, from head to foot. A raised mark stands on the line of the word that it follows."""
    rows: list[list[Word]] = []
    biggest: Word | None = None
    for word in sorted(words, key=lambda word: word.middle):
        if biggest is None or word.middle - biggest.middle > 0.4 * max(biggest.size, word.size):
            rows.append([])
            biggest = word
        elif word.size > biggest.size:
            biggest = word
        rows[-1].append(word)
    return [Line(tuple(sorted(row, key=lambda word: word.x0)), page) for row in rows]


def upright(words: Sequence[Word]) -> list[Word]:
    """Turn words that run up or down the page so that they stand as they are read."""
    for _ in range(words[0].turn if words else 0):
        words = [replace(w, x0=-w.bottom, x1=-w.top, top=w.x0, bottom=w.x1, turn=0) for w in words]
    return list(words)
