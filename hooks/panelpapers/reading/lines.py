"""The lines of a file as an officer sees them: how far set in, hyphen or not, name, value, remark.

Used to find out what is wrong with a file that cannot be read, so it must get along with lines that are wrong. It
knows nothing of forms and records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, Literal

from ..records.place import Place
from ..records.problem import Problem, Severity

_SHAPE: Final = re.compile(r"(?P<indent> *)(?P<hyphens>(?:-(?: +|$))*)(?P<content>.*)")
_LONG_TEXT: Final = re.compile(r"[|>][-+1-9]{0,2}(?:\s+#.*)?$")
_REMARK: Final = re.compile(r"(?:^|(?<=\s\s))#(?:[\s#].*)?$")
_AFTER_NAME: Final = re.compile(r" *:(?: +|$)")
_COLON: Final = re.compile(r":(?: +|$)")


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One line. Columns count from 0, as positions in ``text``; ``number`` counts from 1.

    ``name`` is ``None`` where there is no name and colon; then ``value`` is all that stands after the hyphen, if any.
    ``inside`` says that the line belongs to a long text (``|`` or ``>``) or to a quotation that began above.
    """

    number: int
    text: str
    indent: int
    hyphens: str
    column: int
    name: str | None
    value: str
    value_column: int
    remark: str
    sheet: Sheet = field(repr=False, compare=False)
    inside: Literal["", "long text", "quotation"] = ""

    @property
    def entry(self) -> bool:
        """Whether something begins on this line: a name or an entry of a list."""
        return not self.inside and (self.name is not None or bool(self.hyphens))

    @property
    def plain(self) -> bool:
        """Whether the line holds nothing but words: no name, no hyphen, no remark."""
        return not self.inside and not self.entry and bool(self.value)

    @property
    def above(self) -> TypedRow | None:
        """The nearest line above on which a name or an entry begins."""
        return self.sheet.above[self.number - 1]

    @property
    def opens_long_text(self) -> bool:
        """Whether a long text begins below this line."""
        return self.entry and bool(_LONG_TEXT.match(self.value))

    def with_value(self, value: str) -> str:
        """Give the line with another value, and its remark kept."""
        return self.text[: self.value_column] + value + self.remark

    def set_in(self, indent: int) -> str:
        """Give the line set in by so many spaces."""
        return " " * indent + self.text[self.indent :]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of fields that a form knows, for each kind of record in it; first the one at the left edge."""

    kinds: tuple[frozenset[str], ...]
    lists: frozenset[str] = frozenset()
    """Those after which no words are typed, because a list or a group of names belongs there."""

    def __contains__(self, name: object) -> bool:
        return any(name in kind for kind in self.kinds)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(frozenset().union(*self.kinds)))


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Give the name that was probably meant, however it was written: ``Report of``, ``“title”``, ``tittle``."""
    names = list(names)
    plain = re.sub(r"[\W_]+", "_", name.lower()).strip("_")
    return plain if plain in names else next(iter(get_close_matches(plain, names, 1, 0.75)), None)


@dataclass(eq=False, slots=True)
class Group:
    """The names that stand at one column below one another, as far as the lines are laid out well."""

    column: int
    parent: Group | None
    names: set[str] = field(default_factory=set)
    fits: frozenset[str] | None = None

    def fitting(self, known: Names) -> frozenset[str]:
        """Give every name of the kinds of record that have most of these."""
        if self.fits is None:
            shared = [len(self.names & kind) for kind in known.kinds]
            best = max(shared, default=0) or 1
            kinds = (kind for kind, count in zip(known.kinds, shared, strict=True) if count == best)
            self.fits = frozenset().union(*kinds)
        return self.fits


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """All rows of a file, and the names that its form knows."""

    rows: list[TypedRow]
    known: Names
    above: list[TypedRow | None] = field(default_factory=list)
    """For each row the nearest one above it on which a name or an entry begins."""
    groups: list[Group | None] = field(default_factory=list)
    """For each row the group of names that it belongs to, once somebody asked."""

    def group_of(self, row: TypedRow) -> Group | None:
        """Give the group of names of a row on which something begins; one walk finds those of all rows."""
        if not self.groups:
            group: Group | None = None
            for line in self.rows:
                if line.entry:
                    group = self._next(group, line)
                self.groups.append(group)
        return self.groups[row.number - 1]

    def _next(self, group: Group | None, row: TypedRow) -> Group:
        """Give the group of a row below those of another: the same, a new one within it, or one around it."""
        while group is not None and (group.column > row.column or (row.hyphens and group.column > row.indent)):
            group = group.parent
        if group is None or group.column < row.column:
            group = Group(row.column, group)
        if row.name is not None:
            group.names.add(row.name)
        return group


