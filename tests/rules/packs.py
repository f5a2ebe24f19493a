"""A small sound pack to try rules on, ``tests/cases/rules/pack``, with some of its files in other words."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final
from unittest.mock import patch

from panelpapers.checking import Rule, rules_of
from panelpapers.facts.dossier import Dossier
from panelpapers.publication import check_folder
from panelpapers.reading.folder import read_file
from panelpapers.records.base import AnyRecord
from panelpapers.records.problem import Problem
from panelpapers.records.publication import Records

CASES = Path(__file__).parent.parent / "cases" / "rules"
PACK: Final = CASES / "pack"
DAY = date(2025, 12, 23)
"""The day on which the pack is checked: after its minutes, and before its other meetings."""


def found_by(rules: Iterable[Rule | ModuleType] | Rule | ModuleType, records: Records) -> list[Problem]:
    """Give what one rule, those of a module, or several of both find in some records."""
    dossier = Dossier(records)
    several: Iterable[Rule | ModuleType] = [rules] if callable(rules) or isinstance(rules, ModuleType) else rules
    each = (rules_of(some, "dossier") if isinstance(some, ModuleType) else (some,) for some in several)
    return [problem for some in each for rule in some for problem in rule(dossier)]


def problems_with(files: Mapping[str, str | bytes], folder: Path, today: date = DAY) -> tuple[Problem, ...]:
    """Give the problems of the pack in which ``files`` (name below the data folder -> text) take another text."""
    data = folder / "data"
    shutil.copytree(PACK, data)

    def read(path: Path, form: type[AnyRecord], _: object = None) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
        name = path.relative_to(data).as_posix()
        return read_file(path, form) if name in files or not (PACK / name).exists() else _unchanged(name, form)

    for name, text in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    if "renamed.yml" in files:
        before = (CASES / "published-before.txt").read_text(encoding="utf-8").splitlines()
        named = [address for address in before if f"was: {address}\n" in f"{files['renamed.yml']!s}\n"]
        (data / "published-addresses.txt").write_text("\n".join(named), encoding="utf-8")
    with patch("panelpapers.reading.folder.read_file", read):
        if any(name.startswith("indicators/") for name in files):
            return check_folder(data, today).problems
        with patch("panelpapers.publication.unproven", return_value=()):  # its own figures are proven elsewhere
            return check_folder(data, today).problems


@cache
def _unchanged(name: str, form: type[AnyRecord]) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read a file of the pack that a case leaves as it is: once for all cases, where it stands."""
    return read_file(PACK / name, form)
