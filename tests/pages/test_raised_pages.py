"""Pages show who came when and for whom, the sittings, and what was declared, said and asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from panelpapers.pages.site import Site
from tests.harbour_board import FIRST, harbour_board, with_minutes
from tests.pages.reading_pages import leads_somewhere, links, part, words
from tests.river_valley import site_of

TODAY = date(2027, 2, 1)
MINUTES = f"meetings/{FIRST}/minutes/"


@cache
def board() -> Site:
    return site_of(harbour_board(), TODAY)


def page(address: str, site: Site | None = None) -> str:
    return str((site or board()).pages[address].html)


@pytest.mark.parametrize(
    "said",
    [
        "Westcliff Parish Council: arrived at 4.12pm, away from 5pm to 5.20pm, left at 6.45pm",
        "Cy Cole , Member of the Board, Seahaven Town Council: by video, without a vote",
        "Di Dale , Substitute member, Lowmoor Parish Council, in place of Ed Elm",
        "Absent Flo Fir , Member of the Board, Lowmoor Parish Council: not excused",
        "Quorum: 3 members needed; reached at 4.04pm; lost at 6.45pm.",
    ],
)
def test_minutes_say_how_everybody_was_there(said: str) -> None:
    assert said.replace(" ,", ",") in words(page(MINUTES)).replace(" ,", ",")


def test_sessions_stand_in_their_order_with_where_the_meeting_went_on() -> None:
    html = page(MINUTES)
    assert part(html, "Closed session") == (
        "Opened 4pm Closed 5.50pm Without the public Yes, under paragraph 3 "
        "What was told in public afterwards No action was taken."
    )
    assert part(html, "Session “open”") == (
        "Opened 6pm Breaks From 6.20pm to 6.30pm Adjourned At 6.45pm, until Tuesday 1 December 2026, 10am: meeting "
        "of 1 December 2026 In the chair Bo Birch"
    )
    assert links(board(), MINUTES)["meeting of 1 December 2026"] == "meetings/2026-12-01/"
    later = "meetings/2027-01-12/minutes/"
    assert "Adjourned At 12.30am, until Thursday 14 January 2027: Second sitting" in words(page(later))
    assert links(board(), later)["Second sitting"] == f"{later}#session-second"


def test_an_item_leads_to_the_minute_of_a_further_sitting() -> None:
    agenda = f"meetings/{FIRST}/agenda/"
    assert "What was done: Minute 46 of 1 December 2026" in part(page(agenda), "Item 3: Paving of the quay")
    assert links(board(), agenda)["Minute 46 of 1 December 2026"] == "meetings/2026-12-01/minutes/#minute-46"
    assert "This takes up: Agenda item 3 of 24 November 2026" in words(page("meetings/2026-12-01/minutes/"))


def test_a_minute_names_its_session_its_chair_and_what_was_declared() -> None:
    assert part(page(MINUTES), "Minute 42: Harbour dues").startswith(
        "Business: Agenda item 4: Harbour dues Taken in: Session “open” In the chair: Ann Ash "
        "Interests declared in this business Cy Cole: left the room The Board heard the harbour master."
    )


def test_what_the_public_said_names_nobody_who_is_not_named_in_the_minutes() -> None:
    said = part(page(MINUTES), "What the public said")
    assert said.startswith("Jo Stone, for Friends of the Quay, by telephone Asked for the work to be done at night.")
    assert "A member of the public Said that dues are too high for small boats." in said


def test_a_petition_has_a_place_of_its_own_and_stands_with_its_matter() -> None:
    told = part(page(MINUTES), "Mend the lifeboat slip")
    assert told.startswith("Presented by Bo Birch Signatures 1,240 Those who signed ask for the slip to be mended")
    assert "What became of it It was passed to the harbour master" in told
    of_matter = links(board(), "matters/lifeboat-slip/")["Petition of 24 November 2026: Mend the lifeboat slip"]
    assert of_matter == f"{MINUTES}#petition-lifeboat-slip"


def test_consent_items_and_what_was_taken_out_of_them() -> None:
    agenda = page(f"meetings/{FIRST}/agenda/")
    consent = "Consent item: put forward to be decided together with others, without debate."
    assert part(agenda, "Item 2: Minutes of the last meeting").startswith(f"{consent} What was done")
    assert part(agenda, "Item 3: Paving of the quay").startswith(
        f"{consent} Taken out of the consent items, to be decided on its own: Minute 41 of 24 November 2026"
    )
    assert "Consent" not in part(agenda, "Item 4: Harbour dues")
    taken_out = part(page(MINUTES), "Minute 41: Consent items")
    assert "Paving of the quay. Asked for by: Ann Ash. The price had changed" in taken_out


def test_the_register_of_interests_says_that_nobody_declared_one_only_where_minutes_do() -> None:
    html = page("interests/")
    assert part(html, "Meeting of 1 December 2026").startswith("The minutes say that nobody declared an interest.")
    assert "Personal and prejudicial: He keeps a boat in the harbour and pays dues. Left the room" in words(html)
    assert "12 January 2027" not in words(html).partition("Meeting of 1 December 2026")[2]
    assert "He keeps a boat in the harbour" in part(page("members/cy-cole/"), "Interests declared")
    assert "Interests declared" not in words(page("members/ann-ash/"))
    assert "interests/" in links(board(), "members/").values()
    assert "interests/" in links(board(), "a-to-z/").values()


def test_where_minutes_say_nothing_of_a_kind_no_page_does() -> None:
    records = harbour_board()
    plain = with_minutes("published: 2026-11-30").minutes[FIRST]
    silent = site_of(replace(records, minutes=dict.fromkeys(records.minutes, plain)), TODAY)
    assert "interests/" not in silent.pages
    assert not any(
        "interest" in words(page(address, silent)) for address in ("members/", MINUTES, "members/cy-cole/")
    )
    for heading in ("Sessions of this meeting", "What the public said", "Petitions", "Absent", "Quorum"):
        assert heading not in words(page(MINUTES, silent))


def test_meetings_say_which_of_them_are_one() -> None:
    assert (
        "The meeting of Tuesday 1 December 2026 is a further sitting of the meeting of 24 November 2026, which was "
        "adjourned." in words(page("meetings/2026-12-01/"))
    )
    first = words(page(f"meetings/{FIRST}/"))
    assert "This meeting was adjourned. A further sitting of it: meeting of Tuesday 1 December 2026." in first


def test_a_sitting_that_was_called_off_says_so() -> None:
    records = harbour_board()
    off = records.meetings["2026-12-01"].model_copy(update={"state": "cancelled"})
    minutes = {name: kept for name, kept in records.minutes.items() if name != "2026-12-01"}
    site = site_of(replace(records, meetings={**records.meetings, "2026-12-01": off}, minutes=minutes), TODAY)
    assert "meeting of Tuesday 1 December 2026, which was cancelled." in words(page(f"meetings/{FIRST}/", site))


def test_before_its_minutes_were_told_nothing_of_a_meeting_is_known() -> None:
    before = site_of(harbour_board(), date(2026, 11, 29))
    assert MINUTES not in before.pages
    assert "interests/" not in before.pages


def test_attendance_tells_more_where_minutes_do() -> None:
    assert "Sent apologies. Di Dale sat in their place" in words(page("members/ed-elm/"))
    assert "Absent, excused" in words(page("members/cy-cole/"))
    assert "Some minutes also list who was absent" in words(page("members/cy-cole/"))
    assert "Some minutes also list who was absent" not in words(page("members/ed-elm/"))
    assert '<th scope="col" class="number">Absent</th>' in page("members/")


@pytest.mark.parametrize(
    "address",
    [
        MINUTES,
        f"meetings/{FIRST}/agenda/",
        "interests/",
        "members/cy-cole/",
        "members/ed-elm/",
        "matters/lifeboat-slip/",
    ],
)
def test_every_link_leads_somewhere(address: str) -> None:
    led = [link for link in links(board(), address).values() if not link.startswith("mailto:")]
    assert [link for link in led if not leads_somewhere(board(), link)] == []
