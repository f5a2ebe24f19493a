"""Short forms by document: where each is first used, what it stands for there, and where two documents disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..records.paper import Abbreviation
from ..records.publication import Records
from .rows import every_item, every_minute
from .short_forms import (
    NOT_WRITTEN_OUT,
    explanations_in,
    in_capitals,
    ordinary_in_capitals,
    same_words,
    short_forms_in,
    written_out,
)
from .texts import Document, Text


@dataclass(frozen=True, slots=True)
class Usage:
    """A short form in one document. ``entry`` is where the document explains it, if it does in a list.

    ``first`` is the text that uses it first, or ``None`` where only the list has it. ``long`` is ``None`` where
    nothing in the document says what it stands for.
    """

    short: str
    long: str | None
    meeting_id: str | None
    paper_id: str | None
    first: Text | None
    entry: Abbreviation | None

    @property
    def explained(self) -> bool:
        """Whether the document says what it stands for; words such as "not written out" do not."""
        return self.long is not None and NOT_WRITTEN_OUT not in self.long

    @property
    def written_out_first(self) -> bool:
        """Whether the first text that uses it writes it out too."""
        return self.first is None or written_out(self.first.text, self.short, self.long)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of the things that a short form stands for, with the documents that use it so."""

    long: str
    usages: tuple[Usage, ...]


def usages(records: Records, texts_of: Mapping[Document, Sequence[Text]]) -> tuple[Usage, ...]:
    """Give the short forms of every paper, agenda and minutes, and those of the panel's own usage.

    ``texts_of`` has the texts of each document.
    """
    own = records.panel.abbreviations if records.panel else []
    numbers = _numbers(records)
    known = set(records.panel.known_short_forms) if records.panel else set()
    found = [Usage(entry.short, entry.long, None, None, None, entry) for entry in own]
    for key, paper in sorted(records.papers.items()):
        of_documents = {id(document) for document in (*paper.documents, *(paper.background_papers or ()))}
        every = texts_of.get(("papers", key), ())
        texts = [text for text in every if not text.note and id(text.record) not in of_documents]
        found += _document(texts, paper.abbreviations, known, numbers, *key)
    for family in ("agendas", "minutes"):
        for meeting_id in sorted(getattr(records, family)):
            texts = [text for text in texts_of.get((family, (meeting_id,)), ()) if not text.note]
            found += _document(texts, own, known, numbers, meeting_id, None)
    explained = {usage.short for usage in found if usage.long is not None}  # PACE, where any document says of what
    names = {word.casefold() for person in records.people.values() for word in person.name.split()}
    return tuple(usage for usage in found if usage.short in explained or not _ordinary(usage, names))


def _numbers(records: Records) -> set[str]:
    """Give every number of an item, a minute or a resolution that has letters in it: CC-1 is no short form."""
    found = {item.number for _, item in every_item(records)}
    for _, minute in every_minute(records):
        found |= {minute.number, *(made.numeral for made in minute.resolutions)}
    return {number for number in found if number and re.search("[A-Z]", number)}


def _ordinary(usage: Usage, names: set[str]) -> bool:
    """Whether what looks like a short form is a word of ordinary English in capitals, or a name: AYES: GARCIA.

    A text that is all in capitals, such as a title, tells neither.
    """
    if usage.first is None:
        return False
    return (
        usage.short.casefold() in names
        or in_capitals(usage.first.text)
        or ordinary_in_capitals(usage.short, usage.first.text)
    )


def meanings(every: tuple[Usage, ...]) -> Mapping[str, tuple[Meaning, ...]]:
    """Give for each short form, A to Z, the things it stands for: one, or several where documents disagree."""
    by_short: dict[str, dict[str, list[Usage]]] = defaultdict(lambda: defaultdict(list))
    for usage in every:
        if usage.long is not None:
            key = NOT_WRITTEN_OUT if not usage.explained else same_words(usage.long)
            by_short[usage.short][key].append(usage)
    return {
        short: tuple(Meaning(group[0].long or "", tuple(group)) for group in by_short[short].values())
        for short in sorted(by_short, key=lambda form: (form.casefold(), form))
    }


def collisions(every: tuple[Usage, ...], area: str) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Give each short form that stands for two things, with all of them, those that are not written out left out.

    A short form within a longer one counts: where NPCP is the panel of Northshire, PCP is the panel.
    """
    found = {short: list(several) for short, several in meanings((*every, *_within(every, area))).items()}
    for short, several in found.items():
        explained = tuple(meaning for meaning in several if meaning.usages[0].explained)
        if len(explained) > 1:
            yield short, explained


def _within(every: tuple[Usage, ...], area: str) -> Iterator[Usage]:
    """Give what is left of a short form without the letters of the panel's area: PCP of WMPCP."""
    initials = "".join(word[0] for word in area.split())
    shorts = {usage.short for usage in every}
    for usage in every:
        rest = usage.short.removeprefix(initials)
        named = usage.explained and (usage.long or "").startswith(f"{area} ")
        if initials and named and rest != usage.short and rest in shorts:
            long = (usage.long or "").removeprefix(f"{area} ")
            yield Usage(rest, long, usage.meeting_id, usage.paper_id, usage.first, usage.entry)


def _document(
    texts: list[Text],
    entries: list[Abbreviation],
    known: set[str],
    numbers: set[str],
    meeting_id: str,
    paper_id: str | None,
) -> Iterator[Usage]:
    """Give the short forms of one document: those it uses, in order, then those that only the list of a paper has."""
    by_short = {entry.short: entry for entry in entries}
    first: dict[str, Text] = {}
    explained: dict[str, str] = {}
    for text in sorted(texts, key=lambda text: in_capitals(text.text)):
        for short, _ in short_forms_in(text.text, numbers):
            first.setdefault(short, text)
        for short, long in explanations_in(text.text).items():
            explained.setdefault(short, long)
    for short, text in first.items():
        if short not in known or short in by_short:
            entry = by_short.get(short)
            stands_for = entry.long if entry else explained.get(short)
            yield Usage(short, stands_for, meeting_id, paper_id, text, entry)
    for short, entry in by_short.items() if paper_id else ():
        if short not in first:
            yield Usage(short, entry.long, meeting_id, paper_id, None, entry)
