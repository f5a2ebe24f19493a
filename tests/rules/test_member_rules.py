from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from panelpapers.records.people import Person
from panelpapers.records.publication import Records
from panelpapers.rules import members as rules
from tests import tern_bay
from tests.river_valley import changed, river_valley
from tests.rules.packs import found_by

JANUARY = "meetings/2027-01-20/minutes.yml"
CASES = [
    (
        "a term that ends before it begins",
        "people.yml",
        "ends: 2027-02-28",
        "ends: 2025-02-28",
        "term-backwards",
        "This term of Cy Moss ends on 2025-02-28, before it begins on 2026-05-20.",
    ),
    (
        "a substitute whom no council appointed",
        "people.yml",
        "seat: substitute\n        authority: northbank",
        "seat: substitute",
        "seat-and-council",
        "Bo Lane is a substitute and has no council in this term.",
    ),
    (
        "an independent member of a council",
        "people.yml",
        "seat: independent member",
        "seat: independent member\n        authority: midstream",
        "seat-and-council",
        "Ed Vale is an independent member and has a council in this term.",
    ),
    (
        "a council that is not of this panel",
        "people.yml",
        "seat: substitute\n        authority: northbank",
        "seat: substitute\n        authority: river-police",
        "council-not-of-panel",
        'Bo Lane sits for "river-police", which is not among the panel\'s authorities.',
    ),
    (
        "in place of somebody who had no seat",
        "people.yml",
        "replaces: cy-moss",
        "replaces: gus-hill",
        "replaced-without-seat",
        "Di Hart comes in place of Gus Hill, who has no term for the same council.",
    ),
    (
        "in one's own place",
        "people.yml",
        "replaces: cy-moss",
        "replaces: di-hart",
        "replaced-without-seat",
        "Di Hart comes in place of Di Hart, who has no term for the same council.",
    ),
    (
        "noted at an item of a meeting without an agenda",
        "people.yml",
        "meeting: 2027-03-31\n          item: 2\n          minute: 12\n",
        "meeting: 2027-01-20\n          item: 2\n",
        "noted-nowhere",
        "The meeting of 2027-01-20 has no agenda on this site, and so no item to name.",
    ),
    (
        "noted in a minute of a meeting without minutes",
        "people.yml",
        "meeting: 2027-03-31\n          item: 2\n          minute: 12\n",
        "meeting: 2027-06-02\n          minute: 12\n",
        "noted-nowhere",
        "The meeting of 2027-06-02 has no minutes on this site, and so no minute to name.",
    ),
    (
        "listed before the term began",
        JANUARY,
        "person: cy-moss",
        "person: di-hart",
        "listed-without-seat",
        "Di Hart is listed among the members present on 2027-01-20, and has no term on that day.",
    ),
    (
        "listed without any term",
        JANUARY,
        "person: ann-reed",
        "person: flo-west",
        "listed-without-seat",
        "Flo West is listed among those who sent apologies on 2027-01-20, and has no term on that day.",
    ),
]


def told(records: Records) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found_by(rules, records)]


@pytest.mark.parametrize(
    ("title", "file", "typed", "instead", "code", "message"), CASES, ids=[one[0] for one in CASES]
)
def test_each_rule_tells_its_case_and_where_it_was_typed(
    title: str, file: str, typed: str, instead: str, code: str, message: str, tmp_path: Path
) -> None:
    records = changed(tmp_path, file, typed, instead)
    (problem,) = [one for one in found_by(rules, records) if one.code == code]
    assert problem.message == message, title
    assert problem.place.file.endswith(file)
    assert problem.place.line > 1


@pytest.mark.parametrize(
    ("typed", "instead", "line"),
    [
        ("seat: substitute\n        authority: northbank", "seat: substitute", "seat: substitute"),
        (
            "seat: independent member",
            "seat: independent member\n        authority: midstream",
            "authority: midstream",
        ),
    ],
)
def test_a_council_too_many_or_too_few_is_told_at_its_line(
    typed: str, instead: str, line: str, tmp_path: Path
) -> None:
    (problem,) = found_by(rules.seat_and_council, changed(tmp_path, "people.yml", typed, instead))
    assert Path(problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1].endswith(line)


def test_nothing_is_wrong_with_the_small_panel_nor_with_no_records() -> None:
    assert told(river_valley()) == []
    assert told(Records()) == []


