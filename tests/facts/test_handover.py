"""All open business by owner and by who takes it on: a harbour board that ends and is split."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup

from panelpapers.facts.actions import Action
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.handover import OpenBusiness, handover
from panelpapers.pages.closing import closed
from panelpapers.pages.site import Page, Site
from panelpapers.records.actions import PanelRecommendation
from panelpapers.records.publication import Records
from tests.pages.reading_pages import part
from tests.river_valley import TEMPLATES, TODAY, river_valley
from tests.tern_bay import AFTER, BEFORE, LAST, tern_bay

TRUST, COUNCIL = ("tern-port-trust", date(2028, 4, 1)), ("tern-bay-council", date(2028, 5, 1))


def _named(business: OpenBusiness) -> str:
    known = business.source.id if isinstance(business.source, Action | PanelRecommendation) else business.meeting_id
    return f"{business.kind} {known}"


def told(day: date) -> list[tuple[str, list[tuple[str, date]], list[str]]]:
    public = Dossier(tern_bay()).public.on(day)
    return [
        (
            owned.owner,
            [(body, passed.on) for passed in part.passed for body in passed.to],
            [_named(business) for business in part.business],
        )
        for owned in handover(public, day)
        for part in owned.parts
    ]


def test_before_an_end_is_announced_nobody_takes_anything_on() -> None:
    assert told(BEFORE) == [
        ("Harbour Commissioner", [], ["action 2027-05-12-6-i"]),
        ("Tern Bay Harbour Board", [], ["action 2027-05-12-7-b", "minutes 2027-05-12"]),
        ("the Chair", [], ["action 2027-05-12-6-ii"]),
    ]


@pytest.mark.parametrize("day", [LAST, AFTER])
def test_open_business_passes_to_those_whom_the_records_name(day: date) -> None:
    assert told(day) == [
        ("Harbour Commissioner", [TRUST], ["action 2027-05-12-6-i", "commitment None"]),
        ("Tern Bay Harbour Board", [COUNCIL], ["action 2027-05-12-7-b"]),
        (
            "Tern Bay Harbour Board",
            [TRUST],
            ["recommendation pilots", "minutes 2027-05-12", "minutes 2027-09-15"],
        ),
        ("the Chair", [TRUST], ["action 2027-05-12-6-ii"]),
    ]


def page(address: str, records: Records, day: date) -> str:
    """Give a page of a closed site, of which no other page is made."""
    pages = {at: Page(at, at, at, Markup("")) for at in ("", "search/")}
    site = Site(pages, {}, made_on=day, regime=records.regime_on(day))
    return str(closed(site, Dossier(records).public, TEMPLATES, "").pages[address].html)


def test_the_page_names_owner_office_and_successor() -> None:
    assert part(page("handover/", tern_bay(), LAST), "Harbour Commissioner: 2").startswith(
        "Since then: passed to Director of Harbours on 1 January 2028. The office is held by Ola Wick. "
        "Taken on by: Tern Port Trust, from 1 April 2028 on (Harbours (Tern Bay) Order 2027, article 9) "
    )


def test_where_nobody_is_known_to_follow_the_page_says_so() -> None:
    assert "No record says that anybody takes this on" in page("handover/", river_valley(), TODAY)


def test_in_place_of_the_search_stand_lists() -> None:
    html = page("search/", river_valley(), TODAY)
    assert "it cannot be searched here" in html
    assert "<form" not in html
    assert "<script" not in html
