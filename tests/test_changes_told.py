"""What a change does to the site, in plain words: cases that can be read, and every field of every record."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

from panelpapers.answering import PREVIEW
from panelpapers.cli import main
from panelpapers.comparing import compare
from panelpapers.facts.differences import Following, differences, following, not_to_be_told, within
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.texts import Document
from panelpapers.publication import Checked, check_folder
from panelpapers.reading.folder import read_folder
from panelpapers.records.agenda import Agenda, AgendaItem
from panelpapers.records.base import Record
from panelpapers.records.fields import fields_of
from panelpapers.records.paper import Paper, Withdrawal
from panelpapers.records.publication import Records
from panelpapers.records.walk import Held, walk
from panelpapers.records.walk import changed as changed_in
from panelpapers.words.differences import NOT_COMPARED, NOTHING, of_following, of_records
from panelpapers.words.naming import Names
from tests.first_publication import FOLDER
from tests.river_valley import TEMPLATES

CASES: Final = Path(__file__).parent / "cases"
BEFORE: Final = CASES / "second-panel"
TODAY: Final = date(2027, 3, 12)
OWN_WORDS: Final = re.compile(r" gains | loses? | for .* changes from \d| is planned| moves to ")
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
        path.write_text(
            typed.replace(edit["was"], edit["now"], 1) if "was" in edit else edit["now"], encoding="utf-8"
        )
    return data


@cache
def checked_before() -> Checked:
    """Check the records from which all cases start."""
    return check_folder(BEFORE, TODAY)


@pytest.mark.parametrize("case", TOLD, ids=[case["change"] for case in TOLD])
def test_a_change_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    before = checked_before()
    if waiting := case.get("draft"):
        first = (BEFORE / waiting).read_text(encoding="utf-8")
        before = check_folder(changed(tmp_path / "before", {"file": waiting, "now": f"draft: yes\n{first}"}), TODAY)
    data = changed(tmp_path, *([case] if "now" in case else []), *case.get("also", ()))
    for gone in case.get("gone", ()):
        (data / gone).unlink()
    after = check_folder(data, TODAY)
    compared = compare(before, after, TODAY)
    told = [sentence for heading, said in compared.told if "site" not in heading for sentence in said]
    assert told == case["says"]
    assert after.sound or "gone" in case, "a case is what editors may do"
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
        said = [*of_records(within(document, (), record, new), Names(records, records))]
        named = f"{held.field.typed}”" in " ".join(said) or OWN_WORDS.search(" ".join(said))
        untold += [] if len(said) >= 1 and named else [(type(held.record).__name__, held.field.typed, said)]
        told += 1
        assert all(len(sentence.split()) < 60 and sentence.endswith((".", ".”")) for sentence in said)
    assert untold == []
    assert told > 150


def marked(records: Records, which: Callable[[Record], bool]) -> Records:
    """Give the records with a mark at the end of every text of some of them."""

    def mark(part: Record) -> dict[str, object]:
        texts = ((name, getattr(part, name)) for name, field in fields_of(type(part)).items() if field.wording)
        return {name: f"{text} zzz" for name, text in texts if isinstance(text, str)}

    return records.with_each(lambda _, record: changed_in(record, mark) if which(record) else record)


def said_of(old: Records, new: Records) -> str:
    """Give all that is said of a change of records."""
    before, after = Dossier(old), Dossier(new)
    names = Names(before.public.records, after.public.records, not_to_be_told(before, after))
    return " ".join(of_records(differences(before, after), names))


def test_no_word_of_what_is_withdrawn_exempt_or_private_is_told() -> None:
    plain = read_folder(BEFORE).records
    secret = marked(plain, lambda record: isinstance(record, Paper | Agenda))
    assert "zzz" in said_of(plain, secret), "what is published may be told"
    why = Withdrawal(on=TODAY, reason="It named somebody.", removed=True, title="A paper", address="x")
    gone: dict[str, object] = {"withdrawn": why}
    exempt: dict[str, object] = {"exempt": plain.agendas["2027-03-31"].items[2].exempt, "title": "Taken out"}

    def closed(part: Record) -> dict[str, object]:
        closing: dict[type[Record], dict[str, object]] = {Paper: gone, AgendaItem: exempt}
        return closing.get(type(part), {})

    now_closed = secret.with_each(lambda _, record: changed_in(record, closed))
    said = said_of(secret, now_closed)
    assert "withdrawn, and nobody can read it" in said
    assert "will be taken without the public" in said
    assert "zzz" not in said
    noted = plain.with_each(lambda _, record: changed_in(record, lambda _: {"notes": "zzz", "known": {"a": "zzz"}}))
    assert "zzz" not in (told := said_of(plain, noted))
    assert told.count("not published") == len([*plain.every()])


def site_of(after: Path, *, pages: bool = False) -> list[str]:
    """Give what is said of the site itself."""
    compared = compare(checked_before(), check_folder(after, TODAY), TODAY, TEMPLATES if pages else None)
    return [sentence for heading, said in compared.told if "site" in heading for sentence in said]


@pytest.mark.slow
def test_pages_are_compared_by_their_bytes_and_not_by_the_lines_that_they_name(tmp_path: Path) -> None:
    agenda = {"file": "meetings/2027-06-30/meeting.yml", "was": "10:30", "now": "11:30"}
    remark = {"file": "people.yml", "was": "people:\n", "now": "# Who is who.\npeople:\n"}
    assert site_of(changed(tmp_path / "one", remark), pages=True) == ["No page changes.", "No address is lost."]
    told = site_of(changed(tmp_path / "two", agenda, remark), pages=True)
    assert told == [
        "3 pages change: “Meetings”, “Meeting of 30 June 2027” and “Meetings in 2027”.",
        "3 files beside pages differ.",
        "No address is lost.",
    ]


def test_an_address_that_is_lost_is_a_warning_until_something_leads_from_it(tmp_path: Path) -> None:
    paper = (BEFORE / "meetings/2027-03-31/papers/response-times.yml").read_text(encoding="utf-8")
    data = changed(tmp_path, {"file": "meetings/2027-03-31/papers/times.yml", "now": paper})
    (data / "meetings/2027-03-31/papers/response-times.yml").unlink()
    was, now = (f"meetings/2027-03-31/papers/{name}/" for name in ("response-times", "times"))
    count = 1 + len(re.findall(r"number:", paper))
    told = site_of(data)
    assert told[0].startswith("Warning: ")
    assert told[0].endswith(f" addresses are lost: {was} with {int(told[0].split()[1]) - 1} on or below it.")
    assert count > 4
    listed = f"# Published addresses of: Northshire Police, Fire and Crime Panel\n{was}\n"
    (data / "published-addresses.txt").write_text(listed, encoding="utf-8")
    (data / "renamed.yml").write_text(f"renamed:\n  - {{was: {was}, now: {now}}}\n", encoding="utf-8")
    assert site_of(data)[-1] == "No address is lost."


def test_what_could_be_read_is_compared_where_the_check_finds_problems(tmp_path: Path) -> None:
    wrong = {"file": "people.yml", "now": "nobody:\n"}
    item = {"file": "meetings/2027-03-31/agenda.yml", "was": "time: 10:45", "now": "time: 10:50"}
    after = check_folder(changed(tmp_path, wrong, item), TODAY)
    told = compare(checked_before(), after, TODAY, TEMPLATES).sentences
    assert "Item 2 of the agenda of 31 March 2027: “time” changes from 10.45am to 10.50am." in told
    assert not any("person" in sentence for sentence in told), "a file that cannot be read takes nobody out"
    assert told[-1] == f"{NOT_COMPARED} after the change."
    unread = check_folder(changed(tmp_path / "unread", wrong), TODAY)
    told = compare(checked_before(), unread, TODAY, TEMPLATES).sentences
    assert told == ("No change is seen in what could be read of the records.", f"{NOT_COMPARED} after the change.")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)], env={"PANEL_TODAY": str(TODAY)})


def test_two_folders_or_projects_are_compared_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    title = "x](http://evil.example) @everybody `code` ::error::"
    edit = {"file": "matters.yml", "was": "title: The precept", "now": f"title: '{title}'"}
    after = changed(tmp_path, edit)
    text = run(BEFORE, after.parent, "--quick", "--data", "nowhere")
    assert text.exit_code == 0
    assert f"“title” changes from “The precept” to “{title}”." in text.output
    summary = run(BEFORE, after, "--quick", "--format", "markdown").output
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    assert run(BEFORE, after, "--quick", "--format", "github").output == text.output
    assert (tmp_path / "summary").read_text(encoding="utf-8") == f"{summary}\n{PREVIEW}\n\n"
    assert summary.startswith("## What this change does to the site\n\n### What changes in the records\n\n- ")
    assert r"x\]\(http:&#8203;//evil.example\) \@&#8203;everybody \`code\` ::error::" in summary


@pytest.mark.skipif(not shutil.which("git"), reason="needs Git")
def test_a_branch_is_compared_with_the_files_as_they_are_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, capture_output=True, check=True)

    data = changed(tmp_path)
    (tmp_path / "content").mkdir()
    for name in ("about.md", "old.md"):
        (tmp_path / "content" / name).write_text("# Page", encoding="utf-8")
    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=x")
    monkeypatch.chdir(tmp_path)
    assert NOTHING in run("main", "--quick").output
    (data / "meetings/2027-06-30/meeting.yml").write_text("starts: 10:30\nstate: cancelled\n", encoding="utf-8")
    for named in (["main"], ["main", "data"], ["main", tmp_path]):
        assert "The meeting of 30 June 2027 is cancelled." in run(*named, "--quick").output
    git("checkout", "--quiet", "-b", "change")
    git("commit", "--quiet", "--all", "--message=y")
    (tmp_path / "content/old.md").unlink()
    for named in (["main..change"], ["main...change"], ["main..."], ["main", "change"], ["HEAD^", "--git"]):
        assert "The meeting of 30 June 2027 is cancelled." in run(*named, "--quick").output, named
    for name, text in (("content/about.md", "# Other"), ("content/how/new.md", "# New")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for named in (["main"], ["main", tmp_path]):
        told = run(*named, "--quick").output
        assert "What changes in pages written by hand\n\n  1 file changes: content/about.md.\n" in told
        assert "\n  1 file is new: content/how/new.md.\n  1 file is gone: content/old.md.\n" in told
    assert "written by hand" not in run("main", "change", "--quick").output
    (data / "people.yml").write_text("nobody:\n", encoding="utf-8")
    wrong = run("main", "--quick")
    assert wrong.exit_code == 1
    assert "data/people.yml, line 1" in wrong.output
    for named in (["nothing"], ["--", "--output=x"], ["main", "nothing"]):
        refused = run("--quick", *named)
        assert (refused.exit_code, "is neither a folder nor a revision" in refused.output) == (1, True)
    assert not (tmp_path / "x").exists()


def test_many_that_follow_alike_are_counted() -> None:
    records = read_folder(BEFORE).records
    found = [Following("action", "2027-02-08", "open", "discharged", f"7 ({number})") for number in range(1, 6)]
    told = [*of_following(found, Names(records, records))]
    assert told[0] == "The action 7 (1) of 8 February 2027 was “open” and is “discharged”."
    assert told[3:] == ["And 2 more that follow in the same way."]
