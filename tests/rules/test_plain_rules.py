"""Advice on plain language: what is told, at which letters of the file, and a line to try that settles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.publication import check_folder
from panelpapers.reading.telling import as_github, as_text, result_line
from panelpapers.records.problem import Problem
from panelpapers.records.publication import Records
from panelpapers.rules.plain import ENOUGH_TO_GRADE, LONGEST, hard_words, plain_language, plain_words
from tests.rules.packs import found_by, problems_with

MEETING = "meetings/2025-11-17/meeting.yml"
AGENDA = "meetings/2026-01-05/agenda.yml"
LONG = " ".join(["and then it met again"] * 6)
OWN_WORDS = ("resolution", "precept", "scrutiny", "undertaking", "quorum", "minutes", "agenda", "commissioner")


def told(folder: Path, text: str, file: str = MEETING) -> tuple[Problem, ...]:
    return problems_with({file: f"state: held\n{text}" if file == MEETING else text}, folder)


def marked(problem: Problem) -> str:
    """Give the letters that the mark of a problem covers."""
    line = Path(problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    return line[problem.place.column - 1 :][: problem.width]


@pytest.mark.parametrize(
    "text",
    [
        "summary: It commenced late.",
        'summary: "It commenced late."',
        "summary: 'It commenced late.'",
        "summary: >-\n  The meeting was short.\n  It commenced late.",
        "summary: |\n  The meeting was short.\n\n  - It commenced late.\n  - It was in Wolverhampton.",
        "summary: The meeting was short.\n  It commenced late.",
        "summary:\n  The meeting was short. It commenced late.",
        "summary: >-\n  It was late.\n\n  See [it](/meetings/2025-11-17/), which commenced late.",
    ],
)
def test_a_hard_word_is_marked_where_it_stands_and_the_line_to_try_settles_it(text: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path / "first", text)
    assert (problem.code, problem.severity) == ("hard-word", "advice")
    assert marked(problem) == "commenced"
    lines = f"state: held\n{text}".split("\n")
    assert problem.suggestion == lines[problem.place.line - 1].replace("commenced", "started")
    lines[problem.place.line - 1] = problem.suggestion
    assert problems_with({MEETING: "\n".join(lines)}, tmp_path / "second") == ()


def test_a_phrase_over_two_lines_is_marked_without_a_line_to_try(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "summary: >-\n  They spoke in respect\n  of crime.")
    assert problem.message == '"in respect of" is a hard word.'
    assert problem.fix == 'Write "about" for "in respect of"; or say it in another way.'
    assert (marked(problem), problem.suggestion) == ("in respect", None)


def test_no_line_to_try_has_a_wrong_article(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "summary: It was an erroneous figure.")
    assert (marked(problem), problem.suggestion) == ("erroneous", None)


def test_a_text_that_is_not_typed_as_it_is_read_is_marked_at_its_beginning(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, r'summary: "It was \"late\", and commenced again."')
    assert (problem.place.line, problem.place.column, problem.suggestion) == (2, 10, None)


def test_all_hard_words_of_a_text_are_told_at_once_and_mended_in_the_line_to_try(tmp_path: Path) -> None:
    text = "summary: >-\n  It commenced in respect of an additional item, and an erroneous one.\n  It ceased."
    (problem,) = told(tmp_path, text)
    assert problem.message == '"commenced", "in respect of", "additional", "erroneous" and "ceased" are hard words.'
    assert problem.fix.startswith('Write "started" for "commenced", "about" for "in respect of", ')
    assert problem.suggestion == "  It started about an extra item, and an erroneous one."


def test_a_capital_stays_a_capital(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "summary: Prior to that it rained.")
    assert problem.suggestion == "summary: Before that it rained."


@pytest.mark.parametrize(
    "text",
    [
        'summary: The law says "pursuant to", and so do we.',
        "summary: The law says “pursuant to”, and so do we.",
        "summary: A utilised-by date, a precommencement and a commence_date are other words.",
        "title: Commencement\nsummary: It was short.",
    ],
)
def test_words_of_others_parts_of_words_and_titles_are_left_alone(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == ()


def test_the_longest_sentence_of_a_text_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, f"summary: >-\n  It met. We met {LONG}\n  {LONG}. They met {LONG}.")
    assert problem.code == "long-sentence"
    assert problem.message == "This sentence has 62 words."
    assert marked(problem) == f"We met {LONG}"


def test_as_many_words_as_are_allowed_are_allowed(tmp_path: Path) -> None:
    words = " ".join(["met"] * LONGEST)
    assert told(tmp_path / "enough", f"summary: {words}.") == ()
    assert [one.code for one in told(tmp_path / "more", f"summary: {words} met.")] == ["long-sentence"]


def test_a_hard_summary_is_told_with_its_longest_words_and_a_short_one_is_not_graded(tmp_path: Path) -> None:
    sentence = "Organisational arrangements considered accountability. "
    (problem,) = told(tmp_path / "long", f"summary: {sentence * (ENOUGH_TO_GRADE // 4 + 1)}")
    assert (problem.code, problem.place.line, problem.place.column) == ("hard-to-read", 2, 10)
    assert problem.message.startswith("This text asks for ")
    assert problem.fix.endswith('The longest words are "accountability", "arrangements", "considered".')
    assert told(tmp_path / "short", f"summary: {sentence}") == ()


def test_of_the_other_texts_of_a_file_the_worst_is_told_and_the_rest_counted(tmp_path: Path) -> None:
    texts = ("It commenced.", f"It met {LONG}.", "It ceased.")
    items = "".join(f"  - number: {n}\n    title: T\n    text: {text}\n" for n, text in enumerate(texts, start=1))
    problems = [one for one in told(tmp_path, f"items:\n{items}", AGENDA) if one.severity == "advice"]
    assert [one.message for one in problems] == [
        "This sentence has 32 words. 2 more texts of this file can be plainer."
    ]


def test_what_others_said_is_not_looked_at(tmp_path: Path) -> None:
    question = f"    question: When will the works commence {LONG}?\n"
    minutes = f"minutes:\n  - number: 920\n    title: Public question time\nquestions:\n  - id: works\n{question}"
    problems = told(tmp_path, minutes, "meetings/2025-11-17/minutes.yml")
    assert [one for one in problems if one.severity == "advice"] == []


def test_advice_stops_nothing_and_is_told_as_advice(tmp_path: Path) -> None:
    problems = told(tmp_path, "summary: It commenced late.")
    assert check_folder(tmp_path / "data").sound
    assert as_text(problems).startswith("Advice 1 of 1: ")
    assert as_github(problems, str).startswith("::notice ")
    assert result_line(problems, 3) == "No problems: 3 files read. 1 piece of advice."


def test_no_records_need_no_advice() -> None:
    assert found_by(plain_language, Records()) == []


def test_every_hard_word_has_one_that_is_not_hard_itself() -> None:
    lines = plain_words()
    assert len(lines) > 120
    for hard, plain in lines.items():
        assert hard == hard.lower()
        assert next(hard_words(f"It is {hard} here.")).typed == hard
        assert not list(hard_words(plain)), plain


@pytest.mark.parametrize("word", OWN_WORDS)
def test_the_words_of_the_field_are_not_hard_words(word: str) -> None:
    assert not list(hard_words(f"The {word} was there."))


def test_the_list_of_hard_words_is_in_order() -> None:
    firsts = [line.split(",")[0].split(":")[0] for line in _lines()]
    assert firsts == sorted(firsts)
    assert len(set(plain_words())) == sum(len(line.split(":")[0].split(",")) for line in _lines())


def _lines() -> list[str]:
    file = Path(hard_words.__code__.co_filename).with_name("hard_words.txt")
    return file.read_text(encoding="utf-8").partition("\n====\n")[2].splitlines()
