"""What searches load in an archive of 10,000 pages: run as a program, it makes one, searches it, and prints a table.

Each page of the archive is made of one page of this site: most of its sentences, with other numbers and with names
that no other page has. So the words of an archive are as common or rare as they are here, and its pages as long.
"""

from __future__ import annotations

import gzip
import random
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote_plus

from playwright.sync_api import Browser, Response, expect, sync_playwright

from panelpapers.exports.search import Index
from tests.browser.provide import find_browser
from tests.browser.serving import served
from tests.conftest import SITE_PATH, build_site

PAGES = 10_000
MOST = 300_000
SEARCHES = (
    "police", "crime", "report", "meeting", "commissioner", "theft", "timeline", "specialist", "the",
    "victims code", "near misses", "minute 921", "budget precept", "hate crime birmingham",
    "violence against women and girls", "how many hate crimes were reported in birmingham",
    "report meeting minutes", "police panel crime report meeting", '"near misses"', '"crime panel"',
    "police&kind=Minutes&year=2020", "comisioner", "polcie report meeting panel crime", "13.5%", "5/1/2026",
)  # fmt: skip
SYLLABLES = ("bren", "by", "den", "field", "gra", "har", "ka", "ley", "lo", "mi", "oak", "pel", "shaw", "ton", "wick")


def main() -> int:
    """Make the archive, search it, and print what each search loaded; give 1 when one loaded too much."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, archive = Path(folder) / "site", Path(folder) / "archive"
        complaint = build_site(site)
        if complaint:
            sys.exit(complaint)
        make_archive(site, archive)
        browser = playwright.chromium.launch(executable_path=find_browser())
        loads = list(searched(browser, archive))
    sys.stdout.writelines(f"{load / 1000:6.0f} kB  {words}: {told}\n" for words, load, told in loads)
    return int(max(load for _, load, _ in loads) > MOST)


def make_archive(site: Path, archive: Path) -> None:
    """Make an archive from the pages of a site that are searched, with an index and a page for searching."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))]
    texts = [text for text in texts if "data-pagefind-body" in text]
    chance = random.Random(1)  # noqa: S311 - the same archive each time
    index = Index(archive)
    for number in range(PAGES):
        page = archive / "meetings" / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        text = changed(texts[number % len(texts)], 1990 + number * 40 // PAGES, chance)
        page.write_text(text, encoding="utf-8")
        index.add(page.relative_to(archive).as_posix(), text)
    for name in ("assets", "search"):
        shutil.copytree(site / name, archive / name)
    index.finish()


def changed(page: str, year: int, chance: random.Random) -> str:
    """Give a page of another year, with most of its sentences, other numbers, and names of its own."""

    def text(match: re.Match[str]) -> str:
        sentences = re.split(r"(?<=[.!?]) ", match[1])
        kept = " ".join(one for one in sentences if len(sentences) == 1 or chance.random() < 0.8)
        other = re.sub(r"\d+", lambda _: str(chance.randint(1, 9999)), kept)
        named = len(other) > 60 and chance.random() < 0.4
        return f">{other} {''.join(chance.choices(SYLLABLES, k=3)).title()}.<" if named else f">{other}<"

    head, main, rest = page.partition("<main")
    head_of_main, _, body = rest.partition(">")
    head_of_main = re.sub(r'data-year="\d+"', f'data-year="{year}"', head_of_main)
    return f"{head}{main}{head_of_main}>{re.sub(r'>([^<>]+)<', text, body)}"


def searched(browser: Browser, archive: Path) -> Iterator[tuple[str, int, str]]:
    """Give each search, the bytes of scripts and index that it loads into an empty browser, and what it tells."""
    with served(archive, SITE_PATH) as address:
        for search in SEARCHES:
            words, _, more = search.partition("&")
            yield search, *answered(browser, f"{address}search/?q={quote_plus(words)}&{more}")


def answered(browser: Browser, address: str) -> tuple[int, str]:
    """Give the bytes that a search loads, and what it tells."""
    page = browser.new_page()
    loaded: list[Response] = []

    def note(answer: Response) -> None:
        loaded.append(answer)

    page.on("response", note)
    page.goto(address)
    told = page.get_by_role("status")
    expect(told).not_to_contain_text("Searching", timeout=60_000)
    page.wait_for_load_state("networkidle")
    result = sum(map(weight, loaded)), told.inner_text()
    page.close()
    return result


def weight(answer: Response) -> int:
    """Give the bytes of an answer on its way. Pagefind's pieces are compressed already."""
    return min(len(answer.body()), len(gzip.compress(answer.body())))


if __name__ == "__main__":
    sys.exit(main())
