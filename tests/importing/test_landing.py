"""Drafts on the disk: read back as they were, where nothing is yet, all or none; and what nobody may see."""

from __future__ import annotations

import re
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panelpapers.importing.account import INSTEAD
from panelpapers.importing.drafts import Draft
from panelpapers.importing.landing import NotLanded, as_yaml, land, land_in, planned, tidy
from panelpapers.importing.packing import Imported, import_pack
from panelpapers.importing.parts import Part, Source, in_order
from panelpapers.importing.side_by_side import side_by_side
from panelpapers.importing.telling import account, left_over, withheld_told
from panelpapers.reading.validate import read_record
from panelpapers.records.agenda import Agenda
from panelpapers.records.publication import Records

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=" :-#'\"\\|>[]{}&*!%@`,?\n\t~x0", max_size=60),
    st.lists(
        st.sampled_from(
            [
                "- a",
                "title: value",
                "time:",
                "It ended. text: no",
                "# no",
                "no",
                "null",
                "1.",
                "---",
                "...",
                "“x”",
                "a" * 70,
                "é",
            ]
        )
    ).map(" ".join),
    st.lists(
        st.sampled_from(["- a", "", "title: x", "- text: y", "|", "#", "  b", "| c |", "1. d", "> e", "x" * 130]),
        max_size=6,
    ).map("\n".join),
)


@settings(max_examples=100, deadline=None)
@given(HOSTILE, HOSTILE)
def test_what_is_written_is_read_back_as_the_same_text(title: str, text: str) -> None:
    title, text = " ".join(tidy(title).split()), tidy(text)
    if not re.search(r"\w", title) or not re.search(r"\w", text):
        return
    data = as_yaml({"draft": True, "items": [{"number": "1.", "title": title, "text": text}]})
    agenda, problems = read_record(data, "agenda.yml", Agenda)
    assert [problem.message for problem in problems if problem.severity == "error"] == []
    assert agenda is not None
    assert (agenda.items[0].title, agenda.items[0].text) == (title, text)


DRAFTS = (
    Draft("meetings/2026-02-02/meeting.yml", {"draft": True, "starts": "14:00"}),
    Draft("meetings/2026-02-02/agenda.yml", {"draft": True, "items": [{"number": "1", "title": "Apologies"}]}),
    Draft("people.yml", {"people": [{"id": "ann-ash", "draft": True, "name": "Ann Ash", "role": "Member"}]}),
)
PEOPLE = "# Who is who\npeople:\n- id: bo-birch   # our clerk\n  name: Bo Birch\n  role: Clerk\n"


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_people_are_added_and_no_other_line_changes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "people.yml").write_text(PEOPLE, encoding="utf-8")
    land(planned(DRAFTS, data), tmp_path / "imported" / "2026-02-02")
    found = texts(data)
    assert found["people.yml"].startswith(PEOPLE)
    assert "- id: ann-ash\n  draft: yes\n  name: Ann Ash\n" in found["people.yml"]
    assert found["meetings/2026-02-02/meeting.yml"] == "draft: yes\nstarts: 14:00\n"
    assert texts(tmp_path / "imported")[".gitignore"] == "*\n"


def test_nothing_is_written_where_something_is(tmp_path: Path) -> None:
    data = tmp_path / "data"
    agenda = data / "meetings/2026-02-02/agenda.yml"
    agenda.parent.mkdir(parents=True)
    agenda.write_text("items: []\n", encoding="utf-8")
    before = texts(tmp_path)
    with pytest.raises(NotLanded, match=r"agenda\.yml"):
        land(planned(DRAFTS, data), tmp_path / "imported" / "2026-02-02")
    assert texts(tmp_path) == before

    differs = land_in(planned(DRAFTS, data), DRAFTS, tmp_path / "scratch")
    assert "-items: []" in differs.read_text(encoding="utf-8")
    assert texts(tmp_path / "scratch" / "data").keys() == {draft.path for draft in DRAFTS}
    assert texts(data) == {"meetings/2026-02-02/agenda.yml": "items: []\n"}
    with pytest.raises(NotLanded, match="something in"):
        land_in(planned(DRAFTS, data), DRAFTS, tmp_path / "scratch")


def test_a_meeting_that_was_announced_stays_as_it_is(tmp_path: Path) -> None:
    meeting = tmp_path / "data/meetings/2026-02-02/meeting.yml"
    meeting.parent.mkdir(parents=True)
    meeting.write_text("starts: 13:00\n", encoding="utf-8")
    landing = planned(DRAFTS, tmp_path / "data")
    land(landing, tmp_path / "imported" / "2026-02-02")
    assert landing.stay == ["meetings/2026-02-02/meeting.yml"]
    assert meeting.read_text(encoding="utf-8") == "starts: 13:00\n"
    kept = tmp_path / "imported/2026-02-02/there-already/meetings/2026-02-02/meeting.yml"
    assert "starts: 14:00" in kept.read_text(encoding="utf-8")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    landing, calls, real = planned(DRAFTS, tmp_path / "data"), count(), tempfile.NamedTemporaryFile

    def full(**given: Any) -> Any:
        if next(calls) == 2:
            raise OSError(28, "No space left on device")
        return real(**given)

    monkeypatch.setattr("panelpapers.writing.files.NamedTemporaryFile", full)
    with pytest.raises(OSError, match="No space left"):
        land(landing, tmp_path / "imported" / "2026-02-02")
    assert [path.name for path in tmp_path.rglob("*")] == ["data"]


