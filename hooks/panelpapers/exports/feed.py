"""What was published and decided, as an Atom feed (RFC 4287), for those who follow a site with a reader of feeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from feedgen.feed import FeedGenerator

from ..facts.dates import BEFORE_ALL, beginning_of


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that was told on a day, or put right on it, and the address of the page that tells it.

    By its ``id``, which is an address of any kind and stays the same for good, a reader of feeds knows what it
    has shown.
    """

    id: str
    day: date
    title: str
    text: str
    address: str


def as_feed(
    feed_id: str, title: str, author: str, address: str, home: str, news: Sequence[FeedEntry], zone: str
) -> bytes:
    """Give the feed that stands at ``address`` of the site at ``home``, its news in the order given.

    ``zone`` is the time zone in which the days of the news begin.
    """
    feed = FeedGenerator()
    feed.id(feed_id)
    feed.title(title)
    feed.author({"name": author})
    feed.link(href=address, rel="self")
    feed.link(href=home, rel="alternate")
    feed.language("en-GB")
    feed.updated(beginning_of(max((entry.day for entry in news), default=BEFORE_ALL), zone))
    for entry in news:
        made = feed.add_entry(order="append")
        made.id(entry.id)
        made.title(entry.title)
        made.link(href=entry.address)
        made.updated(beginning_of(entry.day, zone))
        made.summary(entry.text)
    return bytes(feed.atom_str(pretty=True))
