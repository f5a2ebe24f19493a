"""Many sites as one: three panels say what they are and decided lately, and a page lists them with one search."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from panelpapers.cli import main
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages.lately import Lately, lately_file
from panelpapers.reading.folder import read_folder
from panelpapers.together import NotTogether, put_together
from tests.pages.reading_pages import part, words

CASES = Path(__file__).parent / "cases"
TEMPLATES = CASES.parents[1] / "theme_overrides"
PANELS = {
    "elmshire": ("panel-year", date(2028, 9, 1)),
    "northshire": ("second-panel", date(2027, 4, 15)),
    "west-midlands": ("first-publication", date(2026, 1, 6)),
}
TODAY = date(2027, 4, 15)


def told_by(case: str, today: date, home: str = "") -> bytes:
    return lately_file(Dossier(public(read_folder(CASES / case).records)), today, home).content


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """Give a folder with what the page over three sites reads of them, and of one that lies elsewhere."""
    for name, (case, today) in PANELS.items():
        (tmp_path / name / "pagefind").mkdir(parents=True)
        (tmp_path / name / "pagefind" / "budget.json").write_text("{}", encoding="utf-8")
        (tmp_path / name / "assets").mkdir()
        (tmp_path / name / "index.html").write_text("A site.", encoding="utf-8")
        (tmp_path / name / "lately.json").write_bytes(told_by(case, today))
        for file in ("panel.css", "icon.svg"):
            (tmp_path / name / "assets" / file).write_text(name, encoding="utf-8")
    return tmp_path


def written(sites: Path) -> str:
    put_together(sites, "Three panels", "Examples of panels.", TODAY, TEMPLATES)
    return (sites / "index.html").read_text(encoding="utf-8")


def test_a_site_says_what_it_is_and_what_it_decided_lately() -> None:
    told = Lately.model_validate_json(told_by("second-panel", TODAY, "https://papers.example/n/"))
    assert told.name == "Northshire Police, Fire and Crime Panel"
    assert told.home == "https://papers.example/n/"
    assert told.next
    assert (told.next.words, told.next.address) == ("30 June 2027", "meetings/2027-06-30/")
    (decided,) = told.decided
    assert (decided.count, decided.address) == (2, "decisions/2027-02-08/")
    assert decided.decisions[0] == "The panel supported the precept."


def test_the_page_lists_the_sites_and_what_each_decided_without_a_script(sites: Path) -> None:
    html = written(sites)
    names = ["Elmshire Police and Crime Panel", "Northshire Police, Fire and Crime Panel"]
    assert re.findall(r'<h3><a href="([\w-]+)/"[^>]*>([^<]+)', html)[:2] == [
        ("elmshire", names[0]),
        ("northshire", names[1]),
    ]
    assert 'href="northshire/decisions/2027-02-08/"' in html
    assert "Northshire Police, Fire and Crime Panel: 2 decisions on 8 February 2027" in part(html, "Decided lately")
    assert "The panel supported the precept." in words(html)
    assert "Next meeting of Northshire Police, Fire and Crime Panel: 30 June 2027" in words(html)
    assert "Next meeting of West Midlands" not in words(html), "that day is over"
    assert 'href="west-midlands/a-to-z/"' in html
    assert re.findall(r'name="in" value="([^"]+)"', html) == ["elmshire/", "northshire/", "west-midlands/"]
    assert (sites / "assets" / "panel.css").read_text(encoding="utf-8") == "elmshire"
    assert (sites / "assets" / "together.js").is_file()


def test_pages_that_changed_since_the_index_was_made_are_known(sites: Path) -> None:
    budget = sites / "elmshire" / "pagefind" / "budget.json"
    budget.write_text('{"changed": {"stale": ["en_1", "en_2"], "fresh": ["en_3"]}}', encoding="utf-8")
    (sites / "northshire" / "pagefind" / "budget.json").write_text(
        '{"changed": {"stale": ["en_4"], "fresh": []}}', encoding="utf-8"
    )
    html = written(sites)
    assert (
        'value="elmshire/" data-name="Elmshire Police and Crime Panel" data-stale="en_1 en_2" data-renewed>' in html
    )
    assert 'data-stale="en_4">' in html
    assert html.count("data-renewed") == 1
    budget.write_text("{", encoding="utf-8")
    with pytest.raises(NotTogether, match="Build elmshire again"):
        written(sites)


def test_a_site_elsewhere_is_listed_at_its_address_and_not_searched(sites: Path) -> None:
    (sites / "far").mkdir()
    (sites / "far" / "lately.json").write_bytes(told_by("second-panel", TODAY, "https://papers.example/n/"))
    html = written(sites)
    assert 'href="https://papers.example/n/decisions/2027-02-08/"' in html
    assert 'value="https://papers.example/n/"' not in html


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"address": "meetings/2027-06-30/"', '"address": "javascript:alert(1)"', "next.address cannot be read"),
        ('"home": ""', '"home": "javascript:alert(1)"', "home cannot be read"),
        ('"language": "en-GB"', '"language": "\\" onload=\\"x"', "language cannot be read"),
        ("{", "[", "the file cannot be read"),
    ],
)
def test_what_is_no_statement_of_a_site_is_refused_and_nothing_is_written(
    sites: Path, old: str, new: str, told: str
) -> None:
    file = sites / "northshire" / "lately.json"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(NotTogether, match=told):
        written(sites)
    assert not (sites / "index.html").exists()


def test_a_name_with_marks_of_html_is_a_text(sites: Path) -> None:
    file = sites / "northshire" / "lately.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Northshire", "<b>North & co</b>"), encoding="utf-8")
    html = written(sites)
    assert "<b>North" not in html
    assert "&lt;b&gt;North &amp; co" in html


def test_a_folder_without_sites_is_told_with_its_cure(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["together", str(tmp_path), "--title", "Panels", "--statement", "Some."])
    assert told.exit_code == 1
    assert "holds no site with pages" in told.output
    assert "Build a site into a folder below it" in told.output


def test_the_command_says_how_many_sites_there_are(sites: Path) -> None:
    told = CliRunner().invoke(main, ["together", str(sites), "--title", "Panels", "--statement", "Some panels."])
    assert told.exit_code == 0, told.output
    assert "3 sites, of which 3 are searched." in told.output
