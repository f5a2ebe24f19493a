"""The short lines of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.records.meeting import Meeting
from panelpapers.words.following import decided_title, meeting_text, meeting_title, questions_title


@pytest.mark.parametrize(
    ("meeting", "title", "text"),
    [
        ({"starts": "14:00"}, "North Panel: meeting", "The papers do not say when it ends."),
        ({}, "North Panel: meeting", "The papers give no time. The entry is for the whole day."),
        (
            {"state": "provisional", "starts": "14:00", "title": "Second review"},
            "North Panel: provisional meeting",
            "Second review. It was announced as provisional. The papers do not say when it ends.",
        ),
        ({"state": "cancelled", "starts": "14:00"}, "North Panel: meeting cancelled", "This meeting was cancelled."),
    ],
)
def test_a_meeting_in_a_calendar(meeting: dict[str, str], title: str, text: str) -> None:
    record = Meeting.model_validate(meeting)
    assert meeting_title("North Panel", record) == title
    assert meeting_text(record) == text


def test_lines_make_sense_alone() -> None:
    day = date(2026, 1, 5)
    assert questions_title("North Panel", day) == "North Panel: last day to send a question for 5 January 2026"
    assert decided_title(1, day) == "1 decision of 5 January 2026"
