"""A built site as the folder that stays: each link leads to a file, and every published address is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ..pages.addresses import place_of
from ..reading.published import is_hash
from .leading import INDEX, file_of, led_to_files

_IDS: Final = re.compile(r'<[a-zA-Z][^<>]* id="([^"]+)"')


def closed_folder(built: Path, home: str = "") -> dict[str, bytes]:
    """Give the files of a site that was built to be closed, by their paths, with every link led to a file.

    ``home`` is the whole address that its pages name, if any. Raises ``LeadsNowhere`` and ``OSError``.
    """
    paths = sorted(path for path in built.rglob("*") if path.is_file())
    files = {path.relative_to(built).as_posix(): path.read_bytes() for path in paths}
    root = f"{urlsplit(home).path.rstrip('/')}/"
    for path in [path for path in files if path.endswith(".html")]:
        page = path.removesuffix(INDEX)
        files[path] = led_to_files(files[path].decode("utf-8"), page, files, root).encode("utf-8")
    return files


def without_answer(addresses: Collection[str], files: Mapping[str, bytes]) -> Iterator[str]:
    """Give each published address at which a folder has no file, or no such place on the page.

    A hash in the list stands for an address that must not be read: it is asked for no file.
    """
    places: dict[str, frozenset[str]] = {}
    for address in addresses:
        if is_hash(address):
            continue
        file, place = file_of(address, files), place_of(address)
        if file and place and file not in places:
            places[file] = frozenset(_IDS.findall(files[file].decode("utf-8", "replace")))
        if file is None or (place and place not in places[file]):
            yield address
