"""The items of an agenda, from its table or from its headings and numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..account import Account
from ..days import days_in
from ..dividing import is_title
from ..drafts import Draft
from ..numerals import Numeral, follows, numeral
from ..pack import Pack, Stretch
from ..parts import Part
from ..said import NO_WORDS, Lead, Said, Writer, all_of, grid, said_of
from ..words import fits, folded, words
from .agenda_tables import columns_of, heads_of, rows_of
from .items import (
    Item,
    bracketed,
    excludes,
    is_beside,
    is_private,
    is_private_session,
    say,
    titled,
)
from .links import announced_by, confirmed_by

_TABLE: Final = "agenda in a table"
_LINES: Final = "agenda in lines"
_CONSENT: Final = re.compile(r"\bconsent\s+(?:calendar|agenda|items|business)\b", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:agenda\s+)?item\s+(?:no\.?\s*)?\d{1,3}[A-Za-z]?\b\s*[:.–-]?(?=\s*\S)", re.IGNORECASE)
_WORDS: Final = re.compile(r"(?:agenda\s+)?item\s+(?:no\.?\s*)?|[\s:.–-]+$", re.IGNORECASE)
_SHORT: Final = 20
_NAME: Final = 2
"""How many words of a line could be a name: A. Smith."""
_HEAD: Final = 60
"""How many parts the front sheet may have before the word agenda."""


def agenda_of_table(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give the items of an agenda that stands in a table: a row for each, with its number, topic, time and lead."""
    tables = [part for part in stretch.parts if stretch.kind == "agenda" and columns_of(part)]
    items = [item for table in tables for item in rows_of(table)]
    yield from _draft(_nested(items), _TABLE, pack, account, [said for table in tables for said in heads_of(table)])


