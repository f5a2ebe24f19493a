from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from panelpapers.facts.as_of import as_of
from panelpapers.facts.lives import Lives, Passed, name_on
from panelpapers.facts.members import Membership
from panelpapers.facts.told import Told
from panelpapers.records.lives import HandOver, Life
from panelpapers.records.panel import Body
from panelpapers.records.people import Term
from panelpapers.records.publication import Records
from tests.tern_bay import AFTER, BEFORE, LAST, changed, tern_bay

LAMPS, SURVEY = "2027-05-12-7-b", "2027-05-12-6-i"
DAY = timedelta(days=1)


def test_a_body_has_the_name_of_the_day() -> None:
    council = tern_bay().bodies["tern-bay-council"]
    assert name_on(council, date(2026, 12, 31)) == "Tern Urban District Council"
    assert name_on(council, date(2027, 1, 1)) == "Tern Bay Council"


@pytest.mark.parametrize(
    ("day", "ended"),
    [(LAST, False), (AFTER, True)],
    ids=["its last day is a day of the body", "the day after is not"],
)
def test_a_body_lasts_until_the_end_of_its_last_day(day: date, *, ended: bool) -> None:
    board = tern_bay().panel
    assert board
    assert board.ended(day) is ended
    assert bool(Membership(tern_bay()).seats_on(day)) is not ended


def test_what_is_open_passes_as_it_is_handed_over_and_a_named_action_before_the_rest() -> None:
    lives, law = Lives(tern_bay()), "Harbours (Tern Bay) Order 2027, article"
    board = lives.every[lives.records.own]
    assert lives.passed_on(board, "actions", SURVEY) == Passed(AFTER, ("tern-port-trust",), f"{law} 9", named=True)
    assert lives.passed_on(board, "actions", LAMPS) == Passed(
        date(2028, 5, 1), ("tern-bay-council",), f"{law} 4", named=True
    )
    assert lives.passed_on(board, "recommendations") == lives.passed_on(board, "actions", SURVEY)


def test_what_nobody_hands_over_follows_what_the_body_became() -> None:
    body = Life.model_validate({"until": "2028-03-31", "became": "a, b", "law": "Order 1"})
    assert Lives(Records()).passed_on(body, "actions") == Passed(AFTER, ("a", "b"), "Order 1", named=False)
    assert Lives(Records()).passed_on(Life.model_validate({"until": "2028-03-31"}), "actions") is None
    assert Lives(Records()).passed_on(Life.model_validate({"became": "a"}), "actions") is None


def test_what_is_handed_over_may_be_of_one_kind() -> None:
    given = HandOver.model_validate({"to": "a", "what": ["commitments"]})
    assert given.takes("commitments")
    assert not given.takes("actions", SURVEY)


@pytest.mark.parametrize(
    ("day", "steps", "people"),
    [
        (date(2025, 12, 31), 0, ("mae-kelp",)),
        (date(2026, 1, 1), 0, ("ned-shoal",)),
        (date(2027, 12, 31), 0, ("ned-shoal",)),
        (date(2028, 1, 1), 1, ("ola-wick",)),
    ],
)
def test_an_owner_leads_to_whoever_holds_the_office_on_the_day(
    day: date, steps: int, people: tuple[str, ...]
) -> None:
    owner = Lives(tern_bay()).owner("the Harbour Commissioner", "actions", day)
    assert len(owner.passed) == steps
    assert owner.people == people


@pytest.mark.parametrize(
    "text", ["Harbour Commissioner", "the harbour commissioner", "the Harbour Commissioner or the pilots"]
)
def test_an_owner_is_found_by_its_name_with_others_or_without(text: str) -> None:
    assert Lives(tern_bay()).named(text) == "harbour-commissioner"


def test_an_owner_may_be_the_id_of_a_body_or_a_person() -> None:
    lives = Lives(tern_bay())
    person_id, person = next(iter(lives.records.people.items()))
    assert lives.named("harbour-commissioner") == "harbour-commissioner"
    assert lives.said("harbour-commissioner") == lives.records.bodies["harbour-commissioner"].name
    assert lives.said(person_id) == person.full_name
    assert lives.said("the clerk") == "the clerk"


@pytest.mark.parametrize(
    "text", ["the Harbour Commissioner's office", "the Board's clerk", "the Board and Pier Trust", "somebody"]
)
def test_another_name_with_the_same_words_is_another_owner(text: str) -> None:
    assert Lives(tern_bay()).named(text) is None


@pytest.mark.parametrize(
    ("day", "chair"), [(date(2027, 5, 11), ("ada-mole",)), (date(2027, 5, 12), ("cat-buoy",)), (AFTER, ())]
)
def test_an_office_of_a_member_leads_to_who_has_it_on_the_day(day: date, chair: tuple[str, ...]) -> None:
    assert Lives(tern_bay()).owner("the Chair", "actions", day).people == chair


