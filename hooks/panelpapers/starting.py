"""A new project for another body: a small one that passes the check and builds, written whole or not at all.

The files of the folder ``project/`` are its pattern. What stands between ``<<`` and ``>>`` in them is filled in, and
``dot-`` at the beginning of a name becomes a dot, because some programs pass over files whose names begin with one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from . import __version__
from .publication import check_folder
from .reading.quoting import as_typed
from .reading.regimes import packaged_names
from .records.schemas import schema_files, settings_file

PATTERN: Final = Path(__file__).with_name("project")
_WEEKS_AHEAD: Final = 8
"""How far off the first meeting is put: nobody knows its day yet, and the record says that it is provisional."""
OWN: Final = "own"
"""What a project's own regime is called, where it names none of the package."""


def regimes_known() -> tuple[str, ...]:
    """Give the regimes of which a new project has one: those of the package, and its own."""
    return (*packaged_names(), OWN)


def write_schemas(folder: Path) -> int:
    """Write the schema of every form into a folder, and give how many they are. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    files = schema_files()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return len(files)


class NotStarted(Exception):  # noqa: N818 - said as people say it
    """No project was written. The message says why and what to do."""


def start(folder: Path, name: str, area: str, today: date, regime: str = OWN) -> list[Path]:
    """Write a new project for the body ``name`` of ``area`` into ``folder``, and give its files, relative to it.

    ``regime`` is one of those that the package knows, or ``own``: then the project has a file for its own, in which
    nothing is stated yet.

    ``folder`` must be empty or not be there. The first meeting is put on a weekday some weeks after ``today``.
    Raises ``NotStarted`` when there is no such regime, when there is something in the folder, when it cannot be
    written, or when the check refuses the name or the area; then nothing is left behind.
    """
    if regime not in regimes_known():
        raise NotStarted(f'There is no regime "{regime}". Name one of these: {", ".join(regimes_known())}.')
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotStarted(f"{folder} is not a folder. Name a new one.")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise NotStarted(f"There is something in {folder} already. Name a new folder, or an empty one.")
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise NotStarted(_cannot(folder, error)) from error
    try:
        values = _values(" ".join(name.split()), " ".join(area.split()), _first_meeting(today), regime)
        written = _write(unfinished, values)
        refused = [problem for problem in check_folder(unfinished / "data").problems if problem.severity == "error"]
        if refused:
            raise NotStarted(f"The name or the area cannot be used. {refused[0].message} {refused[0].fix}")
        unfinished.chmod(0o755)  # a temporary folder is private, and this one is meant to be seen
        if folder.is_dir():
            folder.rmdir()
        unfinished.rename(folder)
    except OSError as error:
        raise NotStarted(_cannot(folder, error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)  # not there any more where all went well
    return written


def _cannot(folder: Path, error: OSError) -> str:
    return f"{folder} cannot be written: {error.strerror or error}. Name a folder in which you may write."


def _first_meeting(today: date) -> date:
    day = today + timedelta(weeks=_WEEKS_AHEAD)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _values(name: str, area: str, meeting: date, regime: str) -> Mapping[str, str]:
    texts = {
        "name": name,
        "area": area,
        "about": f"{name} publishes its papers here.",
        "made_from": f"the public papers of {name}.",
        "meeting": meeting.isoformat(),
        "regime": regime,
        "version": __version__,
    }
    return texts | {f"{key}:yaml": as_typed(text) for key, text in texts.items()}


def _name(of_pattern: str, meeting: str) -> str:
    """Give the name of a file or folder of the project by its name in the pattern."""
    return meeting if of_pattern == "first" else re.sub(r"^dot-", ".", of_pattern)


def _write(into: Path, values: Mapping[str, str]) -> list[Path]:
    """Write every file of the pattern, and what programs that help to type ask for; give their paths."""
    texts = {Path("schemas", name): text for name, text in schema_files().items()}
    texts[Path(".vscode", "settings.json")] = settings_file()
    for source in sorted(path for path in PATTERN.rglob("*") if path.is_file()):
        if source.parent.name == "regimes" and values["regime"] != OWN:
            continue
        where = Path(*(_name(part, values["meeting"]) for part in source.relative_to(PATTERN).parts))
        text = re.sub(r"<<([\w:]+)>>", lambda found: values[found[1]], source.read_text(encoding="utf-8"))
        texts[where] = text
    for where, text in texts.items():
        (into / where).parent.mkdir(parents=True, exist_ok=True)
        (into / where).write_text(text, encoding="utf-8", newline="\n")
    return [*texts]
