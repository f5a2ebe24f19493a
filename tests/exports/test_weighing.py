"""The budget of a search."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from panelpapers.exports.marking import SIGN
from panelpapers.exports.weighing import MOST, budget_file, words_file


def of_size(path: Path, size: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Bytes that cannot be compressed.
    path.write_bytes(os.urandom(size))


def cbor(value: object) -> bytes:
    """Write a value as Pagefind does, by RFC 8949."""
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    return head(3, len(value.encode())) + value.encode() if isinstance(value, str) else head(0, int(str(value)))


def head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([32 * kind + number])
    return bytes([32 * kind + 24, number]) if number < 256 else bytes([32 * kind + 25, *number.to_bytes(2, "big")])


PAGES = [[f"en-gb_{number}", number] for number in range(300)]
PIECES = [["abl", "meet", "en-gb_a"], ["meeti", "zoo", "en-gb_b"], [SIGN, f"{SIGN}the", "en-gb_c"]]
LIST = gzip.compress(
    b"pagefind_dcd" + cbor(["1.5.2", PAGES, PIECES, [["kind", "en-gb_k"], ["year", "en-gb_y"]], [], ["title"]])
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    sizes = {
        "pagefind.js": 13_000, "pagefind-entry.json": 200,
        "wasm.en-gb.pagefind": 72_000, "wasm.unknown.pagefind": 68_000,
        "index/en-gb_a.pf_index": 20_000, "index/en-gb_b.pf_index": 25_000, "index/en-gb_c.pf_index": 90_000,
        "fragment/a.pf_fragment": 2_000, "fragment/b.pf_fragment": 9_000,
        "filter/en-gb_k.pf_filter": 11_000, "filter/en-gb_y.pf_filter": 5_000,
        "../search/references/minute.json": 3_000, "../search/references/item.json": 2_000,
    }  # fmt: skip
    for name, size in sizes.items():
        of_size(tmp_path / "pagefind" / name, size)
    (tmp_path / "pagefind" / "pagefind.en-gb_1.pf_meta").write_bytes(LIST)
    return tmp_path / "pagefind"


def budget(index: Path) -> dict[str, Any]:
    return dict(json.loads(budget_file(index)))


def test_what_is_always_loaded_is_taken_off_once(index: Path) -> None:
    assert budget(index)["left"] == MOST - 13_000 - 200 - 72_000 - len(LIST)


def test_pieces_filters_texts_and_references_have_their_weight(index: Path) -> None:
    told = budget(index)
    assert told["pieces"] == [["abl", 20_000], ["meeti", 25_000]]
    assert told["filters"] == {"kind": 11_000, "year": 5_000}
    assert told["text"] == 9_000
    assert 3_000 <= told["reference"] < 3_100


def test_an_empty_index_has_a_budget(tmp_path: Path) -> None:
    assert budget(tmp_path)["left"] == MOST


def test_the_words_that_are_offered_come_by_how_common_they_are() -> None:
    places = Counter({"police": 9, "crime": 8, "seldom": 1, "921ii": 9, "of": 9, "zoë": 2, "rare": 1})
    assert json.loads(words_file(places)) == {"words": ["crime police", "rare seldom"]}


def test_of_a_large_archive_the_commonest_words_are_offered() -> None:
    words = [f"{first}{second}{third}{fourth}" for first, second, third, fourth in product("abcdefghijklm", repeat=4)]
    places = Counter(dict.fromkeys(words, 1))
    places["police"] = 9
    kept = json.loads(words_file(places))["words"]
    assert kept[0] == "police"
    assert sum(len(some) + 1 for some in kept) <= 80_000 < sum(len(word) + 1 for word in words)
