"""What editors must keep to themselves reaches no page and no file, wherever they put it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from panelpapers.checking import check
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.agenda import AgendaItem
from panelpapers.records.base import Record
from panelpapers.records.document import Attachment
from panelpapers.records.paper import Paper
from panelpapers.records.publication import Records
from tests.river_valley import FOLDER, river_valley, site_of

AnyRecord = TypeVar("AnyRecord", bound=Record)
NONCE = "zq7-kept-back-4417"
MEETING = "2027-03-31"


def output(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give everything that a site consists of: addresses, titles, summaries, pages and files."""
    for address, page in site.pages.items():
        yield address, "\n".join((address, page.title, page.summary, str(page.html), str(page.trail))).encode()
    for address, file in site.files.items():
        yield address, address.encode() + file.content
    for address, about in site.linked.items():
        yield address, about.encode()


def where(site: Site) -> list[str]:
    return [address for address, content in output(site) if NONCE.encode() in content]


def planted(folder: Path) -> int:
    """Put the marked words as a note into every group of fields, and as a comment on every line; say how many."""
    count = 0
    for file in sorted(folder.rglob("*.yml")):
        lines: list[str] = []
        for line in file.read_text(encoding="utf-8").splitlines():
            indent = line[: len(line) - len(line.lstrip())]
            if not line.lstrip().startswith("- ") and not lines:
                lines.append(f"notes: {NONCE}")
                count += 1
            begins = line.lstrip().startswith(("- id:", "- number:", "- person:", "- seat:", "- text:", "- minute:"))
            folded = bool(lines) and lines[-1].rstrip().endswith((">-", "|"))
            lines.append(line if folded or line.endswith((">-", "|")) else f"{line}  # {NONCE}")
            if begins and not line.endswith((">-", "|")):
                lines.append(f"{indent}  notes: {NONCE}")
                count += 1
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return count


@pytest.mark.slow
def test_notes_and_comments_reach_no_output(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "data")
    assert planted(tmp_path / "data") > 50
    reading = read_folder(tmp_path / "data")
    assert reading.problems == ()
    assert where(site_of(reading.records)) == []


@pytest.mark.slow
def test_a_note_in_any_record_within_a_record_reaches_no_output() -> None:
    assert where(site_of(_marked_everywhere(river_valley()))) == []


def _marked_everywhere(records: Records) -> Records:
    """Give the same records with a marked note in every record and in every record within one."""
    families = ("bodies", "people", "matters", "meetings", "agendas", "minutes", "papers")
    marked: dict[str, Any] = {
        family: {key: _marked(one) for key, one in getattr(records, family).items()} for family in families
    }
    assert records.panel
    return replace(records, panel=_marked(records.panel), **marked)


def _marked(record: AnyRecord) -> AnyRecord:
    changed: dict[str, object] = {"notes": NONCE}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            changed[name] = _marked(value)
        elif isinstance(value, list):
            changed[name] = [_marked(one) if isinstance(one, Record) else one for one in value]
    return record.model_copy(update=changed)


def with_exempt_words() -> Records:
    """Give the small panel with the marked words wherever an editor might put those of the exempt item."""
    records = river_valley()
    agenda = records.agendas[MEETING]
    file = Attachment(file=f"{NONCE}.pdf", title=f"Staffing {NONCE}", accessible="yes")
    hidden = {"text": f"It is {NONCE}.", "correction": f"Note {NONCE}.", "notes": NONCE, "attachments": [file]}
    hidden["asked_to"] = ["note", f"agree to {NONCE}"]
    items = [item.model_copy(update=hidden) if item.exempt else item for item in agenda.items]
    values = {"title": f"Paper {NONCE}", "kind": "report", "item": "8", "summary": NONCE, "background_papers": "none"}
    paragraphs = [{"number": "1", "text": f"The clerk {NONCE}."}]
    paper = Paper.model_validate({**values, "sections": [{"title": NONCE, "paragraphs": paragraphs}]})
    return replace(
        records,
        agendas={**records.agendas, MEETING: agenda.model_copy(update={"items": items})},
        papers={**records.papers, (MEETING, f"staffing-{NONCE}"): paper},
    )


@pytest.mark.slow
def test_what_an_exempt_item_keeps_back_reaches_no_output_even_if_no_rule_refused_it() -> None:
    site = site_of(with_exempt_words())
    assert where(site) == []
    assert "Staffing of the Panel" in site.pages[f"meetings/{MEETING}/agenda/"].html


def test_and_the_rules_refuse_it_before_that() -> None:
    errors = [one.code for one in check(Dossier(with_exempt_words())) if one.severity == "error"]
    assert sorted(errors) == ["exempt-paper", "exempt-text", "exempt-text", "exempt-text"]


@pytest.mark.slow
def test_the_marked_words_are_found_where_they_may_stand() -> None:
    """The search itself is tried: words in an item that is not exempt do reach the page."""
    records = river_valley()
    agenda = records.agendas[MEETING]
    items = [item.model_copy(update={"text": NONCE}) if item.number == "3" else item for item in agenda.items]
    open_item = replace(records, agendas={**records.agendas, MEETING: agenda.model_copy(update={"items": items})})
    assert f"meetings/{MEETING}/agenda/" in where(site_of(open_item))


@pytest.mark.parametrize("field", ["body", "report", "details", "minutes_text", "exempt_text"])
def test_there_is_no_other_field_for_the_text(field: str) -> None:
    with pytest.raises(ValueError, match=field):
        AgendaItem.model_validate(
            {"number": "8", "title": "S", "exempt": {"paragraphs": ["1"], "public_interest": "P", field: NONCE}}
        )


def test_all_else_stays_as_it_was() -> None:
    records = river_valley()
    assert public(records) == records
    assert public(Records()) == Records()
