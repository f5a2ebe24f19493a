"""In which language a text is, and a text that knows it: the software itself writes English and no other.

A tag names a language as BCP 47 does (https://www.rfc-editor.org/info/bcp47): ``cy``, ``en-GB``, ``sr-Latn``. Which
tags there are, and how languages are named in English, Babel knows from Unicode's CLDR.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from string import ascii_lowercase
from typing import Final, NamedTuple

ENGLISH: Final = "en-GB"
"""The language of whatever the software says, and of a publication that names none."""

_OPEN, _TEXT, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
"""Signs that Unicode keeps for use within programs: nobody types them, and no page holds them."""
_MARKS: Final = re.compile(f"{_OPEN}[^{_OPEN}{_TEXT}]*{_TEXT}|{_CLOSE}")
MARKED: Final = re.compile(f"{_OPEN}([^{_OPEN}{_TEXT}]*){_TEXT}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
"""A text between marks: the tag of its language, and the text."""
_TAG: Final = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_WITH_AN: Final = re.compile(
    r"(?!U[A-Z]{1,3}\b|(?i:eu|one(?!r)|once|unanim|uni(?!n|m)|us[aeiu]|ut[io]))(?i:[aeiou]|hon(?!ey)|hour|heir)"
    r"|[FHLMNRSX][A-Z]{1,3}\b"
)
"""How English words begin that take "an": by their sound, a union, an hour, a UK law, an MP."""

_MORE: Final = {
    "br": "ch c'h",
    "cs": "č h:ch ř š ž",
    "cy": "ch dd ff g:ng ll ph rh th",
    "da": "z:æ z:ø z:å",
    "es": "ñ",
    "fi": "z:å z:ä z:ö",
    "hr": "č ć dž d:đ lj nj š ž",
    "hu": "cs dz dzs gy ly ny ö sz ty ü",
    "is": "á d:ð é í ó ú ý z:þ z:æ z:ö",
    "lt": "č š ž",
    "lv": "č ģ ķ ļ ņ š ž",
    "pl": "ą ć ę l:ł ń ó ś ź ż",
    "ro": "ă â î ș ț",
    "sk": "ä č h:ch ô š ž",
    "tr": "ç ğ h:ı ö ş ü",
}
"""Letters that languages have besides those of English, as Unicode's CLDR has them.

Each comes after the bare letter that it begins with or is a form of, or after the one before the colon. Where letters
are only marked, as in German and French, they stand beside the bare ones and need no place of their own.
"""
_SAME_ORDER: Final = {"nb": "da", "nn": "da", "no": "da", "sv": "fi", "bs": "hr", "sl": "hr", "sr": "hr"}


def primary(tag: str) -> str:
    """Give the language that a tag names, without its script and its country: ``de`` of ``de-CH``."""
    return tag.partition("-")[0]


def is_english(tag: str) -> bool:
    """Whether the sentences of the software are in this language. A text that says none is in English too."""
    return primary(tag or ENGLISH) == "en"


def of_software(tag: str) -> str:
    """Give the language of pages: that of the publication where it is a kind of English, else British English."""
    return tag if is_english(tag) else ENGLISH


@cache
def _known(what: str) -> Mapping[str, str]:
    """Give the ``languages``, ``scripts`` or ``territories`` that CLDR knows, with their English names."""
    from babel import Locale  # here, because most publications are in English, and it takes time to load

    names: Mapping[str, str] = getattr(Locale("en"), what)
    return names


@cache
def _has_locale(tag: str) -> bool:
    """Whether CLDR has a file of what is usual where this is spoken."""
    from babel.localedata import exists  # here, because it takes time to load

    return exists(tag.replace("-", "_"))


def as_tag(typed: str) -> str | None:
    """Give a tag in its usual letters, ``de-AT`` for ``DE-at``, or ``None`` where it names no language there is."""
    if not (found := _TAG.fullmatch(typed)):
        return None
    language, script, country = found[1].lower(), (found[2] or "").title(), (found[3] or "").upper()
    tag = "-".join(filter(None, (language, script, country)))
    if is_english(tag) and _has_locale(tag):
        return tag  # without the names of all languages, which take time to load
    known = language in _known("languages") and language not in ("und", "mul", "zxx", "mis")
    known = known and (not script or script in _known("scripts"))
    known = known and (not country or country in _known("territories"))
    return tag if known else None


def tag_of(name: str) -> str | None:
    """Give the tag of a language that is named in English: ``cy`` for Welsh."""
    by_name = {said.casefold(): tag.replace("_", "-") for tag, said in _known("languages").items()}
    return by_name.get(name.casefold())


def language_name(tag: str) -> str:
    """Name the language of a tag in English: ``Welsh``."""
    return _known("languages").get(primary(tag), tag)


@cache
def direction_of(tag: str) -> str:
    """Give in which direction a language is written: ``ltr`` or ``rtl``."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").text_direction
    except UnknownLocaleError:
        return "ltr"


@cache
def alphabet_of(tag: str) -> str:
    """Give the alphabet of a language as Unicode's names of letters begin with it: ``LATIN``, ``CYRILLIC``."""
    if is_english(tag):
        return "LATIN"
    from babel.core import get_global

    script = (tag.split("-")[1:2] or [""])[0]
    likely = get_global("likely_subtags").get(primary(tag), "")
    script = script if len(script) == len("Latn") else likely.split("_")[1] if likely else ""
    return _known("scripts").get(script, "Latin").upper()


@cache
def _order(language: str) -> Mapping[str, int]:
    """Give the letters of a language in their order, each with a number."""
    after = defaultdict[str, list[str]](list)
    for more in _MORE.get(_SAME_ORDER.get(language, language), "").split():
        place, _, letter = more.rpartition(":")
        after[place or unicodedata.normalize("NFKD", letter)[0]].append(letter)
    letters = (letter for bare in ascii_lowercase for letter in (bare, *after[bare]))
    return {letter: ord("a") + at for at, letter in enumerate(letters)}


