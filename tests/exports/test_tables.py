"""The table as a file: the same strings as on the page, and a description that fits them."""

from __future__ import annotations

import csv
import io
import json

from panelpapers.exports.tables import as_csv, as_csv_metadata
from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.words.table import DataTable, data_table

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
    described = json.loads(as_csv_metadata(table(), INDICATOR, "rate.csv"))
    assert described["url"] == "rate.csv"
    assert described["dc:title"] == 'Rate, "all" crime'
    columns = described["tableSchema"]["columns"]
    assert [column["titles"] for column in columns] == ["Period", "Rate (%)", "Status"]
    assert columns[0]["datatype"] == "string"
    assert columns[1]["datatype"] == {"base": "number", "format": "#,##0.###%"}
    assert "[x]" in columns[1]["null"]
    assert columns[2]["datatype"] == "string"
    assert "[p] means provisional, may change." in described["notes"]
