"""Of business that comes back at every meeting, what is nearest is named."""

from __future__ import annotations

from collections import Counter
from datetime import time

import pytest

from panelpapers.facts.business import Connections, matters_of
from panelpapers.records.actions import PanelRecommendation, Undertaking
from panelpapers.records.agenda import Agenda
from panelpapers.records.meeting import Meeting
from panelpapers.records.minutes import Minute, Minutes
from panelpapers.records.paper import Paper
from panelpapers.records.publication import Records

MONTHS = [f"2027-{month:02}-10" for month in range(1, 13)]
AGENDA = Agenda.model_validate({"items": [{"number": "1", "title": "Patrols", "matter": "patrols"}]})
RECORDS = Records(agendas=dict.fromkeys(MONTHS, AGENDA))


def named(meeting_id: str) -> list[int]:
    """Give the months of the meetings that are named at one."""
    near = Connections(RECORDS).same_business(["patrols"], meeting_id, "item", "1")
    return [int(one.meeting_id[5:7]) for one in near]


def test_four_before_and_four_after_are_named() -> None:
    assert named("2027-06-10") == [2, 3, 4, 5, 7, 8, 9, 10]
    assert named("2027-01-10") == [2, 3, 4, 5]
    assert named("2027-12-10") == [8, 9, 10, 11]


def test_nothing_is_named_of_no_matter() -> None:
    assert Connections(RECORDS).same_business([], "2027-06-10", "item", "1") == ()


def test_a_matter_knows_all_that_says_it_is_about_it() -> None:
    """A decision of a minute about another matter, a second matter of an item, a paper, what it asks for."""
    item = {"number": "9", "title": "Programme", "matter": "programme, group"}
    decision = {"numeral": "ii", "text": "T", "short": "S", "matter": "group"}
    minute = {"number": "921", "title": "Crime", "matter": "crime", "resolutions": [decision]}
    asked = [{"numeral": "iv", "text": "T", "matter": ["group", "group"]}, {"text": "T"}]
    section = {"title": "S", "paragraphs": []}
    paper = {"title": "Terms", "kind": "report", "item": "9", "summary": "S", "background_papers": "none"}
    sent = {"id": "data", "meeting": "2027-03-10", "matter": "group", "text": "T", "made_under": "U"}
    records = Records(
        agendas={"2027-02-10": Agenda.model_validate({"items": [item]})},
        minutes={"2027-01-10": Minutes.model_validate({"minutes": [minute]})},
        papers={
            ("2027-02-10", "terms"): Paper.model_validate(
                {**paper, "matter": "group", "recommendations": asked, "sections": [section]}
            )
        },
        recommendations={"data": PanelRecommendation.model_validate(sent)},
    )
    connections = Connections(records)
    assert [(one.meeting_id[5:7], one.kind, one.key, one.label) for one in connections.by_matter["group"]] == [
        ("01", "resolution", "921", "921 (ii)"),
        ("02", "item", "9", "9"),
        ("02", "paper", "9", ""),
        ("02", "recommendation", "9", "iv"),
        ("03", "panel recommendation", "", ""),
    ]
    assert [one.kind for one in connections.by_matter["programme"]] == ["item"]
    assert [one.kind for one in connections.by_matter["crime"]] == ["minute"]
    near = connections.same_business(["programme", "group"], "2027-02-10", "item", "9")
    assert [one.kind for one in near] == ["resolution", "paper", "recommendation", "panel recommendation"]


def test_a_decision_is_about_the_matters_of_its_minute_and_its_own() -> None:
    decision = {"text": "T", "short": "S", "matter": "group, crime"}
    minute = Minute.model_validate({"number": "921", "title": "Crime", "matter": "crime", "resolutions": [decision]})
    assert matters_of(minute, minute.resolutions[0]) == ("crime", "group")
    said = Undertaking.model_validate({"id": "more", "text": "T", "owner": "O"})
    assert matters_of(minute, said) == ("crime",)


def test_the_meetings_around_one() -> None:
    records = Records(meetings=dict.fromkeys(MONTHS[:3], Meeting()))
    around = Connections(records).meeting_around
    assert [around(one) for one in MONTHS[:3]] == [(None, MONTHS[1]), (MONTHS[0], MONTHS[2]), (MONTHS[1], None)]


def test_the_meetings_around_each_are_found_without_going_through_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = [f"{year}-{month:02}-01" for year in range(2000, 2020) for month in range(1, 13)]
    records = Records(meetings=dict.fromkeys(days, Meeting()))
    assert records.meetings_of
    asked, moment = Counter[str](), Records.moment

    def counted(records: Records, day: str) -> tuple[str, time, str]:
        asked[day] += 1
        return moment(records, day)

    monkeypatch.setattr(Records, "moment", counted)
    around = [Connections(records).meeting_around(day) for day in days]
    assert around[1:-1] == [*zip(days, days[2:], strict=False)]
    assert asked.total() < 20 * len(days)


def test_business_of_two_meetings_on_a_day_is_in_the_order_in_which_they_start() -> None:
    minutes = Minutes(minutes=[Minute(number="1", title="The quay", matter=["quay"])])
    meetings = {"2026-03-04": Meeting(starts=time(19)), "2026-03-04-annual": Meeting(starts=time(18))}
    records = Records(meetings=meetings, minutes=dict.fromkeys(meetings, minutes))
    of_matter = Connections(records).by_matter["quay"]
    assert [business.meeting_id for business in of_matter] == ["2026-03-04-annual", "2026-03-04"]
