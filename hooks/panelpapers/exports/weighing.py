"""What a search may load, and the words that it can offer: assets/search.js keeps to it, whatever is asked.

A search always loads Pagefind's program and the list of all pages. That list says which piece of the index has which
words, so that what a word costs is known before it is looked up. What is left goes to the texts of the pages found.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from .marking import COMMON, SIGN

MOST = 275_000
"""Bytes that one search may load of the index. The aim is 300 kB, and the page itself has its place too."""

WORDS = "words.json"
"""The file of the words that are offered, beside the budget."""

BUDGET = "budget.json"
"""The file that says what words weigh, and which pages changed since the index was made."""

_ALWAYS = ("pagefind.js", "pagefind-entry.json", "wasm.en*.pagefind", "*.pf_meta")
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


def budget_file(index: Path, changed: Mapping[str, Sequence[str]] | None = None) -> str:
    """Give the budget of an index as JSON, in bytes.

    ``left`` is for words, filters and texts. ``pieces`` has the first word of each piece of the index, in order, and
    what it weighs; ``filters`` each filter by its name. ``text`` is for the longest text of a page, ``reference`` for
    each file of references, ``suggestions`` for the words that are offered. ``common`` are the words that are not
    looked up. ``changed`` is about pages that changed since the index was made: they have one of their own.
    """
    beside = index / "changed"
    always = (path for name in _ALWAYS for folder in (index, beside) for path in folder.glob(name))
    pieces, filters = _parts_of(index)
    budget = {
        "left": MOST - sum(map(_on_its_way, always)),
        "pieces": pieces,
        "filters": filters,
        "text": max((*_sizes(index, "fragment"), *_sizes(beside, "fragment")), default=0),
        "reference": max((_on_its_way(path) for path in index.parent.glob("search/references/*")), default=0),
        "suggestions": _on_its_way(index / WORDS) if (index / WORDS).exists() else 0,
        "common": sorted(COMMON),
    }
    if changed and any(changed.values()):
        own_pieces, own_filters = _parts_of(beside)
        budget["changed"] = {**changed, "pieces": own_pieces, "filters": own_filters}
    return _as_json(budget)


def changed_since(index: Path) -> tuple[list[str], list[str]]:
    """Give the names of pages that are out of date in a written index, and of those beside it that stand for them.

    Both are empty where it has all pages as they are. Raises ``OSError`` or ``ValueError`` where it cannot be read.
    """
    changed = json.loads((index / BUDGET).read_text(encoding="utf-8")).get("changed", {})
    return changed.get("stale", []), changed.get("fresh", [])


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts_of(index: Path) -> tuple[list[tuple[str, int]], dict[str, int]]:
    """Give the pieces of an index and its filters with what they weigh, from Pagefind's list of them.

    Pieces of words that are passed over are left out: nobody asks for them.
    """
    pieces, filters = list[tuple[str, int]](), dict[str, int]()
    for listed in index.glob("*.pf_meta"):
        content = gzip.decompress(listed.read_bytes())
        (_, _, words, narrowing, *_), _ = _value(content, len(_BEGINS))
        pieces += [(first, _size(index / "index" / f"{name}.pf_index")) for first, _, name in words]
        filters |= {name: _size(index / "filter" / f"{file}.pf_filter") for name, file in narrowing}
    return sorted((first, size) for first, size in pieces if not first.startswith(SIGN)), filters


_BEGINS = b"pagefind_dcd"
"""With this each file of Pagefind's begins, before its values."""

_NUMBER, _TEXT, _LIST = 0, 3, 4
_SHORT = 24
"""Of a value in CBOR (RFC 8949): the kinds that Pagefind's list has, and the first length with bytes of its own."""


def _value(content: bytes, at: int) -> tuple[Any, int]:
    """Read a value in CBOR, and give it with the place behind it. Raises ``ValueError`` for any other kind."""
    kind, length = divmod(content[at], 32)
    at += 1
    if length >= _SHORT:
        end = at + 2 ** (length - _SHORT)
        at, length = end, int.from_bytes(content[at:end], "big")
    if kind == _NUMBER:
        return length, at
    if kind == _TEXT:
        return content[at : at + length].decode("utf-8"), at + length
    if kind != _LIST:
        raise ValueError(f"Pagefind's list of an index has a value of another kind: {kind}")
    values = []
    for _ in range(length):
        value, at = _value(content, at)
        values.append(value)
    return values, at


def _size(path: Path) -> int:
    return path.stat().st_size


def _sizes(index: Path, folder: str) -> Iterable[int]:
    return map(_size, index.glob(f"{folder}/*"))


def _on_its_way(path: Path) -> int:
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, mtime=0)))
