"""Sites of bodies that do not write English, or not English alone: each text says in which language it is."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree, html

from panelpapers.charts import default_folder
from panelpapers.checking import check
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.rows import every_item, every_minute
from panelpapers.pages.build import build
from panelpapers.pages.frame import frame
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.agenda import AgendaItem
from panelpapers.records.language import Worded, is_english, marked, unmarked
from panelpapers.records.minutes import Minute
from panelpapers.records.walk import walk
from panelpapers.words.figure import figure_words
from tests.bodies import FOLDER, TEMPLATES, body, site_of_body

WELSH, GERMAN = "cyngor-dyffryn-aur", "gemeinde-muehlau"
TODAY = date(2026, 6, 30)
MARKS = re.compile("[\ufdd0-\ufdd2]|ufdd[012]")
ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")


def names(name: str) -> dict[str, str]:
    """Give each title and name of a body that is in another language, and in no English text, with its language."""
    records = body(name).public.records
    held = [
        held for _, _, record in records.every() for held in walk(record, records.language) if held.field.has_language
    ]
    told = {(text, tag, held.field.passage) for held in held for tag, text in held.versions.items()}
    english = "\n".join(text for text, tag, _ in told if is_english(tag))
    return {text: tag for text, tag, passage in told if not passage and text not in english}


def texts(page: str) -> Iterator[tuple[str, str]]:
    """Give each text of a page with the language of the element that it stands in."""
    for text in html.fromstring(f"<div lang='en'>{page}</div>").iter(etree.Element):
        parent = text.getparent()
        for said, within in ((text.text, text), (text.tail, parent)):
            if said and within is not None:
                yield said, next(lang for each in (within, *within.iterancestors()) if (lang := each.get("lang")))


@pytest.mark.slow
@pytest.mark.parametrize("name", [WELSH, GERMAN])
def test_each_name_stands_in_an_element_of_its_language(name: str) -> None:
    site, of, seen = site_of_body(name, TODAY), names(name), set()
    for address, page in site.pages.items():
        if address.startswith(("editors/", "how-to-read")):
            continue  # the pages of the software itself
        for said, language in texts(page.html):
            found = {text for text in of if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", said)}
            assert {of[text] for text in found} <= {language}, (address, said)
            seen |= found
    assert len(seen) > len(of) / 2


@pytest.mark.slow
def test_a_heading_has_its_title_in_each_language() -> None:
    site, records = site_of_body(WELSH, TODAY), body(WELSH).public.records
    entries: list[tuple[str, AgendaItem | Minute]] = [*every_item(records), *every_minute(records)]
    seen = 0
    for meeting_id, entry in entries:
        if isinstance(entry.title, Worded) and len(entry.title.versions) > 1:
            page = site.pages[f"meetings/{meeting_id}/{'agenda' if entry.kind == 'item' else 'minutes'}/"]
            heading = f"{entry.kind}-{entry.key}-heading"
            (element,) = html.fromstring(page.html).xpath("//*[@id=$heading]", heading=heading)
            assert " / ".join(entry.title.versions.values()) in element.text_content()
            seen += 1
    assert seen


@pytest.mark.slow
@pytest.mark.parametrize("name", [WELSH, GERMAN])
def test_no_mark_reaches_a_file_and_no_foreign_name_an_attribute(name: str) -> None:
    site, of = site_of_body(name, TODAY), names(name)
    for page in site.pages.values():
        assert not MARKS.search(page.html)
        for element in html.fromstring(f"<div>{page.html}</div>").iter(etree.Element):
            said = [element.get(attribute, "") for attribute in ATTRIBUTES]
            assert not [text for text in of for each in said if re.search(rf"\b{re.escape(text)}\b", each)]
    assert not [address for address, file in site.files.items() if MARKS.search(file.content.decode())]


@pytest.mark.slow
def test_a_passage_says_its_language_on_each_block() -> None:
    site = site_of_body(GERMAN, TODAY)
    minutes = site.pages["meetings/2026-05-19/minutes/"].html
    assert '<p lang="de">Der Wehrführer nennt zwei Gründe:</p>' in minutes
    assert '<ol lang="de">\n<li>Es gab mehr Stürme.</li>' in minutes
    paper = site_of_body(WELSH, TODAY).pages["meetings/2026-03-12/papers/ysgol-newydd/"].html
    assert "<ul" in paper
    assert '<ul lang="cy">\n<li>mae' in paper
    assert "<p>The new school has room for 240 children.</p>" in paper
    assert '<p lang="cy">Y gost yw' in paper
    assert "<p>The cost is £2,000,000." in paper


@pytest.mark.slow
def test_a_figure_with_names_in_another_language_alone_is_not_described() -> None:
    site, public = site_of_body(GERMAN, TODAY), body(GERMAN).public
    page = site.pages["indicators/einsaetze/"].html
    why = "Names in this figure are in German only, so this site writes no description of it."
    assert f"<p>{why} The chart shows the figures of the table.</p>" in page
    assert f'alt="The chart shows the figures of the table. {why}"' in page
    assert "Description of the figure" not in page
    assert "explorer" not in page
    assert '<th scope="col" class="number"><span lang="de">Zahl der Einsätze</span></th>' in page
    assert not figure_words(public.records.indicators["einsaetze"], public.figures["einsaetze"]).told


@pytest.mark.slow
def test_series_in_another_language_are_marked_in_sentences_and_tables() -> None:
    site = site_of_body(GERMAN, TODAY)
    day, night = '<span lang="de">am Tag</span>', '<span lang="de">in der Nacht</span>'
    assert f"This is about: {day} and {night}." in site.pages[""].html
    page = site.pages["indicators/ausrueckezeit/"].html
    assert f'<th scope="col" class="number">{day} (minutes)</th>' in page
    assert f'<p>2025 ({day}): <span lang="de">Zwei Alarme fehlen.</span></p>' in page


@pytest.mark.slow
def test_a_figure_with_english_names_is_described_in_english() -> None:
    site = site_of_body(GERMAN, TODAY)
    page = site.pages["indicators/braende/"].html
    assert '<h1><span lang="de">Brände</span> / Fires</h1>' in page
    assert "The number of fires for the municipality of Mühlau fell by 2, from 9 in 2024 to 7 in 2025." in page
    assert '<p lang="de">Ohne Fehlalarme.</p>' in page


@pytest.mark.slow
def test_files_beside_a_figure_say_the_language_of_its_names() -> None:
    site = site_of_body(GERMAN, TODAY)
    described = json.loads(site.files["indicators/einsaetze/einsaetze.csv-metadata.json"].content)
    assert described["dc:title"] == {"@value": "Einsätze der Feuerwehr", "@language": "de"}
    assert described["tableSchema"]["columns"][1]["titles"] == {"de": "Zahl der Einsätze"}
    assert described["tableSchema"]["columns"][0]["titles"] == "Period"
    drawn = etree.fromstring(site_of_body(WELSH, TODAY).files["indicators/galwadau/galwadau.svg"].content)
    said = {"".join(text.itertext()): text.get("lang") for text in drawn.iter("{*}title", "{*}desc", "{*}text")}
    assert drawn.get("lang") == "en-GB"
    assert (said["Galwadau am gymorth"], said["Y dref"], said["12"]) == ("cy", "cy", None)


@pytest.mark.slow
def test_feed_and_calendar_say_the_language_of_what_is_all_in_one() -> None:
    site = site_of_body(GERMAN, TODAY)
    feed = etree.fromstring(site.files["feed.xml"].content)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    told = {element.text: element.get(language) for element in feed.iterfind("{*}entry/*")}
    assert told["Die Vorlage begründet den Haushalt."] == "de"
    assert told["Paper for 19 May 2026: Vorlage zur Haushaltssatzung"] is None
    assert feed.get(language) == "en-GB"
    (event,) = Calendar.from_ical(site.files["calendar.ics"].content).walk("VEVENT")
    assert event["LOCATION"].params["LANGUAGE"] == "de"
    assert "LANGUAGE" not in event["SUMMARY"].params


@pytest.mark.slow
def test_feed_and_calendar_have_what_was_typed_in_two_languages_in_both() -> None:
    site = site_of_body(WELSH, TODAY)
    feed = etree.fromstring(site.files["feed.xml"].content)
    told = [text.text for text in feed.iterfind("{*}entry/{*}summary")]
    assert "Codir yr ysgol newydd. Diolchwyd i bawb. / Everybody was thanked." in told
    events = Calendar.from_ical(site.files["calendar.ics"].content).walk("VEVENT")
    places = [event["LOCATION"] for event in events if "LOCATION" in event]
    assert places == ["Neuadd y Sir / County Hall, Stryd y Bont"]


@pytest.mark.slow
def test_a_list_goes_by_the_alphabet_of_the_publication() -> None:
    page = site_of_body(GERMAN, TODAY).pages["a-to-z/"].html
    entries = [re.sub(r"<[^>]*>", "", entry) for entry in re.findall(r"<li><a href=\"\.\./.*?</li>", page)]
    at = entries.index("Änderung der Geschäftsordnung")
    assert entries[at - 1 : at + 2] == ["Actions", "Änderung der Geschäftsordnung", "Ausrückezeit der Feuerwehr"]
    assert entries.count("Brände / Fires") == 2  # under B and under F: neither is only a translation


@pytest.mark.slow
def test_the_frame_says_the_language_of_the_page_and_of_its_title() -> None:
    site, panel = site_of_body(GERMAN, TODAY), body(GERMAN).public.records.panel
    assert panel is not None
    matter = site.pages["matters/haushalt/"]
    german = frame(panel, site, matter.address, matter.title, matter.summary)
    assert (german["language"], german["title_language"]) == ("en-GB", "de")
    assert german["title"] == "Haushaltssatzung – Gemeindevertretung Mühlau"
    assert german["description"] == "Haushaltssatzung: every agenda item, minute and decision."
    actions = site.pages["actions/"]
    assert frame(panel, site, actions.address, actions.title, actions.summary)["title_language"] == ""


def test_a_mark_that_is_typed_is_refused(tmp_path: Path) -> None:
    data = Path(shutil.copytree(FOLDER / GERMAN, tmp_path / "data"))
    typed = marked("Haushalt", 'de" onclick="')
    (data / "matters.yml").write_text(f"matters:\n  - id: haushalt\n    title: {typed}\n", encoding="utf-8")
    found = read_folder(data).problems
    assert [problem.code for problem in found] == ["unknown-character"]
    assert {problem.severity for problem in found} == {"error"}


def changed(folder: Path, name: str, file: str, typed: str, instead: str) -> Dossier:
    """Read a body in which one passage of a file is another."""
    data = Path(shutil.copytree(FOLDER / name, folder / "data"))
    text = (data / file).read_text(encoding="utf-8")
    assert typed in text
    (data / file).write_text(text.replace(typed, instead), encoding="utf-8")
    reading = read_folder(data)
    assert reading.problems == ()
    return Dossier(reading.records)


def built(dossier: Dossier) -> Site:
    return build(dossier, TODAY, TEMPLATES, default_folder())


@pytest.mark.slow
def test_the_english_of_the_publication_is_that_of_its_pages(tmp_path: Path) -> None:
    american = changed(tmp_path, GERMAN, "regimes/own.yml", "language: de", "language: en-US")
    site, panel = built(american), american.records.panel
    assert panel is not None
    assert frame(panel, site, "", "Home", "Home")["language"] == "en-US"
    assert b'xml:lang="en-US"' in site.files["feed.xml"].content
    assert b'lang="en-US"' in site.files["indicators/einsaetze/einsaetze.svg"].content
    assert "lang=" not in site.pages["meetings/2026-05-19/minutes/"].html


def test_rules_on_english_words_pass_over_other_languages(tmp_path: Path) -> None:
    file = "meetings/2026-03-12/agenda.yml"
    codes = {"long-sentence", "abbreviation-unexplained", "hard-to-read", "hard-word"}
    assert codes.isdisjoint(problem.code for problem in check(body(WELSH)))
    english = changed(tmp_path, WELSH, file, "    language: cy\n", "")
    assert {"long-sentence", "abbreviation-unexplained"} <= {problem.code for problem in check(english)}


def test_letters_of_another_alphabet_are_told_where_they_are_mixed(tmp_path: Path) -> None:
    mixed = changed(tmp_path, WELSH, "matters.yml", "Llwybr yr afon", "Llwybr yr аfon")
    assert "look-alike" in {problem.code for problem in check(mixed)}


def test_a_name_without_english_is_told_once_for_each_figure() -> None:
    every = [problem for problem in check(body(GERMAN)) if problem.code == "english-needed"]
    assert [Path(problem.place.file).stem for problem in every] == ["ausrueckezeit", "einsaetze"]
    told = every[-1]
    assert told.message == '"Zahl der Einsätze" is in German only, so these figures are not described.'
    assert unmarked(told.message) == told.message
    assert told.severity == "warning"


def test_the_language_of_a_file_holds_for_all_entries_of_its_list(tmp_path: Path) -> None:
    welsh = ("llwybr", "ysgol-newydd")
    entries = "".join(f"  - id: {name}\n    title: Teitl\n" for name in welsh)
    english = "  - id: bridge\n    title: A bridge\n    language: en\n"
    data = Path(shutil.copytree(FOLDER / WELSH, tmp_path / "data"))
    (data / "matters.yml").write_text(f"language: cy\nmatters:\n{entries}{english}", encoding="utf-8")
    reading = read_folder(data)
    assert reading.problems == ()
    told = {name: matter.language for name, matter in reading.records.matters.items()}
    assert told == {**dict.fromkeys(welsh, "cy"), "bridge": "en"}
