"""An address as a QR code, which a telephone reads from a sheet of paper."""

from __future__ import annotations

from typing import NamedTuple

import segno


class Code(NamedTuple):
    """A QR code: its side in squares, with the edge that it needs, and its dark squares as a path of SVG."""

    side: int
    path: str


EDGE = 4
"""Squares that must stay light around a code (ISO/IEC 18004)."""


def as_code(text: str) -> Code:
    """Give the code of a text. It can be read with a seventh of it covered or torn off."""
    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix]
    path = []
    for y, row in enumerate(rows):
        at = 0
        while (begins := row.find(1, at)) >= 0:
            ends = row.find(0, begins)
            at = ends if ends >= 0 else len(row)
            path.append(f"M{begins + EDGE} {y + EDGE}h{at - begins}v1h{begins - at}z")
    return Code(len(rows) + 2 * EDGE, "".join(path))
