"""What is followed apart: calendars of a year and of last days, feeds of one kind of news each, in Atom and in JSON.

They have the ids of the calendar and the feed of all, so that a program that reads two of them knows a thing again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Final

from ..exports.calendar import Event, as_calendar
from ..exports.feed import as_feed
from ..exports.json_feed import as_json_feed
from ..facts.actions import Action
from ..facts.dates import BEFORE_ALL
from ..facts.dossier import Dossier
from ..records.indicator import Indicator
from ..records.language import in_all_versions, of_software, unmarked
from ..records.meeting import date_of
from ..words import following as words
from ..words.figure import FigureWords
from . import addresses
from .bodies import Whose
from .entries import EntryAddresses
from .followed import Followed
from .news import News, entry, newest, news_of
from .passage import passage_as_text
from .site import File

FEEDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    addresses.FEED_OF_ALL: ("everything", ("meeting", "agenda", "paper", "decisions", "action", "figure")),
    addresses.FEED_OF_MEETINGS: ("meetings", ("meeting", "agenda", "paper")),
    addresses.FEED_OF_DECISIONS: ("decisions", ("decisions",)),
    addresses.FEED_OF_ACTIONS: ("actions", ("action",)),
    addresses.FEED_OF_FIGURES: ("figures", ("figure",)),
}
"""Each feed with what it is called and the kinds of its entries."""


def files_apart(
    dossier: Dossier,
    today: date,
    home: str,
    first_name: str,
    first: Mapping[str, str],
    figures: Mapping[str, FigureWords],
    entries: EntryAddresses | None = None,
) -> Iterator[File]:
    """Give these files as they are on the day ``today``, with what is said of each indicator, by its id.

    All else is as in ``following_files``.
    """
    panel = dossier.records.panel
    if panel is None:
        return
    of_all = Whose(dossier.records, None, panel.name, "")
    followed = Followed(dossier, panel, today, home, first_name or unmarked(panel.name), first, of_all)
    followed = replace(followed, entries=entries or EntryAddresses())
    yield from _calendars(followed)
    yield from _feeds(followed, figures)


def _zone(followed: Followed) -> str:
    return followed.records.regime_on(followed.today).zone


def _calendars(followed: Followed) -> Iterator[File]:
    events, zone = [*followed.events(), *_due(followed)], _zone(followed)
    meetings = [event for event in events if event.id.startswith("meeting-")]
    others = [event for event in events if not event.id.startswith("meeting-")]
    name = unmarked(followed.whose.name)
    yield File(addresses.CALENDAR_OF_MEETINGS, as_calendar(f"{name}: meetings alone", zone, meetings))
    yield File(addresses.CALENDAR_OF_DEADLINES, as_calendar(f"{name}: last days", zone, others))
    for year in sorted({date_of(meeting_id).year for meeting_id in followed.records.meetings}):
        of_year = [event for event in events if event.day.year == year]  # none, where all meetings moved out of it
        yield File(addresses.calendar_in(year), as_calendar(f"{name}: {year}", zone, of_year))


def _due(followed: Followed) -> Iterator[Event]:
    """Give the day on which each action that is still owed is due."""
    for action in followed.dossier.actions:
        if action.due and action.standing == "owed":
            yield Event(
                id=f"due-{action.id}@{followed.owner}",
                day=date_of(action.due),
                starts=None,
                title=words.due_title(followed.panel.name, action),
                text=passage_as_text(action.source.text),
                state="CONFIRMED",
                address=followed.home and followed.link(addresses.early_action(action.id)),
                changed=len(action.steps),
                told=_last_told(followed, action),
            )


def _feeds(followed: Followed, figures: Mapping[str, FigureWords]) -> Iterator[File]:
    more = filter(None, chain(_actions(followed), _figures(followed, figures)))
    news = [*news_of(followed), *more]
    zone, language = _zone(followed), of_software(followed.records.language)
    for feed, (name, kinds) in FEEDS.items():
        own = [replace(entry, address=followed.link(entry.address, feed)) for entry in newest(news, kinds)]
        title, author = f"{followed.whose.name}: {name}", followed.whose.name
        home, json_feed = followed.link(addresses.HOME, feed), addresses.as_json(feed)
        about = followed.id_of(feed), title, author, followed.link(feed, feed), home
        yield File(feed, as_feed(*about, own, zone=zone, language=language))
        at = followed.link(json_feed, feed)
        yield File(json_feed, as_json_feed(title, author, at, home, own, zone=zone, language=language))


def _last_told(followed: Followed, action: Action) -> date | None:
    days = (followed.told.done(step.meeting_id) for step in action.steps if step.minute)
    packs = (followed.told.pack(step.meeting_id) for step in action.steps if not step.minute)
    return followed.last((followed.told.done(action.meeting_id), *days, *packs))


def _actions(followed: Followed) -> Iterator[News | None]:
    """Give each action as of the last day on which something was told of it."""

    def tell(action: Action) -> tuple[str, str, str]:
        steps = (f"{step.meeting_id}: {step.what}. {passage_as_text(step.told.text or '')}" for step in action.steps)
        text = passage_as_text(action.source.text)
        return words.action_title(action), text, "\n\n".join((text, *map(str.strip, steps)))

    for action in followed.dossier.actions:
        at = addresses.early_action(action.id)
        yield entry(followed, "action", _last_told(followed, action), at, partial(tell, action))


def _figures(followed: Followed, figures: Mapping[str, FigureWords]) -> Iterator[News | None]:
    """Give each indicator as of the day on which its figures were told or brought up to date.

    One that is not described says what it means.
    """

    def tell(indicator_id: str, indicator: Indicator) -> tuple[str, str, str]:
        said, text = figures.get(indicator_id), passage_as_text(indicator.definition)
        title, whole = in_all_versions(indicator.title), text
        if said and said.told:
            text, whole = said.summary, "\n\n".join(filter(None, (said.title, said.description, *said.caveats)))
        return title, text, whole

    for indicator_id, indicator in followed.records.indicators.items():
        told = followed.told.source(indicator.source)
        day = followed.last((told if told > BEFORE_ALL else None, indicator.updated))
        at = addresses.indicator(indicator_id)
        yield entry(followed, "figure", day, at, partial(tell, indicator_id, indicator))
