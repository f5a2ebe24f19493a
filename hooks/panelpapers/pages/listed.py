"""Which published texts there are by their addresses, and what the list of them becomes with another publication."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..facts.dossier import Dossier
from ..facts.fingerprint import fingerprint
from ..facts.removed import removed
from ..facts.rows import exempt_items
from ..facts.suppressed_words import suppressed_points
from ..facts.texts import Document
from ..reading.listed_texts import Listed
from ..reading.published import hash_of
from ..records.paper import Paper
from ..records.publication import Records
from . import addresses
from .places import known_addresses
from .renamings import leads
from .withdrawals import withdrawals

_OF_FAMILY: Final = {
    "agendas": addresses.agenda,
    "minutes": addresses.minutes,
    "papers": addresses.paper,
    "indicators": addresses.indicator,
}
_ALONE: Final = {"plan": addresses.PLAN, "programme": addresses.WORK_PROGRAMME}
"""What is listed: each document with a page of its own. Pages that gather things follow from these."""


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A text as it is now: which document it is, and the hash of what it says."""

    document: Document
    hash: str


def texts_of(records: Records) -> dict[str, PublishedText]:
    """Give every text of records that may be published, by the address of its page. One that was removed has none."""
    return {
        address: PublishedText((family, key), fingerprint(record))
        for family, key, record in records.every()
        if (address := address_of((family, key))) and not _removed(record)
    }


def address_of(document: Document) -> str | None:
    """Give the address at which a document stands; none where it has no page of its own."""
    family, key = document
    return _OF_FAMILY[family](*key) if family in _OF_FAMILY else _ALONE.get(family)


def _removed(record: object) -> bool:
    return isinstance(record, Paper) and record.withdrawn is not None and record.withdrawn.removed


def extended(listed: Iterable[Listed], as_typed: Dossier, published: Collection[str], today: date) -> list[Listed]:
    """Give the list as it is to be after the publication of a day: with what is new and what changed at its end.

    What was withdrawn, or is kept back since, loses its hashes. So does each earlier text of a document of which
    something is kept back: from its hash, the few words that went could be guessed. ``published`` are all addresses
    that the site ever had.
    """
    now = texts_of(as_typed.public.on(today).records)
    withdrawn = _withdrawn(as_typed, published, today)
    hidden = kept_back(as_typed.records)
    hide = withdrawals(as_typed.records).hide

    def kept(entry: Listed) -> Listed:
        address, on = entry.address, withdrawn(entry.address)
        if entry.hash and address in now and address in hidden and entry.hash != now[address].hash:
            on = today
        if on is None and not hide(address):
            return entry
        return Listed(on or entry.on, "", hash_of(address) if hide(address) else address)

    found = [kept(entry) if entry.hash or hide(entry.address) else entry for entry in listed]
    latest = {entry.address: entry.hash for entry in found}
    found += [Listed(today, text.hash, at) for at, text in sorted(now.items()) if latest.get(at) != text.hash]
    return list(dict.fromkeys(found))


def _withdrawn(as_typed: Dossier, published: Collection[str], today: date) -> _Withdrawn:
    public_records = as_typed.public.records
    known = known_addresses(as_typed.public)
    days = {
        addresses.paper(*key): paper.withdrawn.on
        for key, paper in public_records.papers.items()
        if paper.withdrawn and paper.withdrawn.removed
    }
    taken = withdrawals(as_typed.records)
    days |= {was: days[now] for was, now in taken.secret.items() if now in days}
    led = leads(as_typed.records, published, known)
    return _Withdrawn(days, known | led.keys(), today)


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    """Says on which day a text was withdrawn. What is neither there nor renamed was taken out by today."""

    days: Mapping[str, date]
    there: Collection[str]
    today: date

    def __call__(self, address: str) -> date | None:
        if address in self.days:
            return self.days[address]
        return None if address in self.there else self.today


def kept_back(records: Records) -> frozenset[str]:
    """Give the addresses of documents that may hold, or once held, what is kept back: exempt, suppressed or removed.

    These are agenda and minutes of a meeting with an exempt item, and its papers too, where one of them was removed.
    ``records`` are as typed.
    """
    losing = {paper.meeting_id for paper in removed(records)}
    meetings = losing | {meeting_id for meeting_id, _ in exempt_items(records)}
    figures = {at for at, indicator in records.indicators.items() if any(suppressed_points(indicator))}
    hidden = {"agendas": meetings, "minutes": meetings, "papers": losing, "indicators": figures}
    documents = ((family, key) for family, key, _ in records.every() if key and key[0] in hidden.get(family, ()))
    return frozenset(address for document in documents if (address := address_of(document)))
