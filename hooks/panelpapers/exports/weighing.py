"""What a search may load, and the words that it can offer: assets/search.js keeps to it, whatever is asked.

A search always loads Pagefind's program and the list of all pages. What is left goes to the words, each of which has
a piece of the index, and to the texts of the pages found.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, groupby
from pathlib import Path
from statistics import median

from .marking import COMMON

MOST = 255_000
"""Bytes that one search may load. The aim is 300 kB; what search.js loads beside the index has its place too."""

WORDS = "words.json"
"""The file of the words that are offered, beside the budget."""

_ALWAYS = ("pagefind.js", "pagefind-entry.json", "wasm.en*.pagefind", "*.pf_meta")
_OF_A_PLACE = 1.4
"""Bytes that a place takes up in the index, as measured."""

_RARE = 5
"""Pieces of the index hold several words. One that weighs less than this part of a piece is rare."""

_BEGINNING = 5
"""Words that begin with the same letters share a name: Pagefind reads report, reports and reported as one word."""


_WORDS = 80_000
"""Letters of the words that are offered to who mistypes one. On its way to a reader that is less than half."""

_OFFERED = re.compile(r"[^\W\d_]{4,20}")


def words_file(places: Counter[str]) -> str:
    """Give words of a site as JSON, each list with the words of one frequency, the commonest first.

    Of a large archive these are the commonest alone, as many as may be loaded.
    """
    offered = sorted((word for word in places if _OFFERED.fullmatch(word)), key=lambda word: (-places[word], word))
    room = accumulate(len(word) + 1 for word in offered)
    kept = [word for word, length in zip(offered, room, strict=True) if length <= _WORDS]
    alike = groupby(kept, lambda word: places[word].bit_length())
    return _as_json({"words": [" ".join(sorted(words)) for _, words in alike]})


def budget_file(index: Path, places: Counter[str]) -> str:
    """Give the budget of an index as JSON, in bytes.

    ``left`` is for words and texts; ``word`` is for a word, unless ``words`` has more by its first letters. ``text``
    is for the longest text of a page, ``filter`` for each filter, ``suggestions`` for the words that are offered.
    ``common`` are the words that are not looked up.
    """
    pieces = [path.stat().st_size for path in index.glob("index/*")]
    word = int(median(pieces)) if pieces else 0
    budget = {
        "left": MOST - sum(_on_its_way(path) for name in _ALWAYS for path in index.glob(name)),
        "word": word,
        "words": _heavy(places, word),
        "text": max(_sizes(index, "fragment"), default=0),
        "filter": max(_sizes(index, "filter"), default=0),
        "suggestions": _on_its_way(index / WORDS) if (index / WORDS).exists() else 0,
        "common": sorted(COMMON),
    }
    return _as_json(budget)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
