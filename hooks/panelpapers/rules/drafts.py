"""Advice on drafts: records that wait for a person, and that no page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..records.forms import form_of_family, in_words
from ..records.problem import Problem
from .findings import advice


def waiting_drafts(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each file how many drafts wait in it. What they hold is not looked at before somebody takes them up."""
    drafts = [(family, record) for family, _, record in dossier.records.drafts if getattr(record, "draft", False)]
    counts = Counter(record.at().file for _, record in drafts)
    for family, record in drafts:
        file = record.at().file
        if count := counts.pop(file, 0):
            what = in_words(form_of_family(family).record)
            fact = f"This {what} is a draft" if count == 1 else f"{count:,} entries here are drafts"
            fix = 'Read it against its source, and take out "draft: yes": then it is checked and published.'
            yield advice(
                "draft",
                record.at("draft"),
                f"{fact}, so it is on no page.".replace("drafts, so it is", "drafts, so they are"),
                fix,
            )
