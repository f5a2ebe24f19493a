"""Clauses become sentences within limits, and nothing is ever cut."""

from __future__ import annotations

from panelpapers.words.nouns import plain
from panelpapers.words.sentences import Clause, Place, compose, first_fitting, fits, sentence

LONG = " ".join(["word"] * 26)


def test_a_sentence_has_a_capital_first_and_one_full_stop_last() -> None:
    assert sentence("the rate rose") == "The rate rose."
    assert sentence("the rate rose at Smith Inc.") == "The rate rose at Smith Inc."


def test_a_name_brings_no_doubled_marks_into_a_sentence() -> None:
    assert plain("  rate..  of,, cases. ") == "rate. of, cases"
    assert plain("St. Basil's") == "St. Basil's"


def test_the_best_wording_that_fits_is_taken_and_none_is_shortened() -> None:
    assert not fits(LONG)
    assert first_fitting((LONG, "a shorter one", "the shortest")) == "a shorter one"
    assert first_fitting((LONG,)) is None


def test_few_clauses_are_sentences_of_their_own_in_reading_order() -> None:
    clauses = [Clause(Place.SIZE, 50, ("then this",)), Clause(Place.MESSAGE, 10, ("first that",))]
    assert compose(clauses) == "First that. Then this."


def test_with_too_many_clauses_neighbours_are_joined_from_the_end() -> None:
    clauses = [Clause(Place(place + 1), 50, (f"clause {place}",)) for place in range(6)]
    assert compose(clauses) == "Clause 0. Clause 1. Clause 2. Clause 3. Clause 4; clause 5."


def test_the_lightest_clause_goes_where_joining_is_not_enough() -> None:
    clauses = [Clause(Place(place + 1), 50 + place, (f"clause {place}",), alone=True) for place in range(7)]
    assert compose(clauses) == "Clause 2. Clause 3. Clause 4. Clause 5. Clause 6."


def test_a_clause_that_fits_in_no_wording_is_left_out() -> None:
    assert compose([Clause(Place.MESSAGE, 90, (LONG,)), Clause(Place.SIZE, 10, ("this stays",))]) == "This stays."
