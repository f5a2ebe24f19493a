"""What the site says of time, day by day: kept in a file, so that a change of it is seen and read."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timeline import FILE, said, spans, timeline

DAYS = [date(2026, 1, day) for day in (1, 2, 3, 4, 5)]


@pytest.mark.slow
def test_the_timeline_is_that_of_the_site() -> None:
    """When a wording was changed on purpose: ``python -m tests.timeline``, and read the lines that differ."""
    assert timeline().splitlines() == FILE.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([0, 1, 2, 3, 4], "always"),
        ([0, 1], "until 2026-01-02"),
        ([3, 4], "from 2026-01-04"),
        ([1, 2], "2026-01-02 to 2026-01-03"),
        ([2], "2026-01-03"),
        ([0, 2, 4], "until 2026-01-01, 2026-01-03, from 2026-01-05"),
    ],
)
def test_when_something_stands(places: list[int], told: str) -> None:
    assert spans(places, DAYS) == told


def test_a_name_and_its_value_are_one_sentence() -> None:
    html = "<dl><div><dt>Status</dt> <dd>Open</dd></div></dl><p>It is so. It was so.</p><p>It is so.</p>"
    assert said(html) == ("Status: Open", "It is so.", "It was so.")
