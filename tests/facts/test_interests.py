"""What was declared and brought is led to its business, and exempt business keeps it back."""

from __future__ import annotations

import pytest

from panelpapers.facts.interests import interests, pulled_in, raised
from panelpapers.facts.public import public
from panelpapers.records.attendance import Declaration
from tests.harbour_board import FIRST, harbour_board, with_minutes

NAMED = "declarations:\n  - person: ann-ash\n    {}: {}"


@pytest.mark.parametrize(
    ("field", "number", "led"),
    [
        ("item", "4", [("item", "4"), ("minute", "42")]),
        ("minute", "42", [("item", "4"), ("minute", "42")]),
        ("item", "5", [("item", "5")]),
        ("item", "9", []),
        ("items", "[4, 1]", [("item", "4"), ("item", "1"), ("minute", "42")]),
        ("minute", "9", []),
    ],
)
def test_an_item_leads_to_its_minute_and_a_minute_to_its_item(
    field: str, number: str, led: list[tuple[str, str]]
) -> None:
    records = with_minutes(NAMED.format(field, number))
    declared = raised(records, FIRST, records.minutes[FIRST].declarations)
    assert [(business.kind, business.key) for about in declared for business in about.business] == led


def test_the_register_has_what_minutes_tell_and_nothing_else() -> None:
    known = interests(harbour_board())
    assert [(at.meeting_id, len(at.declared)) for at in known] == [("2026-12-01", 0), (FIRST, 2)]
    assert [at.meeting_id for at in interests(with_minutes("no_declarations: no"))] == ["2026-12-01"]
    assert interests(with_minutes("no_declarations: no", "2026-12-01"))[0].meeting_id == FIRST


def test_a_consent_item_leads_to_the_minute_that_took_it_out() -> None:
    assert {key: minute.key for key, minute in pulled_in(harbour_board(), FIRST).items()} == {"3": "41"}
    assert pulled_in(harbour_board(), "2027-01-12") == {}
    assert pulled_in(harbour_board(), "2099-01-01") == {}


EXEMPT = """
declarations:
  - person: ann-ash
    item: 5
    kind: pecuniary
    interest: She rents a hall.
    did: left the room
  - person: bo-birch
    item: 4
    interest: He keeps a boat.
public_comment:
  - item: 5
    text: The rent is too low.
  - item: 4
    text: Dues are too high.
petitions:
  - title: Keep the fish hall
    minute: 44
  - title: Mend the slip
minutes:
  - number: 42
    title: Harbour dues
    item: 4
  - number: 44
    title: Lease of the fish hall
    item: 5
"""


def test_of_exempt_business_only_who_declared_and_what_they_did_is_published() -> None:
    minutes = public(with_minutes(EXEMPT)).minutes[FIRST]
    assert minutes.declarations == [
        Declaration(person="ann-ash", item="5", did="left the room"),
        Declaration(person="bo-birch", item="4", interest="He keeps a boat."),
    ]
    in_own_words = public(with_minutes(EXEMPT.replace("did: left the room", "did: left, as she rents the hall")))
    assert in_own_words.minutes[FIRST].declarations[0] == Declaration(person="ann-ash", item="5")
    assert [comment.text for comment in minutes.public_comment] == ["Dues are too high."]
    assert [petition.title for petition in minutes.petitions] == ["Mend the slip"]


def test_where_nothing_is_exempt_minutes_stay_as_they_are() -> None:
    records = harbour_board()
    assert public(records).minutes["2026-12-01"] is records.minutes["2026-12-01"]
