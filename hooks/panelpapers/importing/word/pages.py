"""On which page a word stands, as Word counted pages when it last saved the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from .names import W
from .pieces import Found, PageEnd, Piece


@dataclass
class Pages:
    """Counts pages while a file is read. `now` is None where Word has left no marks.

    Ends of pages that somebody typed do not tell how many pages there are, so alone they count for nothing.
    """

    now: int | None
    typed: bool = False
    """Whether somebody ended a page, and no word was met since."""
    _is_new: bool = False

    @classmethod
    def of(cls, root: etree._Element) -> Pages:
        """Begin with the first page of a file."""
        return cls(None if next(root.iter(W + "lastRenderedPageBreak"), None) is None else 1)

    def end(self, *, is_full: bool) -> None:
        """Go to the next page. Word marks an end that was typed once more, with the first word after it."""
        self.typed = self.typed or not is_full
        if self.now is not None and not (is_full and self._is_new):
            self.now += 1
        self._is_new = not is_full

    def first(self, found: Iterable[Found]) -> int | None:
        """Go through a paragraph; give the page of its first word, or the one reached where it has none."""
        first = None
        for each in found:
            if isinstance(each, PageEnd):
                self.end(is_full=each.is_full)
            elif isinstance(each, Piece) and not each.look.fate and each.text.strip():
                self._is_new = False
                first = first or self.now
        return first or self.now
