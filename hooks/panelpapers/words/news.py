"""What is new, in one line: how much got better, and how much got worse."""

from __future__ import annotations

from ..facts.news import News
from . import format as say


def balance(news: News) -> str:
    """Say how many things got better and worse: ``3 things got better, 1 got worse``.

    A thing is a commitment whose rating changed, or an indicator; one whose series went both ways counts in both.
    """
    better, worse = (_count(news, move) for move in ("better", "worse"))
    if not better and not worse:
        return "Nothing that the papers rate or measure changed"
    if not worse:
        return f"{_things(better)} got better, nothing got worse"
    if not better:
        return f"{_things(worse)} got worse, nothing got better"
    return f"{_things(better)} got better, {worse} got worse"


def _count(news: News, move: str) -> int:
    ratings = [one for one in news.ratings if one.move == move]
    return len(ratings) + len({one.indicator_id for one in news.figures if one.move == move})


def _things(count: int) -> str:
    return say.counted(count, "thing", "things")
