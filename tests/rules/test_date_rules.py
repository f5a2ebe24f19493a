from __future__ import annotations

from typing import Any

import pytest

from panelpapers.reading.regimes import packaged_regime
from panelpapers.records.agenda import Agenda
from panelpapers.records.meeting import Meeting
from panelpapers.records.panel import Panel
from panelpapers.records.paper import Paper
from panelpapers.records.place import Place, TypedMap
from panelpapers.records.programme import StatutoryFunction, WorkProgramme
from panelpapers.records.publication import UNNAMED, Records
from panelpapers.rules.dates import (
    event_reviewed_late,
    provisional_without_why,
    published_late,
    too_many_days,
    unusual_day,
)
from tests.rules.packs import found_by

MEETING = "2026-01-05"


def typed(values: dict[str, Any], file: str = "data/file.yml") -> TypedMap:
    """Give values as reading hands them over, each on a line of its own."""
    made = TypedMap(file, (1, 1, 1))
    for line, (name, value) in enumerate(values.items(), start=1):
        within = typed(value, file) if isinstance(value, dict) else value
        made.put(name, within, (line, 1, 1), (line, len(name) + 3, 1))
    return made


REGIME = "england-police-and-crime-panel"
PACKAGED = {REGIME: packaged_regime(REGIME)}


def panel(counting: str = "clear_working_days", days: str = "5", question_days: str = "4") -> Panel:
    return Panel.model_validate(
        typed(
            {
                "name": "A panel",
                "short_name": "the Panel",
                "area": "An area",
                "regime": REGIME,
                "about": "About",
                "authorities": [],
                "contact": {"role": "Officer", "email": "panel@example.org"},
                "notice_rule": {"days": days, "counting": counting, "authority": "Law"},
                "question_rule": {
                    "who": "Anyone",
                    "about": "Anything",
                    "how": "In writing",
                    "days": question_days,
                    "counting": "calendar_days",
                    "authority": "Rule",
                },
                "edition": {"statement": "S", "made_from": "M"},
            }
        )
    )


def agenda(**more: str) -> Agenda:
    return Agenda.model_validate(typed({"items": [], **more}))


def paper(**more: str) -> Paper:
    values = {"title": "T", "kind": "report", "item": "8", "summary": "S", "background_papers": "none"}
    return Paper.model_validate(typed({**values, "sections": [{"title": "One"}], **more}))


def meeting(**values: str) -> Meeting:
    return Meeting.model_validate(typed(values))


def with_paper(one: Paper, of: Panel | None = None, **more: Any) -> Records:
    meetings = more.pop("meetings", {MEETING: meeting(state="planned")})
    return Records(
        panel=of or panel(), papers={(MEETING, "a-paper"): one}, packaged=PACKAGED, meetings=meetings, **more
    )


def test_a_paper_published_late_without_a_reason_is_an_error_where_it_was_typed() -> None:
    (problem,) = found_by(published_late, with_paper(paper(published="2025-12-24")))
    assert (problem.code, problem.severity) == ("published-late", "error")
    assert problem.place == Place("data/file.yml", 7, len("published") + 3)
    assert problem.message == (
        "This paper was published on 2025-12-24, later than 2025-12-23, the last day that is in time: "
        "5 clear working days before the meeting. Not counted: 2025-12-25 (Christmas Day), 2025-12-26 (Boxing Day), "
        "2025-12-27 (Saturday), 2025-12-28 (Sunday), 2026-01-01 (New Year's Day), 2026-01-03 (Saturday), "
        "2026-01-04 (Sunday)."
    )
    assert "late_reason" in problem.fix


def test_an_agenda_is_held_to_the_same_rule() -> None:
    late = Records(
        panel=panel("clear_days"),
        packaged=PACKAGED,
        meetings={MEETING: meeting(state="planned")},
        agendas={MEETING: agenda(published="2025-12-31")},
    )
    (problem,) = found_by(published_late, late)
    assert problem.message == (
        "This agenda was published on 2025-12-31, later than 2025-12-30, the last day that is in time: "
        "5 clear days before the meeting."
    )
    assert problem.place.line == 2


