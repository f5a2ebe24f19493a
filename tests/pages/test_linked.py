"""What pages are about as JSON-LD: read by rdflib, which did not write it, and held to the shapes of the cases."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.linked import block
from panelpapers.pages.site import HOME, Site
from panelpapers.publication import check_folder
from panelpapers.records.panel import Licence
from panelpapers.records.publication import Records
from tests.bodies import body
from tests.river_valley import FOLDER, TEMPLATES, TODAY, copy_with_case, river_valley

ADDRESS = "https://papers.example/panel/"
SHAPES = Graph().parse(FOLDER.parent / "linked" / "shapes.ttl")
SCHEMA = Namespace("https://schema.org/")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # what rdflib says of itself
VOCABULARY = {"@vocab": str(SCHEMA)}
"""The words of schema.org without a look at its own file, which lies on another host."""
STATUS = "https://schema.org/Event"


def site_of(dossier: Dossier, today: date, home: str = ADDRESS) -> Site:
    return build(dossier, today, TEMPLATES, default_folder(), home=home)


def blocks(site: Site) -> dict[str, dict[str, Any]]:
    """Give the JSON-LD of each page that has some, as its frame prints it."""
    made = {
        address: block(site.linked.get(address, ""), page.title, address, page.trail, site.home)
        for address, page in site.pages.items()
    }
    return {address: json.loads(text) for address, text in made.items() if text}


def as_graph(*found: Mapping[str, Any]) -> Graph:
    graph = Graph()
    for linked in found:
        graph.parse(data=json.dumps({**linked, "@context": VOCABULARY}), format="json-ld")
    return graph


def faults(graph: Graph) -> str:
    """Give what the shapes refuse, in words, or nothing."""
    conforms, _, told = validate(graph, shacl_graph=SHAPES)
    return "" if conforms else str(told)


def changed(records: Records, meeting_id: str, **fields: object) -> Dossier:
    meeting = records.meetings[meeting_id].model_copy(update=fields)
    return Dossier(replace(records, meetings={**records.meetings, meeting_id: meeting}))


@pytest.fixture(scope="module")
def small() -> dict[str, dict[str, Any]]:
    return blocks(site_of(Dossier(river_valley()), TODAY))


def about(found: Mapping[str, dict[str, Any]], address: str) -> dict[str, Any]:
    """Give what a page is about."""
    node: dict[str, Any] = found[address]["@graph"][0]
    return node


def test_the_small_panel_keeps_to_the_shapes(small: dict[str, dict[str, Any]]) -> None:
    graph = as_graph(*small.values())
    assert faults(graph) == ""
    kinds = {node["@type"] for linked in small.values() for node in linked["@graph"]}
    assert kinds == {"Event", "Person", "GovernmentOrganization", "BreadcrumbList"}


@pytest.mark.parametrize("name", ["alder-creek", "cyngor-dyffryn-aur"])
def test_other_bodies_keep_to_them_too(name: str) -> None:
    """A site of several bodies, and one in another language, whose texts say so."""
    records = body(name).records
    assert records.panel
    told = {"licence": Licence(name="Open", address="https://licence.example/"), "data_files": True}
    dossier = Dossier(replace(records, panel=records.panel.model_copy(update=told)))
    found = blocks(site_of(dossier, date(2027, 2, 1)))
    assert faults(as_graph(*found.values())) == ""
    tags = set(re.findall(r'"@language": "(\w+)"', json.dumps(found)))
    assert tags == ({"cy"} if name.startswith("cyngor") else set())
    assert not re.search("[\ufdd0-\ufdd2]", json.dumps(found, ensure_ascii=False))
    figures = {address: about(found, address) for address in found if re.fullmatch("indicators/[^/]+/", address)}
    assert figures
    for address, dataset in figures.items():
        files = {f"{ADDRESS}{address}{address.split('/')[1]}.csv", f"{ADDRESS}{address.rstrip('/')}.json"}
        assert (dataset["@type"], dataset["url"]) == ("Dataset", f"{ADDRESS}{address}")
        assert {download["contentUrl"] for download in dataset["distribution"]} == files
        assert dataset["license"] == "https://licence.example/"


@pytest.mark.parametrize(
    ("address", "node"),
    [
        ("meetings/2027-03-31/", {"startDate": "tomorrow"}),
        ("meetings/2027-03-31/", {"startDate": ""}),
        ("meetings/2027-03-31/", {"eventStatus": f"{STATUS}Rescheduled"}),
        ("meetings/2027-03-31/", {"name": ""}),
        ("meetings/2027-03-31/", {"attendee": "Ann Ash"}),
        ("meetings/2027-03-31/", {"location": {"@type": "Place"}}),
        ("", {"contactPoint": {"@type": "ContactPoint", "contactType": "Clerk", "email": "nobody"}}),
        ("", {"url": "/"}),
    ],
)
def test_the_shapes_see_faults(small: dict[str, dict[str, Any]], address: str, node: dict[str, Any]) -> None:
    wrong = {name: value for name, value in (about(small, address) | node).items() if value}
    assert faults(as_graph({"@graph": [wrong]}))


def test_a_meeting_says_when_where_who_and_what(small: dict[str, dict[str, Any]]) -> None:
    march = about(small, "meetings/2027-03-31/")
    items = {item["name"]: item for item in march["subEvent"]}
    assert march["startDate"] == "2027-03-31T10:00+01:00"
    assert march["eventStatus"] == f"{STATUS}Scheduled"
    assert [body["name"] for body in march["organizer"]] == ["River Valley Police and Crime Panel"]
    assert items["Item 8: Staffing of the Panel"]["url"] == f"{ADDRESS}meetings/2027-03-31/agenda/#item-8"
    assert [name for name, item in items.items() if item.get("eventStatus") == f"{STATUS}Cancelled"] == [
        item.heading for item in river_valley().agendas["2027-03-31"].items if item.withdrawn
    ]


def test_items_have_hours_only_where_the_agenda_gives_them(small: dict[str, dict[str, Any]]) -> None:
    for meeting_id, agenda in river_valley().agendas.items():
        given = {item.heading: item.time for item in agenda.items}
        for item in about(small, f"meetings/{meeting_id}/").get("subEvent", ()):
            assert ("startDate" in item) == (given[item["name"]] is not None)


def test_what_became_of_a_meeting_is_told_on_each_of_its_pages(tmp_path: Path) -> None:
    found = blocks(site_of(check_folder(copy_with_case(tmp_path, "moved-meetings")).dossier, date(2027, 5, 31)))
    new = about(found, "meetings/2027-06-16/")
    assert new["eventStatus"] == f"{STATUS}Rescheduled"
    assert new["previousStartDate"] == ["2027-06-02T10:00+01:00", "2027-06-16T10:00+01:00"]
    assert (new["startDate"], new["endDate"]) == ("2027-06-16T11:00+01:00", "2027-06-16T12:30+01:00")
    assert about(found, "meetings/2027-06-02/") == new
    assert about(found, "meetings/2027-07-07/")["eventStatus"] == f"{STATUS}Cancelled"
    assert about(found, "meetings/2027-09-08/")["eventStatus"] == f"{STATUS}Postponed"
    assert faults(as_graph(*found.values())) == ""


def test_what_is_not_known_yet_is_not_told(tmp_path: Path) -> None:
    """Before the move was made known, the meeting is on its first day."""
    found = blocks(site_of(check_folder(copy_with_case(tmp_path, "moved-meetings")).dossier, date(2027, 5, 25)))
    assert about(found, "meetings/2027-06-02/")["eventStatus"] == f"{STATUS}Scheduled"
    assert "meetings/2027-06-16/" not in found


def test_a_meeting_that_may_not_take_place_has_no_status() -> None:
    found = blocks(site_of(changed(river_valley(), "2027-06-02", state="provisional"), TODAY))
    assert "eventStatus" not in about(found, "meetings/2027-06-02/")


def test_members_are_told_of_without_their_group(small: dict[str, dict[str, Any]]) -> None:
    member = next(about(small, address) for address in small if re.fullmatch("members/[^/]+/", address))
    assert member["@type"] == "Person"
    assert {*member} <= {"@type", "name", "honorificPrefix", "honorificSuffix", "jobTitle", "url", "memberOf"}


def test_without_an_address_of_the_site_nothing_needs_one() -> None:
    found = blocks(site_of(Dossier(river_valley()), TODAY, home=""))
    text = json.dumps([linked["@graph"] for linked in found.values()])
    assert not re.search(r'"(url|item|contentUrl)": "(?!https://)', text)
    assert "papers.example" not in text
    assert "BreadcrumbList" not in text
    assert about(found, "meetings/2027-03-31/")["startDate"] == "2027-03-31T10:00+01:00"
    assert faults(as_graph(*found.values())) == ""


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--", "&lt;", 'A "B" \\ C', "\u2028"])
def test_no_title_ends_the_element_that_it_stands_in(title: str) -> None:
    made = block("", title, "a/", (HOME,), ADDRESS)
    assert not re.search("[<>&\u2028]", made)
    assert json.loads(made)["@graph"][0]["itemListElement"][1]["name"] == title
