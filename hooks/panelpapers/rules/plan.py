"""Checks of the plan: one rating for each quarter, in a word of the key, and no commitment that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.rows import every_rating
from ..reading.guessing import Guesses
from ..records.problem import Problem
from .findings import meant, repeated, warning

MOST_NAMED: Final = 20
"""How many words of the key a message names."""


def unknown_rating(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a rating that is not a word of the key."""
    records = dossier.records
    if records.plan is None:
        return
    words = [meaning.word for meaning in records.plan.key]
    guesses = Guesses(words)
    for _, rating in every_rating(records):
        if rating.rating not in words:
            near = guesses.nearest(rating.rating.capitalize())
            choices = f"Write one of these, or add the word to the key: {', '.join(words[:MOST_NAMED])}."
            fact = f'"{rating.rating}" is not a word of the key.'
            yield Problem("unknown-rating", rating.at("rating"), fact, meant(near, choices))


def rated_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two ratings of one commitment for the same quarter."""
    for commitment in dossier.records.plan.commitments if dossier.records.plan else ():
        for rating, _ in repeated(commitment.ratings, attrgetter("period.days")):
            fact = f"Commitment {commitment.numbers[0]} has two ratings for {rating.period.name}."
            fix = "Keep the rating of that quarter. If two papers differ, tell the other in remark."
            yield Problem("rated-twice", rating.at("period"), fact, fix)


def printed_otherwise(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a number that the source prints otherwise, where no remark says why it is taken for this commitment."""
    for commitment, rating in every_rating(dossier.records):
        if rating.as_printed and rating.remark is None:
            fact = f"The source prints {rating.as_printed} for commitment {commitment.numbers[0]}."
            fix = "Add remark, in which an editor says why it is taken for this commitment."
            yield warning("printed-otherwise", rating.at("as_printed"), fact, fix)


def unknown_commitment(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a paragraph about a commitment that the plan does not have."""
    records = dossier.records
    if "plan" in records.unread:
        return
    rows = records.plan.commitments if records.plan else []
    known = {str(number) for row in rows for number in row.numbers}
    guesses = Guesses(known, 0.8)
    for paper in records.papers.values():
        for _, _, paragraph in paragraphs(paper):
            for entry, number in enumerate(paragraph.commitments):
                if str(number) not in known:
                    near = guesses.nearest(str(number))
                    add = "Correct the number, or add the commitment to data/plan.yml."
                    fact = f"The plan has no commitment {number}."
                    fix = f"Did you mean {near}?" if near else add
                    yield Problem("unknown-commitment", paragraph.at("commitments", entry), fact, fix)
