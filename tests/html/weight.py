"""What a page weighs before its reader asks for something: itself, its style sheets and scripts, as they travel."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.html.crawl import Page

MOST = 60_000
"""Bytes that a page may weigh, pictures aside."""

_IMPORTS = re.compile(
    r"""(?:^|[;}\s])(?:import|export)\s[^;"'()]*["']([^"']+)["']|@import\s*(?:url\()?["']?([^"')\s;]+)"""
)


def weights(folder: Path, page: Page, prefix: str) -> dict[str, int]:
    """Give each thing that a page loads by itself, with its bytes as a host sends it, compressed with gzip.

    What a style sheet or script asks for by itself counts too. The site is served under the path ``prefix``.
    """
    loaded = {page.address: _on_its_way(folder / page.address)}
    waiting = [urljoin(prefix + page.address, link) for link in page.resources]
    while waiting:
        path = urlsplit(waiting.pop()).path
        address = path.removeprefix(prefix)
        file = folder / address
        if address not in loaded and file.suffix in (".css", ".js") and file.is_file():
            loaded[address] = _on_its_way(file)
            waiting += [urljoin(path, found) for found in _asked_for(file)]
    return loaded


def too_heavy(folder: Path, page: Page, prefix: str) -> Iterator[str]:
    """Say of a page that it weighs more than it may, and what weighs how much."""
    parts = weights(folder, page, prefix)
    if sum(parts.values()) > MOST:
        each = ", ".join(f"{name} {weight}" for name, weight in parts.items())
        yield f"{page.address} weighs {sum(parts.values())} bytes, which is more than {MOST}: {each}"


@cache
def _on_its_way(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=6))


@cache
def _asked_for(file: Path) -> list[str]:
    return [one or other for one, other in _IMPORTS.findall(file.read_text(encoding="utf-8"))]
