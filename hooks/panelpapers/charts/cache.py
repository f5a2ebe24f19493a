"""Drawn charts kept between builds, in a folder outside the repository.

The name of a file is made from everything that its bytes follow from: the picture, the words in it, the style, the
font and the versions of the libraries. So an entry is never wrong, and nothing has to be cleared.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from .measure import FONTS
from .picture import Picture

_STYLE: Final = ("altair_chart.py", "finish.py", "palette.py")
_LIBRARIES: Final = ("altair", "vl-convert-python")


def default_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Give the folder for charts in the user's cache, where the XDG standard puts it."""
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "panel-papers" / "charts"


def key_of(picture: Picture, title: str, description: str, slug: str) -> str:
    """Name the file that a picture gives: a hash, in hexadecimal digits."""
    parts = (_style(), repr(picture), title, description, slug)
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
    """Give the bytes kept under a key, or render and keep them. Without a folder nothing is kept."""
    if folder is None:
        return render()
    kept = folder / f"{key}.svg"
    # A cache that cannot be read or written, on a read-only disk or a full one, must not stop a build.
    with suppress(OSError):
        return kept.read_bytes()
    rendered = render()
    with suppress(OSError):
        _keep(kept, rendered)
    return rendered


def _keep(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: two builds at once may write the same one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as unfinished:
        unfinished.write(content)
    Path(unfinished.name).replace(file)
