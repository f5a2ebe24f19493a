"""From a clerk's files to drafts: each is read, divided, kept out where it must be, and taken up by rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Final

from ..facts.private_details import public_details
from ..records.publication import Records
from .account import Account
from .completing import completed
from .dividing import divide
from .drafts import Draft, Value, merged
from .pack import Pack, Rule, Stretch
from .parts import Part, Source, in_order
from .roll import Roll
from .rules.agenda import agenda_of_lines, agenda_of_table
from .rules.attendance import attendance
from .rules.days import days_in
from .rules.front import day_told, front_sheet, heading_of_minutes, undivided_minutes
from .rules.minutes import minutes_of_meeting
from .rules.papers import paper_of_report
from .rules.ratings import plan_of_ratings
from .rules.trackers import tracker_of_actions
from .unreadable import Unreadable
from .withholding import withhold_private, without_exempt

RULES: Final[tuple[Rule, ...]] = (
    front_sheet,
    agenda_of_table,
    agenda_of_lines,
    heading_of_minutes,
    attendance,
    minutes_of_meeting,
    undivided_minutes,
    tracker_of_actions,
    paper_of_report,
    plan_of_ratings,
)
"""Every rule, in the order in which they run: the attendance before the minutes, which speak of those present."""
_PEOPLE: Final = "people.yml"
_PLAN: Final = "plan.yml"
_HEAD: Final = 12
"""Within how many lines minutes tell their day."""


@dataclass(frozen=True)
class Imported:
    """What a pack became: drafts, the account of its words, what it was divided into, and whom it names."""

    drafts: tuple[Draft, ...]
    account: Account
    pack: Pack
    stretches: tuple[Stretch, ...]
    """Each document with the meeting that it belongs to."""
    firsts: tuple[tuple[int, str], ...]
    """At which position each file begins, and its name."""

    def file_of(self, part: Part) -> str:
        """Give the name of the file in which a part stands."""
        return next(name for first, name in reversed(self.firsts) if first <= part.position)


class WrongDay(ValueError):  # noqa: N818 - said as people say it
    """The front sheet is of another day than the meeting. The message says of which; ``days`` has them."""

    def __init__(self, days: Iterable[str]) -> None:
        self.days = sorted(days)
        super().__init__(", ".join(self.days))


def read_file(path: Path) -> Source:
    """Read a file by its ending and its first bytes: Word, PDF or plain text.

    Raises `Unreadable` in words for whoever named the file, `ModuleNotFoundError` where a library is missing, and
    `OSError` where the file cannot be opened.
    """
    with path.open("rb") as opened:
        begins = opened.read(8)
    if begins.startswith(b"%PDF") or path.suffix.lower() == ".pdf":
        from .pdf.reading import read_pdf

        return read_pdf(path)
    if begins.startswith(b"PK"):
        from .word.reading import read_word

        return read_word(path)
    if begins.startswith(b"\xd0\xcf\x11\xe0"):
        wrong = "It is in the old format of Word or Excel, or it is locked with a password."
        raise Unreadable(path.name, wrong, "Save it as .docx without a password, and import that.")
    from .plain import read_text

    return read_text(path)


def import_pack(
    sources: Sequence[Source], meeting: str, records: Records, *, held: str = "", details: bool = False
) -> Imported:
    """Make drafts of the files of one meeting.

    `records` are what the publication has, drafts among them. `held` is the day of the minutes, where they tell none.
    With `details`, addresses and telephone numbers are not kept out. Raises `WrongDay`.
    """
    source, firsts = _joined(sources)
    account = Account(source)
    if not details:
        withhold_private(account, public_details(records))
    starts = frozenset(first for first, _ in firsts)
    stretches = without_exempt(divide(source.parts, starts), account)
    pack = Pack(
        source,
        meeting,
        Roll({known: person.name for known, person in records.people.items()}),
        body=records.panel.name if records.panel else "",
        month_first=records.regime_on(date.max).forms.date == "month day, year",
        stretches=stretches,
    )
    _check_day(stretches, pack)
    days = [_held(stretch, pack, records, held) if stretch.kind == "minutes" else "" for stretch in stretches]
    minuted = tuple(dict.fromkeys(day for day in days if day))
    pack = replace(pack, minuted=minuted, meetings=tuple(dict.fromkeys((*records.meetings, *minuted))))
    drafts: list[Draft] = []
    for rule in RULES:
        for stretch, day in zip(stretches, days, strict=True):
            drafts += rule(stretch, replace(pack, held=day), account)
    drafts.append(_others(drafts, pack))
    return Imported(tuple(_marked(merged(drafts))), account, pack, stretches, firsts)


def _joined(sources: Sequence[Source]) -> tuple[Source, tuple[tuple[int, str], ...]]:
    """Put several files together as one, in order; say at which position each begins."""
    positions = count(1)
    parts: list[Part] = []
    firsts: list[tuple[int, str]] = []
    for source in sources:
        own = [*in_order(source.parts, positions)]
        firsts += [(own[0].position if own else next(positions), source.name)]
        parts += own
    running = tuple(chain.from_iterable(source.running for source in sources))
    withheld = tuple(chain.from_iterable(source.withheld for source in sources))
    return Source(", ".join(source.name for source in sources), tuple(parts), running, withheld), tuple(firsts)


def _check_day(stretches: Sequence[Stretch], pack: Pack) -> None:
    days = {day for stretch in stretches if stretch.kind == "agenda" for day in day_told(stretch, pack)}
    if days and pack.meeting[:10] not in days:
        raise WrongDay(days)


def _held(stretch: Stretch, pack: Pack, records: Records, given: str) -> str:
    """Give the meeting whose minutes these are: the first day that they tell, or the one that somebody named."""
    leaves = [leaf for part in stretch.parts[:_HEAD] for leaf in part.leaves()]
    told = (day.value for leaf in leaves for day in days_in(leaf.text, month_first=pack.month_first))
    days = [*told]
    day = given or next((day for day in days if day != pack.meeting[:10]), pack.meeting if days else "")
    known = [meeting for meeting in records.meetings if meeting.startswith(day)] if day else []
    return known[0] if len(known) == 1 else day


def _others(drafts: Iterable[Draft], pack: Pack) -> Draft:
    """Give stubs of the people whom rules name by id, and who are in no list of those present."""
    listed = {entry["id"] for draft in drafts if draft.path == _PEOPLE for entry in _entries(draft)}
    role = f"Named in the papers of {pack.meeting}"
    stubs: list[Value] = [
        {"id": person, "draft": True, "name": pack.people.names[person], "role": role}
        for person in pack.people.new
        if person not in listed
    ]
    return Draft(_PEOPLE, {"people": stubs})


def _entries(draft: Draft) -> list[dict[str, Value]]:
    people = draft.fields.get("people")
    return [entry for entry in people if isinstance(entry, dict)] if isinstance(people, list) else []


def _marked(drafts: Iterable[Draft]) -> Iterable[Draft]:
    """Mark each file as a draft; of people each entry is."""
    for draft in map(completed, drafts):
        if draft.path == _PLAN:
            yield draft
        elif draft.fields and draft.path != _PEOPLE:
            yield replace(draft, fields={"draft": True, **draft.fields})
        elif draft.fields.get("people"):
            yield draft
