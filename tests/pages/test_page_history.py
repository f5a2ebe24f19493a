"""What pages say of when they were published and changed: from records alone, and with Git where it is asked."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from panelpapers.facts.changed import history_of
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.history import histories, with_git
from panelpapers.pages.site import Page, Site
from panelpapers.reading.folder import read_folder
from panelpapers.reading.git_dates import Kept, git_dates
from panelpapers.words.changed import gathered, kept, told
from tests.river_valley import FOLDER, TODAY, river_valley

MEETING = "2027-03-31"
AGENDA, PAPER = f"meetings/{MEETING}/agenda/", f"meetings/{MEETING}/papers/patrols/"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (
            ("agendas", (MEETING,)),
            [
                "Published on 22 March 2027.",
                "29 March 2027: an item was taken out: Police stations.",
                "29 March 2027: an item was added: Bridge closure.",
            ],
        ),
        (("papers", (MEETING, "patrols")), ["Published on 24 March 2027.", "30 March 2027: it was withdrawn."]),
        (
            ("minutes", ("2027-01-20",)),
            ["No record gives the day on which this was published.", "31 March 2027: minute 2 was corrected."],
        ),
        (
            ("meetings", (MEETING,)),
            [
                "No record gives the day on which this was published.",
                "No record on this site tells of a change since.",
            ],
        ),
    ],
)
def test_a_document_says_when_it_was_published_and_what_changed(
    document: tuple[str, tuple[str, ...]], said: list[str]
) -> None:
    assert [*told(history_of(Dossier(river_valley()).public.on(TODAY), document, TODAY))] == said


@pytest.mark.parametrize(
    ("address", "html", "said"),
    [
        (
            "actions/2027/",
            '<a href="../../meetings/2027-03-31/agenda/#item-2"></a><a href="../../meetings/2027-01-20/minutes/">',
            ["Last published or changed of what this page leads to: Minutes of January, on 31 March 2027."],
        ),
        (
            "meetings/2027-03-31/",
            '<a href="agenda/">Agenda</a> <a href="papers/patrols/#paragraph-3">Paragraph 3</a>',
            ["Last published or changed of what this page leads to: Patrols, on 30 March 2027."],
        ),
        (
            "meetings/2027-03-31/whole/",
            '<a href="../../../meetings/2027-01-20/minutes/">Minutes</a>',
            ["Last published or changed of what is on this page: Patrols, on 30 March 2027."],
        ),
        ("about/", '<a href="../meetings/2027-03-31/">Meeting</a> <a href="https://a.example/agenda/">', []),
    ],
)
def test_a_page_that_gathers_documents_says_what_changed_last_of_them(
    address: str, html: str, said: list[str]
) -> None:
    titles = {AGENDA: "Agenda of March", PAPER: "Patrols", "meetings/2027-01-20/minutes/": "Minutes of January"}
    pages = {at: Page(at, title, "", Markup()) for at, title in titles.items()}
    site = Site({**pages, address: Page(address, "A page", "", Markup(html))}, {}, made_on=TODAY)  # noqa: S704
    assert [*histories(Dossier(river_valley()).public.on(TODAY), site).get(address, ())] == said


def test_many_documents_of_one_day_are_counted() -> None:
    day = date(2027, 3, 30)
    assert gathered(["A", "B", "C"], day, here=False).endswith(" leads to: A, B and C, on 30 March 2027.")
    assert gathered(["A", "B", "C", "D"], day, here=False).endswith(" leads to: 4 documents, on 30 March 2027.")


def test_no_change_is_told_before_its_day() -> None:
    day = date(2027, 3, 29)
    assert [*told(history_of(Dossier(river_valley()).public.on(day), ("papers", (MEETING, "patrols")), day))] == [
        "Published on 24 March 2027.",
        "No record on this site tells of a change since.",
    ]


def test_days_of_git_are_said_in_a_sentence() -> None:
    first, last = date(2027, 1, 5), date(2027, 2, 1)
    assert kept(first, last) == (
        "Git keeps the file of this page since 5 January 2027, and its last change of 1 February 2027."
    )
    assert kept(first, first) == "Git keeps the file of this page since 5 January 2027, and no change of it since."


def test_of_a_document_of_which_a_part_is_kept_back_git_says_nothing() -> None:
    records = read_folder(FOLDER).records
    days = Kept(date(2027, 1, 5), date(2027, 2, 1))
    files = {record.at().file.removeprefix(f"{FOLDER}/"): days for _, _, record in records.every()}
    site = Site({}, {}, made_on=TODAY, histories={AGENDA: ("A.",), PAPER: ("B.",), "about/": ("C.",)})
    said = with_git(site, Dossier(records), files, str(FOLDER)).histories
    assert said[AGENDA] == ("A.",), "item 8 of it is exempt"
    assert len(said[PAPER]) == 2
    assert said["about/"] == ("C.",)


def git(folder: Path, *arguments: str, day: str = "2027-01-05") -> None:
    at = f"{day}T12:00:00+00:00"
    settings = {
        "GIT_AUTHOR_DATE": at,
        "GIT_COMMITTER_DATE": at,
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "PATH": "/usr/bin:/bin",
    }
    named = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", *named, *arguments], cwd=folder, env=settings, check=True, capture_output=True)


def test_git_is_asked_for_days_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    assert git_dates(data) == {}
    assert git_dates(tmp_path / "nowhere") == {}
    git(tmp_path, "init", "-q")
    (data / "panel.yml").write_text("a: 1\n", encoding="utf-8")
    (data / "ä b.yml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "other.yml").write_text("a: 1\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "\n2020-01-01\nother.yml")
    (data / "panel.yml").write_text("a: 2\n", encoding="utf-8")
    git(tmp_path, "commit", "-q", "-a", "-m", "B", day="2027-02-01")
    (data / "panel.yml").write_text("a: 3\n", encoding="utf-8")
    assert git_dates(data) == {
        "panel.yml": Kept(date(2027, 1, 5), date(2027, 2, 1)),
        "ä b.yml": Kept(date(2027, 1, 5), date(2027, 1, 5)),
    }
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", "part")
    assert git_dates(tmp_path / "part" / "data") == {}


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert git_dates(tmp_path) == {}
