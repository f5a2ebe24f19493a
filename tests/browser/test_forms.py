"""Forms filled in by a real browser: what they write is read as what was typed, slips are told as the check does.

Values are put in by script, as dictation and password managers do, in one session with one page for each form.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from panelpapers.pages import addresses
from panelpapers.pages.forms import Input, Whereabouts, form_pages, inputs_of
from panelpapers.pages.rendering import Renderer
from panelpapers.publication import check_folder
from panelpapers.reading.diagnosis import read_text
from panelpapers.reading.events import Patience
from panelpapers.reading.lines import Names
from panelpapers.reading.validate import read_record
from panelpapers.records.agenda import Agenda
from panelpapers.records.base import Record
from panelpapers.records.fields import lists_within, names_within
from panelpapers.records.forms import FORMS, Form, form_of_family
from tests.browser.axe import nodes
from tests.browser.kinds import MODES
from tests.browser.looking import Look, see_as

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("forms")]

LINES = (
    *(
        "no",
        "yes",
        "null",
        "~",
        "true",
        "1:30",
        "0x1",
        "0o7",
        "1e3",
        "8",
        "-8",
        "2026-01-05",
        ".5",
        "=",
        "<<",
        "---",
        "...",
    ),
    *(
        "Item: the budget",
        "budget:",
        ": budget",
        "a # b",
        "# b",
        "#",
        "- x",
        "-",
        "? x",
        "!x",
        "&x",
        "*x",
        "%x",
        "@x",
    ),
    *(
        "| x",
        "> x",
        "|",
        ">",
        "{a: b}",
        "[a, b]",
        "a, b",
        "}",
        "'",
        '"',
        "it's",
        "'quoted'",
        '"quoted"',
        "“curly”",
        "„so“",
    ),
    *(
        '5" pipe',
        "back\\slash",
        "\\",
        "\\n",
        "C:\\new",
        "a\\'b",
        "both ' and \"",
        "title: Water  text: more",
        "Ünïcödé",
        "👍🏽 👩‍👩‍👧",
        "שלום עולם",
        "x" * 950,
        " ".join(f"word{number}" for number in range(130)),
        "a  b   c",
        "100%",
        "£1.2m",
        "5 > 3",
        "x - y",
        "end:",
    ),
)
PASSAGES = (
    *(line for line in LINES if line != "# b"),  # a heading, which no text may have
    "One paragraph.\n\nAnother: with a colon.",
    "First line\nsecond line\n  set in\nthird",
    "- one\n- two\n\n1. three",
    "text: looks like a field\ntitle: and this too\nitems:\n  - number: 8",
    "A sentence. title: within\n\nnotes: private?",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "ends with spaces   \n\n\n\nmany lines between",
    "It’s said that “this” — well…\n'quoted'\n\"quoted\"\n\\ back\n%\n@\n{\n>",
    "<<<<<<< 1\n>>>>>>> 2",
    " ".join(f"long{number}" for number in range(640)),
    "x" * 300 + " " + "y" * 300,
)  # fmt: skip
CHANGED = {
    "tab\there": "tab here", "\tset in": "set in", "no\u00a0break": "no break", "zero\u200bwidth": "zerowidth",
    "\u202eturned": "turned", "mark\u200f": "mark", "bell\x07": "bell", "soft\u00adhyphen": "softhyphen",
    "line\u2028end": "line end", "  around  ": "around", "private \ue000 use": "private  use",
}  # fmt: skip
"""Signs that the check refuses because nobody sees them, with the text that it proposes in their place."""

SAMPLES = {
    "read_date": "2026-01-05",
    "read_time": "14:00",
    "read_count": "8",
    "read_number": "13.5",
    "read_figure": "32,500",
    "read_slug": "water-rates",
    "read_meeting_id": "2026-01-05",
    "read_due": "2026-03-01",
    "read_pointer": "8",
    "read_printed": "8 a)",
    "read_reference": "ann-ash",
    "read_ids": "ann-ash, bo-birch",
    "read_language": "cy",
    "read_web_address": "https://papers.example/a?b=c#d",
    "read_site_address": "plan/#commitment-225",
    "read_file_name": "path-report.pdf",
    "read_address_hash": f"sha256:{'0a' * 32}",
    "read_share": "more than 1/2",
    "read_action_id": "2025-11-17-921-ii",
    "read_moment": "2026-12-01 10:00",
    "read_reached": "yes",
    "read_period": "2025",
    "read_tally": "8",
    "read_grounds": "yes",
    "read_colour": "#14385c",
    "read_zone": "Europe/Paris",
    "read_currency": "EUR",
    "read_day_of_year": "1 February",
    "read_unit": "count",
    "read_result": "carried",
    "read_asked": "note",
}
NAME = """() => {
    const now = document.activeElement;
    const label = now.labels?.[0] ?? now.closest("summary") ?? now;
    return label.textContent.trim().replace(/\\s+/g, " ");
}"""
ACTIVE = """() => {
    const now = document.activeElement;
    const said = now.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent);
    return [now.value, now.getAttribute("aria-invalid"), said.at(-1)];
}"""
AS_A_FILE = f"""\
published: 5 January 2026
corrected_on: 2026-02-30
items:
  - time: 2pm
    pages: {{first: some, last: 8}}
  - title: {"x" * 1001}
