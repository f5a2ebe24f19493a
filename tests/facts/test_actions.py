"""What became of an action, and which record says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from panelpapers.facts.actions import Action, actions
from panelpapers.records.actions import ActionTracker
from panelpapers.records.agenda import Agenda
from panelpapers.records.minutes import Minutes
from panelpapers.records.publication import Records

MADE, LATER = "2027-02-08", "2027-03-31"
AGENDA = Agenda.model_validate({"items": [{"number": "6", "title": "Tracker"}]})


def minutes(**minute: Any) -> Minutes:
    return Minutes.model_validate({"minutes": [{"number": "7", "title": "Roads", **minute}]})


DECIDED = minutes(resolutions=[{"text": "T", "short": "S", "action": {"owner": "the Panel", "due": LATER}}])


def resolved(tracked: Mapping[str, Any], minuted: Mapping[str, Any], agenda: Agenda | None = AGENDA) -> Action:
    """Give the action of one resolution, after the tracker and the minutes of a later meeting."""
    update = {"action": f"{MADE}-7", "text": "T", **tracked}
    tracker = ActionTracker.model_validate({"item": "6", "updates": [update] if tracked else []})
    told = {"discharges": [{"action": f"{MADE}-7", "text": "T", **minuted}]} if minuted else {}
    records = Records(
        agendas={LATER: agenda} if agenda else {},
        minutes={MADE: DECIDED, LATER: minutes(**told)},
        trackers={LATER: tracker},
    )
    (action,) = actions(records)
    return action


def test_an_action_nobody_reported_on_rests_on_nothing() -> None:
    action = resolved({}, {})
    assert (action.status, action.decided, action.concluded, action.standing) == ("open", None, None, "owed")
    assert (action.owner, action.due) == ("the Panel", LATER)


def test_a_report_alone_leaves_the_status_as_it_was() -> None:
    action = resolved({"proposes": "keep open"}, {})
    assert (action.status, action.decided) == ("open", None)
    assert [step.what for step in action.steps] == ["reported"]


def test_a_status_rests_on_the_record_that_gives_it() -> None:
    proposed = resolved({"proposes": "discharge"}, {})
    assert proposed.decided is not None
    assert (proposed.status, proposed.decided.item, proposed.standing) == ("proposed for discharge", "6", "owed")
    closed = resolved({"proposes": "discharge"}, {"outcome": "superseded"})
    assert closed.decided is not None
    assert closed.decided.minute is not None
    assert (closed.status, closed.decided.minute.key, closed.standing) == ("discharged", "7", "closed")


def test_without_an_agenda_a_tracker_belongs_to_no_item() -> None:
    action = resolved({"proposes": "discharge"}, {}, agenda=None)
    assert [step.item for step in action.steps] == [None]


@pytest.mark.parametrize(
    ("tracked", "minuted", "outcome", "minute"),
    [
        ({"outcome": "refused"}, {}, "refused", None),
        ({"outcome": "refused"}, {"outcome": "done as resolved"}, "done as resolved", "7"),
        ({"outcome": "refused"}, {"number": "7"}, "refused", None),
    ],
)
def test_the_last_record_that_says_what_became_of_it_counts(
    tracked: dict[str, str], minuted: dict[str, str], outcome: str, minute: int | None
) -> None:
    action = resolved(tracked, minuted)
    assert action.concluded is not None
    by = action.concluded.minute
    assert (action.concluded.told.outcome, by.key if by else None) == (outcome, minute)


@pytest.mark.parametrize(
    ("kind", "standing"),
    [(None, "owed"), ("promised", "owed"), ("offered", "offered"), ("could be provided", "offered")],
)
def test_nobody_owes_what_was_only_offered(kind: str | None, standing: str) -> None:
    said = {"id": "more", "text": "T", "owner": "O", **({"kind": kind} if kind else {})}
    themes = [{"title": "T", "exchanges": [{"asked": "A", "undertakings": [said]}]}]
    (action,) = actions(Records(minutes={MADE: minutes(themes=themes)}))
    assert (action.undertaken, action.standing) == (True, standing)


def test_what_is_told_as_done_is_no_longer_to_be_done_until_it_is_opened_again() -> None:
    told = resolved({"proposes": "discharge", "outcome": "done as resolved"}, {})
    assert (told.status, told.standing) == ("proposed for discharge", "told")
    update = {"action": f"{MADE}-7", "text": "T", "outcome": "done differently"}
    again = minutes(reopens=[{"action": f"{MADE}-7", "text": "T"}])
    tracker = ActionTracker.model_validate({"updates": [update]})
    (action,) = actions(Records(minutes={MADE: DECIDED, LATER: again}, trackers={LATER: tracker}))
    assert (action.status, action.concluded, action.standing) == ("reopened", None, "owed")
