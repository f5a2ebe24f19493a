"""Tables of actions, of ratings and of figures, whatever their headings are called."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from panelpapers.importing.account import Account
from panelpapers.importing.pack import Pack, Stretch
from panelpapers.importing.parts import Cell, Part, Source
from panelpapers.importing.roll import Roll
from panelpapers.importing.rules.papers import paper_of_report
from panelpapers.importing.rules.ratings import plan_of_ratings, ratings_of
from panelpapers.importing.rules.tables import figures_in, sheet_of
from panelpapers.importing.rules.trackers import actions_of, tracker_of_actions


def table(*rows: str, first: int = 0) -> Part:
    """Make a table of rows with bars between the cells; a cell with < is part of the one to its left."""
    positions = count(first + 1)
    cells = []
    for r, row in enumerate(rows):
        texts = [text.strip() for text in row.split("|")]
        for c, text in enumerate(texts):
            if text != "<":
                reach = next((n for n, more in enumerate(texts[c + 1 :], 1) if more != "<"), len(texts) - c)
                cells.append(Cell(r, c, (Part("paragraph", text, next(positions)),), columns=reach))
    return Part("table", "", first, cells=tuple(cells))


@pytest.mark.parametrize(
    "rows",
    [
        ("Ref | Action | Owner | Due", "7 | Mend the gate | Clerk | May 2025"),
        ("Minute | Date raised | Agreed action | Responsible officer | Target date | Update",
         "7 | 1/2/25 | Mend the gate | Clerk | May 2025 | Begun"),
        ("No. | What | Who | By when", "7 | Mend the gate | Clerk | May 2025"),
        ("Deadline | Assigned to | Task | ID", "May 2025 | Clerk | Mend the gate | 7"),
        ("Outstanding | < | < | <", "Number | Action point | Lead | By", "7 | Mend the gate | Clerk | May 2025"),
    ],
)  # fmt: skip
def test_actions_are_read_by_their_headings(rows: tuple[str, ...]) -> None:
    (action,) = actions_of(table(*rows))
    found = tuple(said.text for said in (action.ref, action.action, action.owner))

    assert found == ("7", "Mend the gate", "Clerk")


@pytest.mark.parametrize("rows", [("Item | Cost", "Gate | £40"), ("Name | Role | Action", "Bee | Chair | -")])
def test_other_tables_hold_no_actions(rows: tuple[str, ...]) -> None:
    assert actions_of(table(*rows)) == []


@pytest.mark.parametrize(
    ("progress", "is_done"),
    [("Complete", True), ("Sent. Proposed for discharge.", True), ("To Discharge – sent", True),
     ("Not complete", False), ("In progress", False)],
)  # fmt: skip
def test_a_tracker_proposes_to_discharge(progress: str, is_done: bool) -> None:
    (action,) = actions_of(table("Ref | Action | Owner | Status", f"7 | Mend | Clerk | {progress}"))

    assert action.is_done is is_done


def test_every_word_of_a_tracker_is_in_its_draft() -> None:
    parts = (
        Part("heading", "Action tracker", 0),
        Part("paragraph", "Updated in May.", 1),
        table(
            "Ref | Action | Owner | Due | Ward | Status",
            "905ii | Mend it | Clerk | May 2025 | North | Begun",
            first=2,
        ),
    )
    source = Source("pack", parts)
    account = Account(source)
    (draft,) = tracker_of_actions(
        Stretch("tracker", parts), Pack(source, "2025-06-16", Roll(), "2025-03-17"), account
    )

    assert [*account.left_over()] == []
    assert draft.fields == {
        "introduction": "Updated in May.",
        "updates": [
            {
                "action": "2025-03-17-905-ii",
                "text": "Begun",
                "notes": "Ref: 905ii\nAction: Mend it\nOwner: Clerk\nDue: May 2025\nWard: North",
            }
        ],
    }


@pytest.mark.parametrize(
    ("rows", "ratings"),
    [
        (("Ref | Promise | Q1 | Q2", "2.1 | An officer | Amber | Green", "2.2 | Fill posts | Red | Red"),
         [("2.1", "An officer", "Amber Green"), ("2.2", "Fill posts", "Red Red")]),
        (("222 - Raise the rate | Green", "223 - Ask more | Amber", "238, 239 - Two | Red"),
         [("222", "Raise the rate", "Green"), ("223", "Ask more", "Amber"), ("238, 239", "Two", "Red")]),
        (("Risk | Score | RAG", "Flood | 20 | Red", "Fire | 4 | Green"),
         [("", "Flood", "Red"), ("", "Fire", "Green")]),
        (("Colour | Number", "Red | 4", "Blue | 6", "Pink | 1", "Gold | 2"), []),
        (("Year | Budget", "2024 | 10", "2025 | 12"), []),
    ],
)  # fmt: skip
def test_ratings_are_read_whatever_stands_beside_them(
    rows: tuple[str, ...], ratings: list[tuple[str, str, str]]
) -> None:
    found = [
        (row.number.text, row.text.text, " ".join(rating.text for _, rating in row.ratings))
        for row in ratings_of(table(*rows))
    ]

    assert found == ratings


@pytest.mark.parametrize(
    ("before", "quarters"),
    [
        ("The ratings are those of quarter 2 of 2025/26.", {"quarter 2 of 2025/26"}),
        ("In Q2 2025/26 the rate was 4%.", set()),
    ],
)
def test_a_rating_gets_a_quarter_only_where_the_words_give_it_one(before: str, quarters: set[str]) -> None:
    parts = (
        Part("heading", "The plan", 0),
        Part("paragraph", before, 1),
        table("1 - One | Red", "2 - Two | Green", first=2),
    )
    source = Source("pack", parts)
    drafts = plan_of_ratings(Stretch("paper", parts), Pack(source, "2026-01-05", Roll()), Account(source))
    commitments: list[Any] = [draft.fields["commitments"] for draft in drafts]
    found = {rating["period"] for given in commitments for entry in given for rating in entry["ratings"]}

    assert found == quarters


def test_figures_are_told_with_what_the_headings_say_of_them() -> None:
    rows = (
        "Area | Spent £000 | < | Change",
        "< | 2024/25 | 2025/26 | <",
        "North | 1,204 | 1,300 | 8%",
        "South | 90 | – | n/a",
    )
    found = [*figures_in(table(*rows), "Table 2: Spending")]

    assert [(column.column, column.unit, column.period) for column in found] == [
        ("Spent £000 2024/25", "£000", "2024/25"),
        ("Spent £000 2025/26", "£000", "2025/26"),
        ("Change", "%", ""),
    ]


def test_a_sheet_of_figures_leaves_open_what_is_not_known() -> None:
    part = table("Area | People", "North | 12", "South | 9")
    account = Account(Source("pack", (part,)))

    assert sheet_of([*figures_in(part, "Table 1: Visits", "Report")], account) == (
        "title\tseries\tcategory\tperiod\tvalue\tsource\n"
        "Visits: People\t\tNorth\t\t12\tReport\n"
        "Visits: People\t\tSouth\t\t9\tReport\n"
    )


def test_rows_of_a_table_of_periods_are_series_of_one_indicator() -> None:
    part = table("Site | 2023/24 | Q1 2025/26 | June", "North | 12 | 3 | 1")
    account = Account(Source("pack", (part,)))

    assert sheet_of([*figures_in(part, "Table 1: Visits", "Report")], account).split("\n")[1:4] == [
        "Visits\tNorth\t\t2023/24\t12\tReport",
        "Visits\tNorth\t\tQ1 2025/26\t3\tReport",
        "Visits: June\t\tNorth\t\t1\tReport",
    ]


def test_a_table_of_words_has_no_figures() -> None:
    assert [*figures_in(table("Place | Day", "Hall | Monday", "Barn | Tuesday"), "")] == []


def test_a_table_stands_in_its_paper_with_merged_cells_once() -> None:
    parts = (
        Part("heading", "Report", 0, bold=True),
        Part("paragraph", "1.1 Table 1 shows it.", 1),
        table("Area | Spent | <", "North | 1 | 2", first=2),
    )
    source = Source("pack", parts)
    account = Account(source)
    (draft,) = paper_of_report(Stretch("paper", parts, "4"), Pack(source, "2026-01-05", Roll()), account)

    assert "| Area | Spent |  |\n| --- | --- | --- |\n| North | 1 | 2 |" in str(draft.fields["sections"]).replace(
        "\\n", "\n"
    )
    assert [*account.left_over()] == []
