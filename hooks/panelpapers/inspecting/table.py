"""A table of plain text (CSV): it holds no page, and no cell that a spreadsheet would take as a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import Final

from ..records.attached import CELL_ENDS, FORMULA_SIGNS, Findings
from .refusing import another_kind, runs, unreadable
from .sniffing import MARKUP

_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BEFORE: Final = r"[\s\"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
_SIGN: Final = re.compile(rf"(?:\A|[{CELL_ENDS}]){_BEFORE}{{0,100}}[{FORMULA_SIGNS}]")
_LEADING: Final = re.compile(rf"\A{_BEFORE}+")
_PARTS: Final = re.compile(f"[{CELL_ENDS}]")
_HARMLESS: Final = re.compile(r"[-+−\s\d.,%()£$€]*|[-+]\s+[^\s(][^(|!]*")
"""What may follow a sign in a cell: a figure, or a remark after a hyphen. A formula has brackets, or names a cell."""


def look_through(data: bytes, _: str) -> Findings:
    """Look through a table. A file in other letters than UTF-8, with markup or with a formula is refused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        fix = "Save it as CSV UTF-8. Excel offers that as a format of its own."
        raise another_kind("The file is not plain text in UTF-8.", fix) from None
    if _UNSEEN.search(text):
        raise another_kind("The file holds signs that are not text.")
    if found := MARKUP.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        raise another_kind(f'Line {line} holds "<" as a web page does, which a table must not.', "Take it out.")
    _no_formulas(text)
    return Findings()


def _no_formulas(text: str) -> None:
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), start=1):
            if any(_is_formula(cell) for field in row if _SIGN.search(field) for cell in _PARTS.split(field)):
                fact = f'Row {number} has a cell that begins with "=", "+", "-" or "@", which a spreadsheet runs.'
                raise runs(fact, "Take the formula out and write its result.")
    except csv.Error:
        raise unreadable("The file is no table: a row of it does not end.", "Save it as CSV UTF-8 anew.") from None


def _is_formula(cell: str) -> bool:
    start = unicodedata.normalize("NFKC", _LEADING.sub("", cell)).replace("\u2212", "-")
    if start.startswith(("=", "@")):
        return True
    return start.startswith(("+", "-")) and not _HARMLESS.fullmatch(start)
