"""The items of an agenda, from its table or from its headings and numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from ..account import Account
from ..dividing import is_title
from ..drafts import Draft
from ..numerals import follows, in_sequence, numeral
from ..pack import Pack, Stretch
from ..parts import Cell, Part
from ..said import NO_WORDS, Cut, Lead, Read, Said, Writer, all_of, cell_text, grid, said_of
from ..words import folded, words
from .days import clocks_in, days_in
from .items import (
    Item,
    ask,
    bracketed,
    entitle,
    excludes,
    in_capitals,
    is_beside,
    is_private,
    is_private_session,
    say,
)

_TABLE: Final = "agenda in a table"
_LINES: Final = "agenda in lines"
_COLUMNS: Final = ("number", "topic", "time", "lead", "pages", "asked")
_CONSENT: Final = re.compile(r"\bconsent\s+(?:calendar|agenda|items|business)\b", re.IGNORECASE)
_TAGS: Final = {
    **dict.fromkeys(("english", "saesneg", "inglés", "anglais"), "en"),
    **dict.fromkeys(("cymraeg", "welsh"), "cy"),
    **dict.fromkeys(("español", "spanish"), "es"),
    "français": "fr",
    "gàidhlig": "gd",
    "gaeilge": "ga",
}
"""Languages of columns, by the words over them."""
_LONGEST: Final = 60
"""How many words a line may have to be a title as a whole; of a longer one the first sentence is."""
_SHORT: Final = 20
_HEAD: Final = 60
"""How many parts the front sheet may have before the word agenda."""


def agenda_of_table(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give the items of an agenda that stands in a table: a row for each, with its number, topic, time and lead."""
    tables = [part for part in stretch.parts if stretch.kind == "agenda" and _columns(part)]
    items = [item for table in tables for item in _rows(table)]
    yield from _draft(_nested(items), _TABLE, pack, account, [said for table in tables for said in _heads_of(table)])


