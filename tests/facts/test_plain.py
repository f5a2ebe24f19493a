"""How hard a text is to read, in cases of ``cases/plain-language.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from panelpapers.facts.plain import grade, sentences

CASES: dict[str, list[dict[str, Any]]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "plain-language.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["title"])
def test_a_text_is_split_into_its_sentences(case: dict[str, Any]) -> None:
    found = sentences(case["text"])
    assert [len(sentence.words) for sentence in found] == case["words"], found


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["title"])
def test_a_sentence_stands_in_its_text_as_it_is(case: dict[str, Any]) -> None:
    assert all(sentence.text in case["text"] for sentence in sentences(case["text"]))


@given(
    st.lists(
        st.sampled_from(["The", "rate", "rose.", "13.5%", "e.g.", "No.", "3", "J.", "–", "(ii)", "\n\n", "why?"])
    )
)
def test_no_word_is_lost_and_none_counted_twice(parts: list[str]) -> None:
    text = " ".join(parts)
    words = [word for word in text.split() if any(sign.isalnum() for sign in word)]
    assert [word for sentence in sentences(text) for word in sentence.words] == words


@pytest.mark.parametrize("case", CASES["as_hard"], ids=lambda case: case["title"])
def test_names_and_figures_make_no_text_harder(case: dict[str, str]) -> None:
    assert grade(sentences(case["one"])) == pytest.approx(grade(sentences(case["other"])))


@pytest.mark.parametrize("case", CASES["harder"], ids=lambda case: case["plain"])
def test_long_words_and_long_sentences_make_a_text_harder(case: dict[str, str]) -> None:
    assert grade(sentences(case["hard"])) > grade(sentences(case["plain"])) + 1


@pytest.mark.parametrize("case", CASES["graded"], ids=lambda case: case["text"])
def test_the_grade_is_that_of_the_published_formula(case: dict[str, Any]) -> None:
    assert grade(sentences(case["text"])) == pytest.approx(case["grade"], abs=0.001)


def test_a_text_without_an_ordinary_word_asks_for_nothing() -> None:
    assert grade(sentences("13.5%")) == 0
    assert grade([]) == 0
