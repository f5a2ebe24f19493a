"""The rows of an agenda that stands in a table: which column holds what, and an item for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import Final

from ..days import clocks_in
from ..dividing import is_title
from ..numerals import in_sequence, numeral
from ..parts import Cell, Part
from ..said import NO_WORDS, Read, Said, all_of, cell_text, grid, said_of
from ..words import folded, words
from .items import Item, ask, say, titled

_SHORT: Final = 8
_COLUMNS: Final = ("number", "topic", "time", "lead", "pages", "asked")
_TAGS: Final = {
    **dict.fromkeys(("english", "saesneg", "inglés", "anglais"), "en"),
    **dict.fromkeys(("cymraeg", "welsh"), "cy"),
    **dict.fromkeys(("español", "spanish"), "es"),
    "français": "fr",
    "gàidhlig": "gd",
    "gaeilge": "ga",
}
"""Languages of columns, by the words over them."""


def columns_of(part: Part) -> dict[str, int]:
    """Say which column of a table holds what, where the table is an agenda; else nothing."""
    rows = grid(part) if part.kind == "table" else []
    if len(rows) < 2:
        return {}
    found: dict[str, int] = {}
    for column, cell in enumerate(rows[0]):
        fits = (name for name in _COLUMNS if words(f"column {name}").fullmatch(folded(cell_text(cell))))
        found.setdefault(next((name for name in fits if name not in found), ""), column)
    found.pop("", None)
    counted = [_counted(rows, column) for column in range(len(rows[0]))]
    best = max(counted)
    if languages := _languages(rows[0]):
        found.setdefault("topic", next(iter(languages.values())))
    if "number" in found and counted[found["number"]] < best:
        found.setdefault("topic", found["number"])
        del found["number"]
    if "topic" not in found and "number" in found and not counted[found["number"]]:
        found["topic"] = found.pop("number")  # the number and the title stand in one cell
    if not found:
        found = _beside_titles(rows)
    least = 2 if "topic" in found else 3
    if best >= least and counted.index(best) not in found.values():
        found.setdefault("number", counted.index(best))
    if "topic" not in found and "number" in found:
        free = [column for column in range(len(rows[0])) if column not in found.values()]
        found["topic"] = max(free, key=lambda n: sum(len(cell_text(row[n])) for row in rows), default=0)
    known = {"number", "time"} & found.keys() or ("topic" in found and _numbered(rows, found["topic"]))
    is_agenda = "topic" in found and known and found["topic"] != found.get("number")
    return found if is_agenda and not {"due", "progress", "status"} & _headings(rows) else {}


def _beside_titles(rows: list[list[Cell | None]]) -> dict[str, int]:
    """Say which columns without headings hold times and who leads, by what most of their cells are."""
    found: dict[str, int] = {}
    for column in range(len(rows[0])):
        texts = [text for row in rows if (text := cell_text(row[column]))]
        times = sum(bool(re.fullmatch(r"\d{1,2}[.:]\d\d(?:\s*[ap]\.?m\.?)?", text)) for text in texts)
        leads = sum(bool(words("offices").fullmatch(folded(text))) for text in texts)
        name = "time" if 2 * times > len(texts) else "lead" if 2 * leads > len(texts) else ""
        found |= {name: column} if name else {}
    return found


def _numbered(rows: list[list[Cell | None]], column: int) -> bool:
    """Whether most cells of a column begin with a number."""
    cells = [cell for row in rows[1:] if (cell := row[column]) and cell.parts]
    return len(cells) > 1 and 2 * sum(bool(cell.parts[0].number) for cell in cells) > len(cells)


def _languages(first: Sequence[Cell | None]) -> dict[str, int]:
    """Give the columns of a table that has one for each of several languages, by their tags."""
    named = {tag: n for n, cell in enumerate(first) if (tag := _TAGS.get(folded(cell_text(cell))))}
    return named if len(named) > 1 else {}


def _headings(rows: list[list[Cell | None]]) -> set[str]:
    return {word for cell in rows[0] for word in folded(cell_text(cell)).split()}


def _counted(rows: list[list[Cell | None]], column: int) -> int:
    """Give how many cells of a column are numbers, where they are in sequence."""
    numerals = [numeral(text) for row in rows if re.fullmatch(r"[\w.() /-]{1,8}", text := cell_text(row[column]))]
    counts = [count for count in numerals if count and not count.is_sub]
    return len(counts) if counts and in_sequence(counts) > 0.7 else 0


def rows_of(table: Part) -> Iterator[Item]:
    """Give an item for each row of an agenda in a table; a row without number and title goes on with the last."""
    columns, rows = columns_of(table), grid(table)
    headed = bool(heads_of(table))
    item: Item | None = None
    body = rows[1:] if headed else rows
    for row, below in zip_longest(body, body[1:], fillvalue=()):
        cells = [cell for cell in row if cell and cell.text]
        leaves = [leaf for part in _in(row, columns, "topic") for leaf in part.leaves() if leaf.printed]
        number = _number(row, columns, leaves)
        begun = Item(number=number, section=not number and bool(leaves and is_title(leaves[0])))
        if len(cells) == 1 and not number and cells[0].columns > 1:
            begun, leaves = Item(section=True), [leaf for part in cells[0].parts for leaf in part.leaves()]
        if item and len(cells) == 1 and _is_section(leaves, _number(below, columns, ())):
            begun = Item(section=True)
        if item and not number and not (leaves and (begun.section or is_title(leaves[0]))):
            _beside(item, row, columns, leaves)
            continue
        if not any(re.search(r"[^\W_]", leaf.printed) for leaf in leaves):
            continue
        if item:
            yield item
        heads = list(takewhile(lambda leaf: leaf.printed.isupper(), leaves)) or leaves[:1]
        item = titled(begun, Said(tuple(cut for leaf in heads for cut in _without(number, leaf).cuts)))
        item.titles = {tag: said for tag, n in _languages(rows[0]).items() if (said := said_of(row[n]))}
        heads = leaves if item.titles else heads
        _beside(item, row, columns, leaves[len(heads) :])
    if item:
        yield item


def _is_section(leaves: Sequence[Part], below: Said) -> bool:
    """Whether the only words of a row are a heading over items: a few that are no sentence, with a number below."""
    text = leaves[0].printed if len(leaves) == 1 else ""
    return bool(below and text[:1].isupper() and len(text.split()) <= _SHORT and text[-1] not in ".,:;")


def _number(row: Sequence[Cell | None], columns: dict[str, int], leaves: Sequence[Part]) -> Said:
    """Give the number of a row: of its own column, or what stands before the title in one cell."""
    if "number" in columns and row:
        return said_of(row[columns["number"]])
    return all_of(leaves[0]).split(0, len(leaves[0].number)) if leaves and leaves[0].number else NO_WORDS


def _without(number: Said, leaf: Part) -> Said:
    """Give a line without the number that was taken from it."""
    taken = any(cut.part is leaf for cut in number.cuts)
    return all_of(leaf).split(len(number.text)) if taken else all_of(leaf)


def heads_of(table: Part) -> list[Said]:
    """Give the headings over the columns of an agenda in a table, where it has such."""
    first, columns = grid(table)[0], columns_of(table)
    named = (words(f"column {name}").fullmatch(folded(cell_text(first[n]))) for name, n in columns.items())
    headed = any(named) or bool(_languages(first))
    return [said_of(cell) for cell in first if cell and cell.text] if headed else []


def _beside(item: Item, row: Sequence[Cell | None], columns: dict[str, int], leaves: Sequence[Part]) -> None:
    """Give an item what stands in the other columns of its row, and the lines below its title."""
    for part in _in(row, columns, "time"):
        text = re.sub(r"^\s*(\d{1,2})[.](\d\d)\s*$", r"\1:\2", part.printed)  # 9.30 in a column of times
        clock = next(iter(clocks_in(text)), None)
        if clock and not item.time:
            item.time = Read(all_of(part), clock.value)
    for said in [said_of(row[columns["lead"]])] if "lead" in columns else []:
        item.lead = item.lead or said
    for name in ("pages", "asked"):
        if name in columns and row[columns[name]]:
            (ask if name == "asked" else say)(item, said_of(row[columns[name]]))
    for leaf in leaves:
        say(item, all_of(leaf))


def _in(row: Sequence[Cell | None], columns: dict[str, int], name: str) -> Sequence[Part]:
    cell = row[columns[name]] if name in columns else None
    return cell.parts if cell else ()
