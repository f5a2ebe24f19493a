"""Packs of invented bodies, imported once for all tests."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from panelpapers import read
from panelpapers.importing.packing import Imported, import_pack, read_file

CASES = Path(__file__).parents[1] / "cases"
PACKS = CASES / "importing" / "packs"
NAMES = tuple(sorted(path.name for path in PACKS.iterdir() if path.is_dir()))


@cache
def truth(name: str) -> dict[str, Any]:
    """Give what a pack holds."""
    told: dict[str, Any] = json.loads((PACKS / name / "truth.json").read_text(encoding="utf-8"))
    return told


@cache
def imported(name: str, kind: str) -> Imported:
    """Import a pack from its Word or PDF file, into a publication that knows nobody of it."""
    source = read_file(PACKS / name / f"{name}.{kind}")
    return import_pack([source], truth(name)["meeting_date"], read(CASES / "second-panel").records)
