"""The page of a whole meeting holds all that its pages say, in the order of the meeting."""

from __future__ import annotations

import re

import pytest

from panelpapers.pages import addresses
from panelpapers.pages.site import Site
from tests.pages.reading_pages import small_site
from tests.river_valley import river_valley


@pytest.fixture
def site() -> Site:
    return small_site()


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_every_meeting_with_an_agenda_or_minutes_has_one_page(site: Site) -> None:
    records = river_valley()
    expected = {addresses.whole(one) for one in records.meetings if one in records.agendas or one in records.minutes}
    assert expected
    assert {address for address in site.pages if address.endswith("/whole/")} == expected


def test_it_holds_every_item_and_minute_once_and_no_id_twice(site: Site) -> None:
    records = river_valley()
    for meeting_id in records.agendas:
        html = str(site.pages[addresses.whole(meeting_id)].html)
        assert len(ids(html)) == len(set(ids(html)))
        headings = re.findall(r"<h3[^>]*>((?:Item|Minute) \d+):", html)
        items = [f"Item {item.number}" for item in records.agendas[meeting_id].items]
        minutes = records.minutes[meeting_id].minutes if meeting_id in records.minutes else []
        assert headings == [*items, *(f"Minute {minute.number}" for minute in minutes)]


def test_every_id_is_led_to_or_named(site: Site) -> None:
    """Places are cited on their own pages; what nothing asks for would only be weight."""
    for address, page in site.pages.items():
        if address.endswith("/whole/"):
            html = str(page.html)
            led_to = set(re.findall(r'(?:href="#|labelledby=")([^"]+)"', html))
            led_to |= set(re.findall(r'class="whole-part" id="([^"]+)"', html))  # the contents lead there
            assert set(ids(html)) <= led_to


def test_it_is_not_found_by_searching_because_it_repeats_other_pages(site: Site) -> None:
    assert all(page.kind is None for address, page in site.pages.items() if address.endswith("/whole/"))
