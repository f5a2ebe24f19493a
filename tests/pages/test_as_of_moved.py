"""A site of a day before a move was made known: the meeting stands on its first day, and the new day is not known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from panelpapers.charts import default_folder
from panelpapers.pages.build import build
from panelpapers.publication import check_folder
from tests.pages.reading_pages import words
from tests.river_valley import TEMPLATES, copy_with_case


def test_nothing_of_a_move_is_told_before_its_day(tmp_path: Path) -> None:
    dossier = check_folder(copy_with_case(tmp_path, "moved-meetings")).dossier
    before, after = (
        build(dossier, day, TEMPLATES, default_folder()) for day in (date(2027, 5, 25), date(2027, 5, 26))
    )
    moved = "was moved to Wednesday 16 June 2027"
    assert "meetings/2027-06-16/" not in before.pages
    assert moved not in words(str(before.pages["meetings/2027-06-02/"].html))
    assert moved in words(str(after.pages["meetings/2027-06-02/"].html))
    assert "meetings/2027-06-16/" in after.pages
