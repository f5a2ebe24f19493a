"""While data are being written: problems stand where the pages would be, and the day turns."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import pytest

from panelpapers.pages.edited import EVERYWHERE, pages_about
from panelpapers.publication import check_folder, day_of_building
from panelpapers.reading.folder import shown
from panelpapers.records.place import Place
from panelpapers.records.problem import Problem
from panelpapers.serving import PROBLEMS_PAGE, Application, answering, problems_page, ready, turn_the_day
from tests.project import PANEL, ROOT, command, environment, project

ENGLISH = ROOT / "tests" / "cases" / "second-panel"
HTML = ("Content-Type", "text/html")


def usual(pages: dict[str, str], asked_for: list[str]) -> Application:
    """Answer from some pages as MkDocs does."""

    def answer(asked: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = asked["PATH_INFO"]
        asked_for.append(path)
        kind = ("Content-Type", "text/css") if path.endswith(".css") else HTML
        start("200 OK" if path in pages else "404 Not Found", [kind])
        return [pages.get(path, "nothing here").encode()]

    return answer


def answered(application: Application, path: str) -> tuple[str, str]:
    said: list[str] = []
    body = application({"PATH_INFO": path}, lambda status, _: said.append(status))
    return said[0], b"".join(body).decode()


def test_while_the_data_are_wrong_every_address_tells_the_problems(tmp_path: Path) -> None:
    pages = {"/p/500.html": "problems", "/p/assets/panel.css": "look", "/p/members/": "members"}
    application = answering(usual(pages, []), tmp_path, "/p/")
    assert answered(application, "/p/members/") == ("200 OK", "members")
    assert answered(application, "/p/nowhere/") == ("404 Not Found", "nothing here")
    (tmp_path / PROBLEMS_PAGE).touch()
    del pages["/p/members/"]
    for path in ("/p/", "/p/members/", "/p/nowhere/", "/elsewhere"):
        assert answered(application, path) == ("500 The data are wrong", "problems")
    assert answered(application, "/p/assets/panel.css") == ("200 OK", "look")


def test_whoever_asks_during_the_repair_gets_the_page_asked_for(tmp_path: Path) -> None:
    pages, told = {"/": "home", "/members/": "members"}, tmp_path / PROBLEMS_PAGE
    told.touch()
    inner = usual(pages, [])

    def waits_for_the_repair(asked: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        told.unlink(missing_ok=True)
        return inner(asked, start)

    assert answered(answering(waits_for_the_repair, tmp_path, "/"), "/members/") == ("200 OK", "members")


def test_the_day_is_written_when_it_turns_and_not_before(tmp_path: Path) -> None:
    file, fifth, sixth = tmp_path / ".day", date(2026, 1, 5), date(2026, 1, 6)
    days, looks, texts = iter([fifth, fifth, fifth, sixth, sixth]), iter([False] * 4 + [True]), []

    def stopped(_: float) -> bool:
        texts.append(file.read_text(encoding="utf-8") if file.exists() else "")
        return next(looks)

    turn_the_day(file, lambda: next(days), stopped)
    assert texts == ["", "", "", "2026-01-06", "2026-01-06"]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-30T22:59:59", "2026-06-30"),
        ("2026-06-30T23:00:00", "2026-07-01"),
        ("2026-01-05T23:59:59", "2026-01-05"),
    ],
)
def test_the_clock_is_read_in_the_time_zone_of_the_panel(
    monkeypatch: pytest.MonkeyPatch, moment: str, day: str
) -> None:
    from datetime import UTC, datetime, tzinfo

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("panelpapers.publication.datetime", Clock)
    assert day_of_building({}, ENGLISH) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-07-01T00:30:00+01:00", "2026-07-01"),
        ("2026-06-30T23:59:59+01:00", "2026-06-30"),
        ("2026-01-05T00:00:00+00:00", "2026-01-05"),
        ("2026-01-04T23:59:59+00:00", "2026-01-04"),
        ("2026-10-25T00:30:00+01:00", "2026-10-25"),
    ],
)
def test_seconds_since_1970_are_read_in_the_time_zone_of_the_panel(moment: str, day: str) -> None:
    from datetime import datetime

    seconds = int(datetime.fromisoformat(moment).timestamp())
    assert day_of_building({"SOURCE_DATE_EPOCH": str(seconds)}, ENGLISH) == date.fromisoformat(day)


@pytest.mark.parametrize("today", ["5 January 2026", "2026-02-30", "tomorrow", "9" * 5000])
def test_a_day_that_is_no_date_is_told(today: str) -> None:
    with pytest.raises(ValueError, match=r"PANEL_TODAY: .* Write it in this form"):
        day_of_building({"PANEL_TODAY": today}, ENGLISH)


@pytest.mark.parametrize("epoch", ["now", "9" * 5000, "9" * 17, "-" + "9" * 17, "1.5"])
def test_a_number_of_seconds_that_is_none_is_told(epoch: str) -> None:
    with pytest.raises(ValueError, match=r"SOURCE_DATE_EPOCH: .* is not a number of seconds"):
        day_of_building({"SOURCE_DATE_EPOCH": epoch}, ENGLISH)


def test_the_page_of_problems_tells_each_with_place_line_and_cure(tmp_path: Path) -> None:
    data = shutil.copytree(PANEL, tmp_path / "data")
    (data / "panel.yml").write_text("nam: <b>Me</b>\n", encoding="utf-8")
    problems = check_folder(data).problems
    page = problems_page(problems, ROOT / "theme_overrides", "/panel/")
    assert page.count("<section>") == len(problems) > 1
    assert page.count("How to fix it: ") == len(problems)
    assert "panel.yml, line 1, column 1" in page
    assert "&lt;b&gt;Me&lt;/b&gt;" in page, "what was typed is shown, and is no code"
    assert "<b>" not in page
    assert '<html lang="en-GB">' in page
    assert 'href="/panel/assets/panel.css"' in page
    assert page.count("<h1>") == 1


@pytest.fixture
def stoppable() -> Iterator[None]:
    """Have what a test starts end at Ctrl+C, also where a script runs the tests behind itself and ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.browser
