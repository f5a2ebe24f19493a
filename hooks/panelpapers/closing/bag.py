"""A bag as RFC 8493 has it: a folder that says by hashes of what it holds whether it is still what was put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Final

_DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_HASHES: Final = "manifest-sha256.txt"


def bag(payload: Mapping[str, bytes], about: Mapping[str, str], day: date) -> dict[str, bytes]:
    """Give the files of a bag by their paths: what is in it below ``data/``, and what says so beside that.

    ``about`` is what is said of the bag, such as ``Source-Organization``; ``day`` is the day on which it was made.
    The same gives the same bytes.
    """
    held = {f"data/{path}": content for path, content in sorted(payload.items())}
    size = sum(map(len, held.values()))
    told = {**about, "Bagging-Date": day.isoformat(), "Payload-Oxum": f"{size}.{len(held)}"}
    tags = {
        "bagit.txt": _DECLARATION.encode(),
        "bag-info.txt": "".join(f"{name}: {' '.join(text.split())}\n" for name, text in told.items()).encode(),
        _HASHES: "".join(_lines(held)).encode(),
    }
    return {**tags, f"tag{_HASHES}": "".join(_lines(tags)).encode(), **held}


def _lines(files: Mapping[str, bytes]) -> Iterator[str]:
    """Give a line for each file: its hash and its path, in which what would end a line is written as its number."""
    for path, content in files.items():
        named = path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
        yield f"{sha256(content).hexdigest()}  {named}\n"
