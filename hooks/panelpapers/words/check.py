"""The proof-reader: reads finished words about figures back, and recomputes every number and claim from the record.

It shares no code with the writer of the words, not even the way to write a number, so that a mistake in one is not
repeated in the other. A clause that no pattern of ``checking`` can read is a finding too: what cannot be confirmed is
not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ..records.indicator import Indicator
from .checking.claim import Claim, Said
from .checking.conditions import expected, in_words, required, told_in_full
from .checking.grammar import readers, rules_beginning
from .checking.notation import Reader, readings
from .checking.table import Table

_FULL: Final = 5
"""As many sentences as a description may have: only then may a caution stand beside it alone."""
_LONG: Final = 900
"""As many characters as a description may have."""


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A claim that the record does not confirm. ``where`` is the text: summary, description, caveats and so on."""

    where: str
    sentence: str
    claim: str
    message: str


def check(
    indicator: Indicator, texts: Mapping[str, str], *, axis_starts_at: Decimal | None = None
) -> list[Unconfirmed]:
    """Read the words about an indicator back: texts by name (summary, description, title, subtitle, caveats).

    Gives what the record does not confirm, and nothing where all is true; it never raises for a text. ``caveats`` is
    all cautions with a space between them. ``axis_starts_at`` is where the chart's axis of values begins, if that is
    known and is not zero. Cautions that must be said are looked for in ``caveats`` and in ``description``, if given.
    """
    proof = _Proof(indicator, axis_starts_at)
    findings = [finding for where, text in texts.items() for finding in proof.read(where, text)]
    return [*findings, *proof.left_out(texts)]


class _Proof:
    """One record's table, and what its texts have said so far."""

    def __init__(self, indicator: Indicator, axis_starts_at: Decimal | None) -> None:
        self._table = Table(indicator)
        self._readers: Mapping[str, Reader] = readers(self._table)
        self._axis_starts_at = axis_starts_at
        self._said: dict[str, set[Said]] = {}
        self._sentences: dict[str, int] = {}

    def read(self, where: str, text: str) -> Iterator[Unconfirmed]:
        """Read one text clause by clause, and give what is wrong with it."""
        said = self._said.setdefault(where, set())
        at, begins = 0, 0
        while at < len(text):
            end, claim, problems = self._clause(where, text, at, begins)
            said |= claim.said
            sentence = text[begins : _boundary(text, end)]
            yield from (Unconfirmed(where, sentence, text[at:end], problem) for problem in problems)
            if text.startswith("; ", end):
                at = end + 2
                continue
            self._sentences[where] = self._sentences.get(where, 0) + 1
            if text[begins].islower() and where != "title":
                yield Unconfirmed(where, sentence, text[begins], "This sentence has no capital.")
            at = begins = end + 2
            if not text.startswith(".", end) and where not in ("title", "subtitle"):
                yield Unconfirmed(where, sentence, sentence, "This sentence has no full stop.")

    def _clause(self, where: str, text: str, at: int, begins: int) -> tuple[int, Claim, list[str]]:
        """Read the clause at a place: where it ends, what it says, and what is wrong with it.

        Of all ways to read it, a longest that the record confirms is taken, else one with the fewest problems.
        """
        lower = f"{text[:at]}{text[at].lower()}{text[at + 1 :]}" if at == begins else text
        best: tuple[int, Claim, list[str]] | None = None
        for source in dict.fromkeys((lower, text)):
            for end, claim, problems in self._ways(where, source, at):
                if best is None or (-len(problems), end) > (-len(best[2]), best[0]):
                    best = (end, claim, problems)
        return best or (_boundary(text, at), Claim(self._table, {}), ["No pattern can confirm this."])

    def _ways(self, where: str, text: str, at: int) -> Iterator[tuple[int, Claim, list[str]]]:
        for parts, rule in rules_beginning(where, text[at]):
            for end, found in readings(parts, text, at, self._readers):
                if end > at and (text[end:] in ("", ".") or text.startswith((". ", "; "), end)):
                    claim = Claim(self._table, found, self._axis_starts_at)
                    yield end, claim, list(rule(claim))

    def left_out(self, texts: Mapping[str, str]) -> Iterator[Unconfirmed]:
        """Give what the record calls for and the cautions, or a description with room for it, do not say."""
        wanted = set(required(self._table))
        if any(("needs unrounded", "", "") in said for said in self._said.values()):
            wanted.add(("unrounded", "", ""))
        everywhere = {"caveats": wanted | set(told_in_full(self._table))}
        if self._has_room(texts.get("description", "")):
            everywhere["description"] = wanted | set(expected(self._table))
        for where in sorted(everywhere.keys() & texts.keys()):
            for missing in sorted(everywhere[where] - self._said[where]):
                yield Unconfirmed(where, "", in_words(missing), "This must be said.")

    def _has_room(self, description: str) -> bool:
        """Whether a caution could have been added to a description: it names two figures in a sentence at most."""
        caution = 150 + 2 * max(len(name) for name in (*self._table.labels, *self._table.rows))
        return self._sentences.get("description", 0) < _FULL and len(description) + caution <= _LONG


def _boundary(text: str, at: int) -> int:
    """Give where the clause or sentence at a place ends, as far as stops tell."""
    found = re.compile(r"[.;](?= |$)").search(text, at)
    return found.start() if found else len(text)
