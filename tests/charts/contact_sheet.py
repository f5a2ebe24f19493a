"""A sheet with every sample chart in light, dark, narrow and print, to look at: ``nox -s figures``."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from panelpapers.charts import Said, draw
from panelpapers.facts.figure import figure_facts
from panelpapers.words.figure import figure_words
from tests.browser.provide import find_browser
from tests.charts.samples import samples

STYLE = """
body { font: 16px sans-serif; margin: 1rem; background: #fff; color: #000 }
section { border-top: 1px solid #777; padding: .5rem 0 }
div { display: flex; gap: 1rem; align-items: flex-start; flex-wrap: wrap }
.dark { color-scheme: dark } .light { color-scheme: light }
"""


def make(folder: Path) -> list[Path]:
    """Draw every sample, write the sheet and take its picture, on the screen and as printed; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [f"<!doctype html><meta charset=utf-8><title>Every kind of chart</title><style>{STYLE}</style>"]
    for name, indicator in samples().items():
        facts = figure_facts(indicator)
        words = figure_words(indicator, facts)
        for width in ("wide", "narrow"):
            svg = draw(indicator, facts, Said(words.title, words.summary), name, width)
            (folder / f"{name}-{width}.svg").write_bytes(svg)
        shown = "".join(
            f'<img class="{scheme}" src="{name}-{width}.svg" alt="">'
            for scheme in ("light", "dark")
            for width in ("wide", "narrow")
        )
        parts.append(
            f"<section><h2>{escape(name)}</h2><p>{escape(words.description)}</p><div>{shown}</div></section>"
        )
    sheet = folder / "index.html"
    sheet.write_text("\n".join(parts), encoding="utf-8")
    return [sheet, *_pictures(sheet)]


def _pictures(sheet: Path) -> list[Path]:
    pictures = [sheet.with_name("screen.png"), sheet.with_name("print.png")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser() or None)
        page = browser.new_page(viewport={"width": 1500, "height": 1000})
        page.goto(sheet.as_uri())
        page.screenshot(path=pictures[0], full_page=True)
        page.emulate_media(media="print")
        page.screenshot(path=pictures[1], full_page=True)
        browser.close()
    return pictures


if __name__ == "__main__":
    for file in make(Path(sys.argv[1])):
        sys.stdout.write(f"{file}\n")
