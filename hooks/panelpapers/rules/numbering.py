"""Numbers that become addresses stand once: items of an agenda, minutes, resolutions, paragraphs, commitments.

What points to an item or a minute finds it, and numbers that run on are told of where they do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.promises import undertakings_of
from ..facts.rows import every_minute, grouped
from ..facts.series import Reader, begins_again, rows_of_bodies, runs_through
from ..records import limits
from ..records.base import Record
from ..records.minutes import Minute
from ..records.names import as_slug, key_of
from ..records.numbers import Numbered
from ..records.place import Place
from ..records.pointers import Document, entries_of, pointers
from ..records.problem import Problem
from ..records.publication import Records
from ..records.walk import Held
from .findings import advice, line_at, repeated, retyped, warning, with_id

PLACES_OF_A_PAPER: Final = frozenset(
    (
        *("abbreviations", "appendices", "documents", "more", "moved-places", "recommendations"),
        *("main", "page-contents", "page-words", "page-history", "site-menu", "site-search"),
    )
)
"""Places that the template of a paper, and the frame of every page, name themselves."""
_NUMBERED: Final = re.compile(r"(?:.+-)?paragraph-.+|recommendation-.+")
"""How places are called that are named after a number."""
_IN_OTHER_WORDS: Final = "Add a short in other words to one of the two: without a number, the address is made of it."


def repeated_entry(dossier: Dossier) -> Iterator[Problem]:
    """Tell of items, and of minutes, resolutions and promises, of which two would have one address."""
    told = set[tuple[Place, Place]]()
    for claim, there in repeated(_claims(dossier.records), attrgetter("address")):
        if id(there.entry) in dossier.out_of_row and there.entry is not claim.entry:
            claim, there = there, claim
        if (there.place, claim.place) in told:
            continue
        told.add((there.place, claim.place))
        of_file = "" if there.place.file == claim.place.file else f" of {there.place.file}"
        fact = f"The address of {claim.what} is that of {there.what} too, on line {there.place.line}{of_file}."
        yield Problem("repeated-number", claim.place, fact, _cure(claim, there))


class Claim(NamedTuple):
    """An address that is made of a number or an id: what has it, where that is typed, and the entry it belongs to."""

    address: str
    what: str
    place: Place
    entry: Numbered
    fix: str = "Correct the number or the id of one of the two."


def _claims(records: Records) -> Iterator[Claim]:
    """Give every place of agendas and minutes that is made of a number or an id; a heading has one of its own."""
    for (_, meeting_id), entries in entries_of(records).items():
        for entry in _named(entries):
            place = entry.at("id" if entry.id else "number" if entry.number else "title")
            begin = f"{entry.kind} {meeting_id}-"
            yield Claim(f"{begin}{entry.key}", entry.name, place, entry)
            yield Claim(f"{begin}{entry.key}-heading", f"the heading of {entry.name}", place, entry)
            if isinstance(entry, Minute):
                yield from _claims_within(entry, begin)


def _claims_within(minute: Minute, begin: str) -> Iterator[Claim]:
    for made in minute.resolutions:
        what = f"resolution {made.numeral or ''}".strip()
        place = made.at("numeral" if made.numeral else "short" if made.short else "text")
        claim = Claim(f"{begin}{made.key}", f"{what} of {minute.name}", place, minute)
        yield claim if made.numeral else claim._replace(fix=_IN_OTHER_WORDS)
    for said in undertakings_of(minute):
        what = f'promise "{said.id}" of {minute.name}'
        yield Claim(f"{begin}{minute.key}-{said.id}", what, said.at("id"), minute)
    for motion in (motion for motion in minute.motions if motion.id or len(minute.motions) == 1):
        what = f'motion "{motion.id}" of {minute.name}' if motion.id else f"the motion of {minute.name}"
        yield Claim(f"{begin}{minute.key}-{motion.key}", what, motion.at("id"), minute)
    for paragraph in minute.paragraphs:
        what, end = f"paragraph {paragraph.number} of {minute.name}", key_of(paragraph.number)
        yield Claim(f"{begin}{minute.key}-paragraph-{end}", what, paragraph.at("number"), minute)
    if minute.election or minute.elected:
        yield Claim(f"{begin}{minute.key}-election", f"the election of {minute.name}", minute.at("election"), minute)


def _cure(claim: Claim, there: Claim) -> str:
    fix, entry = claim.fix, claim.entry
    if entry is not there.entry and not (entry.id and there.entry.id):
        which = entry if entry.number and not entry.id else there.entry
        fix += f' If both are printed so, add an id to {which.name}, such as "id: {_free_id(which)}".'
        if entry.number and entry.number == there.entry.number == entry.label:
            fix += " If the numbers begin again below a heading, add begin_again: yes to the heading."
    return fix


def _free_id(entry: Numbered) -> str:
    return as_slug(entry.title)[: limits.NAME].strip("-") or as_slug(f"{entry.kind} {entry.key} 2")


def without_number(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item and minute without a number and an id among others with numbers; give an id of its title.

    Where a document prints no number at all, addresses are made of the titles that no other entry has.
    """
    for entries in entries_of(dossier.records).values():
        named = _named(entries)
        taken, made = {entry.key for entry in named}, Counter[str]()
        for entry in (entry for entry in entries if not any(entry is other for other in named)):
            new = begun = _free_id(entry)
            while key_of(new) in taken:
                made[begun] += 1
                new = f"{begun}-{made[begun] + 1}"
            taken.add(key_of(new))
            fact = f"This {entry.kind} has neither a number nor an id, of which its address could be made."
            fix = f'If no number is printed, add the line "id: {new}" to it. If one is, add it as number.'
            yield Problem("no-number", entry.at("title"), fact, fix, with_id(entry.at("title"), new))


