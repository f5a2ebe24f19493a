"""A publication that is closed: checked, built once more, and written as a folder that stays and as a bag."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from . import __version__
from .closing.bag import bag
from .closing.folder import closed_folder, without_answer
from .closing.leading import LeadsNowhere
from .closing.records import record_files
from .pages.closing import closed
from .pages.keeping import as_listed
from .pages.listed import extended
from .plugin.closing import NotBuilt, build_closed
from .publication import Checked
from .reading.listed_texts import TEXTS, NotListed, listed_text, read_listed
from .reading.published import PUBLISHED, as_text

SITE, BAG, RECORDS = "site", "bag", "records"


class NotClosed(Exception):  # noqa: N818 - said as people say it
    """Nothing was written. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What was written: how many pages and files of the site, of records, and how many published addresses answer."""

    pages: int
    files: int
    records: int
    answering: int


def close(checked: Checked, data: Path, configuration: Path, to: Path, today: date, home: str = "") -> Closed:
    """Close a publication whose records were checked for the day ``today``: write it into the folder ``to``.

    ``configuration`` is the project's mkdocs.yml. ``home`` is the whole address at which the site is to stay, if
    it is another one. ``to`` must be empty or not be there. Raises ``NotClosed``, and nothing is left behind then.
    """
    if not configuration.is_file():
        raise NotClosed(f"There is no {configuration}. Run this where `mkdocs build` runs, in the project's folder.")
    try:
        if to.is_symlink() or (to.exists() and not to.is_dir()):
            raise NotClosed(f"{to} is not a folder. Name a new one.")
        if to.is_dir() and any(to.iterdir()):
            raise NotClosed(f"There is something in {to} already. Name a new folder, or an empty one.")
        with TemporaryDirectory(prefix="panel-papers-") as scratch:
            built = Path(scratch, SITE)
            address = _built(checked, data, configuration, built, home)
            site = closed_folder(built, address)
        files, told = _all_files(checked, data, site, address, today)
        _write(files, to)
    except (NotBuilt, LeadsNowhere, NotListed) as why:
        raise NotClosed(str(why)) from why
    except OSError as refused:
        told_of = f"{refused.filename or to}: {refused.strerror or refused}"
        raise NotClosed(f"{told_of}. Put this right, or name a folder in which you may write.") from refused
    return told


def _built(checked: Checked, data: Path, configuration: Path, folder: Path, home: str) -> str:
    public = checked.dossier.public
    return build_closed(configuration, data, folder, home, lambda site, *given: closed(site, public, *given))


def _all_files(
    checked: Checked, data: Path, site: Mapping[str, bytes], home: str, today: date
) -> tuple[dict[str, bytes], Closed]:
    published = as_listed(checked.published.addresses, checked.records)
    missing = [*without_answer(published, site)]
    if missing:
        count = f"{len(missing):,} published addresses have" if len(missing) > 1 else "One published address has"
        why = f"The site of {today} has not told of them yet, or PANEL_TODAY is too early."
        raise NotClosed(f"{count} no answer in the closed site, such as /{missing[0]}. {why}")
    public = checked.dossier.public.on(today).records
    records = record_files(public)
    listed = {PUBLISHED: as_text(published, checked.published.names).encode("utf-8")} if published else {}
    texts = extended(read_listed(data / TEXTS), checked.dossier, published, today)
    listed[TEXTS] = listed_text(texts).encode("utf-8")
    payload = {f"{SITE}/{path}": content for path, content in site.items()}
    payload |= {f"{RECORDS}/{path}": content for path, content in {**records, **listed}.items()}
    about = {
        "Source-Organization": str(public.panel.name if public.panel else ""),
        "External-Description": "The public papers of this body: its site as a folder, and the records of it.",
        **({"External-Identifier": home} if home else {}),
        "Bag-Software-Agent": f"panel-papers {__version__}",
    }
    files = {f"{SITE}/{path}": content for path, content in site.items()}
    files |= {f"{BAG}/{path}": content for path, content in bag(payload, about, today).items()}
    pages = sum(path.endswith(".html") for path in site)
    return files, Closed(pages, len(site), len(records), len(published))


def _write(files: Mapping[str, bytes], to: Path) -> None:
    """Write all files beside the folder, and put them in its place, whole or not at all."""
    to.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(prefix=f".{to.name}.", dir=to.parent))
    try:
        for path, content in files.items():
            (unfinished / path).parent.mkdir(parents=True, exist_ok=True)
            (unfinished / path).write_bytes(content)
        unfinished.chmod(0o755)  # a temporary folder is private, and this one is meant to be seen
        if to.is_dir():
            to.rmdir()
        unfinished.rename(to)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)  # not there any more where all went well
