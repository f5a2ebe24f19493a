"""Checks of papers that were removed: what of them still stands where only people can take it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..facts.removed import removed
from ..facts.texts import Text
from ..records.problem import Problem
from .findings import warning

_STAYS: Final = frozenset(
    ("title", "kind", "item", "order", "dated", "published", "summary", "sections", "background_papers", "withdrawn")
)
"""What the file of a removed paper still gives, because the form asks for it or the place follows from it."""


def address_taken(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each neutral address that another paper of the meeting has."""
    records = dossier.records
    taken = removed(dossier.records)
    for gone in taken:
        ids = {paper_id for meeting_id, paper_id in records.papers if meeting_id == gone.meeting_id} - {gone.paper_id}
        ids |= {beside.public_id for beside in taken if beside.meeting_id == gone.meeting_id and beside is not gone}
        if gone.public_id in ids:
            fact = f'Another paper of this meeting has the address "{gone.public_id}".'
            fix = "Write another one: small letters, digits and hyphens."
            yield Problem("withdrawn-address-taken", gone.why.at("address"), fact, fix)


def still_in_the_file(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each removed paper whose file still holds its text: whatever lies in the data folder is public."""
    for gone in removed(dossier.records):
        held = any(getattr(gone.paper, name) for name in type(gone.paper).model_fields.keys() - _STAYS)
        if held or gone.hides_title or any(section.text or section.paragraphs for section in gone.paper.sections):
            fact = "The website no longer shows this paper, but anybody can still read it in this file."
            fix = 'Leave in the file only what the guide shows, under "Take something out at once".'
            yield warning("withdrawn-text", gone.why.at("removed"), fact, fix)


def title_elsewhere(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each text in which the title of a removed paper stands, where that title is not to be read."""
    titles = {_plain(title) for gone in removed(dossier.records) if gone.hides_title for title in gone.titles}
    for text in _texts(dossier.public) if titles else ():
        if any(re.search(rf"(?<!\w){re.escape(title)}(?!\w)", _plain(text.text)) for title in titles):
            fact = "The title of a paper that was taken out stands here, and is published."
            fix = "Write it in other words, unless this says nothing that had to be withdrawn."
            yield warning("withdrawn-title", text.place, fact, fix)


def _texts(public: Dossier) -> Iterator[Text]:
    """Give every text that is published, but not what stands in the place of a summary: that is the reason again."""
    left = {id(gone.paper) for gone in removed(public.records)}
    yield from (text for text in public.texts if id(text.record) not in left or text.field.name == "title")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
