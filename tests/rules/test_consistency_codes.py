"""The examples of the codes that tell of inconsistencies do what they say, in an otherwise sound pack."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import panelpapers
from panelpapers.reading.codes import Code
from panelpapers.rules import rule_codes
from tests.attached_files import pdf
from tests.rules.packs import problems_with

PACKAGE = Path(panelpapers.__file__).parent
WITH_MORE_FILES = ("agendas", "exempt", "meetings", "members", "questions", "texts")
"""Modules of rules whose examples ``test_pack_codes.py`` tries."""
ABOUT_FILES = ("attachments",)
"""Those whose examples ``test_attachment_codes.py`` tries."""
MAKERS = ("Problem", "warning", "advice", "told", "telling", "found", "_problem")
"""What a code is given to, to make a problem of it."""


def told_in(file: Path) -> Iterator[str]:
    """Give every code that a module tells, read from its source: ``code="..."`` or given first to what makes one."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            given += node.args[:1] if getattr(node.func, "id", "") in MAKERS else []
            for one in given:
                either = [one.body, one.orelse] if isinstance(one, ast.IfExp) else [one]
                yield from (str(part.value) for part in either if isinstance(part, ast.Constant))


FILES = [
    *(file for file in PACKAGE.glob("rules/*.py") if file.stem not in (*WITH_MORE_FILES, *ABOUT_FILES)),
    *(PACKAGE / "pages" / f"{name}.py" for name in ("links", "keeping", "renamings")),
]
ABOUT_A_FILE = ("document-without-alternative", "untested-document")
ADJOURNED = "sessions:\n  - id: one\n    until: 2026-01-05\nminutes:\n  - number: 921\n    title: Road safety\n"
BESIDE: dict[str, dict[str, str | bytes]] = {
    **{code: {"meetings/2026-01-05/list.pdf": pdf()} for code in ABOUT_A_FILE},
    "name-of-several": {
        "people.yml": "people:\n  - name: Jo Skye\n    role: Clerk\n  - name: Ann Skye\n    role: Clerk\n"
    },
    "continues-another": {"meetings/2025-11-17/minutes.yml": ADJOURNED},
    "item-of-no-agenda": {"meetings/2026-02-16/meeting.yml": "state: held\ncontinues: 2026-01-05\n"},
}
"""What else lies in the folder where an example is about two files."""
CODES = {code for file in FILES for code in told_in(file)}
EXPLAINED = [code for code in rule_codes() if code.code in CODES]


def test_every_code_is_explained() -> None:
    assert {code.code for code in EXPLAINED} == CODES


def test_the_pack_is_sound(tmp_path: Path) -> None:
    assert problems_with({}, tmp_path) == ()


@pytest.mark.parametrize("code", EXPLAINED, ids=lambda code: code.code)
def test_examples_do_what_they_say(code: Code, tmp_path: Path) -> None:
    beside = BESIDE.get(code.code, {})
    wrong = problems_with({**beside, code.wrong.file: code.wrong.text}, tmp_path / "wrong")
    right = problems_with({**beside, code.right.file: code.right.text}, tmp_path / "right")
    assert code.code in {problem.code for problem in wrong}
    assert code.code not in {problem.code for problem in right}
    assert not [problem for problem in right if problem.place.file.endswith(code.right.file)]


@pytest.mark.parametrize("code", EXPLAINED, ids=lambda code: code.code)
def test_explanations_are_short_sentences(code: Code) -> None:
    assert not code.title.endswith(".")
    assert len(re.findall(r"[.?](?= [A-Z]|$)", code.explanation)) == 2, code.explanation