def test_a_draft_that_its_form_refuses_is_put_aside(tmp_path: Path) -> None:
    draft = Draft("meetings/2026-02-02/agenda.yml", {"draft": True, "items": [{"number": "1"}]})
    landing = planned((draft,), tmp_path / "data")
    assert list(landing.refused) == [draft.path]
    assert not landing.plan.files


def pack(*lines: tuple[str, str] | str, details: bool = False) -> Imported:
    """Import lines: a text, or a kind and a text."""
    told = [line if isinstance(line, tuple) else ("paragraph", line) for line in lines]
    parts = (Part(kind, text, 0, bold=kind == "heading") for kind, text in told)  # type: ignore[arg-type]
    source = Source("pack.docx", tuple(in_order(parts, count(1))))
    return import_pack([source], "2026-02-02", Records(), details=details)


def everything(found: Imported, data: Path) -> str:
    """Give all that an import tells or writes of a pack."""
    landing = planned(found.drafts, data)
    files = [text.decode() for text in (*landing.plan.files.values(), *landing.aside.values())]
    page = side_by_side(found, landing.plan.files)
    return "\n".join([*files, left_over(found), account(found), *withheld_told(found), str(page)])


AGENDA = (("heading", "AGENDA"), ("heading", "PUBLIC QUESTIONS"))
PAPER = (("heading", "Land at Quay Road"), "Report to: The Authority", "Date: 2 February 2026")


@pytest.mark.parametrize(
    ("lines", "secret", "why"),
    [
        ((*AGENDA, "Mrs Tull can be reached on 07700 900123."), "900123", "a telephone number"),
        ((*AGENDA, "Mrs Tull: jo.tull@example.org"), "jo.tull", "an e-mail address"),
        ((*AGENDA, "Mrs J. Tull of 12 High Street asked."), "12 High", "the address of a home"),
        ((*AGENDA, "He lives at 7 Orchard Close."), "7 Orchard", "the address of a home"),
        ((*AGENDA, "It was sent from SB1 4QT."), "4QT", "a postcode"),
        ((*AGENDA, "Yours sincerely,", "Josephine Tull"), "Josephine", "a signature"),
        (
            (*PAPER, "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A", "Harbour Homes offer."),
            "Harbour",
            "exempt",
        ),
        ((*PAPER, "Classification: Exempt", "Harbour Homes offer."), "Harbour", "exempt"),
        (
            (*PAPER, "1. Open.", *["It goes on."] * 12, ("heading", "Exempt Appendix 2"), "Harbour offers."),
            "Harbour",
            "exempt",
        ),
        ((*PAPER, "This report contains exempt information.", "Harbour offers."), "Harbour", "exempt"),
    ],
)
def test_what_is_withheld_is_told_by_place_and_number_never_by_text(
    lines: tuple[Any, ...], secret: str, why: str, tmp_path: Path
) -> None:
    found = pack(*lines)
    assert secret not in everything(found, tmp_path)
    assert any(why in told and re.search(r"\d+ words?", told) for told in withheld_told(found))


@pytest.mark.parametrize(
    "line",
    [
        "Contact officer: Jo Lane, Scrutiny Officer, 01632 960 114",
        "Ask the City Clerk at (805) 555-0142.",
        "The public was excluded, because exempt information would be told (paragraph 3 of Schedule 12A).",
        "Appendix 3 to this report is not for publication.",
    ],
)
def test_what_is_public_is_not_withheld(line: str) -> None:
    assert [*withheld_told(pack(*AGENDA, line))] == []


def test_an_exempt_part_ends_where_the_next_appendix_begins(tmp_path: Path) -> None:
    open_lines = ["It goes on."] * 12
    found = pack(
        *PAPER, *open_lines, ("heading", "Appendix 1 – Exempt"), "Harbour.", ("heading", "Appendix 2 – Map"), "Seen."
    )
    told = everything(found, tmp_path)
    assert "Harbour" not in told
    assert "Seen." in told


def test_details_come_in_where_somebody_says_so() -> None:
    found = pack(*AGENDA, "Mrs Tull can be reached on 07700 900123.", details=True)
    assert [*withheld_told(found)] == []
    shown = pack(*AGENDA, "Mrs Tull can be reached on 07700 900123.")
    agenda: Any = next(draft.fields for draft in shown.drafts if draft.path.endswith("agenda.yml"))
    assert agenda["items"][0]["text"] == f"Mrs Tull can be reached on {INSTEAD}."
