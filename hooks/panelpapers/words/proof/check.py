"""The proof-reader: reads finished words about figures back, and recomputes every number and claim from the record.

It reads with the patterns that the writer filled, and asks the record anew, by rules of its own: it knows no fact of
the writer, nor how a number is written. A clause that no pattern can read is a finding too, and so are a sentence
said twice, one that speaks of what was not said before, and what a figure cannot be without: target, direction of
good, baseline, every series and every caution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ...records.indicator import Indicator
from ..catalogue import PATTERNS, SENTENCES
from ..pattern import Pattern, Reader, readings
from .claim import Claim, Cut, Said
from .duties import expected, has_message, in_words, required, told_in_full
from .evidence import Table
from .reading import readers

_LONG: Final = 900
"""As many characters as a description may have."""
_FULL: Final = 5
"""As many sentences as a description may have: only then may a caution stand beside it alone."""


@cache
def _beginning(where: str, letter: str) -> tuple[Pattern, ...]:
    """Give the patterns for a text, such as ``title``, of which a clause that begins with a letter can be one."""
    return tuple(
        pattern
        for pattern in PATTERNS.get(where, SENTENCES)
        if not isinstance(pattern.parts[0], str) or pattern.parts[0].startswith(letter)
    )


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A claim that the record does not confirm. ``where`` is the text: summary, description, caveats and so on."""

    where: str
    sentence: str
    claim: str
    message: str


def check(
    indicator: Indicator,
    texts: Mapping[str, str],
    *,
    cut: Cut | None = None,
    phrases: Mapping[str, Sequence[str]] | None = None,
) -> list[Unconfirmed]:
    """Read the words about an indicator back: texts by name (summary, description, title, subtitle, caveats).

    Gives what the record does not confirm, and nothing where all is true; it never raises for a text. ``caveats`` is
    all cautions with a space between them. ``cut`` is where the chart's scale starts, if that is known and is not
    zero, and of percentages where it ends. ``phrases`` are what is said of single figures, by series. Cautions that
    must be said are looked for in ``caveats`` and in ``description``, if given.
    """
    proof = _Proof(indicator, cut)
    findings = [finding for where, text in texts.items() for finding in proof.read(where, text)]
    alone = ((series, phrase) for series, told in (phrases or {}).items() for phrase in told)
    findings += [finding for series, phrase in alone for finding in proof.read_phrase(series, phrase)]
    return [*findings, *proof.left_out(texts)]


@dataclass(frozen=True, slots=True)
class _Read:
    """A clause as it was read: where it ends, with which pattern, what it says, and what is wrong with it."""

    end: int
    pattern: Pattern | None
    claim: Claim
    problems: tuple[str, ...]

    def repeats(self, other: _Read) -> bool:
        """Whether it says what another clause of the same text says already."""
        if self.pattern is None or self.pattern != other.pattern:
            return False
        found, before = self.claim.found.items(), other.claim.found.items()
        return all(item in before for item in found) or all(item in found for item in before)

    def refers_to(self, before: _Read | None) -> bool:
        """Whether what it speaks of was said just before, if it speaks of something that was."""
        if self.pattern is None or not self.pattern.after:
            return True
        return before is not None and self.pattern.after in {what for what, _, _ in before.claim.said}


class _Proof:
    """One record's table, and what its texts have said so far."""

    def __init__(self, indicator: Indicator, cut: Cut | None) -> None:
        self._table = Table(indicator)
        self._readers: Mapping[str, Reader] = readers(self._table)
        self._cut = cut
        self._said: dict[str, set[Said]] = {}
        self._sentences: dict[str, int] = {}

    def read(self, where: str, text: str) -> Iterator[Unconfirmed]:
        """Read one text clause by clause, and give what is wrong with it."""
        said = self._said.setdefault(where, set())
        at, begins = 0, 0
        clauses: list[_Read] = []
        while at < len(text):
            clause = self._clause(where, text, at, begins)
            end = clause.end
            said |= clause.claim.said
            sentence = text[begins : _boundary(text, end)]
            yield from (Unconfirmed(where, sentence, text[at:end], problem) for problem in clause.problems)
            if any(map(clause.repeats, clauses)):
                yield Unconfirmed(where, sentence, text[at:end], "This was said before.")
            if not clause.refers_to(clauses[-1] if clauses else None):
                yield Unconfirmed(where, sentence, text[at:end], "What this speaks of is not said before it.")
            if where == "description" and not clauses and self._message_is_late(clause):
                yield Unconfirmed(where, sentence, text[at:end], "What happened is told first.")
            clauses.append(clause)
            if text.startswith("; ", end):
                at = end + 2
                continue
            self._sentences[where] = self._sentences.get(where, 0) + 1
            if text[begins].islower() and where != "title":
                yield Unconfirmed(where, sentence, text[begins], "This sentence has no capital.")
            at = begins = end + 2
            if not text.startswith(".", end) and where not in ("title", "subtitle", "number"):
                yield Unconfirmed(where, sentence, sentence, "This sentence has no full stop.")

    def _message_is_late(self, clause: _Read) -> bool:
        """Whether the first clause of a description does not tell what happened, where that can be told."""
        return has_message(self._table) and ("message", "", "") not in clause.claim.said

    def _clause(self, where: str, text: str, at: int, begins: int) -> _Read:
        """Read the clause at a place.

        Of all ways to read it, a longest that the record confirms is taken, else one with the fewest problems.
        """
        lower = f"{text[:at]}{text[at].lower()}{text[at + 1 :]}" if at == begins else text
        ways = [way for source in dict.fromkeys((lower, text)) for way in self._ways(where, source, at)]
        unread = _Read(_boundary(text, at), None, Claim(self._table, {}), ("No pattern can confirm this.",))
        return max(ways, key=lambda way: (-len(way.problems), way.end), default=unread)

    def _ways(self, where: str, text: str, at: int, series: str = "") -> Iterator[_Read]:
        for pattern in _beginning(where, text[at]):
            for end, found in readings(pattern.parts, text, at, self._readers):
                if end > at and (text[end:] in ("", ".") or text.startswith((". ", "; "), end)):
                    found = {**found, "series": series} if series else found
                    claim = Claim(self._table, found, text[at:end], self._cut)
                    yield _Read(end, pattern, claim, tuple(pattern.claim(claim)))

    def read_phrase(self, series: str, phrase: str) -> Iterator[Unconfirmed]:
        """Read what is said of one figure of a series, and give what is wrong with it."""
        ways = [way for way in self._ways("phrase", phrase, 0, series) if way.end == len(phrase)]
        best = min(ways, key=lambda way: len(way.problems), default=None)
        for problem in best.problems if best else ("No pattern can confirm this.",):
            yield Unconfirmed("phrase", phrase, phrase, problem)

    def left_out(self, texts: Mapping[str, str]) -> Iterator[Unconfirmed]:
        """Give what the record calls for and the cautions, or a description with room for it, do not say."""
        wanted = set(required(self._table))
        if any(("needs unrounded", "", "") in said for said in self._said.values()):
            wanted.add(("unrounded", "", ""))
        everywhere = {"caveats": wanted | set(told_in_full(self._table))}
        everywhere["description"] = set(expected(self._table))
        if self._has_room(texts.get("description", "")):
            everywhere["description"] |= wanted | set(expected(self._table, room=True))
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
