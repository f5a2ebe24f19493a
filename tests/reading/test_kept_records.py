"""A record that was kept is the one that was read, and bytes of somebody else run nothing."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from panelpapers.kept.store import Store
from panelpapers.reading import kept_records
from panelpapers.reading.folder import read_folder
from panelpapers.reading.kept_records import packed, read_or_kept, unpacked
from panelpapers.reading.validate import read_record
from panelpapers.records.base import Record
from panelpapers.records.forms import FORMS, Form
from panelpapers.records.people import Person
from panelpapers.records.place import Origin

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = (
    "first-publication",
    "second-panel",
    "bodies/harbour-board",
    "bodies/cyngor-dyffryn-aur",
    "bodies/saltmere",
)


def files_of(folder: Path) -> Iterator[tuple[Path, Form]]:
    for path in sorted(folder.rglob("*.yml")):
        for form in FORMS:
            if form.match(path.relative_to(folder).as_posix()) is not None:
                yield path, form
                break


def parts(value: Any) -> Iterator[object]:
    """Give all that a value is made of, in order: also what stands beside fields, and where it was typed."""
    yield type(value)
    if isinstance(value, Record):
        yield sorted(value.model_fields_set)
        for name, part in vars(value).items():
            field = type(value).model_fields.get(name)
            yield name, field is not None and part is field.default
            yield from parts(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield name
            yield from parts(part)
    elif isinstance(value, list | tuple):
        yield len(value)
        for part in value:
            yield from parts(part)
    elif isinstance(value, Origin):
        yield [*value.every_place()], value.file
        yield from parts(value.groups)
    else:
        yield value


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_record_is_the_same_again(folder: str) -> None:
    for path, form in files_of(CASES / folder):
        record, _ = read_record(path.read_bytes(), path.name, form.model)
        if record is not None:
            assert [*parts(unpacked(packed(record), form.model))] == [*parts(record)], path


def test_what_was_read_before_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, store = CASES / "bodies" / "one-meeting", Store(tmp_path)
    first = read_folder(folder, store)
    monkeypatch.setattr(kept_records, "read_record", lambda *_: pytest.fail("a file was read again"))
    assert read_folder(folder, store) == first


def test_what_is_told_of_a_file_is_told_each_time(tmp_path: Path) -> None:
    store, form = Store(tmp_path), FORMS[0].model
    wrong = b"name: A\nnam: B\n"
    first = read_or_kept(wrong, "panel.yml", form, store)
    assert first[1]
    assert read_or_kept(wrong, "panel.yml", form, store) == first


class Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("harmed",)


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps({"values": {"name": Harm()}, "named": ()}),
        pickle.dumps({"values": {"name": print}, "named": ()}),
        pickle.dumps({"values": {"name": Path("a")}, "named": ()}),
        b"cpanelpapers.records.kinds\nread_number\n(S'1'\ntR.",  # a function of ours, and not a class
        b"cpanelpapers.records.base\nsys.exit\n(tR.",
        pickle.dumps({"values": {"name": date(2026, 1, 5)}, "named": ()})[:-4],
        pickle.dumps(None),
        b"",
        b"\x80\x05\x95" + b"\xff" * 40,
    ],
)
def test_bytes_of_somebody_else_are_refused_and_run_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever they lead to
        unpacked(content, Person)
    people = next(form for form in FORMS if form.family == "people").model
    typed = (CASES / "second-panel" / "people.yml").read_bytes()

    class Foreign(Store):
        def get(self, key: bytes) -> bytes | None:
            return content if key else None

    assert read_or_kept(typed, "people.yml", people, Foreign(None)) == read_record(typed, "people.yml", people)
    assert [*tmp_path.iterdir()] == []
