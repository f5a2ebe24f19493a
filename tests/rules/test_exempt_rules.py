from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from panelpapers.reading.regimes import packaged_regime
from panelpapers.records.law import PrivateBusiness
from panelpapers.records.paper import Paper
from panelpapers.records.publication import Records
from panelpapers.rules import exempt as rules
from tests.river_valley import changed, river_valley
from tests.rules.packs import found_by

AGENDA = "meetings/2027-03-31/agenda.yml"
MINUTES = "meetings/2027-03-31/minutes.yml"
TITLE = "title: Staffing of the Panel\n    exempt:"
CASES = [
    (
        "a paragraph that the Schedule does not have",
        AGENDA,
        "[1, 4]",
        "[1, 4, 8]",
        {"exempt-paragraphs": "8 is no paragraph of Schedule 12A.", "exclusion-paragraphs": None},
    ),
    ("paragraph 0", AGENDA, "[1, 4]", "[1, 0]", {"exempt-paragraphs": None, "exclusion-paragraphs": None}),
    ("a paragraph twice", AGENDA, "[1, 4]", "[1, 4, 4]", {"exempt-paragraphs": "4 stands here twice."}),
    (
        "a text",
        AGENDA,
        TITLE,
        f"text: The clerk leaves.\n    {TITLE}",
        {"exempt-text": 'Item 8 is exempt and has "text". Whatever lies here is public.'},
    ),
    ("an editor's note", AGENDA, TITLE, f"correction: The clerk leaves.\n    {TITLE}", {"exempt-text": None}),
    (
        "a file",
        AGENDA,
        TITLE,
        f"attachments:\n      - file: staffing.pdf\n        title: Staffing\n        accessible: yes\n    {TITLE}",
        {"exempt-text": 'Item 8 is exempt and has "attachments". Whatever lies here is public.'},
    ),
    (
        "the resolution is not named, though the item was taken",
        AGENDA,
        "      excluded_by: 16\n",
        "",
        {
            "exclusion-missing": "Item 8 was taken, and does not name the minute that excluded the public.",
            "exclusion-unused": "Minute 16 excluded the public, and no exempt item names it.",
        },
    ),
    (
        "a minute that is not there",
        AGENDA,
        "excluded_by: 16",
        "excluded_by: 160",
        {"exclusion-unused": None},
    ),
    (
        "a minute that did not exclude the public",
        AGENDA,
        "excluded_by: 16",
        "excluded_by: 17",
        {
            "exclusion-unknown": "Minute 17 does not say that it excluded the public.",
            "exclusion-paragraphs": None,
            "exclusion-unused": None,
        },
    ),
    (
        "a minute without a resolution",
        AGENDA,
        "excluded_by: 16",
        "excluded_by: 13",
        {"exclusion-unknown": "Minute 13 holds no resolution.", "exclusion-unused": None},
    ),
    (
        "a resolution that does not name the paragraph",
        AGENDA,
        "[1, 4]",
        "[1, 3]",
        {
            "exclusion-paragraphs": (
                "Item 8 is exempt under paragraph 3, which the resolution that excluded the public does not name."
            )
        },
    ),
    (
        "a minute that tells what was said in private",
        MINUTES,
        "    item: 8\n",
        "    item: 8\n    text: The clerk leaves.\n",
        {"exempt-minute": "Minute 17 tells what was said about item 8, which is exempt."},
    ),
]


def told(records: Records) -> dict[str, str]:
    return {one.code: one.message for one in found_by(rules, records)}


@pytest.mark.parametrize(("title", "file", "typed", "instead", "expected"), CASES, ids=[one[0] for one in CASES])
def test_each_rule_tells_its_case(
    title: str, file: str, typed: str, instead: str, expected: dict[str, str | None], tmp_path: Path
) -> None:
    found = told(changed(tmp_path, file, typed, instead))
    assert set(found) == set(expected), title
    assert {code: found[code] for code, message in expected.items() if message} == {
        code: message for code, message in expected.items() if message
    }


def test_a_kind_is_its_number_without_what_it_is_called(tmp_path: Path) -> None:
    records = changed(tmp_path, AGENDA, "[1, 4]", "[54957, Sections 54956.8 and 54956.9]")
    assert told(under(CALIFORNIA, records)) == {
        "exempt-paragraphs": "Sections 54956.8 and 54956.9 is no section of the California Government Code."
    }


def test_no_resolution_is_asked_for_before_there_are_minutes(tmp_path: Path) -> None:
    records = changed(tmp_path, AGENDA, "      excluded_by: 16\n", "")
    assert told(replace(records, minutes={})) == {}


def test_no_resolution_is_asked_for_where_the_item_was_not_reached(tmp_path: Path) -> None:
    agenda = changed(tmp_path, AGENDA, "      excluded_by: 16\n", "").agendas
    minutes = river_valley().minutes["2027-03-31"]
    shorter = minutes.model_copy(update={"minutes": [one for one in minutes.minutes if one.key < "16"]})
    assert told(replace(river_valley(), agendas=agenda, minutes={"2027-03-31": shorter})) == {}


