"""Every code that is told is in a catalogue, and each example of a catalogue does what it says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

import panelpapers
from panelpapers.pages import addresses
from panelpapers.pages.problems import families, help_at
from panelpapers.reading.codes import Code, read_codes, reading_codes
from panelpapers.reading.drafts import read_draft
from panelpapers.reading.folder import read_folder
from panelpapers.records.markup import check_passage
from tests.code_examples import example_bytes

PACKAGE = Path(panelpapers.__file__).parent
TELLERS = {"slip", "Problem", "Guess", "tell", "told", "warning", "advice", "kind", "_told", "_unknown"}
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/codes.txt"))


def codes_in(room: str) -> Iterator[str]:
    """Give the codes that the source of a room tells."""
    for file in sorted((PACKAGE / room).rglob("*.py")):
        yield from codes_of(file)


def codes_of(file: Path) -> Iterator[str]:
    """Give the codes that a module tells: the first argument of a teller, or the one named code."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        given = [one.value for one in node.keywords if one.arg == "code"] or node.args[:1]
        if name in TELLERS:
            yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def catalogue() -> set[str]:
    return {code.code for file in PACKAGE.rglob("codes.txt") for code in read_codes(file)}


@pytest.mark.parametrize("room", ["records", *ROOMS])
def test_every_code_is_explained(room: str) -> None:
    found = set(codes_in(room))
    assert found
    assert found <= catalogue()


WITHOUT_AN_EXAMPLE = {"sentence-unproven", "axis-not-at-zero"}
"""What no editor can raise by what they type, and what is told of one indicator alone, when it is described."""


def test_every_code_leads_to_a_place_that_is_there() -> None:
    files = [file for file in PACKAGE.rglob("*.py") if "importing" not in file.parts]  # which tells by sheet and cell
    told = {code for file in files for code in codes_of(file)} | catalogue()
    made = {f"{addresses.problems_of(family.id)}#{code.code}" for family in families() for code in family.codes}
    assert {code for code in told if help_at(code) not in made} == WITHOUT_AN_EXAMPLE
    assert {help_at(code) for code in WITHOUT_AN_EXAMPLE} == {addresses.PROBLEMS}
    assert help_at("repeated-number", "https://example.org/papers").startswith(
        "https://example.org/papers/editors/problems/agenda/#repeated-number"
    )


@pytest.mark.parametrize("text", ["![a](b)", "# a", "`a`", "[a]: b"])
def test_codes_of_refused_markup_are_explained(text: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        check_passage(text)
    assert refused.value.type in catalogue()


def test_no_code_is_explained_that_nobody_tells() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))
    unused = {code.code for code in reading_codes() if f'"{code.code}"' not in source}
    assert {code for code in unused if f'"{code.removeprefix("text-")}"' not in source} == set()


def place(data: Path, file: str, text: str) -> None:
    """Write an example into a data folder."""
    path = data / file if file != "." else data
    path = data.parent / file.removeprefix("../") if file.startswith("../") else path
    path.parent.mkdir(parents=True, exist_ok=True)
    if link := re.fullmatch(r"\{link to (\S+)\}\n", text):
        target = (path.parent / link[1]).resolve()
        target.write_text("items: []\n", encoding="utf-8")
        path.symlink_to(target)
    else:
        path.write_bytes(example_bytes(text))


@pytest.mark.parametrize("code", reading_codes(), ids=lambda code: code.code)
def test_examples_do_what_they_say(code: Code, tmp_path: Path) -> None:
    for kind, example in (("wrong", code.wrong), ("right", code.right)):
        data = tmp_path / kind / "data"
        data.parent.mkdir()
        draft = example.file.startswith("../")
        place(data, example.file, example.text)
        problems = read_draft(data.parent / "draft.yml") if draft else read_folder(data).problems
        told = {problem.code for problem in problems if problem.place.file.endswith(example.file) or kind == "wrong"}
        assert (code.code in told) == (kind == "wrong")
        if kind == "right" and example.file != "panel.yml":
            assert told == set()


def test_explanations_are_two_sentences() -> None:
    for code in reading_codes():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.code)
        assert not code.title.endswith(".")
        assert len(re.findall(r"[.?](?= [A-Z]|$)", code.explanation)) == 2, code.code


def test_codes_stand_once() -> None:
    codes = [code.code for code in reading_codes()]
    assert len(codes) == len(set(codes))


def test_an_entry_that_is_not_complete_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "codes.txt"
    file.write_text("Head\n\n====\nx\nTitle\nOne. Two.\n\nwrong:\n    a\n", encoding="utf-8")
    with pytest.raises(ValueError, match="x needs a wrong and a right example"):
        list(read_codes(file))


def test_hidden_characters_of_examples() -> None:
    assert example_bytes("a{U+00A0}b{FF}{3 times xy}{3 times z}{x}\n") == b"a\xc2\xa0b\xffxyxyxyzzz{x}\n"
