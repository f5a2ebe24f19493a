"""What every template can ask for: the filters by which records become words."""

from __future__ import annotations

import pytest

from panelpapers.pages.rendering import Renderer, environment
from panelpapers.records.agenda import AgendaItem
from panelpapers.records.base import Record
from panelpapers.records.minutes import Minutes
from tests.river_valley import TEMPLATES, TODAY, river_valley


@pytest.mark.parametrize(
    ("docstring", "first"),
    [
        ("What it is.", "What it is."),
        ("  What ``it`` is.\n\nAnd more of it.\n", "What it is."),
        ("What it is\non two lines.\n\nMore.", "What it is\non two lines."),
    ],
)
def test_of_a_docstring_the_first_paragraph_is_shown(docstring: str, first: str) -> None:
    assert environment(TEMPLATES).from_string("{{ text | first_sentence }}").render(text=docstring) == first


@pytest.mark.parametrize(("record", "shown"), [(AgendaItem, "agenda item"), (Minutes, "minutes")])
def test_the_name_of_a_record_in_words(record: type[Record], shown: str) -> None:
    assert environment(TEMPLATES).from_string("{{ record | in_words }}").render(record=record) == shown


def test_addresses_and_names_follow_from_the_page_and_the_people() -> None:
    made = environment(TEMPLATES)
    people = river_valley().people
    context = {"page_address": "meetings/2027-03-31/", "people": people}
    assert made.from_string("{{ 'plan/' | link }}").render(context) == "../../plan/"
    assert made.from_string("{{ ids | names }}").render(context, ids=["bo-lane", "cy-moss"]) == (
        "Councillor Bo Lane and Councillor Cy Moss"
    )
    html = Renderer(TEMPLATES, river_valley(), TODAY).html("nothing", "plan/", title="Plan & more")
    assert "<h1>Plan &amp; more</h1>" in html
