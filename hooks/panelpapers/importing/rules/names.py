"""Somebody in a list of those present: title, name, letters after it, and what is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ..days import clocks_in
from ..roll import TITLES
from ..said import NO_WORDS, Read, Said
from ..words import fits, folded, words
from .marked import SIGNS, Mark

_NAME: Final = re.compile(
    r"(?!(?:of|for|to|and|the)\b)(?:[^\W\d_][\w’'.-]*|“[^”]{1,20}”|\"[^\"]{1,20}\")(?:\s+(?:(?:van|von|de|da|del|der|den|di|du|la|le|ap|ab|bin|al|y)\s+)*"
    r"(?:[^\W\d_a-z][\w’'.-]*|“[^”]{1,20}”|\"[^\"]{1,20}\")){0,4}"
)
_HONOURS: Final = re.compile(r"[\s,]+(?:(?:[A-Z]{2,5}|BEng|BSc|MSc|PhD|MPhil|FRCP|QPM|DPhil|Esq)\b[\s,.]*)+$")
_LONGEST: Final = 40
"""How many words a line about one person may have."""
_OFFICE_FIRST: Final = re.compile(r"(?P<office>[^(),;]{4,60}?)\s+\((?P<name>[^(),;]{3,40})\)")
"""Head of Planning (J Sable)."""
_STEM: Final = re.compile(rf"\s*(?:[(\[–—{SIGNS}]|\s-\s|,|\t|:\s|\s(?=[-–—]\s))\s*")
_ARRIVED: Final = re.compile(r"\b(?:arrived|joined|from|arriving|came)\b", re.IGNORECASE)
_LEFT: Final = re.compile(r"\b(?:left|until|to|leaving|departed|till)\b", re.IGNORECASE)
_BY: Final = {
    "telephone": r"\b(?:by|via)\s+(?:tele)?phone\b|\bby\s+telephone\b|\btelephone\b",
    "video": r"\bvideo\b|\b(?:(?:ms|microsoft)\s+)?teams\b|\bzoom\b|\bwebex\b",
    "remotely": r"\b(?:remote(?:ly)?|online|virtual(?:ly)?)\b",
    "in the room": r"\bin[\s-]person\b|\bin\s+the\s+room\b",
}
_PART: Final = re.compile(
    r"\b(?:(?:from|to|until|for|up\s+to|after|before)\s+)?(?:agenda\s+)?items?\s+[\d.]+(?:\s*(?:to|and|[-–])\s*[\d.]+)?(?:\s+(?:only|onwards))?",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"\b(?:sub(?:stitut\w*)?|deputis\w*|standing\s+in|in\s+place|on\s+behalf)\s+(?:member\s+)?(?:for|of)\s+",
    re.IGNORECASE,
)


_PAIR: Final = 2
"""In two columns the second may be a party or a place, which look like names."""


@dataclass
class Entry:
    """Somebody who is listed. Every word of the line is in one of the fields, or in `words_between`."""

    name: Said
    title: Said = NO_WORDS
    honours: Said = NO_WORDS
    told: list[Said] = field(default_factory=list)
    """What stands behind the name: roles, bodies, how and how long they took part."""
    rest: Said = NO_WORDS
    """All of that in one."""
    role: Said = NO_WORDS
    """What a column of roles says."""
    list: str = ""
    line: Said = NO_WORDS
    """The words that were read, a sign at the name among them."""

    def is_marked(self, mark: Mark) -> bool:
        """Whether a sign stands at the name."""
        return mark.is_at(self.line)


def entry_of(said: Said, default_title: Said | None = None) -> Entry | None:
    """Read a line that names somebody; None where it begins with no name."""
    text = said.text.strip(f" .;:{SIGNS}")
    if len(text.split()) > _LONGEST or not text:
        return None
    start = said.text.find(text)
    if first := _OFFICE_FIRST.fullmatch(text):
        named = entry_of(said.split(start + first.start("name"), start + first.end("name")))
        if named and any(fits(name, first["office"]) for name in ("offices", "ends of offices")):
            named.role = said.split(start, start + first.end("office"))
            return named
    title = TITLES.match(text)
    at = title.end() if title else 0
    if re.search(r"[a-z]{3}\.\s+[A-Z]", TITLES.sub("", text[at:])):
        return None
    stem = _STEM.search(text, at)
    whole = text[at : stem.start() if stem else len(text)]
    honours = _HONOURS.search(whole)
    name = whole[: honours.start()] if honours else whole
    rest = stem.start() if stem else len(text)
    if (
        stem
        and stem.group().strip() == ","
        and (after := _HONOURS.match(text[rest:].split("(")[0].split("–")[0].rstrip()))
    ):
        honours, shift = after, rest
        rest += after.end()
    else:
        shift = at
    if not title and (office := _office_before(name)):
        at, name = at + office, name[office:].strip()
        whole, title = whole[office:], re.match(r".*", text[:at])
    ran_on = _run_on(said, start, text, at)
    if ran_on or not _NAME.fullmatch(name) or not (title or default_title or " " in name):
        return ran_on
    if not title and (name.isupper() or words("ends of offices").fullmatch(folded(name))):
        return None
    found = Entry(said.split(start + at, start + at + len(name)), line=said)
    found.title = said.split(start, start + at) if title else NO_WORDS
    if honours:
        found.honours = said.split(start + shift + honours.start(), start + shift + honours.end())
    _tell(found, said.split(start + rest))
    return None if words("no names").search(folded(name)) else found


def _office_before(name: str) -> int:
    """Give how many letters of a name are an office before it, as in Chief Fire Officer Dan Orme."""
    tokens = [*re.finditer(r"\S+", name)]
    for token in reversed(tokens[1:-1]):
        if words("ends of offices").fullmatch(folded(name[: token.start()])):
            return token.start()
    return 0


def _run_on(said: Said, start: int, text: str, at: int) -> Entry | None:
    """Read a name with an office behind it and nothing between the two: Inez Carrow Council Member."""
    head = re.split(r"[(–—]|\s-\s|,", text[at:])[0].strip()
    tokens = head.split()
    for count in (2, 3, 1):
        name, office = " ".join(tokens[:count]), " ".join(tokens[count:])
        is_office = bool(words("ends of offices").fullmatch(folded(office)))
        if is_office and (count > 1 or at) and _NAME.fullmatch(name) and not name.isupper():
            end = text.index(name, at) + len(name)
            found = Entry(
                said.split(start + text.index(name, at), start + end), said.split(start, start + at), line=said
            )
            _tell(found, said.split(start + end))
            return found
    return None


def _tell(entry: Entry, said: Said) -> None:
    """Keep what stands behind a name, as one text and in its pieces."""
    inner = re.search(r"\w.*", said.text, re.DOTALL)
    end = len(said.text.rstrip(" .;,"))
    if inner and said.text[:end].endswith(")") and "(" not in inner.group():
        end -= 1
    entry.rest = said.split(inner.start(), end) if inner else NO_WORDS
    entry.told = [*_pieces(said)]


def _pieces(said: Said) -> Iterator[Said]:
    """Part what is told of somebody at brackets, dashes, commas and semicolons."""
    for piece in re.finditer(r"[^()\[\];–—,]+(?:(?<=\d),(?=\d)[^()\[\];–—,]+)*", said.text):
        text = piece.group()
        for part in re.finditer(r"(?:(?!\s-\s).)+", text):
            found = part.group().strip(" -:.")
            if re.search(r"\w", found):
                begin = piece.start() + part.start() + part.group().find(found)
                yield said.split(begin, begin + len(found))


def names_in(said: Said) -> Iterator[Said]:
    """Part a line that names several people: at semicolons, else at commas and "and" outside of brackets.

    Between semicolons several stand where one title is before them: Councillors Ash and Birch; Dr Dale.
    """
    text = said.text
    outside = re.sub(r"\([^()]*\)|\[[^\]]*\]", lambda found: "·" * len(found.group()), text)
    if ";" in outside and any(words("titles of several").match(piece.strip()) for piece in outside.split(";")):
        edges = [0, *(mark.end() for mark in re.finditer(";", outside)), len(text)]
        for start, end in pairwise(edges):
            yield from names_in(said.split(start, end if end == len(text) else end - 1))
        return
    comma = "," if text.isupper() else r",(?!\s*(?:[A-Z]{2,5}\b)(?!\s+[A-Z][a-z]))"
    marks = r";" if ";" in outside else rf"{comma}|\band\b|&"
    last = 0
    text = re.sub(r"\b\d+\s+members?\s+of\s+the\s+(?:public|press)\b.*$", "", text, flags=re.IGNORECASE)
    for mark in [*re.finditer(marks if ";" not in outside else r";|\band\b(?=\s+[A-Z])", outside), None]:
        end = min(mark.start(), len(text)) if mark else len(text)
        if re.search(r"\w", text[last:end]):
            yield said.split(last, end)
        last = mark.end() if mark else end


def columns_in(said: Said) -> list[Said]:
    """Part a line where tabs stand in it, and where a title begins another name without a mark between them."""
    cut, text = said.cuts[0], said.text
    shift = len(cut.part.printed) - len(cut.part.text) - cut.start
    tabs = {tab + shift for tab in cut.part.tabs if 0 < tab + shift < len(text)}
    if title := TITLES.match(text):
        again = re.escape(title[0].strip())
        tabs |= {found.start() for found in re.finditer(rf"(?<=[\w)])(?<!for)(?<!and)\s+(?={again}\s+[A-Z])", text)}
    return [said.split(start, end) for start, end in pairwise([0, *sorted(tabs), len(text)])]


def are_names(columns: Sequence[Said]) -> bool:
    """Whether several people stand beside one another, and not one with what is told of them."""
    entries = [entry_of(column) for column in columns]
    titled = all(entry and entry.title for entry in entries)
    marked = any(sign in column.text for column in columns for sign in SIGNS)
    many = len(columns) > _PAIR or marked
    return titled or (many and all(entries) and not any(map(is_office, columns)))


def is_office(said: Said) -> bool:
    """Whether words name an office or a seat, and nobody."""
    return any(fits(name, said.text) for name in ("seats", "offices", "ends of offices", "within lists"))


@dataclass
class Part:
    """How somebody took part: fields of a presence, each with its words."""

    fields: dict[str, Read | Said] = field(default_factory=dict)
    roles: list[Said] = field(default_factory=list)
    others: list[Said] = field(default_factory=list)
    """Words that say neither: the council that somebody comes from, as a rule."""
    reason: Said = NO_WORDS
    """Why somebody did not come, which may be private: it is written nowhere."""
    stands_for: Said = NO_WORDS


def part_taken(told: list[Said], *, stayed_away: bool) -> Part:
    """Sort what is told of somebody, of whom it may be why they stayed away."""
    part = Part()
    for piece in told:
        text = piece.text
        clock = next(iter(clocks_in(text)), None)
        by = next((way for way, pattern in _BY.items() if re.search(pattern, text, re.IGNORECASE)), None)
        if clock and _ARRIVED.search(text[: clock.start]):
            part.fields["arrived"] = Read(piece, clock.value)
        elif clock and _LEFT.search(text[: clock.start]):
            part.fields["left"] = Read(piece, clock.value)
        elif _PART.search(text) and len(text.split()) <= 10:
            part.fields["part"] = piece
        elif by and len(text.split()) <= 4:
            part.fields["by"] = Read(piece, by)
        elif found := _FOR.search(text):
            part.roles.append(piece)
            part.stands_for = piece.split(found.end())
        elif words("seats").search(folded(text)) or words("offices").fullmatch(folded(text)):
            part.roles.append(piece)
        elif stayed_away and (words("reasons").search(folded(text)) or text[0].islower()):
            part.reason = piece
        else:
            part.others.append(piece)
    return part