def test_a_paper_of_an_exempt_item_is_an_error() -> None:
    values = {"title": "Staffing", "kind": "report", "item": "8", "summary": "S", "background_papers": "none"}
    paper = Paper.model_validate({**values, "sections": [{"title": "Posts"}]})
    records = replace(river_valley(), papers={("2027-03-31", "staffing"): paper})
    assert told(records) == {
        "exempt-paper": "This paper is for item 8, which is exempt. Whatever lies here is public."
    }


def test_nothing_is_wrong_with_the_small_panel_nor_with_no_records() -> None:
    assert told(river_valley()) == {}
    assert told(Records()) == {}


REASON = "public_interest: It is about people who can be recognised."
CALIFORNIA = packaged_regime("california-city-council").private
LETTERS = PrivateBusiness.model_validate(
    {
        "cited_as": "letter",
        "kinds": [{"number": "a", "means": "A."}, {"number": "f", "means": "F."}],
        "resolution": "yes",
    }
)


def under(law: PrivateBusiness, records: Records) -> Records:
    """Give records under another law on private business."""
    packaged = {name: regime.model_copy(update={"private": law}) for name, regime in records.packaged.items()}
    return replace(records, packaged=packaged)


def test_kinds_are_sections_and_parts_of_them_where_the_law_has_such(tmp_path: Path) -> None:
    records = changed(tmp_path, AGENDA, "[1, 4]", "[54957.6(a), '54957', 54956.95]")
    assert told(under(CALIFORNIA, records)) == {}
    whole = CALIFORNIA.model_copy(update={"others": False})
    assert told(under(whole, records)) == {
        "exempt-paragraphs": "54956.95 is no section of the California Government Code."
    }


def test_no_resolution_is_asked_for_where_the_law_needs_none(tmp_path: Path) -> None:
    records = changed(tmp_path, AGENDA, "      excluded_by: 16\n", "")
    assert set(told(under(CALIFORNIA, records))) == {"exclusion-unused"}


@pytest.mark.parametrize(
    ("law", "typed", "instead", "message"),
    [
        ("panel", "paragraphs: [1, 4]", "paragraphs: []", "names no paragraph of Schedule 12A"),
        ("panel", REASON, "reason: They leave.", "does not say why the public interest is in keeping it private"),
        ("none", "paragraphs: [1, 4]", "paragraphs: []", None),
        ("none", REASON, "reason: They leave.", None),
        ("California", "paragraphs: [1, 4]", "paragraphs: []", None),
    ],
)
def test_an_exempt_item_says_why_as_the_law_asks(
    law: str, typed: str, instead: str, message: str | None, tmp_path: Path
) -> None:
    """Where no law is stated, any reason will do."""
    records = changed(tmp_path, AGENDA, typed, instead)
    laws = {"none": PrivateBusiness(), "California": CALIFORNIA}
    found = told(under(laws[law], records) if law in laws else records)
    assert found.get("exempt-reasons") == (message and f"Item 8 is exempt and {message}.")


def test_an_exempt_item_without_any_reason_is_an_error_under_any_law(tmp_path: Path) -> None:
    records = changed(tmp_path, AGENDA, f"paragraphs: [1, 4]\n      {REASON}", "paragraphs: []")
    for law in (PrivateBusiness(), CALIFORNIA):
        assert told(under(law, records))["exempt-reasons"] == "Item 8 is exempt and does not say why."


def test_an_exempt_item_without_a_number_is_called_by_its_title(tmp_path: Path) -> None:
    typed = "  - number: 8\n    title: Staffing of the Panel\n    exempt:\n      paragraphs: [1, 4]\n"
    instead = typed.replace("number: 8", "id: staffing").replace("[1, 4]", "[]")
    message = told(changed(tmp_path, AGENDA, typed, instead))["exempt-reasons"]
    assert message == "Item “Staffing of the Panel” is exempt and names no paragraph of Schedule 12A."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("under letters a and f of the section", True),
        ("under letter (f)", True),
        ("under letter a", False),
        ("under letter a, for a lawsuit of f", False),
    ],
)
def test_a_resolution_names_kinds_as_the_law_cites_them(text: str, named: bool, tmp_path: Path) -> None:
    records = changed(tmp_path, AGENDA, "[1, 4]", "[f]")
    minutes = records.minutes["2027-03-31"]
    resolved = [
        minute.model_copy(
            update={"resolutions": [each.model_copy(update={"text": text}) for each in minute.resolutions]}
        )
        for minute in minutes.minutes
    ]
    records = replace(records, minutes={"2027-03-31": minutes.model_copy(update={"minutes": resolved})})
    assert ("exclusion-paragraphs" in told(under(LETTERS, records))) is not named


def test_a_section_is_not_named_by_a_longer_one(tmp_path: Path) -> None:
    text = "under paragraphs 1.2 and 14"
    records = changed(tmp_path, MINUTES, "paragraphs 1 and 4", text.removeprefix("under "))
    assert "exclusion-paragraphs" in told(records)
