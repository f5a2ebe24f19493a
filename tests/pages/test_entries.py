"""Where the entries of registers stand: what was published stays, and what is new stands under its year."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages import addresses, titles
from panelpapers.pages.build import build
from panelpapers.pages.entries import LATEST, EntryAddresses, early, latest, shown, within, years_of
from panelpapers.pages.keeping import gone
from panelpapers.pages.places import known_addresses
from panelpapers.pages.shapes import of_ours
from panelpapers.pages.titles import Letter, address_of, letter_pages
from panelpapers.reading.folder import read_folder
from tests.river_valley import TEMPLATES, TODAY, river_valley

SECOND = Path(__file__).parents[1] / "cases" / "second-panel"


class Of(NamedTuple):
    meeting_id: str


def test_an_entry_stands_under_its_year_and_one_that_was_published_where_it_was() -> None:
    entries = EntryAddresses(
        ["actions/#action-2025-11-17-921-ii", "actions/", "questions/#question-2026-01-05-roads"]
    )
    assert entries.action("2025-11-17-921-ii") == "actions/#action-2025-11-17-921-ii"
    assert entries.action("2025-11-17-921-iv") == "actions/2025/#action-2025-11-17-921-iv"
    assert entries.question("2026-01-05", "roads") == "questions/#question-2026-01-05-roads"
    assert entries.question("2026-01-05-visit", "roads") == "questions/2026/#question-2026-01-05-visit-roads"
    assert entries.deferral("2026-01-05", "minute", "9") == "deferrals/2026/#deferral-2026-01-05-minute-9"


@pytest.mark.parametrize(
    "address",
    [
        *("actions/2026/", "questions/2026/#question-2026-01-05-roads", "interests/2026/", "members/in/2026/"),
        *("matters/patrols/2026/", "members/ann-ash/2026/", "notes/2026/", "a-to-z/r/", "a-to-z/u0436/2026/"),
        *("bodies/planning/actions/2026/", "bodies/planning/members/in/2026/", "actions/#action-2025-11-17-921-ii"),
    ],
)
def test_an_address_of_a_year_is_one_of_ours(address: str) -> None:
    assert of_ours(address)


def test_a_register_shows_what_stands_on_it_and_the_latest_of_all_else() -> None:
    at = ["actions/#first", *(f"actions/2025/#{number}" for number in range(LATEST + 7))]
    few, left_out = shown(range(len(at)), at, "actions/")
    assert few == [0, *range(8, LATEST + 8)]
    assert left_out == 7


def test_what_fits_on_one_page_has_no_pages_of_years() -> None:
    few = [Of("2025-01-01")] * LATEST
    assert years_of(few) == []
    assert latest(few, []) == few
    many = [*[Of("2026-02-03")] * LATEST, Of("2024-05-06")]
    assert years_of(many) == [2026, 2024]
    assert latest(many, [2026, 2024]) == many[:LATEST]
    assert latest(many, [2026, 2024], last_first=False)[-1] == Of("2024-05-06")
    assert within(many, 2024) == [Of("2024-05-06")]


def test_a_site_keeps_a_published_action_on_the_register_and_links_lead_there() -> None:
    records = public(read_folder(SECOND).records)
    dossier = Dossier(records)
    first, *others = sorted(action.id for action in dossier.actions)
    kept, before = f"actions/#action-{first}", known_addresses(dossier)
    published = {"actions/", kept}
    site = build(dossier, TODAY, TEMPLATES, default_folder(), published=published)
    known = known_addresses(Dossier(records), published)
    assert kept in known
    assert kept not in before
    assert f'id="action-{first}"' in site.pages["actions/"].html
    year = site.pages[f"actions/{first[:4]}/"].html
    assert f'id="action-{first}"' not in year
    assert f'href="../#action-{first}"' in year
    for other in others:
        assert f'id="action-{other}"' in site.pages[f"actions/{other[:4]}/"].html
        assert f'href="{other[:4]}/#action-{other}"' in site.pages["actions/"].html
    minutes = site.pages[f"meetings/{first[:10]}/minutes/"].html
    assert f'href="../../../{kept}"' in minutes
    assert kept in str(site.files["search/references.json"].content)


def test_papers_of_a_large_site_stand_under_their_letters_and_those_of_a_full_letter_under_years(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    records = river_valley()
    assert letter_pages(records) == {}
    monkeypatch.setattr(titles, "MOST", 1)
    (meeting_id, paper_id), paper = next(iter(records.papers.items()))
    second = {(meeting_id, "again"): paper.model_copy(update={"id": "again"})}
    papers = {(meeting_id, paper_id): paper}
    one, two = (replace(records, papers=some) for some in (papers, {**papers, **second}))
    letter = paper.title[0]
    pages = letter_pages(two)
    assert list(pages.values()) == [Letter(letter, None), Letter(letter, int(meeting_id[:4]))]
    assert list(letter_pages(one)) == [f"a-to-z/{letter.lower()}/"]
    site = build(Dossier(one), TODAY, TEMPLATES, default_folder())
    assert f"a-to-z/{letter.lower()}/" in site.pages
    assert paper.title not in site.pages["a-to-z/"].html
    assert "Meeting of" not in site.pages["a-to-z/"].html
    link = re.search(rf'href="([^"]+)">{re.escape(paper.title)}', site.pages[f"a-to-z/{letter.lower()}/"].html)
    assert link
    assert link[1] == f"../../{addresses.paper(meeting_id, paper_id)}"


def test_a_published_letter_keeps_its_page() -> None:
    published = ["a-to-z/", "a-to-z/q/", "a-to-z/0-9/", "a-to-z/u0436/2026/"]
    assert letter_pages(river_valley(), published) == {
        "a-to-z/q/": Letter("Q", None),
        "a-to-z/0-9/": Letter("0 to 9", None),
        "a-to-z/u0436/2026/": Letter("Ж", 2026),
    }
    assert address_of(Letter("Ж", 2026)) == "a-to-z/u0436/2026/"
    assert address_of(Letter("Ll", None)) == "a-to-z/ll/"
    site = build(Dossier(river_valley()), TODAY, TEMPLATES, default_folder(), published=published)
    assert "No paper on this site has such a title now." in site.pages["a-to-z/q/"].html


def test_an_entry_is_compared_by_what_stands_in_its_old_and_its_new_address_alike() -> None:
    assert early("questions/2027/#question-2027-03-31-lights") == "questions/#question-2027-03-31-lights"
    assert early("decisions/2027/#decision") == "decisions/2027/#decision"
    old, records = "questions/#question-2027-03-31-lamps", river_valley()
    (problem,) = gone(records, [old], known_addresses(Dossier(records), [old]), "renamed.yml", [])
    assert "questions/2027/#question-2027-03-31-lights" in problem.fix
