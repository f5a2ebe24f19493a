"""Which resolutions ask for nothing by their own words, and which fields of minutes need not be typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.noted import asks_for_nothing
from panelpapers.records.actions import PanelRecommendation, Undertaking
from panelpapers.records.minutes import Minute, Resolution
from panelpapers.records.people import Person
from panelpapers.records.publication import UNNAMED, Records
from panelpapers.records.regime import NOTHING_STATED, Noting, Words
from tests.rules.packs import problems_with

CASES = YAML(typ="safe").load(Path(__file__).parent.parent / "cases" / "noted.yml")
GERMAN = Noting(
    said=["… wird/werden zur Kenntnis genommen"], articles=["der", "die", "das"], joins=["und"], unless=[]
)
SAYING = "minutes:\n  - number: 921\n    title: The path\n    resolutions:\n"


def _nothing(text: str, noting: Noting | None = None, **more: object) -> bool:
    resolution = Resolution.model_validate({"text": text, **more})
    minute = Minute(number="1", title="The path", resolutions=[resolution])
    regime = NOTHING_STATED.model_copy(update={"words": Words(noting=noting)})
    records = replace(Records(), packaged={UNNAMED: regime})
    records._known[UNNAMED] = regime
    return asks_for_nothing(resolution, minute, "2026-01-05", records)


@pytest.mark.parametrize("text", CASES["asks for nothing"])
def test_what_is_only_noted_asks_for_nothing(text: str) -> None:
    assert _nothing(text)
    assert not _nothing(text, recommends_to="The Board")


@pytest.mark.parametrize("text", CASES["may ask for something"])
def test_what_may_ask_for_something_is_left_to_an_editor(text: str) -> None:
    assert not _nothing(text)


def test_the_words_are_those_of_the_regime() -> None:
    assert [_nothing(text, GERMAN) for text in CASES["in German"]] == [True]
    assert [_nothing(text, GERMAN) for text in CASES["in German, and may ask for something"]] == [False, False]


def test_what_excludes_the_public_asks_for_nothing() -> None:
    text = "The public is excluded from item 5."
    resolution = Resolution(text=text)
    for more, nothing in (({"excludes_public": True}, True), ({}, False)):
        minute = Minute.model_validate({"number": "1", "title": "Private", "resolutions": [resolution], **more})
        assert asks_for_nothing(resolution, minute, "2026-01-05", Records()) is nothing


@pytest.mark.parametrize(
    ("resolution", "codes"),
    [
        ("text: The Panel noted the report.", []),
        ("text: A letter is to be sent.", ["resolution-without-action"]),
        ("text: A letter is to be sent.\n        action: {owner: the Clerk}", []),
        (f"text: {'The Panel noted ' + 'the report, ' * 23}letter.", []),  # of 50 words
        (f"text: {'The Panel noted ' + 'the report, ' * 23}long letter.", ["no-short"]),
        ("text: The Panel noted the *report*.", ["no-short"]),
        (
            "text: |\n          The Panel noted this.\n\n          It noted that.",
            ["no-short", "resolution-without-action"],
        ),
        ("text: The Panel noted the *report*.\n        short: It was noted.", []),
    ],
)
def test_a_resolution_needs_no_more_than_its_text(resolution: str, codes: list[str], tmp_path: Path) -> None:
    found = problems_with({"meetings/2025-11-17/minutes.yml": f"{SAYING}      - {resolution}\n"}, tmp_path)
    told = {problem.code for problem in found if problem.code in ("no-short", "resolution-without-action")}
    assert sorted(told) == codes


def test_ids_are_made_where_none_is_typed() -> None:
    text = "The Director would send a list of all streets that are to be paved."
    made, typed = Undertaking(text=text, owner="x"), Undertaking(id="streets", text=text, owner="x")
    assert (made.id, made.name) == (
        "the-director-would-send-a-list-of-all-streets-that-are-to-be",
        "The Director would send a list of all streets that are to be",
    )
    assert (typed.id, typed.name) == ("streets", "streets")
    assert Person(name="Zoë O’Brien", role="Member").id == "zoe-o-brien"
    assert PanelRecommendation(meeting="2026-01-05", text="Pave it.", made_under="The Act").id == "pave-it"


def test_where_no_id_can_be_made_one_is_asked_for(tmp_path: Path) -> None:
    people = "people:\n  - name: Ann Moor\n    role: Member\n  - name: Ann Moor\n    role: Clerk\n"
    assert "repeated-id" in {problem.code for problem in problems_with({"people.yml": people}, tmp_path / "two")}
    strange = people + "  - name: 王\n    role: Member\n"
    (told,) = [one for one in problems_with({"people.yml": strange}, tmp_path) if one.code == "id-form"]
    assert (told.place.line, told.message) == (6, 'There is no "id", and none can be made of "name".')
