"""Lines inside a long text that look like something else: a field, an entry, a remark, a mark of a merge.

The file can be read, and what was typed as a field would be published as words of the text: an exemption, a
resolution, a note for colleagues. Such a line may be meant as it stands, so each is told with both ways out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..records.language import as_tag
from .lines import Guess, TypedRow, spaces

_TAG: Final = 2
"""Letters of the tag of a language, but for rare ones."""

_NAME: Final = r"[a-z][a-z_]*:(?=\s|$)"
_LIKE_A_NAME: Final = r"[a-z][a-z_]* ?::?(?=\s|$)"
"""The same with slips of its own at the beginning of a line: a space before the colon, or two colons."""
_HYPHENS: Final = r"(?:[-–•*] *)*"
_LOOKS_TYPED: Final = rf"{_HYPHENS}{_LIKE_A_NAME}|(?:<{{7}}|={{7}}|>{{7}}|\|{{7}})(?=\s|$)|(?:- +)*[|>]-?(?!.)"
MERGE: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$")
_SIGN: Final = re.compile(r"(?:- +)*[|>]-?$")
_FIELD: Final = re.compile(rf"(?P<hyphens>{_HYPHENS})(?P<name>{_LIKE_A_NAME})")
_APART: Final = r"[.!?:;)\"'”’\s]\s"
SECOND_NAME: Final = re.compile(
    rf"(?P<hyphen>(?:^|(?<=\s))-\s+)?(?:^|(?<=\s))(?P<apart>(?<={_APART}))?(?P<name>{_NAME})"
)
"""A name of a field within a line: two lines became one. ``apart`` says that it is after a sentence or a gap."""
LISTED: Final = re.compile(r"(?:[-*+]|\d+[.)])\s|\|")
"""How an entry of a list, or a row of a table, begins in a text."""
_IN_A_LIST: Final = re.compile(rf"{LISTED.pattern}|\(?[a-z]{{1,4}}[.)]\s")
_SET_APART: Final = re.compile(rf"(?:(?<=\s)|^)\\(?={_LOOKS_TYPED})")
LIKE_TYPED: Final = re.compile(rf"(?:(?<=[.!?:;)\"'”’]\s)|(?<=\s\s)|^)(?={_LOOKS_TYPED})", re.MULTILINE)
_WITHIN: Final = r"[^\W\d_]"
"""How a line ends within a sentence, unless it is a part of a list that ends with "; and"."""
_SUSPECT: Final = re.compile(
    rf"^ *(?:{_LOOKS_TYPED}|#(?:\s|$)|(?:- +)*[|>]-?$)|{_APART}{_NAME}|{_WITHIN}\n *\n *[a-z]", re.MULTILINE
)


def may_hold_a_field(typed: str) -> bool:
    """Take a quick look whether a long text, as typed, has a line of which the rules below may tell."""
    return _SUSPECT.search(typed) is not None


def without_marks(text: str) -> str:
    r"""Take out the backslashes that say of a line that it belongs to its text; Markdown knows ``\#`` by itself."""
    return _SET_APART.sub("", text) if "\\" in text else text


def set_apart(text: str) -> str:
    """Put a backslash before what looks like a field in a long text, so that it is read as words of it."""
    return LIKE_TYPED.sub(r"\\", text) if _SUSPECT.search(text) else text


def typed_inside(row: TypedRow) -> Iterator[Guess]:
    """Find what was typed into a long text and does not look like words of it."""
    if MERGE.match(row.value):
        yield leftover(row)
    elif row.value.startswith("#") and row.value[1:2] in ("", " "):
        fact = "This line looks like a private remark, but it stands inside a text and would be published with it."
        yield _told(
            row, row.indent, len(row.value), "remark-in-text", fact, "a private remark, move it out of the text"
        )
    elif found := _FIELD.match(row.value):
        yield from _field(row, found)
    elif _SIGN.match(row.value) or (row.value.startswith("- ") and _is_entry(row.above)):
        fact = "This line looks like the next entry of a list, but it stands inside a text and would go on with it."
        yield _told(row, row.indent, 1, "entry-in-text", fact, f"an entry, set it in {_less(row, entry=True)}")
    elif not (torn := list(_torn(row))):
        for found in SECOND_NAME.finditer(row.value):
            if found["apart"] is not None:
                yield from _field(row, found)
    else:
        yield from torn


