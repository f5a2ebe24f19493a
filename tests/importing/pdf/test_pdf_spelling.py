"""What the end of a line has parted is put together as it was written, and nothing else is."""

from __future__ import annotations

from collections import Counter

import pytest

from panelpapers.importing.pdf.spelling import Spelling, parts_day


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("to report on 14 May 202", "5 at the latest", "to report on 14 May 2025 at the latest"),
        ("by 3 June 20", "26", "by 3 June 2026"),
        ("due 01/07/2", "026", "due 01/07/2026"),
        ("due 01.07.202", "6.", "due 01.07.2026."),
        ("on 14 May", "2025", "on 14 May 2025"),
        ("there were 202", "5 of them", "there were 202 5 of them"),
        ("in May 202", "57 of them", "in May 202 57 of them"),
        ("on 14 May 202", "5th", "on 14 May 202 5th"),
    ],
)
def test_a_year_that_is_torn_is_one(before: str, after: str, joined: str) -> None:
    assert Spelling(Counter()).join(before, after) == joined


@pytest.mark.parametrize(
    ("before", "after", "is_day"),
    [("14 May", "2025", True), ("14 May 202", "5", True), ("the 14 people", "2025", False), ("May", "2025", False)],
)
def test_a_day_goes_on_in_the_next_line(before: str, after: str, is_day: bool) -> None:
    assert parts_day(before, after) is is_day
