"""The short lines of the calendar."""

from __future__ import annotations

from datetime import date, time

import pytest

from panelpapers.records.meeting import Meeting, MeetingDay
from panelpapers.words.following import decided_title, meeting_text, meeting_title, questions_title
from panelpapers.words.format import duration


@pytest.mark.parametrize(
    ("meeting", "title", "text"),
    [
        ({"starts": "14:00"}, "North Panel: meeting", ""),
        ({}, "North Panel: meeting", "The papers give no time. The entry is for the whole day."),
        (
            {"state": "provisional", "starts": "14:00", "title": "Second review"},
            "North Panel: provisional meeting",
            "Second review. It was announced as provisional.",
        ),
        ({"state": "cancelled", "starts": "14:00"}, "North Panel: meeting cancelled", "This meeting was cancelled."),
        (
            {"state": "postponed", "starts": "14:00"},
            "North Panel: meeting postponed",
            "This meeting was postponed, and no new date is known.",
        ),
        ({"starts": "14:00", "ends": "16:00"}, "North Panel: meeting", ""),
    ],
)
def test_a_meeting_in_a_calendar(meeting: dict[str, str], title: str, text: str) -> None:
    record = Meeting.model_validate(meeting)
    assert meeting_title("North Panel", record, MeetingDay(2027, 3, 31)) == title
    assert meeting_text(record) == text


def test_lines_make_sense_alone() -> None:
    day = date(2026, 1, 5)
    assert questions_title("North Panel", day) == "North Panel: last day to send a question for 5 January 2026"
    assert decided_title(1, day) == "1 decision of 5 January 2026"


@pytest.mark.parametrize(
    ("meeting", "closed", "usual", "text"),
    [
        (
            {"starts": "14:00"},
            None,
            120,
            "The papers do not say when it ends. The entry lasts 2 hours, which is usual.",
        ),
        ({"starts": "14:00", "ends": "16:00"}, None, 120, ""),
        ({"starts": "14:00", "ends": "16:00"}, time(16, 59), 120, "The minutes say that it closed at 4.59pm."),
        ({}, None, 120, "The papers give no time. The entry is for the whole day."),
    ],
)
def test_the_end_of_a_meeting(meeting: dict[str, str], closed: time | None, usual: int, text: str) -> None:
    assert meeting_text(Meeting.model_validate(meeting), closed, usual) == text


@pytest.mark.parametrize(
    ("minutes", "said"), [(45, "45 minutes"), (60, "1 hour"), (90, "1 hour 30 minutes"), (121, "2 hours 1 minute")]
)
def test_how_long_something_lasts(minutes: int, said: str) -> None:
    assert duration(minutes) == said
