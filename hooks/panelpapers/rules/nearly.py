"""Words that are nearly others: an id that is nearly its own name, a name or a title that is typed more often so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..records.names import as_slug, key_of, one_slip
from ..records.problem import Problem
from .findings import advice, retyped

_NAMES: Final = ("place", "title", "name", "measure", "noun", "role")
"""Fields in which one thing is called the same again and again."""
_LEAST: Final = 4
"""Letters of a word in which a slip is told from another word."""


def id_nearly_named(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each id that is the name of its record, or words of it, but for one slip."""
    for record in (part for part in dossier.parts if "id" in part.model_fields_set):
        typed = str(getattr(record, "id", None) or "")
        name = as_slug(str(getattr(record, "name", None) or getattr(record, "title", None) or ""))
        if near := _nearly_named(typed, name):
            fact = f'The id "{typed}" is the name of this, "{near}", but for one slip.'
            fix = (
                "Correct the one that is mistyped. An id that was published stays, and so does one that is meant so."
            )
            line = retyped(record.at("id"), typed, near)
            yield advice("id-nearly-named", record.at("id"), fact, fix, perhaps=(line,) if line else ())


def _nearly_named(typed: str, name: str) -> str | None:
    if len(typed) < _LEAST or key_of(typed) == name:
        return None
    words, known = typed.split("-"), name.split("-")
    odd = [word for word in words if word not in known]
    near = next((word for word in known if len(odd) == 1 and _slip_in_word(odd[0], word)), None)
    if near:
        return "-".join(near if word == odd[0] else word for word in words)
    return name if one_slip(typed, name) and not _plural(typed, name) else None


def spelt_otherwise(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each name or title that stands once, and more often with one word spelt otherwise by a slip."""
    every = [(record, field) for record in dossier.parts for field in _NAMES if field in record.model_fields_set]
    count = Counter((field, str(getattr(record, field))) for record, field in every)
    often = {(field, shape): text for (field, text), times in count.items() if times > 1 for shape in _shapes(text)}
    for record, field in every:
        text = str(getattr(record, field))
        alike = {often.get((field, shape), text) for shape in _shapes(text)} if count[field, text] == 1 else set()
        if near := next((near for near in sorted(alike) if _same_but_for_a_slip(text, near)), None):
            fact = f'"{text}" is spelt otherwise elsewhere: "{near}".'
            place, fix = (
                record.at(field),
                "Write one name for one thing, if it is one. Two things may be called so too.",
            )
            line = retyped(place, text, near)
            yield advice("spelt-otherwise", place, fact, fix, perhaps=(line,) if line else ())


def _shapes(text: str) -> Iterator[str]:
    """Give a text with each letter left out in turn: two texts with one of these in common differ by one slip."""
    yield text
    yield from (text[:at] + text[at + 1 :] for at in range(len(text)))


def _same_but_for_a_slip(text: str, near: str) -> bool:
    words, others = text.split(), near.split()
    differ = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and len(differ) == 1 and _slip_in_word(*differ[0])


def _slip_in_word(word: str, other: str) -> bool:
    """Whether a word is another one with a letter lost, doubled or exchanged with the next, and no other word."""
    letters = min(len(word), len(other)) >= _LEAST and (word + other).isalpha()
    replaced = len(word) == len(other) and sorted(word) != sorted(other)
    return letters and one_slip(word, other) and not replaced and not _plural(word, other)


def _plural(word: str, other: str) -> bool:
    """Whether one has an ending that the other lacks, as a plural has."""
    return word.startswith(other) or other.startswith(word)
