"""Who is listed at the head of minutes, in lines, tables or behind labels; and whom minutes name in their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from ..parts import Part
from ..roll import TITLES
from ..said import NO_WORDS, Said, all_of, cell_text, grid, said_of
from ..sentences import sentences
from ..words import fits, folded, words
from .marked import Mark, mark_in, told_by
from .names import Entry, are_names, columns_in, entry_of, is_office, names_in

LISTS: Final = ("apologies", "absent", "also_present", "present")
_TELLS_APOLOGIES: Final = re.compile(
    r"\bapologies\b[^.]*?\b(?:from|on\s+behalf\s+of)(?:\s+the\s+following)?\s*:?\s*(?P<names>[^\n]+?)(?:\.\s|\.$|$)",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(r"^\W*(?:none|nil|n/?a|no\s+\w+)\W*$", re.IGNORECASE)
_STATE: Final = re.compile(r"(?:[^\W\d][\w'-]*\s){1,4}(?P<state>present|absent|excused)")
"""A label such as "Board members present"."""
_SURNAMES: Final = re.compile(
    r"[^\W\d_a-z][\w’'-]+(?:\s*\([^()]*\))?(?:\s*,\s*[^\W\d_a-z][\w’'-]+(?:\s*\([^()]*\))?)*"
)
_PRESIDED: Final = re.compile(
    r"(?:The\s+)?(?P<who>[^.;]{3,80}?(?:\.\s[^.;]{1,60}?)*),?\s+(?:presided|presiding|(?:was\s+)?in\s+the\s+chair|took\s+the\s+chair)\.?",
    re.IGNORECASE,
)
_SOON: Final = 40


@dataclass
class Listed:
    """Those who are listed, and the words over the lists."""

    entries: list[Entry] = field(default_factory=list)
    heads: list[tuple[str, Said]] = field(default_factory=list)

    def take_chair(self, chair: Entry, said: Said) -> None:
        """Add who presided, unless they are listed already."""
        known = {folded(entry.name.text).split()[-1] for entry in self.entries}
        if folded(chair.name.text).split()[-1] in known:
            self.heads.append(("present", said))
        else:
            self.entries.append(chair)

    def take_labels(self, part: Part, name: str) -> tuple[str, bool]:
        """Read a line of labels with names behind them; give the list that is open, and whether all was read."""
        for said in _by_label(all_of(part)):
            label, head, rest = _split_label(said)
            if not (label or head):
                return name, False
            name = label or name
            self.heads.append((name, head))
            if rest and _NOBODY.match(rest.text):
                self.heads.append((name, rest))
            elif rest and name:
                self.entries += _entries(rest, name, behind_label=True)
                self.heads += _between(rest, name)
        return name, True


def listed_in(parts: Sequence[Part]) -> Listed:
    """Read the lists at the head of minutes, whether they stand in lines, in tables, or behind their labels."""
    listed, name, started, mark = Listed(), "", False, mark_in(parts)
    for part in parts[1:]:
        if part.kind == "table":
            got = _of_table(part, name, listed) if name or _has_label(part) else name
            started, name = started or bool(got or listed.entries), got or name
            continue
        if told_by(part) and not _label(all_of(part)):
            listed.heads.append((mark.list if mark else "present", all_of(part)))
            name, started = name or "present", True
            continue
        if part.number and started and not entry_of(_unnumbered(part)):
            break
        if chair := _presiding(all_of(part)):
            listed.take_chair(chair, all_of(part))
            continue
        before = len(listed.heads)
        name, is_read = listed.take_labels(part, name)
        started = started or len(listed.heads) > before
        name = name or ("present" if mark and started else "")
        if is_read:
            continue
        if name and (found := _entries(_unnumbered(part), name)):
            listed.entries += found
        elif started and len(listed.entries):
            break
    if mark:
        listed.entries = [*_as_marked(listed.entries, mark)]
    return listed


def _as_marked(entries: Sequence[Entry], mark: Mark) -> Iterator[Entry]:
    """Give those whom a sign puts in a list. Where it says who came, nothing is said of those without it."""
    for entry in entries:
        if entry.list not in ("present", mark.list):
            yield entry
        elif entry.is_marked(mark):
            yield replace(entry, list=mark.list)
        elif mark.list != "present":
            yield entry


def _by_label(said: Said) -> Iterator[Said]:
    """Part a line that holds several lists, one behind another: Present: A Brown. In attendance: J Holt."""
    last = 0
    for stop in re.finditer(r"(?<=[.;)])\s+(?=[^\W\d_a-z][^:.;]{0,60}:)", said.text):
        if _split_label(said.split(stop.end()))[0]:
            yield said.split(last, stop.start())
            last = stop.end()
    yield said.split(last)


def _presiding(said: Said) -> Entry | None:
    """Read who took the chair, where a line tells that alone: Cllr A Brown in the chair."""
    found = _PRESIDED.fullmatch(said.text)
    if found is None:
        return None
    title = re.search(rf"\b{TITLES.pattern}", found["who"], re.IGNORECASE)
    at = title.start() if title and title.end() < len(found["who"]) else 0
    entry = entry_of(said.split(at, found.end("who")))
    if entry:
        entry.list, entry.role = "present", entry.role or said.split(0, len(found["who"][:at].rstrip(" :,")))
    return entry


def _unnumbered(part: Part) -> Said:
    return all_of(part).split(len(part.number)) if part.number else all_of(part)


def _has_label(table: Part) -> bool:
    """Whether a list of people begins in a table: a label stands before one of its rows, or at their ends."""
    last = max(cell.column for cell in table.cells)
    ends = [cell for cell in table.cells if cell.column == last and cell.row]
    return any(_label(said_of(cell)) for cell in table.cells if cell.column == 0 and cell.text) or (
        bool(ends) and all(_label(said_of(cell)) for cell in ends)
    )


def _label(said: Said) -> str:
    """Give the list that a heading opens, or nothing."""
    text = re.sub(r"(?:\s*\([^()]*\))?\s*[:–-]*\s*$", "", said.text.strip())
    if named := next((name for name in LISTS if fits(f"{name} labels", text)), ""):
        return named
    found = _STATE.fullmatch(folded(text))
    return "" if found is None else "absent" if found["state"] != "present" else "present"


def _split_label(said: Said) -> tuple[str, Said, Said]:
    """Part a label from the names behind it. A heading within a list, such as "Members", is a label of no list."""
    if label := _label(said):
        return label, said, NO_WORDS
    head, colon, _ = said.text.partition(":")
    cut = said.split(0, len(head) + 1)
    if colon and (label := _label(cut)):
        return label, cut, said.split(len(head) + 1)
    if colon and words("within lists").fullmatch(folded(head)):
        return "", cut, said.split(len(head) + 1)
    if words("within lists").fullmatch(folded(said.text)):
        return "", said, NO_WORDS
    return "", NO_WORDS, NO_WORDS


def _entries(said: Said, name: str, *, behind_label: bool = False) -> list[Entry]:
    """Give those whom a line names: one with what is told of them, or several. Behind a label a surname is enough."""
    columns = columns_in(said)
    if len(columns) > 1 and is_office(columns[0]) and (entry := entry_of(columns[1])):
        entry.told += columns[2:]
        return [replace(entry, list=name, role=columns[0])]
    if len(columns) > 1 and are_names(columns):
        return [entry for column in columns for entry in _entries(column, name)]
    if len(columns) > 1 and (entry := entry_of(columns[0])):
        return [replace(entry, list=name, told=[*entry.told, *columns[1:]])]
    said = said.split(0, len(re.sub(r"\W+(?:was|were)\s+(?:all\s+)?present\W*$", "", said.text)))
    alone_named = said if _titled(said) or (behind_label and _SURNAMES.fullmatch(said.text.strip())) else None
    found = [entry_of(piece, alone_named) for piece in _whole(said, alone_named)]
    return [replace(entry, list=name) for entry in found if entry]


def _whole(said: Said, alone_named: Said | None) -> list[Said]:
    """Part a line at the names in it; what begins with no name is told of the one before: Simon Vale, Head of Law."""
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in names_in(said):
        at = said.text.find(piece.text, at)
        start = at if not spans or entry_of(piece, alone_named) else spans.pop()[0]
        at += len(piece.text)
        spans.append((start, at))
    return [said.split(*span) for span in spans] or [said]


def _between(said: Said, name: str) -> list[tuple[str, Said]]:
    """Give the small words between the names of a line that names several."""
    at, found = 0, []
    for piece in [*names_in(said), None]:
        end = said.text.find(piece.text, at) if piece else len(said.text)
        if re.fullmatch(r"\W*(?:and|&)\W*", said.text[at:end]):
            found.append((name, said.split(at, end)))
        at = end + len(piece.text) if piece else end
    return found


def _titled(said: Said) -> bool:
    return bool(words("titles of several").match(said.text.strip()))


def _of_table(part: Part, name: str, listed: Listed) -> str:
    """Read a table of people: with headings over its columns, or with a label before the first of each list."""
    rows = grid(part)
    heads = [cell_text(cell) for cell in rows[0]]
    at, office, how = (
        next((n for n, head in enumerate(heads) if len(rows) > 1 and fits(f"column {name}", head)), None)
        for name in ("person", "office", "how")
    )
    if any(row[0] and _label(said_of(row[0])) for row in rows[1:]):
        at = None  # a label begins each list, and what looks like a heading is the first
    if at is not None:
        listed.heads += [(name, said_of(cell)) for cell in rows[0] if cell and cell.text]
        rows = rows[1:]
    for row in rows:
        cells = [said_of(cell) for cell in row]
        if at is None and cells and (label := _label(cells[0])):
            name = label
            listed.heads.append((name, cells[0]))
            cells = cells[1:]
        filled = [cell for cell in (cells[at:] if at else cells) if cell]
        if at is None and len(filled) > 1 and is_office(filled[0]) and entry_of(filled[1]):
            filled[:2] = filled[1], filled[0]
        if at is None and name and len(filled) > 1 and are_names(filled):
            listed.entries += [replace(entry, list=name) for cell in filled if (entry := entry_of(cell))]
            continue
        many = _in_cell(filled[0], name) if at is None and name and len(filled) == 1 else []
        if len(many) > 1:
            listed.entries += many
            continue
        state = _label(said_of(row[how])) if how is not None else ""
        entry = entry_of(filled[0], filled[0] if at is not None else None) if filled and (name or state) else None
        if entry is None:
            continue
        alone = filled[1] if at is None and len(filled) == len(("name", "role")) else NO_WORDS
        role = said_of(row[office]) if office is not None else alone
        entry.role = next(iter(_told_in(role)), NO_WORDS)
        told = [piece for cell in filled[1:] for piece in _told_in(cell) if piece != entry.role]
        if state and how is not None:
            listed.heads.append((state, said_of(row[how])))
        entry.told += [piece for piece in told if not (state and piece.text == cell_text(row[how or 0]))]
        listed.entries.append(replace(entry, list=state or name))
    return name


def _in_cell(said: Said, name: str) -> list[Entry]:
    """Give those whom one cell names, a line for each or all in one."""
    lines = [_entries(Said((cut,)), name, behind_label=True) for cut in said.cuts]
    return [entry for found in lines for entry in found] if all(lines) else _entries(said, name, behind_label=True)


def _told_in(cell: Said) -> list[Said]:
    """Part what a cell tells at its brackets alone: a comma there belongs to an office."""
    found = [cell.split(*piece.span()) for piece in re.finditer(r"[^()]*[^()\s][^()]*", cell.text)]
    return [piece for piece in found if re.search(r"\w", piece.text)]


def told_in(parts: Sequence[Part]) -> list[Entry]:
    """Give those whom minutes name, whose words stay there: whose apologies they tell, and who was present."""
    found: dict[str, list[Entry]] = {}
    leaves = [leaf for part in parts[:_SOON] for leaf in part.leaves()]
    for leaf, after in pairwise(leaves[: 2 * _SOON]):
        said, name = all_of(leaf), _label(_unnumbered(leaf))
        if "apologies" not in found and (tells := _TELLS_APOLOGIES.search(said.text)):
            entries = [entry_of(piece) for piece in names_in(said.split(*tells.span("names")))]
            kept = [entry for entry in entries if entry and (entry.title or entry.told or " " in entry.name.text)]
            found["apologies"] = [replace(entry, list="apologies") for entry in kept]
        elif name in ("present", "also_present") and name not in found:
            found[name] = [entry for told in sentences(all_of(after)) for entry in _entries(told, name)]
    officers = [entry for entry in found.get("present", []) if fits("offices", entry.title.text)]
    return [
        replace(entry, list="also_present") if entry in officers else entry
        for entries in found.values()
        for entry in entries
    ]
