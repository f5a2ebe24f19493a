"""Lines that are not laid out as a form needs them: hyphens, colons, how far they are set in.

Every rule looks at one row and gives what may be wrong with it; ``diagnosis`` then tries whether it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from .lines import Guess, TypedRow, nearest, spaces
from .quoting import quoted
from .typed_inside import MERGE, SECOND_NAME, leftover, names_around

_BULLET: Final = re.compile(r"(?:[–—‐‑−•·▪●◦‣○■*]\s*|-{2,}\s+|-(?=[A-Za-z_\"']))(?=\S)")
_BULLET_NAMES: Final = {"*": "star", "–": "dash", "—": "dash", "‐": "dash", "‑": "dash", "−": "minus sign"}
_HYPHEN_NEEDED: Final = "Begin each entry of a list with a hyphen and a space."
_ODD_COLON: Final = re.compile(r"[：﹕∶꞉;=]")
_COLON_ALONE: Final = re.compile(r"([A-Za-z_][A-Za-z_ ]{0,30}):(?=[^\s:/\\])")


def separator(row: TypedRow) -> Iterator[Guess]:
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
    yield Guess("divided-file", row, 0, fact, "Delete this line.", {row.number: ""}, len(row.text))


def leftover_of_a_merge(row: TypedRow) -> Iterator[Guess]:
    """Find ``=======`` and the like on a line of its own, where two people's changes were brought together."""
    if not row.inside and MERGE.match(row.text.strip()):
        yield leftover(row)


def name_still_a_remark(row: TypedRow) -> Iterator[Guess]:
    """Find ``#present:`` above the entries that belong to it: the sign # was taken away from those only."""
    name = _name_in_remark(row)
    below = (line for line in row.sheet.rows[row.number :] if line.value or line.entry or _name_in_remark(line))
    first = next(below, None) if name else None
    if first is None or not first.entry or first.indent <= row.column:
        return
    fact = f'The sign # makes a remark of "{name}:", and the lines that belong to it are read.'
    fix = "Take the sign # away from this line too; or put it before those lines again."
    mended = {row.number: f"{row.text[: row.column]}{name}:"}
    yield Guess("name-still-a-remark", row, row.column, fact, fix, mended, len(row.remark))


def _name_in_remark(row: TypedRow) -> str | None:
    """Give the known name that stands alone in a remark: ``#present:``."""
    found = re.fullmatch(r"#\s?(\w+):(?:\s+#.*)?", row.remark)
    alone = found and not (row.inside or row.value or row.entry)
    return found[1] if found and alone and found[1] in row.sheet.known else None


def list_still_a_remark(row: TypedRow) -> Iterator[Guess]:
    """Find the same in a file that can be read: the entries are taken for those of the list above."""
    for guess in name_still_a_remark(row):
        at_left_edge = {line.name for line in row.sheet.rows if not line.inside and line.column == 0}
        if row.column == 0 and _name_in_remark(row) in row.sheet.known.kinds[0] - at_left_edge:
            yield guess


def hyphen_without_space(row: TypedRow) -> Iterator[Guess]:
    """Find ``-number: 1`` and ``• number: 1``: a list entry begins with a hyphen and a space."""
    found = _BULLET.match(row.text, row.column)
    if row.inside or not found or row.hyphens:
        return
    sign = found[0].strip()
    if sign[0] == "-":
        fact = "There is no space after this hyphen." if sign == "-" else "There is more than one hyphen here."
    else:
        fact = f'This entry begins with a {_BULLET_NAMES.get(sign, "bullet")} ("{sign}"), not with a hyphen.'
    mended = {row.number: " " * row.indent + "- " + row.text[found.end() :]}
    yield Guess("list-sign", row, row.column, fact, _HYPHEN_NEEDED, mended)


