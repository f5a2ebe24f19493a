"""What is said of how far a site complies, and of its tests."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from panelpapers.facts.accessibility import standing
from panelpapers.records.accessibility import AccessibilityStatement, Audit, Compliance
from panelpapers.records.publication import Records
from panelpapers.words import accessibility as words

BREACH = {"what": "A map", "where": "A page", "criterion": "1.1.1", "kind": "non-compliance", "why": "Not yet."}
EXEMPT = {"what": "Scans", "where": "The archive", "kind": "not within the scope", "why": "They are old."}


@pytest.mark.parametrize(
    ("stated", "problems", "said"),
    [
        ("full", [], "fully compliant with the {}."),
        ("full", [BREACH], "fully compliant with the {}."),
        ("partial", [], "partially compliant with the {}."),
        ("partial", [BREACH], "partially compliant with the {}, due to the non-compliances listed on this page."),
        ("none", [EXEMPT], "not compliant with the {}, due to the exemptions listed on this page."),
        (
            "partial",
            [BREACH, EXEMPT],
            "partially compliant with the {}, due to the non-compliances and the exemptions listed on this page.",
        ),
    ],
)
def test_reasons_are_given_where_it_falls_short(stated: Compliance, problems: list[Any], said: str) -> None:
    typed = {
        "prepared": "2027-01-04",
        "compliance": stated,
        "method": "M.",
        "answer_within": "10",
        "problems": problems,
    }
    of = standing(Records(accessibility=AccessibilityStatement.model_validate(typed)))
    standard = "Web Content Accessibility Guidelines (WCAG), version 2.2, level AA"
    assert words.compliance(stated, of) == f"This site is {said.format(standard)}"


def audit(findings: list[dict[str, Any]], answers: list[str | None]) -> Audit:
    questions = [{"rule": "r", "what": "W?", "pages": "1", "places": "1", "answer": answer} for answer in answers]
    tool = {
        "name": "T",
        "version": "1",
        "looked_at": "All",
        "pages": "2",
        "findings": findings,
        "questions": questions,
    }
    return Audit.model_validate({"on": "2027-04-01", "pages": "2", "tools": [tool]})


FAULT = {"rule": "r", "what": "W", "page": "/a/", "places": "1"}


@pytest.mark.parametrize(
    ("findings", "answers", "said"),
    [
        ([], [], "They found no fault."),
        ([FAULT], [], "They found 1 fault, on 1 page."),
        ([FAULT, {**FAULT, "rule": "s"}, {**FAULT, "page": "/b/"}], [], "They found 3 faults, on 2 pages."),
        ([], ["Yes."], "They found no fault. They left 1 question for people to decide, all answered."),
        ([], ["Yes.", None], "They found no fault. They left 2 questions for people to decide, 1 not yet answered."),
    ],
)
def test_what_the_tools_found_and_left(findings: list[dict[str, Any]], answers: list[str | None], said: str) -> None:
    assert words.result(audit(findings, answers)) == said


def test_when_the_site_was_tested() -> None:
    assert words.tested(audit([], [])) == (
        "The whole site was last tested on 1 April 2027: 2 pages, with 1 tool. They found no fault."
    )
    assert audit([], []).on == date(2027, 4, 1)
