"""What follows from the numbers of a vote, and who voted how. The cases are in tests/cases/votes.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.votes import contradiction, decided, vote_on
from panelpapers.records.votes import Votes
from tests.hartwell import hartwell

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "votes.yml")
MARCH = "2026-03-16"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_follows(case: dict[str, Any]) -> None:
    votes = Votes.model_validate(_as_typed(case["votes"]))
    assert decided(votes) == (None if case["follows"] == "nothing" else case["follows"])
    assert {result: contradiction(votes, result) for result in case.get("fits", ())} == dict.fromkeys(
        case.get("fits", ())
    )
    assert all(contradiction(votes, result) for result in case.get("contradicts", ()))
    assert contradiction(votes, None) is None


def _as_typed(value: Any) -> Any:
    """Give what a file holds as text, as it is typed."""
    return {name: _as_typed(within) for name, within in value.items()} if isinstance(value, dict) else str(value)


def test_votes_stand_with_the_latest_meeting_first() -> None:
    found = [(vote.meeting_id, str(vote.minute.number), type(vote.on).__name__) for vote in Dossier(hartwell()).votes]
    assert found == [
        ("2026-05-11", "110", "Minute"),
        ("2026-05-11", "111", "Motion"),
        ("2026-05-11", "112", "Motion"),
        (MARCH, "101", "Motion"),
        (MARCH, "101", "Motion"),
        (MARCH, "101", "Resolution"),
    ]


def test_how_one_member_voted() -> None:
    votes = Dossier(hartwell()).votes
    stands = [stand for vote in votes if (stand := vote.stand_of("cy-cole"))]
    assert [(stand.side, stand.candidate) for stand in stands] == [("recused", None)]
    stands = [stand for vote in votes if (stand := vote.stand_of("bo-birch"))]
    assert [(stand.side, stand.candidate) for stand in stands] == [("for", "ann-ash"), ("for", None)]
    assert not any(vote.stand_of("gil-gorse") for vote in votes)


def test_a_resolution_was_voted_on_by_itself_or_as_the_motion_that_it_comes_from() -> None:
    minute = hartwell().minutes[MARCH].minutes[0]
    first, second = (vote_on(MARCH, minute, resolution) for resolution in minute.resolutions)
    assert first
    assert second
    assert first.on is minute.motions[0]
    assert second.on is minute.resolutions[1]
    alone = minute.resolutions[0].model_copy(update={"from_": None})
    assert vote_on(MARCH, minute, alone) is None


def test_a_motion_is_about_what_its_resolution_is_about() -> None:
    minute = hartwell().minutes[MARCH].minutes[0]
    resolution = minute.resolutions[0].model_copy(update={"matter": ["market"]})
    changed = minute.model_copy(update={"resolutions": [resolution]})
    vote = vote_on(MARCH, changed, resolution)
    assert vote
    assert vote.matters == ("river-path", "market")
