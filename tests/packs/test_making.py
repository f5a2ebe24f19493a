"""Packs in their folder: which are made, kept and taken away, and what the next build may lead to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from panelpapers.cli import main
from panelpapers.packs.finished import read_page
from panelpapers.packs.making import make_packs
from panelpapers.pages.packs import LISTING, Form, NotKept, read_packs
from tests.packs.reading_packs import BY_HAND, site_of

TEMPLATES = Path(__file__).parents[2] / "theme_overrides"
FORMS = ("epub", "html")
NAMES = ["meeting-2027-01-05.html", "meeting-2027-01-05.epub"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_of(tmp_path, '<main id="main"><h1>Whole meeting</h1><p>Words.</p></main>')[0]


def make(site: Path, *meetings: str, day: date = date(2027, 1, 9)) -> dict[str, tuple[Form, ...]]:
    return dict(make_packs(site, site.parent / "packs", meetings, FORMS, TEMPLATES, day))


def page_of(site: Path) -> Path:
    return site / "meetings" / "2027-01-05" / "whole" / "index.html"


def led_to(site: Path) -> list[str]:
    """Give the files to which the page leads as it is now."""
    text = page_of(site).read_text(encoding="utf-8")
    return [form.file for form in read_packs(site.parent / "packs").of("meetings/2027-01-05/whole/", text)]


def test_a_page_leads_to_its_packs_while_it_is_as_it_was(site: Path) -> None:
    assert led_to(site) == []
    make(site)
    assert led_to(site) == NAMES
    page, text = page_of(site), page_of(site).read_text(encoding="utf-8")
    page.write_text(text.replace("</main>", "</main><section>To keep</section>"), encoding="utf-8")
    assert led_to(site) == NAMES, "what leads to them stands outside of main"
    page.write_text(text.replace("Words.", "Other words."), encoding="utf-8")
    assert led_to(site) == []


@pytest.mark.parametrize("harm", ["gone", "another"])
def test_no_page_leads_to_a_file_that_is_not_what_was_made(site: Path, harm: str) -> None:
    make(site)
    file = site.parent / "packs" / "meetings" / "2027-01-05" / "whole" / "meeting-2027-01-05.epub"
    file.unlink() if harm == "gone" else file.write_bytes(b"x" * file.stat().st_size)
    assert led_to(site) == NAMES[:1]
    make(site)
    assert led_to(site) == NAMES


def test_what_did_not_change_is_not_made_again(site: Path) -> None:
    made = make(site)
    assert make(site, day=date(2027, 2, 1)) == made, "a book of another day would be another"
    page = page_of(site)
    page.write_text(page.read_text(encoding="utf-8").replace("Words.", "Other words."), encoding="utf-8")
    assert make(site) != made


def test_what_another_version_made_is_led_to_no_more_and_made_anew(site: Path) -> None:
    made = make(site)
    listing = site.parent / "packs" / LISTING
    told = json.loads(listing.read_text(encoding="utf-8"))
    listing.write_text(json.dumps(told | {"made_by": "0.0.1"}), encoding="utf-8")
    assert led_to(site) == []
    assert make(site, day=date(2027, 2, 1)).keys() == made.keys()
    assert led_to(site) == NAMES


def test_the_pack_of_a_page_that_is_gone_is_taken_away(site: Path) -> None:
    make(site)
    page_of(site).unlink()
    assert make(site) == {}
    kept = [path.name for path in (site.parent / "packs").rglob("*")]
    assert kept == [LISTING]


def test_files_of_others_are_not_touched(site: Path) -> None:
    theirs = site.parent / "packs" / "of-the-clerk.pdf"
    theirs.parent.mkdir()
    theirs.write_bytes(b"theirs")
    with pytest.raises(NotKept, match="holds other files"):
        make(site)
    assert theirs.read_bytes() == b"theirs"


def test_a_meeting_that_is_not_there_is_told_with_those_that_are(site: Path) -> None:
    with pytest.raises(NotKept, match=r"no page of the whole meeting 2027-01-06\. Known are 2027-01-05"):
        make(site, "2027-01-06")


@pytest.mark.parametrize(
    "written",
    ["{", "[]", '{"pages": {"../": {"main": "x", "forms": {}}}}', '{"pages": {"meetings/x/whole/": {}}}'],
)
def test_a_damaged_list_is_told_and_leads_nowhere(tmp_path: Path, written: str) -> None:
    (tmp_path / LISTING).write_text(written, encoding="utf-8")
    with pytest.raises(NotKept, match="Delete the folder"):
        read_packs(tmp_path)


def test_an_image_from_outside_of_the_site_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    site, address = site_of(tmp_path, BY_HAND.replace("../../../chart.svg", "../../../../secret.png"))
    (site / "secret.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(NotKept, match=r"secret\.png"):
        read_page(site, address)


def test_a_page_in_another_language_is_made_without_braille(site: Path) -> None:
    page = page_of(site)
    page.write_text(page.read_text(encoding="utf-8").replace('lang="en-GB"', 'lang="de"'), encoding="utf-8")
    ((_, made),) = make_packs(site, site.parent / "packs", (), ("html", "braille"), TEMPLATES, date(2027, 1, 9))
    assert [form.name for form in made] == ["html"]


def test_a_form_that_is_asked_for_later_stands_beside_the_others(site: Path) -> None:
    for forms in (("epub",), ("html",)):
        ((_, made),) = make_packs(site, site.parent / "packs", (), forms, TEMPLATES, date(2027, 1, 9))
    assert [form.name for form in made] == ["html", "epub"]
    assert led_to(site) == NAMES


def test_the_command_tells_what_it_made(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    monkeypatch.setenv("PANEL_TODAY", "2027-01-09")
    done = CliRunner().invoke(main, ["packs", "site", "--form", "html"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("meetings/2027-01-05/whole/: meeting-2027-01-05.html (")
    assert [*json.loads((site.parent / ".packs" / LISTING).read_bytes())["pages"]] == ["meetings/2027-01-05/whole/"]
    nothing = CliRunner().invoke(main, ["packs", "elsewhere"])
    assert (nothing.exit_code, "Build it first" in nothing.output) == (1, True)
