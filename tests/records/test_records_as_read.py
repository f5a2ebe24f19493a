"""What is kept of a record that was read: all that it says and where it stood, and nothing of it twice."""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from copy import deepcopy
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

from panelpapers.reading.folder import read_folder
from panelpapers.reading.regimes import FOLDER
from panelpapers.reading.validate import read_record
from panelpapers.records.agenda import Agenda, AgendaItem
from panelpapers.records.base import Record
from panelpapers.records.markup import check_passage
from panelpapers.records.place import NOWHERE, Place
from panelpapers.records.regime import Regime
from panelpapers.records.walk import records_within
from tests.bench.archive import write
from tests.harbour_board import minutes_typed

AGENDA = """\
items:
  - number: 1
    title: Apologies
    asked_to: [note, agree]
    matter: fees, the-quay
  - number: 2
    title: Fees
    known:
      plain: "It is a name."
"""


def agenda(text: str = AGENDA) -> Agenda:
    read, problems = read_record(text.encode(), "agenda.yml", Agenda)
    assert read is not None, problems
    return read


def test_a_record_knows_where_it_and_all_its_values_were_typed() -> None:
    first, second = agenda().items
    assert (first.at(), second.at()) == (Place("agenda.yml", 2, 5), Place("agenda.yml", 6, 5))
    assert first.at("title") == Place("agenda.yml", 3, 12)
    assert first.at("title").width == len("Apologies")
    assert [first.at("asked_to", entry).column for entry in (0, 1)] == [16, 22]
    assert first.at("matter", 1) == first.at("matter") == Place("agenda.yml", 5, 13)
    assert first.at("text") == first.at()
    assert second.at("known", "plain") == Place("agenda.yml", 9, 7)


def test_every_place_of_a_record_is_given_once_and_in_order() -> None:
    first = agenda().items[0]
    asked = [first.at("asked_to", entry) for entry in (0, 1)]
    fields = [first.at(name) for name in ("number", "title", "asked_to", "matter")]
    assert list(first.every_place()) == [first.at(), *fields, *asked]


def test_a_record_that_nobody_typed_is_nowhere() -> None:
    made = AgendaItem(number="1", title="Apologies")
    assert made.at("title") == NOWHERE
    assert list(made.every_place()) == [NOWHERE]


def test_a_group_that_a_value_stands_for_has_the_place_of_that_value() -> None:
    minutes = minutes_typed("minutes:\n  - number: 1\n    title: A\n    motions:\n      - {text: B, moved_by: ann}\n")
    motion = minutes.minutes[-1].motions[0]
    assert motion.moved_by is not None
    assert motion.moved_by.at("person") == motion.moved_by.at() == motion.at("moved_by")
    assert motion.at("moved_by").file != NOWHERE.file


@pytest.mark.parametrize("file", ["first.yml", "second.yml"])
def test_a_group_that_is_left_out_has_the_place_of_what_leaves_it_out(file: str) -> None:
    regime, problems = read_record((FOLDER / "unnamed.yml").read_bytes(), file, Regime)
    assert regime is not None, problems
    left_out = [part for part in records_within(regime) if not part.model_fields_set]
    assert left_out
    assert {part.at() for part in left_out} == {regime.at()}


def test_what_was_not_typed_is_the_same_for_all_records() -> None:
    first, second = agenda().items
    assert first.attachments is second.attachments
    assert first.attachments == []
    assert first.known is agenda().items[0].known
    assert first.known == {}


def test_records_with_the_same_fields_share_their_names() -> None:
    first, other = agenda().items[0], agenda().items[0]
    assert first.model_fields_set is other.model_fields_set
    changed = first.model_copy(update={"text": "More."})
    assert "text" in changed.model_fields_set
    assert "text" not in first.model_fields_set


@pytest.mark.parametrize("again", [deepcopy, lambda record: record.model_copy(), lambda record: _pickled(record)])
def test_a_copy_is_the_same_and_from_the_same_place(again: object) -> None:
    assert callable(again)
    for item in agenda().items:
        copied = again(item)
        assert copied == item
        assert [*copied.every_place()] == [*item.every_place()]
        assert (copied.key, copied.label, copied.known) == (item.key, item.label, item.known)


def _pickled(record: Record) -> object:
    return pickle.loads(pickle.dumps(record))  # noqa: S301 - our own


def test_no_text_is_kept_twice() -> None:
    text = "What the agenda says about it, for once and for all."
    typed = AGENDA.replace("    asked_to", f"    text: {text}\n    asked_to")
    item = agenda(typed).items[0]
    assert item.text == text
    assert not item._origin or not item._origin.groups


def test_a_meeting_of_an_archive_takes_little_room(tmp_path: Path) -> None:
    """What reading keeps of one more meeting, in bytes: its texts are a third of it."""
    folder = tmp_path / "data"
    write(folder, 8)
    read_folder(folder)
    tracemalloc.start()
    try:
        records = read_folder(folder).records
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(records.meetings) == 8
    assert kept / 8 < 150_000


REFUSED = [
    "![a](https://b)",
    "# a",
    "a\n===",
    "a\n~~~",
    "`a`",
    "[a]: b",
    "<b>",
    "a](ftp://b)",
    "[a](b c)",
    "[a](<b>)",
]


@pytest.mark.parametrize("text", [*REFUSED, *(f"{text}\n\nWords." for text in REFUSED)])
def test_whatever_is_refused_in_a_text_has_one_of_the_signs_that_are_looked_for(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        check_passage(text)
