"""What a search may load, written down beside the index: assets/search.js keeps to it, whatever is asked.

A search always loads Pagefind's program and the list of all pages. What is left goes to the words, each of which has
a piece of the index, and to the texts of the pages found.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from .marking import COMMON

MOST = 265_000
"""Bytes that one search may load. The aim is 300 kB; what search.js loads beside the index has its place too."""

_ALWAYS = ("pagefind.js", "pagefind-entry.json", "wasm.en*.pagefind", "*.pf_meta")
_OF_A_PLACE = 1.4
"""Bytes that a place takes up in the index, as measured."""

_RARE = 5
"""Pieces of the index hold several words. One that weighs less than this part of a piece is rare."""

_BEGINNING = 5
"""Words that begin with the same letters share a name: Pagefind reads report, reports and reported as one word."""


def budget_file(index: Path, places: Counter[str]) -> str:
    """Give the budget of an index as JSON, in bytes.

    ``left`` is for words and texts; ``word`` is for a word, unless ``words`` has more by its first letters. ``text``
    is for the longest text of a page, ``filter`` for each filter. ``common`` are the words that are not looked up.
    """
    pieces = [path.stat().st_size for path in index.glob("index/*")]
    word = int(median(pieces)) if pieces else 0
    budget = {
        "left": MOST - sum(_on_its_way(path) for name in _ALWAYS for path in index.glob(name)),
        "word": word,
        "words": _heavy(places, word),
        "text": max(_sizes(index, "fragment"), default=0),
        "filter": max(_sizes(index, "filter"), default=0),
        "common": sorted(COMMON),
    }
    return json.dumps(budget, ensure_ascii=False, separators=(",", ":"))


def _heavy(places: Counter[str], word: int) -> dict[str, int]:
    """Give the words that are not rare, by their first letters, with what they weigh alone."""
    weights: Counter[str] = Counter()
    for name, count in places.items():
        weights[name[:_BEGINNING]] += count
    heavy = {name: int(count * _OF_A_PLACE) for name, count in sorted(weights.items())}
    return {name: weight for name, weight in heavy.items() if weight > word / _RARE}


def _sizes(index: Path, folder: str) -> Iterable[int]:
    return (path.stat().st_size for path in index.glob(f"{folder}/*"))


def _on_its_way(path: Path) -> int:
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, mtime=0)))
