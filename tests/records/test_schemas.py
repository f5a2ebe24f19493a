"""The schemas of the forms: what they say of what people type, and that the files are current."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from panelpapers.cli import main
from panelpapers.reading.events import read_events
from panelpapers.records.forms import FORMS, Form, form_of_family
from panelpapers.records.schemas import schema_files, schema_of, settings_file

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
MOTION = "minutes:\n  - title: A\n    motions:\n      - text: T\n"
PUBLICATIONS = (CASES / "first-publication", CASES / "bodies" / "alder-creek")


def refused(family: str, text: str) -> list[str]:
    """Give where a schema finds fault with a text as programs read it, for whom 8 is a number."""
    typed = read_events(text, "file.yml").root
    found = Draft7Validator(schema_of(form_of_family(family))).iter_errors(as_program(typed))
    return sorted("/".join(map(str, error.absolute_path)) or error.message for error in found)


def as_program(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: as_program(value) for name, value in node.items()}
    if isinstance(node, list):
        return [as_program(entry) for entry in node]
    return int(node) if isinstance(node, str) and node.isdecimal() else node


def test_the_files_of_this_repository_are_current() -> None:
    """``panel-papers schemas`` writes them anew."""
    found = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").iterdir()}
    assert found == schema_files()
    assert (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8") == settings_file()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.family)
def test_a_schema_is_one_and_finds_no_fault_with_files_that_are_right(form: Form) -> None:
    schema = schema_of(form)
    Draft7Validator.check_schema(schema)
    assert "anyOf" not in str(schema)
    assert "null" not in str(schema)
    paths = [(path, base) for base in PUBLICATIONS for path in sorted(base.rglob("*.yml"))]
    files = [path for path, base in paths if form.match(path.relative_to(base).as_posix()) is not None]
    assert [
        (path.name, found) for path in files if (found := refused(form.family, path.read_text(encoding="utf-8")))
    ] == []


@pytest.mark.parametrize(
    ("family", "text", "found"),
    [
        ("agendas", "items:\n  - title: no\n    number: 8\n    time: 14:00\n", []),
        ("agendas", "items:\n  - title:\n      en: Water\n      cy: Dŵr\n", []),
        ("agendas", "items:\n  - tittle: Water\n", ["items/0", "items/0"]),
        ("agendas", "items:\n  - title: [Water]\n", ["items/0/title"]),
        (
            "agendas",
            "published: 5 January 2026\nitems:\n  - title: Water\n    time: 25:00\n",
            ["items/0/time", "published"],
        ),
        ("agendas", "items:\n  - title: Water\n    not_taken: never\n", ["items/0/not_taken"]),
        ("agendas", "items: none\n", ["items"]),
        ("agendas", "published: 2026-01-05\n", ["'items' is a required property"]),
        ("agendas", "items:\n  - title: Water\n    matter: water, rates\n", []),
        ("minutes", MOTION + "        moved_by: Ann Ash\n        votes: {for: 8}\n", []),
        ("minutes", MOTION + "        votes: {for: {people: [ann]}}\n", []),
        ("minutes", MOTION + "        votes: 8 to 2\n", ["minutes/0/motions/0/votes"]),
        ("matters", "matters:\n  - title: Water\n    id: Water Rates\n", ["matters/0/id"]),
    ],
)
def test_what_an_editor_may_type(family: str, text: str, found: list[str]) -> None:
    assert refused(family, text) == found


def test_a_field_is_explained_in_the_words_of_the_guide() -> None:
    field = schema_of(form_of_family("agendas"))["definitions"]["AgendaItem"]["properties"]["time"]
    assert (
        field["description"] == "About when it is taken, by the clock of the place.\n\nTakes a time, such as 14:00."
    )


def test_the_command_writes_them(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["schemas", str(tmp_path / "new" / "schemas")])
    assert done.exit_code == 0
    assert done.output.startswith("18 files are in ")
    assert {path.name for path in (tmp_path / "new" / "schemas").iterdir()} == schema_files().keys()
