"""Each minute, item, resolution and figure can be cited, and a change suggested at the line that it is made from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.other_versions import changed_on
from panelpapers.pages.build import build
from panelpapers.pages.citing import report, suggestion
from panelpapers.reading.folder import read_folder
from panelpapers.records.panel import Repository
from panelpapers.records.publication import Records
from panelpapers.words.accessibility import version
from tests.bodies import body
from tests.river_valley import TEMPLATES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "cases" / "second-panel"
BODIES = ROOT / "tests" / "cases" / "bodies"
HOME = "https://papers.example/"


def northshire(**repository: str) -> Records:
    """Give the second panel, whose files lie in a repository of some kind."""
    records = read_folder(FOLDER).records
    assert records.panel
    of_files = Repository.model_validate(repository) if repository else None
    return replace(records, panel=records.panel.model_copy(update={"repository": of_files}))


@pytest.mark.parametrize(
    ("repository", "before"),
    [
        ({"address": "https://github.com/north/papers"}, "https://github.com/north/papers/blob/main/data/"),
        (
            {"address": "https://github.com/north/papers.git", "branch": "live/site", "folder": "our records/"},
            "https://github.com/north/papers/blob/live/site/our%20records/",
        ),
        ({"address": "https://gitlab.com/north/papers/"}, "https://gitlab.com/north/papers/-/blob/main/data/"),
        (
            {"address": "https://code.north.example/papers", "host": "GitLab"},
            "https://code.north.example/papers/-/blob/main/data/",
        ),
    ],
)
def test_a_change_is_suggested_at_the_very_line(repository: dict[str, str], before: str) -> None:
    records = northshire(**repository)
    (resolution, *_) = [made for minute in records.minutes["2027-02-08"].minutes for made in minute.resolutions]
    led = suggestion(resolution, "resolution", HOME, "a/", "b", records)
    assert led.startswith(f"{before}meetings/2027-02-08/minutes.yml#L")
    lines = (FOLDER / "meetings" / "2027-02-08" / "minutes.yml").read_text(encoding="utf-8").splitlines()
    assert lines[int(led.rpartition("L")[2]) - 1].lstrip(" -").startswith("numeral: i")


def test_without_a_repository_the_contact_is_asked_and_without_a_contact_nobody() -> None:
    records = northshire()
    minute = records.minutes["2027-02-08"].minutes[0]
    led = suggestion(minute, "minute 7 & more", HOME, "a/", "b", records)
    assert led.startswith("mailto:panel@northshire.example?subject=A%20mistake%20in%3A%20minute%207%20%26%20more&")
    assert led.endswith("papers.example%2Fa%2F%23b%0A%0A")
    led = suggestion(minute, "minute 7", "", "a/", "b", records)
    assert led.endswith("?subject=A%20mistake%20in%3A%20minute%207"), "an address without a host leads nowhere"
    assert report(HOME, records).startswith("mailto:panel@northshire.example?")
    assert records.panel
    records = replace(records, panel=records.panel.model_copy(update={"contact": None}))
    assert suggestion(minute, "minute 7", HOME, "a/", "b", records) == report(HOME, records) == ""


def test_each_page_cites_and_corrects_what_it_holds_and_has_one_stop_for_each() -> None:
    site = build(Dossier(read_folder(FOLDER).records), date(2027, 3, 12), TEMPLATES, default_folder(), home=HOME)
    minutes = str(site.pages["meetings/2027-02-08/minutes/"].html)
    (citing,) = re.findall(
        r'<details class="citing">\s*<summary>Cite or correct resolution 7 \(i\).*?</details>', minutes, re.S
    )
    said = unescape(re.sub("<[^>]*>", "", citing))
    assert f"Northshire Police, Fire and Crime Panel, minutes of 8 February 2027, resolution 7 (i): {HOME}" in said
    assert '<a href="#minute-7-i">resolution 7 (i)</a>' in citing
    assert f"{HOME}meetings/2027-02-08/minutes/#minute-7-i" in citing
    assert re.search(
        r'href="https://github.com/[^"]+/minutes\.yml#L\d+">Suggest a change to resolution 7 \(i\)', citing
    )
    for address, name in (
        ("meetings/2027-03-31/agenda/", "item 2"),
        ("indicators/response-time/", "this figure"),
        ("meetings/2027-03-31/papers/response-times/", "this paper"),
    ):
        assert str(site.pages[address].html).count(f"<summary>Cite or correct {name}</summary>") == 1
    paper = str(site.pages["meetings/2027-03-31/papers/response-times/"].html)
    assert 'aria-label="Change Paragraph 1"' in paper


def test_versions_stand_at_the_top_and_are_told_when_they_are_out_of_date() -> None:
    records = read_folder(FOLDER).records
    paper = records.papers["2027-03-31", "response-times"]
    assert [version(of) for of in paper.other_versions] == ["Easy Read version", "British Sign Language version"]
    assert changed_on(records, "2027-03-31", "response-times") == date(2027, 3, 11)
    assert changed_on(records, "2027-03-31") == date(2027, 3, 11)
    assert changed_on(body("alder-creek").records, "2027-02-09") is None
    site = build(Dossier(records), date(2027, 3, 12), TEMPLATES, default_folder())
    html = str(site.pages["meetings/2027-03-31/papers/response-times/"].html)
    easy, signed = re.findall(r"<li><a href=\"https://northshire[^<]*</a>.*?</li>", html)
    assert "made by Seaham Easy Read Group and tested by four members of that group" in easy
    assert ("out of date" in easy, "out of date: this paper changed on 11 March 2027" in signed) == (False, True)
    assert html.index("Easy Read version") < html.index("In short")


def led(html: str) -> dict[str, str]:
    """Give where each suggestion of a change leads, by what it is called."""
    links = re.findall(r'<a href="([^"]+)"(?: aria-label="([^"]+)")?>([^<]+)</a>', html)
    called = {unescape(label or text): unescape(href) for href, label, text in links}
    return {
        re.sub(r"^(Suggest a change to|Change) ", "", name).lower(): href
        for name, href in called.items()
        if name.startswith(("Suggest a change to", "Change "))
    }


@pytest.mark.parametrize(
    ("folder", "day", "page", "lines"),
    [
        (FOLDER, date(2027, 3, 12), "meetings/2027-03-31/agenda/", {
            "item 1": ("agenda.yml", "- number: 1"),
            "item 3": ("agenda.yml", "- number: 3"),
        }),
        (FOLDER, date(2027, 3, 12), "meetings/2027-02-08/minutes/", {
            "minute 6": ("minutes.yml", "- number: 6"),
            "resolution 7 (ii)": ("minutes.yml", "- numeral: ii"),
        }),
        (FOLDER, date(2027, 3, 12), "questions/2027/", {
            "question 2 of 8 february 2027": ("minutes.yml", "- id: alarms"),
        }),
        (FOLDER, date(2027, 3, 12), "meetings/2027-03-31/papers/response-times/", {
            "this paper": ("papers/response-times.yml", "title: Response times by area"),
            "paragraph 2": ("papers/response-times.yml", "- number: 2"),
            "paragraph 3": ("papers/response-times.yml", "- number: 3"),
        }),
        (FOLDER, date(2027, 3, 12), "indicators/fires-by-kind/", {
            "this figure": ("indicators/fires-by-kind.yml", "title: Fires by kind"),
        }),
        (BODIES / "hartwell", date(2026, 4, 20), "meetings/2026-03-16/minutes/", {
            "minute 102": ("minutes.yml", "- number: 102"),
            "paragraph 101.2": ("minutes.yml", "- number: 101.2"),
        }),
    ],
)  # fmt: skip
def test_each_suggestion_leads_to_the_very_line(
    folder: Path, day: date, page: str, lines: dict[str, tuple[str, str]]
) -> None:
    records = read_folder(folder).records
    assert records.panel
    repository = Repository.model_validate({"address": "https://github.com/north/papers"})
    records = replace(records, panel=records.panel.model_copy(update={"repository": repository}))
    found = led(str(build(Dossier(records), day, TEMPLATES, default_folder(), home=HOME).pages[page].html))
    for name, (file, typed) in lines.items():
        path, _, line = found[name].removeprefix("https://github.com/north/papers/blob/main/data/").partition("#L")
        assert path.endswith(file)
        assert (folder / path).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip() == typed
