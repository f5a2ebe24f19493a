"""The day on which each record was told: as typed, else as the record shows that made it public."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from panelpapers.facts.told import ALWAYS, Told
from panelpapers.records.publication import Records
from panelpapers.records.source import Source
from tests.first_publication import first_publication
from tests.river_valley import river_valley

JANUARY, MARCH, JUNE = "2027-01-20", "2027-03-31", "2027-06-02"
PATROLS = (MARCH, "patrols")


def with_agenda(records: Records, meeting_id: str, published: date | None) -> Records:
    agenda = records.agendas[meeting_id].model_copy(update={"published": published})
    return replace(records, agendas={**records.agendas, meeting_id: agenda})


def with_paper(records: Records, **values: object) -> Records:
    return replace(records, papers={PATROLS: records.papers[PATROLS].model_copy(update=values)})


def test_an_agenda_is_told_when_it_was_published() -> None:
    assert Told(river_valley()).agendas[MARCH] == date(2027, 3, 22)


def test_without_a_day_it_is_told_on_the_last_that_the_rule_of_notice_allows() -> None:
    assert Told(first_publication()).agendas["2026-01-05"] == date(2025, 12, 23)
    records = with_paper(with_agenda(river_valley(), JUNE, None), published=None)
    assert Told(records).agendas[JUNE] == date(2027, 5, 27)


def test_a_paper_that_was_published_before_shows_that_the_agenda_was() -> None:
    paper = river_valley().papers[PATROLS].model_copy(update={"published": date(2027, 3, 1)})
    records = replace(with_agenda(river_valley(), MARCH, None), papers={PATROLS: paper})
    assert Told(records).agendas[MARCH] == date(2027, 3, 1)


def test_without_a_rule_of_notice_nothing_says_when() -> None:
    records = with_agenda(river_valley(), JUNE, None)
    assert records.panel
    without = replace(records, panel=records.panel.model_copy(update={"notice_rule": None}), packaged={})
    assert Told(without).agendas[JUNE] == ALWAYS


def test_without_a_rule_of_its_own_the_law_says_when() -> None:
    records = with_agenda(river_valley(), JUNE, None)
    assert records.panel
    without = replace(records, panel=records.panel.model_copy(update={"notice_rule": None}))
    assert Told(without).agendas[JUNE] == date(2027, 5, 24)


@pytest.mark.parametrize(
    ("values", "day"),
    [
        ({"published": date(2027, 3, 24)}, date(2027, 3, 24)),
        ({"published": None}, date(2027, 3, 22)),
        ({"published": None, "item": "7"}, date(2027, 3, 29)),
    ],
)
def test_a_paper_is_told_as_typed_else_with_its_pack_or_the_item_that_was_added(
    values: dict[str, object], day: date
) -> None:
    assert Told(with_paper(river_valley(), **values)).papers[PATROLS] == day


def test_minutes_are_told_with_the_agenda_that_confirms_them_else_on_the_day_of_the_meeting() -> None:
    assert Told(river_valley()).minutes[JANUARY] == date(2027, 3, 22)
    assert Told(river_valley()).minutes[MARCH] == date(2027, 3, 31)
    typed = river_valley().minutes[MARCH].model_copy(update={"published": date(2027, 4, 9)})
    assert Told(replace(river_valley(), minutes={MARCH: typed})).minutes[MARCH] == date(2027, 4, 9)


def test_of_a_meeting_known_from_a_tracker_alone_minutes_are_told_with_that_tracker() -> None:
    assert Told(first_publication()).minutes["2025-07-28"] == date(2025, 12, 23)


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ({"title": "Patrols, table 1", "meeting": MARCH}, date(2027, 3, 24)),
        ({"title": "Another paper", "meeting": MARCH}, date(2027, 3, 22)),
        ({"title": "Another paper", "meeting": MARCH, "published": "2027-02-01"}, date(2027, 2, 1)),
        ({"title": "A report of others"}, ALWAYS),
    ],
)
def test_a_figure_is_told_by_the_paper_that_its_source_names(source: dict[str, str], day: date) -> None:
    assert river_valley().papers[PATROLS].title.startswith("Patrols")
    records = with_paper(river_valley(), title="Patrols")
    assert Told(records).source(Source.model_validate(source)) == day


def test_a_change_of_membership_is_told_where_the_panel_was_told_else_on_its_day() -> None:
    told, people = Told(river_valley()), river_valley().people
    assert told.begin(people["di-hart"].terms[0]) == date(2027, 3, 22)
    assert told.end(people["cy-moss"].terms[0]) == date(2027, 2, 28)
    assert told.begin(people["ed-vale"].terms[0]) == ALWAYS


def test_the_latest_papers_and_the_day_as_of_which_a_site_speaks() -> None:
    assert Told(river_valley()).latest_papers == (date(2027, 4, 12), JUNE)
    assert Told(river_valley()).stated(date(2027, 4, 11)) == date(2027, 3, 31)
    assert Told(river_valley()).stated(date(2027, 4, 12)) == date(2027, 4, 12)
    undated = Records(meetings=river_valley().meetings)
    assert Told(replace(undated, meetings={})).stated(date(2027, 1, 1)) == date(2027, 1, 1)


def test_an_agenda_that_nothing_dates_is_no_day_on_which_anything_was_told() -> None:
    panel = river_valley().panel
    assert panel
    no_rule = panel.model_copy(update={"notice_rule": None})
    agenda = river_valley().agendas[JUNE].model_copy(update={"published": None})
    meeting = river_valley().meetings[JUNE].model_copy(update={"announced": None})
    told = Told(Records(panel=no_rule, meetings={JUNE: meeting}, agendas={JUNE: agenda}))
    assert told.agendas[JUNE] == ALWAYS
    assert told.stated(date(2027, 4, 11)) == date(2027, 6, 2)
