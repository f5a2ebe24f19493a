"""What the records say did not happen is told where something else in them shows that it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.rules.agendas import minute_without_item
from panelpapers.rules.minutes import said_both_ways
from tests.river_valley import changed, river_valley

MARCH, JANUARY = "meetings/2027-03-31/", "meetings/2027-01-20/"
PRESENT, PATROLS = "present:\n  - person: bo", "    title: Patrols\n"
CASES = [
    (f"{JANUARY}minutes.yml", PRESENT, f"taken: no\n{PRESENT}", "Attendance was not taken, and members are listed."),
    (
        f"{MARCH}minutes.yml",
        "questions:\n",
        "no_questions: yes\nquestions:\n",
        "The public asked no question, and questions are listed.",
    ),
    (
        f"{MARCH}minutes.yml",
        "    item: 7\n",
        "    item: 7\n    not_on_agenda: yes\n",
        "Minute 13 was not on the agenda, and has an item.",
    ),
    (
        f"{MARCH}agenda.yml",
        PATROLS,
        f"{PATROLS}    not_taken: not reached\n",
        "Item 3 was not reached, and minute 14 is about it.",
    ),
    (
        f"{MARCH}meeting.yml",
        "state: held",
        "state: not known",
        "It is not known whether this meeting took place, and its minutes are here.",
    ),
]


@pytest.mark.parametrize(("file", "typed", "instead", "message"), CASES, ids=[case[-1] for case in CASES])
def test_it_is_told_at_the_line_that_denies_it(
    file: str, typed: str, instead: str, message: str, tmp_path: Path
) -> None:
    (problem,) = said_both_ways(Dossier(changed(tmp_path, file, typed, instead)))
    assert problem.message == message
    assert problem.place.file.endswith(file)
    line = Path(tmp_path / "data" / file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert any(denied in line for denied in ("taken", "no_questions", "not_on_agenda", "not known"))


def test_an_item_that_was_deferred_may_have_a_minute_that_says_so(tmp_path: Path) -> None:
    records = changed(tmp_path, f"{MARCH}agenda.yml", PATROLS, f"{PATROLS}    not_taken: deferred\n")
    assert list(said_both_ways(Dossier(records))) == []
    assert list(said_both_ways(Dossier(river_valley()))) == []


def test_a_minute_of_business_that_was_not_on_the_agenda_needs_no_item(tmp_path: Path) -> None:
    typed = "    item: 7\n"
    without = changed(tmp_path / "without", f"{MARCH}minutes.yml", typed, "")
    assert [problem.code for problem in minute_without_item(Dossier(without))] == ["minute-without-item"]
    said = changed(tmp_path / "said", f"{MARCH}minutes.yml", typed, "    not_on_agenda: yes\n")
    assert list(minute_without_item(Dossier(said))) == []
