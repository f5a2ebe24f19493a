"""The real agenda pack, from its text: what is found is what people typed for the first publication.

The two have other words, since the publication says all in plain language. They must agree in numbers, order,
structure, cells and ratings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from panelpapers import read
from panelpapers.importing.drafts import Draft
from panelpapers.importing.packing import import_pack, read_file
from panelpapers.records.period import read_period
from panelpapers.records.publication import Records
from tests.importing.packs import CASES

MEETING, HELD = "2026-01-05", "2025-11-17"


@cache
def frozen() -> Records:
    return read(CASES / "first-publication").records


@cache
def drafts() -> Mapping[str, Draft]:
    source = read_file(CASES / "importing" / "first-publication" / "pack.txt")
    return {draft.path: draft for draft in import_pack([source], MEETING, frozen()).drafts}


def fields(name: str) -> Mapping[str, Any]:
    return drafts()[f"meetings/{name}"].fields


def plain(title: str) -> str:
    return " ".join(re.findall(r"[a-z]+", title.casefold().replace("’", "").replace("'", "")))


def test_agenda_has_its_items_in_order() -> None:
    items = fields(f"{MEETING}/agenda.yml")["items"]

    assert [item["number"] for item in items] == [item.number for item in frozen().agendas[MEETING].items]


def test_minutes_have_their_numbers_titles_and_resolutions() -> None:
    found = fields(f"{HELD}/minutes.yml")["minutes"]
    typed = frozen().minutes[HELD].minutes

    assert [minute["number"] for minute in found] == [minute.number for minute in typed]
    assert [_numerals(minute.get("resolutions", [])) for minute in found] == [
        [resolution.numeral or "" for resolution in minute.resolutions] for minute in typed
    ]
    for minute, known in zip(found, typed, strict=True):
        words = set(plain(str(known.title)).split()) - {"the", "and", "of"}
        assert words <= set(plain(minute["title"]).split()), minute["title"]


def test_minutes_have_their_themes_and_the_hour_at_which_they_closed() -> None:
    found = fields(f"{HELD}/minutes.yml")
    typed = frozen().minutes[HELD]

    assert [len(minute.get("themes", [])) for minute in found["minutes"]] == [
        len(minute.themes) for minute in typed.minutes
    ]
    assert found["closed"] == typed.closed.isoformat("minutes") if typed.closed else False


def test_tracker_has_its_actions() -> None:
    found = fields(f"{MEETING}/action-tracker.yml")["updates"]
    typed = frozen().trackers[MEETING].updates

    assert [update["proposes"] for update in found] == [update.proposes for update in typed]
    # The source numbers four of its five rows alike: which resolution each is about, people found out.
    assert all(known.action.startswith(update["action"]) for update, known in zip(found, typed, strict=True))


@pytest.mark.parametrize(
    ("paper", "known", "count"),
    [
        ("bringing-offenders-to-justice", "bringing-offenders-to-justice", 118),
        ("bringing-offenders-to-justice-2", "force-paper", 97),
        ("report-to-the-west-midlands-police-and-crime-west-midlands-p", "work-programme-report", 21),
    ],
)
def test_papers_have_their_numbered_paragraphs(paper: str, known: str, count: int) -> None:
    found = fields(f"{MEETING}/papers/{paper}.yml")
    typed = frozen().papers[MEETING, known]
    parts = [_paragraphs(part) for part in found.get("parts", [found])]
    sections = [part.sections for part in typed.parts] or [typed.sections]
    wanted = [[paragraph.number for section in part for paragraph in section.paragraphs] for part in sections]

    assert [part for part in parts if part] == [part for part in wanted if part]
    assert sum(map(len, parts)) == count
    assert all(paragraph["text"] for part in found.get("parts", [found]) for paragraph in _each(part))


def test_papers_ask_for_what_they_ask_for() -> None:
    report = fields(f"{MEETING}/papers/bringing-offenders-to-justice.yml")["recommendations"]
    programme = fields(f"{MEETING}/papers/report-to-the-west-midlands-police-and-crime-west-midlands-p.yml")

    assert [asked["paragraph"] for asked in report] == ["118."]
    known = frozen().papers[MEETING, "work-programme-report"].recommendations
    assert _numerals(programme["recommendations"]) == [asked.numeral for asked in known]


def test_both_tables_of_ratings_are_rated_as_known() -> None:
    commitments: Any = drafts()["plan.yml"].fields["commitments"]
    found = {
        (number, read_period(rating["period"]), rating["rating"])
        for commitment in commitments
        for number in commitment["numbers"]
        for rating in commitment["ratings"]
    }
    plan = frozen().plan
    assert plan
    typed = {
        (as_printed or number, rating.period, rating.rating)
        for commitment in plan.commitments
        for number in commitment.numbers
        for rating in commitment.ratings
        for as_printed in [int(rating.as_printed) if rating.as_printed else None]
    }

    assert found == typed


def _numerals(entries: list[Mapping[str, str]]) -> list[str]:
    return [entry.get("numeral", "").rstrip(".") for entry in entries]


def _each(part: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    for section in part.get("sections", []):
        yield from section.get("paragraphs", [])


def _paragraphs(part: Mapping[str, Any]) -> list[str]:
    return [paragraph["number"].rstrip(".") for paragraph in _each(part)]
