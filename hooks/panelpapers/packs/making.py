"""Packs for the meetings of a built site: each form is made, and the list of them is written last of all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..pages.packs import (
    ENDINGS,
    LISTING,
    Form,
    NotKept,
    Packs,
    address_of,
    hash_of,
    listing_of,
    main_of,
    meeting_of,
    read_packs,
)
from ..reading.whole_files import write_whole
from .finished import Finished, addresses_in, read_page

Maker = Callable[[Finished, Path, date], bytes]


def _html(page: Finished, templates: Path, _: date) -> bytes:
    from .one_file import one_file

    return one_file(page, templates)


def _pdf(page: Finished, templates: Path, _: date) -> bytes:
    from .printed import printed

    return printed(page, templates, "pdf")


def _large(page: Finished, templates: Path, _: date) -> bytes:
    from .printed import printed

    return printed(page, templates, "large")


def _epub(page: Finished, templates: Path, today: date) -> bytes:
    from .book import book

    return book(page, templates, today)


def _braille(page: Finished, _: Path, __: date) -> bytes:
    from .braille import braille

    return braille(page)


MAKERS: Final[dict[str, Maker]] = {"html": _html, "pdf": _pdf, "large": _large, "epub": _epub, "braille": _braille}
"""What makes each form. Each loads what it needs when it is asked for."""


def make_packs(
    site: Path, folder: Path, meetings: Sequence[str], forms: Iterable[str], templates: Path, today: date
) -> Iterator[tuple[str, tuple[Form, ...]]]:
    """Make the forms of these meetings, or of all, and yield the address of each page with its forms.

    ``site`` is the folder of a built site, ``folder`` where packs are kept. A pack of a page that is as it was and
    has these forms is left; one of a page that is another or is gone is taken away. ``today`` is the day that a form
    which has to be dated bears. Raises ``NotKept`` where something is not as Panel Papers writes it.
    """
    wanted = [form for form in ENDINGS if form in set(forms)]
    there = addresses_in(site)
    kept = _still_true(site, there, read_packs(_ours(folder)))
    for address in _asked(there, meetings):
        page = read_page(site, address)
        made = kept.get(address)
        if made is None or [form.name for form in made[1]] != wanted:
            kept[address] = page.hash, _made(page, folder, wanted, templates, today)
        yield address, kept[address][1]
    _clear(folder, {form.address for _, made in kept.values() for form in made})
    write_whole({folder / LISTING: listing_of(kept)})


def _ours(folder: Path) -> Path:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LISTING).exists():
        raise NotKept(f"{folder} holds other files. Name a folder for packs alone, or one that is not there yet.")
    return folder


def _still_true(site: Path, there: Iterable[str], packs: Packs) -> dict[str, tuple[str, tuple[Form, ...]]]:
    """Give what is kept of pages that are as they were."""
    texts = {at: (site / at / "index.html").read_text(encoding="utf-8") for at in there if at in packs.kept}
    found = {at: (hash_of(main_of(text)), packs.of(at, text)) for at, text in texts.items()}
    return {at: kept for at, kept in found.items() if kept[1]}


def _asked(there: Sequence[str], meetings: Sequence[str]) -> list[str]:
    by_meeting = {str(meeting_of(address)): address for address in there}
    unknown = [meeting for meeting in meetings if meeting not in by_meeting]
    if unknown:
        known = f"Known are {', '.join(by_meeting)}." if by_meeting else "Build the site first."
        raise NotKept(f"The site has no page of the whole meeting {', '.join(unknown)}. {known}")
    return [address for meeting, address in by_meeting.items() if not meetings or meeting in meetings]


def _made(page: Finished, folder: Path, wanted: Sequence[str], templates: Path, today: date) -> tuple[Form, ...]:
    files = {address_of(page.address, name): MAKERS[name](page, templates, today) for name in wanted}
    write_whole({folder / address: content for address, content in files.items()})
    return tuple(
        Form(name, address, len(content), sha256(content).hexdigest())
        for name, (address, content) in zip(wanted, files.items(), strict=True)
    )


def _clear(folder: Path, kept: set[str]) -> None:
    """Take away what is kept no more: a page that was withdrawn stays in no file."""
    for file in [file for file in folder.rglob("*") if file.is_file()]:
        if file.relative_to(folder).as_posix() not in {*kept, LISTING}:
            file.unlink()
    for below in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(below.iterdir()):
            shutil.rmtree(below)
