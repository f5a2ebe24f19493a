"""The guide for editors gives the limits that hold."""

from __future__ import annotations

from pathlib import Path

import panelpapers
from panelpapers.records import limits

GUIDE = (Path(panelpapers.__file__).parent / "content" / "editors" / "writing.md").read_text(encoding="utf-8")


def test_the_guide_gives_each_limit() -> None:
    section = GUIDE.split("## How much fits", 1)[1].split("\n## ", 1)[0]
    told = (limits.FILE_LETTERS, limits.FILE_LINES, limits.ENTRIES, limits.FIGURES, limits.PASSAGE, limits.LINE)
    for number in (*told, limits.NAME, limits.DIGITS, limits.DECIMALS, limits.COUNT):
        assert f"{number:,}" in section
