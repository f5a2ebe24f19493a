"""How wide a piece of text is, read from the bundled font, so that labels can be placed before anything is drawn.

The font is Arimo, whose letters are as wide as those of Arial, Helvetica and Liberation Sans: a reader who has any of
these sees the layout that was measured. Only the two tables of the file that give widths are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from struct import unpack_from
from typing import Final

FONTS: Final = Path(__file__).with_name("fonts")


@cache
def _advances(bold: bool) -> dict[int, float]:
    """Map each character's code point to its width, in parts of the font's size."""
    data = (FONTS / ("Arimo-Bold.ttf" if bold else "Arimo-Regular.ttf")).read_bytes()
    tables = {}
    for number in range(unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = unpack_from(">4sLLL", data, 12 + 16 * number)
        tables[tag] = offset
    per_em = unpack_from(">H", data, tables[b"head"] + 18)[0]
    last = unpack_from(">H", data, tables[b"hhea"] + 34)[0] - 1
    advances = [unpack_from(">H", data, tables[b"hmtx"] + 4 * glyph)[0] / per_em for glyph in range(last + 1)]
    return {code: advances[min(glyph, last)] for code, glyph in _glyphs(data, tables[b"cmap"])}


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Give the pairs of code point and glyph in the font's first table (format 4 of the OpenType standard)."""
    table = cmap + int(unpack_from(">L", data, cmap + 8)[0])
    count = unpack_from(">H", data, table + 6)[0] // 2
    ends = unpack_from(f">{count}H", data, table + 14)
    starts, deltas, shifts = (unpack_from(f">{count}H", data, table + 16 + 2 * count * part) for part in (1, 2, 3))
    for segment, (start, end, delta, shift) in enumerate(zip(starts, ends, deltas, shifts, strict=True)):
        own = table + 16 + 6 * count + 2 * segment + shift
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = unpack_from(">H", data, own + 2 * (code - start))[0] if shift else code
            yield code, (glyph + delta) & 0xFFFF


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of one line of text in pixels, for a font size in pixels."""
    widths = _advances(bold)
    # A character that the font lacks comes from another font: take it to be as wide as a capital M.
    return sum(widths.get(ord(character), widths[ord("M")]) for character in text) * size


def wrap(
    text: str, size: float, limit: float, *, bold: bool = False, hard: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """Break text at ordinary spaces into the fewest lines that fit into ``limit`` pixels, and make these lines even.

    A single word wider than the limit stays whole, or with ``hard`` goes on in the next line. Nothing is cut, unless
    there are more than ``most`` lines: the last of these then ends with three dots.
    """
    words = [word for word in text.split(" ") if word]
    if hard:
        words = [piece for word in words for piece in _pieces(word, size, limit, bold)]
    fewest = _fill(words, size, limit, bold)
    narrower = limit
    while len(fewest) > 1 and narrower > limit / 2:
        narrower -= size / 4
        tried = _fill(words, size, narrower, bold)
        if len(tried) > len(fewest) or any(text_width(line, size, bold=bold) > narrower for line in tried):
            break
        fewest = tried
    if most is None or len(fewest) <= most:
        return fewest
    last = fewest[most - 1]
    while last and text_width(f"{last}…", size, bold=bold) > limit:
        last = last[:-1]
    return (*fewest[: most - 1], f"{last.rstrip(' ,;:')}…")


def _fill(words: list[str], size: float, limit: float, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _pieces(word: str, size: float, limit: float, bold: bool) -> list[str]:
    """Break a word that is wider than the limit into pieces that are not."""
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size, bold=bold) > limit:
            pieces.append("")
        pieces[-1] += character
    return pieces
