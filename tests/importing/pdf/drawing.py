"""Draws small PDFs from lines that people can read, and shows what was read from them.

A line of a page is `x y size text`, from the upper left corner of a page of 600 by 800 points. After the size `b` is
bold, `u` turns it to run upwards, `s` sets it aslant, `w` paints it white, `n` does not paint it.
`rule x0 y0 x1 y1` draws a line, `black x0 y0 x1 y1` a box, `picture` a grey picture over the whole page.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from panelpapers.importing.parts import Part, Source
from panelpapers.importing.pdf.reading import read_here

_TURNS = {"": "1 0 0 1", "u": "0 1 -1 0", "s": "0.7 0.7 -0.7 0.7"}
_PAINTS = {"": "0 g 0 Tr", "w": "1 g 0 Tr", "n": "0 g 3 Tr"}


def read(path: Path, *pages: str, turned: int = 0) -> Source:
    """Draw pages, write them to a file, and read it."""
    path.write_bytes(drawn(*pages, turned=turned))
    return read_here(path)


def shown(parts: Iterable[Part]) -> list[str]:
    """Show each part on a line, a row of a table with " | " between its cells, "<" where one is empty."""
    return [line for part in parts for line in _lines(part)]


def _lines(part: Part) -> Iterator[str]:
    if part.kind != "table":
        yield part.printed
        return
    wide = max(cell.column + cell.columns for cell in part.cells)
    for row in range(max(cell.row + cell.rows for cell in part.cells)):
        cells = {cell.column: cell.text.replace("\n", " / ") for cell in part.cells if cell.row == row}
        yield " | ".join(cells.get(column, "") or "<" for column in range(wide))


def drawn(*pages: str, turned: int = 0) -> bytes:
    """Draw pages as a PDF."""
    streams = [zlib.compress("\n".join(map(_drawn, page.strip().splitlines())).encode("cp1252")) for page in pages]
    return assembled([(b"/Filter/FlateDecode", stream) for stream in streams], turned)


def assembled(streams: list[tuple[bytes, bytes]], turned: int = 0) -> bytes:
    """Make a PDF of the streams of its pages, each with the entries that say how it is packed."""
    fonts = [f"<</Type/Font/Subtype/Type1/BaseFont/{name}>>".encode() for name in ("Helvetica", "Helvetica-Bold")]
    looks = b"/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    grey = b"<<%s/Length 1>>stream\n\x80\nendstream" % looks
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(streams)))
    tree = f"<</Type/Pages/Count {len(streams)}/Kids[{kids}]>>".encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", tree, *fonts, grey]
    for at, (packing, stream) in enumerate(streams):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate %d/Contents %d 0 R" % (turned, 7 + 2 * at)
            + b"/Resources<</Font<</F 3 0 R/Fb 4 0 R>>/XObject<</P 5 0 R>>>>>>"
        )
        objects.append(b"<<%s/Length %d>>stream\n%s\nendstream" % (packing, len(stream), stream))
    made = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return made + head + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))


def _drawn(line: str) -> str:
    kind, *rest = line.split(maxsplit=4) if line.split()[0] in {"rule", "black"} else line.split(maxsplit=3)
    if kind == "picture":
        return "q 600 0 0 800 0 0 cm /P Do Q"
    if kind in {"rule", "black"}:
        x0, y0, x1, y1 = map(float, rest)
        box = f"{x0} {800 - y1} {x1 - x0} {y1 - y0} re f"
        return f"0 g {box}" if kind == "black" else f"0.5 w {x0} {800 - y0} m {x1} {800 - y1} l S"
    down, size, text = rest
    height = size.rstrip("buswn")
    marks = size[len(height) :]
    turn = _TURNS["".join(mark for mark in marks if mark in "us")]
    paint = _PAINTS["".join(mark for mark in marks if mark in "wn")]
    font = "Fb" if "b" in marks else "F"
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {paint} /{font} {height} Tf {turn} {kind} {800 - float(down)} Tm ({escaped}) Tj ET"
