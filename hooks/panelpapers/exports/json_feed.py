"""The same news as a JSON Feed (https://www.jsonfeed.org/version/1.1/), for programs that would rather read JSON."""

from __future__ import annotations

from collections.abc import Sequence

from ..facts.dates import beginning_of
from ..records.language import language_of, unmarked
from .feed import FeedEntry
from .registers import as_json


def as_json_feed(
    title: str, author: str, address: str, home: str, news: Sequence[FeedEntry], *, zone: str, language: str
) -> bytes:
    """Give the feed that stands at ``address`` of the site at ``home``, its news in the order given.

    ``zone`` is the time zone in which the days of the news begin. What is in another language than ``language`` as a
    whole says so.
    """
    items = [
        {
            "id": entry.id,
            "url": entry.address,
            "title": unmarked(entry.title),
            "summary": unmarked(entry.text),
            "content_text": unmarked(entry.whole or entry.text),
            "date_modified": beginning_of(entry.day, zone).isoformat(),
            **({"tags": [entry.kind]} if entry.kind else {}),
            **({"language": tag} if (tag := language_of(entry.whole or entry.text)) else {}),
        }
        for entry in news
    ]
    return as_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": unmarked(title),
            "home_page_url": home,
            "feed_url": address,
            "language": language,
            "authors": [{"name": unmarked(author)}],
            "items": items,
        }
    )
