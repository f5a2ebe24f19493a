"""An action is closed once, unless it was opened again."""

from __future__ import annotations

import pytest

from panelpapers.records.actions import ActionTracker
from panelpapers.records.minutes import Minutes
from panelpapers.records.publication import Records
from panelpapers.rules.actions import closed_twice
from tests.rules.packs import found_by

ACTION = "2027-01-20-2-ii"


def history(*steps: str, name: str = "action") -> Records:
    """Give records in which something happens to one action, meeting by meeting: ``discharges``, ``proposed``."""
    minutes, trackers = {}, {}
    for month, step in enumerate(steps, start=2):
        meeting_id = f"2027-{month:02}-01"
        said = {name: ACTION if name == "action" else "911ii", "text": "The clerk writes."}
        if step in ("proposed", "reported"):
            proposes = "discharge" if step == "proposed" else "keep open"
            trackers[meeting_id] = ActionTracker.model_validate({"updates": [{**said, "proposes": proposes}]})
        else:
            fields = {field: [said] for field in step.split(" and ")}
            if step == "discharges twice":
                fields = {"discharges": [said, said]}
            minutes[meeting_id] = Minutes.model_validate({"minutes": [{"number": "1", "title": "Actions", **fields}]})
    return Records(minutes=minutes, trackers=trackers)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (["discharges"], 0),
        (["proposed", "discharges"], 0),
        (["discharges", "discharges"], 1),
        (["discharges", "discharges", "discharges"], 2),
        (["discharges twice"], 1),
        (["discharges", "proposed"], 1),
        (["discharges", "reported"], 0),  # what is reported later may still be said
        (["proposed", "proposed"], 0),
        (["discharges", "reopens", "discharges"], 0),
        (["discharges", "reopens", "proposed", "discharges"], 0),
        (["discharges and reopens", "discharges"], 0),
        (["reopens", "discharges"], 1),  # nothing had closed it
    ],
)
def test_an_action_is_closed_once(steps: list[str], told: int) -> None:
    assert len(found_by(closed_twice, history(*steps))) == told


def test_one_whose_resolution_is_not_on_the_site_too() -> None:
    (problem,) = found_by(closed_twice, history("discharges", "discharges", name="number"))
    assert problem.message == 'The meeting of 2027-02-01 discharged the action "911ii" already.'
