"""Pages of bodies that number in other ways: each number stands as it is printed, and its links lead there."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from textwrap import indent

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages.references import place_named, reference_files, references
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from panelpapers.rules import exempt
from tests.bodies import FOLDER, copy_of
from tests.pages.reading_pages import leads_somewhere, links, part, words
from tests.river_valley import site_of
from tests.rules.packs import found_by

YEAR, SECTION = "numbers-with-a-year", "numbers-by-section"


@cache
def records_of(body: str) -> Records:
    return read_folder(FOLDER / body).records


@cache
def site(body: str) -> Site:
    return site_of(records_of(body))


@pytest.mark.parametrize(
    ("body", "page", "link", "address"),
    [
        (YEAR, "meetings/2022-06-24/agenda/", "Item 25/22 a): Banks of the south drain", "#item-25-22-a"),
        (YEAR, "meetings/2022-06-24/agenda/", "Minute 25A/22 of 24 June 2022", "minutes/#minute-25-a-22"),
        (
            YEAR,
            "meetings/2022-06-24/papers/banks/",
            "Agenda item 25/22 a): Banks of the south drain",
            "#item-25-22-a",
        ),
        (YEAR, "meetings/2022-06-24/minutes/", "Agenda item 25/22 b): Pumps", "agenda/#item-25-22-b"),
        (YEAR, "decisions/2022/", "Mud in the north drain: resolution 21/22 (a)", "minutes/#minute-21-22-a"),
        (YEAR, "decisions/2022/", "Reports on banks and pumps: resolution 25/22.1", "minutes/#minute-25-22-1"),
        (YEAR, "actions/2022/", "minute 26/22 of 24 June 2022", "minutes/#minute-26-22"),
        (YEAR, "actions/2022/", "action tracker of 24 June 2022", "agenda/#item-26-22"),
        (SECTION, "meetings/2020-02-04/", "Item Public hearings 2: Trees on Bay Street", "#item-public-hearings-2"),
        (SECTION, "meetings/2020-02-04/", "Words of welcome", "agenda/#item-welcome"),
        (SECTION, "meetings/2020-02-04/", "Resolution 20-08", "minutes/#minute-consent-20-08"),
        (SECTION, "meetings/2020-02-04/minutes/", "Agenda item CC-2: Paving of Bay Street", "#item-cc-2"),
        (SECTION, "meetings/2020-02-04/minutes/", "Public hearings", "#minute-public-hearings"),
        (SECTION, "actions/2020/", "Resolution in minute “The pier”", "minutes/#minute-pier-resolved"),
        (SECTION, "decisions/2020/", "The pier: action of 4 February 2020", "actions/2020/#action-2020-02-04-pier"),
    ],
)
def test_a_number_is_printed_and_leads_to_its_place(body: str, page: str, link: str, address: str) -> None:
    to = links(site(body), page)[link]
    assert to.endswith(address)
    assert leads_somewhere(site(body), to)


@pytest.mark.parametrize("body", [YEAR, SECTION])
def test_no_link_of_these_sites_leads_nowhere(body: str) -> None:
    made = site(body)
    missed = {
        (page, address)
        for page in made.pages
        for address in links(made, page).values()
        if "#" in address and "//" not in address and not leads_somewhere(made, address)
    }
    assert missed == set()


def test_one_minute_for_several_items_stands_with_each_and_with_the_parts_of_each() -> None:
    agenda = str(site(YEAR).pages["meetings/2022-06-24/agenda/"].html)
    for heading in ("Item 25/22 a): Banks of the south drain", "Item 25/22 b): Pumps"):
        assert "What was done: Minute 25/22 of 24 June 2022" in part(agenda, heading)
    sections = str(site(SECTION).pages["meetings/2020-02-04/agenda/"].html)
    assert "Minute “The pier” of 4 February 2020" in part(sections, "Item Old business 1 (b): Planks")
    assert "No minute" not in words(agenda + sections)


def test_a_part_has_a_heading_one_level_below_the_whole() -> None:
    sections = str(site(SECTION).pages["meetings/2020-02-04/agenda/"].html)
    for level, name in ((2, "old-business"), (3, "old-business-1"), (4, "old-business-1-a")):
        assert f'<h{level} id="item-{name}-heading">' in sections


def test_the_number_of_a_report_stands_on_its_page() -> None:
    assert "Number of the report LF/22/07" in words(str(site(YEAR).pages["meetings/2022-06-24/papers/banks/"].html))


@pytest.mark.parametrize(
    ("body", "typed", "address"),
    [
        (YEAR, "minute 23 22", "meetings/2022-06-24/minutes/#minute-23-22"),
        (YEAR, "minute 21 22 a", "meetings/2022-04-08/minutes/#minute-21-22-a"),
        (YEAR, "item 25 22 a", "meetings/2022-06-24/agenda/#item-25-22-a"),
        (YEAR, "action 21 22 a", "actions/2022/#action-2022-04-08-21-22-a"),
        (SECTION, "minute 20 08", "meetings/2020-02-04/minutes/#minute-consent-20-08"),
        (SECTION, "item cc 1", "meetings/2020-02-04/agenda/#item-cc-1"),
        (SECTION, "item public hearings 2", "meetings/2020-02-04/agenda/#item-public-hearings-2"),
    ],
)
def test_a_number_is_found_as_it_is_typed(body: str, typed: str, address: str) -> None:
    records = records_of(body)
    (file,) = reference_files(references(Dossier(records)), records)
    assert [found[1] for found in json.loads(file.content)["entries"][typed]] == [address]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Minutes of 24 June 2022, minute 25A/22", "meetings/2022-06-24/minutes/#minute-25-a-22"),
        ("Agenda of 24 June 2022, item 25/22 b)", "meetings/2022-06-24/agenda/#item-25-22-b"),
        ("Agenda of 24 June 2022, item 25/22 z)", None),
    ],
)
def test_a_source_names_a_place_by_its_printed_number(text: str, address: str | None) -> None:
    assert place_named(text, records_of(YEAR)) == address


PRIVATE = """exempt:
  paragraphs: [1]
  public_interest: It is about people.
"""


def test_what_stands_within_an_exempt_item_is_kept_back_unless_it_says_that_it_is_exempt(tmp_path: Path) -> None:
    begin, pumps = "    title: Reports\n", "        title: Pumps\n"
    agenda = "meetings/2022-06-24/agenda.yml"
    data = copy_of(YEAR, tmp_path, agenda, begin, begin + indent(PRIVATE, " " * 4))
    text = (data / agenda).read_text().replace(pumps, pumps + indent(PRIVATE, " " * 8))
    (data / agenda).write_text(text)
    reading = read_folder(data)
    assert reading.problems == ()
    told = {problem.code for problem in found_by(exempt, reading.records)}
    assert {"exempt-within", "exempt-paper"} <= told
    open_to_all = public(reading.records)
    assert [item.key for item in open_to_all.agendas["2022-06-24"].every_item] == [
        "23-22", "24-22", "25-22", "25-22-b", "26-22",
    ]  # fmt: skip
    assert open_to_all.papers == {}, "a paper of a part of an exempt item is kept back too"
