"""The schemas in the program behind the YAML support of VS Code and other editors: one process for all of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from panelpapers.records.forms import FORMS
from panelpapers.records.schemas import schema_files, settings_file
from tests.browser.language_server import editor
from tests.browser.provide import find_checkers
from tests.first_publication import FOLDER

pytestmark = pytest.mark.browser

AGENDA = "data/meetings/2027-01-05/agenda.yml"
TYPED = """\
published: 5 January 2027
items:
  - number: 8
    title: no
    tittle: Water
    not_taken: never
    \x20

"""


def test_an_editor_completes_explains_and_underlines(tmp_path: Path) -> None:
    checkers = find_checkers()
    if checkers is None:
        pytest.fail("There is no yaml-language-server: `nox -s browser` gets it", pytrace=False)
    (tmp_path / "schemas").mkdir()
    for name, text in schema_files().items():
        (tmp_path / "schemas" / name).write_text(text, encoding="utf-8")
    with editor(checkers, tmp_path, json.loads(settings_file())) as asked:
        assert sorted(asked.diagnostics(AGENDA, TYPED)) == [
            r'1: String does not match the pattern of "^(?:\d{4}-\d{2}-\d{2})$".',
            "5: Property tittle is not allowed.",
            '6: Value is not accepted. Valid values: "not reached", "deferred".',
        ]
        assert "What it is about, in a few words." in str(asked.at("hover", AGENDA, 4, 6))
        names = {offered["label"] for offered in asked.at("completion", AGENDA, 7, 5)["items"]}
        assert {"report_of", "asked_to", "confirms"} <= names
        assert names.isdisjoint({"title", "number", "published"})
        words = [offered["label"] for offered in asked.at("completion", AGENDA, 6, 16)["items"]]
        assert words == ["not reached", "deferred"]
        # The smallest file of each form is as good as all: tests/records/test_schemas.py has them all.
        paths = sorted(FOLDER.rglob("*.yml"), key=lambda path: path.stat().st_size)
        of_form = {
            form.id: [p for p in paths if form.match(p.relative_to(FOLDER).as_posix()) is not None] for form in FORMS
        }
        right = [of[0] for of in of_form.values() if of]
        assert len(right) > 12
        for path in right:
            where = path.relative_to(FOLDER).as_posix()
            assert (where, asked.diagnostics(f"data/{where}", path.read_text(encoding="utf-8"))) == (where, [])
