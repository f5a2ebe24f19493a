"""A site of a day tells what had been told by then, and only pages whose words depend on the day change with it."""

from __future__ import annotations

import filecmp
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.news import STALE, months_without_papers
from panelpapers.facts.told import Told
from panelpapers.pages import addresses
from panelpapers.pages.build import build
from panelpapers.pages.links import without_dead_links
from panelpapers.pages.places import BY_HAND, known_addresses
from panelpapers.pages.rendering import Today
from panelpapers.pages.site import Site
from panelpapers.publication import publish
from panelpapers.records.publication import Records
from tests.conftest import build_site
from tests.first_publication import first_publication
from tests.pages.reading_pages import leads_somewhere, links, small_site, words
from tests.river_valley import FOLDER, TEMPLATES, TODAY, river_valley, site_of

pytestmark = pytest.mark.slow

DEFERRALS = {addresses.DEFERRALS, addresses.deferrals_in(2027)}
OF_THE_DAY = {addresses.HOME, addresses.MEETINGS, addresses.MEMBERS, addresses.QUESTIONS, *DEFERRALS}
"""The pages that say what is so on a day."""


def read(site: Site) -> Site:
    """Give a site with the text of each page, wherever it stands."""
    return replace(site, pages={at: replace(page, text=page.html) for at, page in site.pages.items()})


def test_between_two_quiet_days_only_the_pages_that_name_the_day_differ() -> None:
    first, second = read(small_site()), read(site_of(river_valley(), TODAY + timedelta(days=1)))
    assert {at for at, page in first.pages.items() if page != second.pages[at]} == OF_THE_DAY
    assert first.files == second.files
    assert first.dated == second.dated == OF_THE_DAY
    assert first.stated == second.stated


def test_a_page_that_names_the_day_says_that_it_is_the_day_it_was_made() -> None:
    for address in sorted(OF_THE_DAY - {addresses.HOME}):
        assert "15 April 2027, the day this page was made" in words(str(small_site().pages[address].html))
    assert "This page was made on 15 April 2027." in words(str(small_site().pages[addresses.HOME].html))


def test_to_compare_the_day_is_not_to_read_it() -> None:
    today = Today(2027, 4, 15)
    assert date(2027, 4, 14) < today <= date(2027, 4, 15)
    assert not today.was_read
    for read in (
        lambda day: day.day,
        lambda day: day.month,
        lambda day: day.year,
        lambda day: day.isoformat(),
        lambda day: (day - date(2027, 4, 1)).days,
        lambda day: (date(2027, 5, 1) - day).days,
        lambda day: day - timedelta(days=1),
        lambda day: f"{day}",
        lambda day: day.weekday(),
        lambda day: day.strftime("%d"),
    ):
        today.was_read = False
        read(today)
        assert today.was_read


@pytest.mark.parametrize("day", [date(2027, 3, 22), date(2027, 3, 24), date(2027, 3, 29), date(2027, 4, 11)])
def test_nothing_leads_to_what_is_told_later(day: date) -> None:
    site = site_of(river_valley(), day)
    assert leads_somewhere(site, "meetings/2027-03-31/agenda/#item-1")
    assert [
        (address, target)
        for address in site.pages
        for target in links(site, address).values()
        if ":" not in target and not _is_there(site, target)
    ] == []


def _is_there(site: Site, target: str) -> bool:
    path = target.partition("#")[0]
    return (
        path in BY_HAND or path.startswith(addresses.EDITORS) or path in site.files or leads_somewhere(site, target)
    )


def test_a_link_to_a_page_that_is_told_later_is_its_words_alone() -> None:
    panel = river_valley().panel
    assert panel
    about = "See [the agenda of June](/meetings/2027-06-02/agenda/) and [all meetings](/meetings/)."
    records = replace(river_valley(), panel=panel.model_copy(update={"about": about}))
    known = known_addresses(Dossier(records).on(date(2027, 4, 11)))
    told = without_dead_links(records, known).panel
    assert told
    assert told.about == "See the agenda of June and [all meetings](/meetings/)."
    assert without_dead_links(records, known_addresses(Dossier(records))).panel is records.panel


def test_what_is_told_later_changes_no_byte_of_an_earlier_day() -> None:
    """The records as they were typed on 30 March 2027: no minutes of 31 March yet, and no agenda of June."""
    records, day = river_valley(), date(2027, 3, 30)
    earlier = replace(
        records,
        agendas={"2027-03-31": records.agendas["2027-03-31"]},
        minutes={"2027-01-20": records.minutes["2027-01-20"]},
    )
    then, since = site_of(earlier, day), site_of(records, day)
    assert "meetings/2027-03-31/agenda/" in then.pages
    assert read(then) == read(since)


