"""Who is meant by a name as people type it: with a title or honours, initials, without accents, surname first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Self

from .alphabets import plain_letter
from .people import Person

Words = tuple[str, ...]

TITLES: Final = frozenset((
    "ald", "alderman", "alderwoman", "baron", "baroness", "bishop", "canon", "captain", "cllr", "cllrs", "clr",
    "cmdr", "col", "colonel", "council", "councillor", "councillors", "councilman", "councilmember",
    "councilor", "councilwoman", "cr", "dame", "dean", "director", "doctor", "dr", "father", "hon", "honorable",
    "honourable", "justice", "lady", "lord", "madam", "major", "mayor", "member", "miss", "mr", "mrs", "ms", "mx",
    "prof", "professor", "rabbi", "rev", "reverend", "right", "rt", "sgt", "sheriff", "sir", "sister", "supervisor",
    "the", "trustee", "vice",
))  # fmt: skip
"""What stands before a name in English and is no part of it. Titles and roles of the records are added to it."""
_HONOURS: Final = frozenset((
    "am", "ba", "bem", "bsc", "cbe", "dbe", "dl", "dphil", "dso", "esq", "frs", "frsa", "gbe", "jp", "kbe", "kc",
    "kcb", "llb", "llm", "ma", "mba", "mbe", "mc", "mp", "msc", "obe", "phd", "qc", "vc",
))  # fmt: skip
"""The same of letters after a name."""
_GENERATION: Final = frozenset(("JR", "SR", "II", "III", "IV"))
"""What is in capitals after a name, is no honour and tells two people apart."""
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class PeopleByName:
    """The people of a publication by their names.

    Titles and honours are no part of a name, and decide nothing between two people who share it.
    """

    def __init__(self, names: Mapping[str, str], titles: Iterable[str] = (), honours: Iterable[str] = ()) -> None:
        """Take the names by id; ``titles`` and ``honours`` are those of the records, beside the usual ones."""
        self._titles = TITLES.union(*map(_words, titles))
        self._honours = _HONOURS.union(*map(_words, honours))
        self._names = {person_id: _Name(name) for person_id, name in names.items()}
        self._by_last: dict[str, list[str]] = {}
        for person_id, name in self._names.items():
            self._by_last.setdefault(name.surname[-1] if name.surname else "", []).append(person_id)

    @classmethod
    def of(cls, people: Mapping[str, Person]) -> Self:
        """Take the people of the records."""
        titles = (f"{person.title or ''} {person.role}" for person in people.values())
        honours = (person.honours or "" for person in people.values())
        return cls({person_id: person.name for person_id, person in people.items()}, titles, honours)

    def named(self, typed: str) -> tuple[str, ...]:
        """Give the ids of all whose name was typed: several, where people share it; none for what could be an id.

        A name in full goes before one with initials, without a middle name, or with the surname first and no comma.
        """
        if _ID.fullmatch(typed):
            return ()
        for words in filter(lambda words: len(words) > 1, self._readings(typed)):
            if whole := [person_id for person_id in self._ending(words) if self._names[person_id].words == words]:
                return tuple(whole)
            turned = [(*words[at:], *words[:at]) for at in range(len(words) if "," not in typed else 1)]
            fitting = (found for way in turned for found in self._ending(way) if self._names[found].may_be(way))
            if found := tuple(dict.fromkeys(fitting)):
                return found
        return ()

    def called(self, typed: str, *, titled: bool = False) -> tuple[str, ...]:
        """Give the ids of all whose name was typed, or else their surname.

        Where other words may stand, such as the name of a group, a surname needs a title: ``titled`` says that.
        """
        surnamed = () if _ID.fullmatch(typed) else self.surnamed(typed)
        bare = titled and any(self._names[person_id].surname == _words(typed) for person_id in surnamed)
        return self.named(typed) or (() if bare else surnamed)

    def surnamed(self, typed: str) -> tuple[str, ...]:
        """Give the ids of all whose surname alone was typed, perhaps with a title."""
        found = (
            person_id
            for words in self._readings(typed)
            for person_id in self._ending(words)
            if self._names[person_id].surname == words
        )
        return tuple(dict.fromkeys(found))

    def _ending(self, words: Words) -> Iterable[str]:
        return self._by_last.get(words[-1], ()) if words else ()

    def _readings(self, typed: str) -> Iterator[Words]:
        """Give the words of a name as typed, then with one title less, one honour less, one word in capitals less."""
        parts = [part.split() for part in typed.split(",") if part.strip()]
        while len(parts) > 1 and self._honours.issuperset(_words(" ".join(parts[-1]))):
            parts.pop()
        if len(parts) > 2:
            return  # several people, or words that are no name
        yield from _read(parts, typed)
        for shorten in (self._without_title, self._without_honour, _without_capitals):
            while (shorter := [shorten(part) for part in parts]) != parts:
                parts = shorter
                yield from _read(parts, typed)

    def _without_title(self, part: list[str]) -> list[str]:
        return part[1:] if part and self._titles.issuperset(_words(part[0])) else part

    def _without_honour(self, part: list[str]) -> list[str]:
        return part[:-1] if part and self._honours.issuperset(_words(part[-1])) else part


def _without_capitals(part: list[str]) -> list[str]:
    in_capitals = part and re.fullmatch("[A-Z]{2,}", part[-1]) and part[-1] not in _GENERATION
    return part[:-1] if in_capitals else part


def _read(parts: list[list[str]], typed: str) -> Iterator[Words]:
    """Give the words of a name whose surname may stand first, before a comma; and with its initials apart."""
    tokens = [token for part in reversed(parts) for token in part]
    yield _words(" ".join(tokens))
    if any(map(_are_initials, tokens)) and typed != typed.upper():
        yield _words(" ".join(" ".join(token) if _are_initials(token) else token for token in tokens))


def _are_initials(token: str) -> bool:
    return re.fullmatch("[A-Z]{2,3}", token) is not None


class _Name:
    """A name, taken apart: a surname with a hyphen is one with all its parts."""

    def __init__(self, name: str) -> None:
        parts = [_words(part) for part in name.split()]
        self.surname: Words = parts[-1] if parts else ()
        self.given: Words = tuple(word for part in parts[:-1] for word in part)
        self.words: Words = (*self.given, *self.surname)

    def may_be(self, words: Words) -> bool:
        """Whether words are this name with initials, or without a middle name: the first name and the surname stand.

        A first name in full is not taken for somebody of whom an initial alone is known.
        """
        given = words[: -len(self.surname)]
        if not given or words[len(given) :] != self.surname or not self.given:
            return False
        if not self.given[0].startswith(given[0]) or len(given[0]) not in (1, len(self.given[0])):
            return False
        known = iter(self.given[1:])
        return all(any(_alike(word, other) for other in known) for word in given[1:])


def _alike(word: str, other: str) -> bool:
    return word == other or (1 in (len(word), len(other)) and word[0] == other[0])


def _words(text: str) -> Words:
    """Give the words of a name in small letters, without accents, apostrophes and full stops."""
    plain = unicodedata.normalize("NFKD", "".join(map(plain_letter, text)).casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’ʼ`")
    return tuple(re.findall(r"[^\W_]+", plain.replace("ø", "o").replace("ł", "l").replace("đ", "d")))
