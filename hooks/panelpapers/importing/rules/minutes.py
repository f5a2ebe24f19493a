"""The minutes of the meeting before, minute by minute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ...records.names import key_of
from ..account import Account
from ..days import clocks_in, days_in
from ..drafts import Draft
from ..numerals import Numeral, follows, numeral
from ..pack import Pack, Stretch
from ..parts import Part
from ..printed_lines import HEADING, Line, line_of, lines_of, rows_as_lines
from ..said import Again, Lead, Named, Said, Tree, Writer, cell_text, grid, said_of
from ..words import fits, words
from .business import Business
from .decisions import BySentence, by_sentence
from .declared import comings_in, declarations_in, says_none
from .heads import end_of, heads, members_present
from .trackers import actions_of

_RULE: Final = "minutes by number and title"
_RUN_IN: Final = re.compile(r"(?<=\w)(?:\s*[:–—]\s+|\s+-\s+|\.\s+(?=[A-Z]))")
_TITLE_WORDS: Final = 12
_ROWS: Final = 2
_IN_ROWS: Final = 0.6


def minutes_of_meeting(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give the minutes of a meeting, with what was resolved, moved and voted, and when it closed."""
    if stretch.kind != "minutes":
        return
    path = pack.file_held("minutes.yml")
    found = Writer(path, _RULE, pack, account).write(read_minutes(stretch.parts, _owed(pack)))
    if isinstance(found, dict) and found.get("minutes"):
        yield Draft(path, found)


def read_minutes(parts: Sequence[Part], owed: Mapping[str, dict[str, Tree]] | None = None) -> dict[str, Tree]:
    """Give the fields of the minutes that stand in some parts, each with the words that it is made of.

    `owed` says by the keys of minute and resolution who has to do what, as far as a tracker of the pack tells.
    """
    lines = lines_of(parts)
    tables = [line.part for line in lines if line.is_table and is_of_minutes(line.part)]
    lines = [
        row
        for line in lines
        for row in (_rows(line.part) if line.part in tables else _boxed(line) if _is_box(line) else (line,))
    ]
    headings = [Lead(said_of(cell), "minutes") for table in tables for cell in table.cells if cell.row == 0]
    end = end_of(lines)
    found = _assembled(lines[:end], heads(lines[:end]))
    if not found:
        return {}
    for minute in found:
        for decision in minute.decisions:
            decision.action |= (owed or {}).get(key_of(f"{minute.number.text} {decision.number.text}"), {})
    closed = _closed(lines[end], found) if end < len(lines) else {}
    fields: dict[str, Tree] = {"minutes": [minute.tree() for minute in found], **closed, "_": headings}
    return {**_declared(found), **_came(lines, found), **fields}


def _declared(found: Sequence[Business]) -> dict[str, Tree]:
    """Give the interests that were declared, or that nobody declared one."""
    told = [declaration for minute in found for declaration in declarations_in(minute.told)]
    none = not told and any(says_none(minute.title.text, minute.told) for minute in found)
    return {"declarations": told} if told else {"no_declarations": True} if none else {}


def _came(lines: Sequence[Line], found: Sequence[Business]) -> dict[str, Tree]:
    """Give when members came and left; `drafts.merged` adds it to the list of those present, from which they are."""
    present = members_present(lines)
    comings = [coming for minute in found for coming in comings_in(minute.told)]
    named = [coming for coming in comings if coming.who.text.split()[-1].casefold() in present]
    return {"present": [{"person": Named(coming.who), coming.did: coming.clock} for coming in named]} if named else {}


def _owed(pack: Pack) -> dict[str, dict[str, Tree]]:
    """Give who owes what and by when, from the trackers of a pack, by the keys of their numbers."""
    owed: dict[str, dict[str, Tree]] = {}
    for table in (part for stretch in pack.of_kind("tracker") for part in stretch.parts if part.kind == "table"):
        for action in actions_of(table):
            if len(key_of(action.ref.text)) <= _ROWS:
                continue  # 1, 2 and 3 count the rows of a tracker, and are no minutes
            due = next((day.value for day in days_in(action.due.text, month_first=pack.month_first)), "")
            owed[key_of(action.ref.text)] = {"owner": Again(action.owner), "due": due} if action.owner else {}
    return owed


def is_of_minutes(table: Part) -> bool:
    """Whether a table holds minutes, a row for each: most rows begin with a number, and hold sentences."""
    rows = grid(table)[1:]
    numbered = [
        row for row in rows if row and numeral(cell_text(row[0])) and len(cell_text(row[0]).split()) <= len("ab")
    ]
    in_one = [row for row in rows if row and row[0] and len(row[0].parts) > 1 and numeral(row[0].parts[0].number)]
    if len(in_one) > 1 and len(in_one) >= _IN_ROWS * len(rows):
        return True  # number, title and text in one cell, beside a column of actions
    told = [row for row in numbered if any(len(cell_text(cell).split()) > _TITLE_WORDS for cell in row[1:])]
    return len(rows) > 1 and len(numbered) >= _IN_ROWS * len(rows) and len(told) >= len(numbered) / len("ab")


def _rows(table: Part) -> Iterator[Line]:
    """Give the lines of a table of minutes; the first words beside a number are a title."""
    title: Line | None = None
    for line in rows_as_lines(table):
        if title and not line.number and line.part.bold and title.part.bold and line.text.isupper():
            title = replace(title, said=title.said + line.said)  # a narrow column has broken it
            continue
        if title:
            yield title
        short = len(line.text.split()) <= _TITLE_WORDS and line.text[-1:] not in ".:"
        title = replace(line, rank=HEADING) if line.number and (line.part.bold or short) else None
        if title is None:
            yield line
    if title:
        yield title


