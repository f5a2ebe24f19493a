"""Words that hold letters of another alphabet, which look like ours: typed to deceive, or copied from somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..reading.pointing import pointed
from ..records.alphabets import look_alikes as look_alikes_in
from ..records.alphabets import plain_letter
from ..records.problem import Problem
from .findings import instead, warning


def look_alikes(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each word in a title, a name or a text that is not in the alphabet in which it seems to be."""
    for text in dossier.texts:
        for found in look_alikes_in(text.text, text.language):
            known = all(plain_letter(sign) != sign for sign in found.word if not sign.isascii())
            again = f'Type the word again: "{found.plain}".' if known else "Type the word again, in one alphabet."
            problem = warning("look-alike", text.place, found.fact, again)
            end = found.start + len(found.word)
            yield pointed(problem, text.text, found.start, end, instead(found.word, found.plain) if known else None)
