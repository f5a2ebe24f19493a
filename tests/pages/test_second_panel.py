"""A panel of other names, rules and dates builds right: its folder can be read in tests/cases/second-panel."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from panelpapers.charts import default_folder
from panelpapers.facts.actions import actions
from panelpapers.facts.dossier import Dossier
from panelpapers.pages import addresses
from panelpapers.pages.build import build
from panelpapers.pages.entries import EntryAddresses
from panelpapers.pages.site import Site
from panelpapers.publication import check_folder
from panelpapers.records.publication import Records

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "cases" / "second-panel"
TODAY = date(2027, 3, 12)


@pytest.fixture(scope="module")
def records() -> Records:
    checked = check_folder(FOLDER)
    assert checked.sound, checked.problems
    return checked.records


@pytest.fixture(scope="module")
def site(records: Records) -> Site:
    return build(Dossier(records), TODAY, ROOT / "theme_overrides", default_folder())


def text_of(site: Site, address: str) -> str:
    """Give the words of a page, without tags, spaces folded."""
    return " ".join(re.sub(r"<[^>]+>", " ", str(site.pages[address].html)).split())


class Ids(HTMLParser):
    """Collects the ids and the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.ids += [value for name in ("id",) if (value := given.get(name))]
        self.links += [value for name in ("href", "src", "srcset") if (value := given.get(name))]


def read(site: Site, address: str) -> Ids:
    found = Ids()
    found.feed(str(site.pages[address].html))
    return found


@pytest.mark.parametrize(
    "address",
    [
        addresses.agenda_item("2027-03-31", "2"),
        addresses.minute("2027-02-08", "7"),
        addresses.minute("2027-02-08", "7-ii"),
        addresses.paragraph("2027-03-31", "response-times", None, "1"),
        EntryAddresses().action("2027-02-08-7-ii"),
        EntryAddresses().action("2027-02-08-7-list-of-stations"),
        addresses.commitment(12),
        addresses.commitment(14),
    ],
)
def test_what_has_an_address_is_found_there(site: Site, address: str) -> None:
    page, _, place = address.partition("#")
    assert place in read(site, page).ids


def test_each_id_stands_once_on_its_page(site: Site) -> None:
    for address in site.pages:
        ids = read(site, address).ids
        assert len(ids) == len(set(ids)), address


def test_every_link_leads_somewhere(site: Site) -> None:
    """Follow every link of every page, to the page, the file, and the place on it."""
    ids = {address: set(read(site, address).ids) for address in site.pages}
    by_hand = {"about/", "how-to-use/", "editors/", "search/"}
    lost = []
    for address in site.pages:
        for link in read(site, address).links:
            if re.match(r"https?:|mailto:", link):
                continue
            path, _, place = link.partition("#")
            target = _resolved(address, path)
            by_theme = target.startswith(("assets/", "pagefind/"))
            known = target in site.pages or target in site.files or target in by_hand or by_theme
            if not known or (place and target in ids and place not in ids[target] and place != "main"):
                lost.append((address, link))
    assert not lost


def _resolved(page: str, path: str) -> str:
    parts = page.split("/")[:-1]
    if not path:
        return page
    for step in path.split("/"):
        if step == "..":
            parts.pop()
        elif step not in (".", ""):
            parts.append(step)
    ends_in_file = not path.endswith(("/", "..", "."))
    return "/".join(parts) + ("" if ends_in_file or not parts else "/")


def test_no_name_of_another_panel_is_on_the_site(site: Site) -> None:
    for address, page in site.pages.items():
        if not address.startswith("editors/"):
            assert not re.search(r"West Midlands|Birmingham|Walsall", str(page.html)), address


def test_the_panels_own_rules_give_the_dates(site: Site) -> None:
    """31 March 2027 follows Easter: 26 March is Good Friday, 29 March Easter Monday; clocks change on 28 March."""
    told = text_of(site, addresses.meeting("2027-03-31"))
    assert "by Thursday 25 March 2027" in told
    assert "by midday on Wednesday 17 March 2027" in told
    assert "Rules of procedure, rule 9" in told


def test_minutes_and_the_item_that_confirms_them_link_both_ways(site: Site) -> None:
    assert "../../2027-02-08/minutes/" in read(site, addresses.agenda("2027-03-31")).links
    assert "../../2027-03-31/agenda/#item-1" in read(site, addresses.minutes("2027-02-08")).links


def test_an_action_follows_from_its_resolution(records: Records) -> None:
    found = {one.id: one for one in actions(records)}
    resolved = found["2027-02-08-7-ii"]
    assert (resolved.number, resolved.status) == ("7 (ii)", "proposed for discharge")
    assert resolved.concluded is not None
    assert resolved.concluded.told.outcome == "done as resolved"
    assert (resolved.owner, resolved.due, resolved.standing) == ("the Commissioner", "2027-03-31", "told")
    promised = found["2027-02-08-7-list-of-stations"]
    assert promised.undertaken
    assert promised.status == "open"
    assert "2027-02-08-7-i" not in found


def test_an_action_says_where_it_was_reported_on_last_and_counts_no_meetings(site: Site) -> None:
    told = text_of(site, addresses.actions_in(2027))
    assert "Not reported on since 8 February 2027, when it was made" in told
    assert "Proposed for discharge: action tracker of 31 March 2027" in told
    assert not [address for address in site.pages if re.search(r"meetings? since", text_of(site, address))]


def test_what_moved_says_from_where_and_to_where(site: Site) -> None:
    told = text_of(site, addresses.WORK_PROGRAMME)
    assert "Moved here from the meeting of 31 March 2027" in told


def test_the_home_page_says_what_is_better(site: Site) -> None:
    told = text_of(site, addresses.HOME)
    assert "Commitment 12: Faster engines" in told
    assert "Done in quarter 3 of 2026/27, was Late in quarter 2 of 2026/27: better" in told
    assert "What got worse" not in told


def test_a_statutory_function_shows_when_it_was_done(site: Site) -> None:
    told = text_of(site, addresses.FUNCTIONS)
    assert "Last done Minute 7 of 8 February 2027: The precept" in told
    assert "Next planned for" not in told


@pytest.mark.slow
def test_the_same_input_gives_the_same_site(records: Records, site: Site, tmp_path: Path) -> None:
    again = build(Dossier(records), TODAY, ROOT / "theme_overrides", tmp_path)
    assert {address: page.html for address, page in again.pages.items()} == {
        address: page.html for address, page in site.pages.items()
    }
    assert again.files == site.files
