"""What is unfinished on a day: each kind, on the last day on which it is not told and on the first on which it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.unfinished import ROUGH_MINUTES, Unfinished, rough_minutes, unfinished
from panelpapers.records.actions import ActionTracker, PanelRecommendation
from panelpapers.records.agenda import Agenda
from panelpapers.records.indicator import Indicator
from panelpapers.records.meeting import Meeting
from panelpapers.records.minutes import Minutes
from panelpapers.records.panel import Panel
from panelpapers.records.paper import Paper, Withdrawal
from panelpapers.records.people import Person
from panelpapers.records.publication import Records
from panelpapers.words.unfinished import HEADINGS, TO_DO, groups

FIRST, SECOND, THIRD = "2027-01-11", "2027-03-08", "2027-05-10"
PANEL: Final[dict[str, Any]] = {
    "name": "Harbour Panel",
    "short_name": "the Panel",
    "area": "Seaham",
    "about": "A.",
    "edition": {"statement": "S.", "made_from": "M."},
}
NOTICED: Final = Panel.model_validate(
    PANEL | {"notice_rule": {"days": 5, "counting": "clear_days", "authority": "Rule 1"}}
)
DUTY: Final[dict[str, Any]] = {"text": "T.", "short": "S.", "action": {"owner": "the Clerk"}}


def minutes(
    resolutions: list[Mapping[str, Any]] | None = None, of: Mapping[str, Any] | None = None, **more: Any
) -> Minutes:
    minute = {"number": "7", "title": "Roads", "resolutions": resolutions or [], **(of or {})}
    return Minutes.model_validate({"minutes": [minute], **more})


def meetings(*ids: str, **of_last: Any) -> dict[str, Meeting]:
    last = {ids[-1]: of_last}
    return {name: Meeting.model_validate({"state": "held", **last.get(name, {})}) for name in ids}


def found(today: str, **records: Any) -> Unfinished:
    every = {"panel": Panel.model_validate(PANEL), **records}
    return unfinished(Dossier(Records(**every)), date.fromisoformat(today))


def kinds(today: str, **records: Any) -> list[str]:
    return [task.kind for task in found(today, **records).tasks]


CONFIRMED: Final[dict[str, Any]] = {"marked": "confirmed"}
ACTED: Final[dict[str, Any]] = {"meetings": meetings(FIRST, SECOND), "minutes": {FIRST: minutes([DUTY], **CONFIRMED)}}
DUE: Final = minutes([{**DUTY, "action": {"owner": "the Clerk", "due": "2027-02-01"}}], **CONFIRMED)
UPDATE: Final = ActionTracker.model_validate({"updates": [{"action": f"{FIRST}-7", "text": "In hand."}]})
PUT_OFF: Final = minutes(of={"outcome": "deferred", "until": "2027-02-01"}, **CONFIRMED)
QUESTION: Final[dict[str, Any]] = {"id": "lamp", "question": "When?"}
VERSION: Final[dict[str, Any]] = {"kind": "easy read", "address": "https://example.org/", "follows": "2027-01-02"}
CHANGED: Final[dict[str, Any]] = {"changes": [{"on": "2027-01-05", "starts_before": "14:00"}]}
SEAT: Final[dict[str, Any]] = {"seat": "member", "source": "S", "begins": "2020-01-01"}


def asked(**more: str) -> dict[str, Any]:
    of = minutes(questions=[QUESTION | more], **CONFIRMED)
    return {"meetings": meetings(FIRST), "minutes": {FIRST: of}}


def recommended(**more: str) -> dict[str, Any]:
    made = {"id": "lamps", "meeting": FIRST, "text": "T.", "made_under": "U", **more}
    return {"recommendations": {"lamps": PanelRecommendation.model_validate(made)}}


def person(**term: Any) -> dict[str, Any]:
    of = {"id": "ann-ash", "name": "Ann Ash", "role": "Member", "terms": [SEAT | term]}
    return {"people": {"ann-ash": Person.model_validate(of)}}


def documented(accessible: str, **more: Any) -> dict[str, Any]:
    document = {"title": "D", "format": "PDF", "accessible": accessible, **more}
    section = {"title": "S", "paragraphs": []}
    paper = {
        "title": "P",
        "kind": "report",
        "item": "7",
        "summary": "S.",
        "sections": [section],
        "documents": [document],
    }
    return {"papers": {(FIRST, "p"): Paper.model_validate(paper)}}


TESTED: Final[dict[str, Any]] = {"tested": {"by": "The clerk", "on": "2027-01-01", "using": "NVDA"}}


@pytest.mark.parametrize(
    ("records", "before", "told"),
    [
        # Five clear days before 8 March: 3 March is the last one on which it is in time.
        ({"meetings": meetings(SECOND, state="planned"), "panel": NOTICED}, "2027-03-02", ("2027-03-03", "agenda")),
        (
            {"meetings": meetings(FIRST, state="planned"), "agendas": {FIRST: Agenda(items=[])}},
            FIRST,
            ("2027-01-12", "held or not"),
        ),
        ({"meetings": meetings(FIRST, state="not known")}, "2027-01-12", None),
        ({"meetings": meetings(FIRST)}, "2027-01-10", (FIRST, "minutes missing")),
        ({"meetings": meetings(FIRST, state="cancelled")}, "2027-01-12", None),
        ({"meetings": meetings(FIRST, state="provisional")}, None, ("2027-01-11", "draft")),
        ({"minutes": {FIRST: minutes(marked="draft")}, "meetings": meetings(FIRST)}, None, (FIRST, "draft")),
        ({"minutes": {FIRST: minutes()}, "meetings": meetings(FIRST)}, None, (FIRST, "minutes not confirmed")),
        ({"minutes": {FIRST: minutes(**CONFIRMED)}, "meetings": meetings(FIRST)}, FIRST, None),
        (
            {
                "minutes": {FIRST: minutes(), SECOND: minutes(of={"confirms": FIRST}, **CONFIRMED)},
                "meetings": meetings(FIRST, SECOND),
            },
            SECOND,
            None,
        ),
        (ACTED | {"minutes": {FIRST: DUE}}, "2027-02-01", ("2027-02-02", "action overdue")),
        (ACTED | {"trackers": {SECOND: UPDATE}}, "2027-03-07", None),
        (ACTED, "2027-03-07", None),
        (
            {"meetings": meetings(FIRST), "minutes": {FIRST: PUT_OFF}},
            "2027-02-01",
            ("2027-02-02", "business put off"),
        ),
        (asked(answer="Soon."), FIRST, None),
        (asked(), None, (FIRST, "question")),
        (recommended(answered="2027-02-01"), FIRST, None),
        (recommended(), None, (FIRST, "recommendation")),
        (documented("yes", **TESTED), FIRST, None),
        (documented("yes"), None, (FIRST, "document")),
        (documented("not known"), None, (FIRST, "document")),
        (
            {"meetings": meetings(THIRD, state="planned", other_versions=[VERSION], **CHANGED)},
            "2027-01-04",
            ("2027-01-05", "version"),
        ),
        (
            {
                "meetings": meetings(
                    THIRD, state="planned", other_versions=[VERSION | {"follows": "2027-01-05"}], **CHANGED
                )
            },
            "2027-01-06",
            None,
        ),
        (person(ends="2027-03-31"), "2027-01-29", ("2027-01-30", "seat ends")),
        (person(ends="2027-03-31"), "2027-04-01", ("2027-03-31", "seat ends")),
        (person(offices=[{"name": "Chair", "ends": "2027-03-31"}]), "2027-01-29", ("2027-01-30", "seat ends")),
    ],
)
def test_each_kind_is_told_from_its_day_on(
    records: dict[str, Any], before: str | None, told: tuple[str, str] | None
) -> None:
    if before:
        assert kinds(before, **records) == []
    if told:
        assert kinds(told[0], **records) == [told[1]]


def test_an_action_is_asked_about_once_its_body_has_met_again() -> None:
    of_another = ACTED["meetings"] | meetings(THIRD)
    assert kinds(SECOND, **ACTED) == ["minutes missing", "action not reported"]
    assert kinds("2027-03-08", **ACTED | {"trackers": {SECOND: UPDATE}}) == ["minutes missing"]
    assert kinds(THIRD, **ACTED | {"meetings": of_another}).count("action not reported") == 1


def indicator(*points: Any, **more: Any) -> dict[str, Any]:
    typed = [
        {"period": period, "value": str(at)} if isinstance(period, str) else period
        for at, period in enumerate(points)
    ]
    base = {"title": "I", "measure": "m", "place": "P", "unit": "count", "definition": "D."}
    source = {"title": "S", "published": "2027-02-10"}
    made = Indicator.model_validate({**base, "source": source, "points": typed, **more})
    return {"indicators": {"i": made}}


@pytest.mark.parametrize(
    ("records", "before", "told"),
    [
        # The last quarter ended on 31 December and came 41 days later; the next ends on 31 March.
        (indicator("quarter 3 of 2026", "quarter 4 of 2026"), "2027-05-11", "2027-05-12"),
        # Most are a year apart, and one was two.
        (indicator("2022", "2024", "2025", "2026"), "2028-02-10", "2028-02-11"),
        # Of two lengths that are as common, the longer counts.
        (indicator("2023", "2025", "2026"), "2029-02-10", "2029-02-11"),
        # A year ending every quarter.
        (indicator("year ending September 2026", "year ending December 2026"), "2027-05-11", "2027-05-12"),
        (indicator("2026"), "2040-01-01", None),
        (indicator("2025", {"period": "2026", "value": "2", "statuses": ["forecast"]}), "2040-01-01", None),
        # Nobody gives a figure every 31 months, and a year is no month.
        (indicator("March 2023", "October 2025"), "2040-01-01", None),
        (indicator("2025", "year ending June 2026"), "2040-01-01", None),
        # Without a day of the paper, as late as the end of the period after.
        (indicator("2025", "2026", source={"title": "S"}), "2028-12-31", "2029-01-01"),
        # What the paper says is not there yet is asked for when its period is over.
        (indicator({"period": "March 2027", "why": "not yet collected"}, "2026"), "2027-03-31", "2027-04-01"),
        (indicator({"period": "March 2027", "statuses": ["suppressed"]}, "2026"), "2040-01-01", None),
        (indicator({"period": "March 2027", "statuses": ["not available"]}, "2026"), "2040-01-01", None),
    ],
)
def test_a_figure_is_asked_for_when_the_next_one_is_past_its_date(
    records: dict[str, Any], before: str, told: str | None
) -> None:
    assert kinds(before, **records) == []
    if told:
        assert kinds(told, **records) == ["figure"]


def test_what_is_urgent_comes_first_and_the_rough_times_add_up() -> None:
    records = ACTED | {"minutes": {FIRST: minutes([DUTY])}} | documented("no")
    told = found(SECOND, **records)
    assert [task.kind for task in told.tasks] == [
        "minutes missing",
        "minutes not confirmed",
        "action not reported",
        "document",
    ]
    assert rough_minutes(told.tasks, 3) == 120 + 5 + 15 + 45 + 3 * 5
    said = [(group.heading, [words for _, words in group.tasks]) for group in groups(told, Records(**ACTED))]
    assert said == [
        ("Minutes that are missing", ["Minutes of the meeting of 8 March 2027"]),
        ("Minutes that are not confirmed", ["Minutes of 11 January 2027. No agenda has them yet."]),
        ("Actions that nobody has reported on", ["Resolution 7, of 11 January 2027"]),
        ("Documents that may not be accessible", ["D, 11 January 2027 (accessible: no)"]),
    ]


def test_each_kind_has_a_heading_what_to_do_and_a_rough_time() -> None:
    assert [*HEADINGS] == [*TO_DO] == [*ROUGH_MINUTES]
    assert len({*HEADINGS.values()}) == len(HEADINGS)


def test_nothing_exempt_and_nothing_that_was_taken_out_is_told() -> None:
    document = {"title": "The private report", "file": "a.pdf", "accessible": "no"}
    open_item = {"number": "1", "title": "Open", "attachments": [document]}
    exempt = open_item | {"exempt": {"paragraphs": ["1"]}}
    gone = {"on": "2027-01-02", "reason": "R.", "removed": "yes"}
    paper = documented("no")["papers"][FIRST, "p"]
    taken_out = paper.model_copy(update={"withdrawn": Withdrawal.model_validate(gone)})
    for item, of_paper, told in ((open_item, paper, ["document", "document"]), (exempt, taken_out, [])):
        agenda = Agenda.model_validate({"items": [item]})
        records = Records(papers={(FIRST, "p"): of_paper}, agendas={FIRST: agenda})
        public = Dossier(records).public
        assert [task.kind for task in unfinished(public, date.fromisoformat(FIRST)).tasks] == told
