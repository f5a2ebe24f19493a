"""Where a reader suggests a change: the very line of the very file in the repository, else a mail to the contact."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from ..records.base import Record
from ..records.language import unmarked
from ..records.panel import Contact, Host, Panel, Repository
from ..records.place import NOWHERE, Place
from ..records.publication import Records

_FORMS: Final[dict[Host, str]] = {"github": "{}/blob/{}/{}#L{}", "gitlab": "{}/-/blob/{}/{}#L{}"}
_REPORTS: Final[dict[Host, str]] = {"github": "{}/issues/new/choose", "gitlab": "{}/-/issues/new"}
_NEW: Final[dict[Host, str]] = {"github": "{}/new/{}?filename={}/", "gitlab": "{}/-/new/{}?file_name={}/"}
_OPENED: Final[dict[Host, str]] = {"github": "{}/edit/{}/{}/", "gitlab": "{}/-/edit/{}/{}/"}


def suggestion(record: Record, name: str, home: str, page_address: str, place: str, records: Records) -> str:
    """Give the address at which a change to what a record says can be suggested; nothing where there is none.

    ``name`` is what people call it, which a mail to the contact says. ``place`` is its id on the page, which the mail
    says too if the address of the site, ``home``, is known: without it a mail could lead nowhere.
    """
    panel = records.panel
    if panel is None:
        return ""
    if panel.repository and (to_line := line_of(record.at(), panel)):
        return to_line
    address = f"{home}{page_address}{place and '#'}{place}" if home else ""
    return _mail(panel.contact, name, address) if panel.contact else ""


def line_of(at: Place, panel: Panel) -> str:
    """Give the address of a line in the repository of a publication; nothing where no repository is named."""
    if panel.repository is None or at == NOWHERE:
        return ""
    form = _FORMS[panel.repository.served_by or "github"]
    return form.format(_root(panel.repository), quote(panel.repository.branch), quote(path_of(at, panel)), at.line)


def _root(repository: Repository) -> str:
    return repository.address.rstrip("/").removesuffix(".git")


def new_file(panel: Panel | None, *, there: bool) -> str:
    """Give the address at which a file of the repository is made, or opened if it is ``there``, as far as its path.

    What follows is its path below the folder of the records. Nothing where no repository is named.
    """
    if panel is None or panel.repository is None:
        return ""
    forms = _OPENED if there else _NEW
    root = _root(panel.repository)
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
    if panel and panel.repository:
        return _REPORTS[panel.repository.served_by or "github"].format(_root(panel.repository))
    return ""


def _mail(contact: Contact, name: str, address: str) -> str:
    subject = quote(f"A mistake in: {unmarked(name)}", safe="")
    body = quote(f"{address}\n\n", safe="") if address else ""
    return f"mailto:{contact.email}?subject={subject}{body and '&body='}{body}"
