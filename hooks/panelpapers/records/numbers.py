"""Entries of agendas and minutes, numbered as their documents number them: in any form, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, Self, TypeVar

from pydantic import model_validator

from .base import Record, work_out
from .kinds import Line, YesNo
from .language import in_all_versions
from .marks import Open, OwnId, Plain
from .names import Printed, below, key_of, made_id


class Numbered(Record):
    """An entry of an agenda or of minutes: it has a number, an id or both, and may hold others of its kind."""

    kind: ClassVar[str]
    """What it is called: item, minute."""
    holds: ClassVar[str]
    """Name of the field with the entries that it holds."""

    number: Printed | None = None
    """Its number as it is printed: 8, 8 a), 23/22, CC-1. Left out, where none is printed."""
    id: OwnId | None = None
    """Short id, which becomes the end of the address. Left out, that is made of the number, or of the title."""
    title: Open[Plain[Line]]
    """What it is about, in a few words."""
    begin_again: YesNo | None = None
    """Whether the numbers of what it holds begin again here, so that they need its own before them.

    Left out, they do so below a number, and where they are letters alone. A number of several parts with a figure
    in it, such as 17/26 or CC-1, is one of its own.
    """

    _known_by: ClassVar[tuple[str, str, str]] = ("", "", "")
    """Its key, the key of its number and its label, as ``place_in`` works them out for each entry."""

    @model_validator(mode="after")
    def _set_in_place(self) -> Self:
        self.place_in(None)
        return self

    def place_in(self, above: Numbered | None) -> None:
        """Work out the key and the label of this entry within another one, and of all that it holds."""
        own, label = key_of(self.number or ""), (self.number or "").removesuffix(".")
        number_key = own
        if above and self.number:
            number_key = below(above.key, own) if above.lends_its_key_to(own) else own
            if number_key != own or above.number == self.number:
                label = f"{above.label or above.title} {label}"
        key = key_of(self.id or "") or number_key or made_id(self.title)
        work_out(self, _known_by=(key, number_key, label))
        for entry in self.within:
            entry.place_in(self)

    def lends_its_key_to(self, own: str) -> bool:
        """Whether a number in it is one only with its own before it."""
        if self.begin_again is None:
            figure = re.search(r"\d", own)
            stands_alone = figure and "-" in own and own != self.key
            return not stands_alone and (self.number is not None or not figure)
        return self.begin_again

    @property
    def within(self) -> Sequence[Self]:
        """The entries that it holds."""
        entries: Sequence[Self] = getattr(self, self.holds)
        return entries

    @property
    def key(self) -> str:
        """What it is known by in addresses and to whatever points to it: the key of its id, else of its number."""
        return self._known_by[0]

    @property
    def number_key(self) -> str:
        """The key of its number alone, which may point to it as well; empty where none is printed."""
        return self._known_by[1]

    @property
    def label(self) -> str:
        """Its number as people say it, with that of the entry which holds it, where it needs that; or nothing."""
        return self._known_by[2]

    @property
    def spaced(self) -> str:
        """The label after a space, to stand behind a word; or nothing."""
        return f" {self.label}" if self.label else ""

    @property
    def name(self) -> str:
        """What it is called in a sentence: ``item 8``, or by its title, where no number is printed."""
        return f"{self.kind}{self.spaced or f' “{self.title}”'}"

    @property
    def opening(self) -> str:
        """The same at the beginning of a sentence."""
        return f"{self.name[0].upper()}{self.name[1:]}"

    @property
    def heading(self) -> str:
        """Its number and title, in each language: ``Item 8: Fraud``, or the title alone."""
        title = in_all_versions(self.title)
        return f"{self.kind.capitalize()} {self.label}: {title}" if self.label else title


AnyNumbered = TypeVar("AnyNumbered", bound=Numbered)


def every(entries: Sequence[AnyNumbered]) -> tuple[AnyNumbered, ...]:
    """Give all of some entries in their order, each before all that it holds. Few lists have any within another."""
    flat = not any(getattr(entry, entry.holds) for entry in entries)
    return tuple(entries if flat else with_all_within(entries))


def with_all_within(
    entries: Iterable[AnyNumbered], but: Callable[[AnyNumbered], object] = lambda _: False
) -> Iterator[AnyNumbered]:
    """Give entries in their order, each before all that it holds, without those for which ``but`` says so."""
    for entry in entries:
        if not but(entry):
            yield entry
            if within := entry.within:
                yield from with_all_within(within, but)
