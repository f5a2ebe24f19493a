"""A pack from its files to drafts: what it holds is found, and every word of it is accounted for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from panelpapers.importing.account import Account
from panelpapers.importing.dividing import divide
from panelpapers.importing.landing import planned
from panelpapers.importing.packing import Imported, WrongDay, import_pack, read_file
from panelpapers.importing.parts import Cell, Part, Source, in_order
from panelpapers.records.publication import Records
from tests.importing.drawn import sources

PACKS = Path(__file__).parents[1] / "cases" / "importing" / "packs"
FILES = sorted(
    (*PACKS.glob("*/*.docx"), PACKS / "strathorran-integration-joint-board/strathorran-integration-joint-board.pdf")
)


def imported(file: Path) -> tuple[Imported, dict[str, Any]]:
    truth = json.loads((file.parent / "truth.json").read_text(encoding="utf-8"))
    return import_pack([read_file(file)], truth["meeting_date"], Records()), truth


def flat(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item
        yield from flat(item.get("items", []))


def bare(name: str) -> str:
    return re.sub(r"^(?:Cllr|Councillor|Dr|Col\.|Mrs?) ", "", name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_agenda_attendance_and_every_word(file: Path, tmp_path: Path) -> None:
    found, truth = imported(file)
    fields = {draft.path: draft.fields for draft in found.drafts}
    agenda: Any = fields[found.pack.file("agenda.yml")]["items"]
    items = {(item.get("number", "").rstrip("."), item["title"]): item for item in flat(agenda)}
    for wanted in truth["agenda"]:
        item = items[wanted["number"].split(" ")[-1].rstrip("."), wanted["title"]]
        assert item.get("report_of", "") == wanted.get("lead", "")
        assert item.get("time", "") == wanted.get("time", "")
        assert ("exempt" in item) == wanted.get("private", False)
    sections = {item["title"] for item in flat(agenda) if "items" in item}
    assert {item["title"] for item in items.values()} - {item["title"] for item in truth["agenda"]} <= sections

    people: Any = fields["people.yml"]["people"]
    named = {person["id"]: person["name"] for person in people}
    minutes: Any = next(draft.fields for draft in found.drafts if draft.path.endswith("/minutes.yml"))
    lists = {"present": ["present"], "apologies": ["apologies", "absent"], "also": ["also_present"]}
    for wanted, ours in lists.items():
        listed = [named[entry["person"]] for name in ours for entry in minutes.get(name, [])]
        assert sorted(listed) == sorted(bare(name) for name, _ in truth["attendance"][wanted])

    meeting: Any = fields[found.pack.file("meeting.yml")]
    assert ", ".join(meeting["venue"].values()) == truth["venue"]
    counts = found.account.words()
    assert counts.total() == sum(len(leaf.printed.split()) for leaf in found.account.source.leaves())
    assert counts.total() == truth["words_total"]
    assert counts["left over"] < counts.total() / 20
    assert planned(found.drafts, tmp_path / "data").refused == {}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sources)
def test_no_pack_breaks_an_import_and_no_word_is_lost(source: Source) -> None:
    try:
        found = import_pack([source], "2026-01-01", Records(), held="2025-11-17")
    except WrongDay:
        return
    letters = sum(map(str.isalnum, "".join(leaf.printed for leaf in source.leaves())))
    account = found.account
    placed = "".join(place.part.printed[place.start : place.end] for place in account.placed)
    held = "".join(part.printed[start:end] for part, start, end, _ in account.withheld)
    left = "".join(words for _, words in account.left_over())
    assert sum(map(str.isalnum, placed + held + left)) == letters


def test_a_front_sheet_of_another_day_is_refused() -> None:
    source = read_file(FILES[-1])
    with pytest.raises(WrongDay) as refused:
        import_pack([source], "2026-02-02", Records())
    assert "2025-06-16" in refused.value.days


def test_what_is_told_twice_is_refused_by_the_account() -> None:
    source = Source("x", (read_file(FILES[-1]).parts[0],))
    account = Account(source)
    account.place(source.parts[0], "a.yml", "b", "c")
    with pytest.raises(ValueError, match="already taken"):
        account.place(source.parts[0], "a.yml", "b", "c")


def test_minutes_in_one_table_name_those_present_and_their_titles_stand_over_them() -> None:
    rows = [
        ("Minute", ["Business"]),
        ("25/091", ["Present", "Cllrs A Pym (Chairman), J Rusk and S Dunn. Clerk D Tansy. 4 members of the public."]),
        ("25/092", ["Apologies", "Apologies were received from Cllr W Hart (holiday)."]),
        (
            "25/093",
            ["Planning", "a) 2 Mill Lane, porch. RESOLVED: no objection.", "b) Three houses. RESOLVED to object."],
        ),
    ]
    cells = [
        Cell(row, column, tuple(Part("paragraph", text, 0, bold=text == texts[0]) for text in texts))
        for row, (number, lines) in enumerate(rows)
        for column, texts in enumerate(([number], lines))
    ]
    parts = [
        Part("heading", "Agenda", 0, level=1),
        Part("entry", "Apologies", 0, number="1."),
        Part("heading", "MINUTES OF THE MEETING HELD ON 10 SEPTEMBER 2025", 0, bold=True, opens_page=True),
        Part("table", "", 0, cells=tuple(cells)),
    ]
    source = Source("pack", tuple(in_order(parts, count())))
    drafts = {draft.path: draft.fields for draft in import_pack([source], "2025-10-08", Records()).drafts}
    minutes: Any = drafts["meetings/2025-09-10/minutes.yml"]

    assert [entry["person"] for entry in minutes["present"]] == ["a-pym", "j-rusk", "s-dunn"]
    assert [entry["person"] for entry in minutes["also_present"]] == ["d-tansy"]
    assert [entry["person"] for entry in minutes["apologies"]] == ["w-hart"]
    decided = [[told["text"] for told in minute.get("resolutions", [])] for minute in minutes["minutes"]]
    assert decided == [[], [], ["no objection.", "to object."]]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["WESTMERE AUTHORITY", "30 June 2025", "Present:", "Cllr A Ash", "Apologies:", "Cllr B Beck"],
         ["agenda", "minutes"]),
        (["MINUTES of the meeting held at 10am on 9 June 2025 at County Hall.", "In attendance:", "Dr S Kerr"],
         ["agenda", "minutes"]),
        (["Minutes of the meeting of 9 June 2025", "Apologies"], ["agenda"]),
    ],
)  # fmt: skip
def test_minutes_begin_under_a_day_over_those_present_or_on_a_new_page(lines: list[str], kinds: list[str]) -> None:
    parts = [Part("heading", "Agenda", 0, level=1), Part("entry", "Apologies", 0, number="1.")]
    parts += [
        Part("paragraph", text, 0, bold=at < 3 and text[-1] != ".", opens_page=at == 0)
        for at, text in enumerate(lines)
    ]

    assert [stretch.kind for stretch in divide([*in_order(parts, count())])] == kinds
