"""An address of ours is told by its form: a list of published addresses is text that anybody may propose."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.places import known_addresses
from panelpapers.pages.renamings import leads, wrong_renamings
from panelpapers.pages.shapes import can_be_withdrawn, of_ours
from panelpapers.publication import check_folder, publish, remember
from panelpapers.reading.folder import read_folder
from panelpapers.reading.published import PUBLISHED
from tests.river_valley import TEMPLATES, TODAY, copy_with, river_valley

pytestmark = pytest.mark.slow

CASES: Final = Path(__file__).parents[1] / "cases"

FOREIGN: Final = (
    *("assets/search.js", "assets/panel.css", "assets/icon.svg", "404.html", "sitemap.xml", "sitemap.xml.gz"),
    *(
        "_headers",
        "_redirects",
        "_worker.js",
        "pagefind/pagefind.js",
        "pagefind/",
        "assets/",
        "assets/x/",
        "robots.txt",
    ),
    *("search/search_index.json", "search/old.json", "search/x.js", "CNAME", ".well-known/x.txt", "sw.js"),
    *("calendar.ics/", "feed.xml/x/", "meetings/2027-03-31/x.svg", "meetings/2027-03-31/x.js", "meetings/x.pdf"),
    *("meetings/2027-03-31/x.html", "indicators/a/b.csv", "indicators/a/a-narrow.svg", "indicators/a/a.js"),
    *("Meetings/2027-03-31/", "meetings/2027-03-31/papers/A/", "meetings/27-03-31/", "meetings/2027-3-31/agenda/"),
    *(
        "meetings//2027-03-31/",
        "/meetings/",
        "meetings/../assets/",
        "meetings%2F2027-03-31/",
        "meetings\\2027-03-31\\",
    ),
    *("meetings/2027-03-31/papers/a/index.html", "meetings/2027-03-31/papers/a./", "matters/a", "matters/a/b/"),
    *("feed.xml#a", "meetings/#a\nb", "meetings/#", "elsewhere/", "https://example.org/", "meetings/ #a"),
)


@pytest.mark.parametrize("folder", ["river-valley", "second-panel", "rules/pack"])
def test_every_address_of_a_site_is_ours(folder: str) -> None:
    known = known_addresses(Dossier(read_folder(CASES / folder).records))
    assert [address for address in sorted(known) if not of_ours(address)] == []


@pytest.mark.parametrize("address", FOREIGN)
def test_what_belongs_to_no_record_is_not(address: str) -> None:
    assert not of_ours(address)


@pytest.mark.parametrize(
    "address",
    [
        "meetings/2027-03-31-site-visit/",
        "meetings/2027-03-31-site-visit/agenda/#item-8",
        "meetings/2027-03-31-site-visit/papers/a-paper/",
        "meetings/2027-03-31-site-visit/map.pdf",
        "members/on/2027-03-31-site-visit/",
        "decisions/2027-03-31-site-visit/#decision-2027-03-31-site-visit-3",
        "bodies/planning/meetings/2027/",
    ],
)
def test_a_meeting_that_has_a_name_is_ours_too(address: str) -> None:
    assert of_ours(address)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("meetings/2027-03-31-site-visit/papers/a-paper/", True),
        ("meetings/2027-03-31/papers/a-paper/", True),
        ("meetings/2027-03-31/papers/a-paper/#paragraph-4.6", True),
        ("meetings/2027-03-31/Budget-final_2.PDF", True),
        ("meetings/2027-03-31/budget.exe", False),
        ("meetings/2027-03-31/", False),
        ("meetings/2027-03-31/minutes/#minute-17", False),
        ("matters/patrols/", False),
    ],
)
def test_only_papers_and_attached_files_can_be_withdrawn(address: str, expected: bool) -> None:
    assert can_be_withdrawn(address) is expected


def attacked(folder: Path, was: str) -> Path:
    """Copy the small panel with a table whose cells are a script, renamed to ``was``, which stands in the list."""
    data = copy_with(folder, {})
    remember(check_folder(data), data)
    attack = CASES / "script-by-renaming"
    (data / "indicators").mkdir(exist_ok=True)
    shutil.copy(attack / "zz.yml", data / "indicators" / "zz.yml")
    entry = (attack / "renamed.yml").read_text(encoding="utf-8")
    assert "assets/search.js" in entry
    (data / "renamed.yml").write_text(entry.replace("assets/search.js", was), encoding="utf-8")
    with (data / PUBLISHED).open("a", encoding="utf-8") as opened:
        opened.write(f"{was}\n")
    return data


@pytest.mark.parametrize("was", [one for one in FOREIGN if one.isprintable() and "#" not in one and one[0] != "/"])
def test_no_table_takes_the_place_of_a_script(tmp_path: Path, was: str) -> None:
    """It ran in the search page, under the site's own policy. That the list holds its address helps nobody."""
    data = attacked(tmp_path, was)
    errors = [one for one in check_folder(data).problems if one.severity == "error"]
    told = {(one.place.file.rpartition("/")[2], one.code) for one in errors}
    assert (PUBLISHED, "foreign-address") in told
    assert {code for file, code in told if file == "renamed.yml"} & {
        *("foreign-address", "site-address", "renamed-and-there"),
        *("renamed-file", "renamed-unpublished"),
    }
    made = publish(data, TEMPLATES, TODAY)
    assert made.site is None
    assert was.strip("/")[:20] in made.telling


def test_it_would_lead_nowhere_even_if_no_rule_had_told_of_it(tmp_path: Path) -> None:
    records = read_folder(attacked(tmp_path, "assets/search.js")).records
    assert leads(records, ["assets/search.js", "assets/"], known_addresses(Dossier(records))) == {}


def test_what_was_never_published_leads_nowhere(tmp_path: Path) -> None:
    data = copy_with(tmp_path, {"renamed.yml": "renamed: [{was: matters/patrolls/, now: matters/patrols/}]"})
    remember(check_folder(data), data)
    (problem,) = check_folder(data).problems
    assert problem.code == "renamed-unpublished"
    (data / PUBLISHED).write_text("matters/patrolls/\nmatters/patrols/\n")
    assert check_folder(data).problems == ()


def test_a_file_that_differs_in_capitals_is_still_there(tmp_path: Path) -> None:
    was = "meetings/2027-03-31/Map.PDF"
    entry = f"renamed: [{{was: {was}, now: meetings/2027-03-31/plan.pdf}}]"
    records = read_folder(copy_with(tmp_path, {"renamed.yml": entry})).records
    known = known_addresses(Dossier(river_valley())) | {f"meetings/2027-03-31/{file}.pdf" for file in ("map", "plan")}
    assert [one.code for one in wrong_renamings(records, known, [was])] == ["renamed-and-there"]
    assert list(wrong_renamings(records, known - {was.lower()}, [was])) == []
