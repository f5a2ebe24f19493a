from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.reading.markings import marked_name, markings

CASES: dict[str, Any] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "markings.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("name", "words"), CASES["names"]["marked"].items())
def test_a_name_that_marks_what_is_kept_back(name: str, words: str) -> None:
    assert marked_name(name) == words


@pytest.mark.parametrize("name", CASES["names"]["plain"])
def test_a_name_that_only_looks_like_it(name: str) -> None:
    assert marked_name(str(name)) is None


def told(folder: Path) -> list[tuple[str, str, int]]:
    return [(one.code, one.place.file, one.place.line) for one in markings(folder, "data")]


@pytest.mark.parametrize("ending", ["yml", "txt", "md", "csv", "none at all"])
@pytest.mark.parametrize("line", CASES["lines"]["marked"])
def test_a_line_that_marks_its_file(line: str, ending: str, tmp_path: Path) -> None:
    (tmp_path / f"staffing.{ending}").write_text(f"title: Staffing\n{line}\n", encoding="utf-8")
    assert told(tmp_path) == [("marked-text", f"data/staffing.{ending}", 2)]


@pytest.mark.parametrize("line", CASES["lines"]["plain"])
def test_a_line_that_only_looks_like_it(line: str, tmp_path: Path) -> None:
    (tmp_path / "agenda.yml").write_text(f"items:\n{line}\n", encoding="utf-8")
    assert told(tmp_path) == []


def test_folders_hidden_files_and_files_within_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "meetings" / "Part 2").mkdir(parents=True)
    (tmp_path / "meetings" / "Part 2" / "report.pdf").write_bytes(b"%PDF-1.7 NOT FOR PUBLICATION")
    (tmp_path / ".drafts").mkdir()
    (tmp_path / ".drafts" / "notes.txt").write_text("# EXEMPT\n", encoding="utf-8")
    assert sorted(told(tmp_path)) == [
        ("marked-name", "data/meetings/Part 2", 1),
        ("marked-text", "data/.drafts/notes.txt", 1),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_however_the_file_is_saved(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The Panel’s report\nNOT FOR PUBLICATION\n", encoding=encoding)
    assert told(tmp_path) == [("marked-text", "data/report.txt", 2)]


def test_one_file_is_told_once_and_its_text_is_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("# EXEMPT\nNOT FOR PUBLICATION: the clerk leaves\n", encoding="utf-8")
    (problem,) = markings(tmp_path, "data")
    assert "clerk" not in problem.message + problem.fix
    assert problem.severity == "error"
    (tmp_path / "report.txt").write_text("title: x\nNOT FOR PUBLICATION: the clerk leaves\n", encoding="utf-8")
    (problem,) = markings(tmp_path, "data")
    assert "clerk" not in problem.message + problem.fix


def test_a_folder_that_is_not_there_has_nothing_marked(tmp_path: Path) -> None:
    assert told(tmp_path / "data") == []