def agenda_of_lines(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give the items of an agenda that stands in lines: headings, with or without numbers, and what follows each."""
    if stretch.kind == "agenda" and not any(columns_of(part) for part in stretch.parts):
        yield from _draft(_nested(_lines(business(stretch.parts))), _LINES, pack, account)


def business(parts: Sequence[Part]) -> Sequence[Part]:
    """Give the parts of an agenda from its first item on; what stands before is its front sheet."""
    tables = [place for place, part in enumerate(parts) if columns_of(part)]
    if tables:
        return parts[tables[0] :]
    marks = [place for place, part in enumerate(parts[:_HEAD]) if _says_agenda(part)]
    after = marks[-1] + 1 if marks else 0
    numbered = [place for place in range(after, len(parts)) if _begins_item(parts[place])]
    first = numbered[0] if numbered else next((n for n in range(after, len(parts)) if _heads(parts[n])), len(parts))
    first = after if marks and _is_bare(parts[after:]) else first
    while first > after and _heads(parts[first - 1]):
        first -= 1
    return parts[first:]


def _says_agenda(part: Part) -> bool:
    return is_title(part) and fits("agenda titles", part.text)


def _begins_item(part: Part) -> bool:
    count = numeral(_WORDS.sub("", _number(part).text))
    return bool(count and not _is_within(count, ()) and part.text)


def _number(part: Part) -> Said:
    """Give the number of a line: 3., or the words Item 3: before its title."""
    if part.number:
        return all_of(part).split(0, len(part.number))
    named = _ITEM.match(part.text)
    named = named if named and (is_title(part) or named[0].rstrip()[-1:] in ":–-") else None
    return all_of(part).split(0, named.end()) if named else NO_WORDS


def _letter(part: Part, counted: Sequence[Item]) -> Said:
    """Give the letter of an item within a numbered one, which could be an initial: A. Ordinance 2026-03."""
    lasts = [item.number.text[0] for item in counted[-1:] if item.lettered]
    wanted = f"{chr(ord(lasts[0]) + 1) if lasts else 'A'}."
    told = counted and part.text.startswith(f"{wanted} ") and len(part.text.split()) > _NAME
    return all_of(part).split(0, len(wanted)) if told else NO_WORDS


def _is_letter(count: Numeral, counted: Sequence[Item]) -> bool:
    """Whether a number such as C. is a letter and not Roman: after B. it is."""
    before = counted[-1].numeral if counted and counted[-1].lettered else None
    goes_on = before is not None and count.kinds == "?" and count.counts[0] == before.counts[0] + 1
    return count.kinds == "a" or goes_on


def _is_within(count: Numeral, counted: Sequence[Item]) -> bool:
    """Whether a number is that of an entry within an item: (a); but 1) is one of its own where others are so too."""
    last = counted[-1].numeral if counted else None
    return count.is_sub and not (count.form == "d)" and (last is None or last.form == count.form))


def _heads(part: Part) -> bool:
    """Whether a part is a heading over items, or an item without a number, and not the name, day or place."""
    is_day = any(days_in(part.text)) or words("kinds of meeting").fullmatch(folded(part.text))
    is_place = "," in part.text and words("rooms").search(part.text)
    return is_title(part) and not is_day and not is_place and not _says_agenda(part)


def _lines(parts: Sequence[Part]) -> Iterator[Item]:
    """Give an item or a section for each heading and numbered line, with the lines that follow it."""
    item: Item | None = None
    counted: list[Item] = []
    bare = _is_bare(parts)
    for part, after in pairwise([*parts, None]):
        if part is None or (after and _signs(part, after)):
            break
        if part.kind == "table":
            for row in _rows(part, counted):
                yield from [item] if item else []
                item = row
                counted.append(row)
            continue
        begun = titled(Item(), all_of(part)) if bare else _begun(part, item, counted)
        if begun:
            if item:
                yield item
            item = begun
            if begun.numeral and not _is_within(begun.numeral, counted):
                counted.append(begun)
        elif item:
            say(item, all_of(part))
    if item:
        yield item


def _signs(part: Part, after: Part) -> bool:
    """Whether the agenda ends here with who calls the meeting: a name, and an office below it."""
    named = re.fullmatch(r"(?:[A-Z][\w’'-]*\.?\s+){1,3}[A-Z][\w’'-]+", part.printed)
    return bool(named and not after.number and words("offices").fullmatch(folded(after.text.split(",")[0])))


def _rows(table: Part, counted: Sequence[Item]) -> Iterator[Item]:
    """Give the items of some lines that tabs set out like a table: number, title, and what is told beside it."""
    for row in grid(table):
        number, *beside = [said_of(cell) for cell in row if cell and cell.text] or [NO_WORDS]
        last, count = counted[-1].numeral if counted else None, numeral(number.text)
        if last and count and beside and follows(last, count):
            item = titled(Item(number=number), beside[0])
            for said in beside[1:]:
                say(item, said)
            yield item


def _is_bare(parts: Sequence[Part]) -> bool:
    """Whether all lines are short ones of one look, without numbers: each is an item."""
    alike = {(part.kind, part.bold) for part in parts} == {("paragraph", False)}
    return alike and not any(_number(part) or len(part.text.split()) > _SHORT for part in parts)


def _begun(part: Part, item: Item | None, counted: Sequence[Item]) -> Item | None:
    """Give the item that begins with a part, if one does. `counted` are those before it that have a number."""
    number = _number(part) or _letter(part, counted)
    count = numeral(_WORDS.sub("", number.text)) if number else None
    if not re.search(r"[^\W_]", part.text):
        return None
    level = part.level if part.kind == "heading" else 0
    if count is None:
        if not is_title(part) or part.text.endswith(":") or is_beside(all_of(part)):
            return None
        return titled(Item(level=level, section=part.kind == "heading" or part.bold), all_of(part))
    if _is_within(count, counted) and (item is None or not _is_subtitle(part, item)):
        return None
    lettered = _is_letter(count, counted)
    if not _goes_on(count, counted, lettered=lettered):
        return None
    return titled(Item(number=number, level=level, lettered=lettered), all_of(part).split(len(number.text)))


def _goes_on(count: Numeral, counted: Sequence[Item], *, lettered: bool) -> bool:
    """Whether a number follows the last of its form, letters and Roman numbers apart, or begins a form or letters."""
    alike = [item for item in counted if item.numeral and item.numeral.form == count.form]
    lasts = {item.lettered: item.numeral for item in alike if item.numeral}
    begins = lettered and count.counts == (1,) and not (alike and alike[-1].lettered)
    return not lasts or begins or any(follows(last, count) for last in lasts.values())


def _is_subtitle(part: Part, item: Item) -> bool:
    """Whether (a) is the title of an item within another, and no entry of a list in its text."""
    told = item.text[-1].text if item.text else ""
    in_a_list = re.search(r"(?:[;,.]|;\s*(?:and|or))\s*$", part.text) or told.rstrip().endswith(":")
    return not in_a_list and len(part.text.split()) <= _SHORT


def _nested(items: Iterator[Item] | Sequence[Item]) -> list[Item]:
    """Put each item below the section or the item that holds it; a section without items is an item itself."""
    top: list[Item] = []
    above: list[Item] = []
    closed: Said | None = None
    every = list(items)
    bracketed(every)
    for item in every:
        while above and not _holds(above[-1], item):
            above.pop()
        closed = None if item.section else closed
        holder = next((outer for outer in above if outer.section and is_private(outer.title.text)), None)
        item.private = None if item.section else item.private or (holder.title if holder else closed)
        item.grounds = item.grounds or (holder.grounds if holder and not item.section else [])
        item.consent = any(_CONSENT.search(outer.title.text) for outer in above)
        if item.number and is_private_session(item.title.text):
            item.private = item.title
        (above[-1].items if above else top).append(item)
        above.append(item)
        if excludes(item.title.text):
            closed, item.private = item.title, None
    return top


def _take_letter(section: Item) -> None:
    """Take the letter of a section as its number, where the numbers of its items begin with it: A. above A1."""
    found = re.match(r"([A-Z])[.)]\s+(?=\S)", section.title.text)
    if found and not section.number and section.items and section.items[0].number.text.startswith(found[1]):
        section.number, section.title = section.title.split(0, found.end(1) + 1), section.title.split(found.end())


def _holds(outer: Item, item: Item) -> bool:
    """Whether an item stands within another: below a heading, or with a number that begins with the other's."""
    if outer.level and item.level and item.level <= outer.level:
        return False
    mine, its = outer.numeral, item.numeral
    if outer.section:
        return not item.section
    if mine is None or its is None:
        return False
    if item.lettered and mine.form == its.form and not outer.lettered:
        return True
    if its.is_sub:
        return not mine.is_sub or (mine.form != its.form and "r" in its.form)
    return its.depth > mine.depth and its.counts[: mine.depth] == mine.counts


def _draft(items: list[Item], rule: str, pack: Pack, account: Account, heads: Sequence[Said] = ()) -> Iterator[Draft]:
    path = pack.file("agenda.yml")
    writer = Writer(path, rule, pack, account)
    if items:
        writer.write({"_": [Lead(said, "items") for said in heads]})
        for item in _every(items):
            _take_letter(item)
            title = " / ".join(said.text for said in (item.title, *item.titles.values()))
            item.confirms = confirmed_by(title, pack)
            item.announces, clock = announced_by(title, item.text, pack)
            if item.announces and item.announces not in pack.meetings:
                known = {"starts": clock} if clock else {}
                yield Draft(f"meetings/{item.announces}/meeting.yml", {"state": "planned", **known})
        written = writer.write([item.tree() for item in items], "items")
        yield Draft(path, {"items": written or []})


def _every(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _every(item.items)
