"""What the pages promise to readers is kept: each promise names the test that holds it, and none goes unnamed."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

import pytest
from lxml import html
from ruamel.yaml import YAML

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages import addresses
from panelpapers.pages.build import build
from panelpapers.pages.layout import laid_out
from panelpapers.pages.packaged import in_words_of
from panelpapers.pages.sections import SECTIONS
from panelpapers.pages.site import Site
from tests.first_publication import OWN_PAGES, TODAY, first_publication

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = {
    "about": OWN_PAGES / "about.md",
    "how-to-use": ROOT / "hooks" / "panelpapers" / "content" / "how-to-use.md",
    "notes": ROOT / "theme_overrides" / "panel" / "notes.html",
}
PROMISES: Final[dict[str, Any]] = YAML(typ="safe", pure=True).load(ROOT / "tests" / "cases" / "promises.yml")
PROMISING: Final = re.compile(r"\b(?:each|every|no|all|never|stays?|always|any|none|nothing|not|says so)\b", re.I)
HELD: Final = [(page, said, by) for page in PAGES for said, by in PROMISES[page].items()]


def sentences(page: str) -> list[str]:
    """Give the sentences of a page, without headings, links and other marks."""
    site = Site({}, {}, made_on=TODAY, sections=SECTIONS)
    text = PAGES[page].read_text(encoding="utf-8")
    text = in_words_of(site, text) if page == "how-to-use" else re.sub(r"\{%.*?%\}\n?", "", text)
    text = text.partition('class="lead">')[2].partition("</p>")[0] if page == "notes" else text.split("---", 2)[2]
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"^#.*$", "", text, flags=re.MULTILINE)).replace("`", "")
    return [sentence.strip() for sentence in re.split(r"(?<=[.])\s+|\n\n", plain) if sentence.strip()]


@pytest.mark.parametrize(("page", "said", "by"), HELD)
def test_a_promise_stands_on_its_page_and_its_test_exists(page: str, said: str, by: str) -> None:
    assert said in sentences(page)
    file, _, name = by.partition("::")
    made = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    assert name in {node.name for node in made if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("page", PAGES)
def test_no_promise_goes_unnamed(page: str) -> None:
    known = {*PROMISES[page], *PROMISES["explains"]}
    assert [said for said in sentences(page) if PROMISING.search(said) and said not in known] == []


@cache
def first_site() -> Site:
    return build(Dossier(first_publication()), TODAY, ROOT / "theme_overrides", default_folder())


@cache
def tree_of(address: str) -> html.HtmlElement:
    return html.fromstring(str(first_site().pages[address].html))


def of_kind(pattern: str) -> list[str]:
    found = [address for address in first_site().pages if re.fullmatch(pattern, address)]
    assert found
    return found


@pytest.mark.slow
def test_each_indicator_has_chart_words_table_and_file() -> None:
    for address in of_kind("indicators/[^/]+/"):
        page = tree_of(address)
        assert len(page.xpath("//figure//img[@alt] | //figure/div[@class='one-number']")) == 1, address
        assert page.xpath("//table"), address
        assert page.xpath("//*[contains(@id, 'description')]"), address
        assert page.xpath("//a[contains(@href, '.csv')]"), address


@pytest.mark.slow
def test_what_was_worked_out_says_how() -> None:
    said = html.tostring(
        tree_of("indicators/positive-outcome-rate-similar-forces/"), method="text", encoding="unicode"
    )
    assert "was worked out from other figures" in said
    assert "The England and Wales average of 14%, plus the 4 percentage points" in said


@pytest.mark.slow
def test_the_page_of_a_meeting_leads_to_the_whole_of_it() -> None:
    site = first_site()
    for address in of_kind(r"meetings/\d{4}-\d\d-\d\d/"):
        whole = addresses.whole(address.split("/")[1])
        leads = [str(link) for link in tree_of(address).xpath("//a/@href")]
        assert (whole in site.pages) == any(link.endswith("whole/") for link in leads), address


@pytest.mark.slow
def test_links_of_every_page_have_their_addresses_in_print() -> None:
    for page in first_site().pages.values():
        parts = laid_out(page.html, page.address)
        printed = html.fromstring(f"<div>{parts.opening}{parts.text}{parts.after}</div>")
        away = "//a[@href and not(starts-with(@href, '#')) and not(contains(@href, ':'))]"
        bare = [
            urljoin(page.address, link.get("href")) for link in printed.xpath(away) if not link.get("data-address")
        ]
        assert [(page.address, link) for link in bare if not link.startswith("members/")] == []  # but for names
    sheet = (ROOT / "theme_overrides" / "assets" / "panel.css").read_text(encoding="utf-8")
    assert "attr(data-address)" in sheet.partition("@media print")[2]
