"""Answers that sound like a promise, and those that do not or of which something is recorded."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.promises import promising_words, promising_words_after_questions
from panelpapers.records.minutes import Exchange, Minute

PROMISES = """
The chief constable [will report back] in May. She [would report back]. He would [then report] to the panel.
They will [report the information back]. She will [come back to] this. He [agreed to] look at it.
He said and [agreed that he would]. She [agreed that she would]. They [agreed that they would].
The force [will provide] figures. It [would provide] them. They [could be provided]. They [could then be provided].
They [can be provided]. They [would be provided]. They [will be provided]. The force [could provide] them.
She [will share] the plan. She [would share] it. The clerk [will circulate] it. He [would circulate] it.
It [would be circulated]. She [will send] it. She [would send] it. He [will write] to members. He [would write].
She was [happy to] answer. He [committed to help]. He [committed to provide] it. She [committed to share] it.
She [committed to look] again. He [offered to] come. She [undertook to] ask. They [promised to] try.
He [will look into] it. He [would look into] it. She [would enquire]. I [will take this away].
He [would take this away]. She [will follow up]. She [would follow up].
"""
NONE = ["It was agreed.", "The agreement to report", "He would reportedly come.", "Figures were provided.", "None."]


def sentences() -> list[str]:
    return [f"{one.strip()}." for one in PROMISES.replace("\n", " ").split(".") if one.strip()]


def exchange(answered: str | None, **more: Any) -> Exchange:
    return Exchange.model_validate({"asked": "Why?", "answered": answered, **more})


@pytest.mark.parametrize("marked", sentences())
def test_the_words_of_a_promise_are_found(marked: str) -> None:
    said = marked.replace("[", "").replace("]", "")
    expected = marked.partition("[")[2].partition("]")[0]
    assert promising_words(exchange(said)) == expected
    assert promising_words(exchange(said.upper())) == expected.upper()


@pytest.mark.parametrize("said", [*NONE, None])
def test_other_answers_promise_nothing(said: str | None) -> None:
    assert promising_words(exchange(said)) is None


def test_what_is_recorded_is_not_found_again() -> None:
    undertaking = {"id": "figures", "owner": "the-force", "text": "Send figures."}
    assert promising_words(exchange("She will send it.", undertakings=[undertaking])) is None
    assert promising_words(exchange("She will send it.", no_undertaking="It was sent.")) is None


def minute(after: str | None, **more: Any) -> Minute:
    return Minute.model_validate({"number": "9", "title": "Report", "after_questions": after, **more})


def test_what_is_said_after_the_questions_counts_where_nothing_was_resolved() -> None:
    assert promising_words_after_questions(minute("The Chair will write.")) == "will write"
    assert promising_words_after_questions(minute("The Chair thanked them.")) is None
    assert promising_words_after_questions(minute(None)) is None
    resolved = {"resolutions": [{"text": "That it be noted.", "short": "It was noted.", "no_action": "Noted."}]}
    assert promising_words_after_questions(minute("The Chair will write.", **resolved)) is None
