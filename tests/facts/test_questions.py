from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.questions import Opportunity, questions_asked
from panelpapers.facts.questions import opportunities as opportunities_by
from panelpapers.records.publication import Records
from panelpapers.words import questions as words
from tests.river_valley import TODAY, changed, river_valley


def opportunities(records: Records, today: date) -> tuple[Opportunity, ...]:
    return opportunities_by(records, Dossier(records).dates, today)


def test_the_last_moment_leaves_out_the_days_that_do_not_count_and_says_so() -> None:
    (one,) = opportunities(river_valley(), TODAY)
    assert (one.meeting_id, one.over) == ("2027-06-02", False)
    assert words.by_when(one, TODAY) == (
        "Send your question by midday on Thursday 20 May 2027. The rule is 7 days before the meeting, counted as "
        "clear working days."
    )


def test_on_the_last_day_itself_a_question_is_in_time() -> None:
    (one,) = opportunities(river_valley(), date(2027, 5, 20))
    assert not one.over


def test_after_the_last_day_the_next_meeting_is_named_too() -> None:
    first, second = opportunities(river_valley(), date(2027, 3, 25))
    assert (first.meeting_id, first.over) == ("2027-03-31", True)
    assert (second.meeting_id, second.over) == ("2027-06-02", False)
    assert words.by_when(first, date(2027, 3, 25)).startswith("Questions had to arrive by midday on ")


def test_a_cancelled_meeting_takes_no_questions(tmp_path: Path) -> None:
    records = changed(tmp_path, "meetings/2027-06-02/meeting.yml", "planned", "cancelled")
    assert opportunities(records, TODAY) == ()


def test_without_the_panels_record_no_date_is_known() -> None:
    assert opportunities(Records(meetings=river_valley().meetings), TODAY) == ()


def test_what_was_asked_at_each_meeting_the_latest_first() -> None:
    march, january = questions_asked(river_valley(), TODAY)
    assert words.asked_at(march) == "2 questions from the public were asked at the meeting of 31 March 2027."
    assert [words.asked_by(one) for one in march.questions] == ["Hal Stone", "A member of the public"]
    assert (
        words.asked_at(january)
        == "The minutes say that the public asked no question at the meeting of 20 January 2027."
    )


def test_minutes_that_are_not_whole_cannot_show_that_none_was_asked(tmp_path: Path) -> None:
    present = "present:\n  - person: bo-lane\n"
    only = f"only: Only what later papers say is known.\n{present}"
    records = changed(tmp_path, "meetings/2027-01-20/minutes.yml", f"no_questions: yes\n{present}", only)
    assert words.asked_at(questions_asked(records, TODAY)[1]) == (
        "It is not known what was asked at the meeting of 20 January 2027. Its own minutes are not on this site, "
        "only what later papers say of it."
    )


def test_minutes_that_name_no_question_do_not_show_that_none_was_asked(tmp_path: Path) -> None:
    records = changed(tmp_path, "meetings/2027-01-20/minutes.yml", "no_questions: yes\n", "")
    assert words.asked_at(questions_asked(records, TODAY)[1]) == (
        "This site lists no question from the public to the meeting of 20 January 2027."
    )


def test_a_past_meeting_without_minutes_is_not_passed_over(tmp_path: Path) -> None:
    day = date(2027, 6, 3)
    assert words.asked_at(questions_asked(river_valley(), day)[0]) == (
        "No paper on this site shows whether the meeting of 2 June 2027 took place."
    )
    held = changed(tmp_path, "meetings/2027-06-02/meeting.yml", "planned", "held")
    assert words.asked_at(questions_asked(held, day)[0]) == (
        "It is not known what was asked at the meeting of 2 June 2027: its minutes are not on this site."
    )


LEFT_OPEN = "  days: 7\n  time_of_day"


@pytest.mark.parametrize(
    ("today", "over", "meetings"),
    [
        (date(2027, 3, 17), False, 1),  # the last clear working day
        (date(2027, 3, 18), False, 2),
        (date(2027, 3, 24), False, 2),  # the last day by the calendar
        (date(2027, 3, 25), True, 2),
    ],
)
def test_where_the_rule_leaves_the_count_open_no_question_is_late_before_all_counts_say_so(
    today: date, over: bool, meetings: int, tmp_path: Path
) -> None:
    typed = "  days: 7\n  counting: clear_working_days\n  time_of_day"
    records = changed(tmp_path, "panel.yml", typed, LEFT_OPEN)
    found = opportunities(records, today)
    assert (found[0].meeting_id, found[0].over, len(found)) == ("2027-03-31", over, meetings)
    told = words.by_when(found[0], today)
    opening = "send your question by" if meetings == 1 else "questions had to arrive by"
    assert told.startswith(f"To be in time by every count, {opening} midday on Wednesday 17 March 2027")
    assert "Counted as clear working days, the last day is 17 March 2027." in told
    assert "Counted as calendar days, it is 24 March 2027." in told


def test_questions_may_be_asked_at_the_meeting_itself_and_then_have_no_last_moment(tmp_path: Path) -> None:
    typed = "  days: 7\n  counting: clear_working_days\n  time_of_day: 12:00\n"
    records = changed(tmp_path, "panel.yml", typed, "")
    (one,) = opportunities(records, TODAY)
    assert (one.meeting_id, one.deadline, one.over, one.safe) == ("2027-06-02", None, False, True)
    assert words.by_when(one, TODAY) == "Questions are asked at the meeting itself. None has to arrive before."
    assert all(dates.question_deadline is None for dates in Dossier(records).dates.values())


def test_a_rule_holds_from_its_first_meeting_on_or_from_the_first_agenda() -> None:
    records = river_valley()
    known = Dossier(records).dates
    assert [known[meeting_id].question_deadline is not None for meeting_id in sorted(known)] == [False, True, True]
    assert records.panel
    assert records.panel.question_rule
    rule = records.panel.question_rule.model_copy(update={"since": date(2027, 6, 2)})
    later = replace(records, panel=records.panel.model_copy(update={"question_rule": rule}))
    dates = Dossier(later).dates
    assert [dates[meeting_id].question_deadline is not None for meeting_id in sorted(dates)] == [False, False, True]
    assert [one.meeting_id for one in opportunities(later, date(2027, 3, 1))] == ["2027-06-02"]
