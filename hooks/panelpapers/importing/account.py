"""What became of every word of a source: placed in a record, left over, or withheld. The three add up to all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from .parts import Part, Source, Withheld

INSTEAD: Final = "[withheld]"
"""What a draft says in the place of words that are withheld."""
_PLACED: Final = 1
_WITHHELD: Final = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """Characters `start` to `end` of `part.printed` now stand in the field `field` of `path`, by the rule `rule`."""

    part: Part
    start: int
    end: int
    path: str
    field: str
    rule: str


@dataclass
class Account:
    """The fate of each word. Rules tell it what they place and withhold; what no rule took is left over.

    A word is placed once: `place` raises ValueError where it is told of the same characters again, so that no rule
    can count a word that another has used. What is withheld within a stretch stays out of what `place` gives:
    `INSTEAD` stands there.
    """

    source: Source
    placed: list[Placed] = field(default_factory=list)
    withheld: list[tuple[Part, int, int, str]] = field(default_factory=list)
    _taken: dict[int, bytearray] = field(default_factory=dict)

    def place(self, part: Part, path: str, name: str, rule: str, start: int = 0, end: int | None = None) -> str:
        """Say that a stretch of a part is now in a field; give the stretch, to be written there.

        White space at its ends belongs to no field and is left out.
        """
        end = len(part.printed) if end is None else end
        for hidden, first, last in self._runs(part, start, end):
            if not hidden:
                self._take(part, first, last, _PLACED)
                self.placed.append(Placed(part, first, last, path, name, rule))
        return self.shown(part, start, end)

    def shown(self, part: Part, start: int = 0, end: int | None = None) -> str:
        """Give a stretch of a part as it may be shown, and say nothing of where it stands."""
        runs = self._runs(part, start, len(part.printed) if end is None else end)
        return "".join(INSTEAD if hidden else part.printed[first:last] for hidden, first, last in runs).strip()

    def place_rest(self, part: Part, path: str, name: str, rule: str, start: int, end: int) -> str:
        """Place of a stretch what no rule has taken yet; give all of it, without what is withheld."""
        taken = self._taken.get(part.position, bytearray(len(part.printed)))
        runs = [(fate, list(run)) for fate, run in groupby(range(start, end), lambda at: taken[at])]
        for fate, places in runs:
            if not fate:
                self.place(part, path, name, rule, places[0], places[-1] + 1)
        return self.shown(part, start, end)

    def withhold(self, part: Part, why: str, start: int = 0, end: int | None = None) -> None:
        """Say that a stretch of a part is to be shown nowhere, and why; what is withheld already stays so."""
        end = len(part.printed) if end is None else end
        for hidden, first, last in [*self._runs(part, start, end)]:
            if not hidden:
                self._take(part, first, last, _WITHHELD)
                self.withheld.append((part, first, last, why))

    def is_free(self, part: Part) -> bool:
        """Whether no rule has taken anything of the part."""
        return not any(self._taken.get(part.position, b""))

    def is_open(self, part: Part, start: int, end: int) -> bool:
        """Whether nothing has taken any character of a stretch."""
        return not any(self._taken.get(part.position, b"")[start:end])

    def left_over(self) -> Iterator[tuple[Part, str]]:
        """Each part that holds words that no rule took, in order, with those words."""
        for part in self.source.leaves():
            taken = self._taken.get(part.position, bytearray(len(part.printed)))
            kept = "".join(" " if gone else sign for sign, gone in zip(part.printed, taken, strict=True))
            if any(map(str.isalnum, kept)):  # a bracket or a dash around what was placed is no word
                yield part, " ".join(kept.split())

    def words(self) -> Counter[str]:
        """Count the words of the source by what became of them: placed, left over, withheld. They add up to all.

        A word of which a part is left over is left over. What holds no letter and no figure, such as a dash, goes
        with what is placed.
        """
        counts = Counter({"placed": 0, "left over": 0, "withheld": 0})
        for part in self.source.leaves():
            taken = self._taken.get(part.position, bytearray(len(part.printed)))
            for word in re.finditer(r"\S+", part.printed):
                fates = {taken[at] for at in range(*word.span()) if part.printed[at].isalnum()}
                counts["left over" if 0 in fates else "withheld" if _WITHHELD in fates else "placed"] += 1
        return counts

    def withheld_by_page(self) -> Iterator[Withheld]:
        """Say what is withheld, by page and number of words, never by text: of the rules, and of the file itself."""
        for part, start, end, why in self.withheld:
            yield Withheld(len(part.printed[start:end].split()), why, part.page)
        yield from self.source.withheld

    def _runs(self, part: Part, start: int, end: int) -> Iterator[tuple[bool, int, int]]:
        """Give a stretch in pieces: whether each is withheld, and from where to where it goes."""
        taken = self._taken.get(part.position, bytearray(len(part.printed)))
        for hidden, run in groupby(range(start, end), lambda at: taken[at] == _WITHHELD):
            places = list(run)
            yield hidden, places[0], places[-1] + 1

    def _take(self, part: Part, start: int, end: int, fate: int) -> None:
        taken = self._taken.setdefault(part.position, bytearray(len(part.printed)))
        if any(taken[start:end]):
            raise ValueError(f"already taken: {part.printed[start:end]!r}")
        taken[start:end] = bytes((fate,)) * (end - start)