@pytest.mark.parametrize(
    "records",
    [
        with_paper(paper(published="2025-12-23")),
        with_paper(paper(published="2025-12-30"), panel("clear_days")),
        with_paper(paper(published="2026-01-02", late_reason="The Chair agreed that it is urgent.")),
        with_paper(paper()),
        with_paper(paper(published="2026-01-02"), meetings={MEETING: meeting(state="cancelled")}),
        Records(papers={(MEETING, "a-paper"): paper(published="2026-01-02")}),
        with_paper(paper(published="2026-01-02"), panel(days="500")),
    ],
    ids=["last day", "another rule", "reason given", "date not known", "cancelled", "no panel", "impossible rule"],
)
def test_nothing_is_said_of_a_paper(records: Records) -> None:
    assert found_by(published_late, records) == []


def test_a_number_of_days_that_cannot_be_meant() -> None:
    problems = found_by(too_many_days, Records(panel=panel(days="91", question_days="999999")))
    assert [(one.code, one.place.line) for one in problems] == [("too-many-days", 1), ("too-many-days", 4)]
    assert found_by(too_many_days, Records(panel=panel(days="90", question_days="90"))) == []
    assert found_by(too_many_days, Records()) == []


def test_a_provisional_meeting_says_why() -> None:
    (problem,) = found_by(
        provisional_without_why, Records(meetings={MEETING: meeting(title="T", state="provisional")})
    )
    assert (problem.code, problem.severity, problem.place.line) == ("provisional-why", "error", 2)
    reasoned = meeting(state="provisional", why_provisional="Only after a veto.")
    assert found_by(provisional_without_why, Records(meetings={"a": reasoned, "b": meeting(state="planned")})) == []


@pytest.mark.parametrize(
    ("meeting_id", "state", "name"),
    [
        ("2026-05-25", "planned", "Spring bank holiday"),
        ("2026-04-03", "provisional", "Good Friday"),
        ("2026-06-13", "planned", "a Saturday"),
        ("2026-06-14-visit", "planned", "a Sunday"),
    ],
)
def test_a_meeting_on_an_unusual_day_is_advice(meeting_id: str, state: str, name: str) -> None:
    (problem,) = found_by(
        unusual_day, Records(panel=panel(), packaged=PACKAGED, meetings={meeting_id: meeting(state=state)})
    )
    assert problem.message == f"The meeting of {meeting_id} falls on {name}."
    assert (problem.code, problem.severity) == ("unusual-day", "advice")


def test_an_ordinary_day_and_a_meeting_that_is_over_need_no_advice() -> None:
    meetings = {
        MEETING: meeting(state="planned"),
        "2026-05-25": meeting(state="held"),
        "2026-06-14": meeting(state="cancelled"),
    }
    assert found_by(unusual_day, Records(panel=panel(), packaged=PACKAGED, meetings=meetings)) == []


def precept_at(*meetings: str) -> Records:
    items = [typed({"title": "Precept", "function": "precept", "meeting": one}) for one in meetings]
    programme = WorkProgramme.model_validate(typed({"title": "T", "as_of": MEETING, "about": "A", "items": items}))
    function = StatutoryFunction(id="precept", title="P", about="P", law="L", precept=True)
    packaged = {UNNAMED: packaged_regime("england-police-and-crime-panel")}
    return Records(functions={"precept": function}, programme=programme, packaged=packaged)


@pytest.mark.parametrize(
    ("meetings", "messages"),
    [
        (["2026-02-02", "2026-02-16"], []),
        (["2026-02-08", "2026-02-22"], []),
        (
            ["2026-02-09"],
            [
                "The meeting of 2026-02-09 reviews the precept after 2026-02-08, the last day for it "
                "(Statutory Instrument 2012/2271)."
            ],
        ),
        (
            ["2026-02-02", "2026-02-23"],
            [
                "The meeting of 2026-02-23 reviews the revised precept after 2026-02-22, the last day "
                "for it (Statutory Instrument 2012/2271)."
            ],
        ),
    ],
)
def test_a_review_after_the_report_is_due_is_a_warning(meetings: list[str], messages: list[str]) -> None:
    problems = found_by(event_reviewed_late, precept_at(*meetings))
    assert [one.message for one in problems] == messages
    assert all((one.code, one.severity, one.place.line) == ("event-late", "warning", 2) for one in problems)
