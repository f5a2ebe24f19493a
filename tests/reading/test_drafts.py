"""A file outside of a data folder is recognised by its fields, whatever it is called."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from panelpapers.reading.drafts import read_draft
from panelpapers.records.forms import FORMS, forms_fitting

CASES = Path(__file__).parent.parent / "cases"
FILES = sorted(
    path
    for folder in ("second-panel", "river-valley", "rules/pack")
    for path in (CASES / folder).rglob("*.yml")
    if path.name != "renamed.yml"
)


def test_files_of_almost_every_form_are_tried() -> None:
    matched = {form.family for path in FILES for form in FORMS if form.name in (path.name, "<id>.yml")}
    assert len(matched) >= len(FORMS) - 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CASES).as_posix())
def test_a_sound_file_is_sound_under_any_name(path: Path, tmp_path: Path) -> None:
    draft = tmp_path / "agenda-draft.yml"
    shutil.copy(path, draft)
    assert read_draft(draft) == ()


def told(text: str, tmp_path: Path, name: str = "draft.yml") -> list[tuple[str, str]]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return [(problem.code, problem.message) for problem in read_draft(tmp_path / name)]


def test_slips_do_not_hide_what_a_file_is(tmp_path: Path) -> None:
    agenda = "items:\n  - number: 1\n    titel: Apologies\n    report_of: the Chair\n    asked_to: [note]\n"
    assert [code for code, _ in told(agenda, tmp_path)] == ["unknown-name"]
    everything_set_in = "".join(f"  {line}\n" for line in agenda.replace("titel", "title").splitlines())
    assert "which-form" not in [code for code, _ in told(everything_set_in, tmp_path)]


def test_a_name_goes_before_the_fields(tmp_path: Path) -> None:
    assert told("title: The force paper\n", tmp_path, "minutes.yml")[0][0] != "which-form"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: The force paper\n", "This file could be: "),
        ("colour: red\nshape: round\n", "The names in this file fit no form."),
        ("Only words.\n", "The names in this file fit no form."),
    ],
)
def test_where_several_forms_fit_or_none_does_it_asks(text: str, message: str, tmp_path: Path) -> None:
    [(code, said)] = told(text, tmp_path)
    assert code == "which-form"
    assert said.startswith(message)


def test_an_empty_file_and_one_that_is_not_there_tell_so(tmp_path: Path) -> None:
    assert [code for code, _ in told("", tmp_path)] == ["empty-file"]
    assert [problem.code for problem in read_draft(tmp_path / "none.yml")] == ["cannot-open"]


def test_one_more_name_decides() -> None:
    assert {form.family for form in forms_fitting({"items"}, set())} == {"agendas", "programme"}
    assert [form.family for form in forms_fitting({"items"}, {"title", "asked_to"})] == ["agendas"]
    assert [form.family for form in forms_fitting({"items", "menu"}, {"title"})] == ["programme"]


def test_a_form_must_know_more_than_half_of_the_names() -> None:
    assert [form.family for form in forms_fitting({"title", "unit", "colour"}, set())] == ["indicators"]
    assert forms_fitting({"title", "unit", "colour", "shape"}, set()) == []
