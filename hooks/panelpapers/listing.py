"""The list of published texts: extended after a publication, and asked whether a text is still what was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from .facts.changed import history_of
from .pages.addresses import page_of
from .pages.listed import extended, texts_of
from .pages.places import known_addresses
from .pages.renamings import leads
from .publication import Checked
from .reading.folder import shown
from .reading.guessing import Guesses
from .reading.listed_texts import HASH, TEXTS, Listed, read_listed, write_listed
from .reading.published import hash_of
from .words import changed as words
from .words import format as say

PROVES: Final = (
    "What this shows: the words of these records have, or have not, the hash that the list has for this address.",
    "What it does not show: that the list itself was never rewritten. It is in the publisher's own hands.",
    "A change shows only to somebody who kept a copy of the list. Give yours with --kept FILE.",
)


class NotVerified(Exception):  # noqa: N818 - said as people say it
    """Nothing can be said of an address. The message says why and what to do."""


def remember_texts(checked: Checked, data: Path, today: date) -> tuple[int, int]:
    """Extend the list of published texts in a data folder by what was published by a day.

    Gives how many lines are new, and how many lost their hash. Raises ``NotListed`` and ``OSError``.
    """
    before = read_listed(data / TEXTS)
    after = extended(before, checked.dossier, [*checked.published.addresses], today)
    if after != list(before):
        write_listed(data / TEXTS, after)
    new = Counter(entry for entry in after if entry.hash) - Counter(before)
    return new.total(), sum(1 for entry in before if entry.hash and entry not in after)


@dataclass
class Verified:
    """What is to be told of a text, line by line, and whether it is as it was last published."""

    told: list[str] = field(default_factory=list)
    right: bool = True


def verify(checked: Checked, data: Path, address: str, today: date, kept: Path | None = None) -> Verified:
    """Say when a text was published, whether it changed since, and what was corrected, as far as the list shows.

    ``address`` is that of its page, in full or from the root, with or without a place on it; ``kept`` is a copy of
    the list that somebody kept. Raises ``NotVerified``, and ``NotListed`` where a list cannot be read.
    """
    listed = read_listed(data / TEXTS)
    if not listed:
        fact = f"There is no list of published texts, {shown(data / TEXTS)}, so nothing can be said of any."
        raise NotVerified(f"{fact} `panel-papers addresses` begins it, after a publication.")
    if kept is not None and not kept.is_file():
        raise NotVerified(f"There is no file {kept}. Name the copy of the list that you kept.")
    with say.writing(checked.records.regime_on(today).forms):
        return _verified(checked, listed, _page(checked, address), today, read_listed(kept) if kept else None)


def _page(checked: Checked, address: str) -> str:
    """Give the address of the page that is meant; of one that was renamed, that of today."""
    home = (checked.records.panel.site_address if checked.records.panel else None) or ""
    page = page_of(address.removeprefix(home) if home else address).removeprefix("/").removesuffix("index.html")
    page = page if "." in page.rpartition("/")[2] or not page or page.endswith("/") else f"{page}/"
    led = leads(checked.records, checked.published.addresses, known_addresses(checked.dossier.public))
    return page_of(led[page].now) if page in led and not led[page].secret else page


def _verified(
    checked: Checked, listed: tuple[Listed, ...], page: str, today: date, kept: tuple[Listed, ...] | None
) -> Verified:
    told = checked.dossier.public.on(today)
    texts = texts_of(told.records)
    entries = [entry for entry in listed if entry.address in (page, hash_of(page))]
    if page not in texts and not entries:
        near = Guesses({*texts, *(entry.address for entry in listed)}, 0.6).nearest(page)
        fix = f'Did you mean "/{near}"?' if near else "Agendas, minutes, papers, figures and the plan have one each."
        raise NotVerified(f'No published text has a hash of its own at "/{page}". {fix}')
    found = Verified([f"/{page}"])
    if page in texts:
        history = history_of(told, texts[page].document, today)
        if history.published:
            found.told.append(f"Published on {say.day(history.published)}, as the records say.")
        found.told += [f"Changed, as the records say, on {line}." for line in words.changes(history)]
    found.told += [_said(entry) for entry in entries]
    now = texts[page].hash if page in texts else ""
    last = entries[-1] if entries else None
    found.told.append(_whether(now, last))
    found.right = bool(last) and (last.hash if last else "") == now
    if kept is not None:
        compared = list(_against(kept, listed, page))
        found.told += compared or ["The copy that you kept has the same lines for it."]
        found.right = found.right and not compared
    found.told += ["", *PROVES[: 2 if kept is not None else 3]]
    return found


def _said(entry: Listed) -> str:
    if entry.hash:
        return f"In the list since {say.day(entry.on)}: {HASH}{entry.hash}"
    return f"In the list: withdrawn on {say.day(entry.on)}."


def _whether(now: str, last: Listed | None) -> str:
    if last is None:
        return f"Not in the list yet. Its words now: {HASH}{now}. `panel-papers addresses` adds it."
    if not now:
        return "It is not published any more."
    if last.hash == now:
        return "Unchanged: the words are those of the last line."
    return f"Changed: the words are not those of the list. They are now: {HASH}{now}"


def _against(kept: tuple[Listed, ...], listed: tuple[Listed, ...], page: str) -> Iterator[str]:
    """Tell each line of a copy that somebody kept which the list has no more, but for what is withdrawn since."""
    there = {entry for entry in listed if entry.address in (page, hash_of(page))}
    withdrawn = [entry for entry in there if not entry.hash]
    for entry in kept:
        if entry.address in (page, hash_of(page)) and entry not in there:
            if entry.hash and withdrawn:
                yield f"The copy that you kept has a hash of {say.day(entry.on)}, which was withdrawn since."
            else:
                yield f"The list has lost a line that the copy has: {entry.line}"
