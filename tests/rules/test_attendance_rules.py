"""Who was there and when, in which sittings: what cannot be is told, and what may be is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from panelpapers.facts.agenda_states import agenda_states
from panelpapers.facts.dates import MeetingDates, dates_of
from panelpapers.facts.interests import pulled_in, raised
from panelpapers.reading.validate import read_record
from panelpapers.records.agenda import Agenda
from panelpapers.records.panel import NoticeRule
from panelpapers.rules import agendas, attendance, deferrals, exempt, minutes, numbering
from tests.harbour_board import FIRST, harbour_board, minutes_typed, with_minutes
from tests.rules.packs import found_by


def codes(text: str) -> list[tuple[str, str, int]]:
    """Give code, severity and line of each problem in minutes of the first meeting, which starts at 4pm."""
    return [
        (problem.code, problem.severity, problem.place.line) for problem in found_by(attendance, with_minutes(text))
    ]


def test_the_case_is_sound() -> None:
    assert found_by(attendance, harbour_board()) == []


PRESENT = "present:\n  - person: ann-ash\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{PRESENT}    arrived: 16:31\n    left: 16:30", 4),
        (f"{PRESENT}    arrived: 16:31\n    away:\n      - from: 16:30\n        until: 16:40", 5),
        (f"{PRESENT}    away:\n      - from: 16:00\n        until: 16:31\n    left: 16:30", 6),
        ("sessions:\n  - id: one\n    closed: 16:31\n  - id: two\n    opened: 16:30", 5),
        (f"{PRESENT}    away:\n      - from: 16:31\n        until: 16:30", 5),
        ("quorum:\n  reached: 16:31\n  lost: 16:30", 3),
        ("sessions:\n  - id: one\n    opened: 16:31\n    closed: 16:30", 4),
        ("sessions:\n  - id: one\n    opened: 16:31\n    adjourned: 16:30", 4),
        ("sessions:\n  - id: one\n    recesses:\n      - from: 16:31\n        until: 16:30", 5),
    ],
)
def test_a_time_before_the_one_that_it_follows(text: str, line: int) -> None:
    assert codes(text) == [("minuted-times", "error", line)]
    assert codes(text.replace("16:31", "16:30")) == []


def test_hours_after_midnight_come_last_where_the_meeting_went_on_till_then() -> None:
    late = f"{PRESENT}    arrived: 23:50\n    left: 00:20\n"
    assert codes(f"{late}closed: 00:30") == []
    assert codes(f"{late}sessions:\n  - id: one\n    opened: 19:00\n    closed: 00:20") == []
    assert codes(late) == [("minuted-times", "error", 4)]
    assert codes(f"{late}closed: 00:10") == [("outside-meeting", "warning", 4)]


def test_who_came_or_went_when_nobody_met() -> None:
    left = f"{PRESENT}    left: 18:45\n"
    assert codes(f"{left}closed: 18:45") == []
    assert codes(f"{left}closed: 18:44") == [("outside-meeting", "warning", 3)]
    sessions = (
        "sessions:\n  - id: one\n    opened: {}\n    closed: 17:00\n  - id: two\n    opened: 18:00\n    closed: {}"
    )
    assert codes(left + sessions.format("16:00", "18:45")) == []
    assert codes(left + sessions.format("16:00", "18:44")) == [("outside-meeting", "warning", 3)]
    # It was to start at 4pm: whoever came by then may have come before the first session was opened.
    called = f"{PRESENT}    arrived: {{}}\n" + sessions.format("16:05", "18:45")
    assert codes(called.format("16:00", "", "")) == []
    assert codes(called.format("15:59", "", "")) == [("outside-meeting", "warning", 3)]
    other_day = "\n  - id: three\n    day: 2026-12-03\n    opened: 10:00\n    closed: 19:00"
    assert codes(left + sessions.format("16:00", "18:44") + other_day) == []


def test_on_two_days_nobody_is_said_to_have_left_before_they_came() -> None:
    two = "sessions:\n  - {id: one, closed: '20:00'}\n  - {id: two, day: 2026-11-25, closed: '20:00'}\n"
    came_and_left = f"{PRESENT}    arrived: 19:00\n    left: 18:00\nquorum: {{needed: 1, reached: yes}}\n"
    assert codes(two + came_and_left) == []
    assert codes(two.replace("-25", "-24") + came_and_left) == [("minuted-times", "error", 7)]


def test_where_no_end_is_known_nothing_is_told() -> None:
    assert codes(f"{PRESENT}    arrived: 15:00\n    left: 23:59") == []


TWO = "sessions:\n  - id: one\n    adjourned: 17:00\n    until: {}\n  - id: two\n    day: {}\n    opened: {}"


@pytest.mark.parametrize(
    ("until", "day", "opened", "told"),
    [
        ("2026-11-24 17:00", "2026-11-24", "17:00", []),
        ("2026-11-24 16:59", "2026-11-24", "17:00", [4]),
        ("2026-11-24", "2026-11-24", "17:00", []),
        ("2026-11-23", "2026-11-24", "17:00", [4]),
        ("2026-12-03", "2026-12-03", "09:00", []),
        ("2026-11-24", "2026-11-24", "16:59", [7]),
        ("2026-12-03", "2026-11-23", "17:00", [6]),
    ],
)
def test_sessions_in_their_order(until: str, day: str, opened: str, told: list[int]) -> None:
    found = codes(TWO.format(until, day, opened))
    assert [line for code, _, line in found if code in ("session-order", "minuted-times")] == told
    assert all(severity == "error" for code, severity, _ in found if code == "session-order")


def test_adjourned_to_a_day_of_which_nothing_is_known() -> None:
    one = "sessions:\n  - id: one\n    until: {}"
    assert codes(one.format("2026-12-03")) == [("adjourned-to-nothing", "advice", 3)]
    assert codes(one.format("2026-12-01")) == []
    assert codes(TWO.format("2026-12-03", "2026-12-03", "10:00")) == []
    assert codes(TWO.format("2026-12-03", "2026-12-04", "10:00")) == [("adjourned-to-nothing", "advice", 4)]


@pytest.mark.parametrize(("first", "told"), [("2026-11-24", 0), ("2026-12-01", 1), ("2027-01-12", 1)])
def test_a_further_sitting_is_of_an_earlier_meeting(first: str, told: int) -> None:
    records = harbour_board()
    meeting = records.meetings["2026-12-01"].model_copy(update={"continues": first})
    found = found_by(
        attendance.continues_earlier, replace(records, meetings={**records.meetings, "2026-12-01": meeting})
    )
    assert [problem.code for problem in found] == ["continues-later"] * told


def test_a_meeting_on_the_day_to_which_another_was_adjourned() -> None:
    records = harbour_board()
    early = "2026-10-20"
    meetings = {**records.meetings, early: records.meetings[FIRST]}
    later = meetings["2026-12-01"]
    of_another = {**meetings, "2026-12-01": later.model_copy(update={"continues": early})}
    rules = (attendance.continues_earlier, attendance.adjourned_to_nothing)
    assert found_by(rules, replace(records, meetings=meetings)) == []
    found = found_by(rules, replace(records, meetings=of_another))
    assert [problem.code for problem in found] == ["continues-another", "adjourned-to-nothing"]


def test_the_meeting_closes_with_its_last_session() -> None:
    sat = "sessions:\n  - id: one\n    opened: 16:00\n    closed: 17:30\nclosed: "
    assert codes(f"{sat}17:30") == []
    assert codes(f"{sat}17:31") == [("minuted-times", "error", 5)]


SUBSTITUTES = "present:\n  - person: di-dale\n    for: ed-elm\n{}  - person: {}\n{}"


@pytest.mark.parametrize(
    ("first", "second", "more", "told"),
    [
        ("", "gil-glen", "    for: ed-elm\n", ["two-substitutes"]),
        ("    left: 17:00\n", "gil-glen", "    for: ed-elm\n    arrived: 17:00\n", []),
        ("    left: 17:01\n", "gil-glen", "    for: ed-elm\n    arrived: 17:00\n", ["two-substitutes"]),
        ("    left: 17:00\n", "gil-glen", "    for: ed-elm\n", ["two-substitutes"]),
        ("", "gil-glen", "    for: flo-fir\n", []),
        ("", "ed-elm", "", ["substitute-and-member"]),
        ("    arrived: 17:00\n", "ed-elm", "    left: 17:00\n", []),
        ("    arrived: 17:00\n", "ed-elm", "    left: 17:01\n", ["substitute-and-member"]),
        ("", "gil-glen", "    for: gil-glen\n", ["substitute-and-member"]),
        ("", "ann-ash", "    for: di-dale\n", ["substitute-and-member"]),
    ],
)
def test_one_substitute_for_somebody_who_was_not_there(first: str, second: str, more: str, told: list[str]) -> None:
    found = codes(SUBSTITUTES.format(first, second, more))
    assert [(code, severity) for code, severity, _ in found] == [(code, "error") for code in told]


def test_where_minutes_give_no_time_nobody_is_sure_who_was_there_together() -> None:
    assert codes(SUBSTITUTES.format("    part: from item 4 on\n", "ed-elm", "")) == []
    assert codes(SUBSTITUTES.format("", "ed-elm", "    part: for item 1 alone\n")) == []


def test_people_at_different_sessions_were_not_there_together() -> None:
    sessions = "sessions:\n  - id: one\n  - id: two\n"
    at = "    sessions: [{}]\n"
    text = sessions + SUBSTITUTES.format(at.format("one"), "ed-elm", at.format("{}"))
    assert codes(text.format("two")) == []
    assert [code for code, _, _ in codes(text.format("one"))] == ["substitute-and-member"]
    assert [code for code, _, _ in codes(text.format("three"))] == ["unknown-session"]


def test_a_substitute_for_somebody_without_a_seat() -> None:
    found = codes("present:\n  - person: di-dale\n    for: gil-glen")
    assert found == [("substitute-for-no-member", "warning", 3)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("declarations:\n  - person: {}\n    item: 4", 4),
        ("sessions:\n  - id: one\n    chair: {}", 5),
        ("petitions:\n  - title: Mend the slip\n    presented_by: {}", 5),
        ("minutes:\n  - number: 42\n    title: Harbour dues\n    chair: {}", 6),
        ("minutes:\n  - number: 42\n    title: Dues\n    motions:\n      - text: Go.\n        moved_by: {}", 8),
        ("minutes:\n  - number: 42\n    title: Dues\n    motions:\n      - text: Go.\n        seconded_by: {}", 8),
    ],
)
def test_who_acted_is_listed_among_those_who_were_there(text: str, line: int) -> None:
    assert codes(PRESENT + text.format("bo-birch")) == [("did-and-not-there", "error", line)]
    assert codes(PRESENT + text.format("ann-ash")) == []
    assert codes(f"{PRESENT}also_present:\n  - person: bo-birch\n{text.format('bo-birch')}") == []
    assert codes(text.format("bo-birch")) == [], "without a list nothing is known of who was there"


QUORUM = (
    "present:\n  - person: ann-ash\n  - person: bo-birch\n    arrived: 16:12\nquorum:\n  needed: {}\n  reached: {}"
)


@pytest.mark.parametrize(
    ("needed", "reached", "told"),
    [
        (2, "yes", False),
        (3, "yes", True),
        (3, "no", False),
        (2, "16:12", False),
        (2, "16:11", True),
        (1, "16:11", False),
    ],
)
def test_a_quorum_needs_its_members(needed: int, reached: str, told: bool) -> None:
    assert codes(QUORUM.format(needed, reached)) == [("quorum-and-too-few", "error", 7)] * told


def test_members_who_were_never_there_together_make_no_quorum() -> None:
    apart = "present:\n  - person: ann-ash\n    left: 16:30\n  - person: bo-birch\n    arrived: {}\n"
    apart += "quorum: {{needed: 2, reached: yes}}"
    assert codes(apart.format("16:30")) == []
    assert codes(apart.format("16:31")) == [("quorum-and-too-few", "error", 6)]


def test_what_is_brought_is_about_business_that_is_there() -> None:
    def pointing(text: str) -> list[tuple[str, int]]:
        found = found_by(numbering.pointing_nowhere, with_minutes(text))
        in_minutes = [problem for problem in found if problem.place.file.endswith("minutes.yml")]
        return [(problem.code, problem.place.line) for problem in in_minutes]

    assert pointing("public_comment:\n  - item: 4\n    minute: 42") == []
    assert pointing("public_comment:\n  - items: [4, 9]") == [("unknown-item", 2)]
    assert pointing("public_comment:\n  - item: 9") == [("unknown-item", 2)]
    assert pointing("petitions:\n  - title: Slip\n    minute: 9") == [("unknown-minute", 3)]


def test_a_minute_names_a_session_that_there_was() -> None:
    assert codes("minutes:\n  - number: 42\n    title: Dues\n    session: open") == [("unknown-session", "error", 4)]


@pytest.mark.parametrize(("item", "told"), [(3, []), (4, ["pulled-and-no-consent"]), (9, [])])
def test_only_consent_items_are_taken_out_of_them(item: int, told: list[str]) -> None:
    text = f"minutes:\n  - number: 41\n    title: Consent items\n    pulled:\n      - item: {item}"
    assert [problem.code for problem in found_by(agendas.pulled_without_consent, with_minutes(text))] == told


@pytest.mark.parametrize(
    ("items", "minute", "line"), [("2", "43", 0), ("2", "42", 7), ("2", "41", 7), ("2, 3", "43", 6)]
)
def test_what_was_taken_out_is_decided_by_another_minute(items: str, minute: str, line: int) -> None:
    text = f"minutes:\n  - number: 41\n    title: Consent items\n    items: [{items}]\n    pulled:\n"
    text += f"      - item: 3\n        minute: {minute}\n"
    text += "  - number: 42\n    title: Dues\n    item: 4\n  - number: 43\n    title: Paving\n    item: 3"
    rules = (agendas.pulled_without_consent, agendas.decided_by_another)
    told = [(problem.code, problem.place.line) for problem in found_by(rules, with_minutes(text))]
    assert told == ([("pulled-otherwise", line)] if line else [])


CONSENT = """items:
  - number: CC
    title: Consent calendar
    consent: yes
    items:
      - {number: CC-1, title: Minutes}
      - {number: CC-3, title: Paving}
  - {number: PH-1, title: Dues}
