"""What ``mkdocs serve`` does beyond MkDocs: it tells problems in place of pages, and notices that the day turns.

Nothing here knows MkDocs: its server is an application as PEP 3333 describes it, which answers from a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any, Final

from .pages.site import CopiedFile, File, Site

PROBLEMS_PAGE: Final = "500.html"
"""The file that a folder of pages holds while, instead of pages, it tells what is wrong with the data."""

A_LITTLE: Final = 20.0
"""Seconds between two looks at the clock."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def answering(usual: Application, problems: Path, home: str) -> Application:
    """Give an application that answers as the usual one, and while the data are wrong with the home page everywhere.

    The home page then tells the problems, and is sent with status 500. The address asked for is tried first, because
    the usual application waits while pages are made: whoever asks in that moment gets what is right after it.
    """

    def answer(asked: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        said, body = _asked(usual, asked)
        if problems.exists() and said[0].startswith("404"):
            said, body = _asked(usual, {**asked, "PATH_INFO": home})
        if problems.exists() and ("Content-Type", "text/html") in said[1]:
            said = ("500 The data are wrong", said[1])
        start(*said)
        return body

    return answer


def _asked(usual: Application, asked: dict[str, Any]) -> tuple[tuple[str, list[tuple[str, str]]], Iterable[bytes]]:
    said: list[tuple[str, list[tuple[str, str]]]] = []
    body = usual(asked, lambda status, headers: said.append((status, headers)))
    return said[-1], body


def problems_site(page: str) -> Site:
    """Give what is shown in place of a site while its data are wrong: one page, at every address."""
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
