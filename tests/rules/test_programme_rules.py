"""A row of the work programme ends after it starts."""

from __future__ import annotations

import pytest

from panelpapers.records.programme import WorkProgramme
from panelpapers.records.publication import Records
from panelpapers.rules.programme import ends_before_start
from tests.rules.packs import found_by


@pytest.mark.parametrize(
    ("times", "told"),
    [
        ({"starts": "14:00", "ends": "14:01"}, []),
        ({"starts": "14:00", "ends": "14:00"}, ["This ends at 14:00, and starts at 14:00."]),
        ({"starts": "14:00", "ends": "13:59"}, ["This ends at 13:59, and starts at 14:00."]),
        ({"starts": "14:00"}, []),
        ({"ends": "14:00"}, []),
    ],
)
def test_it_ends_after_it_starts(times: dict[str, str], told: list[str]) -> None:
    rows = [{"title": "A visit", "kind": "visit", "day": "2027-05-01", **times}]
    programme = WorkProgramme.model_validate({"title": "P", "as_of": "2027-01-20", "about": "A.", "items": rows})
    assert [one.message for one in found_by(ends_before_start, Records(programme=programme))] == told


def test_without_a_programme_there_is_nothing_to_tell() -> None:
    assert found_by(ends_before_start, Records()) == []
