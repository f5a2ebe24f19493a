"""The number that a reader sees before a paragraph: one rule for all files.

A number is told from the first word of a sentence by its shape, and where the shape is not enough ("24 people came",
"A motion") by what follows: a tab or a wide gap, or a title in capitals.
"""

from __future__ import annotations

import re

from ..records.calendar import MONTHS

_LETTER = "[a-zA-Z]|aa|bb|cc|dd|ee|ff"
_DOTTED = r"\d{1,4}(?:\.\d{1,3}){1,5}[.)]?"  # 2.1, 2.1., 10.3.4)
_CLOSED = rf"\(?(?:\d{{1,4}}[a-z]?|{_LETTER}|[ivxl]{{1,7}}|[IVXL]{{1,7}})\)"  # (a), b), 12), iv)
_STOPPED = r"(?:\d{1,4}[a-zA-Z]?|[a-zA-Z]|[ivxl]{1,7}|[IVXL]{1,7})\."  # 7., 7A., B., iv.
_FURTHER = rf" ?\((?:\d{{1,2}}|{_LETTER}|[ivx]{{1,5}})\)| (?:{_LETTER}|[ivx]{{1,5}})\)"  # the rest of 8 a), 2.1(a)
_LETTERED = r"[A-Z]{1,3}-?\d{1,3}[a-z]?[.)]?|[A-Z]{1,3}-\d{1,3}(?:\.\d{1,3})*"  # A-1, CS-2, A1
_SLASHED = r"[A-Z]{0,4}\d{1,4}/\d{1,4}(?:[/.-]\d{1,4})*"  # 31/25, C12/25.3
_BARE = r"\d{1,4}[a-zA-Z]?|[A-Z]|\d{1,4}[ivx]{1,5}"  # 901, 7a, B: only when set apart
_CLOSE = re.compile(
    r"((?:\d{1,3}\.){1,4}|\d{1,3}(?:\.\d{1,3})+|\d{1,3}\)|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)"
    r"|\d{1,4}/\d{2,4})(?=[A-Z][A-Za-z])"
)  # 2.Apologies, 112.1The, 41/25FINANCE
_MONTH = "|".join(MONTHS)
_NONE = re.compile(
    rf"\d{{1,4}}\.00\s|\d{{1,2}}/\d{{1,2}}/(?:\d\d)?\d\d\s|\d{{1,2}}\s+(?:{_MONTH})\b|(?:19|20)\d\d\s(?!.*[a-z]{{3}})",
    re.IGNORECASE,
)
"""No number, though it looks like one: 14.00, 12/05/2024, 12 July, and a year above figures."""
_BULLETS = "•◦▪▫●○■□‣⁃∙·–—-*➢➔❖✓\uf0b7\uf0a7\uf0d8\uf0a8\uf02d\uf06f\uf0fc"
_SHAPED = re.compile(
    rf"(?P<number>(?:{_DOTTED}|{_CLOSED}|{_STOPPED}|\d{{1,4}})(?:{_FURTHER}){{1,2}}|{_DOTTED}|{_CLOSED}|{_STOPPED}|{_SLASHED}\.)"
    r"(?P<gap>\s+)(?=\S)"
)
_APART = re.compile(
    rf"(?P<number>{_DOTTED}|{_LETTERED}|{_SLASHED}|{_BARE})[.)]?(?P<gap>\s+)(?P<rest>\S.*)", re.DOTALL
)
_BULLET = re.compile(rf"[{re.escape(_BULLETS)}o§](?P<gap>\s+)(?=\S)|[•●▪■\uf0b7\uf0a7](?=\S)")
_SENTENCE = re.compile(r"[A-Z]\.\s+[A-Z][a-z]+\b|[a-zA-Z]\.\s*[a-zA-Z]\.")  # a name's initial, "p.m."


def split_number(text: str) -> tuple[str, str]:
    """Part the number that stands before a text from the text; the number is empty where there is none.

    A tab, or two blanks or more, says that the file sets the first word apart from the rest.
    """
    text = text.strip()
    if _NONE.match(text):
        return "", text
    if (shaped := _SHAPED.match(text)) and _stands_alone(shaped["number"], shaped["gap"], text):
        return shaped["number"], text[shaped.end() :].strip()
    if close := _CLOSE.match(text):
        return close[1], text[close.end() :]
    apart = _APART.match(text)
    if apart and (
        (_is_wide(apart["gap"]) and re.search(r"[^\W\d_]", apart["rest"]))
        or _opens_title(apart["number"], apart["rest"])
    ):
        number = text[: apart.start("gap")]
        return number, apart["rest"].strip()
    return "", text


def split_bullet(text: str) -> tuple[bool, str]:
    """Take the sign of a list from before a text, and say whether there was one.

    A sign that is used within a text too ("o", "-", "*") counts only with a wide gap after it.
    """
    found = _BULLET.match(text)
    if not found or not (text[0] not in "o§·–—-*" or _is_wide(found["gap"] or "")):
        return False, text
    return True, text[found.end() :].strip()


def _is_wide(gap: str) -> bool:
    return "\t" in gap or len(gap) > 1


def _stands_alone(number: str, gap: str, text: str) -> bool:
    """Whether a number of this shape is one: no initial ("J. Smith"), hour ("10.30 am") or sum ("3.5 million")."""
    if _is_wide(gap):
        return True
    if _SENTENCE.match(text) and number[:-1].isupper() and not text[len(number) :].strip()[:2].isupper():
        return False
    if re.fullmatch(r"\d+\.\d+", number):
        return text[len(number) :].strip()[:1].isupper()
    return True


def _opens_title(number: str, rest: str) -> bool:
    """Whether a bare number stands before a title in capitals, as in "901 APOLOGIES" or "A-1 MINUTES"."""
    words = re.findall(r"[^\W\d_]{2,}", rest[:60])[:3]
    return len(number) > 1 and bool(words) and all(word.isupper() for word in words)
