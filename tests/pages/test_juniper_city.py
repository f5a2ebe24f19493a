"""The council of a city in California: no page has a word of others' law, and pages say what its own law states.

What is foreign is read from the files: all names, laws and tasks in the English regime, and every word in the records
of the first publication that is no word of ordinary English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.short_forms import ordinary
from panelpapers.pages.site import File, Site
from panelpapers.reading.folder import read_folder
from panelpapers.reading.regimes import FOLDER as REGIMES
from panelpapers.records.calendar import MONTHS, WEEKDAYS
from tests.first_publication import FOLDER as FIRST
from tests.pages.reading_pages import words
from tests.river_valley import site_of

FOLDER: Final = Path(__file__).parents[1] / "cases" / "bodies" / "juniper-city"
TELLING: Final = frozenset({"law", "name", "who", "must", "owed_by", "enforced", "cited_in", "words", "zone"})
"""Fields of a regime that name a law, a place, a body, a task or a day."""
COMMON: Final = frozenset({"answered", "break", "contact", "content", "proposed", "revised", "tell", "you", "your"})
"""Words in those fields that say nothing of a law: another body says them as well."""
OF_THE_SOFTWARE: Final = frozenset(
    {"amber", "audit", "browser", "chart", "clear", "javascript", "meetings", "non", "online", "paragraph", "ratings"}
    | {"things", "timeline", "tracker", "wcag", "zoom"}
)
"""What the software says of itself and of its charts."""
PASSED_OVER: Final = "editors/"
"""The examples of the guide do not follow the regime yet."""


def parts(text: str) -> set[str]:
    """Give the words of a text, in small letters, without those of addresses."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", re.sub(r"\bhttps?://\S+", "", text))}


def values(typed: Any, fields: frozenset[str]) -> Iterator[str]:
    """Give every text in some fields of what was typed, and in what stands within them."""
    if isinstance(typed, str):
        yield "" if fields else typed
    elif isinstance(typed, Mapping):
        for name, value in typed.items():
            yield from values(value, frozenset() if name in fields else fields)
    elif isinstance(typed, Sequence):
        for value in typed:
            yield from values(value, fields)


def typed_in(*files: Path) -> set[str]:
    """Give every word in some files but for the names of fields and for comments."""
    typed = (file.read_text(encoding="utf-8") for file in files)
    return {word for text in typed for word in parts(re.sub(r"(?m)^[ -]*(\w+:( |$)|#.*)", "", text))}


@cache
def juniper_city() -> Site:
    reading = read_folder(FOLDER)
    assert reading.problems == ()
    return site_of(reading.records, date(2027, 3, 8))


@cache
def foreign() -> set[str]:
    """Give the words that no page of this city may have, but for those that its own records or its own law have."""
    english = (REGIMES / "england-police-and-crime-panel.yml").read_text(encoding="utf-8")
    told = values(YAML(typ="safe", pure=True).load(english), TELLING)
    law = {word for text in told for word in parts(text)} - COMMON
    published = {word for word in typed_in(*FIRST.rglob("*.yml")) if not ordinary(word)}
    own = typed_in(REGIMES / "california-city-council.yml", *FOLDER.rglob("*.yml"))
    return (law | published) - own - OF_THE_SOFTWARE - {name.casefold() for name in (*MONTHS, *WEEKDAYS)}


def test_what_is_foreign_is_known() -> None:
    telling = "police crime commissioner precept veto schedule statutory england birmingham coventry"
    assert foreign() >= set(telling.split())
    assert foreign().isdisjoint(("council", "california", "street", "budget", "the"))


def test_no_page_and_no_file_has_a_foreign_word() -> None:
    site = juniper_city()
    said = {address: f"{page.title} {page.summary} {words(str(page.html))}" for address, page in site.pages.items()}
    said |= {
        address: words(file.content.decode().replace("Panel Papers", ""))
        for address, file in site.files.items()
        if isinstance(file, File) and address.endswith((".xml", ".ics", ".json", ".csv"))
    }
    assert len(said) > 40
    found = {
        address: parts(text) & foreign() for address, text in said.items() if not address.startswith(PASSED_OVER)
    }
    assert {address: some for address, some in found.items() if some} == {}


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "meetings/2027-03-02/",
            "The minutes, ordinances and resolutions are kept for ever.",
        ),
        (
            "meetings/2027-03-02/",
            "The other papers of a meeting are kept for 2 years.",
        ),
        ("meetings/2027-03-02/agenda/", "Section 54957.6(a): Talks with employees and their unions."),
        ("meetings/2027-03-02/agenda/", "Section 54956.95"),
        ("meetings/2027-03-02/agenda/", "Why it is taken in private A description of it would help those"),
        (
            "meetings/2027-03-02/agenda/",
            "What closes a meeting to the public An announcement before the session. Afterwards What was decided, "
            "and the vote of each member, are told in public.",
        ),
        (
            "meetings/2027-03-02/agenda/",
            "The rule, and the law California Government Code, section 54954.2(b)",
        ),
        ("recommendations/", "Recommendations What a meeting asks for in a resolution stands in the register"),
        ("accessibility/", "The law is 28 CFR, part 35, subpart H. What is not accessible"),
        ("accessibility/", "To mend this would be a disproportionate burden."),
        ("accessibility/", "What the law does not cover"),
        ("accessibility/", "This is not within the scope of the law."),
    ],
)
def test_pages_say_what_the_law_of_the_city_states(address: str, sentence: str) -> None:
    assert sentence in words(str(juniper_city().pages[address].html))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("meetings/2027-03-02/agenda/", "resolution that excluded the public"),
        ("meetings/2027-03-02/agenda/", "Why the public interest is in keeping it private"),
        ("meetings/2027-03-02/agenda/", "Agreed by"),
        ("meetings/2027-03-02/", "until the end of"),
        ("meetings/2027-03-02/", "The law's dates"),
        ("meetings/2027-03-02/papers/paving/", "Background papers"),
        ("accessibility/", "If you are not content with the answer"),
    ],
)
def test_pages_say_nothing_that_it_does_not_state(address: str, sentence: str) -> None:
    assert sentence not in words(str(juniper_city().pages[address].html))
