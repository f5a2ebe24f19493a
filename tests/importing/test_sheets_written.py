"""Import and export as commands: what is written, what is not, and that one undoes the other."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from panelpapers.cli import main
from panelpapers.facts.dossier import Dossier
from panelpapers.importing.sheets.export import as_csv, as_workbook, sheets_of
from panelpapers.importing.sheets.opening import read_sheets
from panelpapers.importing.sheets.taking import taken_over
from panelpapers.importing.sheets.told import Told
from panelpapers.reading.folder import read_folder

pytestmark = pytest.mark.slow  # whole folders are exported, imported and checked

CASES = Path(__file__).parents[1] / "cases"
PLACES = ("second-panel", "bodies/alder-creek", "bodies/cyngor-dyffryn-aur")


def files_of(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(CASES / "second-panel", tmp_path / "data")
    shutil.copy(CASES / "importing" / "calls.yml", tmp_path / "data" / "indicators" / "calls.yml")
    return tmp_path / "data"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_exported_is_imported_as_no_change(place: str, form: str, tmp_path: Path) -> None:
    folder = CASES / place
    sheets = sheets_of(Dossier(read_folder(folder).records).public.records)
    assert {"people", "attendance"} <= sheets.keys()
    (tmp_path / "all.xlsx").write_bytes(as_workbook(sheets))
    for kind, rows in sheets.items():
        (tmp_path / f"{kind}.csv").write_bytes(as_csv(rows))
        file = tmp_path / ("all.xlsx" if form == "xlsx" else f"{kind}.csv")
        told = Told()
        plan = taken_over(kind, [read_sheets(file)], folder, {}, lambda *_: "", told)
        assert (told.problems, told.notes, plan.files) == ([], [], {})
        assert plan.same >= len(rows)


def test_nothing_that_is_kept_back_is_exported_and_no_cell_begins_a_formula(data: Path, tmp_path: Path) -> None:
    calls = data / "indicators" / "calls.yml"
    figures = calls.read_text("utf-8").replace(
        "title:   Calls answered in time", 'title: "=HYPERLINK(1)"\nnotes: secret'
    )
    calls.write_text(figures, encoding="utf-8")
    fires = (data / "indicators" / "fires-by-kind.yml").read_text("utf-8").replace("Fires", "Rescues")
    (data / "indicators" / "rescues.yml").write_text(f"draft: yes\n{fires}", encoding="utf-8")
    assert run("export", tmp_path / "out", "--data", data)[0] == 0
    assert run("export", tmp_path / "out.xlsx", "--data", data)[0] == 0
    written = (tmp_path / "out" / "indicators.csv").read_text("utf-8-sig")
    assert "secret" not in written
    assert "Rescues" not in written
    assert ",'=HYPERLINK(1)," in written
    sheet = load_workbook(tmp_path / "out.xlsx")["indicators"]
    assert "'=HYPERLINK(1)" in [cell.value for cell in sheet["B"]]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert run("import", "indicators", tmp_path / "out" / "indicators.csv", "--data", data)[0] == 0
    assert run("export", tmp_path / "out", "--data", data)[0] == 1  # nothing is replaced


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("id,Q3 2025/26,Q1 2025/26\ncalls,93,92\n", "The value here is"),
        ("title,unit,2027/28\nA,%,5\nresponse-time,,x\n", "Nothing says the place"),
        ("title,2027/28\nResponse time,10000000000000000\n", "cell B2"),
        ("a,b\n1,2\n", "No headings"),
    ],
)
def test_where_something_is_wrong_nothing_is_written(sheet: str, told: str, data: Path, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(sheet, encoding="utf-8")
    before = files_of(data)
    code, said = run("import", "indicators", tmp_path / "sheet.csv", "--data", data)
    assert (code, files_of(data)) == (1, before)
    assert told in said


def test_what_the_check_would_refuse_is_told_with_its_cell(data: Path, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "Name,Role,Council\nDi Dale,Adviser,Nowhere\nEd Elm,Adviser,\n", encoding="utf-8"
    )
    text = (data / "people.yml").read_text("utf-8").replace("body: seaham", "body: seaham  # kept")
    (data / "people.yml").write_text(text, encoding="utf-8")
    code, said = run("import", "register", "people", tmp_path / "people.csv", "--data", data)
    assert code == 0, said  # a draft may say what the check does not know yet
    after = (data / "people.yml").read_text("utf-8")
    assert after.startswith(text)
    (tmp_path / "rows.csv").write_text("id,seat,authority,source\nann-ash,observer,nowhere,A\n", encoding="utf-8")
    code, said = run("import", "register", "people", tmp_path / "rows.csv", "--data", data)
    assert (code, (data / "people.yml").read_text("utf-8")) == (1, after)
    assert "rows.csv, cell A2 (people.yml, line" in said


HEAD = "title: T\nmeasure: t\nplace: N\nunit: count\ndefinition: D.\nsource: {title: S}\n"


@pytest.mark.parametrize(
    ("layout", "new"),
    [
        ("points:\n- period: 2024/25\n  value: 5\nremarks:\n- Kept.\n", "- period: 2025/26\n  value: 6\n"),
        ("points:\n    -   period: 2024/25\n        value: 5", "    -   period: 2025/26\n        value: 6\n"),
        ("points:\n  - {period: 2024/25, value: 5}  # kept\n", "  - {period: 2025/26, value: 6}\n"),
        (
            "points:\n  - period: 2024/25\n    value: 5\n    # of it\n\n# kept\n",
            "  - period: 2025/26\n    value: 6\n",
        ),
        ("points:\r\n  - period: 2024/25\r\n    value: 5\r\n", "  - period: 2025/26\r\n    value: 6\r\n"),
        (
            "points:\n  - period: 2024/25\n    value: 5\n  - period: 2023/24\n    value: 4\n",
            "  - period: 2025/26\n    value: 6\n",
        ),
        ("points: [{period: 2024/25, value: 5}]\n", ""),
    ],
)
def test_new_lines_are_laid_out_as_their_neighbours_and_no_other_changes(layout: str, new: str, data: Path) -> None:
    file, sheet = data / "indicators" / "t.yml", data.parent / "sheet.csv"
    head = HEAD.replace("\n", "\r\n") if "\r" in layout else HEAD
    file.write_bytes(f"{head}{layout}".encode())
    sheet.write_text("id,period,value\nt,2024/25,5\nt,2025/26,6\n", encoding="utf-8")
    told = Told()
    plan = taken_over("indicators", [read_sheets(sheet)], data, {}, lambda *_: "", told)
    assert ("laid out" in "".join(told.problems)) is (new == "")
    if new:
        after = plan.files["indicators/t.yml"].decode()
        start = after.index(new.rstrip())
        rest = after[:start] + after[start + len(new) :]
        assert rest.rstrip() == f"{head}{layout}".rstrip()


def test_somebody_is_asked_about_each_older_figure(data: Path) -> None:
    sheet, told, answers = data.parent / "sheet.csv", Told(), ["revise", "keep"]
    sheet.write_text("id,Q1 2025/26,Q2 2025/26\ncalls,90,92\n", encoding="utf-8")
    plan = taken_over("indicators", [read_sheets(sheet)], data, {}, lambda *_: answers.pop(0), told)
    assert (plan.revised, plan.kept, told.problems) == (1, 1, [])
    assert b"value: 92.5\n" in plan.files["indicators/calls.yml"]


def test_nobody_is_asked_twice_what_one_answer_says(data: Path) -> None:
    sheet, asked, told = data.parent / "sheet.csv", list[str](), Told()
    sheet.write_text("KPI,Jun-25,Sep-25\nCost,5,6\n", encoding="utf-8")

    def ask(question: str, choices: tuple[str, ...]) -> str:
        asked.append(question.partition(": ")[2])
        return "quarter" if choices else "count" if "unit" in question else "Words."

    plan = taken_over("indicators", [read_sheets(sheet)], data, {}, ask, told)
    assert [question.partition(" ")[0] for question in asked] == ["in", "which", "whom", "what", "in"]
    assert "period: quarter 3 of 2025\n" in plan.files["indicators/cost.yml"].decode()
