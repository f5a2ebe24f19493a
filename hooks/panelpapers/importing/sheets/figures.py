"""What a cell says of a figure: the figure as it is typed in records, its statuses, and nothing where it has none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ...records.indicator import SHORTHAND, WITHOUT_FIGURE
from ...records.problem import slip
from ...records.units import Unit, agrees, read_figure

ERRORS: Final = (
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "Err:",
    "#NOT WORKED OUT",
)
"""What a spreadsheet shows where a formula has no result."""
_INSTEAD: Final = {
    **dict.fromkeys(("c", "*", "**", "suppressed", "confidential"), "suppressed"),
    **dict.fromkeys(
        ("x", ":", "..", "...", "…", "-", "–", "—", "n/a", "na", "tbc", "tba", "no data", "not available"),
        "not available",
    ),
    **dict.fromkeys(("z", ".", "not applicable"), "not applicable"),
    "low": "low",
}
"""What stands in place of a figure in official tables, and in those of bodies."""
_MARK: Final = re.compile(r"\s*[\[(](c|x|z|low|p|r|e|f|u|b)[\])]\s*\Z", re.IGNORECASE)
_MONEY: Final = re.compile(r"\A([-−+]?)\s*(£|\$|€|¥|[A-Z]{3}\s)\s*(?=[-−\d])|(?<=\d)\s*(£|\$|€|¥)\Z")
_ABOUT: Final = re.compile(r"\A(?:about|around|approx(?:imately|\.)?|c\.|circa|~)\s*(?=[-−£$€\d])", re.IGNORECASE)
_SPACES: Final = re.compile(r"(?<=\d)[\u00a0\u2009\u202f ](?=\d{3}(?:\D|\Z))")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is typed in a record; ``value`` is empty where there is none, and ``statuses`` say why."""

    value: str = ""
    statuses: tuple[str, ...] = ()
    approximate: bool = False


def said_figure(text: str, unit: Unit, sign: str) -> Figure:
    """Read what a cell says in figures of a unit, with this sign before money. Raises a slip for anything else."""
    words, marks = " ".join(text.split()), list[str]()
    words = words if "," in words else _SPACES.sub(",", words)
    if words.startswith(ERRORS):
        fact = f"“{words}” stands where a figure belongs: its formula has no result."
        raise slip("number-form", fact, "Put the formula right, or type the figure.")
    while found := _MARK.search(words):
        marks.insert(0, found[1].lower())
        words = words[: found.start()].strip()
    statuses = tuple(dict.fromkeys(status for mark in marks for status, short in SHORTHAND.items() if short == mark))
    if not words or words.lower() in _INSTEAD:
        own = (_INSTEAD[words.lower()],) if words else ()
        return Figure("", tuple(dict.fromkeys((*own, *statuses))))
    if "b" in marks:
        fix = "Say under a heading “break before” why, and take the mark out."
        raise slip("break-mark", f"“{text}” marks a break in the series and does not say why.", fix)
    if WITHOUT_FIGURE.intersection(statuses):
        fact = f"“{text}” gives a figure, and marks it as one that is not given."
        raise slip("number-form", fact, "Take out the figure, or the mark.")
    about = _ABOUT.match(words)
    return Figure(_typed(words[about.end() :] if about else words, unit, sign), statuses, about is not None)


def may_be_figure(text: str) -> bool:
    """Whether a text can stand where figures do: it has more digits than letters, or stands in place of a figure."""
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    rest = _MARK.sub("", text).strip().lower()
    return digits > letters or not rest or rest in _INSTEAD


def _typed(words: str, unit: Unit, sign: str) -> str:
    """Give a printed figure as it is typed: without its unit, and with a minus in place of brackets."""
    plain = words
    if found := re.fullmatch(r"\((.*\d.*)\)|(.*\d)-", plain):
        plain = f"-{found[1] or found[2]}"
    if plain.endswith("%"):
        if unit not in ("%", "percentage points"):
            raise _another(words, unit)
        plain = plain[:-1].rstrip()
    if re.fullmatch(r"[-−]?\.\d+", plain):
        plain = plain.replace(".", "0.")
    elif found := _MONEY.search(plain):
        if unit != "money" or (found[2] or found[3]).strip() != sign.strip():
            raise _another(words, unit)
        if re.fullmatch(r"[-−+]?[\d.,]+", bare := _MONEY.sub(lambda m: m[1] or "", plain)):
            plain = bare
    plain = plain.removeprefix("+")
    if not agrees(read_figure(plain), unit, sign):
        raise _another(words, unit)
    return plain


def _another(words: str, unit: Unit) -> Exception:
    fix = "Give it in the unit of the figures, or check the unit."
    return slip("unit-differs", f"“{words}” is printed in another unit than “{unit.name}”.", fix)
