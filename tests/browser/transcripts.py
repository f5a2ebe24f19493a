"""Transcripts of what is heard of each kind of page, kept in tests/browser/spoken/ to be read.

``python -m tests.browser.transcripts`` writes them all anew. They are of a panel of test data, and of a city council
with its commission, on fixed days, so that they change with the software only, and not with what editors write.

A line is one utterance; what is heard within an element stands under it, or after its colon where it is one thing. A
row of a table is one line. What surrounds every page is written out for the home page alone.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.kinds import KINDS, KINDS_OF_SEVERAL, MODES
from tests.browser.listening import Heard, hear
from tests.browser.looking import looking
from tests.browser.provide import find_browser
from tests.browser.serving import served
from tests.conftest import SEVERAL, SITE_PATH, build_site

FOLDER = Path(__file__).parent / "spoken"
SECOND_PANEL = {"PANEL_DATA": "tests/cases/second-panel", "PANEL_TODAY": "2027-03-12"}
NO_PAGE_OF = {"notes of a year"}
"""Kinds of page that the panel of test data has not: so few notes need no pages of years."""
ADDRESSES = {
    **{kind: address for kind, address in KINDS.items() if kind not in NO_PAGE_OF},
    "meeting": "meetings/2027-02-08/",
    "meeting to come": "meetings/2027-03-31/",
    "agenda": "meetings/2027-03-31/agenda/",
    "minutes": "meetings/2027-02-08/minutes/",
    "paper": "meetings/2027-03-31/papers/response-times/",
    "whole meeting": "meetings/2027-02-08/whole/",
    "decisions of a meeting": "decisions/2027-02-08/",
    "meetings of a year": "meetings/2027/",
    "decisions of a year": "decisions/2027/",
    "actions of a year": "actions/2027/",
    "questions of a year": "questions/2027/",
    "matter": "matters/response-times/",
    "members on a day": "members/on/2027-03-31/",
    "member": "members/ann-ash/",
    "indicator": "indicators/fires-by-kind/",
    "indicator to explore": "indicators/response-time/",
}
"""Kind of page: the address of one such page of the panel of test data."""
SITES = {"of a panel": (SECOND_PANEL, ADDRESSES), "of several bodies": (SEVERAL, KINDS_OF_SEVERAL)}
"""The sites that are heard: with which settings each is built, and one address for each kind of page."""
HOMES = {**dict.fromkeys(ADDRESSES, "home"), **dict.fromkeys(KINDS_OF_SEVERAL, "home of several bodies")}
"""Kind of page: that of the home page of the same site."""

LINES_KEPT, ITEMS_KEPT, AND_SO_ON = 60, 8, "(and so on)"
CUT = {"editors' guide", "evening of an editor", "how to read figures", "list of fields", "fields of a form"}
CUT |= {"list of problems", "problems of a family"}
"""Kinds of page that go on as they begin: the first lines of their text and of each list are kept."""


def built(folder: Path) -> dict[str, Path]:
    """Build each of the sites below a folder. Raises ``ValueError`` if one does not build."""
    sites = {name: folder / name.replace(" ", "-") for name in SITES}
    for name, (settings, _) in SITES.items():
        if complaint := build_site(sites[name], **settings):
            raise ValueError(f"The site does not build:\n{complaint}")
    return sites


def listen(browser: Browser, sites: Mapping[str, Path]) -> dict[str, Heard]:
    """Hear one page of each kind of the built sites. Raises ``ValueError`` if one lacks a kind of page."""
    documents = {}
    for name, (_, addresses) in SITES.items():
        if missing := [kind for kind, address in addresses.items() if not (sites[name] / address).exists()]:
            raise ValueError(f"The site {name} has no page at the address of: {', '.join(missing)}.")
        with served(sites[name], SITE_PATH) as root:
            for kind, address in addresses.items():
                with looking(browser, root + address, MODES["light"]) as look:
                    documents[kind] = hear(look.page)
    return documents


def file_of(kind: str) -> Path:
    """Give the file that keeps the transcript of a kind of page."""
    return FOLDER / (re.sub(r"[^a-z]+", "-", kind.lower().replace("'", "")) + ".txt")


def transcript(kind: str, document: Heard, home: Heard) -> str:
    """Write down what was heard of a page; what surrounds it only so far as it differs from the home page's."""
    lines = [document.said]
    for part in document.within:
        same = next((one for one in home.within if one.role == part.role in ("banner", "contentinfo")), None)
        long = kind in CUT and part.role == "main"
        written = list(_lines(part, ITEMS_KEPT if long else None))
        around = list(_lines(same)) if same and kind != HOMES[kind] else []
        for of_home, how in ((around, ""), (_without_day(around), " without the day")):
            if of_home and _unmarked(written) == _unmarked(of_home):
                current = [f"    {line.strip()}" for line in written if _current(line)]
                written = [f"{part.said}, as on the home page{how}{', but for' if current else ''}", *current]
                break
        if long and len(written) > LINES_KEPT:
            written = [*written[:LINES_KEPT], f"    {AND_SO_ON}"]
        lines += written
    return "\n".join(lines) + "\n"


