"""The budget of a search."""

from __future__ import annotations

import json
import os
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from panelpapers.exports.weighing import MOST, budget_file, words_file


def of_size(path: Path, size: int) -> None:
    path.parent.mkdir(exist_ok=True)
    # Bytes that cannot be compressed.
    path.write_bytes(os.urandom(size))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    sizes = {
        "pagefind.js": 13_000, "pagefind-entry.json": 200, "wasm.en-gb.pagefind": 72_000,
        "wasm.unknown.pagefind": 68_000, "pagefind.en-gb_1.pf_meta": 70_000,
        "index/a.pf_index": 20_000, "index/b.pf_index": 25_000, "index/c.pf_index": 90_000,
        "fragment/a.pf_fragment": 2_000, "fragment/b.pf_fragment": 9_000, "filter/a.pf_filter": 11_000,
    }  # fmt: skip
    for name, size in sizes.items():
        of_size(tmp_path / name, size)
    return tmp_path


def budget(index: Path, **places: int) -> dict[str, Any]:
    return dict(json.loads(budget_file(index, Counter(places))))


def test_what_is_always_loaded_is_taken_off_once(index: Path) -> None:
    assert budget(index)["left"] == MOST - 13_000 - 200 - 72_000 - 70_000


def test_words_texts_and_filters_have_their_weight(index: Path) -> None:
    told = budget(index)
    assert (told["word"], told["text"], told["filter"]) == (25_000, 9_000, 11_000)


def test_words_that_are_not_rare_are_weighed_by_their_beginning(index: Path) -> None:
    heavy = budget(index, report=20_000, reports=10_000, theft=900, meet=5_000)["words"]
    assert heavy == {"repor": 42_000, "meet": 7_000}


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
