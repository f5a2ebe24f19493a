"""Advice on drafts: records that wait for a person, and that no page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..records.drafts import TO_WRITE
from ..records.forms import form_of_family, in_words
from ..records.problem import Problem
from .findings import advice

_FIX: Final = 'Read it against its source, and take out "draft: yes": then it is checked and published.'
_FIX_OF_SEVERAL: Final = (
    'Read them against their source, and take out "draft: yes": then they are checked and published.'
)


def waiting_drafts(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each file how many drafts wait in it. What they hold is not looked at before somebody takes them up."""
    drafts = [(family, record) for family, _, record in dossier.records.drafts if getattr(record, "draft", False)]
    counts = Counter(record.at().file for _, record in drafts)
    for family, record in drafts:
        file = record.at().file
        if count := counts.pop(file, 0):
            what = in_words(form_of_family(family).record)
            many = count > 1 or what == "minutes"
            fact = f"{count:,} entries here are drafts" if count > 1 else f"These {what} are a draft"
            fact = f"{fact}, so they are on no page." if many else f"This {what} is a draft, so it is on no page."
            yield advice("draft", record.at("draft"), fact, _FIX_OF_SEVERAL if many else _FIX)


def not_written(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each text that a new file left to be written, in a record that is no draft any more."""
    for text in dossier.texts:
        if TO_WRITE in text.text:
            fact = "This text still has to be written, and the record is no draft."
            yield Problem("not-written", text.place, fact, 'Write it; or add "draft: yes" to the record until then.')
