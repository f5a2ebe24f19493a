"""The table as a file: the same strings as on the page, and a description that fits them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from panelpapers.exports.tables import as_csv, as_csv_metadata
from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.words.table import DataTable, TableRow, data_table

INDICATOR = Indicator.model_validate(
    {
        "title": 'Rate, "all" crime',
        "measure": "rate",
        "place": "the force",
        "unit": "%",
        "definition": "Outcomes by crimes.",
        "source": {"title": "A report"},
        "points": [
            {"period": "2023", "value": "1200.5"},
            {"period": "2024", "statuses": ["not available"]},
            {"period": "2025", "value": "13.5", "statuses": ["provisional"]},
        ],
    }
)


def table() -> DataTable:
    return data_table(INDICATOR, figure_facts(INDICATOR))


def test_the_file_holds_what_the_page_shows() -> None:
    content = as_csv(table())
    assert content.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"))))
    assert rows == [
        ["Period", "Rate (%)", "Status"],
        ["2023", "1,200.5%", ""],
        ["2024", "[x]", "not available [x]"],
        ["2025", "13.5%", "provisional, may change [p]"],
    ]


def test_the_description_names_the_file_its_columns_and_marks() -> None:
    described = json.loads(as_csv_metadata(table(), INDICATOR, {}, "rate.csv"))
    assert described["url"] == "rate.csv"
    assert described["dc:title"] == 'Rate, "all" crime'
    columns = described["tableSchema"]["columns"]
    assert [column["titles"] for column in columns] == ["Period", "Rate (%)", "Status"]
    assert columns[0]["datatype"] == "string"
    assert columns[1]["datatype"] == {"base": "decimal", "format": "#,##0.###%"}
    assert "[x]" in columns[1]["null"]
    assert columns[2]["datatype"] == "string"
    assert "[p] means provisional, may change." in described["notes"]


SIGNS = [
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.normalize("NFKC", chr(code))[:1] in set("=+-@")
]
SIGNS.append("\u2212")
PARTS = "[;|\t\r\n]"
FIGURES = ["-5", "-5.2%", "-£1,234", "-1,234,567.05", "0", "13.5%", "£3"]

texts = st.text(st.sampled_from([*SIGNS, *";|\t\r\n ,.'\"£%[]\u200b\ufeff\u00a0\u2018A1x5cmd!()"]), max_size=12)
figures = st.sampled_from(FIGURES)


def table_of(columns: tuple[str, ...], *rows: tuple[str, ...]) -> DataTable:
    return DataTable("Data", columns, tuple(TableRow(row[0], row[1:], "") for row in rows), False, (), ())


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def begins_a_formula(cell: str) -> bool:
    """Whether a spreadsheet could take a cell for a formula, after it passed over what is not seen or quotes."""
    if cell[:1] in ("\t", "\r", "\n"):
        return True
    passed = [
        at for at, letter in enumerate(cell) if not (letter.isspace() or unicodedata.category(letter)[0] == "C")
    ]
    return next((cell[at] in SIGNS for at in passed if cell[at] not in '"\u2018'), False)


def without_what_was_added(cell: str) -> str:
    """Give the text of a page from a cell of the file, as the description tells how to."""
    parts = re.split(f"({PARTS})", cell)
    first = re.match(r"'[^\w;|]*[\t\r\n]", cell) is not None
    for at in range(0, len(parts), 2):
        signed = re.match(rf"'[^\w]*[{re.escape(''.join(SIGNS))}]", parts[at]) is not None
        if signed or (at == 0 and first):
            parts[at] = parts[at][1:]
    return "".join(parts)


@given(texts, texts, texts, figures)
@example("=1+1", "@SUM(A1)", "+44 20 7946 0000", "-5")
@example("-5", "1+cmd|' /C calc'!A0", "foo;=1+1", "-5.2%")
@example("\t=1", "\r=1", "\n=1", "-5")
@example("\uff1d1", ' "=1', "\u200b=1", "-5")
def test_no_text_begins_a_formula_and_each_stays_what_it_says(head: str, name: str, text: str, figure: str) -> None:
    made = table_of(("Category", head, name), (text, figure, head), (name, text, figure))
    typed = [made.columns, *((row.heading, *row.cells) for row in made.rows)]
    found = read(as_csv(made))
    assert [[without_what_was_added(cell) for cell in row] for row in found] == [list(row) for row in typed]
    for at, cell in ((at, cell) for row in found for at, cell in enumerate(row)):
        assert (at and re.fullmatch(r"-?£?[\d,]+(?:\.\d+)?%?", cell)) or not any(
            begins_a_formula(part) for part in (cell, *re.split(PARTS, cell))
        ), cell


@given(texts, texts, figures)
@example("-5", "1+cmd|' /C calc'!A0", "-5")
@example("a;b", "c;=1+1", "-5")
def test_no_formula_begins_where_cells_are_parted_otherwise(heading: str, text: str, figure: str) -> None:
    content = as_csv(table_of(("Category", "Rate", text), (heading, figure, text), (text, text, figure))).decode()
    for piece in re.split(PARTS, content):
        assert not begins_a_formula(piece), piece


@pytest.mark.parametrize("figure", FIGURES)
def test_figures_stay_figures(figure: str) -> None:
    assert read(as_csv(table_of(("Category", "Rate"), ("All", figure))))[1] == ["All", figure]


def test_the_description_says_where_an_apostrophe_was_added() -> None:
    made = table_of(("Category", "=Rate"), ("All", "-5"))
    described = json.loads(as_csv_metadata(made, INDICATOR, {}, "rate.csv"))
    assert [column["titles"] for column in described["tableSchema"]["columns"]] == read(as_csv(made))[0]
    assert described["tableSchema"]["columns"][1]["datatype"] == {"base": "decimal", "format": "#,##0.###"}
    assert described["notes"][-1].startswith("An apostrophe was added before each text that begins with a sign")
    assert not any(
        "apostrophe" in note for note in json.loads(as_csv_metadata(table(), INDICATOR, {}, "x.csv"))["notes"]
    )
