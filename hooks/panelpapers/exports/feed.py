"""What was published and decided, as an Atom feed (RFC 4287), for those who follow a site with a reader of feeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from feedgen.feed import FeedGenerator
from lxml import etree

from ..facts.dates import BEFORE_ALL, beginning_of
from ..records.language import language_of, unmarked

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_TITLE, _TEXT, _WHOLE = f"{_ATOM}title", f"{_ATOM}summary", f"{_ATOM}content"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that was told on a day, or put right on it, and the address of the page that tells it.

    By its ``id``, which is an address of any kind and stays the same for good, a reader of feeds knows what it
    has shown. ``kind`` is one word for what it tells, such as ``agenda``. ``whole`` is all that is told, as plain
    text, where that is more than ``text``.
    """

    id: str
    day: date
    title: str
    text: str
    address: str
    kind: str = ""
    whole: str = ""


def as_feed(
    feed_id: str,
    title: str,
    author: str,
    address: str,
    home: str,
    news: Sequence[FeedEntry],
    *,
    zone: str,
    language: str,
) -> bytes:
    """Give the feed that stands at ``address`` of the site at ``home``, its news in the order given.

    ``zone`` is the time zone in which the days of the news begin. Texts may hold marks of languages. What is in
    another one than ``language`` as a whole says so.
    """
    feed = FeedGenerator()
    feed.id(feed_id)
    feed.title(unmarked(title))
    feed.author({"name": unmarked(author)})
    feed.link(href=address, rel="self")
    feed.link(href=home, rel="alternate")
    feed.language(language)
    feed.updated(beginning_of(max((entry.day for entry in news), default=BEFORE_ALL), zone))
    for entry in news:
        made = feed.add_entry(order="append")
        made.id(entry.id)
        made.title(unmarked(entry.title))
        made.link(href=entry.address)
        made.updated(beginning_of(entry.day, zone))
        made.summary(unmarked(entry.text))
        if entry.kind:
            made.category({"term": entry.kind})
        if entry.whole:
            made.content(unmarked(entry.whole), type="text")
    return _in_languages(bytes(feed.atom_str(pretty=True)), news)


def _in_languages(feed: bytes, news: Sequence[FeedEntry]) -> bytes:
    """Say of each title and text in which language it is, where that is not the one of the feed (RFC 4287, 2)."""
    told = {
        (entry.id, name): language_of(text)
        for entry in news
        for name, text in ((_TITLE, entry.title), (_TEXT, entry.text), (_WHOLE, entry.whole))
    }
    if not any(told.values()):
        return feed
    root = etree.fromstring(feed)
    for entry in root.iterfind(f"{_ATOM}entry"):
        for element in entry:
            if tag := told.get((entry.findtext(f"{_ATOM}id", ""), str(element.tag)), ""):
                element.set("{http://www.w3.org/XML/1998/namespace}lang", tag)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