def test_a_notice_is_left_alone_where_the_agenda_could_not_be_read() -> None:
    people = river_valley().people
    assert told(Records(people=people, unread=frozenset({"agendas", "minutes"}))) == []


@pytest.mark.parametrize(("ends", "told"), [("2026-05-19", True), ("2026-05-20", False), ("2026-05-21", False)])
def test_a_term_may_end_on_the_day_on_which_it_begins(ends: str, told: bool, tmp_path: Path) -> None:
    records = changed(tmp_path, "people.yml", "ends: 2027-02-28", f"ends: {ends}")
    assert bool(found_by(rules.term_backwards, records)) == told


def people(*terms: Mapping[str, str | None], office: str = "") -> Records:
    """Give records in which Ann has all terms but the last, and Bo has the last: ``{"begins": "2027-03-01"}``."""
    typed = [{"seat": "member", "authority": "north", "source": "S", **term} for term in terms]
    if office:
        typed = [{"office": office, **term} for term in typed]
    ann = {"id": "ann", "name": "Ann", "role": "Member", "terms": typed[:-1]}
    bo = {"id": "bo", "name": "Bo", "role": "Member", "terms": typed[-1:]}
    return Records(people={str(one["id"]): Person.model_validate(one) for one in (ann, bo)})


LATER = {"begins": "2027-03-01", "replaces": "ann"}


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ([{}, LATER], "error"),
        ([{"ends": "2027-02-28"}, LATER], ""),
        ([{"ends": "2027-03-01"}, LATER], ""),  # councils meet in the evening: one day may belong to both
        ([{"ends": "2027-03-02"}, LATER], "error"),
        ([{"begins": "2027-02-28"}, LATER], "error"),
        ([{"begins": "2027-03-01"}, LATER], ""),  # a term that began later is another one
        ([{}, {"replaces": "ann"}], "warning"),
        ([{"ends": "2027-02-28"}, {"replaces": "ann"}], ""),
        ([{}, {"begins": "2027-03-01"}], ""),  # nobody says in whose place
        (
            [{"ends": "2027-02-28"}, {"seat": "substitute", "begins": "2027-03-01"}, LATER],
            "",
        ),  # stays in another seat
        ([{"ends": "2027-02-28"}, {"seat": "substitute"}, LATER], ""),
        ([{"seat": "substitute"}, LATER], "error"),
        ([{"authority": "south"}, LATER], ""),  # told by replaced-without-seat
    ],
)
def test_whoever_was_replaced_has_left(terms: list[dict[str, str]], told: str) -> None:
    found = found_by(rules.replaced_wrongly, people(*terms))
    still_there = [one.severity for one in found if one.code == "replaced-and-still-there"]
    assert still_there == ([told] if told else [])


@pytest.mark.parametrize(
    ("ends", "told"), [({}, True), ({"ends": "2027-03-01"}, False), ({"ends": "2027-03-02"}, True)]
)
def test_an_office_passes_from_one_to_the_other(ends: dict[str, str], told: bool) -> None:
    later = {"begins": "2027-03-01"}
    assert bool(found_by(rules.two_in_one_office, people(ends, later, office="Chair"))) == told
    assert (
        found_by(rules.two_in_one_office, people({**ends, "office": "Chair"}, {**later, "office": "Vice-Chair"}))
        == []
    )
    assert found_by(rules.two_in_one_office, people(ends, {}, office="Chair")) == []


def test_who_was_co_opted_comes_in_the_place_of_who_was_elected() -> None:
    elected = {"seat": "councillor", "authority": None, "appointed_by": "the voters", "ends": "2027-02-28"}
    co_opted = {**elected, "appointed_by": "co-option", **LATER, "ends": None}
    assert found_by(rules.replaced_wrongly, people(elected, co_opted)) == []
    (found,) = found_by(rules.replaced_wrongly, people(elected, {**co_opted, "seat": "observer"}))
    assert found.message == "Bo comes in place of Ann, who has no term of the same kind."


@pytest.mark.parametrize(("begins", "told"), [("2025-05-01", 1), ("2025-05-02", 0)])
def test_an_office_is_held_within_its_term(begins: str, told: int, tmp_path: Path) -> None:
    found = found_by(
        rules,
        tern_bay.changed(tmp_path, "people.yml", "begins: 2026-05-13", f"begins: {begins}"),
    )
    assert [problem.code for problem in found] == ["office-outside-term"] * told