def test_a_body_that_is_split_leads_to_all_that_last() -> None:
    bodies = {
        "a": {"until": "2028-03-31", "became": "b, c"},
        "b": {"until": "2029-03-31", "became": "d"},
        "c": {},
        "d": {},
    }
    records = Records(
        bodies={
            name: Body.model_validate({"id": name, "name": name, "kind": "Case", **typed})
            for name, typed in bodies.items()
        }
    )
    assert Lives(records).chain("a", "actions", AFTER)[1] == ("b", "c")
    assert Lives(records).chain("a", "actions", date(2029, 4, 1))[1] == ("c", "d")


def test_bodies_that_became_one_were_merged() -> None:
    bodies = {"a": "c", "b": "c", "c": "", "d": "c, e", "e": ""}
    typed = {name: {"until": "2028-03-31", "became": became} if became else {} for name, became in bodies.items()}
    records = Records(
        bodies={
            name: Body.model_validate({"id": name, "name": name, "kind": "Case", **life})
            for name, life in typed.items()
        }
    )
    assert Lives(records).merged_with("a") == ["b", "d"]
    assert Lives(records).merged_with("c") == Lives(records).merged_with("d") == []
    assert Lives(records).before("c") == ["a", "b", "d"]


def test_a_chain_of_successors_is_followed(tmp_path: Path) -> None:
    assert Lives(tern_bay()).chain("", "deferred items", AFTER)[1] == ("tern-port-trust",)
    records = changed(
        tmp_path,
        "bodies.yml",
        "    kind: trust\n    from: 2028-04-01",
        "    kind: trust\n    until: 2028-04-30\n    became: harbour-commissioner",
    )
    assert Lives(records).chain("", "recommendations", date(2028, 6, 1))[1] == ("harbour-director",)


def test_seats_of_which_nothing_says_whether_they_count_make_the_number_unknown(tmp_path: Path) -> None:
    assert Membership(tern_bay()).voters_on(BEFORE) == 5
    records = changed(tmp_path, "people.yml", "        votes: no\n        counts: no\n", "")
    assert Membership(records).voters_on(BEFORE) is None


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ({"seat": "Member"}, True),
        ({"seat": "substitute"}, False),
        ({"seat": "mayor"}, None),
        ({"seat": "mayor", "votes": "yes"}, True),
        ({"seat": "co-opted member", "votes": "no"}, False),
        ({"seat": "member", "votes": "no", "counts": "yes"}, True),
    ],
)
def test_a_seat_counts_by_its_vote_unless_it_says_otherwise(typed: dict[str, str], *, counted: bool | None) -> None:
    assert Term.model_validate({"source": "Case", **typed}).counted is counted


def test_an_empty_seat_is_no_member() -> None:
    membership = Membership(tern_bay())
    assert membership.size_on(date(2027, 8, 31)) == 7
    assert membership.size_on(date(2027, 9, 1)) == 6


def test_nothing_of_an_end_is_there_before_it_is_announced() -> None:
    before, on = as_of(tern_bay(), BEFORE), as_of(tern_bay(), BEFORE + DAY)
    assert before.panel
    assert on.panel
    assert (before.panel.until, before.panel.became, before.panel.law, before.panel.hands_over) == (
        None,
        [],
        None,
        [],
    )
    assert on.panel.until == LAST
    assert [given.to for given in on.panel.hands_over] == ["tern-port-trust"]
    assert {"tern-port-trust", "harbour-director"}.isdisjoint(before.bodies)
    assert "tern-port-trust" in on.bodies


def test_an_end_that_nobody_announced_is_told_on_the_last_day() -> None:
    for day, until in ((date(2027, 12, 30), None), (date(2027, 12, 31), date(2027, 12, 31))):
        assert as_of(tern_bay(), day).bodies["harbour-commissioner"].until == until


def test_who_will_hold_an_office_and_which_seat_will_be_empty_are_told_on_their_days() -> None:
    before = as_of(tern_bay(), date(2027, 9, 21))
    assert before.panel
    assert before.panel.vacancies == []  # the minutes that tell it are published a day later
    told = as_of(tern_bay(), date(2027, 9, 22))
    assert told.panel
    assert len(told.panel.vacancies) == 1
    assert "ola-wick" not in told.people
    assert "ola-wick" in as_of(tern_bay(), date(2028, 1, 1)).people


def test_an_end_that_is_announced_is_news_and_one_before_all_papers_is_history(tmp_path: Path) -> None:
    assert date(2027, 6, 10) in Told(tern_bay()).days
    long_ago = changed(tmp_path, "bodies.yml", "    kind: ministry\n", "    kind: ministry\n    until: 2019-03-31\n")
    assert Told(long_ago).days[0] == date(2027, 5, 20)


def test_before_a_body_was_renamed_it_has_the_name_of_that_time() -> None:
    council = as_of(tern_bay(), date(2026, 12, 31)).bodies["tern-bay-council"]
    assert (council.name, council.former_names) == ("Tern Urban District Council", [])


def test_who_holds_an_office_that_is_a_body() -> None:
    lives = Lives(tern_bay())
    assert [(office, holder.begins) for office, holder in lives.offices_of("mae-kelp")] == [
        ("harbour-commissioner", date(2019, 1, 1))
    ]
    assert lives.offices_of("ann-quay") == []
