from __future__ import annotations

import re

from tests.pages.reading_pages import links, part, small_site, words

AGENDA = str(small_site().pages["meetings/2027-03-31/agenda/"].html)
MINUTES = "meetings/2027-03-31/minutes/"


def test_the_page_says_which_agenda_it_is() -> None:
    assert (
        "This is the agenda as taken, as far as this site shows: 7 changes to what was published on 22 March 2027."
        in words(AGENDA)
    )
    june = words(str(small_site().pages["meetings/2027-06-02/agenda/"].html))
    assert "This is the agenda as it was published on 12 April 2027." in june
    assert "Changes to this agenda" not in june


def test_every_change_stands_with_its_reason() -> None:
    told = part(AGENDA, "Changes to this agenda")
    assert "Item 4, Police stations, was withdrawn on 29 March 2027. The report is not ready. Item 4" in told
    assert "Agreed by: the Chair. The closure cannot wait for the June meeting." in told
    assert "was withdrawn on 30 March 2027. A table was wrong." in told


def test_the_three_states_are_lists() -> None:
    told = part(AGENDA, "Changes to this agenda")
    assert re.search(r"As published: 7 items .*Item 4: Police stations .*As supplemented: 7 items", told)
    taken = told.partition("As taken: 6 minutes")[2]
    assert taken.index("Minute 13: Bridge closure, item 7") < taken.index("Minute 14: Patrols, item 3")
    assert "Police stations" not in taken.partition("On this page")[0]


def test_items_are_marked_by_words() -> None:
    for heading in (
        "Item 4: Police stations (withdrawn)",
        "Item 7: Bridge closure (added)",
        "Item 8: Staffing of the Panel (in private)",
    ):
        assert f">{heading}</" in AGENDA
    assert part(AGENDA, "Item 6: Work programme").startswith("The meeting did not reach this item.")
    assert "What was done: Minute 14 of 31 March 2027" in part(AGENDA, "Item 3: Patrols")


def test_a_withdrawn_item_and_a_withdrawn_paper_keep_their_addresses() -> None:
    site = small_site()
    assert 'id="item-4"' in AGENDA
    assert "Patrols from January to March (withdrawn)" in words(AGENDA)
    assert "This paper was withdrawn on 30 March 2027." in words(
        str(site.pages["meetings/2027-03-31/papers/patrols/"].html)
    )


def test_an_exempt_item_says_why_and_who_excluded_the_public() -> None:
    told = part(AGENDA, "Item 8: Staffing of the Panel (in private)")
    assert "Paragraph 1: Information about any individual." in told
    assert "Paragraph 4: Information about consultations or negotiations" in told
    assert "It is about people who can be recognised." in told
    assert "The resolution that excluded the public Minute 16 of 31 March 2027" in told
    assert links(small_site(), "meetings/2027-03-31/agenda/")["Minute 16 of 31 March 2027"] == f"{MINUTES}#minute-16"
    assert "By this minute the public was excluded." in words(str(small_site().pages[MINUTES].html))


def test_items_and_minutes_lead_to_each_other() -> None:
    assert links(small_site(), MINUTES)["Agenda item 3: Patrols"] == "meetings/2027-03-31/agenda/#item-3"
    found = links(small_site(), "meetings/2027-03-31/agenda/")
    assert found["Minute 14 of 31 March 2027"] == f"{MINUTES}#minute-14"


def test_confirmed_minutes_name_the_minute_that_confirmed_them_and_show_the_correction() -> None:
    html = str(small_site().pages["meetings/2027-01-20/minutes/"].html)
    said = "Confirmed minutes, as corrected: Minute 11 of 31 March 2027: Minutes of the last meeting."
    assert said in words(html)
    assert part(html, "Correction of minute 2") == (
        "Minute 2 as it stands now The draft said There were 14 patrols in December 2026. It now says There were 40 "
        "patrols in December 2026."
    )
    assert "This minute was corrected" in part(html, "Minute 2: Patrols")
    assert "The minutes are confirmed" in words(str(small_site().pages["meetings/2027-01-20/"].html))
    back = links(small_site(), MINUTES)
    assert back["Minutes of 20 January 2027"] == "meetings/2027-01-20/minutes/"


def test_minutes_of_which_no_minute_says_that_they_were_confirmed() -> None:
    told = words(str(small_site().pages[MINUTES].html))
    assert "Draft" not in told
    assert "these minutes were confirmed" not in told


def test_an_urgent_item_says_when_the_law_lets_it_be_taken() -> None:
    assert (
        "When an item may be taken so The Chair thinks that it is urgent, by reason of special circumstances that "
        "the minutes state. The rule, and the law Local Government Act 1972, section 100B(4)(b) What was done: "
        "Minute 13"
    ) in words(AGENDA)
