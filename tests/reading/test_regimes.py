"""What a regime says of figures: how the days that they are for are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.reading.folder import read_indicator
from panelpapers.reading.regimes import packaged_regime

INDICATOR = """title: Benches
measure: number of benches
place: Alder Creek
unit: count
definition: Benches on a day.
source:
  title: Count of benches
  meeting: 2027-01-12
baseline:
  period: {day}
points:
  - period: {day}
    value: 12
  - period: year ending June 2026
    value: 14
"""


@pytest.mark.parametrize("typed", ["30 June 2025", "June 30, 2025", "Jun 30, 2025"])
@pytest.mark.parametrize(
    ("regime", "written"),
    [("california-city-council", "June 30, 2025"), ("england-police-and-crime-panel", "30 June 2025")],
)
def test_a_day_is_written_as_the_regime_does_however_it_was_typed(
    typed: str, regime: str, written: str, tmp_path: Path
) -> None:
    file = tmp_path / "benches.yml"
    file.write_text(INDICATOR.format(day=typed), encoding="utf-8")
    indicator, problems = read_indicator(file, packaged_regime(regime))
    assert indicator is not None, problems
    names = [point.period.name for point in indicator.points if point.period]
    assert names == [written, "year ending June 2026"]
    assert indicator.baseline is not None
    assert indicator.baseline.period == indicator.points[0].period
