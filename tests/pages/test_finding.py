"""What pages are found as by searching, what the search page offers, and the A to Z."""

from __future__ import annotations

import re
from datetime import date

import pytest
from markupsafe import Markup

from panelpapers.pages.a_to_z import surname_first
from panelpapers.pages.search import found_as
from panelpapers.pages.site import HELP, Page, Site
from panelpapers.pages.titles import sorted_by
from panelpapers.records.meeting import MeetingDay
from panelpapers.records.people import Person
from panelpapers.records.regime import Forms
from tests.pages.reading_pages import small_site


@pytest.fixture
def site() -> Site:
    return small_site()


def test_a_page_of_a_meeting_is_found_by_kind_and_year() -> None:
    page = Page("a/", "Minutes of 2 May 2027", "", Markup(""), kind="Minutes", meeting=MeetingDay(2027, 5, 2))
    expected = {"title": page.title, "kind": "Minutes", "meeting": "2 May 2027", "year": "2027"}
    assert found_as(page, page.title, Forms()) == expected


def test_a_page_without_kind_is_not_found_and_one_by_hand_is() -> None:
    assert found_as(Page("a/", "A", "", Markup(""), kind=None), "A", Forms()) == {}
    assert found_as(None, "Guide", Forms(), "editors/") == {"title": "Guide", "kind": HELP}
    assert found_as(None, "About", Forms()) == {"title": "About", "kind": "Other"}


def test_kinds_follow_the_address(site: Site) -> None:
    expected = {"agenda/": "Agenda", "minutes/": "Minutes", "whole/": None}
    for address, page in site.pages.items():
        if re.match(r"meetings/\d{4}-\d\d-\d\d[^/]*/", address):
            ending = address.split("/", 2)[2]
            assert page.kind == ("Paper" if ending.startswith("papers/") else expected.get(ending, "Meeting"))
            assert page.meeting == date.fromisoformat(address.split("/")[1][:10])


def test_the_search_page_offers_the_kinds_and_years_of_the_site(site: Site) -> None:
    offered = re.findall(r'name="(kind|year)" value="(\w+)"', site.pages["search/"].html)
    kinds = {page.kind for page in site.pages.values()} - {None, HELP}
    assert {value for name, value in offered if name == "kind"} == kinds
    years = [value for name, value in offered if name == "year"]
    assert years == sorted({str(p.meeting.year) for p in site.pages.values() if p.meeting}, reverse=True)


def test_the_a_to_z_leads_to_every_page_but_those_of_a_meeting(site: Site) -> None:
    linked = set(re.findall(r'href="\.\./([^"#]*)"', site.pages["a-to-z/"].html))
    left_out = {address for address in site.pages if address not in linked}
    of_guide = "editors/(fields|forms|problems)"
    below = re.compile(rf"(meetings/.+/(agenda|minutes|whole)|(decisions|members/on|{of_guide})/.+|.+/\d{{4}})/$")
    assert {address for address in left_out if not below.match(address)} == {
        *("", "a-to-z/", "search/"),
        "editors/forms/",
        "editors/todo/",  # for those who write the records: the guide leads there
    }


def test_the_a_to_z_is_in_order(site: Site) -> None:
    letters = re.findall(r'<h2 id="letter-([^"]+)"', site.pages["a-to-z/"].html)
    assert letters == sorted(set(letters))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The plan", "plan"),
        ("“Élan” at work", "elan at work"),
        ("Theme", "theme"),
        ("2026/27", "2026/27"),
    ],
)
def test_what_a_title_is_sorted_by(title: str, expected: str) -> None:
    assert sorted_by(title) == expected


def test_names_by_surname() -> None:
    member = Person(id="a", name="Ann B. Jones", title="Councillor", role="Member")
    assert surname_first(member) == "Jones, Councillor Ann B."
    assert surname_first(Person(id="a", name="Plato", role="Member")) == "Plato"


def test_the_day_of_a_meeting_is_found_as_the_place_writes_it() -> None:
    page = Page("a/", "A", "", Markup(""), meeting=MeetingDay(2027, 1, 12))
    american = Forms.model_validate({"date": "month day, year"})
    assert [found_as(page, "A", forms)["meeting"] for forms in (Forms(), american)] == [
        *("12 January 2027", "January 12, 2027")
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Jones OBE", "Jones, Ann OBE"),
        ("Ann Jones OBE, JP", "Jones, Ann OBE, JP"),
        ("Sam Lee King, Jr.", "King, Sam Lee Jr."),
        ("Bo ASH", "ASH, Bo"),
        ("Bo Ash-Lee", "Ash-Lee, Bo"),
    ],
)
def test_letters_after_a_name_are_no_surname(name: str, expected: str) -> None:
    assert surname_first(Person(id="a", name=name, role="Member")) == expected
