"""Our own Jinja environment: everything is escaped, and a name that a template misspells is an error.

MkDocs has an environment of its own that does not escape; no record is ever printed through that one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..facts.lives import Lives, name_on
from ..facts.members import appointing_bodies, has_members
from ..facts.noted import asks_for_nothing
from ..facts.plain import sentences
from ..facts.rows import grouped
from ..facts.told import Told
from ..facts.years import overtaken
from ..kept.compiled import Compiled
from ..kept.store import Store
from ..records.forms import in_words
from ..records.language import Worded, foreign, of_software, unmarked
from ..records.meeting import MeetingDay
from ..records.publication import Records
from ..words import accessibility, agenda, bodies, dates, following, lives, members, plan, questions, votes, ways
from ..words import format as say
from ..words.tense import Tense, tense, that_day, told
from . import addresses
from .citing import report, suggestion
from .entries import EntryAddresses
from .languages import in_languages
from .passage import passage, passage_of_value
from .places import REGISTERS
from .references import place_named
from .renamings import moves_of

_PACKAGE: Final = Path(__file__).parents[1]
_INSTALLED: Final = _PACKAGE / "theme"
PREFIX: Final = "panel-papers"
"""What goes before the name of a template to have ours and not a project's own of the same name."""


def themes(own: Path) -> tuple[Path, ...]:
    """Give the folders that templates are looked for in, in order: a project's own, if there is one, and ours.

    Ours travels in the package; in a clone of the repository it is the folder ``theme_overrides`` itself.
    """
    ours = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1] / "theme_overrides"
    return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)


def packaged_templates() -> PrefixLoader:
    """Give a loader of our templates under their prefix, so that a project's file can extend the one it replaces."""
    return PrefixLoader({PREFIX: FileSystemLoader(themes(Path(PREFIX))[-1])})


