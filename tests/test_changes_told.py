"""What a change does to the site, in plain words: cases that can be read, and every field of every record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from panelpapers.comparing import compare
from panelpapers.facts.differences import differences, following, within
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.texts import Document
from panelpapers.reading.folder import read_folder
from panelpapers.records.base import Record
from panelpapers.records.publication import Records
from panelpapers.records.walk import Held, walk
from panelpapers.records.walk import changed as changed_in
from panelpapers.words.differences import Speaker
from tests.first_publication import FOLDER

CASES: Final = Path(__file__).parent / "cases"
BEFORE: Final = CASES / "second-panel"
TODAY: Final = date(2027, 3, 12)
OWN_WORDS: Final = (" gains ", " gain ", " loses ", " lose ", "The figure for", "The meeting of", " now comes ")
"""Words of sentences that say what differs without the name of the field."""
TOLD: Final[list[dict[str, Any]]] = [
    case
    for file in sorted((CASES / "changes").glob("*.yml"))
    for case in YAML(typ="safe").load(file.read_text(encoding="utf-8"))
]


def changed(folder: Path, *edits: dict[str, Any]) -> Path:
    """Copy the records, with some words of files replaced by others; a file that is not there is written."""
    data = shutil.copytree(BEFORE, folder / "data")
    for edit in edits:
        path = data / edit["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        typed = path.read_text(encoding="utf-8") if path.exists() else ""
        assert edit.get("was", "") in typed
        path.write_text(typed.replace(edit["was"], edit["now"], 1) if "was" in edit else edit["now"], encoding="utf-8")
    return data


@pytest.mark.parametrize("case", TOLD, ids=[case["change"] for case in TOLD])
def test_a_change_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    before = shutil.copytree(BEFORE, tmp_path / "before")
    if waiting := case.get("draft"):
        file = before / waiting
        file.write_text(f"draft: yes\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    compared = compare(before, changed(tmp_path, case, *case.get("also", ())), TODAY)
    told = [sentence for heading, said in compared.told if "site" not in heading for sentence in said]
    assert told == case["says"]
    said = " ".join(compared.sentences)
    assert [word for word in case.get("never", ()) if word in said] == []


@pytest.mark.parametrize("folder", [BEFORE, FOLDER], ids=["second panel", "first publication"])
def test_nothing_is_told_of_what_does_not_change(folder: Path) -> None:
    dossier, again = (Dossier(read_folder(folder).records) for _ in range(2))
    assert [*differences(dossier, again), *following(dossier.public, again.public)] == []


def other(held: Held) -> object:
    """Give another value than one that is held in a field, of the same kind where that can be."""
    value = held.value
    if held.field.choices:
        return next((word for word in held.field.choices if word != value), None)
    match value:
        case bool():
            return not value
        case str():
            return f"{value} otherwise"
        case int() | Decimal():
            return value + 1
        case time():
            return value.replace(minute=(value.minute + 1) % 60)
        case date():
            return value + timedelta(1)
    return None


def instead(held: Held, record: Record) -> Record:
    """Give a record in which one value that is held within it is another one."""

    def change(part: Record) -> dict[str, object]:
        if part is not held.record:
            return {}
        if held.entry is None:
            return {held.field.name: other(held)}
        entries = [*getattr(part, held.field.name)]
        new = other(held)
        entries[held.entry : held.entry + 1] = [] if new is None else [new]
        return {held.field.name: entries}

    return changed_in(record, change)


def every_field() -> Iterator[tuple[Records, Document, Record, Held]]:
    """Give each field of each kind of record that the cases have, once, with a record that holds a value there."""
    seen = set[tuple[type[Record], str]]()
    for folder in (BEFORE, FOLDER):
        public = Dossier(read_folder(folder).records).public
        for document, record in public.documents.items():
            for held in walk(record):
                kind = (type(held.record), held.field.name)
                if kind not in seen and held.value not in (None, {}):
                    seen.add(kind)
                    yield public.records, document, record, held


def test_each_field_that_differs_is_named() -> None:
    told, untold = 0, []
    for records, document, record, held in every_field():
        new = instead(held, record)
        said = [*Speaker(records, records).sentences(within(document, (), record, new))]
        named = f"{held.field.typed}”" in " ".join(said) or any(word in " ".join(said) for word in OWN_WORDS)
        untold += [] if len(said) >= 1 and named else [(type(held.record).__name__, held.field.typed, said)]
        told += 1
        assert all(len(sentence.split()) < 60 and sentence.endswith((".", ".”")) for sentence in said)
    assert untold == []
    assert told > 150
