"""Values that need quotation marks, or have one too many: a rule for each way in which they go wrong.

Every rule looks at one row and gives what may be wrong with it; ``diagnosis`` then tries whether it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from .lines import Guess, TypedRow, closing
from .quoting import as_typed, quoted, without_its_other

_LIST: Final = re.compile(r"\[[^\[\]{}]*\]")
_NAMES: Final = re.compile(r"\{\s*\w+\s*:\s[^{}]*\}")
_COLON_BETWEEN: Final = re.compile(
    r"""(?<=[\[{,: ])(?:"[^"]*"|'[^']*')|(?<=[\[{, ])(?P<bare>[^\s\[\]{},"':]+:[^\s,\[\]{}][^,\[\]{}]*)"""
)
"""What stands between quotation marks, and a word with a colon in it that does not."""
_CURLY: Final = "“”„‟«»"
_CURLY_WHOLE: Final = re.compile(r"[“„‟«\"]([^“”„‟«»]*)[”“»\"]|‘([^‘]*)’")
_LONG_SIGN: Final = re.compile(r"[|>][-+]?(?: +|(?=\S))")
_MISTYPED: Final = re.compile(r"(->|→|[›»≥<]-|[-–—]›|-»|[>|][–—−_]|[=_]>|>=|[^\w\s\"'>|]{1,2}>-)( \S.*)?$")
"""What fingers and word processors make of ``>-``."""
_ALONE: Final = ("I", "l", "-", "<", "<=", "<_", ">--")
"""The same, where words may begin so: it is one only if it stands alone on its line, above other words."""
_ELISION: Final = re.compile(r"'(?:tis|twas|til|till|em|cause|n'|\d0s)\b", re.IGNORECASE)
_QUOTES_NEEDED: Final = "Put the whole text in quotation marks."


def whole_in_quotes(row: TypedRow) -> dict[int, str]:
    """Give the row with its whole value between quotation marks."""
    return {row.number: row.with_value(quoted(row.value))}


def unclosed_quotation(row: TypedRow) -> Iterator[Guess]:
    """Find ``title: "Apologies``, also where another kind of quotation mark stands at the end."""
    if row.inside or row.value[:1] not in ('"', "'") or closing(row.value[1:], row.value[0]) >= 0:
        return
    if re.fullmatch(r'"[^"]*[^\\"]\\"', row.value):
        # "C:\" is not closed because of the backslash before its last mark.
        yield _backslash(row, len(row.value) - 2, quoted(row.value[1:-1]))
        return
    mark = row.value[0]
    value = f'"{row.value}"' if _ELISION.match(row.value) else row.value.rstrip("\"'“”‘’") + mark
    fact = f"The quotation mark ({mark}) that opens here is not closed on this line."
    fix = f"Close it with the same mark ({mark}) at the end, or put the whole text in double quotation marks."
    yield Guess("unclosed-quotation", row, row.value_column, fact, fix, {row.number: row.with_value(value)})


def text_after_quotation(row: TypedRow) -> Iterator[Guess]:
    """Find ``'Panel's apologies'`` and ``"Apologies" and thanks``."""
    if row.inside or row.value[:1] not in ('"', "'"):
        return
    mark, end = row.value[0], closing(row.value[1:], row.value[0]) + 2
    after = row.value[end:].strip()
    if end < 2 or not after or after.startswith("#"):
        return
    column = row.value_column + end - 1
    inner = row.value[1:-1]
    opens_again = row.value[end - 2 : end - 1] == " "
    if row.value[-1] == mark and (opens_again or inner.count(mark) % 2 or re.search(rf"\w{mark}\w", inner)):
        fact = f"The quotation mark ({mark}) inside the text ends it too early."
        fix = "Use the other kind of quotation mark around the text."
        yield Guess("quotation-inside", row, column, fact, fix, {row.number: row.with_value(quoted(inner))})
    else:
        fact = f'There is text after the closing quotation mark: "{after[:40]}".'
        fix = "Put other quotation marks around the whole text, or leave them out."
        yield Guess("text-after-quotation", row, column + 1, fact, fix, whole_in_quotes(row))


def curly_quotation(row: TypedRow) -> Iterator[Guess]:
    """Find a value that stands between curly quotation marks, which do not work as straight ones do."""
    if row.inside or not any(mark in row.value for mark in _CURLY + "‘"):
        return
    found = _CURLY_WHOLE.fullmatch(row.value)
    if not found or (row.value[0] == row.value[-1] == '"'):
        return
    fact = "The text stands between curly quotation marks, which would be printed as part of it."
    fix = "Leave them out or type straight ones. To print curly ones, put straight ones around them."
    mended = {row.number: row.with_value(as_typed(found[1] or found[2] or ""))}
    yield Guess("curly-quotation", row, row.value_column, fact, fix, mended)


def bracket_at_start(row: TypedRow) -> Iterator[Guess]:
    """Find ``[Draft] Apologies``, ``{TBC}`` and ``{{ title }}``."""
    if row.inside or row.value[:1] not in ("[", "{") or _LIST.fullmatch(row.value) or _NAMES.fullmatch(row.value):
        return
    kind = "square" if row.value[0] == "[" else "curly"
    fact = f'The text begins with "{row.value[0]}": {kind} brackets at the beginning have a meaning of their own.'
    yield Guess("begins-with-bracket", row, row.value_column, fact, _QUOTES_NEEDED, whole_in_quotes(row))


def open_bracket(row: TypedRow) -> Iterator[Guess]:
    """Find a list between brackets that is not closed, such as ``[note, agree``."""
    if row.inside or row.value[:1] != "[" or "," not in row.value or "]" in row.value:
        return
    fact = "The bracket that opens here is not closed on this line."
    fix = "Close it at the end. A text that begins with a bracket needs quotation marks around it."
    yield Guess("unclosed-bracket", row, row.value_column, fact, fix, {row.number: row.with_value(row.value + "]")})


def colon_between_brackets(row: TypedRow) -> Iterator[Guess]:
    """Find ``[14:00]`` and ``{address: https://example.org}``, where a colon needs quotation marks."""
    if row.inside or row.value[:1] not in ("[", "{"):
        return
    if found := next((words for words in _COLON_BETWEEN.finditer(row.value) if words["bare"]), None):
        fact = f'"{found[0].strip()}" has a colon in it, which has a meaning of its own between brackets.'
        value = _COLON_BETWEEN.sub(partial(_between, row), row.value)
        column = row.value_column + found.start()
        mended = {row.number: row.with_value(value)}
        yield Guess("colon-between-brackets", row, column, fact, "Put quotation marks around it.", mended)


def _between(row: TypedRow, words: re.Match[str]) -> str:
    if not words["bare"]:
        return words[0]
    name, _, value = words[0].strip().partition(":")
    return f"{name}: {value}" if row.value[0] == "{" and name in row.sheet.known else quoted(words[0].strip())


def curly_bracket(row: TypedRow) -> Iterator[Guess]:
    """Find ``{TBC}`` also in a file that can be read: its curly brackets would be lost."""
    if re.match(r"\{(?:[^:]*\}|\s*\{|\s*%)", row.value) and row.value != "{}":
        yield from bracket_at_start(row)


def sign_at_start(row: TypedRow) -> Iterator[Guess]:
    """Find a value that begins with a sign that has a meaning of its own: @ % * & ! ` > | and others."""
    if row.inside or row.opens_long_text or not row.value:
        return
    sign = row.value[0]
    if sign not in "@%*&!`>|,]}#" and not re.match(r"[-?:](?:\s|$)", row.value):
        return
    fact = f'The text begins with "{sign}", a sign that has a meaning of its own at the beginning.'
    alone = f'Let "{sign}" stand alone and type all of the text on the lines below, set in.'
    long = _LONG_SIGN.match(row.value)
    if long and any(line.indent > row.column for line in row.sheet.rows[row.number : row.number + 1]):
        mended = {row.number: row.with_value(sign)}
        yield Guess("begins-with-sign", row, row.value_column, fact, alone, mended, makeshift=True)
    elif long:
        fix = f"Leave it out where the text stands on the same line. {alone}"
        without = row.with_value(as_typed(row.value[long.end() :]))
        sure = "-" in long[0]
        perhaps = () if sure else (without, row.with_value(quoted(row.value)))
        mended = {row.number: without}
        yield Guess("begins-with-sign", row, row.value_column, fact, fix, mended, makeshift=not sure, perhaps=perhaps)
    else:
        yield Guess("begins-with-sign", row, row.value_column, fact, _QUOTES_NEEDED, whole_in_quotes(row))


def sign_that_loses_a_word(row: TypedRow) -> Iterator[Guess]:
    """Find & ! * # and others at the beginning, where a file can be read but a word would be lost."""
    if re.match(r"[&!*#]|\?\s", row.value):
        yield from sign_at_start(row)


def mistyped_long_text(row: TypedRow) -> Iterator[Guess]:
    """Find ``text: ->`` and ``text: ›-`` for ``>-``, which would be published as part of the text below."""
    if row.inside:
        return
    found = _MISTYPED.match(row.value)
    if found:
        sign, mended = found[1], {} if found[2] else {row.number: row.with_value(">-")}
    elif row.value in _ALONE and _words_below(row):
        sign, mended = row.value, {row.number: row.with_value(">-")}
    else:
        return
    fact = f'There is "{sign}" here, where ">-" lets a long text begin on the lines below.'
    fix = 'Type ">-", and nothing else on this line. To print the sign, put quotation marks around the whole text.'
    yield Guess("mistyped-sign", row, row.value_column, fact, fix, mended, len(sign))


def ellipsis_at_start(row: TypedRow) -> Iterator[Guess]:
    """Find ``title: …Apologies``, as a word processor leaves it where something was cut off."""
    if not row.inside and re.match(r"…\s?\w", row.value):
        fact, fix = 'The text begins with "…".', "Delete it, if nothing is left out before this."
        yield Guess("begins-with-ellipsis", row, row.value_column, fact, fix, severity="advice")


def _words_below(row: TypedRow) -> bool:
    """Whether the line below goes on with words, set in further than the name."""
    below = next(iter(row.sheet.rows[row.number : row.number + 1]), None)
    return below is not None and below.plain and below.indent > row.column


def one_sided_quotation(row: TypedRow) -> Iterator[Guess]:
    """Find ``title: Apologies"``: a text with a quotation mark that has no other. After a figure it means inches."""
    if row.inside or row.value[:1] in ('"', "'", "[", "{") or row.opens_long_text:
        return
    alone = without_its_other(row.value)
    if alone is not None:
        fact = f"The quotation mark ({row.value[alone]}) on this line has no other to close or to open it."
        fix = "Delete it, or type the other. To keep the text as it is, put single quotation marks around the whole."
        yield Guess("one-sided-quotation", row, row.value_column + alone, fact, fix)


def second_colon(row: TypedRow) -> Iterator[Guess]:
    """Find ``title: Report: an update``: a colon and a space inside a value."""
    if row.inside or row.name is None or row.value[:1] in ('"', "'", "[", "{"):
        return
    if found := re.search(r":(?:\s|$)", row.value):
        fact = "There is a second colon on this line, so the text cannot be read as one."
        column = row.value_column + found.start()
        yield Guess("second-colon", row, column, fact, _QUOTES_NEEDED, whole_in_quotes(row))


def text_after_number_sign(row: TypedRow) -> Iterator[Guess]:
    """Find ``title: Item #2``, of which ``#2`` would be lost without a word.

    A remark is told from text by its spaces: two before the sign and one after it.
    """
    if row.inside or row.opens_long_text or not row.value:
        return
    start = closing(row.value[1:], row.value[0]) + 2 if row.value[0] in "\"'" else 1
    position = row.value.find(" #", max(start - 1, 0)) + 1
    if position < 1:
        return
    lost = row.value[position:]
    fact = f'"{lost[:40]}" would be left out, because "#" after a space begins a private remark.'
    fix = _QUOTES_NEEDED + ' If a remark is meant, type two spaces before "#" and one after it.'
    mended = whole_in_quotes(row) if row.value[0] not in "\"'[{" else {}
    yield Guess("number-sign", row, row.value_column + position, fact, fix, mended, len(lost))


def backslash(row: TypedRow) -> Iterator[Guess]:
    r"""Find ``"C:\Panel"``: between double quotation marks a backslash changes the letter after it."""
    if row.inside == "long text" or (not row.inside and not row.value.startswith('"')):
        return
    found = re.match(r'(?:[^\\]|\\["\\])*?(\\)(?!["\\])', row.value)
    if not found:
        return
    ends = len(row.value) > 1 and closing(row.value[1:], '"') == len(row.value) - 2
    yield _backslash(row, found.start(1), quoted(row.value[1:-1]) if ends and not row.inside else None)


def _backslash(row: TypedRow, position: int, value: str | None) -> Guess:
    fact = "Between double quotation marks, a backslash (\\) changes the letter after it."
    fix = "Use single quotation marks around the text instead."
    mended = {} if value is None else {row.number: row.with_value(value)}
    return Guess("backslash", row, row.value_column + position, fact, fix, mended)
