"""How hard a text is to read: its sentences, how many words each has, and how many years of school it asks for.

Words are counted as word processors count them, so that an editor can count again. The reading grade is the
Automated Readability Index (E. A. Smith and R. J. Senter, AMRL-TR-66-220, 1967), which counts letters and not
syllables, because counters of syllables stumble over figures. Names and figures make no text harder or easier:
criterion 3.1.5 of the Web Content Accessibility Guidelines takes names and titles out too before it asks for a level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_LETTER: Final = re.compile(r"[^\W_]")
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\([^)\[]*\)")
_BETWEEN: Final = re.compile(r"(?<!\s)[^\S\n]*+\n\s*+|\|")
_MARK: Final = re.compile(r"(?:[-*+]|\d+[.)])\s+")
_END: Final = re.compile(r"""[.?!…]["'”’)\]*_`]*(?=\s+(?:["'“‘(\[*_]*[A-Z0-9£$€¥]|`))""")
_SHORT: Final = ("e.g", "i.e", "cf", "vs", "viz", "Mr", "Mrs", "Ms", "Dr", "Cllr", "Prof", "Rev", "Hon", "St")
_BEFORE_ANYTHING: Final = re.compile(rf"(?:^|[\s(\[])(?:{'|'.join(map(re.escape, _SHORT))})$")
_BEFORE_A_FIGURE: Final = re.compile(r"(?:^|[\s(\[])(?:[Nn]os?|[Pp]aras?|[Ss]ch|[Ff]igs?|pp?|ss?|ch|vol|c)$")
_NEARBY: Final = 40
"""Letters before and after a full stop by which it is told what the full stop belongs to."""
_INITIAL: Final = re.compile(
    r"(?:^|\b[a-z]+ |\b[A-Z]\. ?|\b(?:Councillor|Cllr|Mrs?|Ms|Dr|Sir|Dame|Lord|Lady)\.? )[A-Z]$"
)
_OPENS: Final = re.compile(r"(?:An?|At|But|For|He|If|In|It|She|That|The|These|They|This|We)\b")
"""A word that begins a sentence and is no surname: after "group A." it begins a new one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was typed, Markdown and line ends included."""

    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, without Markdown: what stands between white space and has a letter or a digit."""
        parts = _without_links(self.text).split()
        return tuple([part for part in parts if part.isalnum() or _LETTER.search(part)])

    def longer_than(self, words: int) -> bool:
        """Whether it has more words than so many. Most are told by their white space alone."""
        return len(self.text.split()) > words and len(self.words) > words


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences. An entry of a list, a cell of a table and a paragraph each end one.

    Those of the last texts are kept: those of a whole archive would take more room than all its records.
    """
    blocks = _blocks(text) if "\n" in text or "|" in text else (text,)
    found = (part for block in blocks for part in _split(block.strip()))
    return tuple([Sentence(part) for part in found if _LETTER.search(_without_links(part))])


def _blocks(text: str) -> Iterator[str]:
    """Divide a text at empty lines, before entries of a list, and at the cells and rows of a table."""
    start = 0
    for between in _BETWEEN.finditer(text):
        lines, end = between[0].count("\n"), between.end()
        beside = text[between.start() - 1 : between.start()] + text[end : end + 1]
        if between[0] == "|" or lines > 1 or (lines and ("|" in beside or _MARK.match(text, end))):
            yield text[start : between.start()]
            start = end
    yield text[start:]


def _split(block: str) -> Iterator[str]:
    mark = _MARK.match(block)
    start = mark.end() if mark else 0
    for end in _END.finditer(block, start):
        before = block[max(start, end.start() - _NEARBY) : end.start()]
        after = block[end.end() : end.end() + _NEARBY].lstrip()
        if block[end.start()] != "." or not _goes_on(before, after):
            yield block[start : end.end()].strip()
            start = end.end()
    yield block[start:].strip()


def _goes_on(before: str, after: str) -> bool:
    """Whether a full stop belongs to a short form, a number or an initial, and ends no sentence."""
    figure = after[:1].isdigit() and _BEFORE_A_FIGURE.search(before) is not None
    initial = before[-1:].isupper() and _INITIAL.search(before) is not None and not _OPENS.match(after)
    return figure or initial or (before.endswith(_SHORT) and _BEFORE_ANYTHING.search(before) is not None)


def _without_links(text: str) -> str:
    """Give a text with the words of its links, and without their addresses."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def grade(of: Sequence[Sentence]) -> float:
    """Give the years of school that sentences ask for, or 0 where they have no ordinary word.

    A run of names and figures counts as one word, and its letters are not counted.
    """
    every = [sentence.words for sentence in of]
    names = {_bare(word) for words in every for word in words[1:] if _is_name(word)}
    letters = ordinary = runs = 0
    for words in every:
        in_run = False
        for place, word in enumerate(words):
            if _left_out(words, place, names):
                runs += not in_run
                in_run = True
            else:
                ordinary += 1
                letters += sum(sign.isalpha() for sign in word)
                in_run = False
    if not ordinary:
        return 0.0
    return 4.71 * letters / ordinary + 0.5 * (ordinary + runs) / len(of) - 21.43


def _left_out(words: Sequence[str], place: int, names: set[str]) -> bool:
    """Whether a word of a sentence is a figure or a name. The first word is a name if it is one elsewhere."""
    word = words[place]
    if any(sign.isdigit() for sign in word):
        return True
    if place:
        return _is_name(word)
    follows = len(words) > 1 and _is_name(words[1])
    return (word.isupper() and len(word) > 1) or _bare(word) in names or (follows and len(_bare(word)) > 3)


def _is_name(word: str) -> bool:
    return _bare(word)[:1].isupper() and _bare(word) != "I"


def _bare(word: str) -> str:
    """Give a word without the signs around it and the 's of a genitive."""
    within = re.match(r"\W*+(.*\w|)", word, re.DOTALL)
    return within[1].removesuffix("'s").removesuffix("’s") if within else ""
