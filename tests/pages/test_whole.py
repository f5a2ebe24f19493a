"""The page of a whole meeting holds all that its pages say, in the order of the meeting."""

from __future__ import annotations

import re

import pytest

from panelpapers.pages import addresses
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from tests.river_valley import TEMPLATES, TODAY, river_valley


@pytest.fixture(scope="module")
def site() -> Site:
    return build(river_valley(), TODAY, TEMPLATES)


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_every_meeting_with_an_agenda_or_minutes_has_one_page(site: Site) -> None:
    records = river_valley()
    expected = {addresses.whole(one) for one in records.meetings if one in records.agendas or one in records.minutes}
    assert expected
    assert {address for address in site.pages if address.endswith("/whole/")} == expected


def test_it_holds_every_place_of_its_pages_once(site: Site) -> None:
    records = river_valley()
    for meeting_id in records.agendas:
        whole = ids(str(site.pages[addresses.whole(meeting_id)].html))
        assert len(whole) == len(set(whole))
        items = [f"agenda-item-{item.number}" for item in records.agendas[meeting_id].items]
        assert [one for one in whole if re.fullmatch(r"agenda-item-\d+", one)] == items
        if meeting_id in records.minutes:
            minutes = [f"minutes-minute-{minute.number}" for minute in records.minutes[meeting_id].minutes]
            assert [one for one in whole if re.fullmatch(r"minutes-minute-\d+", one)] == minutes
            assert whole.index(items[-1]) < whole.index(minutes[0])


def test_it_is_not_found_by_searching_because_it_repeats_other_pages(site: Site) -> None:
    assert all(page.kind is None for address, page in site.pages.items() if address.endswith("/whole/"))
