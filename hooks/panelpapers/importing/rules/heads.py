"""Where each minute begins: by numbers in sequence, or by headings; in whatever way a body has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ...records.names import key_of
from ..days import clocks_in
from ..numerals import Numeral, follows, in_sequence
from ..printed_lines import HEADING, SHORT, Line
from ..words import folded, words
from .marked import told_by

_MOSTLY: Final = 0.6
"""Which share of numbered lines must follow one another, and stand over others, to be the heads of minutes."""
_FEW: Final = 2
_PHRASE: Final = 4
"""How many words can be a name with what somebody is, and no sentence."""
_CLOSING: Final = 25
"""How many words a line may have that tells among others that the meeting closed."""
_SOME: Final = 3
"""How many numbered sentences make a sequence of minutes without titles."""


def heads(lines: Sequence[Line]) -> tuple[int, ...]:
    """Give the places of the lines with which minutes begin, those within others too, in order."""
    numbered = _numbered(lines)
    begun = _after_attendance(lines)
    styled = [at for at in range(begun, len(lines)) if _stands_alone(lines, at)]
    if numbered:
        before = [at for at in styled if at < min(numbered) and _is_told(lines, at) and _has_style(lines[at])]
        alike = {_style(lines[at]) for at in before}
        return tuple(sorted({*numbered, *(at for at in styled if _style(lines[at]) in alike)}))
    plain = _numbered_sentences(lines, begun)
    if len(styled) >= _FEW or not plain:
        return tuple(_of_highest_rank(lines, styled))
    return tuple(plain)


def end_of(lines: Sequence[Line]) -> int:
    """Give the place of the line that says when the meeting ended; else where the lines end."""
    told = (at for at, line in enumerate(lines) if ended(line.whole.text) and _is_last(line.text))
    return next(told, len(lines))


def ended(text: str) -> bool:
    """Whether a line says that the meeting ended: it begins so, or tells in a short line when."""
    found = words("ended").search(folded(text).lstrip("("))
    return bool(found and (found.start() == 0 or (any(clocks_in(text)) and len(text.split()) < _CLOSING)))


def _is_last(text: str) -> bool:
    """Whether a meeting that was adjourned did not go on."""
    if re.search(r"\b(?:resum|reconven|for\s+\w+\s+minutes|until)", text, re.IGNORECASE):
        return False
    return any(clocks_in(text)) or bool(re.search(r"\d[.:]\d\d\.?\)?$", text))


def members_present(lines: Sequence[Line]) -> frozenset[str]:
    """Give the words, in small letters, of the list of members: from Present to the next such word."""
    found: set[str] = set()
    listed = False
    for line in lines[: _after_attendance(lines)]:
        for text in [cell.text for cell in line.part.cells] if line.is_table else [line.whole.text]:
            if _is_label(text):
                listed = bool(re.match(r"(?:\w+\s+){0,2}(?:present|members|attendance|sederunt)\b", folded(text)))
                listed = listed and not folded(text).startswith(
                    ("also", "in attendance", "staff", "officers", "members of")
                )
            found |= {word.strip(".,;()") for word in text.casefold().split()} if listed else set()
    return frozenset(found)


def _numbered(lines: Sequence[Line]) -> set[int]:
    """Give the numbered headings: of the highest form of numbers, and of others that look the same."""
    forms: dict[str, list[int]] = defaultdict(list)
    listed = _listed(lines)
    for at, line in enumerate(lines):
        if (counted := line.counted) and not counted.is_small and not line.is_table and at not in listed:
            forms[counted.form].append(at)
    found = {form: places for form, places in forms.items() if _are_heads(lines, places)}
    if not found:
        return set()
    main = min(found, key=lambda form: (_depth(lines, found[form]), found[form][0]))
    first = found[main][0]
    others = (place for form, places in found.items() if form != main for place in places if place > first)
    keys = tuple(f"{key_of(lines[place].number.text)}-" for place in found[main])
    alike = (
        place
        for place in others
        if _style(lines[place]) == _style(lines[first])
        or (_has_style(lines[place]) and key_of(lines[place].number.text).startswith(keys))
    )
    return {*found[main], *alike}


def _listed(lines: Sequence[Line]) -> set[int]:
    """Give the lines that are what was decided below RESOLVED:, numbered from 1 like minutes."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        last: Numeral | None = None
        begins = words("decided").match(line.text) and re.search(r":\W*$", line.text)
        for below in range(at + 1, len(lines) if begins else 0):
            counted = lines[below].counted
            alike = counted and _style(lines[below]) == _style(lines[at + 1])
            if not counted or not alike or not (follows(last, counted, 1) if last else counted.counts[-1] == 1):
                break
            found.add(below)
            last = counted
    return found


