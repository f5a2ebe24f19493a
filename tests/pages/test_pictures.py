"""Each chart has its summary as alternative text, and nobody hears a sentence twice who hears picture and words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import html as markup

from panelpapers.describing import describe_file
from panelpapers.pages.addresses import FIGURES_EXPLAINED as EXPLAINED
from panelpapers.pages.build import build
from panelpapers.pages.explained import EXAMPLES
from panelpapers.pages.site import Site
from panelpapers.publication import check_folder
from tests.saying import TEMPLATES

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parents[1] / "cases" / "second-panel"
TODAY = date(2027, 3, 12)


@cache
def second_panel() -> Site:
    return build(check_folder(FOLDER).dossier, TODAY, TEMPLATES)


def summaries() -> dict[str, str]:
    """Give the sentence of each figure of the panel and of each example that explains figures, by its chart."""
    named = {path.stem: path for path in FOLDER.glob("indicators/*.yml")}
    named |= {f"example-{path.stem}": path for path in EXAMPLES.glob("*.yml")}
    return {name: describe_file(path).summary for name, path in named.items()}


def elements(site: Site, kind: str) -> Iterator[tuple[str, markup.HtmlElement]]:
    """Give each element that an XPath finds, with the address of its page."""
    for address, page in site.pages.items():
        yield from ((address, found) for found in markup.fromstring(f"<div>{page.html}</div>").iterfind(f".//{kind}"))


def cards(site: Site, address: str) -> list[markup.HtmlElement]:
    return [card for where, card in elements(site, "div[@class='figure-card']") if where == address]


def seen(element: markup.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def heard(element: markup.HtmlElement) -> str:
    """Give what is heard of an element: alternative texts in the places of pictures, without what is hidden."""
    if element.get("aria-hidden") == "true":
        return ""
    parts = [element.get("alt", ""), element.text or ""]
    parts += [part for child in element for part in (heard(child), child.tail or "")]
    return " ".join(" ".join(parts).split())


def test_every_chart_has_its_summary_as_alternative_text() -> None:
    sentences = summaries()
    pictures = list(elements(second_panel(), "img"))
    assert {address for address, _ in pictures} >= {"", "indicators/", "indicators/response-time/", EXPLAINED}
    for address, picture in pictures:
        name = Path(picture.get("src", "")).stem.removesuffix("-narrow")
        assert picture.get("alt") == sentences[name], address


@pytest.mark.parametrize("address", ["", "indicators/", "matters/response-times/"])
def test_the_sentence_of_a_card_is_heard_once_and_not_written_beside_it(address: str) -> None:
    sentences = summaries().values()
    assert cards(second_panel(), address)
    for card in cards(second_panel(), address):
        assert sum(seen(card).count(one) for one in sentences) == 0
        assert sum(heard(card).count(one) for one in sentences) == 1


def test_what_the_sentence_of_a_card_does_not_hold_is_seen_and_heard_beside_it(tmp_path: Path) -> None:
    data = Path(shutil.copytree(FOLDER, tmp_path / "data"))
    fires = data / "indicators" / "fires-by-kind.yml"
    fires.write_text(fires.read_text("utf-8").replace("better: neutral", "better: lower"), "utf-8")
    site = build(check_folder(data).dossier, TODAY, TEMPLATES)
    told = [card for card in cards(site, "") if "This is about" in seen(card)]
    beside = (
        "Homes and Vehicles. This measure is better for Homes than in 2025/26, as lower figures are better. "
        "This measure is worse for Vehicles than in 2025/26, as lower figures are better."
    )
    assert {heard(card).partition("This is about: ")[2] for card in told} == {beside}
    assert {seen(card).partition("This is about: ")[2] for card in told} == {beside}
