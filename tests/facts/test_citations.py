"""Which papers serve which item, and which paragraphs speak of an indicator or a commitment."""

from __future__ import annotations

from typing import Any

from panelpapers.facts.citations import Citations, Cited, paragraphs
from panelpapers.records.paper import Paper
from panelpapers.records.publication import Records

MEETING = "2027-03-31"


def paper(item: str, order: str = "1", **more: Any) -> Paper:
    typed = {"title": f"Paper of {item}", "kind": "report", "item": item, "order": order, "summary": "S."}
    shape = more or {"sections": section({"number": "1"})}
    return Paper.model_validate({**typed, "background_papers": "none", **shape})


def section(*texts: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"title": "S", "paragraphs": [{"text": "T.", **one} for one in texts]}]


IN_PARTS = paper(
    "3",
    parts=[
        {"id": "a", "title": "Part A", "sections": section({"number": "1", "indicators": ["rate"]})},
        {"id": "b", "title": "Part B", "sections": section({"number": "1", "commitments": ["7"]})},
    ],
)
PLAIN = paper("2", sections=section({"number": "1"}, {"number": "2", "indicators": ["rate"], "commitments": ["7"]}))
CITATIONS = Citations(Records(papers={(MEETING, "parts"): IN_PARTS, (MEETING, "plain"): PLAIN}))


def test_paragraphs_know_their_part() -> None:
    assert [(part, one.number) for part, _, one in paragraphs(IN_PARTS)] == [("a", "1"), ("b", "1")]
    assert [(part, one.number) for part, _, one in paragraphs(PLAIN)] == [(None, "1"), (None, "2")]


def test_an_indicator_and_a_commitment_are_cited_with_the_title_of_the_part() -> None:
    in_part = Cited(MEETING, "parts", "a", "1", "Paper of 3", "Part A")
    plain = Cited(MEETING, "plain", None, "2", "Paper of 2", None)
    assert CITATIONS.by_indicator == {"rate": (in_part, plain)}
    assert [(one.paper_id, one.part_title) for one in CITATIONS.by_commitment[7]] == [
        ("parts", "Part B"),
        ("plain", None),
    ]


def test_papers_are_in_the_order_of_their_items_and_then_as_they_say() -> None:
    papers = {(MEETING, "c"): paper("2", "2"), (MEETING, "d"): paper("2", "1"), (MEETING, "a"): paper("10")}
    found = Citations(Records(papers=papers))
    assert found.by_item == {(MEETING, "2"): ("d", "c"), (MEETING, "10"): ("a",)}
    assert found.by_meeting == {MEETING: ("d", "c", "a")}
