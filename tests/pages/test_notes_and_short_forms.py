"""The pages of editor's notes and of short forms, from the records of the first publication."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from panelpapers.charts import default_folder
from panelpapers.facts.citations import paragraphs
from panelpapers.facts.dossier import Dossier
from panelpapers.pages import addresses
from panelpapers.pages.actions import action_pages
from panelpapers.pages.figures import figures_of
from panelpapers.pages.meetings import meeting_index_pages, meeting_pages, paper_pages, whole_pages
from panelpapers.pages.members import member_pages
from panelpapers.pages.notes import abbreviation_pages, note_pages
from panelpapers.pages.plan import function_pages, plan_pages, programme_pages
from panelpapers.pages.registers import decision_pages, matter_pages
from panelpapers.pages.rendering import Renderer
from panelpapers.pages.site import Page
from panelpapers.records.publication import Records
from tests.first_publication import TODAY, first_publication
from tests.pages.reading_pages import small_site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def records() -> Records:
    return first_publication()


@pytest.fixture(scope="module")
def renderer(records: Records) -> Renderer:
    return Renderer(ROOT / "theme_overrides", records, TODAY)


@pytest.fixture(scope="module")
def pages(records: Records, renderer: Renderer) -> dict[str, Page]:
    """Give the pages beside those of indicators, by their address."""
    dossier = Dossier(records)
    figures = figures_of(dossier, default_folder())
    of_meetings = (meeting_index_pages, meeting_pages, partial(paper_pages, figures=figures), member_pages)
    registers = (action_pages, decision_pages, plan_pages, programme_pages, function_pages)
    made = [page for maker in (*of_meetings, *registers) for page in maker(dossier, renderer)]
    made += matter_pages(dossier, renderer, figures)
    pages = {page.address: page for page in made if isinstance(page, Page)}
    return {**pages, **{page.address: page for page in whole_pages(dossier, pages, renderer)}}


def plain(page: Page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.html).replace("&#34;", '"').replace("&#39;", "'").split())


@pytest.mark.parametrize(
    "words",
    [
        'The table prints "Action ref 2269", which is commitment 226 with a footnote mark.',
        "The report and the slides disagree on the baseline for violence offences.",
        "The first period has 13 months and the second has 5.",
        "The key has lost the names of its colours in the text of the pack.",
        "its link leads nowhere in our copy of the pack",
    ],
)
def test_a_fault_of_the_source_is_found_on_one_page(words: str, records: Records, renderer: Renderer) -> None:
    assert words in plain(next(note_pages(records, renderer)))


def test_every_note_leads_to_its_place(records: Records, renderer: Renderer, pages: dict[str, Page]) -> None:
    links = re.findall(r'href="\.\./([^"#]*)(?:#([^"]*))?"', next(note_pages(records, renderer)).html)
    assert len(links) > 100
    for address, anchor in links:
        assert address in pages or address.startswith("indicators/")
        if anchor and address in pages:
            assert f'id="{anchor}"' in pages[address].html, f"{address}#{anchor}"


def test_what_is_no_note_is_not_among_the_notes(records: Records, renderer: Renderer) -> None:
    text = plain(next(note_pages(records, renderer)))
    for paper in records.papers.values():
        for _, _, paragraph in paragraphs(paper):
            assert " ".join(paragraph.text.split())[:80] not in text


def test_a_short_form_for_two_things_is_told_in_words(records: Records, renderer: Renderer) -> None:
    text = plain(next(abbreviation_pages(Dossier(records), renderer)))
    assert "PCP stands for two things" in text
    assert "Police and Crime Plan. Used in Bringing Offenders to Justice" in text
    assert "Police and Crime Panel. Used in" in text


def test_ids_of_short_forms_stand_once(records: Records, renderer: Renderer) -> None:
    ids = re.findall(r'id="([^"]+)"', next(abbreviation_pages(Dossier(records), renderer)).html)
    assert len(ids) == len(set(ids))


def test_panel_without_short_forms_has_no_list_of_them() -> None:
    assert addresses.ABBREVIATIONS not in small_site().pages
