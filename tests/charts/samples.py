"""The sample indicators of ``tests/cases/charts``, one file each: every kind of chart and every hard case."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from panelpapers.records.indicator import Indicator

FOLDER: Final = Path(__file__).parent.parent / "cases" / "charts"


def sample(name: str) -> Indicator:
    """Read one sample by the name of its file, without the ending."""
    typed = YAML(typ="base").load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return Indicator.model_validate(typed)


def names() -> list[str]:
    """List the names of all samples, in order of the alphabet."""
    return sorted(path.stem for path in FOLDER.glob("*.yml"))


def samples() -> dict[str, Indicator]:
    """Read all samples by name: the contact sheet draws each of them in both widths."""
    return {name: sample(name) for name in names()}
