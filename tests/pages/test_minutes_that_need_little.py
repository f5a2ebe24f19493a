"""What the pages of the small panel say where its minutes type no more than is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.reading_pages import leads_somewhere, links, part, small_site, words
from tests.river_valley import changed, river_valley, site_of


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


def test_resolutions_without_numbers_are_known_by_their_first_words(tmp_path: Path) -> None:
    file, one = "meetings/2027-03-31/minutes.yml", "      - text: The Panel noted the report.\n"
    several = f"{one}      - text: The Clerk is to write.\n        action: {{owner: the Clerk}}\n"
    site = site_of(changed(tmp_path, file, one, several))
    html = str(site.pages["meetings/2027-03-31/minutes/"].html)
    assert 'id="minute-17-the-panel-noted-the-report"' in html
    assert "resolution 17 “The Clerk is to write.”" in words(html)
    assert 'id="action-2027-03-31-17-the-clerk-is-to-write"' in str(site.pages["actions/2027/"].html)
    assert leads_somewhere(
        site, links(site, "decisions/2027-03-31/")["Staffing of the Panel: resolution 17 “The Clerk is to write.”"]
    )