def _torn(row: TypedRow) -> Iterator[Guess]:
    """Find a line that is set in further than its text, whose lines run together; and one after an empty line."""
    opener, rows = row.above, row.sheet.rows
    if row.value[:1].islower() and rows[row.number - 3].inside and not rows[row.number - 2].value:
        before = rows[row.number - 3].value
        listed = ";" in before or any(map(_IN_A_LIST.match, (before, row.value)))
        if re.search(rf"{_WITHIN}$", before) and not listed:
            fact = "An empty line parts this sentence, and so two paragraphs begin within it."
            fix = "Delete the empty line, if this goes on with the line above it."
            yield Guess("torn-text", row, row.indent, fact, fix, severity="advice")
            return
    if opener is None or not opener.value.startswith(">"):
        return
    first = next(line for line in rows[opener.number :] if line.text.strip())
    if row.indent > first.indent:
        fact = "This line is set in further than its text, so it will stand on a line of its own."
        fix = f"If it goes on with the line above, begin it with {spaces(first.indent)}."
        yield Guess("torn-text", row, first.indent, fact, fix, {}, row.indent - first.indent, severity="advice")


def leftover(row: TypedRow) -> Guess:
    """Tell of a mark that was left when two people's changes were brought together."""
    fact = "This line is a mark that was left when two people's changes were brought together."
    fix = "Delete it, and check that the lines around it are there once."
    return Guess("two-changes", row, row.indent, fact, fix, {row.number: ""}, len(row.text.strip()))


def _field(row: TypedRow, found: re.Match[str]) -> Iterator[Guess]:
    """Tell of a name in a text, if it is one that belongs to the form here and what follows it can be its value."""
    name, after = found["name"].rstrip(" :"), row.value[found.end() :].strip()
    names = row.sheet.known if row.value.startswith("- ") else names_around(row)
    if name not in names or _goes_on(row, name, after):
        return
    column = row.indent + found.start("name")
    fact = f'"{name}:" looks like a field, but it stands inside a text and would be published as words of it.'
    if row.text[:column].strip(" -–•*"):
        fix = f'If it is a field, begin a new line before it, set in no further than "{_opener(row)}".'
        fix += " If it belongs to the text, type a comma or a full stop for the colon."
        yield Guess("field-in-text", row, column, fact, fix, {}, len(name))
    else:
        yield _told(row, column, len(name), "field-in-text", fact, f"a field, set it in {_less(row)}")


def _goes_on(row: TypedRow, name: str, after: str) -> bool:
    """Whether what follows a name and its colon can be no value of that field: both are words of a sentence."""
    if after:
        return name in row.sheet.known.lists and after[0] not in "[{|>#"
    rows = row.sheet.rows
    below = next((line for line in rows[row.number :] if line.text.strip()), None)
    if below is not None and below.inside:
        return below.indent <= row.indent and not re.match(r"- |[\w-]+:(?:\s|$)", below.value)
    above = rows[row.number - 2]
    return bool(above.inside and above.value) and above.value[-1] not in ".!?:;\"'”’)"


def _told(row: TypedRow, column: int, width: int, code: str, fact: str, way_out: str) -> Guess:
    fix = f"If it is {way_out}. If it belongs to the text, type a backslash (\\) before it, which readers never see."
    return Guess(code, row, column, fact, fix, {}, width)


def _is_entry(opener: TypedRow | None) -> bool:
    """Whether a long text is itself an entry of a list, and its lines run together."""
    return opener is not None and opener.name is None and opener.value.startswith(">")


def _less(row: TypedRow, *, entry: bool = False) -> str:
    above = row.above
    return (
        f"less: by {spaces(above.indent if entry and above.hyphens else above.column)} at most" if above else "less"
    )


def _opener(row: TypedRow) -> str:
    return f"{row.above.name}:" if row.above and row.above.name else "-"


def names_around(row: TypedRow) -> frozenset[str]:
    """Give the names that can stand beside the name on a line, or that of the text it is in, or of what holds it."""
    opener = row.above if row.inside else row
    names = row.sheet.known.kinds[0]
    if opener and opener.name and len(opener.name) == _TAG and as_tag(opener.name):
        names |= {word for word in re.findall(r"\b[a-z]{2}(?=:)", row.text) if as_tag(word)}  # other versions of it
    group = row.sheet.group_of(opener) if opener else None
    while group is not None:
        names |= group.fitting(row.sheet.known)
        group = group.parent
    return names
