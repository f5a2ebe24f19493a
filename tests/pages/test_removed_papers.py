"""A paper that was withdrawn and removed is gone: no text of it is in any byte of the site, and its place says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from panelpapers.checking import check
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages.build import build
from panelpapers.pages.places import known_addresses
from panelpapers.pages.site import Site
from panelpapers.publication import check_folder, publish, remember
from panelpapers.reading.published import PUBLISHED, hash_of
from panelpapers.records.agenda import AgendaItem
from panelpapers.records.document import Attachment
from panelpapers.records.meeting import Matter
from panelpapers.records.paper import Paper
from panelpapers.records.problem import Problem
from panelpapers.records.publication import Records
from tests.marked import MARK, marked
from tests.pages.reading_pages import words
from tests.river_valley import TEMPLATES, TODAY, copy_with, river_valley, site_of

pytestmark = pytest.mark.slow

MEETING: Final = "2027-03-31"
NEUTRAL: Final = f"meetings/{MEETING}/papers/withdrawn-paper/"
OLD: Final = f"meetings/{MEETING}/papers/{MARK}/"
WITHDRAWN: Final = {
    "on": "2027-04-02",
    "reason": "It named a private person.",
    "removed": "yes",
    "title": "A withdrawn paper",
    "address": "withdrawn-paper",
}


def where(site: Site) -> list[str]:
    """Give the places of the mark in the whole site, but for where a host needs a file: the old address itself."""

    def output() -> Iterator[tuple[str, str]]:
        for address, page in site.pages.items():
            yield address, f"{address} {page.title} {page.summary} {page.html} {page.trail}"
        for address, file in site.files.items():
            yield address, f"{address.removeprefix(OLD)} {file.content.decode('utf-8')}"

    return [address for address, content in output() if MARK in content]


def with_paper(shape: str, withdrawn: dict[str, str] | None) -> Records:
    """Give the small panel with a paper full of marks, in sections or in parts, and with what else points to it."""
    other_shape = "parts" if shape == "sections" else "sections"
    values = marked(Paper, "withdrawn", "authors", other_shape)
    paper = Paper.model_validate(
        {**values, "item": "3", "withdrawn": withdrawn} if withdrawn else {**values, "item": "3"}
    )
    records = river_valley()
    (key, other) = next(iter(records.papers.items()))
    appendix = {"label": "Appendix 1", "title": "What was appended", "paper": MARK}
    other = Paper.model_validate({**_typed(other), "appendices": [appendix]})
    agenda = records.agendas[MEETING]
    file = Attachment(file=f"{MARK}.pdf", title="A map", accessible="not known")
    items = [one.model_copy(update={"attachments": [file]}) if one.number == "3" else one for one in agenda.items]
    agendas = {**records.agendas, MEETING: agenda.model_copy(update={"items": items})}
    return replace(records, papers={key: other, (MEETING, MARK): paper}, agendas=agendas)


def _typed(paper: Paper) -> dict[str, Any]:
    return {
        name: getattr(paper, name) for name in ("title", "kind", "item", "summary", "background_papers", "sections")
    }


@pytest.mark.parametrize("shape", ["sections", "parts"])
def test_no_text_of_a_removed_paper_is_in_the_site(shape: str) -> None:
    records = with_paper(shape, WITHDRAWN)
    published = [OLD, f"{OLD}#paragraph-{MARK}", f"meetings/{MEETING}/{MARK}.pdf"]
    site = build(Dossier(records), TODAY, TEMPLATES, published=published)
    assert where(site) == []
    assert [address for address in site.files if MARK in address] == [f"{OLD}index.html"]
    assert 'url=../withdrawn-paper/"' in site.files[f"{OLD}index.html"].content.decode()
    assert "_redirects" not in site.files, "it would name the old address"


def test_nor_is_it_in_the_data_for_other_programs_or_in_what_a_page_tells_them() -> None:
    """The database and every other file, the JSON-LD of pages, and what they say of their history."""
    records = with_paper("sections", WITHDRAWN)
    assert records.panel
    records = replace(records, panel=records.panel.model_copy(update={"data_files": True}))
    site = build(Dossier(records), TODAY, TEMPLATES, home="https://papers.example/panel/", published=[OLD])
    assert {"data/panel.db", "data/popolo.json", "feeds/all.json", "lately.json"} <= site.files.keys()
    holding = {address for address, file in site.files.items() if MARK.encode() in file.content}
    assert holding == set()
    assert MARK not in str([*site.linked.values(), *site.histories.values()])


@pytest.mark.parametrize("shape", ["sections", "parts"])
def test_the_marks_are_found_where_a_paper_is_only_withdrawn(shape: str) -> None:
    """The search itself is tried, and a paper of which nothing is secret stays part of the record."""
    records = with_paper(shape, {"on": "2027-04-02", "reason": "A table was wrong."})
    matters = {**records.matters, MARK: Matter(id=MARK, title="What it is about")}
    found = where(site_of(replace(records, matters=matters)))
    pages = {*("notes/", "abbreviations/", "accessibility/", "a-to-z/", "feed.xml", "search/references.json", OLD)}
    assert pages | {f"meetings/{MEETING}/{page}" for page in ("", "agenda/", "whole/")} <= set(found)


def test_its_place_says_so_and_leads_to_its_item() -> None:
    records = with_paper("sections", WITHDRAWN)
    told = words(str(site_of(records).pages[NEUTRAL].html))
    assert told.startswith("A withdrawn paper Report for the meeting of 31 March 2027")
    assert "This paper was withdrawn on 2 April 2027. It named a private person." in told
    assert "Its text and its documents are no longer published." in told
    assert "agenda item 3: Patrols" in told
    assert "A withdrawn paper (withdrawn)" in words(str(site_of(records).pages[f"meetings/{MEETING}/agenda/"].html))


def test_a_paper_may_keep_its_own_title_and_address() -> None:
    why = {name: value for name, value in WITHDRAWN.items() if name not in ("title", "address")}
    records = with_paper("sections", why)
    paper = public(records).papers[MEETING, MARK]
    assert paper.title == f"Of {MARK}."
    assert MARK not in repr(paper.model_copy(update={"title": ""}))
    site = build(Dossier(records), TODAY, TEMPLATES, published=[OLD])
    assert OLD in site.pages
    assert OLD in known_addresses(Dossier(public(records)))


def test_only_what_is_named_stays_of_an_exempt_item() -> None:
    """Whatever an editor typed beside the title, the reasons and the place is not published."""
    ids = ("matter", "function", "confirms", "next_meeting", "exempt", "number", "title")
    exempt = {"paragraphs": ["1"], "public_interest": "It is about people who can be recognised."}
    values = {**marked(AgendaItem, *ids), "number": "8", "title": "Staffing of the Panel", "exempt": exempt}
    records = river_valley()
    agenda = records.agendas[MEETING]
    items = [AgendaItem.model_validate(values) if item.number == "8" else item for item in agenda.items]
    hidden = replace(records, agendas={**records.agendas, MEETING: agenda.model_copy(update={"items": items})})
    site = site_of(hidden)
    assert where(site) == []
    told = words(str(site.pages[f"meetings/{MEETING}/agenda/"].html))
    assert "Added on 24 March 2027. Urgent business, without the usual notice. Consent item" in told
    assert "Withdrawn on 24 March 2027. The meeting did not reach this item." in told


TITLE: Final = "Complaint of Ann Other"
FORM: Final = """\
title: {title}
kind: report
item: 3
summary: The paper is about a complaint.
background_papers: none
sections:
  - title: Withdrawn
{text}"""
TEXT: Final = """\
    paragraphs:
      - number: 1
        text: Ann Other of 7 Mill Lane complained.
