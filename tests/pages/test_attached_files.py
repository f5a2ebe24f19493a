"""Files that papers and agendas attach are on the site, bit for bit; what is withheld is nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages.build import attached_files
from panelpapers.pages.places import known_addresses
from panelpapers.pages.renamings import leads
from panelpapers.pages.site import CopiedFile, FileChanged, Site
from panelpapers.publication import check_folder
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests.attached_files import TEXT, pdf
from tests.pages.reading_pages import links, words
from tests.river_valley import FOLDER, copy_with, site_of

MEETING = "meetings/2027-03-31"
MARK = b"% zq7-kept-back-4417"
MARKED = pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n" + MARK + b"\n")
AGENDA = (FOLDER / MEETING / "agenda.yml").read_text(encoding="utf-8")
OPEN_PAPER = """\
title: Patrols by day
kind: report
item: 3
summary: The paper counts patrols.
background_papers: none
sections: [{title: All, paragraphs: [{number: 1, text: There were 120 patrols.}]}]
documents:
  - title: The report as published
    file: report.pdf
    accessible: not known
    instead: This page gives it in words.
    address: https://example.org/report.pdf
"""


def attached(name: str, accessible: str = "not known") -> str:
    return (
        f"    attachments:\n      - file: {name}\n        title: List of stations\n        accessible: {accessible}\n"
        "        instead: The minutes.\n"
    )


def with_files(folder: Path, files: dict[str, bytes], texts: dict[str, str]) -> Path:
    data = copy_with(folder, {f"{MEETING}/{name}": text for name, text in texts.items()})
    for name, content in files.items():
        (data / MEETING / name).write_bytes(content)
    return data


def agenda_with(item: str, name: str, accessible: str = "not known") -> str:
    """Give the agenda with a file at the item of a title."""
    assert AGENDA.count(f"    title: {item}\n") == 1
    return AGENDA.replace(f"    title: {item}\n", f"    title: {item}\n{attached(name, accessible)}")


def records_of(data: Path) -> Records:
    reading = read_folder(data)
    assert [one.code for one in reading.problems] == []
    return reading.records


@pytest.fixture(scope="module")
def open_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    files = {"stations.pdf": pdf(TEXT, TEXT), "report.pdf": MARKED}
    texts = {"agenda.yml": agenda_with("Membership", "stations.pdf"), "papers/by-day.yml": OPEN_PAPER}
    return site_of(records_of(with_files(tmp_path_factory.mktemp("open"), files, texts)))


def test_a_file_of_an_agenda_is_on_the_site_as_it_is(open_site: Site) -> None:
    file = open_site.files[f"{MEETING}/stations.pdf"]
    assert isinstance(file, CopiedFile)
    assert file.content == pdf(TEXT, TEXT)
    assert links(open_site, f"{MEETING}/agenda/")["List of stations"] == f"{MEETING}/stations.pdf"
    told = words(open_site.pages[f"{MEETING}/agenda/"].html)
    size = f"{len(pdf(TEXT, TEXT)) / 1000:.1f} kB"
    assert f"Files of item 2 List of stations (PDF, 2 pages, {size}). Accessible: not known. The minutes." in told


def test_a_file_of_a_paper_is_on_the_site_and_its_other_address_is_told(open_site: Site) -> None:
    page = f"{MEETING}/papers/by-day/"
    assert open_site.files[f"{MEETING}/report.pdf"].content == MARKED
    assert links(open_site, page)["The report as published"] == f"{MEETING}/report.pdf"
    told = words(open_site.pages[page].html)
    assert f"Document The report as published Format PDF, 1 page, {len(MARKED)} bytes Also published at" in told


def test_the_whole_meeting_on_one_page_leads_to_the_file(open_site: Site) -> None:
    assert links(open_site, f"{MEETING}/whole/")["List of stations"] == f"{MEETING}/stations.pdf"


def test_the_address_of_a_file_is_known_and_stays(tmp_path: Path) -> None:
    texts = {"agenda.yml": agenda_with("Membership", "stations.pdf")}
    data = with_files(tmp_path, {"stations.pdf": pdf()}, texts)
    assert f"{MEETING}/stations.pdf" in known_addresses(Dossier(records_of(data)))
    (data / "published-addresses.txt").write_text(f"{MEETING}/stations.pdf\n{MEETING}/old.pdf\n", encoding="utf-8")
    gone = [one.message for one in check_folder(data).problems if one.code == "address-gone"]
    assert len(gone) == 1
    assert "old.pdf" in gone[0]


def test_a_renamed_file_is_copied_to_its_old_address_too(tmp_path: Path) -> None:
    texts = {"agenda.yml": agenda_with("Membership", "stations.pdf")}
    data = with_files(tmp_path, {"stations.pdf": pdf()}, texts)
    (data / "renamed.yml").write_text(
        f"renamed: [{{was: {MEETING}/old.pdf, now: {MEETING}/stations.pdf}}]\n", encoding="utf-8"
    )
    records = records_of(data)
    assert f"{MEETING}/old.pdf" in leads(records, (), known_addresses(Dossier(records)))
    assert site_of(records).files[f"{MEETING}/old.pdf"].content == pdf()


def test_a_file_of_a_withdrawn_paper_is_nowhere(tmp_path: Path, open_site: Site) -> None:
    """The mark is found while the paper is open, so that the search for it is known to work."""
    assert where(open_site) == [f"{MEETING}/report.pdf"]
    reason = "withdrawn: {on: 2027-03-30, reason: It named a person., removed: yes}\n"
    data = with_files(tmp_path, {"report.pdf": MARKED}, {"papers/by-day.yml": OPEN_PAPER + reason})
    checked = check_folder(data)
    site = site_of(checked.records)
    assert where(site) == []
    assert f"{MEETING}/report.pdf" not in links(site, f"{MEETING}/papers/by-day/").values()
    assert f"{MEETING}/report.pdf" not in known_addresses(Dossier(public(checked.records)))
    assert "withheld-file" in {one.code for one in checked.problems}


def test_a_file_of_an_exempt_item_is_nowhere_even_where_something_public_names_it_too(tmp_path: Path) -> None:
    texts = {"agenda.yml": agenda_with("Staffing of the Panel", "report.pdf"), "papers/by-day.yml": OPEN_PAPER}
    checked = check_folder(with_files(tmp_path, {"report.pdf": MARKED}, texts))
    assert where(site_of(checked.records)) == []
    told = {(one.code, one.severity) for one in checked.problems}
    assert {("withheld-file", "error"), ("exempt-text", "error")} <= told


def test_once_the_file_of_a_withdrawn_paper_is_deleted_nothing_is_told(tmp_path: Path) -> None:
    texts = {
        "papers/by-day.yml": OPEN_PAPER + "withdrawn: {on: 2027-03-30, reason: It named a person., removed: yes}\n"
    }
    data = with_files(tmp_path, {}, texts)
    (data / "published-addresses.txt").write_text(f"{MEETING}/report.pdf\n", encoding="utf-8")
    codes = {one.code for one in check_folder(data).problems}
    assert not {"missing-attachment", "withheld-file", "address-gone"} & codes


def test_a_file_with_a_fault_is_nowhere_even_if_nobody_asked_the_rules(tmp_path: Path) -> None:
    texts = {"agenda.yml": agenda_with("Membership", "stations.pdf")}
    records = records_of(with_files(tmp_path, {"stations.pdf": b"<html>"}, texts))
    assert list(attached_files(public(records))) == []


def test_a_file_that_nothing_names_is_nowhere(tmp_path: Path) -> None:
    records = records_of(with_files(tmp_path, {"other.pdf": pdf()}, {}))
    assert records.attached
    assert list(attached_files(public(records))) == []


def test_a_file_that_changes_while_the_site_is_made_is_told(tmp_path: Path) -> None:
    texts = {"agenda.yml": agenda_with("Membership", "stations.pdf")}
    data = with_files(tmp_path, {"stations.pdf": pdf()}, texts)
    (file,) = attached_files(public(records_of(data)))
    (data / MEETING / "stations.pdf").write_bytes(pdf(TEXT, TEXT))
    with pytest.raises(FileChanged, match="was changed"):
        _ = file.content


def test_no_name_of_a_file_is_the_address_of_a_page(open_site: Site) -> None:
    """A name that can be attached has a point and an ending, and no address of a page beside a meeting has one."""
    beside = {one.removeprefix(f"{MEETING}/") for one in open_site.pages if one.startswith(f"{MEETING}/")}
    assert beside > {"", "agenda/", "minutes/"}
    assert all("." not in one for one in beside)


def where(site: Site) -> list[str]:
    pages = [address for address, page in site.pages.items() if MARK in str(page.html).encode()]
    return pages + [address for address, file in site.files.items() if MARK in file.content]
