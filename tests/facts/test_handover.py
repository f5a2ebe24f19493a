"""All open business by owner and by who takes it on: a harbour board that ends and is split."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.actions import Action
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.handover import OpenBusiness, handover
from panelpapers.pages.closing import closed
from panelpapers.records.actions import PanelRecommendation
from tests.pages.reading_pages import part, small_site
from tests.river_valley import TEMPLATES, river_valley
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


@pytest.mark.slow
def test_the_page_names_owner_office_and_successor() -> None:
    from tests.tern_bay import site_on

    html = str(closed(site_on(LAST), Dossier(tern_bay()).public, TEMPLATES, "").pages["handover/"].html)
    assert part(html, "Harbour Commissioner: 2").startswith(
        "Since then: passed to Director of Harbours on 1 January 2028. The office is held by Ola Wick. "
        "Taken on by: Tern Port Trust, from 1 April 2028 on (Harbours (Tern Bay) Order 2027, article 9) "
    )


@pytest.mark.slow
def test_where_nobody_is_known_to_follow_the_page_says_so_and_there_is_no_search() -> None:
    site = closed(small_site(), Dossier(river_valley()).public, TEMPLATES, "")
    assert "No record says that anybody takes this on" in str(site.pages["handover/"].html)
    assert "<form" not in str(site.pages["search/"].html)
    assert "<script" not in str(site.pages["search/"].html)
    assert site.closed
