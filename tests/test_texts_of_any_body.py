"""What the package says to every body is of none: no law, place, money or office of one stands in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import panelpapers
from panelpapers.reading.codes import reading_codes
from panelpapers.records.fields import kinds_within
from panelpapers.records.forms import FORMS, fields_in_words
from panelpapers.rules import rule_codes
from tests.first_publication import first_publication

PACKAGE: Final = Path(panelpapers.__file__).parent
OF_ONE: Final = re.compile(
    r"\b(?:commissioners?|police|precepts?|councillors?|constables?|crimes?|offen[cd]\w+|England|Wales|Scotland"
    r"|Britain|British|London|UK|GOV\.UK|bank holidays?|statutory instruments?|schedule \d+\w*|sections? \d+\w*"
    r"|Act \d{4})\b|£|\$\d",
    re.IGNORECASE,
)
"""Words of one country, its law and its money, and of one kind of body."""

OF_A_RULE: Final = ("precept-year", "precept-late")
"""Codes of a rule on an event of one kind of body, which has its words."""


def texts() -> Iterator[tuple[str, str]]:
    """Give every text with its place: pages, the pattern of a project, codes with their examples, fields of forms."""
    for path in (*(PACKAGE / "content").rglob("*.md"), *(PACKAGE / "project").rglob("*")):
        if path.is_file():
            yield path.name, path.read_text(encoding="utf-8")
    for code in (*reading_codes(), *rule_codes()):
        if code.code not in OF_A_RULE:
            yield code.code, "\n".join((code.title, code.explanation, code.wrong.text, code.right.text))
    for form in FORMS:
        for record in kinds_within(form.record):
            yield record.__name__, (record.__doc__ or "").partition("\n\n")[0]
            for field in fields_in_words(record):
                described = field[0] if isinstance(field, tuple) else field
                if described.name != "precept":
                    yield f"{record.__name__}.{described.name}", described.meaning


def test_no_text_is_of_one_country_or_one_kind_of_body() -> None:
    assert [f"{where}: {found[0]}" for where, text in texts() if (found := OF_ONE.search(text))] == []


def test_no_text_names_the_first_publication() -> None:
    records = first_publication()
    assert records.panel
    names = {records.panel.area, *(body.name for body in records.bodies.values())}
    names |= {person.name for person in records.people.values()}
    assert [(where, name) for where, text in texts() for name in names if name in text] == []


@pytest.mark.parametrize(
    "said", ["The Commissioner", "under section 100B", "£5", "Local Government Act 1972", "in London"]
)
def test_such_words_are_seen(said: str) -> None:
    assert OF_ONE.search(said)
