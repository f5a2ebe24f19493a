"""Checks across records: one rule, one function. No list names them, so none can be forgotten (``checking.py``).

A rule is a public function of a module of this room. It takes a ``dossier``, so that what follows from the records is
worked out once, and gives each problem that it finds. Where it asks for a day, it takes ``today`` too.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..reading.codes import Code, read_codes


@cache
def rule_codes() -> tuple[Code, ...]:
    """Give the codes that rules tell, those about figures among them."""
    here = Path(__file__).parent
    return (*read_codes(here / "codes.txt"), *read_codes(here / "figures" / "codes.txt"))