def test_addresses_are_kept_whatever_the_day() -> None:
    """The check asks what the records hold; a site of an earlier day lacks what is told later."""
    made = publish(FOLDER, TEMPLATES, date(2027, 3, 24))
    assert made.site, made.telling
    assert "meetings/2027-06-02/agenda/" not in made.site.pages
    assert made.later == (
        "Not on the site of 2027-03-24, because it was told later: "
        f"{_shown('2027-06-02/agenda.yml')} from 2027-04-12, {_shown('2027-03-31/minutes.yml')} from 2027-03-31."
    )
    assert publish(FOLDER, TEMPLATES, TODAY).later == ""


def _shown(name: str) -> str:
    return f"tests/cases/river-valley/meetings/{name}"


def test_a_day_before_anything_was_told_has_one_page_that_says_so() -> None:
    site = site_of(river_valley(), date(2027, 3, 21))
    assert site.alone
    assert list(site.pages) == [""]
    assert list(site.files) == ["_headers"]
    said = "This site has no paper that had been published by 21 March 2027, the day this page was made."
    assert said in words(str(site.pages[""].html))
    assert not links(site, "")
    assert not small_site().alone


@pytest.mark.parametrize(("days", "months"), [(0, 0), (STALE, 0), (STALE + 1, 3), (366, 11)])
def test_a_site_without_papers_for_three_months_says_so(days: int, months: int) -> None:
    """Counted from the meeting that the latest papers are for, where that is later than they were told."""
    assert months_without_papers(Told(river_valley()), date(2027, 6, 2) + timedelta(days=days)) == months


def test_it_says_so_on_top_of_the_home_page() -> None:
    def top(day: date) -> tuple[str, str]:
        above, _, below = str(site_of(river_valley(), day).pages[""].html).partition("<dl")
        return words(above), words(below)

    above, below = top(date(2027, 9, 2))
    fresh = (
        "The latest papers on this site are for the meeting of 2 June 2027. This page was made on 2 September 2027."
    )
    lead = "A small panel that does not exist, with one of everything that can happen to an agenda."
    assert (above, fresh in below) == (lead, True)
    assert top(date(2027, 9, 3))[0] == (
        "The latest papers on this site are for the meeting of 2 June 2027. On 3 September 2027, the day this page "
        "was made, that was more than 3 months ago. What happened since then is not told here. "
        f"{lead}"
    )


@pytest.mark.parametrize(
    ("day", "since", "news"),
    [
        (
            date(2025, 12, 23),
            "the meeting of 17 November 2025",
            ["agenda", "proposed for discharge", "A seat for", "ratings"],
        ),
        (date(2026, 1, 6), "", []),
        (date(2026, 11, 29), "", []),
    ],
)
def test_nothing_old_is_news(day: date, since: str, news: list[str]) -> None:
    home = words(str(_first(first_publication(), day).pages[""].html))
    _, heading, told = home.partition("Since the meeting of " if "Since the meeting of " in home else "Since ")
    assert told.startswith(since.removeprefix("the meeting of ")) if since else not heading
    told = told.partition("About the Panel")[0]
    assert [one for one in ("agenda", "proposed for discharge", "A seat for", "ratings") if one in told] == news


def _first(records: Records, day: date) -> Site:
    return build(Dossier(records), day, TEMPLATES, default_folder())


def test_files_of_a_whole_build_differ_only_where_the_day_is_told(tmp_path: Path) -> None:
    """The index of the search holds the words of these pages, and Pagefind writes it anew each time."""
    for day in ("2025-12-27", "2025-12-28"):
        assert build_site(tmp_path / day, PANEL_TODAY=day) == ""
    first, second = tmp_path / "2025-12-27", tmp_path / "2025-12-28"
    names = sorted(path.relative_to(first).as_posix() for path in first.rglob("*") if path.is_file())
    _, differ, missing = filecmp.cmpfiles(first, second, names, shallow=False)
    assert {name for name in differ if not name.startswith("pagefind/")} == {
        f"{address}index.html" for address in OF_THE_DAY - DEFERRALS
    }
    assert [name for name in missing if not name.startswith("pagefind/")] == []
