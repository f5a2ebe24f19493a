"""A pack as rules see it: the documents that it is made of, the meeting that it is for, and who is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .account import Account
from .drafts import Draft
from .parts import Part, Source
from .roll import Roll

StretchKind = Literal["agenda", "minutes", "tracker", "paper"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A document within a pack: everything from its title to the next one.

    The first of a pack is its agenda, with the front sheet and notices before it. What is withheld as exempt is in no
    stretch. `item` is the number of the agenda item that a paper or tracker serves, as printed, where that is known.
    """

    kind: StretchKind
    parts: tuple[Part, ...]
    item: str = ""

    @property
    def title(self) -> Part | None:
        """Its first part that holds words."""
        return next((leaf for part in self.parts for leaf in part.leaves()), None)


@dataclass(frozen=True, slots=True)
class Pack:
    """What a rule may know beside its stretch.

    `meeting` is the id of the meeting whose pack it is: `2026-02-02`. `held` is that of the earlier meeting whose
    minutes are in it, where they tell their day. `minuted` are all such, `meetings` those and the ones that the
    publication has. `body` is the name of the body. `month_first` says how 3/5/24
    is read.
    """

    source: Source
    meeting: str
    people: Roll
    held: str = ""
    body: str = ""
    month_first: bool = False
    stretches: tuple[Stretch, ...] = ()
    minuted: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()

    def of_kind(self, kind: StretchKind) -> Iterator[Stretch]:
        """Give the stretches of a kind, in order."""
        return (stretch for stretch in self.stretches if stretch.kind == kind)

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return date.fromisoformat(self.meeting[:10])

    def file(self, name: str) -> str:
        """Give the path of a file of the meeting: `agenda.yml`, `papers/finance.yml`."""
        return f"meetings/{self.meeting}/{name}"

    def file_held(self, name: str) -> str:
        """Give the path of a file of the earlier meeting: `minutes.yml`."""
        return f"meetings/{self.held}/{name}"


Rule = Callable[[Stretch, Pack, Account], Iterable[Draft]]
"""A rule: what it is given, and what it gives. See `rules/__init__.py`."""
