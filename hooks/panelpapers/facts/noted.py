"""Resolutions that ask for nothing by their own words: a report was noted, the minutes were agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ..records.meeting import date_of
from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from ..records.regime import Noting
from .plain import sentences

_USUAL = Noting()
_WORD = r"[^\W_]+(?:['’.-][^\W_]+)*"


def asks_for_nothing(resolution: Resolution, minute: Minute, meeting_id: str, records: Records) -> bool:
    """Whether each sentence of a resolution says, in the words of its regime, that something was noted, and no more.

    The resolution by which the public was excluded asks for nothing either, where it is the only one of its minute.
    What cannot be known for certain is taken to ask for something: then an editor says what.
    """
    noting = records.regime_on(date_of(meeting_id)).words.noting or _USUAL
    said = [sentence.text for sentence in sentences(resolution.text)]
    if resolution.action or resolution.recommends_to:
        return False
    alone = minute.excludes_public and len(minute.resolutions) == 1
    return alone or (
        bool(said) and all(_only_noting(noting).fullmatch(_plain(sentence, noting.joins)) for sentence in said)
    )


def _plain(sentence: str, joins: Sequence[str]) -> str:
    """Give the words of a sentence, with a space after each. What parts it stays, such as ``;``.

    Capitals are kept where they are those of a name: Appendix A has no article. What leads on to the next entry of a
    list, such as "; and", is left out.
    """
    found = re.findall(rf"{_WORD}|[,;–—]", sentence)
    while found and found[-1] in {",", ";", *joins}:
        found.pop()
    first, *others = found or [""]
    words = (first.casefold(), *(word.casefold() if word.isupper() and len(word) > 1 else word for word in others))
    return "".join(f"{word} " for word in words)


@cache
def _only_noting(noting: Noting) -> re.Pattern[str]:
    """Make the expression of a sentence that fits one of several forms.

    What was noted is a row of things: an article stands at its beginning, or after a word that joins or relates. So
    "the Clerk write a letter" is none. A word by which something could be asked for is a thing after an article: "the
    request". Somebody may be joined who does something: "and the Clerk drafts one".
    """
    article, join, relates = (rf"(?:{_any_of(words)}) " for words in (noting.articles, noting.joins, noting.relating))
    article = f"(?-i:{article})"
    ends = [re.escape(word[1:]) for word in noting.unless if word.startswith("-")]
    asking = [re.escape(word) for word in noting.unless if not word.startswith("-")]
    asking += [rf"\S*(?:{'|'.join(ends)})"] if ends else []
    thing = rf"{article}(?!{join})\S+ "
    word = rf"(?!(?:{'|'.join(asking)}) |{article}|{join}|{relates}){_WORD} "
    nobody = r"(?!(?-i:[A-Z])\S*(?<!['’]s) )"
    joined = rf"{join}{article}(?!{join}){nobody}\S+ "
    related = rf"{relates}(?:{thing})?"
    stands_for = {
        "…": rf"(?:{thing})?(?:{word}|{related}|, (?:{article}(?!{join}){nobody}\S+ )?|{joined})*",
        "*": rf"(?:{word}|{related})*",
    }
    forms = (form.casefold().split() for form in noting.said)
    of_form = (
        "".join(stands_for.get(part) or rf"(?:{_any_of(part.split('/'))}) " for part in form) for form in forms
    )
    return re.compile("|".join(of_form), re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
