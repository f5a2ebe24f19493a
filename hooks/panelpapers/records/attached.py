"""A file that lies beside the records of a meeting: what it is, and what was found when it was looked through."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

HiddenKind = Literal[
    "authors",
    "comments",
    "tracked changes",
    "hidden text",
    "hidden cells",
    "covered text",
    "embedded files",
    "earlier versions",
    "location",
    "photo details",
    "form fields",
    "linked files",
    "custom data",
]
"""What a file can hold that nobody sees who only looks at it."""

FORMATS: Final[Mapping[str, str]] = {
    "pdf": "PDF",
    "docx": "Word document",
    "xlsx": "Excel workbook",
    "odt": "OpenDocument text",
    "ods": "OpenDocument spreadsheet",
    "csv": "CSV",
    "png": "PNG picture",
    "jpg": "JPEG picture",
}
"""The kinds of file that can be attached, by the ending of their names, as readers are told of them."""

FORMULA_SIGNS: Final = (
    r"=+\-@\u2212\u207a\u207c\u208a\u208c\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
)
"""What begins a formula in a table, and what Unicode takes for the same sign: some spreadsheets do so too."""
CELL_ENDS: Final = r";|\t\r\n"
"""Where the comma is for decimals, a spreadsheet parts cells at one of these: a cell begins within a text then."""

_FORMULA: Final = re.compile(
    # Spaces, quotation marks and what cannot be seen may be passed over, so whatever is no letter or digit is.
    rf"\A(?=[^\w{CELL_ENDS}]*[\t\r\n{FORMULA_SIGNS}])|(?<=[{CELL_ENDS}])(?=[^\w{CELL_ENDS}]*[{FORMULA_SIGNS}])"
)
_NO_FORMULA: Final = re.compile(_FORMULA.pattern.replace(r"\A(", r"\A'(").replace("])(", "])'("))

LARGEST: Final = 10_000_000
"""How many bytes one file may have: more takes too long to load on a phone."""

LARGEST_TOGETHER: Final = 50_000_000
"""How many bytes the files of one meeting may have together."""


def without_formulas(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula in a cell with this text."""
    return _FORMULA.sub("'", text)


def with_signs(text: str) -> str:
    """Take out the apostrophes that ``without_formulas`` puts into a text, or people for the same reason."""
    return _NO_FORMULA.sub("", text)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be published as it is: a code of the rules, one fact, and what to do."""

    code: str
    fact: str
    fix: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something that a file holds and that is not seen at once: its kind, and a sentence on what and where."""

    kind: HiddenKind
    what: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in the bytes of a file. ``pages`` and ``tagged`` are ``None`` where the format has none."""

    pages: int | None = None
    tagged: bool | None = None
    hidden: tuple[Hidden, ...] = ()
    faults: tuple[Fault, ...] = ()
    left_out: str | None = None
    """What could not be looked through, if anything, as a sentence."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file of a meeting's folder. ``sha256`` is of the bytes that were looked through."""

    path: Path
    shown: str
    """The path as people are shown it."""
    size: int
    sha256: str
    findings: Findings

    @property
    def format(self) -> str:
        """The kind of file, as readers are told."""
        return FORMATS[self.path.suffix[1:].lower()]