def _is_box(line: Line) -> bool:
    """Whether a table is a frame round what was decided or is to be done: the word for that stands at its rows."""
    rows = grid(line.part)
    firsts = [cell_text(row[0]) for row in rows if row]
    narrow = bool(rows) and len(rows[0]) <= _ROWS
    return narrow and all(fits("decided", first) or fits("action labels", first) for first in firsts)


def _boxed(table: Line) -> Iterator[Line]:
    """Give the lines of such a frame. Who has to do something is told in one line with the word for it."""
    for row in grid(table.part):
        for place, cell in enumerate(row):
            for leaf in (leaf for part in (cell.parts if cell else ()) for leaf in part.leaves()):
                yield line_of(leaf) if place else replace(line_of(leaf), rank=HEADING)


def _assembled(lines: Sequence[Line], begun: Sequence[int]) -> list[Business]:
    decides = by_sentence(lines)
    inner = _inner(lines, begun)
    found: list[Business] = []
    current: Business | None = None
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) and at + 1 not in begun else None
        if at in begun:
            current = _begin(line, found, decides, is_inner=at in inner)
        elif current is not None and _is_consent_item(found[-1], line):
            current = _begin(line, found, decides)
        elif current is not None:
            current = _of_consent(current, found, line)
            current.take(line, after)
    return found


def _inner(lines: Sequence[Line], begun: Sequence[int]) -> set[int]:
    """Give the heads whose numbers count anew below one whose own sequence goes on: A and B between V and VI."""
    inner: set[int] = set()
    top: Numeral | None = None
    for place, at in enumerate(begun):
        counted = lines[at].counted
        later = [number for after in begun[place + 1 :] if (number := lines[after].counted)]
        begins = bool(counted and 1 in (counted.counts[-1], counted.romans[-1])) or begun[place - 1] in inner
        anew = begins and top and counted and counted.form == top.form and not follows(top, counted, 1)
        if anew and top and any(follows(top, number, 1) for number in later):
            inner.add(at)
        elif counted:
            top = counted
    return inner


def _begin(line: Line, found: list[Business], decides: BySentence, *, is_inner: bool = False) -> Business:
    """Begin a minute, within the one before where its number says so."""
    title, rest = _title(line)
    minute = Business(line.number, title, decides)
    above = found[-1] if found else None
    if above and above.number and line.number and (is_inner or _stands_within(line.number.text, above)):
        above.within.append(minute)
    else:
        known = [other.number.text for one in found for other in (one, *one.within) if other.number]
        if line.number.text in known:
            minute.id = f"{key_of(line.number.text)}-{len(known)}"
        found.append(minute)
    if rest:
        minute.take(replace(line, number=Said(()), said=rest, rank=0, is_entry=False), None)
    return minute


def _stands_within(number: str, above: Business) -> bool:
    """Whether a number is one of those within a minute: 2.1 in 2, B-1 in B, and A-1 in a consent calendar."""
    own, higher = key_of(number), key_of(above.number.text)
    return own.startswith(f"{higher}-") and not above.is_decided


def _is_consent_item(above: Business, line: Line) -> bool:
    """Whether a line is the title of an item in the list of a consent calendar."""
    listed = line.number and not line.is_sub and re.search(r"\bconsent\b", above.title.text, re.IGNORECASE)
    return bool(listed and _stands_within(line.number.text, above))


def _of_consent(current: Business, found: list[Business], line: Line) -> Business:
    """Give whose line it is: a motion after the list of consent items is that of the whole calendar."""
    above = found[-1]
    if current is not above and re.search(r"\bconsent\b", above.title.text, re.IGNORECASE):
        decides = words("decided").match(line.text)
        if decides and not line.text.lower().startswith("recommend"):
            return above
        if above.is_decided:
            return above
    return current


def _title(line: Line) -> tuple[Said, Said]:
    """Divide the first line of a minute: its title, and the text that begins on the same line."""
    text = line.text
    if line.rank == HEADING or (line.rank and ": " not in text):
        return line.said, Said(())
    found = _RUN_IN.search(text)
    if found and len(text[: found.start()].split()) <= _TITLE_WORDS:
        return line.said.split(0, found.start()), line.said.split(found.end())
    if line.rank:
        return line.said, Said(())
    return line.said.split(0, len(" ".join(text.split()[:_TITLE_WORDS]))), line.said


def _closed(line: Line, found: Sequence[Business]) -> dict[str, Tree]:
    """Give when the meeting ended. Where its last minute says nothing else, the sentence is the text of that."""
    clock = next((found.value for found in clocks_in(line.text)), None) or _bare_clock(line.text)
    last = found[-1]
    if not (last.text or last.paragraphs or last.themes or last.decisions):
        last.text.append(line.whole)
        return {"closed": clock} if clock else {}
    return {"closed": clock, "leads": [Lead(line.whole, "closed")]} if clock else {}


def _bare_clock(text: str) -> str | None:
    """Read a time without a word for it, which only the end of a meeting may have: closed at 12.30."""
    found = re.search(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)\.?$", text)
    return f"{int(found[1]):02}:{found[2]}" if found else None
