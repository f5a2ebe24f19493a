"""The examples of the codes about figures do what they say, in an otherwise sound pack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import panelpapers
from panelpapers.reading.codes import Code, read_codes
from tests.rules.packs import problems_with

FIGURES = Path(panelpapers.__file__).parent / "rules" / "figures"
CODES = list(read_codes(FIGURES / "codes.txt"))


def test_every_code_is_explained_and_no_other() -> None:
    """A code in the source is words with hyphens between quotation marks, which nothing else there is."""
    source = "".join(file.read_text(encoding="utf-8") for file in FIGURES.glob("*.py"))
    assert {code.code for code in CODES} == set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_examples_do_what_they_say(code: Code, tmp_path: Path) -> None:
    wrong = problems_with({code.wrong.file: code.wrong.text}, tmp_path / "wrong")
    right = problems_with({code.right.file: code.right.text}, tmp_path / "right")
    assert {problem.code for problem in wrong} == {code.code}
    assert right == ()


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_explanations_are_short_sentences(code: Code) -> None:
    assert not code.title.endswith(".")
    assert len(re.findall(r"[.?](?= [A-Z]|$)", code.explanation)) == 2, code.explanation
