"""Where old addresses lead, and what in the list of renamings cannot be meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.places import known_addresses
from panelpapers.pages.renamings import containing, leads, wrong_renamings
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records, Renaming, Renamings
from tests.river_valley import copy_with

ROOT = Path(__file__).parents[2]
PAPER = "meetings/2027-03-31/papers/patrols/"


def renamed(folder: Path, *entries: str) -> Records:
    """Read the small panel with a list of renamings: ``old > new``."""
    typed = "".join("  - was: {}\n    now: {}\n".format(*entry.split(" > ")) for entry in entries)
    data = copy_with(folder, {"renamed.yml": f"renamed:\n{typed}"})
    reading = read_folder(data)
    assert reading.problems == ()
    return reading.records


def led(records: Records, *published: str) -> dict[str, str]:
    return {one.was: one.now for one in leads(records, published, known_addresses(Dossier(records))).values()}


def told(records: Records, *published: str) -> list[tuple[int, str, str, str]]:
    """Give what is told of a list of renamings; unless others are given, all that it names was published."""
    was = published or tuple(one.was for one in records.renamed.renamed) if records.renamed else ()
    found = wrong_renamings(records, known_addresses(Dossier(records)), was)
    return [(one.place.line, one.code, one.message, one.fix) for one in found]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a/minutes/#minute-17-ii", ["a/minutes/#minute-17", "a/minutes/#minute", "a/minutes/", "a/"]),
        ("a/b/", ["a/"]),
        ("a/b/b.csv", ["a/b/", "a/"]),
        ("a/", []),
        ("", []),
    ],
)
def test_what_an_address_stands_on_or_below(address: str, expected: list[str]) -> None:
    assert list(containing(address)) == expected


def test_an_entry_leads_to_its_new_address(tmp_path: Path) -> None:
    records = renamed(tmp_path, f"meetings/2027-03-31/papers/old/ > {PAPER}")
    assert led(records) == {"meetings/2027-03-31/papers/old/": PAPER}
    assert told(records) == []


def test_places_on_a_renamed_page_lead_to_the_same_place_or_to_the_page(tmp_path: Path) -> None:
    old = "meetings/2027-03-31/papers/old/"
    records = renamed(tmp_path, f"{old} > {PAPER}")
    found = led(records, f"{old}#paragraph-1", f"{old}#paragraph-2")
    assert found[f"{old}#paragraph-1"] == f"{PAPER}#paragraph-1"
    assert found[f"{old}#paragraph-2"] == PAPER


def test_what_stood_below_a_renamed_page_goes_with_it_where_the_new_page_has_it(tmp_path: Path) -> None:
    records = renamed(tmp_path, "meetings/2027-04-01/ > meetings/2027-03-31/")
    old = "meetings/2027-04-01"
    found = led(
        records, f"{old}/agenda/", f"{old}/agenda/#item-2", f"{old}/agenda/#item-99", f"{old}/papers/lost/", PAPER
    )
    assert found == {
        f"{old}/": "meetings/2027-03-31/",
        f"{old}/agenda/": "meetings/2027-03-31/agenda/",
        f"{old}/agenda/#item-2": "meetings/2027-03-31/agenda/#item-2",
        f"{old}/agenda/#item-99": "meetings/2027-03-31/agenda/",
    }


def test_a_resolution_goes_with_its_minute(tmp_path: Path) -> None:
    minutes = "meetings/2027-03-31/minutes/#minute"
    records = renamed(tmp_path, f"{minutes}-99 > {minutes}-17")
    found = led(records, f"{minutes}-99-resolved", f"{minutes}-99-iv", f"{minutes}-98-iv")
    assert found[f"{minutes}-99-resolved"] == f"{minutes}-17-resolved"
    assert found[f"{minutes}-99-iv"] == f"{minutes}-17"
    assert f"{minutes}-98-iv" not in found


def test_the_nearest_entry_counts(tmp_path: Path) -> None:
    records = renamed(
        tmp_path, "meetings/2027-04-01/ > meetings/2027-03-31/", "meetings/2027-04-01/agenda/ > meetings/"
    )
    assert led(records, "meetings/2027-04-01/agenda/#item-2")["meetings/2027-04-01/agenda/#item-2"] == "meetings/"


def test_files_beside_an_indicator_go_with_its_page() -> None:
    second = read_folder(ROOT / "tests" / "cases" / "second-panel").records
    entry = Renaming(was="indicators/old", now="indicators/response-time")
    records = replace(second, renamed=Renamings(renamed=[entry]))
    found = led(records, "indicators/old/old.csv", "indicators/old/old.csv-metadata.json", "indicators/old/x.csv")
    assert found["indicators/old/old.csv"] == "indicators/response-time/response-time.csv"
    assert found["indicators/old/old.csv-metadata.json"].endswith("/response-time.csv-metadata.json")
    assert "indicators/old/x.csv" not in found


@pytest.mark.parametrize(
    ("entries", "line", "code", "words"),
    [
        (["matters/old/ > matters/patrol/"], 3, "renamed-to-nothing", 'Did you mean "matters/patrols/"?'),
        (["matters/old/ > elsewhere/"], 3, "renamed-to-nothing", "Copy the address from the page"),
        (["assets/search.js > feed.xml"], 2, "foreign-address", "Write the address of a page"),
        (["matters/patrols/ > matters/"], 2, "renamed-and-there", 'There still is something at "matters/patrols/".'),
        (["about/ > matters/"], 2, "renamed-and-there", 'There still is something at "about/".'),
        (
            ["matters/a/ > matters/b/", "matters/b/ > matters/c/", "matters/c/ > matters/"],
            3,
            "renamed-again",
            'Write "matters/" here.',
        ),
        (["matters/a/ > matters/b/", "matters/b/ > matters/a/"], 3, "renamed-again", "leads nowhere in the end"),
        (["matters/a/ > matters/", "/matters/a > meetings/"], 4, "renamed-twice", "on line 2 already"),
        (["matters/a/ > matters/a/"], 3, "renamed-to-itself", '"matters/a/" leads to itself.'),
        (["matters/a/#b > matters/"], 2, "renamed-place", 'Give the whole page: "matters/a/".'),
        (["about/#b > matters/"], 2, "renamed-place", "Put the place back on that page."),
        (["indicators/a/a.csv > matters/"], 3, "renamed-file", "A file leads to a file"),
        (["indicators/a/a.csv > feed.xml"], 3, "renamed-file", "of the same kind"),
        (["matters/a/ > search/references.json"], 3, "renamed-file", "A file leads to a file"),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, entries: list[str], line: int, code: str, words: str) -> None:
    found = told(renamed(tmp_path, *entries))
    assert (line, code) in [one[:2] for one in found]
    assert any(words in f"{message} {fix}" for _, told_code, message, fix in found if told_code == code)
    assert {one[1] for one in found} == {code}


def test_nothing_is_told_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    data = copy_with(tmp_path, {"renamed.yml": "renamed:\n  - was: a/\n    now: b/\n", "matters.yml": "x"})
    records = read_folder(data).records
    assert list(wrong_renamings(records, known_addresses(Dossier(records)), ())) == []