documents:
  - title: Letter of Ann Other
    format: PDF
    accessible: not known
    instead: This page gives it.
    address: https://example.org/ann-other
"""
WHY: Final = """\
withdrawn:
  on: 2027-04-02
  reason: It named a private person.
  removed: yes
"""
PAPERS: Final = f"meetings/{MEETING}/papers"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give the folder of the small panel, with a paper about a person, and everything published."""
    folder = copy_with(tmp_path, {f"{PAPERS}/ann-other.yml": FORM.format(title=TITLE, text=TEXT)})
    remember(check_folder(folder), folder)
    return folder


def write(data: Path, name: str, title: str, text: str, why: str) -> None:
    (data / PAPERS / name).write_text(FORM.format(title=title, text=text) + why, encoding="utf-8")


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def everything(data: Path) -> str:
    site = publish(data, TEMPLATES, TODAY).site
    assert site is not None
    pages = [f"{page.address} {page.title} {page.summary} {page.html}" for page in site.pages.values()]
    return "\n".join((*pages, *(file.content.decode() for file in site.files.values()))).casefold()


def test_a_paper_is_taken_out_at_once_under_its_old_file(data: Path) -> None:
    """The file keeps its name, so that the old address can lead on; everything else forgets it."""
    write(data, "ann-other.yml", TITLE, TEXT, f"{WHY}  title: A withdrawn paper\n  address: withdrawn-paper\n")
    assert codes(check_folder(data).problems) == ["withdrawn-text", "withdrawn-address"]
    for word in ("ann other", "ann-other", "mill lane", "about a complaint"):
        assert word not in everything(data)
    site = publish(data, TEMPLATES, TODAY).site
    assert site is not None
    assert f"{PAPERS}/ann-other/index.html" in site.files

    write(data, "ann-other.yml", "A withdrawn paper", "", f"{WHY}  address: withdrawn-paper\n")
    assert remember(check_folder(data), data) == [NEUTRAL]
    assert check_folder(data).problems == ()
    listed = (data / PUBLISHED).read_text(encoding="utf-8")
    assert "ann-other" not in listed
    assert hash_of(f"{PAPERS}/ann-other/") in listed
    assert remember(check_folder(data), data) == []


