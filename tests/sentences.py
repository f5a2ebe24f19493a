"""Sentences about small figures, typed by hand: one file of ``tests/cases/sentences`` for each module of messages.

A case names a pattern, gives figures as short as can be, and says the sentence that must stand in a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from ruamel.yaml import YAML

import panelpapers.words.messages
from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.words.catalogue import PATTERNS, SENTENCES
from panelpapers.words.figure import FigureWords, figure_words
from panelpapers.words.pattern import Pattern, Reader
from panelpapers.words.proof.claim import Cut
from panelpapers.words.proof.evidence import Table
from panelpapers.words.proof.reading import readers

FOLDER = Path(__file__).parent / "cases" / "sentences"
MESSAGES = Path(str(panelpapers.words.messages.__file__)).parent
Typed = dict[str, Any]
_BASE: Typed = {
    "title": "The record",
    "measure": "repeat rate",
    "place": "Ourtown",
    "unit": "%",
    "definition": "What is counted.",
    "source": {"title": "A report"},
}


@dataclass(frozen=True)
class Case:
    """A pattern, figures, and the sentence that is said of them, as it stands inside a text."""

    name: str
    pattern: Pattern
    indicator: Indicator
    says: str
    where: str
    cut: Cut | None
    typed: Typed = field(repr=False)

    @cached_property
    def words(self) -> FigureWords:
        """All words of the figure."""
        return figure_words(self.indicator, figure_facts(self.indicator), self.cut)

    @cached_property
    def readers(self) -> Mapping[str, Reader]:
        """What reads the slots of the pattern."""
        return readers(Table(self.indicator))

    @property
    def sentence(self) -> str:
        """The sentence as it stands alone in its text."""
        stop = "" if self.where in ("title", "subtitle", "number") else "."
        return f"{self.says[0].upper()}{self.says[1:]}{stop}"


def named_patterns() -> dict[str, Pattern]:
    """Give every pattern by its module and its name there: ``target.MET``; short texts have ``short.TITLES[own]``."""
    modules = [path.stem for path in sorted(MESSAGES.glob("[a-z]*.py"))]
    found: dict[str, Pattern] = {}
    for name in modules:
        found |= _named(name, import_module(f"panelpapers.words.messages.{name}"))
    for name in ("summary", "headline", "number"):
        found |= _named("short", import_module(f"panelpapers.words.{name}"))
    catalogued = [*SENTENCES, *(pattern for patterns in PATTERNS.values() for pattern in patterns)]
    return {name: pattern for name, pattern in found.items() if any(pattern is other for other in catalogued)}


def _named(module: str, of: ModuleType) -> dict[str, Pattern]:
    found: dict[str, Pattern] = {}
    own = getattr(of, "PATTERNS", ())
    for name, value in vars(of).items():
        if name in ("PATTERNS", "SUMMARY", "TITLE"):
            continue
        if isinstance(value, Pattern) and (module == "short" or any(value is other for other in own)):
            found[f"{module}.{name}"] = value
        elif isinstance(value, dict):
            found |= {f"{module}.{name}[{key}]": one for key, one in value.items() if isinstance(one, Pattern)}
        elif isinstance(value, tuple):
            found |= {f"{module}.{name}[{key}]": one for key, one in enumerate(value) if isinstance(one, Pattern)}
    return found


@cache
def cases() -> tuple[Case, ...]:
    """Read every case."""
    return tuple(case for path in sorted(FOLDER.glob("*.yml")) for case in _read(path))


def _read(path: Path) -> Iterator[Case]:
    patterns = named_patterns()
    for number, typed in enumerate(YAML(typ="base").load(path.read_text("utf-8"))):
        name = f"{path.stem}.{typed['pattern']}"
        start, end = [*map(Decimal, typed.get("scale", ())), None, None][:2]
        cut = None if start is None else (start, end)
        where = typed.get("where", "description")
        indicator = Indicator.model_validate(in_full(typed))
        yield Case(f"{name}-{number}", patterns[name], indicator, str(typed["says"]), where, cut, typed)


def in_full(typed: Typed) -> Typed:
    """Write the record of a case as a file of an indicator has it."""
    own = ("pattern", "says", "where", "scale", "periods", "categories", "series", "groups")
    record = _BASE | {name: value for name, value in typed.items() if name not in own}
    for name, axis in (("periods", "period"), ("categories", "category")):
        if name in typed:
            record["points"] = [_point(axis, label, value) for label, value in typed[name].items()]
    for name, axis in (("series", "period"), ("groups", "category")):
        if name in typed:
            record["series"] = [_series(axis, who, row) for who, row in typed[name].items()]
    return record


def _series(axis: str, name: str, row: Typed) -> Typed:
    own: Typed = {field: row[field] for field in ("role", "part_of") if field in row}
    return {
        "name": name,
        "points": [_point(axis, label, value) for label, value in row.items() if label not in own],
        **own,
    }


def _point(axis: str, label: str, value: Any) -> Typed:
    return {axis: label, **(value if isinstance(value, dict) else {"value": value})}
