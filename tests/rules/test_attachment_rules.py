"""Problems of attached files are told where an editor can put them right, and never twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from panelpapers.records.attached import LARGEST
from panelpapers.records.problem import Problem
from tests.attached_files import core, docx, jpg, pdf, png
from tests.rules.packs import problems_with
from tests.rules.test_attachment_codes import CODES

MEETING = "meetings/2026-01-05"
LARGEST_TABLE = (b"a" * 99_999 + b"\n") * (LARGEST // 100_000)


def agenda(*attachments: str) -> str:
    entries = "".join(
        f"      - file: {name}\n        title: List\n        accessible: not known\n"
        f"        instead: The minutes.\n{more}"
        for name, _, more in (one.partition("|") for one in attachments)
    )
    items = f"items:\n  - number: 1\n    title: Apologies\n    attachments:\n{entries}"
    return f"{items}  - number: 2\n    title: Outcomes\n"


def found(folder: Path, files: dict[str, str | bytes], *attachments: str) -> list[Problem]:
    """Give what is told of the attached files of an agenda."""
    beside = {f"{MEETING}/{name}": data for name, data in files.items()}
    if attachments:
        beside[f"{MEETING}/agenda.yml"] = agenda(*attachments)
    return [one for one in problems_with(beside, folder) if one.code in CODES]


def test_a_clean_file_is_told_of_in_no_way(tmp_path: Path) -> None:
    assert found(tmp_path, {"list.pdf": pdf()}, "list.pdf") == []


@pytest.mark.parametrize(
    ("named", "there", "line"),
    [
        ("list.pdf", "List.pdf", "      - file: List.pdf"),
        ("members-list.pdf", "member-list.pdf", "      - file: member-list.pdf"),
        ("list.pdf", "Budget.xlsx", None),
    ],
)
def test_a_missing_file_is_told_with_the_nearest_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, there: str, line: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    told = found(tmp_path, {there: pdf()}, named)
    (missing,) = (one for one in told if one.code == "missing-attachment")
    assert (missing.place.line, missing.place.column) == (5, 15)
    assert missing.severity == "error"
    assert missing.suggestion == line


def test_a_file_that_nothing_names_is_a_warning_at_the_file(tmp_path: Path) -> None:
    (unnamed,) = found(tmp_path, {"list.pdf": pdf(), "other.pdf": pdf()}, "list.pdf")
    assert (unnamed.code, unnamed.severity) == ("unnamed-file", "warning")
    assert unnamed.place.file.endswith(f"{MEETING}/other.pdf")


def test_a_form_that_was_typed_in_word_is_to_be_typed_where_it_is_read(tmp_path: Path) -> None:
    (unnamed,) = found(tmp_path, {"list.pdf": pdf(), "Minutes.pdf": pdf()}, "list.pdf")
    assert unnamed.fix.startswith("What stands in it is read from minutes.yml alone: type it there. Name it under")


def test_where_an_agenda_cannot_be_read_no_file_is_said_to_be_unnamed(tmp_path: Path) -> None:
    told = problems_with({f"{MEETING}/agenda.yml": "items: [", f"{MEETING}/list.pdf": pdf()}, tmp_path)
    assert "unnamed-file" not in {one.code for one in told}


def test_what_is_hidden_is_told_once_however_often_the_file_is_named(tmp_path: Path) -> None:
    data = docx('<w:p><w:del w:author="Ann Lee"/></w:p>', {"docProps/core.xml": core("Ann Lee")})
    told = found(tmp_path, {"list.docx": data}, "list.docx", "list.docx")
    assert [(one.code, one.severity, one.place.line) for one in told] == [
        ("hidden-in-file", "warning", 5),
        ("hidden-in-file", "error", 5),
    ]
    assert told[0].message == '"list.docx" holds the name Ann Lee, which a reader does not see at once.'
    assert told[1].fix.endswith("If it is to be public, add published_with: [tracked changes].")


def test_what_is_published_on_purpose_is_not_told(tmp_path: Path) -> None:
    data = docx('<w:p><w:del w:author="Ann Lee"/></w:p>', {"docProps/core.xml": core("Ann Lee")})
    named = "list.docx|        published_with: [Tracked changes, authors]\n"
    assert found(tmp_path, {"list.docx": data}, named) == []


def test_what_runs_cannot_be_published_on_purpose(tmp_path: Path) -> None:
    data = pdf(catalog="/OpenAction << /S /JavaScript /JS (x) >>")
    told = found(tmp_path, {"list.pdf": data}, "list.pdf|        published_with: [embedded files]\n")
    assert [(one.code, one.severity) for one in told] == [("runs-something", "error")]


@pytest.mark.parametrize(("size", "codes"), [(LARGEST, []), (LARGEST + 1, ["file-too-large"])])
def test_the_limit_of_a_file(tmp_path: Path, size: int, codes: list[str]) -> None:
    data = LARGEST_TABLE + b"a" * (size - LARGEST)
    assert [one.code for one in found(tmp_path, {"list.csv": data}, "list.csv")] == codes


@pytest.mark.slow
@pytest.mark.parametrize(("last", "codes"), [(0, []), (1, ["file-too-large"])])
def test_the_limit_of_a_meeting(tmp_path: Path, last: int, codes: list[str]) -> None:
    names = [f"list-{one}.csv" for one in range(5)]
    files: dict[str, str | bytes] = dict.fromkeys(names, LARGEST_TABLE)
    if last:
        files["more.csv"] = b"a"
        names.append("more.csv")
    assert [one.code for one in found(tmp_path, files, *names)] == codes


@pytest.mark.parametrize(("name", "data"), [("list.pdf", pdf(catalog="")), ("list.png", png()), ("list.jpg", jpg())])
@pytest.mark.parametrize("said", ["yes", "no"])
def test_what_cannot_be_accessible_is_not_said_to_be(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    tested = "        tested: {by: The clerk, on: 2026-01-02, using: NVDA}\n        why_not: No tags.\n"
    text = agenda(f"{name}|{tested}").replace("not known", said)
    told = problems_with({f"{MEETING}/{name}": data, f"{MEETING}/agenda.yml": text}, tmp_path)
    codes = [(one.code, one.place.line) for one in told if one.code == "untagged-document"]
    assert codes == ([("untagged-document", 7)] if said == "yes" else [])


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.pdf"
    elsewhere.write_bytes(pdf())
    files: dict[str, str | bytes] = {f"{MEETING}/agenda.yml": agenda("list.pdf"), f"{MEETING}/other.pdf": pdf()}
    problems_with(files, tmp_path / "one")
    data = tmp_path / "one" / "data"
    for name, target in (("list.pdf", elsewhere), ("inside.pdf", data / MEETING / "other.pdf")):
        (data / MEETING / name).symlink_to(target)
    os.mkfifo(data / MEETING / "pipe.pdf")
    from panelpapers.publication import check_folder

    checked = check_folder(data)
    assert {key[1] for key in checked.records.attached if not checked.records.attached[key].findings.faults} == {
        "other.pdf"
    }
    told = [one.code for one in checked.problems if one.place.file.endswith(("list.pdf", "agenda.yml"))]
    assert {"link", "missing-attachment"} & set(told)
