"""Who is known: the people of `people.yml`, and those that the pack names for the first time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain, count
from typing import Final

from ..records.person_names import PeopleByName
from .words import words

TITLES: Final = re.compile(rf"(?:{words('titles').pattern}\.?\s+)++", re.IGNORECASE)
_SLIP: Final = 0.86
"""How like two names must be that may be one."""


@dataclass
class Roll:
    """People by id, with their names without titles. `new` are those that no record had before, in order."""

    names: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)

    def add(self, name: str, wanted: str) -> str:
        """Give the id of somebody who was not known before, as near as can be to the one that is wanted."""
        ways = chain((wanted,), (f"{wanted}-{number}" for number in count(2)))
        person = next(way for way in ways if way not in self.names)
        self.names[person] = name
        self.new.append(person)
        return person

    def find_whole(self, name: str) -> str | None:
        """Give the id of somebody by the name in full, but for titles; None where nobody, or several, have it."""
        exact = [known for known, full in self.names.items() if bare(full) == bare(name)]
        return exact[0] if len(exact) == 1 else None

    def likely(self, name: str) -> list[str]:
        """Give the ids of those who may be meant by a name that is none of theirs: a person decides."""
        wanted = bare(name)
        return [known for known, full in self.names.items() if bare(full) != wanted and _alike(bare(full), wanted)]

    def find(self, name: str) -> str | None:
        """Give the id of somebody by the full name or by the surname alone; None where nobody, or several, fit.

        Titles before the name count for nothing: "Cllr O'Dowd" finds Lewis O'Dowd.
        """
        found = PeopleByName(self.names).called(titles_and_name(name)[1])
        return found[0] if len(found) == 1 else None


def bare(name: str) -> str:
    """Give a name in small letters, without titles and with one kind of apostrophe."""
    return TITLES.sub("", " ".join(name.replace("’", "'").split())).casefold()


def _alike(full: str, wanted: str) -> bool:
    """Whether two names may be one: a surname with an initial, or a slip of the pen."""
    mine, other = full.split(), wanted.split()
    if mine[-1:] == other[-1:]:
        return mine[0][:1] == other[0][:1]
    return SequenceMatcher(None, full, wanted).ratio() > _SLIP


def titles_and_name(name: str) -> tuple[str, str]:
    """Give the titles before a name, and the name without them: Cllr, and Lewis O'Dowd."""
    words = " ".join(name.split())
    found = TITLES.match(words)
    return (found[0].strip(), words[found.end() :]) if found else ("", words)