def _are_heads(lines: Sequence[Line], places: Sequence[int]) -> bool:
    over = sum(lines[place].rank >= SHORT for place in places) / len(places)
    counted = [number for place in places if (number := lines[place].counted)]
    return (
        over >= _MOSTLY
        and in_sequence(counted) >= _MOSTLY
        and (len(places) >= _FEW or lines[places[0]].rank == HEADING)
    )


def _depth(lines: Sequence[Line], places: Sequence[int]) -> int:
    """Of how many parts that change the numbers are: one of 11/25 and 12/25, two of 1.1 and 2.1."""
    counts = [number.counts for place in places if (number := lines[place].counted)]
    return sum(len({count[part] for count in counts}) > 1 for part in range(len(counts[0]))) or 1


def _numbered_sentences(lines: Sequence[Line], begun: int) -> list[int]:
    """Give the lines of a sequence of numbers of the highest form, where they are sentences."""
    forms: dict[str, list[int]] = defaultdict(list)
    for at in range(begun, len(lines)):
        if (counted := lines[at].counted) and not counted.is_small:
            forms[counted.form].append(at)
    runs = [
        places
        for places in forms.values()
        if len(places) >= _SOME and in_sequence([number for at in places if (number := lines[at].counted)]) >= _MOSTLY
    ]
    return min(runs, key=lambda places: (_depth(lines, places), places[0]), default=[])


def _style(line: Line) -> tuple[str, bool, bool, int]:
    return line.part.kind, line.part.bold, line.text.isupper(), line.part.level if line.part.kind == "heading" else 0


def _has_style(line: Line) -> bool:
    """Whether a line is bold, a heading or in capitals, and not only short."""
    return line.part.bold or line.part.kind == "heading" or line.text.isupper()


def _after_attendance(lines: Sequence[Line]) -> int:
    """Give the place of the first line after the list of those present, with which the first minute may begin."""
    labels = [at for at, line in enumerate(lines) if _is_attendance(lines, at, line)]
    if not labels:
        return next((at for at, line in enumerate(lines) if line.rank < HEADING and not line.is_table), 0)
    begun = labels[0] + 1
    while begun < len(lines) and not _begins_text(lines, begun):
        begun += 1
    return begun


def _begins_text(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading of which a sentence follows, or a heading with a number."""
    line = lines[at]
    if line.number and (line.rank or line.label) and not line.is_sub:
        return True
    return _is_told(lines, at) and not _is_attendance(lines, at, line) and line.rank >= SHORT and not line.is_table


def _is_told(lines: Sequence[Line], at: int) -> bool:
    """Whether a sentence follows a line."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    return (
        after is not None
        and not after.is_table
        and after.rank == 0
        and (len(after.text.split()) > _PHRASE or after.text[-1:] == ".")
    )


def _is_attendance(lines: Sequence[Line], at: int, line: Line) -> bool:
    if line.is_table:
        return any(_is_label(cell.text) for cell in line.part.cells)
    text = line.whole.text
    if told_by(line.part):
        return True
    found = words("attendance").match(text)
    if not found or (line.number and line.rank == HEADING):
        return False
    if found[0].lower().startswith(("apolog", "public", "members of")) and _is_told(lines, at):
        return False
    return _is_label(text)


def _is_label(text: str) -> bool:
    """Whether a text is a word such as Present, alone or with names behind a mark."""
    found = words("attendance").match(text)
    marked = found and re.match(r"\s*(?:\([^()]*\)\s*)?[:–-]", text[found.end() :])
    return bool(marked or words("attendance").fullmatch(folded(text)))


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line without a number could be the title of a minute."""
    line = lines[at]
    if line.rank < HEADING or line.number or line.is_entry or line.is_table or _is_attendance(lines, at, line):
        return False
    text = folded(line.text)
    marked = re.match(
        rf"{words('decided').pattern}(?:\s+(?:that|to|unanimously))*\W*(?:$|[:–-])", line.text, re.IGNORECASE
    )
    signs = words("signing").fullmatch(text) or words("action labels").fullmatch(text) or words("ended").match(text)
    return not marked and not signs and not re.match(r"(?:resolved|agreed|motion|ayes?|noes|absent|abstain)\b", text)


def _of_highest_rank(lines: Sequence[Line], styled: Sequence[int]) -> list[int]:
    """Of headings in several styles give those of the style that comes first."""
    if not styled:
        return []
    levels = [lines[at].part.level for at in styled if lines[at].part.kind == "heading"]
    if levels:
        top = min(levels)
        return [at for at in styled if lines[at].part.kind == "heading" and lines[at].part.level == top]
    capitals = [at for at in styled if lines[at].text.isupper()]
    return capitals if len(capitals) >= _FEW else list(styled)
