from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.checking import rules_of
from panelpapers.records.publication import Records
from panelpapers.rules import agendas as rules
from tests.river_valley import changed, river_valley
from tests.rules.packs import found_by

AGENDA = "meetings/2027-03-31/agenda.yml"
MINUTES = "meetings/2027-03-31/minutes.yml"
URGENT = "    urgent:\n      reason: The closure cannot wait for the June meeting.\n      agreed_by: the Chair\n"
CASES = [
    (
        "withdrawn after the meeting",
        AGENDA,
        "on: 2027-03-29\n      reason: The report",
        "on: 2027-04-29\n      reason: The report",
        "changed-after-meeting",
        "Item 4 was withdrawn on 2027-04-29, after the meeting of 2027-03-31.",
    ),
    (
        "withdrawn before it was added",
        AGENDA,
        "    withdrawn:\n      on: 2027-03-29\n",
        "    added:\n      on: 2027-03-30\n      reason: Asked for.\n    withdrawn:\n      on: 2027-03-29\n",
        "withdrawn-before-added",
        "Item 4 was withdrawn on 2027-03-29, and added on 2027-03-30.",
    ),
    (
        "added late and not urgent",
        AGENDA,
        URGENT,
        "",
        "added-late",
        "Item 7 was added on 2027-03-29, later than 2027-03-25, the last day that is in time.",
    ),
    (
        "withdrawn and taken",
        MINUTES,
        "item: 3\n",
        "item: 4\n",
        "withdrawn-and-taken",
        "Minute 14 is about item 4, which was withdrawn.",
    ),
    (
        "a minute without an item",
        MINUTES,
        "    item: 3\n",
        "",
        "minute-without-item",
        "Minute 14 names no agenda item, as the other minutes do.",
    ),
    (
        "corrections that no meeting made",
        MINUTES,
        "    confirms: 2027-01-20\n",
        "",
        "correction-unconfirmed",
        "These minutes have corrections, and no minute of a later meeting confirms them.",
    ),
]


def told(records: Records) -> list[tuple[str, str]]:
    """Give what is told, but for items that lose their minute by what a case changes."""
    found = found_by([rule for rule in rules_of(rules, "dossier") if rule is not rules.item_without_minute], records)
    return [(one.code, one.message) for one in found]


def left_out(records: Records) -> list[str]:
    return [one.message for one in found_by(rules.item_without_minute, records)]


@pytest.mark.parametrize(
    ("file", "typed", "instead", "items"),
    [
        (MINUTES, "    item: 5\n", "    item: 5\n", ""),  # 6 was not reached
        (MINUTES, "    item: 5\n", "    item: 6\n", "5"),
        (MINUTES, "    item: 5\n", "    item: 3\n", "5"),
        (AGENDA, "    not_taken: not reached\n", "", "6"),
        (AGENDA, "    withdrawn:\n      on: 2027-03-29\n      reason: The report is not ready.\n", "", "4"),
        (MINUTES, "minutes:\n", "only: The decisions alone are known.\nminutes:\n", ""),
    ],
)
def test_items_that_no_minute_names_are_listed_once(
    file: str, typed: str, instead: str, items: str, tmp_path: Path
) -> None:
    expected = [f"No minute names these items of the agenda: {items}."] if items else []
    assert left_out(changed(tmp_path, file, typed, instead)) == expected


CORRECTION = "    was: There were 14 patrols in December 2026.\n    now: There were 40 patrols in December 2026.\n"


@pytest.mark.parametrize(
    ("was", "now", "fact"),
    [
        ("There were 14 patrols.", "There were 40 patrols in December 2026.", ""),
        ("There were 14 PATROLS…", '"there were 40 **patrols**"', ""),  # signs and capitals make no difference
        ("The moon is made of cheese.", "There were 40 patrols in December 2026.", "has nothing to do with"),
        ("There were 40 patrols in December 2026.", "There were 14 patrols.", "is what it says still"),
        ("There were 14 patrols.", "There were 41 patrols.", "is not in it, nor is what it is to say now"),
    ],
)
def test_a_correction_is_held_against_the_minute(was: str, now: str, fact: str, tmp_path: Path) -> None:
    records = changed(
        tmp_path, "meetings/2027-01-20/minutes.yml", CORRECTION, f"    was: '{was}'\n    now: '{now}'\n"
    )
    found = [one for one in told(records) if one[0] == "correction-not-made"]
    assert [fact in message for _, message in found] == ([True] if fact else [])


def test_a_minute_without_a_text_cannot_be_held_against_its_correction(tmp_path: Path) -> None:
    minute = (
        "    text: There were 40 patrols in December 2026.\n    resolutions:\n"
        "      - text: The Panel noted the report.\n"
    )
    records = changed(tmp_path, "meetings/2027-01-20/minutes.yml", minute, "")
    assert "correction-not-made" not in dict(told(records))


@pytest.mark.parametrize(
    ("title", "file", "typed", "instead", "code", "message"), CASES, ids=[one[0] for one in CASES]
)
def test_each_rule_tells_its_case(
    title: str, file: str, typed: str, instead: str, code: str, message: str, tmp_path: Path
) -> None:
    assert told(changed(tmp_path, file, typed, instead)) == [(code, message)], title


def test_nothing_is_wrong_with_the_small_panel_nor_with_no_records() -> None:
    assert told(river_valley()) == []
    assert told(Records()) == []


def test_an_item_added_in_time_needs_no_urgency(tmp_path: Path) -> None:
    typed = f"      on: 2027-03-29\n      reason: The bridge was closed on 28 March 2027.\n{URGENT}"
    instead = "      on: 2027-03-25\n      reason: The bridge is to be closed.\n"
    assert told(changed(tmp_path, AGENDA, typed, instead)) == []
