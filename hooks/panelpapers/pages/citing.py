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
    return form.format(_root(panel.repository), quote(panel.repository.branch), quote(path_of(at, panel)), at.line)


def _root(repository: Repository) -> str:
    return repository.address.rstrip("/").removesuffix(".git")


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
    subject, body = (quote(unmarked(text), safe="") for text in (f"A mistake in: {name}", f"{address}\n\n"))
    return f"mailto:{contact.email}?subject={subject}&body={body}"
