"""The command `panel-papers import pack`, as a clerk runs it."""

from __future__ import annotations

import builtins
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from panelpapers.checking import check
from panelpapers.cli import main
from panelpapers.facts.dossier import Dossier
from panelpapers.reading.folder import read_folder

PACKS = Path(__file__).parents[1] / "cases" / "importing" / "packs"
WENDLE = PACKS / "wendle-valley-police-panel" / "wendle-valley-police-panel.docx"
NOTES = "AGENDA\n1. Apologies\n2. Questions\nMrs Tull rang from 07700 900123.\n"
PANEL = "name: Wendle Valley Police and Crime Panel\nshort_name: the Panel\narea: Wendle Valley\nabout: It meets.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data" / "meetings").mkdir(parents=True)
    (tmp_path / "data" / "panel.yml").write_text(PANEL, encoding="utf-8")
    shutil.copy(WENDLE, tmp_path / "pack.docx")
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["import", "pack", *words], catch_exceptions=False)


def test_a_pack_becomes_drafts_with_an_account_and_a_report(project: Path) -> None:
    told = run("pack.docx", "--meeting", "2025-06-16", "--report")
    assert told.exit_code == 0
    for line in (
        "Agenda: 11 items, 1 to 11, no gap.",
        "Minutes of 2025-03-17: 12 minutes, 901 to 912, no gap. 13 resolutions.",
        "Attendance: 8 present, 5 others, 3 apologies.",
        "16 names are new: they are drafts in people.yml.",
        "in imported/2025-06-16/left-over.md.",
    ):
        assert line in told.output
    aside = project / "imported" / "2025-06-16"
    assert (project / "imported" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert "Scrutiny Officer" in (aside / "left-over.md").read_text(encoding="utf-8")
    account = (aside / "account.tsv").read_text(encoding="utf-8")
    assert "pack.docx\tmeetings/2025-06-16/agenda.yml\titems.0.title\tagenda in a table\t3\n" in account
    report = (aside / "report.html").read_text(encoding="utf-8")
    assert "<td>NOTICE OF RECORDING</td>" in report
    assert "Left over" in report

    records = read_folder(project / "data").records
    for family in ("meetings", "agendas", "minutes", "papers", "people"):
        assert not getattr(records, family)
    advice = [problem for problem in check(Dossier(records)) if problem.code == "draft"]
    assert len(advice) == len({problem.place.file for problem in advice}) == 9
    assert any("16 entries here are drafts" in problem.message for problem in advice)

    again = run("pack.docx", "--meeting", "2025-06-16")
    assert (again.exit_code, "There is something already" in again.output) == (1, True)
    beside = run("pack.docx", "--meeting", "2025-06-16", "--into", "scratch")
    assert "what differs is in scratch/differences.diff" in beside.output


def test_what_is_private_is_told_and_kept_out(project: Path) -> None:
    told = run("notes.txt", "--meeting", "2026-02-02")
    assert "notes.txt: 2 words, a telephone number." in told.output
    written = "".join(
        path.read_text(encoding="utf-8") for path in project.rglob("*.*") if path.suffix in (".yml", ".md")
    )
    assert "900123" not in told.output + written
    assert "[withheld]" in written


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("pack.docx", "--meeting", "2026-02-02"),
            "is of 2025-06-16, and not of 2026-02-02. Nothing was written. Try: --meeting 2025-06-16",
        ),
        (("pack.docx", "--meeting", "16 June 2025"), "Try: --meeting 2025-06-16"),
        (("pack.docx", "--meeting", "next week"), "Write the year, the month and the day: --meeting 2026-02-02"),
        (("pack.docx", "--meeting", "4/2/2026"), "Write the year, the month and the day: --meeting 2026-02-02"),
        (("pack.docx",), "Missing option '--meeting'"),
        (("gone.docx", "--meeting", "2026-02-02"), "There is no file gone.docx."),
        (("data", "--meeting", "2026-02-02"), "data is a folder. Name the files in it, in their order."),
        (("notes.txt", "--meeting", "2026-02-02", "--data", "elsewhere"), "elsewhere is no folder of records"),
        (("notes.txt", "--meeting", "2026-02-02", "--into", "data"), "There is something in"),
        (("old.doc", "--meeting", "2026-02-02"), "old format of Word"),
    ],
)
def test_what_goes_wrong_is_told_with_its_cure_and_nothing_is_written(
    project: Path, words: Any, message: str
) -> None:
    (project / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    before = sorted(project.rglob("*"))
    told = run(*words)
    assert told.exit_code != 0
    assert message in " ".join(told.output.split())
    assert sorted(project.rglob("*")) == before


@pytest.mark.usefixtures("project")
def test_a_missing_library_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **given: Any) -> Any:
        if name.endswith("word.reading"):
            raise ModuleNotFoundError("No module named 'docx'", name="docx")
        return real(name, *rest, **given)

    monkeypatch.setattr(builtins, "__import__", missing)
    told = run("pack.docx", "--meeting", "2025-06-16")
    assert (
        'docx is not installed. Install the libraries that read such files: pip install "panel-papers[import]"'
        in told.output
    )


def test_a_full_disk_is_told_in_one_line(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: Any) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("panelpapers.importing.sheets.plan.NamedTemporaryFile", full)
    told = run("notes.txt", "--meeting", "2026-02-02")
    assert (told.exit_code, "No space left on device. Make room on that disk" in told.output) == (1, True)
    assert not (project / "imported").exists()


def test_at_a_terminal_a_table_of_figures_becomes_an_indicator_when_somebody_says_what_it_means(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = "Table 1: Calls\nArea\tQ1 2025/26\nNorth\t12\nSouth\t15\n"
    (project / "paper.txt").write_text(
        f"CALLS\nReport of: the Chief\nDate: 2 February 2026\n\n{table}", encoding="utf-8"
    )
    monkeypatch.setattr("panelpapers.taking_over.at_terminal", lambda: True)
    monkeypatch.setattr(
        "panelpapers.commands._ask", lambda question, _: next(a for w, a in ANSWERS.items() if w in question)
    )
    command = ["import", "pack", "notes.txt", "paper.txt", "--meeting", "2026-02-02"]
    told = CliRunner().invoke(main, command, input="y\n", catch_exceptions=False)
    assert "Make draft indicators of this table now?" in told.output
    (file,) = (project / "data" / "indicators").iterdir()
    written = file.read_text(encoding="utf-8")
    assert "draft: yes\n" in written
    assert "definition: Calls that were answered" in written
    assert not read_folder(project / "data").records.indicators


ANSWERS = {"unit": "count", "whom": "the valley", "mean": "Calls that were answered", "kind of period": "quarter"}