"""


@pytest.mark.parametrize(("item", "told"), [("CC-3", 0), ("cc 3", 0), ("PH-1", 1)])
def test_the_items_of_a_consent_heading_are_consent_items(item: str, told: int) -> None:
    agenda, _ = read_record(CONSENT.encode(), "agenda.yml", Agenda)
    assert agenda is not None
    text = "minutes:\n  - number: 23/22\n    title: Consent calendar\n    items: [CC]\n    pulled:\n"
    text += f"      - item: {item}"
    records = replace(with_minutes(text), agendas={FIRST: agenda})
    assert len(found_by(agendas.pulled_without_consent, records)) == told
    assert list(pulled_in(records, FIRST)) == ["ph-1" if told else "cc-3"]


def test_a_minute_on_a_consent_heading_is_about_the_items_that_stayed_in_it() -> None:
    agenda, _ = read_record(CONSENT.encode(), "agenda.yml", Agenda)
    assert agenda is not None
    text = "declarations:\n  - {person: ann-ash, items: [CC-1]}\n  - {person: ann-ash, items: [CC-3]}\n"
    text += (
        "minutes:\n  - number: 23/22\n    title: Consent calendar\n    items: [CC]\n    pulled:\n      - item: CC-3\n"
    )
    text += "  - number: 24/22\n    title: Paving\n    item: CC-3"
    records = replace(with_minutes(text), agendas={FIRST: agenda})
    states = agenda_states(records, FIRST)
    taken = {item.key: [minute.key for minute in states.minutes_of(item)] for item in agenda.every_item}
    assert taken == {"cc": ["23-22"], "cc-1": ["23-22"], "cc-3": ["24-22"], "ph-1": []}
    declared = raised(records, FIRST, records.minutes[FIRST].declarations)
    assert [[minute.key for minute in about.minutes] for about in declared] == [["23-22"], ["24-22"]]


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        ("present:\n  - person: ann-ash\nabsent:\n  - person: ann-ash\n    excused: yes", "present-and-absent"),
        ("also_present:\n  - person: ann-ash\nabsent:\n  - person: ann-ash", "present-and-absent"),
        ("apologies:\n  - person: ann-ash\nabsent:\n  - person: ann-ash", "listed-twice"),
        ("absent:\n  - person: ann-ash\n  - person: ann-ash", "listed-twice"),
    ],
)
def test_nobody_is_absent_and_present(lists: str, told: str) -> None:
    assert [problem.code for problem in found_by(minutes.listed_twice, with_minutes(lists))] == [told]


@pytest.mark.parametrize(
    "both",
    [
        "no_declarations: yes\ndeclarations:\n  - person: ann-ash",
        "no_public_comment: yes\npublic_comment:\n  - text: Dues are too high.",
    ],
)
def test_nothing_and_something(both: str) -> None:
    found = found_by(minutes.said_both_ways, with_minutes(both))
    assert [(problem.code, problem.place.line) for problem in found] == [("said-both-ways", 1)]
    assert found_by(minutes.said_both_ways, with_minutes(both.replace("yes", "no"))) == []


def test_ids_of_sessions_and_petitions_stand_once() -> None:
    text = "sessions:\n  - id: one\n  - id: one\npetitions:\n  - {id: one, title: A}\n"
    text += "  - {id: one, title: B}\n  - {title: C}"
    found = found_by(numbering.repeated_in_minutes, with_minutes(text))
    assert [(problem.code, problem.place.line) for problem in found] == [
        ("repeated-number", 3),
        ("repeated-number", 6),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("declarations:\n  - {person: ann-ash, item: 5, interest: She rents a hall.}", 1),
        ("declarations:\n  - {person: ann-ash, item: 5, did: left the room}", 0),
        ("declarations:\n  - {person: ann-ash, item: 4, interest: She keeps a boat.}", 0),
        ("petitions:\n  - {title: Keep the fish hall, item: 5}", 1),
        ("public_comment:\n  - {text: The rent is too low., minute: 44}\n"
         "minutes:\n  - {number: 44, title: Lease, item: 5}", 1),
    ],
)  # fmt: skip
def test_what_is_brought_about_an_exempt_item_is_refused(text: str, told: int) -> None:
    found = found_by(exempt.exempt_raised, with_minutes(text))
    assert [(problem.code, problem.severity) for problem in found] == [("exempt-text", "error")] * told


def test_the_minutes_that_are_tried_hold_what_is_typed() -> None:
    assert minutes_typed("no_declarations: yes").no_declarations
    assert FIRST in harbour_board().agendas


SECOND = "2026-12-01"
TAKEN_UP = "minutes:\n  - number: 46\n    title: Lease\n    takes_up:\n      meeting: {}\n      item: 5\n"


def test_a_further_sitting_takes_up_items_of_the_agenda_before() -> None:
    records = with_minutes(TAKEN_UP.format(FIRST), SECOND)
    agenda, states = records.agendas[FIRST], agenda_states(records, FIRST)
    later = {item.key: [minute.key for _, minute in states.later_minutes_of(item)] for item in agenda.every_item}
    assert later == {"1": [], "2": [], "3": [], "4": [], "5": ["46"]}
    assert found_by(deferrals, records) == []


def test_what_no_sitting_before_had_is_not_taken_up() -> None:
    """The meeting of 12 January 2027 continues none."""
    found = found_by(deferrals, with_minutes(TAKEN_UP.format(FIRST), "2027-01-12"))
    assert [problem.code for problem in found] == ["takes-up-nothing"]


def test_an_item_of_a_further_sitting_is_one_of_the_agenda_before() -> None:
    text = "minutes:\n  - number: 46\n    title: Lease\n    item: 5\n"
    told = [(problem.code, problem.place.line) for problem in found_by(deferrals, with_minutes(text, SECOND))]
    assert told == [("item-of-no-agenda", 4)]
    assert found_by(deferrals, with_minutes(text, "2027-01-12")) == []


def test_nothing_is_due_before_a_further_sitting_with_the_agenda_of_the_one_before() -> None:
    records = harbour_board()
    assert records.panel is not None
    rule = NoticeRule(days=5, authority="Standing order 4")
    records = replace(records, panel=records.panel.model_copy(update={"notice_rule": rule}))
    assert dates_of(records, FIRST).publish_by is not None
    assert dates_of(records, SECOND) == MeetingDates((), None)
    own = replace(records, agendas={**records.agendas, SECOND: records.agendas[FIRST]})
    assert dates_of(own, SECOND).publish_by is not None
