"""Takes pictures of every kind of page, in the widths and modes that people have, onto one sheet to look at.

``python -m tests.browser.screenshots FOLDER [KIND ...]`` builds the site and writes the pictures, with a page
``index.html`` that shows them in rows: the kinds of page down, the ways of looking across.
"""

from __future__ import annotations

import shutil
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import FloatRect, sync_playwright

from tests.browser.kinds import KINDS, Mode
from tests.browser.looking import looking
from tests.browser.provide import find_browser
from tests.browser.serving import served
from tests.conftest import SITE_PATH, build_site

WIDTHS = (320, 768, 1280)
WAYS = {
    **{f"{width} light": Mode(width=width) for width in WIDTHS},
    **{f"{width} dark": Mode(width=width, scheme="dark") for width in WIDTHS},
    **{f"{width} forced colours": Mode(width=width, forced_colours="active", scheme="dark") for width in WIDTHS},
    # A4 with margins of one centimetre.
    "print": Mode(width=718, height=1047, media="print"),
}
ALL_PICTURES = """() => Promise.all([...document.images].map((image) => {
    image.loading = "eager";
    return image.decode().catch(() => null);
}))"""
"""Loads what a reader would scroll to."""
HIGHEST = 4000
"""Pixels of a long page that are shown; the rest of it looks the same."""


def take(folder: Path, kinds: list[str]) -> int:
    """Write the pictures of these kinds of page into a folder, and the sheet; give how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    if complaint := build_site(site):
        sys.exit(f"The site does not build:\n{complaint}")
    with served(site, SITE_PATH) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for kind in kinds:
            for way, mode in WAYS.items():
                with looking(browser, root + KINDS[kind], mode) as look:
                    look.page.evaluate(ALL_PICTURES)
                    height = min(HIGHEST, look.page.evaluate("document.documentElement.scrollHeight"))
                    clip = FloatRect(x=0, y=0, width=mode.width, height=height)
                    look.page.screenshot(path=folder / name_of(kind, way), full_page=True, clip=clip)
        browser.close()
    shutil.rmtree(site)
    (folder / "index.html").write_text(sheet(kinds), encoding="utf-8")
    return len(kinds) * len(WAYS)


def name_of(kind: str, way: str) -> str:
    """Give the name of the file with the picture of a kind of page, seen in one way."""
    return f"{kind} - {way}.png".replace("'", "").replace(" ", "-")


def sheet(kinds: list[str]) -> str:
    """Give the page that shows all pictures."""
    rows = "".join(
        f'<h2>{escape(kind)}</h2><div class="row">{"".join(_picture(kind, way) for way in WAYS)}</div>'
        for kind in kinds
    )
    style = ".row { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start } figure { margin: 0 }"
    return f'<!doctype html><html lang="en-GB"><title>Every kind of page</title><style>{style}</style>{rows}</html>'


def _row(kind: str) -> str:
    return f'<h2>{escape(kind)}</h2><div class="row">{"".join(_picture(kind, way) for way in WAYS)}</div>'


def _picture(kind: str, way: str) -> str:
    caption = f"<figcaption>{escape(way)}</figcaption>"
    return f'<figure>{caption}<img loading="lazy" src="{name_of(kind, way)}" alt=""></figure>'


if __name__ == "__main__":
    target, chosen = Path(sys.argv[1]), sys.argv[2:] or list(KINDS)
    if unknown := sorted(set(chosen) - set(KINDS)):
        sys.exit(f"There is no kind of page named {', '.join(unknown)}. There are: {', '.join(KINDS)}")
    sys.stdout.write(f"{take(target, chosen)} pictures, and index.html that shows them, are in {target}\n")
