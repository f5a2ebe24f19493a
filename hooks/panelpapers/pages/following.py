"""For those who follow the panel from elsewhere: meetings as a calendar, papers and decisions as a feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ..exports.calendar import as_calendar
from ..exports.feed import as_feed
from ..facts.dossier import Dossier
from ..records.language import of_software, unmarked
from . import addresses
from .bodies import Whose, each_body
from .followed import Followed
from .news import newest, news_of
from .site import File


def following_files(
    dossier: Dossier, today: date, home: str, first_name: str = "", first: Mapping[str, str] | None = None
) -> list[File]:
    """Give the calendar and the feed as they are on the day ``today``.

    ``home`` is the whole address of the site, or nothing where none is known. Without it, the calendar leads to no
    page, and the links of the feed count from where the feed itself stands. ``first_name`` is the panel's at first,
    where it has another one now, and ``first`` has the first address of what has another one now.
    """
    panel = dossier.records.panel
    if panel is None:
        return []
    of_all, zone = Whose(dossier.records, None, panel.name, ""), dossier.records.regime_on(today).zone
    every = (whose for whose in (of_all, *each_body(dossier.records, today)) if whose.body is None or whose.meetings)
    language, found = of_software(dossier.records.language), list[File]()
    for whose in every:
        followed = Followed(dossier, panel, today, home, first_name or unmarked(panel.name), first or {}, whose)
        news = newest(news_of(followed))
        title, feed = f"{whose.name}: papers and decisions", f"{whose.at}{addresses.FEED}"
        about = followed.id_of(feed), title, whose.name, followed.link(feed), followed.link(whose.at)
        linked = [replace(entry, address=followed.link(entry.address)) for entry in news]
        named = unmarked(f"{whose.name}: meetings")
        found += [
            File(f"{whose.at}{addresses.CALENDAR}", as_calendar(named, zone, followed.events())),
            File(feed, as_feed(*about, linked, zone=zone, language=language)),
        ]
    return found


def told_at(dossier: Dossier, today: date) -> dict[str, date]:
    """Give the last day on which a document was told or corrected, by the address of its page.

    Pages that gather things, such as lists, are not among them: they change with all that they gather.
    """
    panel = dossier.records.panel
    if panel is None:
        return {}
    followed = Followed(dossier, panel, today, "", "", {}, Whose(dossier.records, None, panel.name, ""))
    return {address: day for address, day in followed.documents() if day}
