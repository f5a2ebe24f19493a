"""Forms to fill in, as pages: each field with its help, and each rule in the words of the check."""

from __future__ import annotations

import gzip
import re
from datetime import date
from functools import cache

import pytest

from panelpapers.pages import addresses
from panelpapers.pages.citing import new_file
from panelpapers.pages.forms import Input, form_pages, inputs_of
from panelpapers.pages.rendering import Renderer
from panelpapers.publication import check_folder
from panelpapers.records.agenda import AgendaItem
from panelpapers.records.fields import kinds_within
from panelpapers.records.forms import FORMS, Form, form_of_family
from panelpapers.records.panel import Panel
from panelpapers.records.votes import Motion, Votes
from tests.first_publication import FOLDER
from tests.river_valley import TEMPLATES

AGENDA = form_of_family("agendas")


@cache
def pages() -> dict[str, str]:
    records = check_folder(FOLDER).records
    return {page.address: page.html for page in form_pages(records, Renderer(TEMPLATES, records, date(2026, 1, 6)))}


def item(name: str) -> Input:
    return next(part for part in inputs_of(AgendaItem, AGENDA) if part.field.name == name)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_each_form_has_a_page_with_all_its_fields_and_a_rule_for_what_a_pattern_tells(form: Form) -> None:
    html = pages()[addresses.form_to_fill(form.id)]
    assert len(gzip.compress(html.encode())) < 30_000
    assert f'href="../{form.id}/"' not in html
    assert f"<code>{form.file.replace('<', '&lt;').replace('>', '&gt;')}</code>" in html
    for part in (part for kind in kinds_within(form.model) for part in inputs_of(kind, form)):
        assert f'data-field="{part.field.typed}"' in html
        assert bool(part.rule.pattern) == bool(part.rule.wrong)
        assert bool(part.rule.most) == bool(part.rule.long)
        assert bool(part.missing) == part.field.required


def test_every_form_is_listed() -> None:
    linked = re.findall(r'href="([^"#]+)/"', pages()[addresses.FORMS])
    assert {form.id for form in FORMS} <= {*linked}


def test_a_field_is_seen_at_once_where_it_is_required_or_the_example_has_it() -> None:
    seen = [part.field.name for part in inputs_of(AgendaItem, AGENDA) if part.usual]
    assert seen == ["number", "title", "report_of", "asked_to", "matter"]


def test_what_is_wrong_is_said_in_the_words_of_the_check() -> None:
    assert item("title").missing == (
        'This agenda item has no "title". What belongs there: What it is about, in a few words.'
    )
    assert item("time").rule.wrong == (
        '"…" is not a time that this form can read. Write the time on the 24-hour clock, with a colon: 14:00.'
    )
    assert item("title").rule.long.startswith("This has … letters, and there is room for 1,000.")


def test_a_value_that_may_stand_for_a_group_is_one_line() -> None:
    minutes = form_of_family("minutes")
    motion = {part.field.typed: part.shape for part in inputs_of(Motion, minutes)}
    assert (motion["moved_by"], motion["put_against"], motion["votes"]) == ("line", "texts", "group")
    assert {part.shape for part in inputs_of(Votes, minutes) if part.takes == "a whole number, or ids of people"} == {
        "line"
    }
    assert item("not_taken").choices == ("not reached", "deferred")
    assert item("consent").choices == ("yes", "no")


@pytest.mark.parametrize(
    ("repository", "new", "opened"),
    [
        (
            "https://github.com/our-town/papers",
            "https://github.com/our-town/papers/new/main?filename=data/",
            "https://github.com/our-town/papers/edit/main/data/",
        ),
        (
            {"address": "https://gitlab.com/our-town/papers.git", "branch": "site", "folder": "our records"},
            "https://gitlab.com/our-town/papers/-/new/site?file_name=our%20records/",
            "https://gitlab.com/our-town/papers/-/edit/site/our%20records/",
        ),
    ],
)
def test_where_a_file_is_proposed(repository: str | dict[str, str], new: str, opened: str) -> None:
    panel = check_folder(FOLDER).records.panel
    assert panel is not None
    assert new_file(panel.model_copy(update={"repository": None}), there=False) == ""
    named = Panel.model_validate(
        {name: getattr(panel, name) for name in ("name", "short_name", "area", "about", "edition")}
        | {"repository": repository}
    )
    assert (new_file(named, there=False), new_file(named, there=True)) == (new, opened)
