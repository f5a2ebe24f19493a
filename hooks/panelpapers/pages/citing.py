"""Where a reader suggests a change: the very line of the very file in the repository, else a mail to the contact."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from ..records.base import Record
from ..records.language import unmarked
from ..records.panel import Contact, Host, Panel
from ..records.place import NOWHERE, Place
from ..records.publication import Records

_FORMS: Final[dict[Host, str]] = {"github": "{}/blob/{}/{}#L{}", "gitlab": "{}/-/blob/{}/{}#L{}"}
_NEW: Final[dict[Host, str]] = {"github": "{}/new/{}?filename={}/", "gitlab": "{}/-/new/{}?file_name={}/"}
_OPENED: Final[dict[Host, str]] = {"github": "{}/edit/{}/{}/", "gitlab": "{}/-/edit/{}/{}/"}


def suggestion(record: Record, name: str, home: str, page_address: str, place: str, records: Records) -> str:
    """Give the address at which a change to what a record says can be suggested; nothing where there is none.

    ``name`` is what people call it, and ``place`` its id on the page: a mail to the contact says both.
    """
    panel = records.panel
    if panel is None:
        return ""
    if to_line := line_of(record.at(), panel):
        return to_line
    return _mail(panel.contact, name, f"{home}{page_address}{place and '#'}{place}") if panel.contact else ""


def line_of(at: Place, panel: Panel) -> str:
    """Give the address of a line in the repository of a publication; nothing where no repository is named."""
    if panel.repository is None or at == NOWHERE:
        return ""
    form = _FORMS[panel.repository.served_by or "github"]
    root = panel.repository.address.rstrip("/").removesuffix(".git")
    return form.format(root, quote(panel.repository.branch), quote(path_of(at, panel)), at.line)


def new_file(panel: Panel | None, *, there: bool) -> str:
    """Give the address at which a file of the repository is made, or opened if it is ``there``, as far as its path.

    What follows is its path below the folder of the records. Nothing where no repository is named.
    """
    if panel is None or panel.repository is None:
        return ""
    forms = _OPENED if there else _NEW
    root = panel.repository.address.rstrip("/").removesuffix(".git")
    folder = quote(panel.repository.folder.strip("/"))
    return forms[panel.repository.served_by or "github"].format(root, quote(panel.repository.branch), folder)


def path_of(at: Place, panel: Panel) -> str:
    """Give the path of a file in the repository. The folder of ``panel.yml`` is that of the records there."""
    read_from = PurePosixPath(panel.at().file.replace("\\", "/")).parent
    file = PurePosixPath(at.file.replace("\\", "/"))
    below = file.relative_to(read_from) if file.is_relative_to(read_from) else file
    return str(PurePosixPath(panel.repository.folder.strip("/") if panel.repository else "data") / below)


def report(home: str, records: Records) -> str:
    """Give the address at which a mistake anywhere on the site can be reported: the contact, else the repository."""
    panel = records.panel
    if panel and panel.contact:
        return _mail(panel.contact, panel.name, home)
    return panel.repository.address if panel and panel.repository else ""


def _mail(contact: Contact, name: str, address: str) -> str:
    subject, body = (quote(unmarked(text), safe="") for text in (f"A mistake in: {name}", f"{address}\n\n"))
    return f"mailto:{contact.email}?subject={subject}&body={body}"