@pytest.mark.usefixtures("stoppable")
def test_serve_tells_problems_from_the_first_start_until_they_are_put_right(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    people = folder / "data" / "people.yml"
    right = people.read_text(encoding="utf-8")
    people.write_text("nobody:\n", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        root = f"http://127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen(
        command("serve", "--quiet", "--dev-addr", root.removeprefix("http://")),
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            epoch = first_answer(f"{root}/livereload/0/1", server)
            for address in ("/", "/members/", "/nowhere/at/all/"):
                status, text = got(root + address)
                assert (status, "<h1>The data are wrong</h1>" in text) == (500, True)
            people.write_text(right, encoding="utf-8")
            epoch = got(f"{root}/livereload/{epoch}/1")[1]  # answers when the site was built again
            status, text = got(f"{root}/members/")
            assert (status, "The data are wrong" in text) == (200, False)
            assert got(f"{root}/nowhere/")[0] == 404
            agenda = folder / "data" / "meetings" / "2027-03-31" / "agenda.yml"
            sound = agenda.read_text(encoding="utf-8")
            agenda.write_text(sound.replace("title: A contract", "tittle: A contract"), encoding="utf-8")
            epoch = got(f"{root}/livereload/{epoch}/1")[1]
            status, text = got(f"{root}/meetings/2027-03-31/agenda/")
            told = text.index("agenda.yml, line 17, column 5")
            assert (status, told < text.index("<h1>Agenda of 31 March 2027</h1>")) == (500, True)
            assert "How to fix it: Did you mean &#34;title&#34;?" in text
            status, text = got(f"{root}/members")
            assert (status, 'href="/meetings/2027-03-31/agenda/"' in text, ">Members</h1>" in text) == (
                500,
                True,
                True,
            )
            assert "<h1>The data are wrong</h1>" in got(f"{root}/nowhere/")[1]
            clash = folder / "content" / "members.md"
            agenda.write_text(sound, encoding="utf-8")
            clash.write_text("# Members\n", encoding="utf-8")
            epoch = got(f"{root}/livereload/{epoch}/1")[1]
            assert "this address has two makers" in got(f"{root}/members/")[1], "no browser waits for ever"
            clash.unlink()
            got(f"{root}/livereload/{epoch}/1")
            status, text = got(f"{root}/meetings/2027-03-31/agenda/")
            assert (status, "tittle" in text) == (200, False), "a repair shows at once"
        finally:
            server.send_signal(signal.SIGINT)  # as Ctrl+C, after which MkDocs clears its folder away
            try:
                server.wait(60)
            except subprocess.TimeoutExpired:
                server.kill()  # a server that does not end fails this test, and holds up no other
                raise
    assert {path.name for path in folder.iterdir()} == {"content", "data", "mkdocs.yml"}, "no site is exchanged"


def first_answer(address: str, server: subprocess.Popen[bytes]) -> str:
    while server.poll() is None:
        try:
            return got(address)[1]
        except URLError:
            continue
    pytest.fail("mkdocs serve ended")


def got(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310 - on this machine
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_while_the_data_are_wrong_a_page_is_as_it_was_with_its_problems_on_top(tmp_path: Path) -> None:
    html = "<main id='main' class='page'><h1>Members</h1></main>"
    pages = {"/p/members/": html, "/p/": "<main>home</main>", "/p/500.html": "<main>problems</main>"}
    (tmp_path / "members").mkdir()
    (tmp_path / "members" / "index.html").write_text(html, encoding="utf-8")
    application = answering(usual(pages, []), tmp_path, "/p/")
    ready(tmp_path, {"members/": "<p>a warning</p>"}, right=True)
    assert answered(application, "/p/members/") == ("200 OK", html.replace("<h1>", "<p>a warning</p><h1>"))
    assert answered(application, "/p/") == ("200 OK", "<main>home</main>")
    ready(tmp_path, {"members/": "<p>a problem</p>", EVERYWHERE: "<p>elsewhere</p>"}, right=False)
    assert {path.name for path in tmp_path.iterdir()} == {".before", ".told"}, "nothing is left to be cleared away"
    (tmp_path / PROBLEMS_PAGE).touch()
    pages |= {f"/p/.before/{path.removeprefix('/p/')}": pages.pop(path) for path in ("/p/members/", "/p/")}
    said = ("500 The data are wrong", html.replace("<h1>", "<p>a problem</p><h1>"))
    assert answered(application, "/p/members/") == answered(application, "/p/members/index.html") == said
    assert answered(application, "/p/") == (said[0], "<main><p>elsewhere</p>home</main>")
    assert answered(application, "/p/new/") == (said[0], "<main>problems</main>")
    ready(tmp_path, {}, right=False)
    assert (tmp_path / ".before" / "members" / "index.html").exists(), "a second mistake keeps what was right"


@pytest.mark.parametrize(
    ("file", "line", "pages"),
    [
        ("meetings/2027-03-31/agenda.yml", 3, ["meetings/2027-03-31/agenda/", "meetings/2027-03-31/whole/"]),
        ("meetings/2027-03-31/papers/response-times.yml", 1, ["meetings/2027-03-31/papers/response-times/"]),
        ("meetings/2027-05-01/minuts.yml", 1, ["meetings/2027-05-01/"]),
        ("indicators/new.yml", 1, ["indicators/new/"]),
        ("people.yml", 14, ["members/bo-birch/", "members/"]),
        ("people.yml", 1, ["members/"]),
        ("matters.yml", 5, ["matters/public-questions/", "matters/"]),
        ("meetings/2027-03-31/action-tracker.yml", 2, ["actions/"]),
        ("plan.yml", 2, ["plan/"]),
        ("panel.yml", 2, [""]),
        ("odd.txt", 1, [""]),
    ],
)
def test_a_problem_is_told_on_the_pages_that_its_file_becomes(file: str, line: int, pages: list[str]) -> None:
    checked = check_folder(PANEL)
    data = shown(PANEL)
    problem = Problem("title", Place(f"{data}/{file}", line), "It is wrong.", "Put it right.")
    assert [*pages_about(problem, checked.dossier, data)] == pages
