"""Tables of actions: what was to be done, by whom and when, and what is reported of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...records.names import key_of
from ..account import Account
from ..days import days_in
from ..drafts import Draft
from ..pack import Pack, Stretch
from ..parts import Part
from ..said import Again, Labelled, Lead, Passage, Said, Tree, Writer, all_of, grid, said_of
from ..words import folded, words
from .papers import items_of
from .tables import columns

_RULE: Final = "action tracker"
FIELDS: Final = ("ref", "action", "owner", "due", "progress", "meeting")
"""What a column of a table of actions can hold: its words are the lists `tracker ref` and so on."""
_NEEDED: Final = 3


@dataclass(frozen=True, slots=True)
class Tracked:
    """An action as a tracker has it: empty what has no column, and `more` what stands in further columns."""

    ref: Said
    action: Said
    owner: Said
    due: Said
    progress: Said
    meeting: Said
    more: tuple[tuple[Said, Said], ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether the tracker proposes to discharge it."""
        text = self.progress.text.casefold()
        first = words("tracker done").match(text.lstrip("- "))
        return bool(
            first or "proposed for discharge" in text or "to discharge" in text or "proposed for closure" in text
        )


def tracker_of_actions(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give what a tracker reports of each action; who owes it and by when is in the editor's notes, as printed."""
    tables = [part for part in stretch.parts if part.kind == "table" and stretch.kind in ("tracker", "minutes")]
    found = [(table, actions_of(table)) for table in tables]
    if not any(actions for _, actions in found):
        return
    path = pack.file("action-tracker.yml")
    before = [part for part in stretch.parts if part.kind != "table"] if stretch.kind == "tracker" else []
    fields: dict[str, Tree] = {
        "introduction": Passage(tuple(all_of(part) for part in before[1:])),
        "item": stretch.item or _item(pack),
        "updates": [_update(action, pack) for _, actions in found for action in actions],
        "leads": [*(Lead(all_of(part), "introduction") for part in before[:1]), *_headings(found)],
    }
    written = Writer(path, _RULE, pack, account).write(fields)
    if isinstance(written, dict):
        yield Draft(path, written)


def actions_of(table: Part) -> list[Tracked]:
    """Give the actions of a table; none where its headings are not those of a table of actions."""
    at, found = columns(table, {field: f"tracker {field}" for field in FIELDS})
    if "action" not in found or len(found) < _NEEDED or not {"owner", "due", "progress"} & set(found):
        return []
    rows = grid(table)
    other = [place for place in range(len(rows[0])) if place not in found.values()]
    tracked = []
    for row in rows[at + 1 :]:
        told = {field: said_of(row[found[field]]) if field in found else Said(()) for field in FIELDS}
        more = tuple((said_of(rows[at][place]), said_of(row[place])) for place in other if row[place])
        if told["action"]:
            tracked.append(Tracked(**told, more=more))
    return tracked


def _item(pack: Pack) -> str:
    """Give the number of the agenda item that is called as trackers are."""
    named = (number for number, title in items_of(pack) if words("tracker titles").fullmatch(folded(title)))
    return next(named, "")


def _headings(found: Sequence[tuple[Part, Sequence[Tracked]]]) -> Iterator[Lead]:
    for table, actions in found:
        if actions:
            at, _ = columns(table, {field: f"tracker {field}" for field in FIELDS})
            yield from (Lead(said_of(cell), "updates") for row in grid(table)[: at + 1] for cell in row if cell)


def _update(action: Tracked, pack: Pack) -> dict[str, Tree]:
    days = [found.value for found in days_in(action.meeting.text, month_first=pack.month_first)]
    meeting = days[0] if days else pack.held or pack.meeting
    told = [("Ref", action.ref), ("Meeting", action.meeting), ("Action", action.action), ("Owner", action.owner)]
    told += [("Due", action.due), *((head.text, said) for head, said in action.more)]
    named = [Labelled(name, said) for name, said in told if said]
    return {
        "action": f"{meeting}-{key_of(action.ref.text)}" if key_of(action.ref.text) else meeting,
        "text": action.progress or Again(action.action),
        "proposes": "discharge" if action.is_done else "",
        "notes": Passage(tuple(named)),
    }