@pytest.mark.parametrize("listed_as_hash", [False, True])
def test_its_file_can_get_another_name_and_then_leads_nowhere(data: Path, listed_as_hash: bool) -> None:
    if listed_as_hash:
        write(data, "ann-other.yml", "A withdrawn paper", "", f"{WHY}  address: withdrawn-paper\n")
        remember(check_folder(data), data)
    (data / PAPERS / "ann-other.yml").unlink()
    write(data, "withdrawn-paper.yml", "A withdrawn paper", "", WHY)
    (problem,) = check_folder(data).problems
    line = '{{was: "{}", on: (the day)}}'.format(hash_of(f"{PAPERS}/ann-other/"))
    assert (problem.code, line in problem.fix) == ("address-gone", True)
    assert publish(data, TEMPLATES, TODAY).site is None
    (data / "renamed.yml").write_text(f"gone:\n  - {line.replace('(the day)', '2027-04-02')}\n")
    remember(check_folder(data), data)
    assert check_folder(data).problems == ()
    assert "ann-other" not in (data / PUBLISHED).read_text(encoding="utf-8")
    assert "ann-other" not in everything(data)


def test_only_papers_and_files_can_be_gone(data: Path) -> None:
    """Anybody may propose a hash; no meeting and no minute can be made to disappear with it."""
    (data / "meetings" / "2027-06-02" / "agenda.yml").unlink()
    address = "meetings/2027-06-02/agenda/"
    (data / "renamed.yml").write_text(f"gone:\n  - was: {hash_of(address)}\n    on: 2027-04-02\n")
    assert "address-gone" in codes(check_folder(data).problems)


