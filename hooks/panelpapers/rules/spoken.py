"""What a text speaks of by number must be there: a paragraph, an item, a minute, a commitment, an appendix."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.numbered import Numbered
from ..facts.spoken import Spoken
from ..facts.texts import Text
from ..records.problem import Problem
from .findings import warning

_FAMILIES = {
    "commitment": "plan",
    "minute": "minutes",
    "item": "agendas",
    "paragraph": "papers",
    "figure": "papers",
    "appendix": "papers",
    "recommendation": "papers",
}


def unknown_number(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a text that speaks of something by a number that nothing has. A note may speak of a slip of a paper."""
    records = dossier.records
    numbered = Numbered(records)
    for text in dossier.texts:
        if text.note or text.family == "indicators":
            continue
        for spoken in text.spoken:
            if _FAMILIES[spoken.kind] not in records.unread and numbered.missing(spoken, text):
                yield _unknown(spoken, text, numbered)


def _unknown(spoken: Spoken, text: Text, numbered: Numbered) -> Problem:
    near = _shorter(spoken.number, numbered) if spoken.kind == "commitment" else None
    hint = f" There is a commitment {near}: a footnote mark may have become part of its number." if near else ""
    fact = f"This text speaks of {spoken.name}, and there is none.{hint}"
    fix = "Correct the number. If the paper itself has the slip, tell readers in a note beside the text."
    return warning("unknown-number", text.place, fact, fix)


def _shorter(number: str, numbered: Numbered) -> int | None:
    """Give the commitment whose number this one is with a digit too many at its end."""
    cut = number[:-1]
    return int(cut) if cut.isdecimal() and int(cut) in numbered.commitments else None


RULES = (unknown_number,)
