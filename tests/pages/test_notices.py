"""Texts for e-mail and boards, the poster of the next meeting, and what those are sent who owe something."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from panelpapers.charts import default_folder
from panelpapers.exports.scanned import as_code
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from panelpapers.publication import check_folder
from tests.bodies import body
from tests.pages.reading_pages import links, small_site, words
from tests.river_valley import TEMPLATES, TODAY, copy_with_case, river_valley

HOME = "https://papers.example/panel/"
MEETING, NEXT = "2027-03-31", "2027-06-02"


def site_on(dossier: Dossier, today: date, home: str = HOME) -> Site:
    return build(dossier, today, TEMPLATES, default_folder(), home=home)


@pytest.fixture(scope="module")
def site() -> Site:
    return site_on(Dossier(river_valley()), TODAY)


def text(site: Site, address: str) -> str:
    return site.files[address].content.decode()


def test_an_agenda_as_text_says_whose_when_where_and_each_item(site: Site) -> None:
    agenda = text(site, f"meetings/{MEETING}/agenda/agenda.txt")
    assert agenda.startswith("River Valley Police and Crime Panel\n\nAgenda of 31 March 2027\n\n")
    assert f"\nOn the web: {HOME}meetings/{MEETING}/agenda/\n" in agenda
    assert "\nDate: Wednesday 31 March 2027\nTime: 10am\nPlace: Northbank Town Hall, " in agenda
    order = [agenda.index(f"\n{item.heading}") for item in river_valley().agendas[MEETING].items]
    assert order == sorted(order)
    assert "\nItem 4: Police stations (withdrawn)\n" in agenda
    assert "\nItem 8: Staffing of the Panel (in private)\n" in agenda


def test_decisions_as_text_say_what_became_of_each(site: Site) -> None:
    decided = text(site, f"decisions/{MEETING}/decisions.txt")
    assert decided.startswith("River Valley Police and Crime Panel\n\nDecisions of 31 March 2027\n\n")
    assert "\nThe Panel noted the report.\n\nWhat became of it: It asks for no action.\n" in decided


def test_every_text_has_short_lines_and_no_html(site: Site) -> None:
    texts = {address: text(site, address) for address in site.files if address.endswith(".txt")}
    assert len(texts) == len(river_valley().agendas) + 2
    for told in texts.values():
        assert not [line for line in told.split("\n") if len(line) > 72 and HOME not in line]
        assert not re.search(r"</|&\w+;|[\ufdd0-\ufdd2]", told)
        assert told.endswith("\n")


def test_pages_lead_to_texts_and_to_the_poster(site: Site) -> None:
    of_meeting, of_next = links(site, f"meetings/{MEETING}/"), links(site, f"meetings/{NEXT}/")
    assert of_meeting["Agenda of 31 March 2027 as plain text"] == f"meetings/{MEETING}/agenda/agenda.txt"
    assert "Poster of this meeting" not in of_meeting
    assert of_next["Poster of this meeting"] == "poster/"
    assert links(site, "meetings/")["Poster of the next meeting"] == "poster/"
    decided = links(site, f"decisions/{MEETING}/")
    assert decided["Decisions of 31 March 2027 as plain text"] == f"decisions/{MEETING}/decisions.txt"


def test_the_poster_has_the_address_in_words_and_as_a_code(site: Site) -> None:
    html = str(site.pages["poster/"].html)
    address = f"{HOME}meetings/{NEXT}/"
    assert site.pages["poster/"].title == "Next meeting: Wednesday 2 June 2027"
    assert f">{address}</a>" in html
    assert f"<title>QR code of the address {address}</title>" in html
    assert as_code(address).path in html
    assert "Day Wednesday 2 June 2027 Time 10am Contact Flo West" in words(html)


def test_without_an_address_of_the_site_the_poster_has_no_code() -> None:
    html = str(small_site().pages["poster/"].html)
    assert "<svg" not in html
    assert "Type this address" not in html
    assert "<http" not in text(small_site(), f"meetings/{MEETING}/agenda/agenda.txt")


def test_a_poster_tells_of_a_meeting_before_it_that_is_called_off(tmp_path: Path) -> None:
    moved = check_folder(copy_with_case(tmp_path, "moved-meetings")).dossier
    told = words(str(site_on(moved, date(2027, 5, 31)).pages["poster/"].html))
    assert "The meeting of Wednesday 2 June 2027 was moved to Wednesday 16 June 2027." in told
    assert "7 July" not in told


def test_a_poster_without_a_meeting_says_that_none_is_known() -> None:
    html = str(site_on(Dossier(river_valley()), date(2029, 1, 1)).pages["poster/"].html)
    assert "no meeting to come had been announced in the papers on this site" in html
    assert "<svg" not in html


def test_a_poster_says_that_a_meeting_may_not_take_place() -> None:
    records = river_valley()
    june = records.meetings[NEXT].model_copy(update={"state": "provisional"})
    site = site_on(Dossier(replace(records, meetings={**records.meetings, NEXT: june})), TODAY)
    assert "This meeting is provisional: it may not take place." in words(str(site.pages["poster/"].html))


def test_each_body_has_a_poster_of_its_own() -> None:
    site = site_on(body("alder-creek"), date(2027, 2, 1))
    posters = {address for address in site.pages if address.endswith("poster/")}
    assert posters == {"poster/", *(f"bodies/{name}/poster/" for name in body("alder-creek").records.meeting_bodies)}
    assert len({site.pages[address].title for address in posters}) == len(posters)


def test_owners_are_sent_what_they_owe_since_when_by_when_and_where_it_stands() -> None:
    site = site_on(body("juniper-city"), date(2027, 3, 20))
    letters = text(site, "editors/letters/letters.txt")
    assert "To: the City Engineer\n\nSubject: 2 actions owed to the council\n" in letters
    assert letters.count("\nOwed since: March 2, 2027\n") == 2
    for action in ("2027-03-02-1", "2027-03-02-2"):
        assert letters.count(f"{HOME}actions/2027/#action-{action}") == 1
    assert links(site, "editors/letters/")["All these texts as plain text"] == "editors/letters/letters.txt"


def test_without_an_action_there_are_no_texts_for_owners(site: Site) -> None:
    assert not [address for address in (*site.pages, *site.files) if address.startswith("editors/letters/")]


def test_where_they_were_published_they_say_that_nothing_is_owed() -> None:
    """An address that was published stays."""
    published = ("editors/letters/", "editors/letters/letters.txt")
    site = build(Dossier(river_valley()), TODAY, TEMPLATES, default_folder(), published=published)
    assert text(site, "editors/letters/letters.txt") == "Nothing is owed, as far as the papers on this site show.\n"
    assert "editors/letters/" in site.pages


def test_texts_name_no_language_and_keep_every_version() -> None:
    site = site_on(body("cyngor-dyffryn-aur"), date(2026, 6, 30))
    told = "".join(text(site, address) for address in site.files if address.endswith(".txt"))
    assert "Cyngor" in told
    assert not re.search(r"[\ufdd0-\ufdd2]|\blang\b", told)
