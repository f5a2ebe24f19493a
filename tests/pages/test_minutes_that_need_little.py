"""What the pages of the small panel say where its minutes type no more than is needed."""

from __future__ import annotations

import pytest

from tests.pages.reading_pages import part, small_site, words
from tests.river_valley import river_valley


def test_a_person_typed_by_name_is_the_one_with_the_id() -> None:
    assert [entry.person for entry in river_valley().minutes["2027-01-20"].also_present] == ["gus-hill"]
    assert "members/#person-gus-hill" in str(small_site().pages["meetings/2027-01-20/minutes/"].html)


@pytest.mark.parametrize(
    "address", ["meetings/2027-01-20/minutes/", "meetings/2027-03-31/minutes/", "decisions/2027-03-31/"]
)
def test_what_was_only_noted_asks_for_no_action(address: str) -> None:
    assert "It asks for no action" in words(str(small_site().pages[address].html))


def test_lists_show_a_decision_by_its_text_where_nothing_is_typed_in_short() -> None:
    html = str(small_site().pages["meetings/2027-01-20/minutes/"].html)
    assert "The Panel noted the report." in part(html, "What was decided")
