from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from panelpapers.facts.counting import SkippedDay
from panelpapers.facts.dates import DateRule, Deadline, background_papers_kept, minutes_kept
from panelpapers.facts.precept import PreceptDates, precept_steps
from panelpapers.reading.regimes import packaged_regime
from panelpapers.words import dates as say

WAYS = {way.id: way for way in packaged_regime("england-police-and-crime-panel").counting}
QUESTIONS = DateRule("questions", 4, "days", WAYS["calendar_days"], "Agenda of 5 January 2026, item 7")
NOTICE = DateRule("publication", 5, "days", WAYS["clear_working_days"], "Local Government Act 1972, section 100B")


def test_a_question_without_a_time_of_day() -> None:
    deadline = Deadline(date(2026, 1, 1), None, QUESTIONS, (), "New Year's Day", "bank holiday")
    assert say.questions(deadline, "future") == (
        "Send your question by the end of Thursday 1 January 2026. The rule is 4 days before the meeting, counted as "
        "calendar days (Agenda of 5 January 2026, item 7). That day is New Year's Day, a bank holiday."
    )


def test_a_question_with_a_time_of_day_for_a_meeting_that_is_over() -> None:
    rule = DateRule("questions", 1, "days", WAYS["clear_days_s243"], "Standing order 4")
    deadline = Deadline(date(2026, 1, 30), time(12), rule, (), None)
    assert say.questions(deadline, "past") == (
        "Questions had to arrive by midday on Friday 30 January 2026. The rule is 1 day before the meeting, counted "
        "as clear days under section 243 of the Local Government Act 1972 (Standing order 4)."
    )


def test_a_bank_holiday_that_has_it_in_its_name() -> None:
    deadline = Deadline(date(2026, 5, 4), None, QUESTIONS, (), "Early May bank holiday", "bank holiday")
    assert say.questions(deadline, "past").endswith(" That day is the Early May bank holiday.")


def test_publication_says_which_days_do_not_count() -> None:
    skipped = (SkippedDay(date(2026, 1, 1), "New Year's Day"), SkippedDay(date(2026, 1, 3), "Saturday"))
    deadline = Deadline(date(2025, 12, 23), None, NOTICE, skipped, None)
    assert say.publication(deadline, "future") == (
        "The agenda and reports must be open to the public by Tuesday 23 December 2025. The rule is 5 days before "
        "the meeting, counted as clear working days (Local Government Act 1972, section 100B). These 2 days do not "
        "count: 1 January 2026 (New Year's Day) and 3 January 2026 (Saturday)."
    )


def test_publication_in_the_past_with_nothing_left_out_and_with_one_day() -> None:
    assert say.publication(Deadline(date(2026, 1, 2), None, NOTICE, (), None), "past") == (
        "The agenda and reports had to be open to the public by Friday 2 January 2026. The rule is 5 days before the "
        "meeting, counted as clear working days (Local Government Act 1972, section 100B)."
    )
    assert (
        say.skipped((SkippedDay(date(2026, 1, 4), "Sunday"),)) == "This day does not count: 4 January 2026 (Sunday)."
    )


def test_publication_in_hours_by_a_law_that_nobody_has_read() -> None:
    rule = DateRule("publication", 72, "hours", None, "Open Meetings Act, section 4", "agenda", firm=False)
    deadline = Deadline(date(2026, 3, 6), time(17), rule)
    assert say.publication(deadline, "future") == (
        "The agenda is to be open to the public by 5pm on Friday 6 March 2026. The rule is 72 hours before the "
        "meeting (Open Meetings Act, section 4)."
    )


def test_how_long_records_stay_open() -> None:
    assert say.kept(minutes_kept(date(2026, 1, 5)), "future") == (
        "The minutes stay open to the public until the end of Sunday 4 January 2032: 6 years, beginning with the day "
        "of the meeting (Local Government Act 1972, section 100C)."
    )
    assert say.kept(background_papers_kept(date(2026, 1, 5)), "future") == (
        "The background papers stay open to the public until the end of Friday 4 January 2030: 4 years, beginning "
        "with the day of the meeting (Local Government Act 1972, section 100D)."
    )


def test_the_steps_of_the_precept_name_who_acts_and_the_law() -> None:
    told = [say.precept_step(step, "future") for step in precept_steps(2026)]
    assert told[1] == (
        "By Sunday 8 February 2026, the panel must review the proposal and report on it "
        "(Statutory Instrument 2012/2271, regulation 4)."
    )
    assert [line.split(",")[0] for line in told] == [
        "By Sunday 1 February 2026",
        "By Sunday 8 February 2026",
        "By Sunday 15 February 2026",
        "By Sunday 22 February 2026",
        "By Sunday 1 March 2026",
    ]


def test_what_a_veto_needs() -> None:
    steps = precept_steps(2026)
    known = PreceptDates("first", date(2026, 2, 8), steps, None, 14)
    unknown = PreceptDates("first", date(2026, 2, 8), steps, None, None)
    second = PreceptDates("second", date(2026, 2, 22), steps, None, 14)
    law = "Police Reform and Social Responsibility Act 2011, Schedule 5, paragraph 4"
    opening = "A veto needs the votes of at least two thirds of all members of the panel, whether they attend or not"
    assert say.veto(known, "future") == (
        f"{opening} ({law}). Of the 14 members named on this site for that day, that is 10 votes. "
        "The law gives no second veto."
    )
    without = replace(known, unnamed=("Northbank", "Southbank"))
    assert say.veto(without, "future") == (
        f"{opening} ({law}). The papers on this site name no member of Northbank or Southbank, "
        "so it is not known how many votes that is. The law gives no second veto."
    )
    assert say.veto(replace(known, seats=15), "future") == (
        f"{opening} ({law}). The papers on this site name 14 members and the panel has 15, "
        "so it is not known how many votes that is. The law gives no second veto."
    )
    assert say.veto(replace(known, seats=14), "future") == say.veto(known, "future")
    assert say.veto(unknown, "future") == f"{opening} ({law}). The law gives no second veto."
    assert say.veto(second, "future") == "The panel reviews the revised precept. The law gives it no second veto."
