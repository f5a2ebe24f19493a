"""The report of an audit is written whole or not at all, and can be read back as the record that is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.reading.folder import read_file
from panelpapers.records.accessibility import Audit, Tool
from tests.audit import report
from tests.audit.built import Seen, findings, plain, questions

SEEN = [
    Seen("image-alt", "Images must have <img alt> text", "plan/"),
    Seen("image-alt", "Images must have <img alt> text", "plan/"),
    Seen("link-name", "Links must have text: yes", ""),
]
AUDIT = Audit.model_validate(
    {
        "on": "2027-04-01",
        "pages": "2",
        "tools": [
            Tool(
                name="axe-core",
                version="4.14.1",
                looked_at="Every rule",
                pages=2,
                findings=findings(SEEN),
                questions=questions([Seen("p-as-heading", "Is it a heading?", "plan/")], {}),
            )
        ],
    }
)


def test_what_is_seen_twice_on_a_page_is_one_finding() -> None:
    assert [(one.page, one.rule, one.places) for one in findings(SEEN)] == [
        ("/", "link-name", 1),
        ("/plan/", "image-alt", 2),
    ]


def test_questions_are_put_together_by_rule_and_take_their_answers() -> None:
    several = [*SEEN, Seen("image-alt", "Images", "about/")]
    first, second = questions(several, {"image-alt": "They are drawings."})
    assert (first.rule, first.pages, first.places, first.answer) == ("image-alt", 2, 3, "They are drawings.")
    assert (second.rule, second.answer) == ("link-name", None)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Form control element <input> has no label", "Form control element input has no label"),
        ('Remove <a href="x">, and </a>', "Remove a, and a"),
        ("two\n  lines", "two lines"),
        ("a < b", "a b"),
        ("", "no words"),
        ("x" * 400, "x" * 300 + "…"),
    ],
)
def test_a_tools_words_become_one_plain_line(told: str, kept: str) -> None:
    assert plain(told) == kept


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "accessibility-audit.yml"
    report.write(AUDIT, file)
    assert read_file(file, Audit) == (AUDIT, ())
    assert file.read_text(encoding="utf-8").startswith("# Written by")
    assert list(tmp_path.iterdir()) == [file]


def test_a_report_that_cannot_be_read_leaves_the_last_one(tmp_path: Path) -> None:
    file = tmp_path / "accessibility-audit.yml"
    report.write(AUDIT, file)
    before = file.read_bytes()
    with_html = AUDIT.tools[0].model_copy(update={"looked_at": "<b>Every</b> rule"})
    with pytest.raises(report.Unreadable, match="HTML"):
        report.write(AUDIT.model_copy(update={"tools": [with_html]}), file)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_the_audit_in_words() -> None:
    told = "\n".join(report.in_words(AUDIT))
    assert "axe-core 4.14.1: 2 pages, 2 faults, 1 open questions" in told
    assert "fault: /plan/: image-alt: Images must have img text (2)" in told
    assert "question: p-as-heading: Is it a heading? (1 places on 1 pages)" in told
