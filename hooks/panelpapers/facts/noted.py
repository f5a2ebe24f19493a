"""Resolutions that ask for nothing by their own words: a report was noted, the minutes were agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    only_noting = _only_noting(tuple(noting.said), tuple(noting.articles), tuple(noting.joins), tuple(noting.unless))
    if resolution.action or resolution.recommends_to:
        return False
    alone = minute.excludes_public and len(minute.resolutions) == 1
    return alone or (bool(said) and all(only_noting.fullmatch(_plain(sentence)) for sentence in said))


def _plain(sentence: str) -> str:
    """Give the words of a sentence, with a space after each. What parts it stays, such as ``;``.

    They are in small letters, but for one that is a single one within the sentence: Appendix A has no article.
    """
    first, *others = re.findall(rf"{_WORD}|[;–—]", sentence) or [""]
    words = (first.casefold(), *(word if len(word) == 1 else word.casefold() for word in others))
    return "".join(f"{word} " for word in words)


@cache
def _only_noting(
    said: tuple[str, ...], articles: tuple[str, ...], joins: tuple[str, ...], unless: tuple[str, ...]
) -> re.Pattern[str]:
    """Make the expression of a sentence that fits one of several forms: ``…`` in them is what was noted, or who did.

    A word by which something could be asked for is a thing after an article: "the request", "the updated plan".
    """
    ending = [re.escape(word[1:]) for word in unless if word.startswith("-")]
    asking = [re.escape(word) for word in unless if not word.startswith("-")]
    asking += [rf"\S*(?:{'|'.join(ending)})"] if ending else []
    article, join = (rf"(?:{_any_of(words)}) " for words in (articles, joins))
    a_thing = rf"{article}(?!{join})\S+ "
    a_word = rf"(?!(?:{'|'.join(asking)}) |{article}|{join}){_WORD} "
    run = rf"(?:{a_thing}|{join}{a_thing}|{a_word})*"
    forms = (form.casefold().split() for form in said)
    of_form = (
        "".join(run if word == "…" else rf"(?:{_any_of(word.split('/'))}) " for word in form) for form in forms
    )
    return re.compile("|".join(of_form))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