def hyphen_lost_or_added(row: TypedRow) -> Iterator[Guess]:
    """Find a line that stands where entries begin and has no hyphen, or among the names of an entry and has one."""
    above = row.above
    if row.inside or row.name not in row.sheet.known or above is None:
        return
    below = _belonging(row)
    begin = {place for place, names in _groups(row, hyphens=True).items() if row.name in names}
    if not row.hyphens and row.indent in begin and below and min(line.indent for line in below) == row.indent + 2:
        mended = {row.number: f"{' ' * row.indent}- {row.text[row.indent :]}"}
        fact = "There is no hyphen here, where the entries of a list begin."
        yield Guess("list-sign", row, row.indent, fact, _HYPHEN_NEEDED, mended)
    elif row.hyphens and above.value and above.name and row.indent == above.column and not below:
        group = row.sheet.group_of(above)
        if group and row.name in group.fitting(row.sheet.known) - group.names:
            mended = {row.number: row.text[: row.indent] + row.text[row.column :]}
            fact = "There is a hyphen here, where the names of an entry go on."
            yield Guess("list-sign", row, row.indent, fact, "Delete the hyphen and the space after it.", mended)


def hyphen_in_list(row: TypedRow) -> Iterator[Guess]:
    """Find the same in a file that can be read: only where a list or its entries stand around it."""
    above = row.above
    begins_list = above is not None and not above.value and above.name is not None
    if begins_list or re.match(r"[-–—•*]\s*(\w+)\s*:(?:\s|$)", row.text[row.column :]):
        yield from hyphen_without_space(row)


def no_name(row: TypedRow) -> Iterator[Guess]:
    """Find a colon at the beginning of a line."""
    if row.name == "":
        fix = "Type the name of a field before it."
        yield Guess("no-name", row, row.column, "There is no name before this colon.", fix, {row.number: ""})


def odd_colon(row: TypedRow) -> Iterator[Guess]:
    """Find ``title： Apologies``, ``title; Apologies`` and ``title = Apologies``."""
    content = row.text[row.column :]
    found = None if row.inside or row.name in row.sheet.known else _ODD_COLON.search(content)
    if not found or content[: found.start()].rstrip() not in row.sheet.known:
        return
    fact = f'There is "{found[0]}" after the name, where a colon belongs.'
    name, value = content[: found.start()].rstrip(), content[found.end() :].strip()
    line = f"{row.text[: row.column]}{name}: {value}".rstrip()
    column = row.column + found.start()
    yield Guess("odd-colon", row, column, fact, "Type an ordinary colon and a space.", {row.number: line})


def colon_without_space(row: TypedRow) -> Iterator[Guess]:
    """Find ``title:Apologies``."""
    if (found := _COLON_ALONE.match(row.text, row.column)) and found[1].strip() in row.sheet.known:
        yield from _no_space(row, found)


def colon_without_space_nearly(row: TypedRow) -> Iterator[Guess]:
    """Find ``tittle:Apologies``, with a name that is nearly known, in a file that cannot be read."""
    if (found := _COLON_ALONE.match(row.text, row.column)) and nearest(found[1], row.sheet.known):
        yield from _no_space(row, found)


def _no_space(row: TypedRow, found: re.Match[str]) -> Iterator[Guess]:
    if not row.inside:
        line = f"{row.text[: found.end()]} {row.text[found.end() :]}"
        fact = f'There is no space after the colon of "{found[1].strip()}:".'
        fix = "Type a space after the colon."
        yield Guess("colon-without-space", row, found.end() - 1, fact, fix, {row.number: line})


def missing_colon(row: TypedRow) -> Iterator[Guess]:
    """Find ``title Apologies`` and ``items`` without a colon."""
    word = _glued(row) or re.match(r"\w+(?=\s|$)", row.value)
    if row.inside or row.name is not None or not word:
        return
    names = [word[0]] if word[0] in row.sheet.known else get_close_matches(word[0], row.sheet.known, 1, 0.85)
    if not names:
        return
    value = re.sub(r"^[-–—.]\s+", "", row.value[word.end() :].strip())
    line = f"{row.text[: row.value_column]}{word[0]}: {value}".rstrip()
    fact = f'There is no colon after "{word[0]}".'
    column = row.value_column + word.end()
    yield Guess("no-colon", row, column, fact, "Type a colon and a space after the name.", {row.number: line})


def _glued(row: TypedRow) -> re.Match[str] | None:
    """Find a known name with a capital letter or a figure straight after it: ``titleApologies``."""
    found = re.match(r"[a-z_]+(?=[A-Z\d])", row.value)
    return found if found and found[0] in row.sheet.known else None


