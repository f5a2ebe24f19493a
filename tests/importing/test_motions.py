"""Who moved what, and what became of it, from sentences as bodies write them."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.importing.parts import Part
from panelpapers.importing.rules.motions import motions_in, result_of
from panelpapers.importing.rules.names import names_in
from panelpapers.importing.rules.votes import votes_by_name
from panelpapers.importing.said import Again, Named, Said, all_of
from panelpapers.importing.sentences import inline_list, sentences


def said(text: str) -> Said:
    return all_of(Part("paragraph", text, 0))


def plain(value: Any) -> Any:
    """Give a tree as plain texts."""
    if isinstance(value, Said):
        return value.text
    if isinstance(value, Again | Named):
        return value.said.text
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return value


def told(text: str) -> list[tuple[Any, ...]]:
    motions = [motion for motion in motions_in(sentences(said(text))) if motion.is_told]
    return [
        (
            plain(motion.text),
            plain(motion.mover),
            plain(motion.seconder),
            motion.result,
            {side: plain(tally) for side, tally in motion.votes.items()},
        )
        for motion in motions
    ]


@pytest.mark.parametrize(
    ("text", "motion"),
    [
        (
            "A motion that the meeting be moved to an evening was put by Cllr O’Dowd and seconded by Ms Farrow-Bell."
            " On being put to the vote the motion was lost, three Members voting for it, four against"
            " and one abstaining.",
            ("that the meeting be moved to an evening", "Cllr O’Dowd", "Ms Farrow-Bell", "lost",
             {"for": 3, "against": 4, "abstained": 1}),
        ),
        (
            "Councillor Oyewole moved that the decision be put off. Councillor Strachan seconded. On a vote of voting"
            " members the motion fell by two votes to four.",
            ("that the decision be put off", "Councillor Oyewole", "Councillor Strachan", "lost",
             {"for": 2, "against": 4}),
        ),
        (
            "Mr. Dole moved, seconded by Ms. Ray, to adopt the budget. The motion passed 5-2-1.",
            ("to adopt the budget", "Mr. Dole", "Ms. Ray", "carried", {"for": 5, "against": 2, "abstained": 1}),
        ),
        (
            "It was proposed by Cllr Ash, seconded by Cllr Beck, that the fee be waived. This was agreed"
            " unanimously.",
            ("that the fee be waived", "Cllr Ash", "Cllr Beck", "carried unanimously", {}),
        ),
        (
            "Council Member Whitcomb moved to raise the cap to 200. The motion died for lack of a second.",
            ("to raise the cap to 200", "Council Member Whitcomb", None, "lapsed", {}),
        ),
        (
            "Motion by Lee, second by Ortiz, to table the item. Ayes: Lee, Ortiz. Noes: Webb. Motion carried.",
            ("to table the item", "Lee", "Ortiz", "carried", {"for": ["Lee", "Ortiz"], "against": ["Webb"]}),
        ),
        (
            "Councillor Roe moved that standing orders be suspended. The motion was withdrawn.",
            ("that standing orders be suspended", "Councillor Roe", None, "withdrawn", {}),
        ),
        (
            "Cllr Ash proposed that the gate be moved. Cllr Beck seconded. The proposal was lost by 4 votes to 2.",
            ("that the gate be moved", "Cllr Ash", "Cllr Beck", "lost", {"for": 2, "against": 4}),
        ),
    ],
)  # fmt: skip
def test_a_motion_is_told_whole(text: str, motion: tuple[Any, ...]) -> None:
    assert told(text) == [motion]


@pytest.mark.parametrize(
    "text",
    [
        "The minute of 23 April 2025 was moved by Ms Thain and seconded by Councillor Strachan.",
        "The family moved to Skerra in 2019.",
        "Nine people spoke: five for the ordinance, three against and one on a tree.",
        "She left and the vote was put off.",
    ],
)
def test_what_is_no_motion_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("AYES: Carrow, Brandvold and Solano", {"for": ["Carrow", "Brandvold", "Solano"]}),
        ("NOES: None", {"against": 0}),
        ("For (2): Cllrs Ash & Beck; Against (1): Cllr Roe", {"for": ["Cllrs Ash", "Beck"], "against": ["Cllr Roe"]}),
        ("Abstentions: 3", {"abstained": 3}),
        ("Absent: Raman-Holt", {"absent": ["Raman-Holt"]}),
        ("For more information: call the clerk", {}),
        ("No: 24", {"against": 24}),
    ],
)
def test_votes_by_name(text: str, votes: dict[str, Any]) -> None:
    assert {side: plain(tally) for side, tally in votes_by_name(said(text)).items()} == votes


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The motion was carried.", "carried"),
        ("The motion was not carried.", "lost"),
        ("It was passed unanimously.", "carried unanimously"),
        ("The motion failed for lack of a second.", "lapsed"),
        ("Members spoke for an hour.", ""),
    ],
)
def test_results(text: str, result: str) -> None:
    assert result_of(text) == result


def test_sentences_do_not_end_with_titles_or_initials() -> None:
    text = "Mr. J. Dole asked about No. 4 St. Mary’s at 5 p.m. on Friday. Col. Ray replied."

    assert [sentence.text for sentence in sentences(said(text))] == [
        text.removesuffix(" Col. Ray replied."),
        "Col. Ray replied.",
    ]


@pytest.mark.parametrize(
    ("text", "before", "entries"),
    [
        (
            "that: (i) it be noted; and (ii) it be sent.",
            "that: ",
            [("(i) ", "it be noted; and"), ("(ii) ", "it be sent.")],
        ),
        ("a) one; b) two; c) three", "", [("a) ", "one;"), ("b) ", "two;"), ("c) ", "three")]),
        ("paragraphs (b) and (c) be left out", "paragraphs (b) and (c) be left out", []),
    ],
)
def test_lists_within_a_text(text: str, before: str, entries: list[tuple[str, str]]) -> None:
    first, found = inline_list(said(text))

    assert first.text == before.strip()
    assert [(number.text, entry.text) for number, entry in found] == [(n.strip(), e) for n, e in entries]


def test_names_in_a_list() -> None:
    assert [name.text for name in names_in(said("Councillors Ash, Beck; Dale and Roe"))] == [
        "Councillors Ash", "Beck", "Dale", "Roe",
    ]  # fmt: skip
