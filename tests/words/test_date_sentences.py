from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Literal

import pytest

from panelpapers.facts.dates import DateRule, Deadline, Kept, kept
from panelpapers.facts.events import EventDates, EventReview, event_steps
from panelpapers.facts.holidays import SkippedDay
from panelpapers.reading.regimes import packaged_regime
from panelpapers.records.law import Keeping, Majority
from panelpapers.records.programme import ProgrammeItem
from panelpapers.records.regime import Regime
from panelpapers.words import dates as say

PANEL = packaged_regime("england-police-and-crime-panel")
PRECEPT = PANEL.events[0]
WAYS = {way.id: way for way in PANEL.counting}
QUESTIONS = DateRule(4, "days", WAYS["calendar_days"], "Agenda of 5 January 2026, item 7")
NOTICE = DateRule(5, "days", WAYS["clear_working_days"], "Local Government Act 1972, section 100B")


def test_a_question_without_a_time_of_day() -> None:
    deadline = Deadline(date(2026, 1, 1), None, QUESTIONS, (), "New Year's Day", "bank holiday")
    assert say.questions(deadline, "future") == (
        "Send your question by the end of Thursday 1 January 2026. The rule is 4 days before the meeting, counted as "
        "calendar days. That day is New Year's Day, a bank holiday."
    )


def test_a_question_with_a_time_of_day_for_a_meeting_that_is_over() -> None:
    rule = DateRule(1, "days", WAYS["clear_days_s243"], "Standing order 4")
    deadline = Deadline(date(2026, 1, 30), time(12), rule, (), None)
    assert say.questions(deadline, "past") == (
        "Questions had to arrive by midday on Friday 30 January 2026. The rule is 1 day before the meeting, counted "
        "as clear days under section 243 of the Local Government Act 1972."
    )


def test_a_bank_holiday_that_has_it_in_its_name() -> None:
    deadline = Deadline(date(2026, 5, 4), None, QUESTIONS, (), "Early May bank holiday", "bank holiday")
    assert say.questions(deadline, "past").endswith(" That day is the Early May bank holiday.")


def test_the_days_that_do_not_count_are_a_list() -> None:
    skipped = (SkippedDay(date(2026, 1, 1), "New Year's Day"), SkippedDay(date(2026, 1, 3), "Saturday"))
    assert say.skipped(skipped) == ["1 January 2026 (New Year's Day)", "3 January 2026 (Saturday)"]


def test_publication_in_the_past() -> None:
    assert say.publication(Deadline(date(2026, 1, 2), None, NOTICE, (), None), "past") == (
        "The agenda and reports had to be open to the public by Friday 2 January 2026. The rule is 5 days before the "
        "meeting, counted as clear working days."
    )


def test_what_says_which_days_count_is_listed_with_the_law_that_asks_for_them() -> None:
    counted = replace(NOTICE, counted_by=WAYS["clear_working_days"])
    assert say.rule(counted) == "5 days before the meeting, counted by custom as clear working days"
    by_a_law = replace(NOTICE, counting=WAYS["clear_days"], counted_by=WAYS["clear_days"])
    assert say.rule(by_a_law) == "5 days before the meeting, counted as clear days"
    asked = Deadline(date(2026, 1, 1), None, QUESTIONS)
    veto = EventDates(review("first"), PANEL, event_steps(PRECEPT, PANEL, 2026)[:1], 14)
    minutes, _papers = kept(PANEL, date(2026, 1, 5))
    twice = [Deadline(date(2025, 12, 23), None, rule) for rule in (counted, counted)]
    assert say.laws(twice, asked, [veto], [minutes]) == [
        ("When the agenda and reports must be public", "Local Government Act 1972, section 100B"),
        ("Which days count", "R v Swansea City Council, ex parte Elitestone Ltd, Court of Appeal, 1993"),
        ("When questions must arrive", "Agenda of 5 January 2026, item 7"),
        ("What is to be done by 1 February 2026", "Statutory Instrument 2012/2271, regulation 3"),
        ("What a veto needs", "Police Reform and Social Responsibility Act 2011, Schedule 5, paragraph 4"),
        ("How long the minutes stay open", "Local Government Act 1972, section 100C"),
    ]
    assert say.laws([], None, [], []) == []


def test_publication_in_hours_by_a_law_that_nobody_has_read() -> None:
    rule = DateRule(72, "hours", None, "Open Meetings Act, section 4", "agenda", firm=False)
    deadline = Deadline(date(2026, 3, 6), time(17), rule)
    assert say.publication(deadline, "future") == (
        "The agenda is to be open to the public by 5pm on Friday 6 March 2026. The rule is 72 hours before the "
        "meeting."
    )


def test_in_short_too_only_law_that_was_read_says_must() -> None:
    noticed = Deadline(date(2026, 1, 2), None, NOTICE)
    assert say.public_by(noticed, "past") == "Papers had to be public by 2 January 2026"
    quoted = replace(noticed, rule=replace(NOTICE, what="agenda", firm=False))
    assert say.public_by(quoted, "future") == "Agenda is to be public by 2 January 2026"
    several = replace(noticed, rule=replace(NOTICE, firm=False))
    assert say.public_by(several, "future") == "Papers are to be public by 2 January 2026"