@dataclass(frozen=True, slots=True)
class Guess:
    """What a rule believes to be wrong with a line, before it is shown that the mended lines can be read."""

    code: str
    row: TypedRow
    column: int
    message: str
    fix: str
    mended: Mapping[int, str] = field(default_factory=dict)
    """Whole lines by number. Those from the row itself on are what the editor is told to try."""
    width: int = 1
    makeshift: bool = False
    """Whether the mended lines only let reading go on: they are not what the editor should type."""
    perhaps: tuple[str, ...] = ()
    """Lines of which one may be meant, where nobody can know which; each may be several."""
    severity: Severity = "error"
    """Advice stops nothing: the file is read as it was typed."""

    def problem(self, file: str, *, with_suggestion: bool) -> Problem:
        """Make the problem that people are told."""
        place = Place(file, self.row.number, self.column + 1).wide(self.width)
        if not with_suggestion or self.makeshift or self.row.number not in self.mended:
            return Problem(self.code, place, self.message, self.fix, None, self.severity, self.perhaps)
        rows = self.row.sheet.rows[self.row.number - 1 : max(self.mended)]
        better = "\n".join(self.mended.get(row.number, row.text) for row in rows)
        return Problem(
            self.code, place, self.message, self.fix, better or None, self.severity, self.perhaps, len(rows)
        )


def rows_of(text: str, known: Names) -> list[TypedRow]:
    """Split ``text`` into rows, following long texts and quotations that run over several lines."""
    rows: list[TypedRow] = []
    sheet = Sheet(rows, known)
    inside: Literal["", "long text", "quotation"] = ""
    column, quote = 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip(" "))
        if inside == "long text" and line.strip() and indent <= column:
            inside = ""
        if inside == "quotation" and _leaves_quotation(line, indent, column, sheet):
            inside = ""
        row = _row(number, line, sheet, inside)
        sheet.above.append(rows[-1] if rows and rows[-1].entry else sheet.above[-1] if rows else None)
        rows.append(row)
        if inside == "quotation" and closing(line, quote) >= 0:
            inside = ""
        elif not inside and row.value:
            column = row.column if row.name is not None else row.indent
            if row.opens_long_text:
                inside = "long text"
            elif row.value[0] in "\"'" and closing(row.value[1:], row.value[0]) < 0:
                inside, quote = "quotation", row.value[0]
    return rows


def _leaves_quotation(line: str, indent: int, column: int, sheet: Sheet) -> bool:
    """Whether a line looks like the next entry, so that a quotation above it was never closed."""
    return bool(line.strip()) and indent <= column and _row(1, line, sheet).entry


def closing(text: str, quote: str) -> int:
    r"""Position of the quotation mark that closes ``text``, or -1. Doubled ``'`` and ``\"`` do not close."""
    pattern = r"(?:[^']|'')*?(')(?!')" if quote == "'" else r'(?:[^"\\]|\\.)*(")'
    found = re.match(pattern, text)
    return found.start(1) if found else -1


def _row(number: int, line: str, sheet: Sheet, inside: Literal["", "long text", "quotation"] = "") -> TypedRow:
    if inside:
        indent = len(line) - len(line.lstrip(" "))
        return TypedRow(number, line, indent, "", indent, None, line.strip(), indent, "", sheet, inside)
    shape = _SHAPE.match(line)
    assert shape is not None  # noqa: S101 - every part of the shape may be empty
    indent, hyphens, content = len(shape["indent"]), shape["hyphens"], shape["content"].rstrip()
    column = indent + len(hyphens)
    if content.startswith("#"):
        return TypedRow(number, line, indent, hyphens, column, None, "", column, content, sheet)
    name, start = _name(content)
    value = content[start:]
    after = closing(value[1:], value[0]) + 2 if value[:1] in ('"', "'") else 0
    remark = _REMARK.search(value, max(after, 0))
    kept = value[: remark.start()].rstrip() if remark else value
    return TypedRow(number, line, indent, hyphens, column, name, kept, column + start, value[len(kept) :], sheet)


def _name(content: str) -> tuple[str | None, int]:
    """Give the name with which ``content`` begins, and where its value begins; no name: ``(None, 0)``."""
    if content[:1] in ('"', "'"):
        end = closing(content[1:], content[0]) + 2
        found = _AFTER_NAME.match(content, end)
        return (content[1 : end - 1], found.end()) if found and end > 1 else (None, 0)
    if content[:1] in "[{&*!|>%@`" or content[:2] in ("- ", "? "):
        return None, 0
    found = _COLON.search(content)
    if not found or " #" in content[: found.start()]:
        return None, 0
    return content[: found.start()].rstrip(), found.end()


def mend(text: str, mended: Mapping[int, str]) -> str:
    """Put whole lines, by number from 1, in the place of those of ``text``."""
    lines = text.split("\n")
    for number, line in mended.items():
        lines[number - 1] = line
    return "\n".join(lines)


def spaces(count: int) -> str:
    """Say how many spaces."""
    return "no spaces" if count == 0 else "1 space" if count == 1 else f"{count} spaces"
