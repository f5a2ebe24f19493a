"""The examples of the codes about attached files do what they say, with a small real file beside each."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.reading.codes import Code
from panelpapers.rules import attachments, rule_codes
from tests.attached_files import TEXT, docx, pdf, word_part
from tests.rules.packs import problems_with
from tests.rules.test_consistency_codes import told_in

MEETING = "meetings/2026-01-05"
SAID_BY_FILES = {"another-kind", "cannot-look-through", "runs-something"}
"""Codes that looking through a file tells, and the rule passes on."""

COMMENT = {"word/comments.xml": word_part("comments", '<w:comment w:author="Ann Lee" w:id="1"/>')}
WRONG: dict[str, dict[str, str | bytes]] = {
    "missing-attachment": {"list.pdf": pdf()},
    "unnamed-file": {"list.pdf": pdf()},
    "withheld-file": {"list.pdf": pdf()},
    "clashing-names": {"list.pdf": pdf(), "List.pdf": pdf()},
    "file-too-large": {"large.pdf": pdf() + bytes(10_000_000), "list.pdf": pdf()},
    "another-kind": {"page.pdf": b"<html>", "list.pdf": pdf()},
    "cannot-look-through": {"broken.pdf": pdf()[:200], "list.pdf": pdf()},
    "runs-something": {"action.pdf": pdf(catalog="/OpenAction << /S /JavaScript /JS (x) >>"), "list.pdf": pdf()},
    "hidden-in-file": {"list.docx": docx(parts=COMMENT)},
    "nothing-hidden": {"list.pdf": pdf()},
    "not-all-looked-at": {"map.pdf": pdf(TEXT + " q Q" * 150_000), "list.pdf": pdf()},
    "follows-from-file": {"list.pdf": pdf()},
    "untagged-document": {"list.pdf": pdf(catalog="")},
    "told-differently": {"list.pdf": pdf()},
}
"""What lies in the folder of the meeting in both examples of a code."""

CODES = {*told_in(Path(attachments.__file__)), *SAID_BY_FILES}
EXPLAINED = [code for code in rule_codes() if code.code in CODES]


def test_every_code_is_explained() -> None:
    assert {code.code for code in EXPLAINED} == CODES == WRONG.keys()


@pytest.mark.parametrize("code", EXPLAINED, ids=lambda code: code.code)
def test_examples_do_what_they_say(code: Code, tmp_path: Path) -> None:
    files = {f"{MEETING}/{name}": data for name, data in WRONG[code.code].items()}
    wrong = problems_with({**files, code.wrong.file: code.wrong.text}, tmp_path / "wrong")
    right = problems_with({**files, code.right.file: code.right.text}, tmp_path / "right")
    assert code.code in {problem.code for problem in wrong}
    told = {problem.code for problem in right if problem.code not in ("unnamed-file", "clashing-names")}
    assert not told & CODES
    if code.code != "clashing-names":
        assert code.code not in {problem.code for problem in right}