def test_how_long_records_stay_open() -> None:
    minutes, papers = kept(PANEL, date(2026, 1, 5))
    assert say.kept(minutes, "future") == (
        "The minutes stay open to the public until the end of Sunday 4 January 2032. That is 6 years, beginning with "
        "the day of the meeting."
    )
    assert say.kept(papers, "past") == (
        "The background papers had to stay open to the public until the end of Friday 4 January 2030. That is 4 "
        "years, beginning with the day of the meeting."
    )


@pytest.mark.parametrize(
    ("keeping", "told"),
    [
        ({"seen": "law read"}, "The minutes had to stay open to the public until"),
        ({"seen": "quoted"}, "The minutes were to stay open to the public until"),
        ({"seen": "law read", "open": "no"}, "The minutes had to be kept until"),
        ({"seen": "custom", "open": "no"}, "The minutes were to be kept until"),
    ],
)
def test_only_law_that_was_read_says_had_to(keeping: dict[str, str], told: str) -> None:
    rule = {"what": "minutes", "of": "minutes", "years": "6", "begins": "with the day of the meeting"}
    papers = Kept(Keeping.model_validate({**rule, **keeping}), date(2032, 1, 4))
    assert say.kept(papers, "past").startswith(told)


def test_how_long_records_are_kept_where_the_law_gives_no_day_or_no_end() -> None:
    ever, two_years = kept(packaged_regime("california-city-council"), date(2026, 1, 5))
    assert say.kept(ever, "present") == ("The minutes, ordinances and resolutions are kept for ever.")
    assert say.kept(two_years, "present") == ("The other papers of a meeting are kept for 2 years.")
    after = Keeping.model_validate(
        {"what": "minutes", "of": "minutes", "years": "1", "begins": "after the day of the meeting"}
    )
    assert say.kept(Kept(after, date(2027, 1, 5)), "future") == (
        "The minutes stay open to the public until the end of Tuesday 5 January 2027. That is 1 year, beginning "
        "after the day of the meeting."
    )


def test_the_steps_name_who_acts() -> None:
    told = [say.step(by, step, "future") for by, step in event_steps(PRECEPT, PANEL, 2026)]
    assert told[1] == ("By Sunday 8 February 2026, the panel must review the proposal and report on it.")
    assert [line.split(",")[0] for line in told] == [
        "By Sunday 1 February 2026",
        "By Sunday 8 February 2026",
        "By Sunday 15 February 2026",
        "By Sunday 22 February 2026",
        "By Sunday 1 March 2026",
    ]


def test_only_law_that_was_read_says_must() -> None:
    quoted = PRECEPT.steps[1].model_copy(update={"seen": "quoted", "law": None})
    told = {when: say.step(date(2026, 2, 8), quoted, when) for when in ("past", "future")}
    assert told == {
        "past": "By Sunday 8 February 2026, the panel was to review the proposal and report on it.",
        "future": "By Sunday 8 February 2026, the panel is to review the proposal and report on it.",
    }


def review(which: Literal["first", "second"], regime: Regime = PANEL) -> EventReview:
    return EventReview("2026-02-02", regime.events[0], which, ProgrammeItem(title="Precept"))


def test_what_a_veto_needs() -> None:
    known = EventDates(review("first"), PANEL, (), 14)
    unknown = replace(known, members=None)
    opening = "A veto needs the votes of at least two thirds of all members of the panel, whether they attend or not"
    assert say.refusal(known, "future") == (
        f"{opening}. Of the 14 members named on this site for that day, that is 10 votes. "
        "The law gives no second veto."
    )
    without = replace(known, unnamed=("Northbank", "Southbank"))
    assert say.refusal(without, "future") == (
        f"{opening}. The papers on this site name no member of Northbank or Southbank, "
        "so it is not known how many votes that is. The law gives no second veto."
    )
    assert say.refusal(replace(known, seats=15), "future") == (
        f"{opening}. The papers on this site name 14 members and the panel has 15, "
        "so it is not known how many votes that is. The law gives no second veto."
    )
    assert say.refusal(replace(known, seats=14), "future") == say.refusal(known, "future")
    assert say.refusal(unknown, "future") == f"{opening}. The law gives no second veto."
    second = replace(known, of=review("second"))
    assert say.refusal(second, "future") == "The panel reviews the revised precept. The law gives it no second veto."


@pytest.mark.parametrize(
    ("majority", "told"),
    [
        (
            {"share": "more than 1/2", "of": "all members"},
            "An override needed the votes of more than half of all members of the panel, whether they attended or "
            "not. Of the 14 members named on this site for that day, that is 8 votes.",
        ),
        (
            {"share": "2/3", "of": "members present", "law": "Rule 4"},
            "An override needed the votes of at least two thirds of the members present.",
        ),
        (
            {"share": "80%", "of": "votes cast", "once": "yes"},
            "An override needed at least 80% of the votes cast. The rule gives no second override.",
        ),
    ],
)
def test_what_other_majorities_need(majority: dict[str, str], told: str) -> None:
    """A second review with a second vote is told as the first: only a majority that is there once falls away."""
    law = Majority.model_validate({"id": "veto", "name": "override", **majority})
    regime = PANEL.model_copy(update={"majorities": [law]})
    assert say.refusal(EventDates(review("first"), regime, (), 14), "past") == told
    if not law.once:
        assert say.refusal(EventDates(review("second"), regime, (), 14), "past") == told


def test_nothing_is_said_of_a_majority_that_the_regime_does_not_state() -> None:
    regime = PANEL.model_copy(update={"majorities": []})
    assert say.refusal(EventDates(review("first"), regime, (), 14), "future") == ""