def agenda_of_lines(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give the items of an agenda that stands in lines: headings, with or without numbers, and what follows each."""
    if stretch.kind == "agenda" and not any(_columns(part) for part in stretch.parts):
        yield from _draft(_nested(_lines(business(stretch.parts))), _LINES, pack, account)


def business(parts: Sequence[Part]) -> Sequence[Part]:
    """Give the parts of an agenda from its first item on; what stands before is its front sheet."""
    tables = [place for place, part in enumerate(parts) if _columns(part)]
    if tables:
        return parts[tables[0] :]
    marks = [place for place, part in enumerate(parts[:_HEAD]) if _says_agenda(part)]
    after = marks[-1] + 1 if marks else 0
    numbered = [place for place in range(after, len(parts)) if _begins_item(parts[place])]
    first = numbered[0] if numbered else next((n for n in range(after, len(parts)) if _heads(parts[n])), len(parts))
    while first > after and _heads(parts[first - 1]):
        first -= 1
    return parts[first:]


def _says_agenda(part: Part) -> bool:
    return is_title(part) and bool(words("agenda titles").fullmatch(folded(part.text)))


def _begins_item(part: Part) -> bool:
    count = numeral(part.number) if part.number else None
    return bool(count and not count.is_sub and part.text)


def _heads(part: Part) -> bool:
    """Whether a part is a heading over items, or an item without a number, and not the name, day or place."""
    dated = any(days_in(part.text)) or words("kinds of meeting").fullmatch(folded(part.text))
    return is_title(part) and not dated and not _says_agenda(part)


def _lines(parts: Sequence[Part]) -> Iterator[Item]:
    """Give an item or a section for each heading and numbered line, with the lines that follow it."""
    item: Item | None = None
    last: Item | None = None
    for part in parts:
        if part.kind == "table":
            continue
        begun = _begun(part, item, last)
        if begun:
            if item:
                yield item
            item = begun
            last = begun if begun.numeral and not begun.numeral.is_sub else last
        elif item:
            say(item, all_of(part))
    if item:
        yield item


def _begun(part: Part, item: Item | None, last: Item | None) -> Item | None:
    """Give the item that begins with a part, if one does."""
    count = numeral(part.number) if part.number else None
    if not re.search(r"[^\W_]", part.text):
        return None
    if count is None:
        if not is_title(part) or part.text.endswith(":") or is_beside(all_of(part)):
            return None
        section = part.kind == "heading" or part.bold
        return _titled(Item(level=part.level if part.kind == "heading" else 0, section=section), all_of(part))
    if count.is_sub and (item is None or not _is_subtitle(part, item)):
        return None
    before = last.numeral if last else None
    if before and before.form == count.form and not follows(before, count):
        return None
    number = len(part.number)
    level = part.level if part.kind == "heading" else 0
    rest = Said((Cut(part, number, len(part.printed)),))
    return _titled(Item(number=Said((Cut(part, 0, number),)), level=level), rest)


def _is_subtitle(part: Part, item: Item) -> bool:
    """Whether (a) is the title of an item within another, and no entry of a list in its text."""
    told = item.text[-1].text if item.text else ""
    in_a_list = re.search(r"(?:[;,.]|;\s*(?:and|or))\s*$", part.text) or told.rstrip().endswith(":")
    return not in_a_list and len(part.text.split()) <= _SHORT


def _titled(item: Item, said: Said) -> Item:
    """Give an item its title; what follows a title in capitals, or the first sentence of a long line, is its text."""
    title, rest = in_capitals(said)
    if not rest and len(said.text.split()) > _LONGEST and (stop := re.search(r"[.:;]\s", said.text)):
        title, rest = said.split(0, stop.start() + 1), said.split(stop.end())
    entitle(item, title)
    if rest:
        say(item, rest)
    return item


def _nested(items: Iterator[Item] | Sequence[Item]) -> list[Item]:
    """Put each item below the section or the item that holds it; a section without items is an item itself."""
    top: list[Item] = []
    above: list[Item] = []
    closed: Said | None = None
    every = list(items)
    bracketed(every)
    for item in every:
        while above and not _holds(above[-1], item):
            above.pop()
        closed = None if item.section else closed
        holder = next((outer for outer in above if outer.section and is_private(outer.title.text)), None)
        item.private = None if item.section else item.private or (holder.title if holder else closed)
        item.grounds = item.grounds or (holder.grounds if holder and not item.section else [])
        item.consent = any(_CONSENT.search(outer.title.text) for outer in above)
        if item.number and is_private_session(item.title.text):
            item.private = item.title
        (above[-1].items if above else top).append(item)
        above.append(item)
        if excludes(item.title.text):
            closed, item.private = item.title, None
    return top


def _holds(outer: Item, item: Item) -> bool:
    """Whether an item stands within another: below a heading, or with a number that begins with the other's."""
    if outer.level and item.level and item.level <= outer.level:
        return False
    mine, its = outer.numeral, item.numeral
    if outer.section:
        return not item.section
    if mine is None or its is None:
        return False
    if its.is_sub:
        return not mine.is_sub or (mine.form != its.form and "r" in its.form)
    return its.depth > mine.depth and its.counts[: mine.depth] == mine.counts


def _draft(items: list[Item], rule: str, pack: Pack, account: Account, heads: Sequence[Said] = ()) -> Iterator[Draft]:
    path = pack.file("agenda.yml")
    writer = Writer(path, rule, pack, account)
    if items:
        writer.write({"_": [Lead(said, "items") for said in heads]})
        written = writer.write([item.tree() for item in items], "items")
        yield Draft(path, {"items": written or []})


def _columns(part: Part) -> dict[str, int]:
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
    least = 2 if "topic" in found else 3
    if best >= least and counted.index(best) not in found.values():
        found.setdefault("number", counted.index(best))
    if "topic" not in found and "number" in found and not found.keys() - {"number"}:
        found["topic"] = max(range(len(rows[0])), key=lambda n: sum(len(cell_text(row[n])) for row in rows))
    is_agenda = "topic" in found and {"number", "time"} & found.keys() and found["topic"] != found.get("number")
    return found if is_agenda and not {"due", "progress", "status"} & _headings(rows) else {}


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


def _rows(table: Part) -> Iterator[Item]:
    """Give an item for each row of an agenda in a table; a row without number and title goes on with the last."""
    columns, rows = _columns(table), grid(table)
    headed = bool(_heads_of(table))
    item: Item | None = None
    for row in rows[1:] if headed else rows:
        cells = [cell for cell in row if cell and cell.text]
        leaves = [leaf for part in _in(row, columns, "topic") for leaf in part.leaves() if leaf.printed]
        number = said_of(row[columns["number"]]) if "number" in columns else NO_WORDS
        begun = Item(
            number=number, section=not number and "number" in columns and bool(leaves and is_title(leaves[0]))
        )
        if len(cells) == 1 and not number and cells[0].columns > 1:
            begun, leaves = Item(section=True), [leaf for part in cells[0].parts for leaf in part.leaves()]
        if item and not number and not (leaves and (begun.section or is_title(leaves[0]))):
            _beside(item, row, columns, leaves)
            continue
        if not any(re.search(r"[^\W_]", leaf.printed) for leaf in leaves):
            continue
        if item:
            yield item
        heads = list(takewhile(lambda leaf: leaf.printed.isupper(), leaves)) or leaves[:1]
        item = _titled(begun, Said(tuple(cut for leaf in heads for cut in all_of(leaf).cuts)))
        item.titles = {tag: said for tag, n in _languages(rows[0]).items() if (said := said_of(row[n]))}
        heads = leaves if item.titles else heads
        _beside(item, row, columns, leaves[len(heads) :])
    if item:
        yield item


def _heads_of(table: Part) -> list[Said]:
    """Give the headings over the columns of an agenda in a table, where it has such."""
    first, columns = grid(table)[0], _columns(table)
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