def _knowing(names: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter of a function that is given last what the template has under some names: its page, or the day."""

    @pass_context
    def filtered(context: Context, *given: Any) -> Any:
        return function(*given, *(context[name] for name in names.split()))

    return filtered


@pass_context
def _names(context: Context, ids: list[str]) -> str:
    """List people by name: ``Ann Ash and Bo Birch``."""
    return say.listed([context["people"][person_id].full_name for person_id in ids])


def _day_of(meeting_id: str, records: Records) -> MeetingDay:
    return records.day_of(meeting_id)


def _meeting_of(action_id: str, records: Records) -> str:
    """Give the meeting that made an action."""
    return records.made_at(action_id) or action_id[: len("2026-01-05")]


def _meeting_by_meeting(made: Iterable[Any]) -> Collection[tuple[str, Sequence[Any]]]:
    """Put together what was made at one meeting, such as decisions or votes, in the order in which they come."""
    return grouped((resolution_or_vote.meeting_id, resolution_or_vote) for resolution_or_vote in made).items()


def _opening(text: str) -> str:
    """Give the first sentence of a text; all of it where it has versions in several languages."""
    return text if isinstance(text, Worded) else next((sentence.text for sentence in sentences(text)), text)


def _first_sentence(docstring: str) -> str:
    return docstring.strip().partition("\n\n")[0].replace("``", "")


@cache
def environment(templates: Path) -> Environment:
    """Make the environment for a project's own folder of templates, if it has one, and ours.

    It is kept, and with it what it compiled: a template is read again only when its file has changed.

    ``link`` makes an address relative to the page it stands on. Sentences of the modules of ``words`` are at hand.
    """
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(themes(templates)), packaged_templates()]),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        link=_knowing("page_address", addresses.relative),
        passage=_knowing("page_address", passage),
        passage_of_value=_knowing("page_address", passage_of_value),
        day=say.day,
        weekday=say.weekday_and_day,
        clock=say.clock,
        ended=say.ended,
        duration=say.duration,
        listed=say.listed,
        date_of=_knowing("records", _day_of),
        meeting_of=_knowing("records", _meeting_of),
        meeting_by_meeting=_meeting_by_meeting,
        holders=_knowing("records today", bodies.holders),
        seated_in=_knowing("records today", bodies.seated_in),
        names=_names,
        capitalised=say.capitalised,
        period=say.period,
        period_label=say.period_label,
        size=say.size,
        of_file=accessibility.of_file,
        access=accessibility.access,
        change=following.change,
        tense=_knowing("today", tense),
        overtaken=_knowing("today", overtaken),
        place_named=_knowing("records", place_named),
        told=told,
        that_day=that_day,
        in_words=in_words,
        named_on=name_on,
        foreign=foreign,
        asks_for_nothing=_knowing("records", asks_for_nothing),
        unmarked=unmarked,
        first_sentence=_first_sentence,
        opening=_opening,
        version=accessibility.version,
    )
    made.globals.update(
        suggestion=suggestion,
        report=report,
        address=addresses,
        accessibility_words=accessibility,
        agenda_words=agenda,
        date_words=dates,
        life_words=lives,
        member_words=members,
        plan_words=plan,
        question_words=questions,
        vote_words=votes,
        way_words=ways,
    )
    return made


class Today(date):
    """The day that a site is made for. It notices when something reads it, to print it or to count from it.

    To compare it is not to read it: a page that only asks whether a day is past stays as it is until that day.
    """

    was_read = False

    def __getattribute__(self, name: str) -> Any:
        """Give the year, a method or whatever else of it is asked for by name. No comparison does that."""
        if name != "was_read" and not name.startswith("__"):
            self.was_read = True
        return super().__getattribute__(name)

    def __sub__(self, other: Any) -> Any:
        """Count days from another, or back."""
        return date.fromordinal(self.toordinal()) - other

    def __rsub__(self, other: Any) -> Any:
        """Count days to another."""
        return other - date.fromordinal(self.toordinal())


class Renderer:
    """Renders templates for one site: the records and the day are at hand in every template.

    ``dated`` has the addresses of the pages that read the day while they were made, ``own`` names the body
    that publishes the site: the panel. ``appointing`` is what those are called who appoint, if bodies do.
    ``sections`` are the addresses of the sections that the site has. Left out, all are taken to be there. ``home`` is
    the whole address of the site, if it is known. ``published`` are the addresses that it has ever had: by them
    ``entries`` says where the entries of registers stand. The ``store`` has templates as they were compiled.
    """

    def __init__(
        self,
        templates: Path,
        records: Records,
        today: date,
        sections: Collection[str] = REGISTERS,
        home: str = "",
        published: Collection[str] = (),
        store: Store | None = None,
    ) -> None:
        self.records = records
        self.today = Today(today.year, today.month, today.day)
        self.dated: set[str] = set()
        self.entries = EntryAddresses(published)
        self.home = home
        self._environment = environment(templates)
        if store:
            self._environment.bytecode_cache = Compiled(store, self._environment)
        called = records.regime_on(today).words
        self.own = bodies.own(records, today)
        self.appointing = members.appointing(appointing_bodies(records), called.appointed_by)
        latest = Told(records).latest_papers
        self._shared: Mapping[str, object] = {
            "records": records,
            "panel": records.panel,
            "called": called,
            "who_meets": bodies.every(records, today),
            "appointing": self.appointing,
            "people": records.people,
            "bodies": records.bodies,
            "matters": records.matters,
            "moves": moves_of(records),
            "lives": Lives(records),
            "language": of_software(records.language),
            "today": self.today,
            "sections": sections,
            "home": home,
            "entry_at": self.entries,
            "has_members": has_members(records),
            "latest_papers": latest[1] if latest else None,
        }

    def tense(self, day: date) -> Tense:
        """Say whether a day is past, present or future on the day of the site, as the filter ``tense`` does."""
        return tense(day, self.today)

    def html(self, template: str, page_address: str, **context: object) -> Markup:
        """Render ``panel/<template>.html`` for the page at an address."""
        found = self._environment.get_template(f"panel/{template}.html")
        text = found.render(self._shared, page_address=page_address, **context)
        if self.today.was_read:
            self.dated.add(page_address)
            self.today.was_read = False
        return Markup(in_languages(text, self._environment))  # noqa: S704 - made by templates that escape
