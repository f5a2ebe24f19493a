"""The public records as files: read again they are the same, and nothing that is kept back is in them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from panelpapers.closing.records import record_files
from panelpapers.facts.dossier import Dossier
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests.marked import MARK
from tests.pages.test_nothing_private import NONCE, planted
from tests.pages.test_removed_papers import WITHDRAWN, with_paper
from tests.river_valley import FOLDER, river_valley

CASES = Path(__file__).parents[1] / "cases"


def written(public: Records, folder: Path) -> Path:
    for path, content in record_files(public).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "case",
    [pytest.param("first-publication", marks=pytest.mark.slow), "second-panel", "river-valley", "panel-year"]
    + [f"bodies/{path.name}" for path in sorted((CASES / "bodies").iterdir()) if path.is_dir()],
)
def test_what_is_read_again_is_the_same(case: str, tmp_path: Path) -> None:
    public = Dossier(read_folder(CASES / case).records).public.records
    again = read_folder(written(public, tmp_path))
    assert again.problems == ()
    records = {(family, key): record for family, key, record in again.records.every()}
    for family, key, record in public.every():
        assert record == records[family, key], (family, key)


def holding(mark: str, public: Records) -> list[str]:
    return [path for path, content in record_files(public).items() if mark in path or mark.encode() in content]


@pytest.mark.parametrize("shape", ["sections", "parts"])
def test_of_a_paper_that_was_removed_its_place_alone_is_written(shape: str) -> None:
    assert holding(MARK, Dossier(with_paper(shape, None)).public.records)
    assert holding(MARK, Dossier(with_paper(shape, WITHDRAWN)).public.records) == []


def test_no_note_and_no_remark_of_an_editor_is_written(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data")
    assert planted(tmp_path / "data") > 50
    assert holding(NONCE, Dossier(read_folder(tmp_path / "data").records).public.records) == []


def test_what_is_not_told_yet_is_not_written() -> None:
    public = Dossier(river_valley()).public
    before, after = (record_files(public.on(date(2027, 3, day)).records).keys() for day in (1, 31))
    minutes = {path for path in after - before if path.startswith("meetings/")}
    assert before < after
    assert minutes
