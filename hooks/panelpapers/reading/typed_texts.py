"""Texts over several lines: not set in far enough, with a list or a colon where none can stand.

Every rule looks at one row and gives what may be wrong with it; ``diagnosis`` then tries whether it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from .lines import Guess, TypedRow, nearest, spaces
from .typed_inside import LISTED

_ODD_BULLET: Final = re.compile(r"[–—·•▪●◦‣*+o]\s+(?=\S)|-(?=[A-Za-z])")
_LONG_LINE: Final = 20
"""Letters of a line that stands nowhere twice by itself, as a row of a table may."""


def list_in_text(row: TypedRow) -> Iterator[Guess]:
    """Find a list entry that is read as part of the text above it, because that text began beside its name."""
    above = row.above
    if row.inside or not row.hyphens or above is None:
        return
    # A text beside a hyphen goes on over all lines that are set in further than the hyphen.
    if row.indent <= (above.indent if above.hyphens and above.name is None else above.column):
        return
    if above.value[:1] in ('"', "'", "[", "{", "|", ">") or not (above.value or row.sheet.rows[row.number - 2].plain):
        return
    name = f'"{above.name}:"' if above.name else "the hyphen"
    fact = f"A list entry stands here, but {name} on line {above.number} already has a text."
    fix = (
        f"Leave nothing after {name} there and type each entry on a line of its own; "
        'or, for a text with a list in it, type "|" there and all of the text below.'
    )
    yield Guess("list-in-text", row, row.indent, fact, fix)


def colon_in_long_text(row: TypedRow) -> Iterator[Guess]:
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
    between = [line for line in row.sheet.rows[above.number : row.number] if line.text.strip()]
    lines = [above, *between]
    for line in row.sheet.rows[row.number :]:
        if line.text.strip() and line.indent <= above.column:
            break
        lines += [line] if line.text.strip() else []
    mended = {line.number: line.text for line in lines[1:]}
    mended[lines[-1].number] += '"'
    mended[above.number] = above.with_value('"' + above.value)
    fact = "This text runs over several lines and has a colon and a space in it, so it cannot be read as one."
    fix = f"Type {above.name or '-'}: >- on line {above.number}, and the whole text on the lines below, set in."
    if not any('"' in line.text for line in lines):
        column = row.column + len(row.name)
        yield Guess("colon-in-long-text", row, column, fact, fix, mended, makeshift=True)


def text_not_set_in(row: TypedRow) -> Iterator[Guess]:
    """Find the lines of a text that are set in no further than its name; told at the first of them."""
    rows = row.sheet.rows
    first, last = row.number, row.number
    while first > 1 and _words(rows[first - 2]):
        first -= 1
    above = rows[first - 1].above
    if above is None or not _words(row) or row.indent > above.column:
        return
    while first < row.number and rows[first - 1].indent > above.column:
        first += 1
    while last < len(rows) and _words(rows[last]) and rows[last].indent <= above.column:
        last += 1
    fact = "This line goes on with the text above, but it is not set in further than the name of that text."
    yield _set_in_as_text(rows[first - 1 : last], above.column + 2, fact)


def _words(row: TypedRow) -> bool:
    """Whether a line is part of a text: it has no hyphen and no name that is known, or nearly so."""
    if row.inside or row.hyphens or not (row.value or row.name):
        return False
    return row.name is None or (row.name not in row.sheet.known and nearest(row.name, row.sheet.known) is None)


def long_text_not_set_in(row: TypedRow) -> Iterator[Guess]:
    """Find the same where a long text has no line that is set in, so that the file can be read without it."""
    if row.opens_long_text:
        below = next((line for line in row.sheet.rows[row.number : row.number + 3] if line.text.strip()), None)
        if below is not None and not below.inside:
            yield from text_not_set_in(below)


def text_set_in_less(row: TypedRow) -> Iterator[Guess]:
    """Find the lines of a long text that are set in by less than its first line."""
    if row.inside != "long text" or not row.value:
        return
    rows, begin = row.sheet.rows, row.number
    while rows[begin - 2].inside == "long text":
        begin -= 1
    place = next(line.indent for line in rows[begin - 1 :] if line.value)
    end = row.number
    while end < len(rows) and rows[end].inside == "long text" and rows[end].indent < place and rows[end].value:
        end += 1
    if row.indent < place:
        fact = f"This line is set in by {spaces(row.indent)}, but the first line of its text by {spaces(place)}."
        yield _set_in_as_text(rows[row.number - 1 : end], place, fact)


def _set_in_as_text(lines: list[TypedRow], place: int, fact: str) -> Guess:
    mended = {line.number: line.set_in(place) for line in lines}
    fix = f"Begin it with {spaces(place)}"
    fix += "." if len(lines) == 1 else f", and so the lines below it, to line {lines[-1].number}."
    # What begins with a name, and no colon, may be a field: then these are no words of the text above.
    word = re.split(r"\W", lines[0].value, maxsplit=1)[0]
    field = "_" in word or word in lines[0].sheet.known
    return Guess("text-not-set-in", lines[0], lines[0].indent, fact, fix, mended, makeshift=field)


def torn_list(row: TypedRow) -> Iterator[Guess]:
    """Find a line of a long text that stands beside entries of a list, at their place, without a hyphen as theirs."""
    rows = row.sheet.rows
    around = [rows[number] for number in (row.number - 2, row.number) if number < len(rows) and rows[number].inside]
    entries = sum(line.indent == row.indent and line.value.startswith("- ") for line in around)
    odd = _ODD_BULLET.match(row.value)
    if entries and not row.value.startswith("- ") and (odd or entries == 2):
        what = f'begins with "{odd[0].strip()[:1]}"' if odd else "has no hyphen"
        fact = f"This line stands beside entries of a list, and {what}."
        fix = "If it is an entry, begin it with a hyphen and a space. If it goes on with one, set it in further."
        yield Guess("torn-list", row, row.indent, fact, fix, severity="advice")


def typed_twice(row: TypedRow) -> Iterator[Guess]:
    """Find a line of a text that is the same as the one above it."""
    above = row.sheet.rows[row.number - 2]
    if above.inside and row.value == above.value and len(row.value) >= _LONG_LINE and row.value[0] != "|":
        fix = "Delete one of the two, if it was not meant."
        yield Guess(
            "typed-twice", row, row.indent, "This line is the same as the one above it.", fix, severity="advice"
        )


def cut_off(row: TypedRow) -> Iterator[Guess]:
    """Find a long text at the end of a file that ends within a line and within a sentence."""
    if row.number == len(row.sheet.rows) and re.search(r"[\w,]$", row.value):
        fact = "The file ends here without a line end, and seemingly within a sentence."
        fix = "Check that nothing is missing here and below, and end the sentence."
        yield Guess("cut-off", row, len(row.text) - 1, fact, fix, severity="advice")


def goes_on_as_an_entry(row: TypedRow) -> Iterator[Guess]:
    """Find a single word below an entry that is a single word: an entry of its own, of which the hyphen is lost."""
    above = row.above
    if not row.plain or above is None or above.name or not above.hyphens or row.number != above.number + 1:
        return
    if row.indent > above.indent and re.fullmatch(r"[\w-]+", above.value) and re.fullmatch(r"[\w-]+", row.value):
        fact = f'There is no hyphen before "{row.value}", so it goes on with "{above.value}".'
        perhaps = (f"{above.text[: above.column]}{row.value}",)
        yield Guess(
            "list-sign", row, row.indent, fact, "Begin each entry with a hyphen and a space.", perhaps=perhaps
        )


def folded_list(row: TypedRow) -> Iterator[Guess]:
    """Find a list or table in a long text that begins with ``>``, which would run its lines together."""
    if not row.opens_long_text or row.value[0] != ">":
        return
    for number in range(row.number, len(row.sheet.rows) - 1):
        first, second = row.sheet.rows[number], row.sheet.rows[number + 1]
        if first.inside != "long text":
            return
        if second.inside and all(LISTED.match(line.value) for line in (first, second)):
            fact = f'Because of "{row.value}" here, the list or table on line {first.number} would become one line.'
            mended = {row.number: row.with_value("|")}
            yield Guess("folded-list", row, row.value_column, fact, 'Type "|" instead of it.', mended)
            return
