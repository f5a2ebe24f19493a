"""Every field says what it is, so that a new one is treated rightly by whatever looks through records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from panelpapers.records.agenda import AgendaItem, read_asked
from panelpapers.records.attendance import read_did, read_grounds
from panelpapers.records.base import Record
from panelpapers.records.fields import Field, fields_of, kinds_within
from panelpapers.records.forms import FORMS, form_of_family
from panelpapers.records.kinds import Line, Passage, read_line, read_passage, read_reasons
from panelpapers.records.marks import IdOf, MatterId, Note, OwnId, Plain, Private, Refers, Wording
from panelpapers.records.names import Slug, read_cited, read_due, read_meeting_id, read_reference, read_slug
from panelpapers.records.publication import Records

KINDS = sorted({kind for form in FORMS for kind in kinds_within(form.record)}, key=lambda kind: kind.__name__)
FIELDS = {f"{kind.__name__}.{name}": field for kind in KINDS for name, field in fields_of(kind).items()}


def holds_text(field: Field) -> bool:
    """Whether people may write there what they like: text that no reader but those of texts looks at."""
    readers = {read_line, read_passage, read_reasons, read_grounds, read_asked, read_did, read_cited}
    return str in field.parts and set(field.readers) <= readers


def without_mark(kind: type[Record]) -> Iterator[str]:
    """Name each field that has not the one mark that it needs: a text a wording, an id whose it is."""
    for name, field in fields_of(kind).items():
        wordings = [mark for mark in field.marks if isinstance(mark, Wording)]
        owners = [mark for mark in field.marks if isinstance(mark, (IdOf, Refers))]
        if len(wordings) != holds_text(field) or len(owners) != (
            not {read_slug, read_reference, read_meeting_id, read_due}.isdisjoint(field.readers)
        ):
            yield f"{kind.__name__}.{name}"


def test_every_field_has_the_mark_that_it_needs() -> None:
    missing = [name for kind in KINDS for name in without_mark(kind)]
    assert missing == [], "give these fields a mark of records/marks.py, such as Plain, Note or MatterId"


def test_a_field_without_its_mark_is_named() -> None:
    class Made(Record):
        plain: Plain[Line]
        lines: list[Note[Passage]] = []
        matter: MatterId | None = None
        id: OwnId
        bare: Passage | None = None
        bare_list: list[Line] = []
        loose: str | None = None
        twice: Plain[Note[Line]]
        whose: list[Slug] = []

    names = ["bare", "bare_list", "loose", "twice", "whose"]
    assert list(without_mark(Made)) == [f"Made.{name}" for name in names]


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.mark(Refers)])
def test_a_register_holds_records_by_their_ids(name: str) -> None:
    refers = FIELDS[name].mark(Refers)
    register = refers.register if refers else ""
    assert register in {field.name for field in fields(Records)}
    form = form_of_family(register)
    assert form.listed or form.file.count("<") == 1


def test_choices_are_typed_once_and_read_from_there() -> None:
    class Made(Record):
        units: list[str] = []

    better = FIELDS["Indicator.better"]
    assert better.choices == ("higher", "lower", "neutral")
    assert FIELDS["Point.statuses"].choices[:2] == ("provisional", "revised")
    assert fields_of(Made)["units"].choices == ()


def test_an_exempt_item_keeps_back_whatever_can_tell_what_it_is_about() -> None:
    kept_back = [name for name, field in fields_of(AgendaItem).items() if field.kept_back]
    assert kept_back == ["text", "attachments", "correction"]

    class Made(AgendaItem):
        background: Plain[Passage] | None = None
        for_the_clerk: Private[Passage] | None = None

    assert {name for name, field in fields_of(Made).items() if field.kept_back} == {*kept_back, "background"}
