"""Formulas of spreadsheets: what they fetch from elsewhere, and where they lead. Excel and LibreOffice write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ..records.attached import Hidden
from .links import look_at_links
from .refusing import runs

_TEXT: Final = re.compile('"([^"]*)"')
_SHEET: Final = re.compile("'([^']*)'")
"""The name of a sheet, with the path of its workbook before it where that is another one."""
_FETCHES: Final = re.compile(
    r"\b(WEBSERVICE|IMPORT(?:DATA|FEED|HTML|XML|RANGE)|IMAGE|RTD|DDE|CALL|EXEC|REGISTER(?:\.ID)?|SQL\.REQUEST"
    r"|STOCKHISTORY|GOOGLEFINANCE)\s*\(",
    re.IGNORECASE,
)
_OF_GOOGLE: Final = "DUMMYFUNCTION"
"""How Google writes a function of its own into a workbook, with the formula as a text."""


def look_at_formulas(formulas: Iterable[str]) -> Iterator[Hidden]:
    """Tell of formulas with the name of a file. Raises ``Refused`` where one fetches something or runs it."""
    followed: list[str] = []
    fetched: list[str] = []
    for formula in formulas:
        names = formula if _OF_GOOGLE in formula.upper() else _TEXT.sub("", formula)
        if found := _FETCHES.search(names):
            fact = f"A formula of the file fetches something from elsewhere ({found[1].upper()})."
            raise runs(fact, "Put its result in its place.")
        _, link, rest = formula.upper().partition("HYPERLINK")
        followed += ["".join(_TEXT.findall(rest))] if link else []
        fetched += _SHEET.findall(names)
    yield from look_at_links(followed, fetched)
