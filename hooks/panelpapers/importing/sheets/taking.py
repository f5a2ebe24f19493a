"""Sheets of one kind to a plan of what is to be written; and what of them is in no record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ...reading.folder import read_folder, regime_of
from ...records.drafts import with_drafts
from ...records.regional import sign_of
from ..account import Account
from ..days import DATES, DAY_FIRST, MONTH_FIRST
from ..parts import Source
from .columns import tables_of
from .indicators import Sheets
from .periods import Custom
from .plan import Older, Plan, planned
from .registers import gather
from .resolving import Answers, wanted
from .rows import Gathered
from .tables import reference
from .told import Ask, Told

_MOST_SHOWN: Final = 20


def taken_over(kind: str, sources: list[Source], data: Path, given: Mapping[str, str], ask: Ask, told: Told) -> Plan:
    """Work out what the sheets of a kind change in a data folder.

    ``given`` is what the command was told: ``unit``, ``definition``, ``source``, ``period_kind``, ``dates``,
    ``older``, ``meeting``. What is wrong is told, and then nothing of the plan may be written. Cells that are in no
    record are told as left over, and what nobody sees by its number of words.
    """
    regime, records = regime_of(data), with_drafts(read_folder(data).records)
    first = DATES.get(given.get("dates", "")) or (
        MONTH_FIRST if regime.forms.date == "month day, year" else DAY_FIRST
    )
    custom = Custom(first, regime.year_begins[0] if regime.year_begins else Custom().year_begins)
    answers = Answers(given, ask, sign_of(regime.currency))
    if kind == "indicators":
        sheets = Sheets(records.indicators, custom, told, given.get("title", ""))
        for source in sources:
            sheets.add(source)
        figured = [figures for figures in sheets.found.values() if figures.raw]
        found = [about for figures in figured if (about := wanted(figures, answers, told))]
        kept = {f"indicators/{figures.key}.yml" for figures in figured} | {"a heading"}
        used = {cell: path for cell, path in sheets.used.items() if path in kept}
    else:
        gathered = Gathered(records, custom, answers, told, given.get("meeting", ""))
        for source in sources:
            gather(gathered, kind, source)
        found, used = list(gathered.wanted.values()), gathered.used
    older: Older = "revise" if given.get("older") == "revise" else "keep" if given.get("older") == "keep" else ""
    plan = planned(data, found, older, told, ask)
    for source in sources:
        told.notes += _accounts(kind, source, used)
    return plan


def _accounts(kind: str, source: Source, used: Mapping[int, str]) -> Iterator[str]:
    """Say what of a file is in no record, and how much of it nobody sees who looks at it."""
    account, cells = Account(source), dict[int, str]()
    for part, where, _ in tables_of(kind, source):
        for cell in part.cells:
            for line in cell.parts:
                cells[line.position] = f"{where}, cell {reference(cell.row, cell.column)}"
                if id(cell) in used and line.printed:
                    account.place(line, used[id(cell)], "", "columns by their headings")
    left = [(cells[part.position], words) for part, words in account.left_over() if part.position in cells]
    yield from (f"{place}: left over, in no record: {words[:60]}" for place, words in left[:_MOST_SHOWN])
    if len(left) > _MOST_SHOWN:
        yield f"{source.name}: {len(left) - _MOST_SHOWN:,} more cells are left over."
    yield from (
        f"{source.name}: {held.words:,} words {held.why} are withheld." for held in account.withheld_by_page()
    )
