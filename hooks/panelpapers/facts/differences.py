"""What differs between two states of the records: facts only, of what may be published.

Records are compared as they are published, field by field, so that no text that is kept back can be told of. Of
what differs only as typed, there is the fact alone, with the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ..records.agenda import AgendaItem
from ..records.base import Record
from ..records.fields import Field, fields_of
from ..records.forms import FORMS, Form
from ..records.publication import Records
from .dates import Deadline
from .dossier import Dossier
from .matching import in_place, is_there, known_by, matched, said
from .moves import Moves
from .removed import removed
from .texts import Document

What = Literal[
    "gained",
    "lost",
    "changed",
    "reordered",
    "made public",
    "made a draft",
    "kept back",
    "exempt",
    "withdrawn",
    "drafted",
    "unseen",
]

_OF_MEETINGS: Final = frozenset(form.family for form in FORMS if form.of_a_meeting)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs in a document.

    ``within`` are the records from the document to that in which it differs; none where it is the document. A record
    that is ``reordered`` is ``new``, and ``old`` is the one that it now comes after. ``old`` words are not to be told
    of where ``quiet`` says so.
    """

    what: What
    document: Document
    within: tuple[Record, ...] = ()
    field: Field | None = None
    old: object = None
    new: object = None
    quiet: bool = False

    @property
    def place(self) -> tuple[object, ...]:
        """What it is about, whatever was changed there."""
        return self.document, *map(known_by, self.within[1:]), self.field and self.field.name


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from records of a meeting and differs: a last moment, or how an action stands."""

    what: Literal["questions", "notice", "length of notice", "action"]
    meeting_id: str
    old: object
    new: object
    of: str = ""


def differences(old: Dossier, new: Dossier) -> Iterator[Difference]:
    """Give everything that differs between the records of two dossiers, by kind of file and then by key."""
    before, after = _documents(old), _documents(new)
    families = {family: None for family, _ in (*before, *after)}
    closed = {("papers", (paper.meeting_id, paper.paper_id)) for paper in removed(new.records)}
    open_before = {("papers", (paper.meeting_id, paper.paper_id)) for paper in removed(old.records)}
    for family in families:
        for document in sorted({document for document in (*before, *after) if document[0] == family}):
            typed_old, shown_old = before.get(document, (None, None))
            typed_new, shown_new = after.get(document, (None, None))
            if document in closed - open_before and shown_old is not None:
                yield Difference("withdrawn", document, old=shown_old, new=shown_new, quiet=True)
            elif not _may_be_unread(family, old.records, new.records, shown_old, shown_new):
                yield from _of_document(document, (typed_old, typed_new), (shown_old, shown_new))
    yield from _of_files(old.public.records, new.public.records)


def _may_be_unread(family: str, old: Records, new: Records, before: Record | None, after: Record | None) -> bool:
    """Whether a document may be missing only because a file of its family could not be read."""
    return (before is None and family in old.unread) or (after is None and family in new.unread)


def _documents(dossier: Dossier) -> Mapping[Document, tuple[Record, Record | None]]:
    """Give each document as typed, drafts too, with what of it is published, if anything is."""
    public = dossier.public.documents
    new: dict[Document, tuple[str, ...]] = {
        ("papers", (paper.meeting_id, paper.paper_id)): (paper.meeting_id, paper.public_id)
        for paper in removed(dossier.records)
    }
    found: dict[Document, tuple[Record, Record | None]] = {
        document: (record, public.get((document[0], new.get(document, document[1]))))
        for document, record in dossier.documents.items()
    }
    return found | {(family, key): (record, None) for family, key, record in dossier.records.drafts}


def _of_document(
    document: Document, typed: tuple[Record | None, Record | None], shown: tuple[Record | None, Record | None]
) -> Iterator[Difference]:
    told: list[Difference] = []
    match shown:
        case (None, Record() as new):
            yield Difference("made public" if typed[0] else "gained", document, new=new)
            return
        case (Record() as old, None):
            was: What = "made a draft" if getattr(typed[1], "draft", False) else "kept back" if typed[1] else "lost"
            yield Difference(was, document, old=old, quiet=True)
            return
        case (Record() as old, Record() as new):
            told = [*within(document, (), old, new)]
            yield from told
    if not (typed[0] and typed[1]):
        if typed[1]:
            yield Difference(
                "drafted" if getattr(typed[1], "draft", False) else "unseen", document, new=1, quiet=True
            )
        return
    public = {difference.place for difference in told}
    unseen = {entry.place for entry in within(document, (), *typed)} - public  # type: ignore[arg-type]
    if unseen:
        yield Difference("unseen", document, new=len(unseen), quiet=shown[1] is None)


def within(document: Document, above: tuple[Record, ...], old: Record, new: Record) -> Iterator[Difference]:
    """Give what differs in one record, and in all within it. Of private fields only what was typed has any."""
    if said(old) == said(new):
        return
    path = (*above, new)
    closing = isinstance(old, AgendaItem) and isinstance(new, AgendaItem) and bool(new.exempt and not old.exempt)
    if closing:
        yield Difference("exempt", document, path, new=new, quiet=True)
    for name, field in fields_of(type(new)).items():
        before, after = getattr(old, name), getattr(new, name)
        if said(before) == said(after) or (closing and (not after or name == "exempt" or field.inner)):
            continue
        quiet = isinstance(new, AgendaItem) and new.exempt is not None
        base = Difference("changed", document, path, field, before, after, quiet=quiet)
        if isinstance(before, Record) and isinstance(after, Record):
            yield from within(document, path, before, after)
        elif field.inner and field.many and isinstance(before, list) and isinstance(after, list):
            yield from _in_list(base, before, after)
        elif field.inner and field.many:
            yield base
        elif not is_there(before) or not is_there(after):
            yield replace(base, what="lost" if is_there(before) else "gained")
        else:
            yield base


def _in_list(base: Difference, before: Sequence[Record], after: Sequence[Record]) -> Iterator[Difference]:
    pairs = matched(before, after)
    to = {new: old for old, new in pairs}
    for index, old in enumerate(before):
        if index not in to.values():
            yield replace(base, what="lost", old=old, new=None, quiet=True)
    kept = in_place([to[index] for index in sorted(to)])
    for index, new in enumerate(after):
        if index not in to:
            yield replace(base, what="gained", old=None, new=new)
            continue
        if to[index] not in kept:
            yield replace(base, what="reordered", old=after[index - 1] if index else None, new=new)
        yield from within(base.document, base.within, before[to[index]], new)


def _of_files(old: Records, new: Records) -> Iterator[Difference]:
    """Give the attached files that are published, or were: each by its meeting and its name."""
    for key in sorted({*old.attached, *new.attached}):
        before, after = old.attached.get(key), new.attached.get(key)
        if before is None or after is None or before.sha256 != after.sha256:
            what: What = "gained" if before is None else "lost" if after is None else "changed"
            yield Difference(what, ("attached", key), new=key[1] if after else None, quiet=after is None)


def reordered(old: Dossier, new: Dossier) -> Iterator[Form]:
    """Give each kind of file that lists many records and has those that stay in another order than before."""
    for form in FORMS:
        if form.listed:
            before, after = (
                [document for document in of.public.documents if document[0] == form.family] for of in (old, new)
            )
            kept = {*before} & {*after}
            if [*filter(kept.__contains__, before)] != [*filter(kept.__contains__, after)]:
                yield form


def following(old: Dossier, new: Dossier) -> Iterator[Following]:
    """Give what follows from the records of meetings that are in both, and differs: also of one that was moved."""
    moves = Moves(new.records)
    for meeting_id in new.records.in_order:
        origin = next((at for at in moves.origins_of(meeting_id) if at in old.records.meetings), None)
        if origin is None or (origin != meeting_id and meeting_id in old.records.meetings):
            continue
        before, after = old.dates[origin], new.dates[meeting_id]
        if _moment(before.question_deadline) != _moment(after.question_deadline):
            yield Following("questions", meeting_id, before.question_deadline, after.question_deadline)
        earlier = {deadline.rule.what: deadline for deadline in before.notices}
        later = {deadline.rule.what: deadline for deadline in after.notices}
        for what in dict.fromkeys((*earlier, *later)):
            was, now = earlier.get(what), later.get(what)
            if was and now and _length(was) != _length(now):
                yield Following("length of notice", meeting_id, was.rule, now.rule, what)
            if _moment(was) != _moment(now):
                yield Following("notice", meeting_id, was, now, what)
    stood = {action.id: action.status for action in old.actions}
    for action in new.actions:
        if stood.get(action.id, action.status) != action.status:
            name = action.number or action.minute.title
            yield Following("action", action.meeting_id, stood[action.id], action.status, name)


def _moment(deadline: Deadline | None) -> object:
    return deadline and (deadline.day, deadline.time_of_day, deadline.latest)


def _length(deadline: Deadline) -> object:
    rule = deadline.rule
    return rule.length, rule.unit, rule.counting and rule.counting.name


def not_to_be_told(old: Dossier, new: Dossier) -> frozenset[str]:
    """Give words that no summary may have, in small letters: what was public and is removed or kept back names them.

    They are its title, its id and its files; of what belongs to a meeting as a whole there are none.
    """
    before, after = _documents(old), _documents(new)
    closed = {("papers", (paper.meeting_id, paper.paper_id)) for paper in removed(new.records)}
    words = set[str]()
    for document, (typed, _) in before.items():
        there = after.get(document)
        if document in closed or (there and before[document][1] and there[1] is None):
            named = (getattr(typed, name, None) for name in ("title", "name"))
            files = (entry.file for entry in getattr(typed, "documents", ()) if entry.file)
            ids = document[1][1:] if len(document[1]) > 1 or document[0] in _OF_MEETINGS else document[1]
            words |= {str(word).lower() for word in (*filter(None, named), *files, *ids)}
    kept = {word for shown in (record for _, record in after.values() if record) for word in _titles(shown)}
    return frozenset(words - kept)


def _titles(record: Record) -> Iterator[str]:
    yield from (str(title).lower() for name in ("title", "name") if (title := getattr(record, name, None)))
