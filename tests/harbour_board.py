"""A harbour board in ``tests/cases/bodies/harbour-board``: its minutes say who came when, how and for whom."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from panelpapers.reading.folder import read_folder
from panelpapers.reading.validate import read_record
from panelpapers.records.minutes import Minutes
from panelpapers.records.publication import Records

FOLDER: Final = Path(__file__).parent / "cases" / "bodies" / "harbour-board"
FIRST: Final = "2026-11-24"
"""The meeting that has an agenda; its minutes have one of everything."""


@cache
def harbour_board() -> Records:
    """Read the board, in which nothing is wrong."""
    reading = read_folder(FOLDER)
    assert reading.problems == ()
    return reading.records


def minutes_typed(text: str) -> Minutes:
    """Read minutes of which the numbered ones need not be typed."""
    whole = (
        text if "minutes:" in text else f"{text}\nminutes:\n  - number: 42\n    title: Harbour dues\n    item: 4\n"
    )
    minutes, problems = read_record(whole.encode(), f"data/meetings/{FIRST}/minutes.yml", Minutes)
    assert minutes is not None, problems
    return minutes


def with_minutes(text: str, meeting_id: str = FIRST) -> Records:
    """Give the board with other minutes of one meeting."""
    records = harbour_board()
    return replace(records, minutes={**records.minutes, meeting_id: minutes_typed(text)})