"""
"""What is typed in the test of slips, as a file."""
FILL = """([where, typed]) => {
    const own = (part, query) =>
        [...part.querySelectorAll(query)].filter((found) => found.closest(".group") === part);
    const put = (control, value) => {
        control.value = value;
        control.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const fill = (group, fields) => {
        for (const [name, value] of Object.entries(fields)) {
            const field = own(group, `[data-field="${name}"]`)[0];
            if (typeof value === "string") { put(field.querySelector("input, select, textarea"), value); continue; }
            const entries = field.querySelector("[data-entries]");
            [value].flat().forEach((entry, at) => {
                if (entries.children.length <= at) field.querySelector(":scope > [data-adding] [data-add]").click();
                const child = entries.children[at];
                if (typeof entry === "string") put(child.querySelector("input, select, textarea"), entry);
                else fill(child, entry);
            });
        }
    };
    fill(document.querySelector("#form [data-path-of]"), where);
    fill(document.querySelector("#form [data-file]"), typed);
    document.querySelector("#form form").requestSubmit();
    const told = [...document.querySelectorAll("#form [data-summary] li")].map((line) => line.textContent);
    return { told, text: document.querySelector("#form [data-text]").textContent,
        where: document.querySelector("#form [data-where]").textContent };
}"""


class Drawing:
    """Draws what somebody types into a form: odd texts, each in its turn, and right values where only some are."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.random = random.Random(form.id)  # noqa: S311 - the same each time
        self.lines, self.passages = self._turns(LINES), self._turns(PASSAGES)

    def _turns(self, texts: tuple[str, ...]) -> Iterator[str]:
        while True:
            yield from self.random.sample(texts, len(texts))

    def group(self, kind: type[Record], depth: int = 0) -> dict[str, Any]:
        """Give values for the fields of a group: most of them, and of groups within groups fewer."""
        parts = inputs_of(kind, self.form)
        chosen = [part for part in parts if part.field.required or self.random.random() < 0.9**depth - 0.25 * depth]
        values = {part.field.typed: self.value(part, depth) for part in chosen}
        return {name: value for name, value in values.items() if value not in ({}, [{}])}

    def value(self, part: Input, depth: int) -> Any:
        """Give a value for a field."""
        if part.shape in ("group", "groups"):
            assert part.field.inner
            entries = [
                self.group(part.field.inner, depth + 1) for _ in range(1 if depth or part.shape == "group" else 3)
            ]
            return entries[0] if part.shape == "group" else entries
        return [self.text(part), self.text(part)] if part.shape == "texts" else self.text(part)

    def text(self, part: Input) -> str:
        """Give a text for a field, or for an entry of its list."""
        if part.choices:
            return self.random.choice(part.choices)
        names = [reader.__name__ for reader in part.field.readers if hasattr(reader, "__name__")]
        of_entry = reversed(names) if part.shape == "texts" else names
        sample = next((SAMPLES[name] for name in of_entry if name in SAMPLES), None)
        if sample is not None:
            return sample
        return next(self.passages if part.field.passage else self.lines)


def where(form: Form) -> dict[str, str]:
    """Give what a form asks of the path of its file."""
    asked = {part.field.name: part.field.typed for part in inputs_of(Whereabouts, form)}
    typed = {"date": "2026-01-05", "id": "water-rates"}
    return {asked[name]: typed[name] for name in asked if f"<{name}>" in form.file}


def as_read(node: Any) -> Any:
    """Give what the check reads, before it asks what it means: each reader leaves out what is around a text."""
    if isinstance(node, dict):
        return {name: as_read(value) for name, value in node.items()}
    return [as_read(entry) for entry in node] if isinstance(node, list) else node.strip()


@pytest.fixture(scope="module")
def opened(browser: Browser, root: str) -> Iterator[Callable[[Form], Page]]:
    """Give a function that opens the page of a form."""
    page = browser.new_page()

    def open_form(form: Form) -> Page:
        page.goto(root + addresses.form_to_fill(form.id), wait_until="load")
        return page

    yield open_form
    page.close()


def test_what_every_form_writes_is_read_as_what_was_typed(opened: Callable[[Form], Page]) -> None:
    for form in FORMS:
        typed = Drawing(form).group(form.model)
        written = opened(form).evaluate(FILL, [where(form), typed])
        assert (form.id, written["told"]) == (form.id, [])
        assert written["where"] == form.file.replace("<date>", "2026-01-05").replace("<id>", "water-rates")
        read = read_text(
            written["text"], form.file, Names(names_within(form.model), lists_within(form.model)), Patience()
        )
        assert [
            (problem.code, written["text"].split("\n")[problem.place.line - 1]) for problem in read.problems
        ] == []
        assert as_read(read.root) == as_read(typed)


def test_a_record_has_each_odd_text_as_it_was_typed(opened: Callable[[Form], Page]) -> None:
    form = form_of_family("agendas")
    texts = dict(zip_longest(PASSAGES, LINES, fillvalue="A title"))
    items = [{"number": str(at), "title": line, "text": text} for at, (text, line) in enumerate(texts.items(), 1)]
    written = opened(form).evaluate(FILL, [where(form), {"items": items}])
    agenda, problems = read_record(written["text"].encode(), form.file, Agenda)
    assert (written["told"], [problem.message for problem in problems]) == ([], [])
    assert agenda is not None
    assert [(item.title, item.text) for item in agenda.items] == [(item["title"], item["text"]) for item in items]


def test_signs_that_nobody_sees_become_what_the_check_proposes(opened: Callable[[Form], Page]) -> None:
    form = form_of_family("agendas")
    items = [
        {"number": str(number), "title": text, "text": f"One.\n\n{text}"} for number, text in enumerate(CHANGED, 1)
    ]
    written = opened(form).evaluate(FILL, [where(form), {"items": items}])
    agenda, problems = read_record(written["text"].encode(), form.file, Agenda)
    assert problems == ()
    assert agenda is not None
    assert [item.title for item in agenda.items] == [*CHANGED.values()]


def test_slips_are_told_in_the_words_of_the_check(opened: Callable[[Form], Page]) -> None:
    form = form_of_family("agendas")
    typed = {
        "published": "5 January 2026",
        "corrected_on": "2026-02-30",
        "items": [{"title": "", "time": "2pm", "pages": {"first": "some", "last": "8"}}, {"title": "x" * 1001}],
    }
    page = opened(form)
    written = page.evaluate(FILL, [{"meeting": ""}, typed])
    _, problems = read_record(AS_A_FILE.encode(), form.file, form.model)
    said = {f"{problem.message} {problem.fix}" for problem in problems if problem.code != "missing"}
    assert len(said) == 5
    told = [re.sub(r"^[A-Z][^:]*: ", "", line) for line in written["told"]]
    missing = [line for line in told if " has no " in line]
    assert missing == [
        'This file has no "meeting". What belongs there: Name of the folder of the meeting, which begins with its '
        "date.",
        'This agenda item has no "title". What belongs there: What it is about, in a few words.',
    ]
    assert set(told) - {*missing} == said
    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.matches('[data-summary]')")
    for name in ("light", "dark", "phone"):
        see_as(page, MODES[name])
        assert nodes(Look(page, MODES[name], []))["violations"] == []
    # A link of the list leads into what is folded up, and the field says what is wrong with it.
    page.keyboard.press("Tab")
    while "2026-02-30" not in page.evaluate("document.activeElement.textContent"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(ACTIVE) == [
        "2026-02-30",
        "true",
        'There is no day "2026-02-30" in the calendar. Check the month and the day.',
    ]


def test_a_form_is_filled_in_by_keyboard_alone(opened: Callable[[Form], Page]) -> None:
    page = opened(form_of_family("agendas"))

    def go(name: str, *keys: str, back: bool = False) -> None:
        """Press Tab until the keyboard is at what has this name, and press keys there."""
        for _ in range(80):
            if page.evaluate(NAME) == name:
                break
            page.keyboard.press("Shift+Tab" if back else "Tab")
        assert page.evaluate(NAME) == name
        for key in keys:
            page.keyboard.press(key) if key in ("Enter", "Space") else page.keyboard.insert_text(key)

    go("Meeting (required)", "2026-02-02")
    go("Title, agenda item 1 (required)", "Apologies")
    go("Add an agenda item", "Enter")
    assert page.evaluate(NAME) == "Number, agenda item 2"
    go("Title, agenda item 2 (required)", "Nothing")
    go("Add an agenda item", "Space")
    go("Title, agenda item 3 (required)", "Interests: none")
    go("More fields, agenda item 3", "Enter")
    go("Time, agenda item 3", "14:00")
    go("Remove agenda item 2", "Enter", back=True)
    assert page.locator("[data-told]").inner_text() == "Agenda item 2 is removed."
    assert page.evaluate(NAME) == "Add an agenda item"
    go("Write the file", "Enter")
    assert page.evaluate(NAME) == "The file is written"
    assert page.locator("[data-text]").inner_text() == (
        'items:\n  - title: Apologies\n  - title: "Interests: none"\n    time: "14:00"\n'
    )
    assert nodes(Look(page, MODES["light"], []))["violations"] == []
    with page.expect_download() as download:
        go("Download the file", "Enter")
    assert download.value.suggested_filename == "agenda.yml"


def test_a_file_is_proposed_where_its_text_is_short_enough_for_an_address(browser: Browser, root: str) -> None:
    records = check_folder(ROOT / "tests" / "cases" / "second-panel").records
    form = form_of_family("agendas")
    at = addresses.form_to_fill(form.id)
    renderer = Renderer(ROOT / "theme_overrides", records, date(2027, 3, 12))
    html = next(made.html for made in form_pages(records, renderer) if made.address == at)
    with browser.new_page() as page:
        page.route(
            root + at,
            lambda route: route.fulfill(
                body=f"<!doctype html><meta charset=utf-8><title>Form</title>{html}", content_type="text/html"
            ),
        )
        page.goto(root + at)
        item = {"title": "Água & more"}
        page.evaluate(FILL, [where(form), {"items": [item]}])
        proposed = page.locator("[data-proposed]")
        assert proposed.get_attribute("href") == (
            "https://github.com/northshire/panel-papers/new/main?filename=data/meetings/2026-01-05/agenda.yml"
            "&value=items%3A%0A%20%20-%20title%3A%20%C3%81gua%20%26%20more%0A"
        )
        assert page.locator("p[data-short]").is_visible()
        page.evaluate(FILL, [where(form), {"items": [item | {"text": "word " * 2000}]}])
        assert str(proposed.get_attribute("href")).endswith("?filename=data/meetings/2026-01-05/agenda.yml")
        assert page.locator("p[data-long]").is_visible()
        assert not page.locator("p[data-short]").is_visible()
