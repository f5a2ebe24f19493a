from __future__ import annotations

from datetime import date
from pathlib import Path

from panelpapers.facts.questions import opportunities, questions_asked
from panelpapers.records.publication import Records
from panelpapers.words import questions as words
from tests.river_valley import TODAY, changed, river_valley


def test_the_last_moment_leaves_out_the_days_that_do_not_count_and_says_so() -> None:
    (one,) = opportunities(river_valley(), TODAY)
    assert (one.meeting_id, one.over) == ("2027-06-02", False)
    assert words.by_when(one, "future") == (
        "Send your question by midday on Thursday 20 May 2027. The rule is 7 days before the meeting, counted as "
        "clear working days (Standing order 9). These 5 days do not count: 22 May 2027 (Saturday), 23 May 2027 "
        "(Sunday), 29 May 2027 (Saturday), 30 May 2027 (Sunday) and 31 May 2027 (Spring bank holiday)."
    )


def test_on_the_last_day_itself_a_question_is_in_time() -> None:
    (one,) = opportunities(river_valley(), date(2027, 5, 20))
    assert not one.over


def test_after_the_last_day_the_next_meeting_is_named_too() -> None:
    first, second = opportunities(river_valley(), date(2027, 3, 25))
    assert (first.meeting_id, first.over) == ("2027-03-31", True)
    assert (second.meeting_id, second.over) == ("2027-06-02", False)
    assert words.by_when(first, "past").startswith("Questions had to arrive by midday on ")


def test_a_cancelled_meeting_takes_no_questions(tmp_path: Path) -> None:
    records = changed(tmp_path, "meetings/2027-06-02/meeting.yml", "planned", "cancelled")
    assert opportunities(records, TODAY) == ()


def test_without_the_panels_record_no_date_is_known() -> None:
    assert opportunities(Records(meetings=river_valley().meetings), TODAY) == ()


def test_what_was_asked_at_each_meeting_the_latest_first() -> None:
    march, january = questions_asked(river_valley(), TODAY)
    assert words.asked_at(march) == "2 questions from the public were asked at the meeting of 31 March 2027."
    assert [words.asked_by(one) for one in march.questions] == ["Hal Stone", "A member of the public"]
    assert words.asked_at(january) == "No questions were asked at the meeting of 20 January 2027."


def test_minutes_that_are_not_whole_cannot_show_that_none_was_asked(tmp_path: Path) -> None:
    present = "present:\n  - person: bo-lane\n"
    only = f"only: Only what later papers say is known.\n{present}"
    records = changed(tmp_path, "meetings/2027-01-20/minutes.yml", present, only)
    assert words.asked_at(questions_asked(records, TODAY)[1]) == (
        "It is not known what was asked at the meeting of 20 January 2027. Its own minutes are not on this site, "
        "only what later papers say of it."
    )


def test_a_past_meeting_without_minutes_is_not_passed_over() -> None:
    asked = questions_asked(river_valley(), date(2027, 6, 3))
    assert words.asked_at(asked[0]) == (
        "It is not known what was asked at the meeting of 2 June 2027: its minutes are not on this site."
    )