def set_in_wrongly(row: TypedRow) -> Iterator[Guess]:
    """Find a line that is set in by more or fewer spaces than those it belongs with; the nearest first."""
    at_left_edge = row.indent == 0 and row.above is not None and row.name in row.sheet.known.kinds[0]
    if not row.entry or at_left_edge:
        return
    for place in _fitting_places(row):
        below = _belonging(row)
        if below and min(line.indent for line in below) == place + len(row.hyphens):
            below = []
        shift = place - row.indent
        mended = {line.number: line.set_in(max(line.indent + shift, 0)) for line in (row, *below)}
        fact = f"This line is set in by {spaces(row.indent)}, but the lines that it belongs with by {spaces(place)}."
        fix = f"Begin it with {spaces(place)}."
        if below:
            lines = "line below that belongs" if len(below) == 1 else f"{len(below)} lines below that belong"
            fix = f"Begin it with {spaces(place)}, and move the {lines} to it in the same way."
        yield Guess("set-in-wrongly", row, row.indent, fact, fix, mended)


def _fitting_places(row: TypedRow) -> list[int]:
    """Give how far a row may be set in: to where one record can have its name and those beside it, nearest first."""
    known = row.sheet.known
    name = row.name if row.name is None or row.name in known else nearest(row.name, known)
    groups = _groups(row, hyphens=bool(row.hyphens))
    if row.above is None:
        groups = {0: set()}
    places = []
    for place, names in groups.items():
        kinds = known.kinds if place or row.hyphens else known.kinds[:1]
        beside = {neighbour for neighbour in names if neighbour in known}
        if (name is None and None in names) or any(name in kind and beside <= kind for kind in kinds):
            places.append(place)
    return sorted(set(places) - {row.indent}, key=lambda place: abs(place - row.indent))


def _groups(row: TypedRow, *, hyphens: bool) -> dict[int, set[str | None]]:
    """Give the places at which a row with or without a hyphen may go on, with the names beside it."""
    groups: dict[int, set[str | None]] = {}
    lowest = math.inf
    for number in range(row.number - 2, -1, -1):
        above = row.sheet.rows[number]
        if not above.entry:
            continue
        if hyphens and above.hyphens and above.indent <= lowest:
            groups.setdefault(above.indent, set()).add(above.name)
        if not hyphens and above.name is not None and above.column <= lowest:
            groups.setdefault(above.column, set()).add(above.name)
        lowest = min(lowest, above.indent)
    return groups


def _belonging(row: TypedRow) -> list[TypedRow]:
    """Give the lines below that are set in further than this one."""
    below: list[TypedRow] = []
    for number in range(row.number, len(row.sheet.rows)):
        line = row.sheet.rows[number]
        if line.text.strip() and line.indent <= row.indent:
            break
        if line.text.strip():
            below.append(line)
    return below


def _places_below(row: TypedRow, name: str, *, hyphen: bool) -> list[int]:
    """Give how far the second of two joined lines may be set in: as the first, or as one of those that hold it."""
    places, group = [row.column + 2 if hyphen else row.column], row.sheet.group_of(row)
    while group is not None:
        place = group.column - 2 if hyphen else group.column
        if place >= 0 and name in group.fitting(row.sheet.known) and place not in places:
            places.append(place)
        group = group.parent
    return places


def two_names(row: TypedRow) -> Iterator[Guess]:
    """Find ``time: 14:00   text: ...`` and ``items:  - number: 1``: two lines that were joined, as it seems."""
    if row.inside or row.name is None:
        return
    names = None
    for found in SECOND_NAME.finditer(row.value):
        names, name = names_around(row) if names is None else names, found["name"].rstrip(":")
        if name in (row.sheet.known if found["hyphen"] else names):
            first, second = row.text[: row.value_column + found.start()].rstrip(), row.value[found.start() :].lstrip()
            places = _places_below(row, name, hyphen=bool(found["hyphen"]))
            perhaps = (*(f"{first}\n{' ' * place}{second}" for place in places), row.with_value(quoted(row.value)))
            fact = f'There are two names on this line: "{row.name}" and "{name}".'
            fix = f'Begin a new line before "{found[0].strip()}", or put quotation marks around the text.'
            column, width, mended = row.value_column + found.start("name"), len(name), {row.number: first}
            yield Guess("two-names", row, column, fact, fix, mended, width, makeshift=True, perhaps=perhaps)
