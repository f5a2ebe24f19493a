"""What the rules find in whole packs, by kind, as Word and as PDF."""

from __future__ import annotations

import pytest

from tests.importing.packs import NAMES, imported, truth
from tests.importing.scoring import KINDS, score

LEAST = {"docx": 1.0, "pdf": 0.95}
"""Which share of each kind must be found."""


@pytest.mark.parametrize("kind", LEAST)
@pytest.mark.parametrize("name", NAMES)
def test_finds_all_of_each_kind(name: str, kind: str) -> None:
    found = score(truth(name), imported(name, kind).drafts)

    assert all(found.share(told) >= LEAST[kind] for told in KINDS), "\n".join(found.lines())


@pytest.mark.parametrize("name", NAMES)
def test_invents_nothing_beside_it(name: str) -> None:
    found = score(truth(name), imported(name, "docx").drafts)

    assert not any(found.extra.values()), "\n".join(found.lines())


def test_a_score_counts_what_is_missed() -> None:
    found = score(truth(NAMES[0]), [])

    assert {found.share(told) for told in KINDS if found.total[told]} == {0.0}


@pytest.mark.parametrize("kind", LEAST)
@pytest.mark.parametrize("name", NAMES)
def test_every_word_has_one_fate(name: str, kind: str) -> None:
    account = imported(name, kind).account
    words = sum(len(part.printed.split()) for part in account.source.leaves())

    assert account.words().total() == words


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("alder-bay-city-council", ["A-2", "B-1", "C-1", "C-2"]),
        ("strathorran-integration-joint-board", ["2.2", "5", "6", "8 b)"]),
        ("wendle-valley-police-panel", ["6", "8", "9"]),
    ],
)
def test_papers_and_trackers_belong_to_their_items(name: str, items: list[str]) -> None:
    drafts = imported(name, "pdf").drafts
    found = [draft.fields.get("item") for draft in drafts if "/papers/" in draft.path or "tracker" in draft.path]

    assert [item for item in found if item] == items
