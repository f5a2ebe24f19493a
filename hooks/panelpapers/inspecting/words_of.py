"""The few words in which findings are told. Names come from a file that anybody may have made, so they are cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ..records.attached import Hidden, HiddenKind

_LONGEST: Final = 40
_MOST: Final = 3


def counted(number: int, thing: str) -> str:
    """Give a number with its thing: ``1 comment``, ``2 comments``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def found(kind: HiddenKind, number: int, thing: str, more: str = "", names: Iterable[str] = ()) -> Iterator[Hidden]:
    """Tell of a number of things of one kind, and of those who made them; of none where there are none."""
    if number:
        yield Hidden(kind, f"{counted(number, thing)}{more}{by(names)}")


def names_of(names: Iterable[str]) -> str:
    """Give names, each once and three at most: ``the names Ann Lee, Bo Ray``."""
    plain = _plain(names)
    return f"the name{'s' if len(plain) > 1 else ''} {_first(plain)}"


def by(names: Iterable[str]) -> str:
    """Say who made something, to be put after it: `` by Ann Lee``, or nothing where nobody is named."""
    plain = _plain(names)
    return f" by {_first(plain)}" if plain else ""


def _first(plain: list[str]) -> str:
    more = len(plain) - _MOST
    return ", ".join(plain[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _plain(names: Iterable[str]) -> list[str]:
    """Keep letters, digits and the marks of names, so that nothing in one can be taken for an order."""
    cut = (re.sub(r"[^\w .,'&()@-]+", " ", name[: 4 * _LONGEST]).strip()[:_LONGEST].strip() for name in names)
    return list(dict.fromkeys(name for name in cut if name))