def _without_day(lines: list[str]) -> list[str]:
    """Leave out the paragraph on which day a page was made: only those whose words depend on the day have it."""
    said = next((at for at, line in enumerate(lines) if line.strip() == "This page was made on"), None)
    return [] if said is None else [*lines[: said - 1], *lines[said + 3 :]]


def _lines(heard: Heard, items_kept: int | None = None) -> Iterator[str]:
    kept = heard.within[:items_kept] if heard.role == "list" else heard.within
    within = [line for one in kept for line in _lines(one, items_kept)]
    if len(kept) < len(heard.within):
        within.append(AND_SO_ON)
    if heard.role == "row":
        yield f"row: {' | '.join(within)}"
    elif heard.role in ("cell", "columnheader", "rowheader", "link") and within:
        yield _once(heard, within)
    elif heard.role == "rowgroup":
        yield from within
    elif len(within) == 1:
        yield f"{_shortly(heard)}: {within[0]}"
    else:
        yield _shortly(heard)
        yield from (f"    {line}" for line in within)


def _shortly(heard: Heard) -> str:
    """Say how many items a list has once, and not with each of them."""
    if heard.role == "list":
        items = sum(one.role == "listitem" for one in heard.within)
        return f"{heard.said}, {items} item{'' if items == 1 else 's'}"
    return re.sub(r"^listitem, level \d+, position (\d+), set size \d+", r"item \1", heard.said)


def _once(heard: Heard, within: list[str]) -> str:
    """Write what is in a cell or a link once: its name is all that is in it, and is said again, piece by piece."""
    pieces = "".join(one.said for one in heard.within).replace(" ", "")
    if pieces in heard.said.replace(" ", ""):
        return heard.said
    return f"{heard.role}: {'; '.join(line.strip() for line in within)}"


def _current(line: str) -> bool:
    return line.endswith((", current page", ", current item"))


def _unmarked(lines: list[str] | Iterator[str]) -> list[str]:
    return [re.sub(", current (page|item)$", "", line) for line in lines]


def write() -> int:
    """Write every transcript anew, and take away those of kinds that are no more; give how many there are."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        try:
            sites = built(Path(folder))
            browser = playwright.chromium.launch(executable_path=find_browser())
            documents = listen(browser, sites)
        except ValueError as error:
            sys.exit(str(error))
        browser.close()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for kind, document in documents.items():
        file_of(kind).write_text(transcript(kind, document, documents[HOMES[kind]]), encoding="utf-8")
    return len(documents)


if __name__ == "__main__":
    sys.stdout.write(f"{write()} transcripts are in {FOLDER}: git diff shows what is heard otherwise than before\n")
