"""The archives of the bench: sound, the same for the same seed, and with the same text for other generators."""

from __future__ import annotations

from pathlib import Path

from panelpapers.publication import check_folder
from tests.bench.archive import ITEMS, PARAGRAPHS, meetings, write
from tests.bench.rivals import write_for_hugo, write_for_mkdocs


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_an_archive_is_sound_and_as_large_as_it_says(tmp_path: Path) -> None:
    write(tmp_path / "data", 3)
    checked = check_folder(tmp_path / "data")
    assert [problem.message for problem in checked.problems] == []
    records = checked.records
    assert len(records.meetings) == len(records.agendas) == len(records.minutes) == len(records.papers) == 3
    assert {len(agenda.items) for agenda in records.agendas.values()} == {ITEMS}
    sections = [paper.sections for paper in records.papers.values()]
    assert {sum(len(section.paragraphs) for section in paper) for paper in sections} == {PARAGRAPHS}


def test_the_same_seed_gives_the_same_archive_and_another_one_another(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write(tmp_path / name, 2, seed)
    assert contents(tmp_path / "one") == contents(tmp_path / "again")
    assert contents(tmp_path / "one") != contents(tmp_path / "other")


def test_other_generators_get_the_same_text(tmp_path: Path) -> None:
    write(tmp_path / "data", 2)
    write_for_mkdocs(tmp_path / "mkdocs", 2)
    write_for_hugo(tmp_path / "hugo", 2)
    pages = {name: text for name, text in contents(tmp_path / "mkdocs" / "docs").items() if name != "index.md"}
    assert pages == {name: text for name, text in contents(tmp_path / "hugo" / "content").items() if "/" in name}
    first, _ = meetings(2)
    report = pages[f"meetings/{first.day}/report.md"]
    assert all(paragraph in report for paragraph in first.paragraphs)
    assert report.partition("\n\n")[2] in pages[f"meetings/{first.day}/whole.md"]
