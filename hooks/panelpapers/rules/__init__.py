"""Checks across records: one rule, one function, and in ``ordered.py`` the one list of them, in order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..reading.codes import Code, read_codes


@cache
def rule_codes() -> tuple[Code, ...]:
    """Give the codes that rules tell, those about figures among them."""
    here = Path(__file__).parent
    return (*read_codes(here / "codes.txt"), *read_codes(here / "figures" / "codes.txt"))
