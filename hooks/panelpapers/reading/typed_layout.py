"""Lines that are not laid out as a form needs them: hyphens, colons, how far they are set in.

Every rule looks at one row and gives what may be wrong with it; ``diagnosis`` then tries whether it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from .forms import nearest
from .lines import Finding, Row

_BULLET: Final = re.compile(r"(?:[–—‐‑−•·▪●◦‣○■*]\s*|-(?=[A-Za-z_\"']))(?=\S)")
_BULLET_NAMES: Final = {"*": "star", "–": "dash", "—": "dash", "‐": "dash", "‑": "dash", "−": "minus sign"}
_ODD_COLON: Final = re.compile(r"\s*([：﹕∶꞉;=])\s*")
_COLON_ALONE: Final = re.compile(r"([A-Za-z_][A-Za-z_ ]{0,30}):(?=[^\s:/\\])")
_MARKED: Final = re.compile(r"(?:[-*+]|\d+[.)])\s|\|")


def separator(row: Row) -> Iterator[Finding]:
    """Find a line of hyphens or dots, or a ``%`` line, at the left edge: they divide a file into several."""
    if row.inside or not re.match(r"(?:---|\.\.\.)(?:\s|$)|%", row.text):
        return
    lines = row.sheet.rows[: row.number - 1]
    first = not any((line.value or line.entry) and not line.text.startswith("%") for line in lines)
    if first and row.text.rstrip() == "---":
        return
    fact = "This line divides the file into two, and a file holds one form."
    if row.text.startswith("%"):
        fact = "This line is an order to the computer, which a form does not need."
    yield Finding("divided-file", row, 0, fact, "Delete this line.", {row.number: ""}, len(row.text))


def hyphen_without_space(row: Row) -> Iterator[Finding]:
    """Find ``-number: 1`` and ``• number: 1``: a list entry begins with a hyphen and a space."""
    found = _BULLET.match(row.text, row.column)
    if row.inside or not found or row.hyphens:
        return
    sign = found[0].strip()
    if sign == "-":
        fact = "There is no space after this hyphen."
    else:
        fact = f'This entry begins with a {_BULLET_NAMES.get(sign, "bullet")} ("{sign}"), not with a hyphen.'
    mended = {row.number: " " * row.indent + "- " + row.text[found.end() :]}
    fix = "Begin each entry of a list with a hyphen and a space."
    yield Finding("list-sign", row, row.column, fact, fix, mended)


def hyphen_in_list(row: Row) -> Iterator[Finding]:
    """Find the same in a file that can be read: only where a list or its entries stand around it."""
    above = row.above
    begins_list = above is not None and not above.value and above.name is not None
    if begins_list or re.match(r"[-–—•*]\s*(\w+)\s*:(?:\s|$)", row.text[row.column :]):
        yield from hyphen_without_space(row)


def no_name(row: Row) -> Iterator[Finding]:
    """Find a colon at the beginning of a line."""
    if row.name == "":
        fix = "Type the name of a field before it."
        yield Finding("no-name", row, row.column, "There is no name before this colon.", fix, {row.number: ""})


def odd_colon(row: Row) -> Iterator[Finding]:
    """Find ``title： Apologies``, ``title; Apologies`` and ``title = Apologies``."""
    content = row.text[row.column :]
    found = None if row.inside or row.name in row.sheet.known else _ODD_COLON.search(content)
    if not found or content[: found.start()] not in row.sheet.known:
        return
    fact = f'There is "{found[1]}" after the name, where a colon belongs.'
    line = f"{row.text[: row.column]}{content[: found.start()]}: {content[found.end() :]}".rstrip()
    column = row.column + found.start(1)
    yield Finding("odd-colon", row, column, fact, "Type an ordinary colon and a space.", {row.number: line})


def colon_without_space(row: Row) -> Iterator[Finding]:
    """Find ``title:Apologies``."""
    if (found := _COLON_ALONE.match(row.text, row.column)) and found[1].strip() in row.sheet.known:
        yield from _no_space(row, found)


def colon_without_space_nearly(row: Row) -> Iterator[Finding]:
    """Find ``tittle:Apologies``, with a name that is nearly known, in a file that cannot be read."""
    if (found := _COLON_ALONE.match(row.text, row.column)) and nearest(found[1], row.sheet.known):
        yield from _no_space(row, found)


def _no_space(row: Row, found: re.Match[str]) -> Iterator[Finding]:
    if not row.inside:
        line = f"{row.text[: found.end()]} {row.text[found.end() :]}"
        fact = f'There is no space after the colon of "{found[1].strip()}:".'
        fix = "Type a space after the colon."
        yield Finding("colon-without-space", row, found.end() - 1, fact, fix, {row.number: line})


def missing_colon(row: Row) -> Iterator[Finding]:
    """Find ``title Apologies`` and ``items`` without a colon."""
    word = re.match(r"\w+(?=\s|$)", row.value)
    if row.inside or row.name is not None or not word:
        return
    names = [word[0]] if word[0] in row.sheet.known else get_close_matches(word[0], row.sheet.known, 1, 0.85)
    if not names:
        return
    line = f"{row.text[: row.value_column]}{word[0]}: {row.value[word.end() :].strip()}".rstrip()
    fact = f'There is no colon after "{word[0]}".'
    column = row.value_column + word.end()
    yield Finding("no-colon", row, column, fact, "Type a colon and a space after the name.", {row.number: line})


def list_in_text(row: Row) -> Iterator[Finding]:
    """Find a list entry that is read as part of the text above it, because that text began beside its name."""
    above = row.above
    if row.inside or not row.hyphens or above is None or row.indent <= above.column:
        return
    if above.value[:1] in ('"', "'", "[", "{", "|", ">") or not (above.value or row.sheet.rows[row.number - 2].plain):
        return
    fact = "This entry would be read as part of the text above it, not as a list."
    where = f'after "{above.name}:"' if above.name is not None else "after the hyphen"
    fix = (
        f"Leave nothing {where} on line {above.number} and type each entry on a line of its own; "
        'or, for a text with a list in it, type "|" there and all of the text below.'
    )
    yield Finding("list-in-text", row, row.indent, fact, fix)


def colon_in_long_text(row: Row) -> Iterator[Finding]:
    """Find ``the following: reports`` on a second line of a text, where a colon and a space cannot be read."""
    above = row.above
    if row.inside or row.hyphens or row.name is None or above is None or not above.value:
        return
    if (
        row.indent <= above.column
        or above.value[0] in "\"'[{|>"
        or get_close_matches(row.name, row.sheet.known, 1, 0.7)
    ):
        return
    between = [line for line in row.sheet.rows[above.number : row.number] if line.value]
    lines = [above, *between]
    while len(row.sheet.rows) > lines[-1].number and row.sheet.rows[lines[-1].number].indent > above.column:
        lines.append(row.sheet.rows[lines[-1].number])
    mended = {line.number: line.text for line in lines[1:]}
    mended[lines[-1].number] += '"'
    mended[above.number] = above.with_value('"' + above.value)
    fact = "This text runs over several lines and has a colon and a space in it, so it cannot be read as one."
    fix = f"Type {above.name or '-'}: >- on line {above.number}, and the whole text on the lines below, set in."
    if not any('"' in line.text for line in lines):
        column = row.column + len(row.name)
        yield Finding("colon-in-long-text", row, column, fact, fix, mended, together=True)


def set_in_wrongly(row: Row) -> Iterator[Finding]:
    """Find a line that is set in by more or fewer spaces than those it belongs with; likeliest first."""
    if not row.entry or (row.indent == 0 and row.above):
        return
    for place in _likely_places(row):
        below = _belonging(row)
        if below and min(line.indent for line in below) == place + len(row.hyphens):
            below = []
        shift = place - row.indent
        mended = {line.number: line.set_in(max(line.indent + shift, 0)) for line in (row, *below)}
        fact = f"This line is set in by {spaces(row.indent)}, but the lines that it belongs with by {spaces(place)}."
        fix = f"Begin it with {spaces(place)}."
        if below:
            lines = "line" if len(below) == 1 else f"{len(below)} lines"
            fix = f"Begin it with {spaces(place)}, and move the {lines} below that belong to it in the same way."
        yield Finding("set-in-wrongly", row, row.indent, fact, fix, mended)


def _likely_places(row: Row) -> list[int]:
    """Give how far a row may be set in, the likeliest first: where its name is known, then the nearest."""
    if row.above is None:
        return [0] if row.indent else []
    known = row.sheet.known

    def unlikely(place: int) -> tuple[bool, int]:
        fits = row.name in (known.inside if place else known.outside) or row.name not in known
        return (not fits, abs(place - row.indent))

    return sorted(_open_places(row) - {row.indent}, key=unlikely)


def _open_places(row: Row) -> set[int]:
    """How far a row of its kind (with or without a hyphen) may be set in at this point."""
    places: set[int] = set()
    lowest = math.inf
    for number in range(row.number - 2, -1, -1):
        above = row.sheet.rows[number]
        if not above.entry:
            continue
        if row.hyphens and above.hyphens and above.indent < lowest:
            places.add(above.indent)
        if not row.hyphens and above.name is not None and above.column < lowest:
            places.add(above.column)
        lowest = min(lowest, above.indent)
        if lowest == 0:
            break
    return places


def _belonging(row: Row) -> list[Row]:
    """Give the lines below that are set in further than this one."""
    below: list[Row] = []
    for number in range(row.number, len(row.sheet.rows)):
        line = row.sheet.rows[number]
        if line.text.strip() and line.indent <= row.indent:
            break
        if line.text.strip():
            below.append(line)
    return below


def text_not_set_in(row: Row) -> Iterator[Finding]:
    """Find the lines of a text that are set in no further than its name; told at the first of them."""
    above = row.above
    if above is None or not row.plain or row.indent > above.column:
        return
    rows, first, last = row.sheet.rows, row.number, row.number
    while first > above.number + 1 and rows[first - 2].plain and rows[first - 2].indent <= above.column:
        first -= 1
    while last < len(rows) and rows[last].plain and rows[last].indent <= above.column:
        last += 1
    place = above.column + 2
    mended = {line.number: line.set_in(place) for line in rows[first - 1 : last]}
    fact = "This line goes on with the text above, but it is not set in further than the name of that text."
    fix = f"Begin it with {spaces(place)}"
    fix += "." if first == last else f", and so the lines below it, to line {last}."
    yield Finding("text-not-set-in", rows[first - 1], rows[first - 1].indent, fact, fix, mended)


def folded_list(row: Row) -> Iterator[Finding]:
    """Find a list or table in a long text that begins with ``>``, which would run its lines together."""
    if not row.opens_long_text or row.value[0] != ">":
        return
    for number in range(row.number, len(row.sheet.rows) - 1):
        first, second = row.sheet.rows[number], row.sheet.rows[number + 1]
        if first.inside != "long text":
            return
        if second.inside and all(_MARKED.match(line.value) for line in (first, second)):
            fact = f'Because of "{row.value}" here, the list or table on line {first.number} would become one line.'
            mended = {row.number: row.with_value("|")}
            yield Finding("folded-list", row, row.value_column, fact, 'Type "|" instead of it.', mended)
            return


def spaces(count: int) -> str:
    """Say how many spaces."""
    return "no spaces" if count == 0 else "1 space" if count == 1 else f"{count} spaces"
