"""References: what people type finds the place, and a large archive is divided into files that stay small."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages import references
from panelpapers.pages.references import Shared, as_entry, divided, normal, place_named, reference_files
from panelpapers.pages.site import File
from tests.first_publication import first_publication
from tests.pages.reading_pages import small_site
from tests.river_valley import river_valley

ADDRESS = "search/references.json"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Minute 921 (ii)", "minute 921 ii"),
        ("minute 921ii", "minute 921 ii"),
        ("  PARAGRAPH  4.6. ", "paragraph 4.6"),
        ("item-8", "item 8"),
    ],
)
def test_normal_form(typed: str, expected: str) -> None:
    assert normal(typed) == expected


def found(files: Iterable[File], reference: str) -> list[list[str]]:
    """Look a reference up as the search page does: from file to file by the beginning that they are named for."""
    by_address = {file.address: json.loads(file.content) for file in files}
    content = by_address[ADDRESS]
    while reference not in content["entries"]:
        part = next((start for start in content["parts"] if reference.startswith(start)), None)
        if part is None:
            return []
        content = by_address[content["parts"][part]]
    return whole(content["entries"][reference])


def whole(entry: list[list[str]] | Shared) -> list[list[str]]:
    """Give the places of a reference as the search page does."""
    if isinstance(entry, list):
        return entry
    name, end, kind, dated = entry["name"], entry["end"], entry["kind"], entry["dated"]
    return [
        [f"{name}{rest}{f', {day}' if dated else ''}", page + end, kind, day, *who]
        for rest, page, day, *who in entry["places"]
    ]


@pytest.mark.parametrize(
    ("names", "days", "shared"),
    [
        (["Paragraph 2 of Cars, 2 May", "Paragraph 2 of Bees, 1 May", "Paragraph 2 of Ants, 1 May"],
         ["2 May", "1 May", "1 May"], ("Paragraph 2 of ", True, ["Cars", "Bees", "Ants"])),
        (["Item 1 of 2 May: A", "Item 1 of 1 May: B", "Item 1 of 2 May: C"],
         ["2 May", "1 May", "2 May"], ("Item 1 of ", False, ["2 May: A", "1 May: B", "2 May: C"])),
        (["Cars, 2 May", "Cars, 2 May", "Cars, 2 May"], ["2 May"] * 3, ("Cars, 2 May", False, ["", "", ""])),
    ],
)  # fmt: skip
def test_what_places_share_is_written_once(
    names: list[str], days: list[str], shared: tuple[str, bool, list[str]]
) -> None:
    places = [[name, f"{at}/#a", "Paper", days[at], "B"] for at, name in enumerate(names)]
    entry = json.loads(b"{%s}" % as_entry("a 1", places))["a 1"]
    assert (entry["name"], entry["dated"], [rest for rest, *_ in entry["places"]]) == shared
    assert entry["end"] == "/#a"
    assert whole(entry) == places
    places[0][2] = "Minutes"  # of two kinds, each place is written whole
    assert json.loads(b"{%s}" % as_entry("a 1", places))["a 1"] == places


def test_every_reference_leads_to_a_place_on_a_page() -> None:
    site = small_site()
    files = [file for file in site.files.values() if file.address.startswith("search/references")]
    written = [places for file in files for places in json.loads(file.content)["entries"].values()]
    entries = [place for places in written for place in whole(places)]
    assert entries
    for name, address, kind, _ in entries:
        path, _, place = address.partition("#")
        assert not place or f'id="{place}"' in site.pages[path].html, name
        assert site.pages[path].kind == kind


@pytest.mark.parametrize(
    ("today", "named"),
    [
        (
            date(2025, 12, 24),
            "Last day that is surely in time for questions to the meeting of 5 January 2026: Wednesday 24 December"
            " 2025",
        ),
        (
            date(2025, 12, 25),
            "Last day that is surely in time for questions to the meeting of 2 February 2026: Monday 26 January 2026",
        ),
        (date(2026, 12, 1), None),
    ],
)
def test_the_next_last_day_for_questions_is_named_on_the_day_and_not_after_it(today: date, named: str | None) -> None:
    given = references.references(Dossier(first_publication()), today=today)
    found = [reference.name for reference in given if reference.typed == "question deadline"]
    assert found == ([named] if named else [])


def test_minutes_and_items_are_found_with_their_full_names() -> None:
    records = river_valley()
    files = reference_files(references.references(Dossier(records)), records)
    minute = records.minutes[max(records.minutes)].minutes[0]
    names = [name for name, *_ in found(files, f"minute {minute.number}")]
    assert any(name.startswith(f"Minute {minute.number} of ") and name.endswith(minute.title) for name in names)
    # Every agenda has an item 1, and the latest comes first.
    addresses = [address for _, address, *_ in found(files, "item 1")]
    assert addresses == [f"meetings/{one}/agenda/#item-1" for one in sorted(records.agendas, reverse=True)]


def archive(meetings: int) -> dict[str, list[list[str]]]:
    return {
        f"{noun} {number}": [[f"{noun.capitalize()} {number} of a long name", f"there/#{noun}-{number}", "Paper", ""]]
        for noun in ("minute", "paragraph")
        for number in range(1, meetings)
    }


def written(entries: dict[str, list[list[str]]]) -> dict[str, bytes]:
    return {typed: as_entry(typed, places) for typed, places in entries.items()}


@pytest.mark.slow
def test_a_large_archive_is_divided_and_nothing_is_lost() -> None:
    entries = archive(3000)
    files = list(divided(ADDRESS, written(entries)))
    assert len({file.address for file in files}) == len(files) > 2
    assert all(len(file.content) <= references.LARGEST for file in files)
    some = list(entries)[::97] + list(entries)[-3:]
    assert all(found(files, reference) == entries[reference] for reference in some)
    told = [key for file in files for key in json.loads(file.content)["entries"]]
    assert sorted(told) == sorted(entries)
    assert found(files, "minute 4000") == found(files, "nothing") == []


def test_a_small_archive_is_one_file() -> None:
    assert [file.address for file in divided(ADDRESS, written(archive(20)))] == [ADDRESS]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Minutes of 31 March 2027, minute 12", "meetings/2027-03-31/minutes/#minute-12"),
        ("Minutes of 31 March 2027, list of those present", "meetings/2027-03-31/minutes/"),
        ("Agenda of 2 June 2027, item 1", "meetings/2027-06-02/agenda/#item-1"),
        ("Agenda of 2 June 2027, items 2 and 3", None),
        ("Agenda of 2 June 2027, item 1, paragraph 4.1", "meetings/2027-06-02/agenda/#item-1"),
        ("Agenda of 2 June 2027, item 99", None),
        ("Agenda of 3 June 2027, item 2", None),
        ("Agenda of 31 June 2027, item 2", None),
        ("The list in the Agenda of 2 June 2027", None),
        ("annual meeting", None),
    ],
)
def test_a_document_named_with_its_day_is_a_place_where_this_site_has_it(text: str, address: str | None) -> None:
    assert place_named(text, river_valley()) == address
