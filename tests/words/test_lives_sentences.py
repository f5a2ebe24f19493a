from __future__ import annotations

import pytest

from panelpapers.facts.lives import Passed
from panelpapers.records.lives import HandOver, Life
from panelpapers.records.people import Spell
from panelpapers.words import lives as words
from panelpapers.words.tense import Tense
from tests.tern_bay import AFTER

ENDED = Life.model_validate({"until": "2028-03-31", "announced": "2027-06-10", "became": "a, b"})


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("past", "The Board ended on 31 March 2028"),
        ("present", "The Board ends on 31 March 2028"),
        ("future", "The Board is to end on 31 March 2028, as was announced on 10 June 2027"),
    ],
)
def test_an_end_is_a_fact_only_when_it_is_there(when: Tense, said: str) -> None:
    assert words.ending(ENDED, "the Board", when) == said


def test_who_follows_several_or_one() -> None:
    one = ENDED.model_copy(update={"became": ["a"]})
    assert [words.following(life, when) for life in (ENDED, one) for when in ("past", "future")] == [
        "It was followed by",
        "It is to be followed by",
        "It became",
        "It is to become",
    ]


def test_what_is_handed_over_passes_and_what_is_not_became_something() -> None:
    assert words.passing(Passed(AFTER, ("a",), None, named=True), "past") == "passed to"
    assert words.passing(Passed(AFTER, ("a",), None, named=False), "future") == "which is to become"


def test_only_what_is_handed_over_is_taken_on() -> None:
    named, one = (Passed(AFTER, ("a",), None, named=named) for named in (True, False))
    several = Passed(AFTER, ("a", "b"), None, named=False)
    assert [words.taking(passed) for passed in (named, one, several)] == [
        "Taken on by",
        "Body that follows",
        "Bodies that follow",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "All that is open"),
        ({"what": ["actions", "deferred items"]}, "Actions and deferred items"),
        ({"actions": ["2027-05-12-7-b"]}, "1 action"),
    ],
)
def test_what_is_handed_over_has_a_name(typed: dict[str, object], said: str) -> None:
    assert words.given(HandOver.model_validate({"to": "a", **typed})) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, ""),
        ({"begins": "2026-05-13"}, "from 13 May 2026"),
        ({"ends": "2027-05-11"}, "until 11 May 2027"),
        ({"begins": "2026-05-13", "ends": "2027-05-11"}, "from 13 May 2026 to 11 May 2027"),
    ],
)
def test_when_an_office_was_held(typed: dict[str, str], said: str) -> None:
    assert words.spell(Spell.model_validate(typed)) == said
