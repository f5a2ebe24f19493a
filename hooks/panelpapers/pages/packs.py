"""Files to keep of a page, such as a PDF: which there are, as long as they were made of the page as it is.

The room ``packs`` makes them from the finished page and writes ``packs.json`` beside them. It holds the hash of the
``<main>`` of that page, and that of what made the files. What leads to the files stands outside of ``<main>``, so
that a link to them changes no hash.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ..kept.made_of import of_files
from ..words import format as say

FOLDER: Final = ".packs"
"""Where packs are kept between two builds, beside ``mkdocs.yml``, unless PANEL_PACKS names another folder."""
LISTING: Final = "packs.json"
"""The name of the list, in the folder that holds the files at their addresses."""

ENDINGS: Final[Mapping[str, str]] = {
    "html": ".html",
    "pdf": ".pdf",
    "large": "-large-print.pdf",
    "epub": ".epub",
    "braille": ".brf",
    "speech": ".ogg",
}
"""The forms in the order in which they are offered, with how the names of their files end."""

_MAIN: Final = re.compile(r"<main\b.*</main\b>", re.DOTALL)
_WHOLE: Final = re.compile(r"meetings/([^/]+)/whole/")


class NotKept(ValueError):  # noqa: N818 - said as people say it
    """A page cannot be kept, or the list of what is kept cannot be read. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file to keep: its form, its address on the site, its size in bytes and the hash of these."""

    name: str
    address: str
    size: int
    sha256: str

    @property
    def file(self) -> str:
        """The name under which it is saved."""
        return self.address.rpartition("/")[2]

    @property
    def weight(self) -> str:
        """Its size in words."""
        return say.size(self.size)


@dataclass(frozen=True, slots=True)
class Packs:
    """What was kept: by the address of each page the hash of its ``<main>`` then, and the forms of it."""

    folder: Path = Path()
    kept: Mapping[str, tuple[str, tuple[Form, ...]]] = field(default_factory=dict)

    def of(self, address: str, page: str) -> tuple[Form, ...]:
        """Give the forms of a page that still has the words and the structure that they were made of."""
        main, forms = self.kept.get(address, ("", ()))
        if not forms or hash_of(main_of(page)) != main:
            return ()
        return tuple(form for form in forms if self._is_there(form))

    def copy(self, address: str, page: str, site: Path) -> None:
        """Put the files that a page leads to into the folder of the site."""
        for form in self.of(address, page):
            shutil.copyfile(self.folder / form.address, site / form.address)

    def _is_there(self, form: Form) -> bool:
        file = self.folder / form.address
        return file.is_file() and sha256(file.read_bytes()).hexdigest() == form.sha256


NOTHING_KEPT: Final = Packs()


def meeting_of(address: str) -> str | None:
    """Give the id of the meeting whose whole page has this address, if it is one."""
    found = _WHOLE.fullmatch(address)
    return found[1] if found else None


def address_of(page: str, form: str) -> str:
    """Give the address of a form: ``meetings/2026-01-05/whole/meeting-2026-01-05.pdf``."""
    return f"{page}meeting-{meeting_of(page)}{ENDINGS[form]}"


def main_of(page: str) -> str:
    """Give the ``<main>`` of a finished page. Raises ``NotKept`` where there is none."""
    found = _MAIN.search(page)
    if found is None:
        raise NotKept("The page has no main part. Give the folder of a site that Panel Papers built.")
    return found[0]


def hash_of(main: str) -> str:
    """Give the hash by which a page is known again."""
    return sha256(main.encode("utf-8")).hexdigest()


def read_packs(folder: Path) -> Packs:
    """Read what is kept in a folder; nothing is, where it has no list, or another version of the software made it.

    Raises ``NotKept`` where the list is damaged.
    """
    try:
        listed = json.loads((folder / LISTING).read_text(encoding="utf-8"))
        kept = {page: _read(page, kept) for page, kept in listed["pages"].items()}
        return Packs(folder, kept if listed.get("made_by") == made_by() else {})
    except (FileNotFoundError, NotADirectoryError):
        return Packs(folder)
    except (ValueError, KeyError, TypeError, AttributeError) as damaged:
        told = f"{folder / LISTING} cannot be read. Delete the folder {folder}, and make the packs again."
        raise NotKept(told) from damaged


def _read(page: str, kept: Mapping[str, Any]) -> tuple[str, tuple[Form, ...]]:
    if meeting_of(page) is None:
        raise ValueError(page)
    forms = kept["forms"]
    made = [
        Form(name, address_of(page, name), int(forms[name]["bytes"]), str(forms[name]["sha256"]))
        for name in ENDINGS
        if name in forms
    ]
    return str(kept["main"]), tuple(made)


def listing_of(packs: Mapping[str, tuple[str, tuple[Form, ...]]]) -> bytes:
    """Give the list as it is written."""
    pages = {
        page: {"main": main, "forms": {form.name: {"bytes": form.size, "sha256": form.sha256} for form in forms}}
        for page, (main, forms) in sorted(packs.items())
    }
    return (json.dumps({"made_by": made_by(), "pages": pages}, indent=1) + "\n").encode()


@cache
def made_by() -> str:
    """Give the hash of what makes packs: the file that says which version this is, and the room ``packs``."""
    package = Path(__file__).parents[1]
    return sha256((package / "__init__.py").read_bytes() + of_files([package / "packs"])).hexdigest()
