"""What was taken out for good: addresses at which nothing is asked for any more, and those that nobody is told of.

A paper that was removed keeps one page. Where its old address said what had to go, that page has a neutral address,
and the old one leads to it: a host needs a file there, but no page, list or file of the site names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..facts.removed import removed
from ..reading.published import hash_of
from ..records.publication import Records
from . import addresses
from .shapes import can_be_withdrawn


@dataclass(frozen=True)
class Withdrawals:
    """What was withdrawn and removed. ``secret`` leads from old pages to neutral ones; ``pages`` are what is left."""

    secret: Mapping[str, str]
    pages: frozenset[str]
    files: frozenset[str]
    hashes: frozenset[str]
    """Hashes of the addresses that the list of renamings says are gone for good."""

    def settle(self, address: str) -> bool:
        """Whether nobody asks any more for what was at an address: it was taken out, or stood in what was."""
        page = addresses.page_of(address)
        return page in self.secret or page in self.pages or self.hide(address)

    def hide(self, address: str) -> bool:
        """Whether an address is not to be read anywhere: the list of published addresses has a hash in its place."""
        page = addresses.page_of(address)
        if page in self.secret or page in self.files:
            return True
        return bool(self.hashes) and can_be_withdrawn(page) and hash_of(page) in self.hashes

    def unsettled(self, hashes: Iterable[str], kept: Iterable[str]) -> list[str]:
        """Give those of some ``hashes`` of published addresses at which nothing is, of those ``kept`` on the site."""
        hashes = set(hashes) - self.hashes
        if not hashes:
            return []
        there = {*self.secret, *self.pages, *self.files, *filter(can_be_withdrawn, kept)}
        return sorted(hashes - {hash_of(address) for address in there})


def withdrawals(records: Records) -> Withdrawals:
    """Give what was taken out of all records, which are as typed and not only those that are public."""
    secret, pages, files = {}, set(), set()
    for paper in removed(records):
        now = addresses.paper(paper.meeting_id, paper.public_id)
        pages.add(now)
        files |= {addresses.attached(paper.meeting_id, file) for file in paper.files}
        if (was := addresses.paper(paper.meeting_id, paper.paper_id)) != now:
            secret[was] = now
    gone = records.renamed.gone if records.renamed else ()
    return Withdrawals(secret, frozenset(pages), frozenset(files), frozenset(entry.was for entry in gone))