def test_an_attached_file_of_a_removed_paper_is_asked_for_no_more(data: Path) -> None:
    file = f"meetings/{MEETING}/ann-other.pdf"
    with (data / PUBLISHED).open("a") as opened:
        opened.write(f"{file}\n")
    assert codes(check_folder(data).problems) == ["address-gone"]
    text = TEXT.replace("address: https://example.org/ann-other", "file: ann-other.pdf")
    write(data, "ann-other.yml", TITLE, text, WHY)
    assert "address-gone" not in codes(check_folder(data).problems)
    remember(check_folder(data), data)
    assert file not in (data / PUBLISHED).read_text(encoding="utf-8")


def test_links_to_the_old_address_are_told_with_the_new_one(data: Path) -> None:
    agenda = data / "meetings" / "2027-06-02" / "agenda.yml"
    link = f"See [the paper](/{PAPERS}/ann-other/#paragraph-1)."
    agenda.write_text(f"{agenda.read_text()}  - number: 2\n    title: A matter\n    text: {link}\n")
    (data / "renamed.yml").write_text(f"renamed:\n  - was: {PAPERS}/old/\n    now: {PAPERS}/ann-other/\n")
    with (data / PUBLISHED).open("a") as opened:
        opened.write(f"{PAPERS}/old/\n")
    assert check_folder(data).problems == ()
    write(data, "ann-other.yml", "A withdrawn paper", "", f"{WHY}  address: withdrawn-paper\n")
    problems = [one for one in check_folder(data).problems if one.severity == "error"]
    assert [(one.code, f"{PAPERS}/withdrawn-paper/" in one.fix) for one in problems] == [
        ("dead-link", True),
        ("renamed-again", True),
    ]
    agenda.write_text(agenda.read_text().replace("ann-other/#paragraph-1", "withdrawn-paper/"))
    (data / "renamed.yml").write_text(f"renamed:\n  - was: {PAPERS}/old/\n    now: {NEUTRAL}\n")
    site = publish(data, TEMPLATES, TODAY).site
    assert site is not None
    assert f"{PAPERS}/old/index.html" in site.files
    assert "_redirects" not in site.files, "an older name may say it too"


def test_a_place_that_was_renamed_on_its_page_is_forgotten(data: Path) -> None:
    place = f"{PAPERS}/ann-other/#annex-ann-other"
    (data / "renamed.yml").write_text(f"renamed:\n  - was: {place}\n    now: {PAPERS}/ann-other/#paragraph-1\n")
    with (data / PUBLISHED).open("a") as opened:
        opened.write(f"{place}\n")
    assert check_folder(data).problems == ()
    write(data, "ann-other.yml", "A withdrawn paper", "", WHY)
    assert check_folder(data).problems == ()
    assert "annex-ann-other" not in everything(data)


def test_where_its_title_still_stands_people_are_told(data: Path) -> None:
    """The software does not write the texts of others anew."""
    agenda = data / f"meetings/{MEETING}/agenda.yml"
    agenda.write_text(
        agenda.read_text().replace("title: Patrols\n", "title: Patrols, and complaint of\n      Ann  Other\n")
    )
    why = f"{WHY}  title: A withdrawn paper\n".replace("It named", "The complaint of ann other named")
    write(data, "ann-other.yml", TITLE, "", why)
    told = [one for one in check_folder(data).problems if one.code == "withdrawn-title"]
    assert [(one.place.file.rpartition("/")[2], one.severity) for one in told] == [
        ("agenda.yml", "warning"),
        ("ann-other.yml", "warning"),
    ]
    assert (
        told[1].place.line
        == (data / PAPERS / "ann-other.yml")
        .read_text()
        .splitlines()
        .index("  reason: The complaint of ann other named a private person.")
        + 1
    )


@pytest.mark.parametrize(("address", "expected"), [("patrols", 1), ("other", 0)])
def test_a_neutral_address_is_its_own(address: str, expected: int) -> None:
    records = with_paper("sections", {**WITHDRAWN, "address": address})
    assert [one.code for one in check(Dossier(records))].count("withdrawn-address-taken") == expected
