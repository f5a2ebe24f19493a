"""Agendas, front sheets and lists of those present, as bodies of many kinds write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import pytest

from panelpapers.importing.numbers import split_number
from panelpapers.importing.packing import import_pack
from panelpapers.importing.parts import Cell, Part, Source, in_order
from panelpapers.importing.roll import Roll
from panelpapers.importing.rules.days import clocks_in, days_in
from panelpapers.importing.rules.names import entry_of
from panelpapers.importing.said import all_of
from panelpapers.records.publication import Records

Line = str | Sequence[Sequence[str]]


def line(text: str) -> Part:
    """Give a line: in bold between asterisks, and with its number where it begins with one."""
    bold = text.startswith("*")
    number, rest = split_number(text.strip("*"))
    return Part("paragraph", rest, 0, number, bold=bold)


def table(rows: Sequence[Sequence[str]]) -> Part:
    cells = [
        Cell(
            row,
            column,
            tuple(
                line(text) if re.match(r"\*|\d+\. ", text) else Part("paragraph", text, 0)
                for text in told.split("\n")
                if text
            ),
        )
        for row, texts in enumerate(rows)
        for column, told in enumerate(texts)
    ]
    return Part("table", "", 0, cells=tuple(cells))


def drafts(*lines: Line, known: Records | None = None) -> dict[str, Any]:
    parts = [line(told) if isinstance(told, str) else table(told) for told in lines]
    source = Source("pack", tuple(in_order(parts, count(1))))
    found = import_pack([source], "2026-02-02", known or Records())
    return {
        draft.path.rpartition("/")[2] + ("" if "2026-02-02" in draft.path else "-before"): draft.fields
        for draft in found.drafts
    }


def told(items: Any, above: str = "") -> Iterator[str]:
    """Give each item as a line: number, title, and what else is told of it."""
    for item in items:
        title = item["title"]
        shown = " / ".join(title.values()) if isinstance(title, dict) else title
        more = [
            str(item[name])
            for name in ("time", "report_of", "asked_to", "pages", "exempt", "consent")
            if name in item
        ]
        yield " | ".join((f"{above}{item.get('number', '')}", shown, *more))
        yield from told(item.get("items", []), f"{above}> ")


AGENDAS: dict[str, tuple[list[Line], list[str]]] = {
    "numbers of a year, and a resolution that excludes the public": (
        ["*AGENDA", "26/45 TO RECEIVE APOLOGIES", "26/46 TO RESOLVE TO EXCLUDE THE PRESS AND PUBLIC",
         "26/47 STAFFING"],
        ["26/45 | TO RECEIVE APOLOGIES", "26/46 | TO RESOLVE TO EXCLUDE THE PRESS AND PUBLIC",
         "26/47 | STAFFING | {'reason': 'TO RESOLVE TO EXCLUDE THE PRESS AND PUBLIC'}"],
    ),
    "pages behind titles, and a private part": (
        ["*AGENDA", "*PART I – PUBLIC", "*1. Minutes (Pages 5 - 12)", "Report of the Treasurer.",
         "*PART II – PRIVATE",
         "Exempt information under paragraph 3 of Schedule 12A is likely.", "*2. Land (Pages 31 - 36)"],
        [" | PART I – PUBLIC", "> 1. | Minutes | Treasurer | {'first': 5, 'last': 12}", " | PART II – PRIVATE",
         "> 2. | Land | {'first': 31, 'last': 36} | {'paragraphs': ['3']}"],
    ),
    "a consent calendar, and a session without the public": (
        ["*AGENDA", "*1. CALL TO ORDER", "1.1 Roll Call", "*2. CONSENT AGENDA", "2.1 Warrants",
         "*3. EXECUTIVE SESSION"],
        ["1. | CALL TO ORDER", "> 1.1 | Roll Call", "2. | CONSENT AGENDA", "> 2.1 | Warrants | True",
         "3. | EXECUTIVE SESSION | {'reason': 'EXECUTIVE SESSION'}"],
    ),
    "what is asked and who presents below each title": (
        ["*A G E N D A", "*1. Budget", "For approval – presented by the Chief Finance Officer", "*2. Plan",
         "Lead: Jo Ash"],
        ["1. | Budget | Chief Finance Officer | ['approve']", "2. | Plan | Jo Ash"],
    ),
    "a list in the text of an item is no item": (
        ["*AGENDA", "*1. Budget", "The Board is asked to:", "(a) note the report; and", "(b) agree the plan.",
         "*2. Close"],
        ["1. | Budget", "2. | Close"],
    ),
    "items within an item": (
        ["*AGENDA", "*8. Plan", "a) Engagement so far", "b) Timetable", "*9. Risks"],
        ["8. | Plan", "> a) | Engagement so far", "> b) | Timetable", "9. | Risks"],
    ),
    "a table with headings between its rows": (
        ["*AGENDA", [["Time", "No.", "Item", "Purpose", "Lead"], ["09:30", "", "*OPENING", "", ""],
                     ["", "1", "Welcome", "Information", "Chair"], ["09:45", "2", "Patient story", "Discussion",
                      "Nurse"]]],
        [" | OPENING | 09:30", "> 1 | Welcome | Chair | ['note']",
         "> 2 | Patient story | 09:45 | Nurse | ['discuss']"],
    ),
    "numbers with a word, and in brackets": (
        ["*AGENDA", "*Item 1: Apologies", "*Item 2: Budget", "(a) Revenue"],
        ["1 | Apologies", "2 | Budget", "> (a) | Revenue"],
    ),
    "numbers with a bracket behind them": (
        ["*AGENDA", "1) Apologies", "2) Budget", "3) Close"],
        ["1) | Apologies", "2) | Budget", "3) | Close"],
    ),
    "Roman numbers": (
        ["*AGENDA", "I. CALL TO ORDER", "II. ROLL CALL", "III. OLD BUSINESS",
         "A. BRIDGE REPAIR", "B. ROADS", "C. CREEK", "IV. ADJOURNMENT"],
        ["I. | CALL TO ORDER", "II. | ROLL CALL", "III. | OLD BUSINESS",
         "> A. | BRIDGE REPAIR", "> B. | ROADS", "> C. | CREEK", "IV. | ADJOURNMENT"],
    ),
    "letters that could be initials, below Roman numbers": (
        ["*AGENDA", "I. CALL TO ORDER", "II. NEW BUSINESS", "A. Ordinance 2026-03 (second reading)", "III. CLOSE"],
        ["I. | CALL TO ORDER", "II. | NEW BUSINESS", "> A. | Ordinance 2026-03 (second reading)", "III. | CLOSE"],
    ),
    "lines without number and style": (
        ["*Agenda for the meeting", "Welcome", "Police report", "AOCB"],
        [" | Welcome", " | Police report", " | AOCB"],
    ),
    "a word and a number in lines without style": (
        ["*AGENDA", "Item 1: Apologies", "Item 2: Budget"], ["1 | Apologies", "2 | Budget"],
    ),
    "a table with a heading that no style marks": (
        ["*AGENDA", [["Item", "Subject", "Lead"], ["1", "Welcome", "Chair"], ["", "Performance and quality", ""],
                     ["2", "Waits", "Nurse"]]],
        ["1 | Welcome | Chair", " | Performance and quality", "> 2 | Waits | Nurse"],
    ),
    "a table without headings": (
        ["*AGENDA", [["12.", "Apologies", "Chair", "17:30"], ["13.", "Rents", "Finance Director", "17:40"],
                     ["14.", "Close", "Chair", "18:00"]]],
        ["12. | Apologies | 17:30 | Chair", "13. | Rents | 17:40 | Finance Director", "14. | Close | 18:00 | Chair"],
    ),
    "a table with number and title in one cell": (
        ["*AGENDA", [["Item", "Lead"], ["1. Apologies", "Chair"], ["2. Budget", "Treasurer"]]],
        ["1. | Apologies | Chair", "2. | Budget | Treasurer"],
    ),
    "a table in two languages": (
        ["*AGENDA", [["", "Cymraeg", "English"], ["1", "Cyllid", "Finance"], ["2", "Arall", "Other"]]],
        ["1 | Cyllid / Finance", "2 | Arall / Other"],
    ),
    "a table in capitals, with words in one line": (
        ["*AGENDA", [["Item", "Topic", "Time"], ["1", "APOLOGIES", ""], ["2", "REPORT To note the report.",
         "14:05 hrs"]]],
        ["1 | APOLOGIES", "2 | REPORT | 14:05"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", AGENDAS)
def test_items_of_agendas(name: str) -> None:
    lines, wanted = AGENDAS[name]
    assert [*told(drafts(*lines)["agenda.yml"]["items"])] == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Monday 2 February 2026 at 2pm", "Council Chamber, Mill Road, Stanbeck"],
         {"starts": "14:00", "venue": {"name": "Council Chamber", "address": "Mill Road, Stanbeck"}}),
        (["Date: Monday, 2 February 2026", "Time: 10.00 am", "Venue: Fire Headquarters"],
         {"starts": "10:00", "venue": {"name": "Fire Headquarters"}}),
        (["You are summoned to attend a meeting to be held on 2nd February 2026 at 7.30pm in the Village Hall, "
          "Church Lane for the purpose of the business below."], {"starts": "19:30", "venue": {"name": "Village Hall",
           "address": "Church Lane"}}),
        (["2 February 2026", "Closed Session – 5:00 P.M. | Open Session – 6:00 P.M."], {"starts": "18:00"}),
        (["*SPECIAL MEETING", "2 February 2026, 09:30 – 12:30, Lecture Theatre"],
         {"title": "SPECIAL MEETING", "special": True, "starts": "09:30", "ends": "12:30",
          "venue": {"name": "Lecture Theatre"}}),
        (["A meeting which will be held in the Civic Hall, Strand Road on Monday, 2nd February, 2026 at 4.00 p.m."],
         {"starts": "16:00", "venue": {"name": "Civic Hall", "address": "Strand Road"}}),
        (["The next meeting will take place on 2 February 2026 in the Reading Room, Church Lane at 7.30pm."],
         {"starts": "19:30", "venue": {"name": "Reading Room", "address": "Church Lane"}}),
        (["2 February 2026", "Contact: Lorraine Beck, Democratic Services Officer"], {"contact": "lorraine-beck"}),
        (["2 February 2026", "The meeting will not be webcast."],
         {"webcast": {"planned": False, "remark": "The meeting will not be webcast."}}),
        ([[["Date", "2 February 2026"], ["Time", "10.00 am"], ["Place", "Assembly Room"]]],
         {"starts": "10:00", "venue": {"name": "Assembly Room"}}),
    ],
)  # fmt: skip
def test_front_sheets(lines: list[Line], wanted: dict[str, Any]) -> None:
    assert drafts("*AGENDA", *lines, "*1. Apologies")["meeting.yml"] == {"draft": True, **wanted}


def test_items_lead_to_the_minutes_that_they_confirm_and_to_the_next_meeting() -> None:
    found = drafts(
        "*AGENDA",
        "1. Minutes of the meeting held on 5 January 2026",
        "2. Minutes of the Finance Group held on 7 January 2026",
        "3. Date of next meeting: 2 March 2026 at 2pm",
        "*MINUTES OF THE MEETING HELD ON 5 JANUARY 2026",
        "Present: Ann Ash",
        "*1. Apologies",
        "There were none.",
    )
    items = found["agenda.yml"]["items"]

    assert [(item.get("confirms"), item.get("next_meeting")) for item in items] == [
        ("2026-01-05", None),
        (None, None),
        (None, "2026-03-02"),
    ]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Present: Cllrs J. Marsh (Chairman), R. Pettifer and Ann Dunmore",
          "Apologies: Cllr B. Frost (holiday), Cllr Lynne Peake"],
         {"present": ["J. Marsh, Chairman", "R. Pettifer", "Ann Dunmore"], "apologies": ["B. Frost", "Lynne Peake"]}),
        (["Present: Ann Ash", "In attendance: P. Hart (Clerk), District Cllr M. Hale and 4 members of the public"],
         {"present": ["Ann Ash"], "also_present": ["P. Hart, Clerk", "M. Hale"]}),
        (["Board members present: Carla Reyes, Chair; Mei Tan", "Board members absent: Pat Quill (excused)"],
         {"present": ["Carla Reyes, Chair", "Mei Tan"], "absent": ["Pat Quill"]}),
        (["PRESENT:", "Cllr Suky Samra, LLB (Walsall Council – Chair)",
         "Cllr Zee Russell (Substitute Member for Dudley)"],
         {"present": ["Suky Samra, Chair", "Zee Russell, Substitute Member for Dudley"]}),
        (["PRESENT:", "Ann Ash (arrived at 5:12 p.m.)", "ALSO PRESENT:",
         "Kate Lark – Director, Law and Governance (North Council)"],
         {"present": ["Ann Ash arrived 17:12"],
          "also_present": ["Kate Lark, Director, Law and Governance (North Council)"]}),
        (["Present:", [["Sir Alan Tweddle", "Chair"], ["Kate Lindqvist", "Director (by Teams)"]]],
         {"present": ["Alan Tweddle, Chair", "Kate Lindqvist, Director by video"]}),
        (["Present:", [["Name", "Position", "Status"], ["Ann Ash", "Governor", "Present"], ["Bo Birch",
         "Governor", "Apologies"]]],
         {"present": ["Ann Ash, Governor"], "apologies": ["Bo Birch, Governor"]}),
        (["Present: Cllrs A Brown (Chairman), P Singh and T Fox. In attendance: J Holt (Clerk), County Cllr D West "
          "and 3 members of the public.", "Apologies: Simon Vale, Director of Finance, Cllr K Ward (work)"],
         {"present": ["A Brown, Chairman", "P Singh", "T Fox"], "also_present": ["J Holt, Clerk", "D West"],
          "apologies": ["Simon Vale, Director of Finance", "K Ward"]}),
        (["Presennol / Present: Cllr Gwen Prys (Mayor), Cllr Ifan Rees", "Councillors: Ann Lee, Bo Ash"],
         {"present": ["Gwen Prys, Mayor", "Ifan Rees", "Ann Lee", "Bo Ash"]}),
        (["ROLL CALL: Commissioners Adler, Boone and Castle were present. Absent: Commissioner Finch."],
         {"present": ["Adler", "Boone", "Castle"], "absent": ["Finch"]}),
        ([[["Name", "Initials", "Role", "Attendance"], ["Mary Quill", "MQ", "Chair", "Present"],
           ["Pat Dunn", "PD", "Clerk", "In attendance"]]],
         {"present": ["Mary Quill, Chair"], "also_present": ["Pat Dunn, Clerk"]}),
        (["PRESENT: Marguerite Solano Mayor", "Inez Carrow Council Member"],
         {"present": ["Marguerite Solano, Mayor", "Inez Carrow, Council Member"]}),
    ],
)  # fmt: skip
def test_those_present(lines: list[Line], wanted: dict[str, list[str]]) -> None:
    found = drafts(
        "*AGENDA",
        "*1. Minutes",
        "*Minutes of the meeting held on 12 January 2026",
        *lines,
        "*1. Apologies",
        "None were sent.",
    )
    names = {person["id"]: person["name"] for person in found["people.yml-before"]["people"]}
    minutes = found["minutes.yml-before"]
    listed = {
        name: [
            names[entry["person"]]
            + (f", {entry['role']}" if "role" in entry else "")
            + "".join(f" {field} {entry[field]}" for field in ("arrived", "by") if field in entry)
            for entry in minutes[name]
        ]
        for name in wanted
    }
    assert listed == wanted


@pytest.mark.parametrize(
    "text", ["NOTICE OF RECORDING", "The City moved to Closed Session.", "Law", "Vice Chair", "12 members", ""]
)
def test_what_is_no_name(text: str) -> None:
    assert entry_of(all_of(Part("paragraph", text, 1))) is None


def test_who_is_known_and_who_may_be() -> None:
    roll = Roll({"lewis-o-dowd": "Lewis O’Dowd", "imran-sadiq": "Imran Sadiq", "ann-sadiq": "Ann Sadiq"})
    assert roll.find("Cllr O'Dowd") == "lewis-o-dowd"
    assert roll.find("Sadiq") is None
    assert roll.find("Cllr I. Sadiq") == "imran-sadiq"
    assert roll.find_whole("Councillor Imran Sadiq") == "imran-sadiq"
    assert roll.find_whole("I Sadiq") is None
    assert roll.likely("I Sadiq") == ["imran-sadiq"]
    assert roll.add("Ann Sadiq", "ann-sadiq") == "ann-sadiq-2"


@pytest.mark.parametrize(
    ("text", "month_first", "days", "clocks"),
    [
        ("Monday 16 June 2025 at 14:00 hours", False, ["2025-06-16"], ["14:00"]),
        ("FEBRUARY 20, 2024, 5 P.M. | 6:00 P.M.", False, ["2024-02-20"], ["17:00", "18:00"]),
        ("27/11/24 and 12th May 2026, 1400 hrs", False, ["2024-11-27", "2026-05-12"], ["14:00"]),
        ("3/5/24", True, ["2024-03-05"], []),
        ("3/5/24, 12 noon and 12.30am", False, ["2024-05-03"], ["12:00", "00:30"]),
        ("31 February 2025, 25:00, 3.1%, 1.2.3", False, [], []),
    ],
)
def test_days_and_times(text: str, month_first: bool, days: list[str], clocks: list[str]) -> None:
    assert [found.value for found in days_in(text, month_first=month_first)] == days
    assert [found.value for found in clocks_in(text)] == clocks
