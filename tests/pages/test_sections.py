"""Which sections a site has follows from its records: what they do not hold has no page, no link and no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages import addresses
from panelpapers.pages.addresses import fields_of, form_to_fill, problems_of
from panelpapers.pages.build import build
from panelpapers.pages.keeping import gone
from panelpapers.pages.places import BY_HAND, known_addresses
from panelpapers.pages.problems import families
from panelpapers.pages.sections import SECTIONS, navigation, sections_of, without_links_to_absent
from panelpapers.pages.site import Site
from panelpapers.publication import check_folder
from panelpapers.reading.folder import read_folder
from panelpapers.records.forms import FORMS
from panelpapers.records.publication import Records
from tests.pages.reading_pages import links, words
from tests.river_valley import TEMPLATES

CASES = Path(__file__).parents[1] / "cases"
DAY = date(2027, 5, 1)
NOTHING = re.compile(r"\b(?:No|None|Nothing|Nobody|nothing)\b|not (?:on this site|given|known)|There is no")


@cache
def records_of(case: str) -> Records:
    return public(read_folder(CASES / case).records)


def site_of(records: Records, published: Iterable[str] = ()) -> Site:
    return build(Dossier(records), DAY, TEMPLATES, published=published)


REFERENCE = {
    "editors/fields/",
    "editors/forms/",
    "editors/problems/",
    "editors/todo/",
    *(problems_of(family.id) for family in families()),
}
REFERENCE |= {address(form.id) for form in FORMS for address in (fields_of, form_to_fill)}
"""The pages for editors, which every site has."""


@cache
def one_meeting() -> Site:
    return site_of(records_of("bodies/one-meeting"))


def names_of(records: Records, linked: str) -> list[str]:
    return [section.name for section in sections_of(Dossier(records)) if section.linked == linked]


def test_a_body_with_one_meeting_is_sound() -> None:
    assert check_folder(CASES / "bodies" / "one-meeting", DAY).problems == ()


def test_the_site_of_one_meeting_is_small_and_whole() -> None:
    pages = {"", "meetings/", "meetings/2027/", "meetings/2027-05-12/", "poster/", "a-to-z/", "search/"}
    assert one_meeting().pages.keys() == {*pages, *REFERENCE}
    assert one_meeting().files.keys() == {
        "calendar.ics",
        "calendars/2027.ics",
        "search/references.json",
        "lately.json",
        "_headers",
    }
    assert names_of(records_of("bodies/one-meeting"), "top") == ["Meetings"]
    foot = ["A to Z", "How to use this site", "About this edition", "Guide for editors"]
    assert names_of(records_of("bodies/one-meeting"), "foot") == foot


@pytest.mark.parametrize("address", ["", "meetings/", "meetings/2027/", "meetings/2027-05-12/", "a-to-z/"])
def test_no_page_of_it_says_what_is_not_there(address: str) -> None:
    assert not NOTHING.findall(words(str(one_meeting().pages[address].html)))


def test_it_says_what_the_body_is_and_when_and_where_it_meets() -> None:
    home = words(str(one_meeting().pages[""].html))
    assert "Meeting of Wednesday 12 May 2027, 7.30pm The hut, Mill Lane allotments" in home
    assert home.startswith("The Committee looks after the four allotment sites of Ashcombe.")
    meeting = words(str(one_meeting().pages["meetings/2027-05-12/"].html))
    assert meeting.endswith("who mends the water tanks. For a board: Poster of this meeting")


def test_a_body_with_nothing_but_its_name_has_a_site_that_says_no_more() -> None:
    site = site_of(replace(records_of("bodies/one-meeting"), meetings={}))
    assert site.pages.keys() == {"", "a-to-z/", "search/", *REFERENCE}
    assert words(str(site.pages[""].html)).startswith("The Committee looks after")
    assert "Every page by its title." in words(str(site.pages["a-to-z/"].html))


@pytest.mark.parametrize("address", ["", "meetings/", "meetings/2027-05-12/", "a-to-z/", "search/"])
def test_every_link_of_it_leads_somewhere(address: str) -> None:
    made = {*one_meeting().pages, *one_meeting().files, *BY_HAND}
    led = {target.partition("#")[0] for target in links(one_meeting(), address).values()}
    assert led - made == set()


WITHOUT = {
    "plan": (addresses.PLAN,),
    "programme": (addresses.WORK_PROGRAMME,),
    "functions": (addresses.FUNCTIONS,),
    "recommendations": (addresses.RECOMMENDATIONS,),
    "matters": (addresses.MATTERS,),
    "indicators": (addresses.INDICATORS, addresses.FIGURES_EXPLAINED),
    "people": (addresses.MEMBERS,),
    "minutes": (addresses.DECISIONS, addresses.ACTIONS),
    "audit": (addresses.ACCESSIBILITY_AUDIT,),
    "meetings": (addresses.MEETINGS, addresses.CALENDAR),
}
"""Sections that are not there without a family of records."""


def without(records: Records, family: str) -> Records:
    empty: dict[str, Any] = {family: None if family in ("plan", "programme", "audit") else {}}
    return replace(records, **empty)


@pytest.mark.parametrize("family", WITHOUT)
def test_without_its_records_a_section_is_not_known(family: str) -> None:
    records = records_of("second-panel")
    assert set(WITHOUT[family]) <= known_addresses(Dossier(records))
    left = without(records, family)
    assert not set(WITHOUT[family]) & known_addresses(Dossier(left))


def test_people_without_a_seat_are_no_members() -> None:
    records = records_of("second-panel")
    named = {person_id: person.model_copy(update={"terms": []}) for person_id, person in records.people.items()}
    left = replace(records, people=named)
    assert "People" in names_of(left, "foot")
    assert "Members" not in names_of(left, "foot")
    assert not any(address.startswith(f"{addresses.MEMBERS}on/") for address in known_addresses(Dossier(left)))


def test_questions_are_a_section_by_a_rule_or_by_what_minutes_say() -> None:
    records = records_of("river-valley")
    assert records.panel
    assert "Ask a question" in names_of(records, "top")
    no_rule = replace(records, panel=records.panel.model_copy(update={"question_rule": None}))
    said = any(minutes.questions or minutes.no_questions for minutes in records.minutes.values())
    assert ("Questions" in names_of(no_rule, "top")) == said
    silent = {
        meeting_id: minutes.model_copy(update={"questions": [], "no_questions": False})
        for meeting_id, minutes in records.minutes.items()
    }
    assert addresses.QUESTIONS not in known_addresses(Dossier(replace(no_rule, minutes=silent)))


def test_an_address_that_was_published_is_kept_and_nothing_leads_to_it() -> None:
    records = records_of("bodies/one-meeting")
    published = ("plan/", "meetings/", "feed.xml")
    site = site_of(records, published)
    assert "Nothing is on this page now." in words(str(site.pages["plan/"].html))
    assert b"<feed" in site.files["feed.xml"].content
    assert "plan/" not in {section.address for section in site.sections}
    for address in site.pages:
        assert "plan/" not in links(site, address).values()
    known = known_addresses(Dossier(records), published)
    assert list(gone(records, published, known, "renamed.yml", [])) == []
    assert [problem.code for problem in gone(records, published, known_addresses(Dossier(records)), "r.yml", [])]


def test_every_section_has_one_name_on_a_site() -> None:
    for case in ("second-panel", "river-valley", "first-publication", "bodies/one-meeting"):
        there = [section.address for section in sections_of(Dossier(records_of(case)))]
        assert len(there) == len(set(there))


@pytest.mark.parametrize(
    ("by_hand", "expected"),
    [
        ([], ["Home", "Meetings"]),
        ([{"Home": "index.md"}, {"Visit us": "visit.md"}], ["Home", "Visit us", "Meetings"]),
        ([{"When we meet": "meetings/index.md"}], ["When we meet", "Home"]),
        ([{"Home": "index.md"}, {"The plan": "plan/index.md"}], ["Home", "Meetings"]),
        ([{"More": ["plan/index.md", {"Figures": "indicators/index.md"}]}], ["Home", "Meetings"]),
        ([{"More": ["plan/index.md", "visit.md"]}], ["More", "Home", "Meetings"]),
        ([{"More": ["meetings/index.md"]}], ["More", "Home", "Meetings"]),
        (["visit.md", {"Elsewhere": "https://www.example.org/"}], ["visit.md", "Elsewhere", "Home", "Meetings"]),
    ],
)
def test_what_is_written_by_hand_comes_first_and_sections_follow(by_hand: list[Any], expected: list[str]) -> None:
    there = sections_of(Dossier(records_of("bodies/one-meeting")))
    made = navigation(by_hand, there)
    assert [entry if isinstance(entry, str) else next(iter(entry)) for entry in made] == expected


@pytest.mark.parametrize(
    ("path", "typed", "left"),
    [
        ("about.md", "See [the plan](plan/index.md#key).", "See the plan."),
        ("about.md", "See [the plan](/plan/).", "See the plan."),
        ("about.md", 'See [the plan](<plan/index.md> "All of it").', "See the plan."),
        ("a/b.md", "See [the plan](../plan/index.md) and [more](c.md).", "See the plan and [more](c.md)."),
        ("about.md", "See [the plan][p].\n\n[P]: plan/index.md 'All'\n", "See the plan.\n\n"),
        ("about.md", "[Plan][] or [plan].\n\n[plan]: <plan/>\n[m]: m.md\n", "Plan or plan.\n\n[m]: m.md\n"),
        ("about.md", "- [x] [a][m]\n\n[m]: meetings/index.md\n", "- [x] [a][m]\n\n[m]: meetings/index.md\n"),
        ("about.md", "See [meetings](meetings/index.md).", "See [meetings](meetings/index.md)."),
        ("a/b.md", "See [my plan](plan/index.md).", "See [my plan](plan/index.md)."),
        ("about.md", "See [a plan](https://www.example.org/plan/).", "See [a plan](https://www.example.org/plan/)."),
    ],
)
def test_a_page_by_hand_keeps_the_words_of_a_link_to_what_is_not_there(path: str, typed: str, left: str) -> None:
    assert without_links_to_absent(typed, path, sections_of(Dossier(records_of("bodies/one-meeting")))) == left


def test_every_address_of_a_section_is_one_that_a_site_can_have() -> None:
    assert {section.address for section in SECTIONS} <= {
        value for name, value in vars(addresses).items() if name.isupper()
    }


@pytest.mark.slow
@pytest.mark.parametrize("family", ["plan", "programme", "recommendations", "indicators", "minutes", "audit"])
def test_without_a_family_no_page_leads_where_nothing_is(family: str) -> None:
    records = records_of("second-panel")
    site = site_of(without(records, family))
    made = {*site.pages, *site.files, *BY_HAND}
    for address in site.pages:
        led = {target.partition("#")[0] for target in links(site, address).values() if "://" not in target}
        dead = {target for target in led - made if not target.startswith(("mailto:", "tel:"))}
        assert not dead & {section.address for section in SECTIONS}, address
