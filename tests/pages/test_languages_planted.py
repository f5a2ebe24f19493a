"""A word is planted in every text of a panel that has one of everything. Where it comes out, its language is said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.base import Record
from panelpapers.records.fields import fields_of, kinds_within
from panelpapers.records.indicator import Indicator
from panelpapers.records.publication import Records
from panelpapers.records.walk import changed
from tests.bodies import FOLDER, TEMPLATES

CASES = {
    "second-panel": date(2027, 6, 1),
    "panel-year": date(2028, 6, 20),
    "river-valley": date(2027, 4, 15),
    "bodies/harbour-board": date(2027, 6, 1),
    "bodies/hartwell": date(2027, 6, 1),
    "bodies/juniper-city": date(2027, 6, 1),
    "bodies/numbers-by-section": date(2027, 6, 1),
    "bodies/tern-bay": date(2028, 6, 1),
}
IN_FIGURES = set(kinds_within(Indicator))
WORD = re.compile(r"Wort\d+", re.IGNORECASE)


def planted(records: Records) -> Records:
    """Give records in German in which each text begins with a word of its own, and none is left empty.

    The same text begins with the same word.
    """
    known: dict[str, str] = {}

    def word(text: object) -> object:
        return known.setdefault(text, f"Wort{len(known)} {text}") if isinstance(text, str) else text

    def plant(record: Record) -> dict[str, object]:
        kind, held = type(record), dict[str, object]()
        for name, field in fields_of(kind).items() if kind not in IN_FIGURES else ():
            if field.has_language:
                text = getattr(record, name)
                empty = text is None and not field.many
                held[name] = list(map(word, text)) if isinstance(text, list) else word(name if empty else text)
        return held

    records = replace(records, regimes={**records.packaged, **records.regimes})
    german = records.with_each(lambda _, record: changed(record, plant))
    assert german.panel is not None
    regimes = {name: regime.model_copy(update={"language": "de"}) for name, regime in german.regimes.items()}
    return replace(german, panel=german.panel.model_copy(update={"language": "de"}), regimes=regimes)


@cache
def site(case: str) -> Site:
    reading = read_folder(Path(FOLDER.parent / case))
    assert reading.problems == ()
    return build(
        Dossier(planted(reading.records)), CASES[case], TEMPLATES, default_folder(), home="https://a.example/"
    )


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_each_word_stands_in_an_element_of_its_language(case: str) -> None:
    seen = set()
    for page in site(case).pages.values():
        for element in html.fromstring(f"<div lang='en'>{page.html}</div>").iter(etree.Element):
            for said, within in ((element.text, element), (element.tail, element.getparent())):
                found = set(WORD.findall(said or "")) if within is not None else set()
                if found and within is not None:
                    told = next(tag for each in (within, *within.iterancestors()) if (tag := each.get("lang")))
                    assert told == "de", (page.address, said)
                seen |= found
    assert len(seen) > 40


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_no_attribute_and_no_address_holds_one(case: str) -> None:
    for page in site(case).pages.values():
        assert not WORD.search(page.address)
        for element in html.fromstring(f"<div>{page.html}</div>").iter(etree.Element):
            said = {name: text for name, text in element.attrib.items() if name not in ("id", "href")}
            assert not [text for text in said.values() if WORD.search(text)], page.address


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_no_mark_comes_out(case: str) -> None:
    marks = re.compile("[\ufdd0-\ufdd2]|ufdd[012]")
    assert not [page.address for page in site(case).pages.values() if marks.search(page.html)]
    assert not [address for address, file in site(case).files.items() if marks.search(file.content.decode("latin-1"))]
