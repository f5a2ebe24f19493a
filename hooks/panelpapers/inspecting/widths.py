"""How wide the letters of a font of a PDF are, as parts of its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from pypdf.generic import DictionaryObject

_NARROW: Final = frozenset(b"iljtfrI.,;:'|!()[] ")
_WIDE: Final = frozenset(b"mwMW@%")
_MOST: Final = 70_000


@dataclass
class Widths:
    """The widths of a font. ``twice`` says that a letter takes two bytes; ``usual`` is the width of all others.

    ``unit`` is how much larger than in other fonts a letter is drawn: a font of drawings says so by a matrix.
    """

    widths: dict[int, float] = field(default_factory=dict)
    twice: bool = False
    usual: float | None = None
    unit: float = 1

    @classmethod
    def of(cls, font: DictionaryObject) -> Widths:
        """Read the widths of a font as a page names it."""
        inner = _resolved(font.get("/DescendantFonts"))
        if inner:
            descendant = _resolved(inner[0])
            return cls(_of_ranges(_resolved(descendant.get("/W"))), True, float(descendant.get("/DW", 1000)) / 1000)
        given, first = _resolved(font.get("/Widths")), int(font.get("/FirstChar", 0))
        if not given:
            return cls()
        drawn = font.get("/FontMatrix") if font.get("/Subtype") == "/Type3" else None
        scale = abs(float(_resolved(_resolved(drawn)[0]))) if drawn else 0.001
        widths = {first + at: float(_resolved(width)) * scale for at, width in enumerate(given)}
        return cls(widths, False, 0.5, scale * 1000)

    def letters(self, string: Any) -> Iterator[tuple[int, float, bool]]:
        """Give the number of each letter of a string, its width, and whether it is known to be a blank."""
        data = bytes(string) if isinstance(string, bytes) else string.original_bytes
        for at in range(0, len(data) - self.twice, 2 if self.twice else 1):
            code = int.from_bytes(data[at : at + 2], "big") if self.twice else data[at]
            width = self.widths.get(code, self.usual)
            yield code, _guess(code) if width is None else width, not self.twice and code in (0x20, 0xA0)


def _guess(code: int) -> float:
    """Give about the width of a letter of a font that every program has, and that therefore tells no widths."""
    if code in _NARROW:
        return 0.28
    return 0.85 if code in _WIDE else 0.7 if chr(code).isupper() else 0.54


def _of_ranges(given: Any) -> dict[int, float]:
    """Read widths as they are given for letters of two bytes: a first one with a list, or two ends with a width."""
    widths: dict[int, float] = {}
    left = [_resolved(value) for value in given or ()]
    at = 0
    while at + 1 < len(left):
        if isinstance(left[at + 1], list):
            widths |= {
                int(left[at]) + step: float(_resolved(width)) / 1000 for step, width in enumerate(left[at + 1])
            }
            at += 2
        else:
            first, last, width = left[at : at + 3]
            widths |= dict.fromkeys(range(int(first), min(int(last), _MOST) + 1), float(width) / 1000)
            at += 3
    return widths


def _resolved(value: Any) -> Any:
    return None if value is None else value.get_object()