def _named(entries: Sequence[Numbered]) -> list[Numbered]:
    """Give the entries of a document that are known by a number, an id, or a title where nothing has a number."""
    titled, numbered = Counter(entry.key for entry in entries), any(entry.number for entry in entries)
    return [
        entry
        for entry in entries
        if entry.id or entry.number or (not numbered and entry.key and titled[entry.key] == 1)
    ]


def resolution_without_number(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each resolution without a number in a minute in which others have one."""
    for _, minute in every_minute(dossier.records):
        numbered = any(resolution.numeral for resolution in minute.resolutions)
        for resolution in minute.resolutions:
            if numbered and resolution.numeral is None:
                fact = f"Other resolutions of {minute.name} have numbers, and this one has none."
                fix = (
                    "Add its number as it is printed, such as numeral: ii. Without one, its address is made of words."
                )
                yield warning("resolution-number", resolution.at(), fact, fix)


def pointing_nowhere(dossier: Dossier) -> Iterator[Problem]:
    """Tell of whatever names an item that the agenda of its meeting does not have, or a minute likewise.

    Where an entry has neither a number nor an id and needs one, that is told alone.
    """
    entries = {document: _named(several) for document, several in entries_of(dossier.records).items()}
    keys = {document: {entry.key for entry in several} for document, several in entries.items()}
    short = {document: _by_short_number(several) for document, several in entries.items()}
    for document, held in pointers(dossier.records):
        if keys.get(document) and held.value not in keys[document]:
            meant = short[document].get(str(held.value), [])
            yield _nowhere(document, held, entries[document], meant)


def _by_short_number(entries: Sequence[Numbered]) -> Mapping[str, Sequence[Numbered]]:
    """Give entries by their own numbers, without what comes before them: a) may be that of several."""
    return grouped((name, entry) for entry in entries for name in {entry.number_key, key_of(entry.number or "")})


def _nowhere(document: Document, held: Held, known: Sequence[Numbered], meant: Sequence[Numbered]) -> Problem:
    kind, names = known[0].kind, [entry.id or entry.label or entry.key for entry in meant]
    old = line_at(held.place)[held.place.column - 1 :][: held.place.width]
    mended = retyped(held.place, old, names[0]) if old and len(names) == 1 else None
    fix = f"Write the number of the {kind} as it is printed there, or its id: {_some(known)}."
    if names:
        fix = "Write which is meant: " + ", ".join(f'"{name}"' for name in names) + "."
    where = f"on the agenda of {document[1]}" if kind == "item" else f"in the minutes of {document[1]}"
    code = "unknown-item" if kind == "item" else "unknown-minute"
    fact = f'There is no {kind} "{old.strip(chr(34)) or held.value}" {where}.'
    return Problem(code, held.place, fact, fix, mended)


def _some(known: Sequence[Numbered]) -> str:
    names = [entry.id or entry.label or entry.key for entry in known]
    return f"{names[0]} to {names[-1]}" if len(names) > 1 else "".join(names)


def out_of_its_row(dossier: Dossier) -> Iterator[Problem]:
    """Tell of numbers that leave the row in which those of this body run: gaps, repeats, and a lower number."""
    for reader, lists in rows_of_bodies(dossier.records):
        for several in lists:
            counted = [(entry, dossier.out_of_row.get(id(entry))) for entry in several if reader(entry.label)]
            yield from (_in_no_row(entry, asked) for entry, asked in counted if asked)
            for (earlier, astray), (later, asked) in pairwise(counted):
                if not (astray or asked):
                    yield from _step(reader, earlier, later)
        if runs_through([[entry.label for entry in several] for several in lists], reader):
            for again, _ in repeated(chain(*lists), attrgetter("label")):
                fact = f"Another meeting has {again.name} too, and the numbers run on from meeting to meeting."
                yield advice("number-again", again.at("number"), fact, "Check the number.")


def _in_no_row(entry: Numbered, asked: str) -> Problem:
    fact = f"{entry.opening} stands where the numbers around it ask for {asked}."
    fix = f"Type {asked} if it is meant. Else put the {entry.kind}s in the order of their numbers."
    perhaps = filter(None, [retyped(entry.at("number"), entry.label, asked)])
    if isinstance(entry, Minute):
        return warning("minute-order", entry.at("number"), fact, fix, perhaps=tuple(perhaps))
    return advice("number-gap", entry.at("number"), fact, fix, perhaps=tuple(perhaps))


def _step(reader: Reader, earlier: Numbered, later: Numbered) -> Iterator[Problem]:
    """Tell of a number that is lower than the one before it, or leaves out what comes next."""
    (row, before), (same, after) = reader(earlier.label) or ("", 0), reader(later.label) or ("", 0)
    fact = f"{later.opening} stands after {earlier.name}."
    if row == same and after < before and isinstance(later, Minute):
        fix = "Put the minutes in the order of their numbers, or correct the number."
        yield warning("minute-order", later.at("number"), fact, fix)
    elif row == same and after > before + 1:
        fix = f"Check whether {later.kind}s between them are missing, or correct the number."
        yield advice("number-gap", later.at("number"), fact, fix)


def repeated_paragraph(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a paragraph number that stands twice in a paper, or in a part where numbers begin again."""
    for paper in dossier.records.papers.values():
        if begins_again(paper) is None:  # else this is told once, and not of every paragraph
            numbered = ((entry, "number", f"{part}/{entry.number}") for part, _, entry in paragraphs(paper))
            yield from _twice("paragraph", numbered)
        yield from _twice("part", ((part, "id", part.id) for part in paper.parts))
        for part in paper.parts:
            if part.id in PLACES_OF_A_PAPER or _NUMBERED.fullmatch(part.id):
                fact = f'The page of a paper has a place of its own that is called "{part.id}".'
                yield Problem("repeated-number", part.at("id"), fact, "Give this part another id, such as annex-one.")


