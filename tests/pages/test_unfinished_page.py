"""What needs a look: the page of editors, with the place of each thing, and what it never shows."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from panelpapers.cli import main
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.unfinished import Task
from panelpapers.pages import addresses
from panelpapers.pages.rendering import Renderer
from panelpapers.pages.site import Page
from panelpapers.pages.unfinished import unfinished_pages
from panelpapers.reading.folder import read_folder
from panelpapers.records.place import Place
from panelpapers.records.publication import Records
from panelpapers.words.unfinished import Group
from tests.pages.reading_pages import part, small_site, words
from tests.river_valley import FOLDER, TEMPLATES, TODAY, river_valley

ADVICE = {"long-sentence": 3}


def page_of(dossier: Dossier, today: date, advice: dict[str, int] = ADVICE) -> tuple[Page, Renderer]:
    renderer = Renderer(TEMPLATES, dossier.records, today)
    (page,) = unfinished_pages(dossier, renderer, advice)
    return page, renderer


def test_it_says_what_where_and_for_how_long() -> None:
    page, renderer = page_of(Dossier(river_valley()).public, date(2027, 6, 20))
    assert part(page.html, "Questions without an answer (1)") == (
        "What to do: Write the answer beside the question. If a later meeting got it, name that in answered_at. "
        "Each takes about 20 minutes. lights, asked on 31 March 2027. "
        "In data/meetings/2027-03-31/minutes.yml, line 50"
    )
    assert part(page.html, "Warnings and advice, by kind").endswith(" (3)")
    assert 'href="../problems/meeting/#long-sentence"' in page.html
    assert words(part(page.html, "About how long it takes")).endswith("Together: about 45 minutes.")
    assert "Votes 0 of 3 resolutions say how they were carried." in part(page.html, "How complete the record is")
    assert renderer.dated == set()


def test_where_the_files_are_public_it_leads_to_the_line() -> None:
    records = read_folder(FOLDER.parent / "second-panel").records
    page, _ = page_of(Dossier(records).public, date(2027, 6, 20))
    assert records.panel
    assert records.panel.repository
    assert f'<a href="{records.panel.repository.address}/' in page.html


def test_only_the_guide_of_editors_leads_to_it_and_no_search_finds_it() -> None:
    site = small_site()
    page = site.pages[addresses.TODO]
    assert page.kind is None
    assert [address for address, other in site.pages.items() if "editors/todo" in other.html] == []


def test_the_command_tells_the_same() -> None:
    told = CliRunner().invoke(main, ["todo", "--data", str(FOLDER)], env={"PANEL_TODAY": "2027-06-20"})
    assert told.exit_code == 0
    assert "minutes.yml, line 50: lights, asked on 31 March 2027." in told.output
    assert "  Votes: 0 of 3 resolutions say how they were carried." in told.output
    assert "Together: about 30 minutes." in told.output
    assert "planned-and-past" not in told.output  # it is told with its place already


def test_a_fault_comes_first(tmp_path: Path) -> None:
    data = Path(shutil.copytree(FOLDER, tmp_path / "data"))
    (data / "matters.yml").write_text("matters: [", encoding="utf-8")
    told = CliRunner().invoke(main, ["todo", "--data", str(data)], env={"PANEL_TODAY": str(TODAY)})
    assert told.exit_code == 1
    assert "Problem 1 of" in told.output
    assert "Together" not in told.output


def test_of_very_many_the_page_shows_the_first_and_the_command_all() -> None:
    tasks = [(Task("document", Place("data/a.yml", line)), f"Report {line}") for line in range(1, 42)]
    given = {"advice": [], "times": [], "total": "about 1 hour", "recorded": []}
    places = {"file": lambda place: place.file, "leads": lambda _: ""}
    html = Renderer(TEMPLATES, river_valley(), TODAY).html(
        "todo", addresses.TODO, groups=[Group("document", tuple(tasks))], **places, **given
    )
    told = part(html, "Documents that may not be accessible (41)")
    assert "Report 40. In data/a.yml, line 40" in told
    assert told.endswith("There is 1 more. panel-papers todo lists all.")


def test_where_nothing_is_unfinished_it_says_so() -> None:
    page, _ = page_of(Dossier(Records(panel=river_valley().panel)), TODAY, {})
    assert "Nothing is unfinished, as far as the records show." in words(page.html)
