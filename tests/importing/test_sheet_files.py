"""What is read of a file: every cell as it is printed, what nobody sees, and what cannot be read at all."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from panelpapers.importing.parts import Source
from panelpapers.importing.sheets import gathering
from panelpapers.importing.sheets.opening import read_sheets
from panelpapers.importing.sheets.printed import number_as_printed
from panelpapers.importing.sheets.taking import taken_over
from panelpapers.importing.sheets.told import Told
from panelpapers.importing.unreadable import Unreadable

OPEN_SHEET = (Path(__file__).parents[1] / "cases" / "importing" / "open-sheet.xml").read_bytes()


def packed(path: Path, **parts: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, data in parts.items():
            folder.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return path


def workbook(path: Path, fill: Callable[[Worksheet], None]) -> Path:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Calls"
    fill(sheet)
    book.save(path)
    return path


def cells(source: Source) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for part in source.parts for cell in part.cells}


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        (0.135, "0.0%", "13.5%"),
        (0.1345, "0%", "13%"),
        (0.145, "0%", "15%"),  # half is rounded up, as a spreadsheet does
        (1234567.5, "#,##0", "1,234,568"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)"),
        (-1234.5, '"£"#,##0.0;[Red]-"£"#,##0.0', "-£1,234.5"),
        (1234567, '[$£-809]0.0,,"m"', "£1.2m"),
        (0, '0;-0;"-"', "-"),
        (-0.004, "0.00", "0.00"),
        (5, "000", "005"),
        (12.5, "0.0##", "12.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e15, "General", "1000000000000000"),
        (12, "# ?/?", "12"),
        (1500, "[>1000]0.0,;0", "1500"),
        (1.5, "0.00_);(0.00)", "1.50"),
    ],
)
def test_a_number_is_read_as_it_is_printed(value: float, code: str, printed: str) -> None:
    assert number_as_printed(value, code) == printed


def test_excel_cells_are_read_as_they_are_printed_and_what_is_hidden_is_counted(tmp_path: Path) -> None:
    day, month = datetime.date(2025, 6, 30), datetime.date(2025, 6, 1)
    typed: list[tuple[str, datetime.date | datetime.timedelta | str | bool, str]] = [
        ("A1", day, "dd/mm/yyyy"),
        ("B1", month, "mmm-yy"),
        ("C1", datetime.timedelta(minutes=8, seconds=43), "[mm]:ss"),
        ("D1", datetime.timedelta(hours=1, minutes=8, seconds=3), "[h]:mm:ss"),
        ("E1", "'=1+1", "General"),
        ("F1", True, "General"),
        ("A2", "=A1+1", "0"),
        ("A3", "two words", "General"),
        ("G1", "unseen column", "General"),
    ]

    def fill(sheet: Worksheet) -> None:
        for name, value, code in typed:
            sheet[name] = value
            sheet[name].number_format = code
        sheet["A1"].comment = Comment("three more words", "Clerk")
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["G"].hidden = True
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("Secret")
        other["A1"], other.sheet_state = "one", "veryHidden"

    source = read_sheets(workbook(tmp_path / "a.xlsx", fill))
    assert cells(source) == {
        (0, 0): "2025-06-30",
        (0, 1): "June 2025",
        (0, 2): "8:43",
        (0, 3): "1:08:03",
        (0, 4): "=1+1",
        (0, 5): "TRUE",
        (1, 0): "#NOT WORKED OUT",
    }
    assert {(held.words, held.why) for held in source.withheld} == {
        (3, "in comments"),
        (4, "in hidden rows and columns"),
        (1, "on hidden sheets"),
    }
    assert not any("Secret" in part.text for part in source.parts)


def test_open_document_cells_are_read_as_they_are_printed(tmp_path: Path) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    source = read_sheets(packed(tmp_path / "a.ods", mimetype=kind, content_xml=OPEN_SHEET))
    assert cells(source) == {(0, 0): "Rate", (3, 0): "13.5%", (3, 2): "2025-06-30", (3, 3): "June 2025"}
    assert [part.text for part in source.parts if part.kind == "heading"] == ["Calls"]
    assert {(held.words, held.why) for held in source.withheld} == {
        (5, "in hidden rows and columns"),
        (2, "on hidden sheets"),
    }


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café;Unit\n£5;1,5\n", "utf-8"),
        ('Café,Unit\n£5,"1,5"\n', "utf-8-sig"),
        ("Café\tUnit\r\n£5\t1,5\r\n", "utf-16"),
        ("sep=;\nCafé;Unit\n£5;1,5\n", "cp1252"),
        ('Café,Unit\r£5,"1,5"\r', "cp1252"),
    ],
)
def test_separated_text_is_read_in_any_form(text: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))
    found = cells(read_sheets(tmp_path / "a.csv"))
    assert list(found.values()) == ["Café", "Unit", "£5", "1,5"]


def _bomb(sheet: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("xl/workbook.xml", "<workbook/>")
        folder.writestr("xl/worksheets/sheet1.xml", sheet)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 99, "locked with a password"),
        ("a.xlsx", b"PK\x03\x04 and no more", "cannot be unpacked"),
        ("a.xlsx", b"hello", "not what its name says"),
        ("a.xlsx", _bomb(b" " * 30_000_000), "more than can be looked through"),
        ("a.xlsx", _bomb(b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'), "document type"),
        ("a.xlsx", _bomb(b"<worksheet/>"), "broken"),
        ("a.xlsx", _bomb(b'<worksheet><mergeCell ref="B2:XFC1048575"/></worksheet>'), "reach over too many"),
        ("a.csv", b"%PDF-1.7", "PDF"),
        ("a.csv", b"a,b\0c", "signs that no text has"),
        ("a.csv", b'a,"b' + b"x" * 200_000, "quotation mark is open"),
        ("a.csv", b"1,2\n" * 200, "cells of this file hold something"),
        ("a.csv", b",".join(b"a" for _ in range(2_100)), "columns of a sheet"),
        ("a.pdf", b"%PDF-1.7", "not one of a spreadsheet"),
    ],
)
def test_what_cannot_be_read_is_told(
    name: str, data: bytes, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if told.startswith("cells"):
        monkeypatch.setattr(gathering, "MOST_CELLS", 300)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable, match=told):
        read_sheets(tmp_path / name)


def test_a_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["XFD1048576"] = "near", "far"

    assert list(cells(read_sheets(workbook(tmp_path / "a.xlsx", fill))).values()) == ["near", "far"]


def test_what_a_further_sheet_says_of_indicators_is_taken_with_their_figures(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["Indicator", "Q1 2025/26"], ["Noise", "5"]):
            sheet.append(row)
        assert sheet.parent is not None
        words = sheet.parent.create_sheet("Definitions")
        words.append(["Indicator", "Unit", "Definition", "Source", "Place"])
        words.append(["Noise", "count", "Complaints.", "Report", "Northshire"])
        words.append(["Smell", "count", "Other complaints.", "Report", "Northshire"])

    told = Told()
    source = read_sheets(workbook(tmp_path / "a.xlsx", fill))
    second = Path(__file__).parents[1] / "cases" / "second-panel"
    plan = taken_over("indicators", [source], second, {}, lambda *_: "", told)
    assert (told.problems, [*plan.files]) == ([], ["indicators/noise.yml"])
    assert b"definition: Complaints.\n" in plan.files["indicators/noise.yml"]
    assert [note.rpartition(": ")[2] for note in told.notes if "left over" in note][:2] == ["Smell", "count"]


def test_every_word_of_a_file_is_placed_left_over_or_withheld(tmp_path: Path) -> None:
    text = "Title of it,,Owner\nKPI,Q1 2025/26,\nResponse time,x y,Ann\nNote: all of it,,\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    source, told = read_sheets(tmp_path / "a.csv"), Told()
    taken_over("indicators", [source], Path(__file__).parents[1] / "cases" / "second-panel", {}, lambda *_: "", told)
    words = sum(len(leaf.printed.split()) for leaf in source.leaves())
    left = sum(len(note.partition("in no record: ")[2].split()) for note in told.notes)
    assert (words, left) == (16, 16 - 7)  # KPI, Q1 2025/26, Response time, x y
