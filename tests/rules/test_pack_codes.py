"""The examples of the codes about members, questions, changed agendas and exempt items do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

import panelpapers
from panelpapers.reading.codes import Code
from panelpapers.rules import rule_codes
from tests.code_examples import example_bytes
from tests.rules.packs import problems_with
from tests.rules.test_consistency_codes import WITH_MORE_FILES, told_in

SECOND_FILE = {
    "withdrawn-and-taken": {
        "meetings/2026-01-05/agenda.yml": (
            "items:\n  - number: 11\n    title: Urgent business\n  - number: 12\n    title: Fraud and online crime\n"
            "    withdrawn:\n      on: 2026-01-02\n      reason: The report is not ready.\n"
        )
    }
}
SECOND_FILE |= {
    "pulled-otherwise": {
        "meetings/2026-01-05/agenda.yml": (
            "items:\n  - number: 1\n    title: Minutes\n    consent: yes\n"
            "  - number: 2\n    title: Repairs on time\n    consent: yes\n"
        )
    },
    "due-at-no-meeting": {"meetings/2026-02-16/meeting.yml": "state: cancelled\n"},
    "item-without-minute": {
        "meetings/2025-11-17/agenda.yml": (
            "items:\n  - number: 1\n    title: Apologies\n  - number: 2\n    title: Date of next meeting\n"
        )
    },
}
"""What else the data folder holds where an example is about two files."""

EXEMPT = {
    "meetings/2026-01-05/agenda.yml": (
        "items:\n  - number: 9\n    title: Work programme\n  - number: 12\n    title: Staffing\n    exempt:\n"
        "      paragraphs: [1]\n      public_interest: It is about people.\n      excluded_by: 936\n"
    )
}
SECOND_FILE |= dict.fromkeys(("exempt-paper", "exempt-minute", "exclusion-paragraphs"), EXEMPT)
SECOND_FILE |= {
    "exclusion-missing": {
        "meetings/2026-01-05/minutes.yml": (
            "minutes:\n  - number: 936\n    title: Exclusion of the public\n    excludes_public: yes\n"
            "    resolutions:\n"
            "      - text: The public is excluded from item 12, under paragraph 1 of Schedule 12A.\n"
            "        short: The public is excluded.\n        no_action: It opens the private part.\n"
        )
    }
}


CODES = {
    code for name in WITH_MORE_FILES for code in told_in(Path(panelpapers.__file__).parent / "rules" / f"{name}.py")
}
EXPLAINED = [code for code in rule_codes() if code.code in CODES]


def test_every_code_is_explained() -> None:
    assert {code.code for code in EXPLAINED} == CODES
    assert len(CODES) > 20


@pytest.mark.parametrize("code", EXPLAINED, ids=lambda code: code.code)
def test_examples_do_what_they_say(code: Code, tmp_path: Path) -> None:
    beside = SECOND_FILE.get(code.code, {})
    wrong = problems_with({**beside, code.wrong.file: example_bytes(code.wrong.text).decode()}, tmp_path / "wrong")
    right = problems_with({**beside, code.right.file: code.right.text}, tmp_path / "right")
    assert code.code in {problem.code for problem in wrong}
    assert code.code not in {problem.code for problem in right}
