"""The reference for editors: problems by their families with what differs, and a whole example of each form."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html import escape, unescape

import pytest

from panelpapers.pages import addresses
from panelpapers.pages.explained import FORM_EXAMPLES, example_of
from panelpapers.pages.problems import Difference, differences, families
from panelpapers.publication import check_folder
from panelpapers.reading.codes import Code, Example, reading_codes
from panelpapers.records.forms import FORMS
from panelpapers.rules import rule_codes
from tests.pages.reading_pages import small_site, words

CODES = (*reading_codes(), *rule_codes())


def of(wrong: str, right: str) -> list[Difference]:
    return differences(Code("a", "A", "A.", Example("a.yml", wrong), Example("a.yml", right)))


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        ("a\nb\nc\n", "a\nx\nc\n", [Difference(2, "a", ("b",), ("x",))]),
        ("b\nc\n", "x\nc\n", [Difference(1, "", ("b",), ("x",))]),
        ("a\nc\n", "a\nb\nc\n", [Difference(1, "a", (), ("b",))]),
        ("a\nb\nc\n", "a\n", [Difference(2, "a", ("b", "c"), ())]),
        ("a\nb\nc\n", "x\nb\ny\n", [Difference(1, "", ("a",), ("x",)), Difference(3, "b", ("c",), ("y",))]),
        ("a\n", "a\n", []),
    ],
)
def test_what_differs(wrong: str, right: str, expected: list[Difference]) -> None:
    assert of(wrong, right) == expected


def test_what_differs_makes_the_right_example_of_each_wrong_one() -> None:
    for code in CODES:
        lines = code.wrong.text.splitlines()
        for different in reversed(differences(code)):
            start = different.first - 1 if different.wrong else different.first
            lines[start : start + len(different.wrong)] = different.right
        assert lines == code.right.text.splitlines(), code.code
        assert differences(code) or code.wrong != code.right, code.code


def test_each_problem_is_told_once_and_in_few_families() -> None:
    told = Counter(code.code for family in families() for code in family.codes)
    assert told == Counter({code.code: 1 for code in CODES})
    assert {family.id for family in families()} >= {"files", "agenda", "minutes", "indicator", "panel"}


def test_every_code_keeps_its_place_on_the_first_page_and_leads_to_its_family() -> None:
    site = small_site()
    index = site.pages[addresses.PROBLEMS]
    for family in families():
        page = site.pages[addresses.problems_of(family.id)]
        for code in family.codes:
            assert code.code in index.places
            assert f'href="{family.id}/#{code.code}"' in index.html
            assert code.code in page.places


def test_only_what_differs_is_shown_marked_and_said() -> None:
    page = small_site().pages[addresses.problems_of("minutes")]
    code = next(code for code in rule_codes() if code.code == "voted-twice")
    (different,) = differences(code)
    section = page.html.partition(f'id="{code.code}"')[2].partition("</section>")[0]
    assert different == Difference(
        8, "          for: ann-moor", ("          against: ann-moor",), ("          against: 0",)
    )
    assert "          <del>against: ann-moor</del></code>" in section
    assert "          <ins>against: 0</ins></code>" in section
    said = words(section)
    assert f"Wrong in {code.wrong.file}, line" in said
    assert len(section) < len(code.explanation) + len(code.wrong.text) + len(code.right.text) + 400


def test_a_whole_example_of_each_form_is_accepted_by_the_check() -> None:
    checked = check_folder(FORM_EXAMPLES, date(2027, 6, 20))
    assert checked.problems == ()
    site = small_site()
    for form in FORMS:
        at = addresses.fields_of(form.id)
        assert f'href="{form.id}/">{escape(form.title)}: {escape(form.file)}</a>' in site.pages[addresses.FIELDS].html
        shown = unescape(site.pages[at].html.partition("<pre><code>")[2].partition("</code>")[0]).splitlines()
        pairs = list(zip(shown, example_of(form).splitlines(), strict=True))
        assert [line for line, typed in pairs if line != typed and "anel" not in typed] == [], form.file
