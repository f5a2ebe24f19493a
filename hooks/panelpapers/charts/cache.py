"""Drawn charts kept between builds, in a folder outside the repository.

The name of a file is made from everything that its bytes follow from: the picture, the words in it, the style, the
font and the versions of the libraries. So an entry is never out of date, and nothing has to be cleared.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from lxml import etree

from ..kept.store import cache_folder
from .measure import FONTS
from .picture import Picture, Said

_STYLE: Final = ("altair_chart.py", "finish.py", "palette.py")
_LIBRARIES: Final = ("altair", "vl-convert-python")
_LENGTH: Final = 65  # of a hash in hexadecimal digits and the end of its line
_MOST: Final = 10_000_000  # bytes, of which a chart has some ten thousand


def default_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Give the folder for charts in the user's cache, or ``None`` where nothing is kept and every one is drawn."""
    folder = cache_folder(environment, of_charts=True)
    return folder and folder / "charts"


def key_of(picture: Picture, said: Said, slug: str) -> str:
    """Name the file that a picture gives: a hash, in hexadecimal digits."""
    parts = (_style(), repr(picture), repr(said), slug)
    return sha256("\0".join(parts).encode()).hexdigest()


@cache
def _style() -> str:
    """Hash what is the same for all charts: the code that renders them, the font, the libraries."""
    here = Path(__file__).parent
    files = [*(here / name for name in _STYLE), *sorted(FONTS.glob("*.ttf"))]
    digest = sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest() + "".join(f" {name} {version(name)}" for name in _LIBRARIES)


def cached(folder: Path | None, key: str, render: Callable[[], bytes]) -> bytes:
    """Give the chart kept under a key, or render and keep it. Without a folder nothing is kept.

    What is kept is believed only when its hash stands before it, and it is whole XML with a size. A cache that is
    damaged, somebody else's, or cannot be read or written, costs time and nothing else.
    """
    if folder is None:
        return render()
    file = folder / f"{key}.chart"
    if (kept := _read(file)) is not None:
        return kept
    rendered = render()
    with suppress(OSError):
        _write(file, _hash(rendered) + rendered)
    return rendered


def _hash(content: bytes) -> bytes:
    return f"{sha256(content).hexdigest()}\n".encode()


def _read(file: Path) -> bytes | None:
    """Give the chart of a file, or ``None`` where there is none that can be believed."""
    try:
        if not file.is_file() or file.stat().st_size > _MOST:
            return None
        content = file.read_bytes()
    except OSError:
        return None
    said, chart = content[:_LENGTH], content[_LENGTH:]
    return chart if said == _hash(chart) and _is_whole(chart) else None


def _is_whole(chart: bytes) -> bool:
    try:
        etree.fromstring(chart, etree.XMLParser(resolve_entities=False))
        size_of(chart)
    except (ValueError, etree.XMLSyntaxError):
        return False
    return True


def size_of(svg: bytes) -> tuple[int, int]:
    """Read width and height in pixels from a file that ``draw`` made, for the attributes of the image on the page."""
    found = re.match(rb'<svg [^>]*?width="(\d+)" height="(\d+)"', svg)
    if found is None:
        raise ValueError("this is not a file that draw() made: it does not begin with an svg element and its size")
    return int(found[1]), int(found[2])


def _write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: two builds at once may write the same one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as unfinished:
        try:
            unfinished.write(content)
            unfinished.close()
            Path(unfinished.name).replace(file)
        except OSError:
            Path(unfinished.name).unlink(missing_ok=True)
            raise
