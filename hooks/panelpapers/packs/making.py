"""Packs for the meetings of a built site: each form is made, and the list of them is written last of all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..kept.made_of import key, versions_of
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


def _maker(form: str) -> Maker:
    """Give what makes a form. Only what it needs is loaded."""
    if form == "html":
        from .one_file import one_file

        return lambda page, templates, _: one_file(page, templates)
    if form == "epub":
        from .book import book

        return book
    if form == "braille":
        from .braille import braille

        return lambda page, *_: braille(page)
    if form == "speech":
        from .speech import speech

        return lambda page, *_: speech(page)
    from .printed import printed

    return lambda page, templates, _: printed(page, templates, form)


UNASKED: Final = tuple(form for form in ENDINGS if form != "speech")
"""The forms that are made when nobody says which: speech takes minutes, and many megabytes."""


def make_packs(
    site: Path, folder: Path, meetings: Sequence[str], forms: Iterable[str], templates: Path, today: date
) -> Iterator[tuple[str, tuple[Form, ...]]]:
    """Make the forms of these meetings, or of all, and yield the address of each page with its forms.

    ``site`` is the folder of a built site, ``folder`` where packs are kept. What this software made of a page that is
    as it was is left; what was made otherwise, or of a page that is gone, is taken away. ``today`` is the day that a
    form which has to be dated bears. Raises ``NotKept`` where something is not as Panel Papers writes it.
    """
    wanted = [form for form in ENDINGS if form in set(forms)]
    there = addresses_in(site)
    before, made_by = read_packs(_ours(folder)), _software()
    kept = _still_true(site, there, before) if before.made_by == made_by else {}
    for address in _asked(there, meetings):
        page = read_page(site, address)
        there_already = kept[address][1] if address in kept else ()
        has = {made.name for made in there_already}
        missing = [form for form in wanted if form not in has and _can_be(form, page)]
        made = (*there_already, *_made(page, folder, missing, templates, today))
        kept[address] = page.hash, tuple(sorted(made, key=lambda form: [*ENDINGS].index(form.name)))
        yield address, kept[address][1]
    _clear(folder, {form.address for _, made in kept.values() for form in made})
    write_whole({folder / LISTING: listing_of(kept, made_by)})


def _software() -> str:
    """Hash what makes packs: this software, and the libraries that lay pages out."""
    return key("packs", versions_of(("weasyprint", "pydyf", "tinycss2", "pyphen", "fonttools"))).hex()


def _can_be(form: str, page: Finished) -> bool:
    """Whether a page can be in a form: braille is made of English alone."""
    return form != "braille" or page.language.startswith("en")


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
    files = {address_of(page.address, name): _maker(name)(page, templates, today) for name in wanted}
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
