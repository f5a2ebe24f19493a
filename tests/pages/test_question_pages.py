from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.questions import question_pages
from panelpapers.pages.rendering import Renderer
from tests.pages.reading_pages import links, part, small_site, words
from tests.river_valley import TEMPLATES, changed, river_valley

HTML = str(small_site().pages["questions/"].html)
OF_YEAR = str(small_site().pages["questions/2027/"].html)


def html_on(today: date) -> str:
    """Give the page as it is on another day."""
    records = river_valley()
    return str(next(question_pages(Dossier(records), Renderer(TEMPLATES, records, today))).html)


def test_how_who_what_and_by_when() -> None:
    told = part(HTML, "Ask a question")
    assert "For the meeting of Wednesday 2 June 2027 Send your question by midday on Thursday 20 May 2027." in told
    assert "31 May 2027 (Spring bank holiday)" in told
    assert "Who may ask Anyone who lives in River Valley." in told
    assert "What about Anything that the Panel looks at." in told
    assert "How Write to the clerk." in told


def test_a_question_that_would_be_too_late_is_told_so() -> None:
    html = html_on(date(2027, 3, 25))
    told = part(html, "Ask a question")
    assert "It is too late to send a question to this meeting. For the meeting of Wednesday 2 June 2027" in told


def test_after_the_last_meeting_there_is_none_to_ask_at() -> None:
    html = html_on(date(2027, 7, 1))
    assert "no meeting to come had been announced" in part(html, "Ask a question")


def test_questions_answers_and_a_withheld_name() -> None:
    march = part(OF_YEAR, "Questions at the meeting of 31 March 2027")
    assert "Hal Stone asked Are there patrols at the bridge? Answer There are, every night." in march
    assert "A member of the public asked Who pays for the lights?" in march
    assert "Answer No answer is on this site. It is entered as one for the meeting of 2 June 2027." in march
    assert 'id="question-2027-03-31-lights"' in OF_YEAR


def test_no_question_is_said() -> None:
    assert part(OF_YEAR, "Questions at the meeting of 20 January 2027").startswith(
        "The minutes say that the public asked no question"
    )


def test_agendas_and_minutes_lead_here_and_back() -> None:
    site = small_site()
    assert links(site, "questions/")["Minute 15 of 31 March 2027: Public questions"] == (
        "meetings/2027-03-31/minutes/#minute-15"
    )
    there = links(site, "meetings/2027-03-31/minutes/")
    assert there["Questions at the meeting of 31 March 2027"] == "questions/2027/#meeting-2027-03-31"
    assert "questions/" in links(site, "meetings/2027-06-02/agenda/").values()
    assert "2 questions from the public were asked" in words(str(site.pages["meetings/2027-03-31/minutes/"].html))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 3, 17), "Counted as calendar days, it is 24 March 2027."),
        (
            date(2027, 3, 18),
            "By some counts it is too late to send a question to this meeting, and by others it is not.",
        ),
        (
            date(2027, 3, 24),
            "By some counts it is too late to send a question to this meeting, and by others it is not.",
        ),
        (date(2027, 3, 25), "It is too late to send a question to this meeting."),
    ],
)
def test_a_rule_that_leaves_the_count_open_calls_no_question_late_too_soon(
    today: date, said: str, tmp_path: Path
) -> None:
    typed = "  counting: clear_working_days\n  time_of_day"
    records = changed(tmp_path, "panel.yml", typed, "  time_of_day")
    html = str(next(question_pages(Dossier(records), Renderer(TEMPLATES, records, today))).html)
    first = re.split(r" (?:For the meeting of Wednesday 2 June|Who may ask)", part(html, "Ask a question"))[0]
    assert first.endswith(said)
