"""What ``mkdocs serve`` does beyond MkDocs: it tells problems where they are, never waits, and notices the day turn.

While the data are wrong, pages stay as they were, each with the problems of the files that it is made from on top. A
page that was not there before is one that tells all problems. Nothing here knows MkDocs: its server is an application
as PEP 3333 describes it, which answers from a folder. What is hidden there, MkDocs does not clear away:

- ``.before`` has the pages as they were when the data were last right.
- ``.told`` has what is put on top of pages, by their addresses.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any, Final

from .pages.edited import EVERYWHERE, told_on_pages
from .pages.rendering import environment
from .pages.site import CopiedFile, File, Site
from .publication import Published
from .reading.excerpt import excerpt, lines_of_file, visible
from .reading.folder import shown
from .reading.telling import in_order
from .records.problem import Problem

PROBLEMS_PAGE: Final = "500.html"
"""The file that a folder of pages holds while, instead of pages, it tells what is wrong with the data."""

A_LITTLE: Final = 20.0
"""Seconds between two looks at the clock."""

_BEFORE: Final = ".before"
_TOLD: Final = ".told"
_MAIN: Final = re.compile(rb"<main\b[^<>]*>")

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def answering(usual: Application, folder: Path, mount: str) -> Application:
    """Give an application that answers as the usual one, with problems on top of the pages that they are about.

    While the data are wrong, a page is as it was before, and where none was, the one that tells all problems; each is
    sent with status 500. The address asked for is tried first, because the usual application waits while pages are
    made: whoever asks in that moment gets what is right after it. ``mount`` is the path of the site on its host.
    """

    def answer(asked: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        said, body = _asked(usual, asked)
        path, wrong, names = str(asked["PATH_INFO"]), (folder / PROBLEMS_PAGE).exists(), [""]
        address = path.removeprefix(mount).removesuffix("index.html")
        if path.startswith(mount) and address != PROBLEMS_PAGE:
            names = [_name(address)]
            before = _asked(usual, {**asked, "PATH_INFO": f"{mount}{_BEFORE}/{address}"}) if wrong else (said, body)
            if wrong and not before[0][0].startswith("404"):
                (status, headers), body = before
                said = status, [(name, value.replace(f"{_BEFORE}/", "", 1)) for name, value in headers]
                names.append(_name(EVERYWHERE))
        if wrong and said[0].startswith("404"):
            said, body = _asked(usual, {**asked, "PATH_INFO": f"{mount}{PROBLEMS_PAGE}"})
            names = []
        if ("Content-Type", "text/html") in said[1] and said[0].startswith("200"):
            there = (folder / _TOLD / name for name in names)
            told = next((file.read_bytes() for file in there if file.is_file()), b"")
            body = [_MAIN.sub(lambda main: main[0] + told, b"".join(body), count=1)]
            headers = [(name, value) for name, value in said[1] if name != "Content-Length"]
            said = ("500 The data are wrong" if wrong else said[0], headers)
        start(*said)
        return body

    return answer


def _asked(usual: Application, asked: dict[str, Any]) -> tuple[tuple[str, list[tuple[str, str]]], Iterable[bytes]]:
    said: list[tuple[str, list[tuple[str, str]]]] = []
    body = usual(asked, lambda status, headers: said.append((status, headers)))
    return said[-1], body


def _name(address: str) -> str:
    return f"{address.rstrip('/').replace('/', '+')}.html"


def ready(folder: Path, told: Mapping[str, str], *, right: bool) -> None:
    """Make a folder ready for a build: put what is told on top of pages there, by their addresses.

    Where the data are not ``right``, the pages that are there are kept as they were before.
    """
    there = [entry for entry in folder.iterdir() if not entry.name.startswith(".")] if folder.exists() else []
    problems = (folder / PROBLEMS_PAGE).exists()
    if not right and there and not problems:
        shutil.rmtree(folder / _BEFORE, ignore_errors=True)
        (folder / _BEFORE).mkdir()
        for entry in there:
            entry.rename(folder / _BEFORE / entry.name)
    elif problems:  # serve --dirty would take what tells problems for pages of the site
        for entry in there:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    shutil.rmtree(folder / _TOLD, ignore_errors=True)
    (folder / _TOLD).mkdir(parents=True)
    for address, html in told.items():
        (folder / _TOLD / _name(address)).write_text(html, encoding="utf-8")


def watched_over(server: Any, page_of: Callable[[str], str]) -> None:
    """Have a server of MkDocs tell problems on pages, and go on whatever a build is refused for.

    Else it would let every browser wait until a build succeeds. ``page_of`` gives a page of the words of the refusal.
    """
    folder, build = Path(server.root), server.builder

    def built() -> None:
        try:
            build()
        except Exception as refused:  # noqa: BLE001 - whatever it is, somebody waits at a browser for it
            why = str(refused.__context__ or refused)  # MkDocs says of what it was told only that it ends
            print(why, file=sys.stderr)  # noqa: T201 - as MkDocs tells it
            ready(folder, {}, right=False)
            shutil.rmtree(folder / _BEFORE, ignore_errors=True)
            for name, file in problems_site(page_of(why)).files.items():
                (folder / name).write_bytes(file.content)

    server.builder = built
    server.set_app(answering(server.serve_request, folder, server.mount_path))


def problems_site(page: str) -> Site:
    """Give what is built in place of a site while its data are wrong: one page."""
    files: dict[str, File | CopiedFile] = {
        name: File(name, page.encode()) for name in ("index.html", "404.html", PROBLEMS_PAGE)
    }
    return Site({}, files)


def turning_day(folder: Path, today: Callable[[], date], stopped: Callable[[float], bool]) -> Path:
    """Give a file of a folder that changes whenever the day turns, for whoever watches it.

    ``stopped`` waits for some seconds, and says whether it is all over.
    """
    file = folder / ".day"  # hidden: MkDocs clears away all other files before each build
    file.write_text(today().isoformat(), encoding="utf-8")
    Thread(target=turn_the_day, args=(file, today, stopped), daemon=True).start()
    return file


def turn_the_day(file: Path, today: Callable[[], date], stopped: Callable[[float], bool]) -> None:
    """Write the day into a file whenever it turns, until ``stopped``, which waits for some seconds, says so.

    Whoever watches the file learns of it. The clock is looked at again and again, because a computer that was asleep
    at midnight has to notice too.
    """
    told = today()
    while not stopped(A_LITTLE):
        if (day := today()) != told:
            file.write_text(day.isoformat(), encoding="utf-8")
            told = day


def problems_page(problems: Sequence[Problem], templates: Path, home: str, refused: str = "") -> str:
    """Give a whole HTML page that tells problems, for somebody who looks at the site while writing its data.

    ``refused`` says why there is no site, where no single record is to blame.

    ``home`` is the path of the site on its host, such as ``/``: the page may stand at any address.
    """
    told = [(problem, excerpt(problem, lines_of_file(problem.place.file))) for problem in in_order(problems)]
    page = environment(templates).get_template("panel/wrong-data.html")
    return page.render(problems=told, refused=refused, home=home, visible=visible)


def while_writing(made: Published, data: Path, templates: Path, home: str) -> tuple[str, Mapping[str, str]]:
    """Give what is shown while data are written: a page in place of no site, and what others have on top.

    The latter is HTML by their addresses (``pages/edited.py``). ``home`` is the path of the site on its host.
    """
    page = "" if made.site else problems_page(made.problems, templates, home, made.refused)
    if made.checked is None:
        return page, {}
    return page, told_on_pages(made.problems, made.checked.dossier, shown(data), templates, home)
