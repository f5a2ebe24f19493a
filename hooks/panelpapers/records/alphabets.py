"""Letters of another alphabet that look like ours: read aloud, searched for and linked, they are not the same.

The pairs are those of Unicode's list of confusable characters (https://www.unicode.org/Public/security/) that look
the same in common fonts. Greek letters of science, as in μg, look like none of ours and may stand beside them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from .language import ENGLISH, alphabet_of

_PAIRS: Final = (
    ("АВЕЅІЈКМНОРСТУХԚԜаесһіјкӏоԛрѕԝху", "ABESIJKMHOPCTYXQWaechijkloqpswxy"),  # Cyrillic
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορ", "ABEZHIKMNOPTYXikvop"),  # Greek
    ("ՕՏհոսօ", "OShnuo"),  # Armenian
    ("ᎪᎡᎢᎫᎬᎳᎷᎻᏀᏃᏒᏔᏙᏚᏞᏟᏢᏦᏴ", "ARTJEWMHGZRWVSLCPKB"),  # Cherokee
    ("ɑɡ", "ag"),  # the alphabet of phonetics
)
_PLAIN: Final = {ord(odd): plain for odds, plains in _PAIRS for odd, plain in zip(odds, plains, strict=True)}
_WORD: Final = re.compile(r"[^\W\d_]+")
_APART: Final = frozenset(("CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC"))
"""Alphabets with capitals and small letters, like ours, of which no letter belongs into a word in ours."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A word with a letter that seems to be another. ``plain`` is the word in our letters, as far as is known."""

    word: str
    plain: str
    start: int
    letter: str
    alphabet: str

    @property
    def fact(self) -> str:
        """What is wrong, in a sentence."""
        return f'The letter "{self.letter}" in "{self.word}" is {self.alphabet}, and not the one that it looks like.'


def look_alikes(text: str, language: str = ENGLISH) -> Iterator[LookAlike]:
    """Give each word of a text in which letters of two alphabets are mixed, or all seem to be those of another.

    A word in another alphabet is left alone where its language is written so, or where the text has more of it than
    letters that look like ours.
    """
    if text.isascii() or not any(map(_is_strange, set(text))):
        return
    words = list(_WORD.finditer(text))
    at_home = {_alphabet(sign) for found in words for sign in found[0] if sign.translate(_PLAIN) == sign}
    at_home.add(alphabet_of(language))
    for found in words:
        word = found[0]
        plain = "".join(map(plain_letter, word))
        letter = next((sign for sign in word if plain_letter(sign) != sign), None)
        strange = next((sign for sign in word if _alphabet(sign) in _APART), None)
        mixed = any(_alphabet(sign) == "LATIN" for sign in word)
        seems = letter is not None and (mixed or _is_form(letter) or _seems(word, letter, at_home))
        odd = letter if seems else strange if mixed else None
        if odd is not None:
            yield LookAlike(word, plain, found.start(), odd, _name(odd))


@cache
def _is_strange(sign: str) -> bool:
    """Whether a sign can make a word one that is given: a text without such signs needs no further look."""
    return not sign.isascii() and (plain_letter(sign) != sign or _alphabet(sign) in _APART)


def plain_letter(letter: str) -> str:
    """Give the letter of our alphabet that another one looks like, or that it is a form of; others come back."""
    return _PLAIN.get(ord(letter)) or (unicodedata.normalize("NFKC", letter) if _is_form(letter) else letter)


def _is_form(letter: str) -> bool:
    """Whether a letter is one of ours in a fixed form: bold or wide letters, ligatures. A litre may be written so."""
    if letter.isascii() or letter == "\N{SCRIPT SMALL L}" or unicodedata.category(letter) not in ("Lu", "Ll"):
        return False
    folded = unicodedata.normalize("NFKC", letter)
    return folded.isascii() and folded.isalpha()


def _seems(word: str, letter: str, at_home: set[str]) -> bool:
    """Whether a word in another alphabet is one by its looks only. A Greek letter alone is a sign of science."""
    return _alphabet(letter) not in at_home and (len(word) > 1 or _alphabet(letter) != "GREEK")


def _alphabet(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").split(" ")[0]


def _name(letter: str) -> str:
    name = _alphabet(letter).capitalize()
    return f"a special form (U+{ord(letter):04X})" if _is_form(letter) else f"{name} (U+{ord(letter):04X})"