def sort_key(text: str, tag: str = ENGLISH) -> tuple[int, ...]:
    """Give what a text is sorted by in the alphabet of a language: ``ll`` is one letter in Welsh.

    A letter that this alphabet does not have is sorted as the bare letter that it is a form of.
    """
    order = _order(primary(tag))
    return tuple(order[letter] if letter in order else ord(letter) for letter in _letters(text, order))


def first_letter(text: str, tag: str = ENGLISH) -> str:
    """Give the letter of a language's alphabet that a text begins with, as a capital: ``Ll`` in Welsh."""
    return next(_letters(text, _order(primary(tag))), "").capitalize()


def _letters(text: str, order: Mapping[str, int]) -> Iterator[str]:
    """Give the letters of a text, each as the alphabet has it, and what is no letter as it is."""
    rest = unicodedata.normalize("NFC", text.casefold())
    while rest:
        letter = next((rest[:size] for size in (3, 2, 1) if rest[:size] in order), rest[0])
        yield letter if letter in order else unicodedata.normalize("NFKD", letter)[0]
        rest = rest[len(letter) :]


class Piece(NamedTuple):
    """A stretch of a text, and the language that it is marked with: nothing for English."""

    language: str
    text: str


class Worded(str):
    """A text that is not in English alone: ``versions`` has it in each of its languages.

    Its letters are those of the English version, else of the first. Within a sentence of the software, one in another
    language stands between marks. On a page, all versions stand side by side.
    """

    __slots__ = ("versions",)
    versions: Mapping[str, str]

    def __new__(cls, versions: Mapping[str, str]) -> Worded:
        """Make it of one version or of several, each by the tag of its language."""
        made = super().__new__(cls, preferred(versions)[1])
        made.versions = versions
        return made

    @property
    def foreign(self) -> str:
        """The tag of its language where none of its versions is in English; else nothing."""
        tag = preferred(self.versions)[0]
        return "" if is_english(tag) else tag

    def each(self, change: Callable[[str], str]) -> Worded:
        """Give it with every version changed."""
        return Worded({tag: change(text) for tag, text in self.versions.items()})

    def __str__(self) -> str:
        """Give what stands in a sentence: the English version, or another one between marks."""
        return marked(super().__str__(), self.foreign)

    def __html__(self) -> str:
        """Give what stands on a page: every version between its marks."""
        return in_all_versions(self.each(escape))


def preferred(versions: Mapping[str, str]) -> tuple[str, str]:
    """Give the version that the software uses in its own sentences, with its tag: the English one, else the first."""
    return next(((tag, text) for tag, text in versions.items() if is_english(tag)), next(iter(versions.items())))


def marked(text: str, tag: str) -> str:
    """Put a text between the marks of its language, unless that is English."""
    return text if is_english(tag) else f"{_OPEN}{tag}{_TEXT}{text}{_CLOSE}"


def with_capital(text: str) -> str:
    """Give a text with a capital first letter, which may stand behind the mark of a language."""
    at = text.index(_TEXT) + 1 if text.startswith(_OPEN) else 0
    return f"{text[:at]}{text[at : at + 1].upper()}{text[at + 1 :]}"


def with_article(text: str) -> str:
    """Give a text in English behind ``a`` or ``an``: ``an independent member``, ``a union representative``."""
    plain = unicodedata.normalize("NFKD", unmarked(text))
    return f"{'an' if _WITH_AN.match(plain) else 'a'} {text}"


def unmarked(text: str) -> str:
    """Give a text without the marks of languages in it: most have none."""
    text = str(text)
    return _MARKS.sub("", text) if _OPEN in text or _CLOSE in text else text


def each_version(text: str, change: Callable[[str], str]) -> str:
    """Change a text, in each of its languages."""
    return text.each(change) if isinstance(text, Worded) else change(text)


def in_all_versions(text: str) -> str:
    """Give a text in each of its languages, side by side, each between its marks. One word of both stands once."""
    if not isinstance(text, Worded):
        return text
    tags: dict[str, str] = {}
    for tag, version in text.versions.items():
        tags[version] = tag if is_english(tag) else tags.get(version, tag)
    return " / ".join(marked(version, tag) for version, tag in tags.items())


def versions_of(text: str) -> Sequence[str]:
    """Give a text in each of its languages."""
    return tuple(text.versions.values()) if isinstance(text, Worded) else (text,)


def pieces(text: str) -> Iterator[Piece]:
    """Give the stretches of a text, marked or not, in their order."""
    if isinstance(text, Worded):
        text = f"{text}"
    end = 0
    for found in MARKED.finditer(text):
        yield Piece("", text[end : found.start()])
        yield Piece(found[1], found[2])
        end = found.end()
    yield Piece("", text[end:])


def language_of(text: str) -> str:
    """Give the one language in which all letters of a text are, or nothing where that is English or several."""
    tags = {piece.language for piece in pieces(text) if _LETTER.search(piece.text)}
    return tags.pop() if len(tags) == 1 else ""


def foreign(text: str) -> bool:
    """Whether a text, or a part of it, has no version in English: no attribute and no sentence can hold it."""
    return any(piece.language for piece in pieces(text))


def with_names_marked(text: str, names: Mapping[str, str]) -> str:
    """Put marks around each of some names, given with their languages, wherever a sentence of the software has it."""
    if not names:
        return text
    tags = {name.casefold(): tag for name, tag in names.items()}
    longest_first = sorted(names, key=len, reverse=True)
    name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return name.sub(lambda found: marked(found[0], tags.get(found[0].casefold(), "")), text)
