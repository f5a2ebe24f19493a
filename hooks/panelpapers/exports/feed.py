"""What was published and decided, as an Atom feed (RFC 4287), for those who follow a site with a reader of feeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from feedgen.feed import FeedGenerator


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that happened on a day, and the address of the page that tells it.

    By its ``id``, which is an address of any kind and stays the same for good, a reader of feeds knows what it
    has shown.
    """

    id: str
    day: date
    title: str
    text: str
    address: str


def as_feed(
    feed_id: str, title: str, author: str, address: str, home: str, news: Sequence[FeedEntry], built_for: date
) -> bytes:
    """Give the feed that stands at ``address`` of the site at ``home``, its news in the order given.

    A feed without news is as old as the day ``built_for``.
    """
    feed = FeedGenerator()
    feed.id(feed_id)
    feed.title(title)
    feed.author({"name": author})
    feed.link(href=address, rel="self")
    feed.link(href=home, rel="alternate")
    feed.language("en-GB")
    feed.updated(_moment(max((entry.day for entry in news), default=built_for)))
    for entry in news:
        made = feed.add_entry(order="append")
        made.id(entry.id)
        made.title(entry.title)
        made.link(href=entry.address)
        made.updated(_moment(entry.day))
        made.summary(entry.text)
    return bytes(feed.atom_str(pretty=True))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
