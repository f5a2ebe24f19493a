"""Records as they had been told by a day: nothing of later, and nothing that names what is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from panelpapers.facts.as_of import REGISTERS, as_of, nothing_told
from panelpapers.facts.dossier import Dossier
from panelpapers.records.actions import PanelRecommendation
from panelpapers.records.indicator import Indicator
from panelpapers.records.marks import Refers
from panelpapers.records.minutes import Correction
from panelpapers.records.people import Person, Term
from panelpapers.records.publication import Records
from panelpapers.records.walk import walk
from tests.first_publication import first_publication
from tests.river_valley import river_valley

MARCH, JUNE = "2027-03-31", "2027-06-02"
DAYS = [date(2027, 3, day) for day in (1, 21, 22, 23, 24, 28, 29, 30, 31)] + [date(2027, 4, 11), date(2027, 4, 12)]


def test_records_that_all_were_told_are_given_as_they_are() -> None:
    assert as_of(river_valley(), date(2027, 4, 12)) is river_valley()
    dossier = Dossier(river_valley())
    assert dossier.on(date(2027, 4, 12)) is dossier
    assert dossier.on(date(2027, 4, 11)) is dossier.on(date(2027, 4, 11))


@pytest.mark.parametrize(("day", "told"), [(date(2027, 3, 21), False), (date(2027, 3, 22), True)])
def test_before_the_first_paper_nothing_was_told(day: date, told: bool) -> None:
    assert nothing_told(river_valley(), day) is not told


def test_records_that_nothing_dates_are_there_on_every_day() -> None:
    undated = Records(panel=river_valley().panel, meetings=river_valley().meetings)
    undated = replace(
        undated, meetings={name: one.model_copy(update={"announced": None}) for name, one in undated.meetings.items()}
    )
    assert not nothing_told(undated, date(2000, 1, 1))
    assert as_of(undated, date(2000, 1, 1)).meetings.keys() == undated.meetings.keys()


@pytest.mark.parametrize("day", DAYS)
def test_no_day_names_what_is_not_there(day: date) -> None:
    for records in (river_valley(), first_publication()):
        left = as_of(records, day)
        missing = [
            (held.field.name, held.value)
            for _, _, record in left.every()
            for held in walk(record)
            if (refers := held.field.mark(Refers)) and held.value not in getattr(left, refers.register)
        ]
        assert missing == []


@pytest.mark.parametrize(
    ("day", "papers", "agendas", "minutes"),
    [
        (date(2027, 3, 23), 0, 1, 1),
        (date(2027, 3, 24), 1, 1, 1),
        (date(2027, 3, 30), 1, 1, 1),
        (date(2027, 3, 31), 1, 1, 2),
        (date(2027, 4, 12), 1, 2, 2),
    ],
)
def test_documents_come_on_their_days(day: date, papers: int, agendas: int, minutes: int) -> None:
    left = as_of(river_valley(), day)
    assert (len(left.papers), len(left.agendas), len(left.minutes)) == (papers, agendas, minutes)


def test_changes_of_an_agenda_come_on_their_days() -> None:
    for day, numbers, withdrawn in ((28, "1234568", False), (29, "12345678", True)):
        items = as_of(river_valley(), date(2027, 3, day)).agendas[MARCH].items
        assert [item.number for item in items] == list(numbers)
        assert bool(items[3].withdrawn) is withdrawn


def test_a_meeting_is_told_when_it_is_announced_or_named() -> None:
    records = river_valley()
    assert JUNE in as_of(records, date(2027, 3, 22)).meetings
    assert JUNE not in as_of(with_meeting(records, announced=None), date(2027, 3, 22)).meetings
    assert JUNE in as_of(with_meeting(records, announced=None), date(2027, 4, 12)).meetings
    undated = records.agendas[JUNE].model_copy(update={"published": None})
    draft = replace(with_meeting(records, announced=None), agendas={**records.agendas, JUNE: undated}, minutes={})
    assert JUNE in as_of(draft, date(2027, 4, 12)).meetings, "a draft of its agenda hides no meeting"
    assert JUNE not in as_of(draft, date(2027, 4, 12)).agendas


def test_no_meeting_was_held_before_its_day_is_over() -> None:
    held = with_meeting(river_valley(), state="held")
    assert as_of(held, date(2027, 6, 2)).meetings[JUNE].state == "planned"
    assert as_of(held, date(2027, 6, 3)).meetings[JUNE].state == "held"


def test_who_is_told_of_later_is_not_there() -> None:
    left = as_of(river_valley(), date(2027, 2, 27))
    assert "di-hart" not in left.people
    assert left.people["cy-moss"].terms[0].ends is None
    assert as_of(river_valley(), date(2027, 2, 28)).people["cy-moss"].terms[0].ends == date(2027, 2, 28)
    assert "di-hart" in as_of(river_valley(), date(2027, 3, 22)).people


def test_figures_come_with_the_paper_that_gives_them() -> None:
    def point(period: str, value: str, **more: Any) -> dict[str, Any]:
        return {"period": period, "value": value, **more}

    early, late = {"title": "A", "meeting": "2027-01-20"}, {"title": "Patrols", "meeting": MARCH}
    given = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": early}
    one = Indicator.model_validate({**given, "points": [point("2025", "1"), point("2026", "2", source=late)]})
    other = Indicator.model_validate({**given, "source": late, "points": [point("2025", "1")], "base": "one"})
    records = replace(river_valley(), indicators={"one": one, "other": other})
    left = as_of(records, date(2027, 2, 1)).indicators
    assert [str(figure.value) for figure in left["one"].points] == ["1"]
    assert "other" not in left
    assert as_of(records, date(2027, 4, 12)).indicators == records.indicators


def test_corrections_and_answers_come_later_than_what_they_are_of() -> None:
    made = PanelRecommendation.model_validate(
        {"id": "a", "meeting": "2027-01-20", "text": "T", "made_under": "L", "sent": "2027-02-01"}
        | {"answered": "2027-04-01", "answer": "Yes."}
    )
    corrected = (
        river_valley()
        .minutes["2027-01-20"]
        .model_copy(update={"corrections": [Correction(minute="1", was="A", now="B")]})
    )
    records = replace(
        river_valley(),
        recommendations={"a": made},
        minutes={**river_valley().minutes, "2027-01-20": corrected},
    )
    before, after = as_of(records, date(2027, 3, 30)), as_of(records, date(2027, 4, 1))
    assert (before.recommendations["a"].answer, after.recommendations["a"].answer) == (None, "Yes.")
    assert [len(left.minutes["2027-01-20"].corrections) for left in (before, after)] == [0, 1]


def test_what_must_not_be_read_stays_withdrawn_on_the_days_before() -> None:
    records = river_valley()
    for removed in (False, True):
        paper = records.papers[MARCH, "patrols"]
        why = paper.withdrawn
        assert why
        taken = paper.model_copy(
            update={"withdrawn": why.model_copy(update={"removed": removed, "on": date(2027, 5, 1)})}
        )
        left = as_of(replace(records, papers={(MARCH, "patrols"): taken}), date(2027, 3, 31))
        assert bool(left.papers[MARCH, "patrols"].withdrawn) is removed


def test_an_entry_that_nothing_names_has_no_day() -> None:
    nobody = Person(id="nobody", name="No Body", role="Officer")
    records = replace(river_valley(), people={**river_valley().people, "nobody": nobody})
    assert "nobody" in as_of(records, date(2027, 3, 22)).people
    term = Term(seat="member", authority="northbank", source="Case", begins=date(2027, 3, 29))
    seated = nobody.model_copy(update={"terms": [term]})
    records = replace(records, people={**records.people, "nobody": seated})
    assert "nobody" not in as_of(records, date(2027, 3, 28)).people
    assert "nobody" in as_of(records, date(2027, 3, 29)).people
    assert set(REGISTERS) < set(Records.__dataclass_fields__)


def with_meeting(records: Records, **values: object) -> Records:
    return replace(records, meetings={**records.meetings, JUNE: records.meetings[JUNE].model_copy(update=values)})
