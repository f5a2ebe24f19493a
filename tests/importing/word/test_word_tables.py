"""Tables of Word: merged cells once, at their corner; what is in a cell; tables in several pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.importing.parts import Part
from tests.importing.word.making import lines, p, read, tbl, tc

SPAN = '<w:gridSpan w:val="{}"/>'
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LEFT, RIGHT = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
HEADS = tc("Name") + tc("Role")
IN_CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"

Box = tuple[int, int, int, int, str]
CASES: dict[str, tuple[str, list[Box]]] = {
    "two rows of headings": (
        tbl(
            tc("Use", properties=DOWN) + tc("Today", properties=SPAN.format(2)),
            tc(properties=ON) + tc("Water") + tc("Sewer"),
            tc("3") + tc("$98") + tc("$41"),
        ),
        [
            *[(0, 0, 2, 1, "Use"), (0, 1, 1, 2, "Today"), (1, 1, 1, 1, "Water"), (1, 2, 1, 1, "Sewer")],
            *[(2, 0, 1, 1, "3"), (2, 1, 1, 1, "$98"), (2, 2, 1, 1, "$41")],
        ],
    ),
    "merged both ways, with words in what is merged": (
        tbl(
            tc("a", properties=SPAN.format(2) + DOWN) + tc("b"),
            tc("more", properties=SPAN.format(2) + ON) + tc("c"),
            tc("1") * 3,
        ),
        [(0, 0, 2, 2, "a\nmore"), (0, 2, 1, 1, "b"), (1, 2, 1, 1, "c")] + [(2, at, 1, 1, "1") for at in range(3)],
    ),
    "merged as old files do it": (
        tbl(tc("a", properties=LEFT) + tc(properties=RIGHT) + tc("b"), tc("1") + tc("2") + tc("3")),
        [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b"), (1, 0, 1, 1, "1"), (1, 1, 1, 1, "2"), (1, 2, 1, 1, "3")],
    ),
    "a merged cell that nothing begins": (
        tbl(tc("a", properties=ON) + tc("b"), tc("c", properties=ON) + tc("d")),
        [(0, 0, 2, 1, "a\nc"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "d")],
    ),
    "one merged cell below another": (
        tbl(*(tc(text, properties=how) + tc(text) for text, how in (("a", DOWN), ("", ON), ("c", DOWN), ("", ON)))),
        [
            (0, 0, 2, 1, "a"),
            (0, 1, 1, 1, "a"),
            (1, 1, 1, 1, ""),
            (2, 0, 2, 1, "c"),
            (2, 1, 1, 1, "c"),
            (3, 1, 1, 1, ""),
        ],
    ),
    "edges that do not quite meet": (
        tbl(
            tc("a", properties=SPAN.format(3)) + tc("b", properties=SPAN.format(4)),
            tc("c", properties=SPAN.format(3)) + tc("d"),
        ),
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")],
    ),
    "a row that begins further in": (
        tbl(tc("a") + tc("b"), f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc("d")}</w:tr>'),
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "d")],
    ),
    "rows, cells and paragraphs in content controls": (
        tbl(HEADS).replace(
            "</w:tbl>",
            IN_CONTROL.format(f"<w:tr>{IN_CONTROL.format(tc('c'))}{tc(IN_CONTROL.format(p('d')))}</w:tr>")
            + "</w:tbl>",
        ),
        [(0, 0, 1, 1, "Name"), (0, 1, 1, 1, "Role"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")],
    ),
    "a width beyond belief": (
        tbl(tc("a", properties=SPAN.format(10**9)) + tc("b")),
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")],
    ),
}


def boxes(table: Part) -> list[Box]:
    return [(cell.row, cell.column, cell.rows, cell.columns, cell.text) for cell in table.cells]


@pytest.mark.parametrize("case", CASES)
def test_cells_stand_where_they_are_seen(case: str, tmp_path: Path) -> None:
    body, wanted = CASES[case]
    (table,) = read(tmp_path, body).parts
    assert boxes(table) == wanted


def test_lists_tables_and_headings_in_cells(tmp_path: Path) -> None:
    inner = tbl(tc("x") + tc("y"))
    cell = tc(p("ACTIONS", run="<w:b/>"), p("•\tfirst"), p("(a)\tsecond"), inner, p("last"))
    (table,) = read(tmp_path, tbl(cell + tc("2.1"))).parts
    assert [(part.kind, part.number, part.text) for part in table.cells[0].parts] == [
        ("paragraph", "", "ACTIONS"),
        ("entry", "", "first"),
        ("entry", "(a)", "second"),
        ("table", "", ""),
        ("paragraph", "", "last"),
    ]
    assert table.cells[1].parts[0].text == "2.1"
    assert [part.printed for part in table.leaves()] == ["ACTIONS", "first", "(a) second", "x", "y", "last", "2.1"]


def test_a_table_of_one_cell_is_a_frame_and_an_empty_one_is_nothing(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        tbl(
            tc(p("RECOMMENDATION", run="<w:b/>"), p("1. Agree.")),
        )
        + tbl(tc() + tc())
        + p("end"),
    )
    assert [(part.kind, part.printed) for part in source.parts] == [
        ("heading", "RECOMMENDATION"),
        ("entry", "1. Agree."),
        ("paragraph", "end"),
    ]


ON_TWO_PAGES = {
    "the headings said again": (tbl(HEADS, tc("A") + tc("1")) + p() + tbl(HEADS, tc("B") + tc("1")), "AB", ""),
    "a line says that it goes on": (
        tbl(HEADS, tc("A") + tc("1")) + p("Table 2 (continued)") + tbl(HEADS, tc("B") + tc("1")),
        "AB",
        "Table 2 (continued)",
    ),
    "three pieces": (
        "".join(tbl(HEADS, tc(name) + tc("1")) for name in "ABC"),
        "ABC",
        "",
    ),
}


@pytest.mark.parametrize("case", ON_TWO_PAGES)
def test_a_table_in_pieces_is_one(case: str, tmp_path: Path) -> None:
    body, names, line = ON_TWO_PAGES[case]
    source = read(tmp_path, body)
    assert lines(source.parts) == ["Name\tRole", *(f"{name}\t1" for name in names)]
    assert {part.text for part in source.running} == {"Name", "Role"} | ({line} if line else set())


@pytest.mark.parametrize(
    "between",
    [p("Apologies"), p("The Chair continued with item 4."), p("Table 2 shows who continued in office")],
)
def test_tables_with_words_between_them_are_two(between: str, tmp_path: Path) -> None:
    source = read(tmp_path, tbl(HEADS, tc("A") + tc("1")) + between + tbl(HEADS, tc("B") + tc("2")))
    assert [part.kind for part in source.parts] == ["table", "paragraph", "table"]


def test_tables_with_other_headings_are_two(tmp_path: Path) -> None:
    source = read(tmp_path, tbl(HEADS, tc("A") + tc("1")) + tbl(tc("Name") + tc("Post"), tc("B") + tc("2")))
    assert [part.kind for part in source.parts] == ["table", "table"]
