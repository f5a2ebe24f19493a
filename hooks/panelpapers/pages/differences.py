"""What differs between two states of a site: its pages and files by their bytes, and the addresses that it loses."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..facts.dossier import Dossier
from ..records.panel import Panel
from . import addresses
from .frame import frame
from .keeping import together
from .places import known_addresses
from .renamings import leads
from .site import Page, Site
from .withdrawals import withdrawals

_LINE: Final = re.compile(r"#L\d+(?=\")")
"""The line in a link to the repository: it moves with every line that is typed above it."""

_OF_A_SITE: Final = frozenset({"panel", "forms_of"})
"""What of a frame differs between any two sites though both show the same: a record, and what gives files to keep."""


@dataclass(frozen=True, slots=True)
class PagesDiffering:
    """Pages that differ, that are new and that are gone; and how many files beside them do.

    ``all_framed`` says that what is around every page differs.
    """

    pages: tuple[tuple[Page, ...], tuple[Page, ...], tuple[Page, ...]]
    files: int
    all_framed: bool


@dataclass(frozen=True, slots=True)
class Differing:
    """Names of what differs between two states, of what is new and of what is gone, each in order."""

    changed: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddressesLost:
    """Addresses that were there before: those that lead elsewhere now, those that were taken out, and all others.

    Of ``uncovered`` ones the highest are given, each with how many more stood on or below it.
    """

    led: int
    taken_out: int
    uncovered: Mapping[str, int]


def pages_differing(old: tuple[Panel, Site], new: tuple[Panel, Site]) -> PagesDiffering:
    """Compare two sites, each with its panel, in the order of their addresses."""
    before, after = old[1].pages, new[1].pages
    kept = [address for address in sorted(after) if address in before]
    changed = [
        after[address] for address in kept if _shown(before[address], old[1]) != _shown(after[address], new[1])
    ]
    added = [after[address] for address in sorted(after) if address not in before]
    files = sorted({*old[1].files, *new[1].files})
    differ = sum(_bytes(old[1], address) != _bytes(new[1], address) for address in files)
    gone = [before[address] for address in sorted(before) if address not in after]
    return PagesDiffering((tuple(changed), tuple(added), tuple(gone)), differ, _framed(*old) != _framed(*new))


def differing(old: Path, new: Path) -> Differing:
    """Compare the files of two folders by their bytes; each is named by its path within them. Raises ``OSError``."""
    before, after = (
        {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()} for folder in (old, new)
    )
    both = before.keys() & after.keys()
    changed = {path for path in both if before[path].read_bytes() != after[path].read_bytes()}
    named = (
        sorted(path.as_posix() for path in paths) for paths in (changed, after.keys() - both, before.keys() - both)
    )
    return Differing(*map(tuple, named))


def _shown(page: Page, site: Site) -> object:
    html = _LINE.sub("", str(page.html))
    return page.title, page.summary, page.trail, page.address in site.dated, html


def _bytes(site: Site, address: str) -> bytes | None:
    file = site.files.get(address)
    return file.content if file else None


def _framed(panel: Panel, site: Site) -> object:
    around = frame(panel, site, "?", "", "")
    return panel.name, panel.accent, {name: value for name, value in around.items() if name not in _OF_A_SITE}


def addresses_lost(old: Dossier, new: Dossier, published: Collection[str]) -> AddressesLost:
    """Give what becomes of every address of the old records; ``published`` are those that the new list has."""
    before, after = _addresses(old, published), _addresses(new, published)
    lost, taken = before - after, withdrawals(new.records)
    led = leads(new.records, lost, after).keys() & lost
    settled = {address for address in lost if taken.settle(address)} - led
    return AddressesLost(len(led), len(settled), together(lost - led - settled))


def _addresses(of: Dossier, published: Collection[str]) -> frozenset[str]:
    files = (addresses.attached(*key) for key in of.public.records.attached)
    return known_addresses(of.public, published) | {*files}