def repeated_question(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two questions that would have one address: it is made of the meeting's id and their own."""
    every = dossier.records.minutes.items()
    named = [(f"{meeting_id}-{asked.id}", asked) for meeting_id, minutes in every for asked in minutes.questions]
    for (_, question), (_, earlier) in repeated(named, itemgetter(0)):
        there = earlier.at("id")
        fact = f"This question has the same address as the one in {there.file}, line {there.line}."
        yield Problem("repeated-number", question.at("id"), fact, "Give one of the two another id.")


def repeated_in_minutes(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two sessions, or two petitions, of one meeting with the same id."""
    for minutes in dossier.records.minutes.values():
        yield from _twice("session", ((session, "id", session.id) for session in minutes.sessions))
        petitions = ((petition, "id", petition.id) for petition in minutes.petitions if petition.id)
        yield from _twice("petition", petitions)


def repeated_commitment(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a commitment that stands in two rows of the plan."""
    rows = dossier.records.plan.commitments if dossier.records.plan else []
    yield from _twice("commitment", ((row, "numbers", str(number)) for row in rows for number in row.numbers))


def _twice(what: str, numbered: Iterable[tuple[Record, str, str]]) -> Iterator[Problem]:
    for (record, field, key), (earlier, _, _) in repeated(numbered, itemgetter(2)):
        number, line = key.rpartition("/")[2], earlier.at(field).line
        fact = f'There are two with the number "{number}": this {what} and the one on line {line}.'
        fix = f"Give each {what} its own number: it becomes part of a web address."
        yield Problem("repeated-number", record.at(field), fact, fix)
