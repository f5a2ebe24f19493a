"""A pack from its files to drafts: what it holds is found, and every word of it is accounted for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from panelpapers.importing.account import Account
from panelpapers.importing.landing import planned
from panelpapers.importing.packing import Imported, WrongDay, import_pack, read_file
from panelpapers.importing.parts import Source
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
