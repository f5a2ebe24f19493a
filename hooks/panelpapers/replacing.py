"""A folder that is replaced as a whole: made anew beside the old one, and then exchanged with it.

A reader finds the old folder or the new one, never a part of either, wherever a build is killed. The names beside a
folder ``site`` say what is left to do, so that the next start puts it right:

- ``.site.building`` is a folder in the making, or the one before after the exchange. Nobody needs it.
- ``.site.before`` is the old folder where two cannot be exchanged in one call. Without ``site``, it is the site.
- ``.site.lock`` keeps two builds apart. The system itself lets go of it when a build is killed.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

SIGNS: Final = ("index.html", "404.html", "sitemap.xml")
"""Files by which a folder is known for a site. A folder that has none of them may be somebody's own."""

FOLDER_MODE: Final = 0o755
FILE_MODE: Final = 0o644

_HERE: Final = -100  # AT_FDCWD of Linux: paths are as the process sees them
_EXCHANGE: Final = 2  # RENAME_EXCHANGE
_NO_EXCHANGE: Final = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)

_ELSEWHERE: Final = ", or name another folder with --site-dir"
_NO_RIGHT: Final = f"Give whoever builds the right to read and write there{_ELSEWHERE}."
_NO_ROOM: Final = "Make room on that disk, and build again."
_NOT_MOVED: Final = "A disk is mounted there, or it is part of an image. Name a folder inside of it with --site-dir."
_CURES: Final = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.EBUSY: _NOT_MOVED,
    errno.EXDEV: _NOT_MOVED,
    errno.ENAMETOOLONG: "Give what it is named after a shorter id, and build again.",
}
_OTHERWISE: Final = "Put this right, and build again."
_LONGEST: Final = 300
"""Letters of a path that are told: one that is too long need not be read in full."""


class NotReplaced(RuntimeError):  # noqa: N818 - said as people say it
    """A folder is none that a site may replace. The message is for people: what it is, and what to do."""


class Replacement:
    """Makes a folder anew beside the old one, and puts it in its place whole or not at all.

    Where a link stands, the folder that it leads to is replaced. What a disk refuses is raised as ``OSError``, and
    the old folder stands all the same.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(os.path.realpath(folder))
        self.new = self._beside("building")
        self._before = self._beside("before")
        self._lock_file = self._beside("lock")
        self._lock = FileLock(self._lock_file)

    def _beside(self, what: str) -> Path:
        return self.folder.parent / f".{self.folder.name}.{what}"

    def begin(self, wait: float, *, from_old: bool = False) -> bool:
        """Clear what killed builds left, and make the folder ``new`` to build into: as a copy, if ``from_old``.

        Gives ``False`` when another build still works on the same folder after ``wait`` seconds. Raises
        ``NotReplaced`` for a folder that a site may not replace.
        """
        _refuse_what_is_no_site(self.folder)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self._lock_file.open("a").close()  # where no file can be made, the lock would be waited for in vain
        try:
            self._lock.acquire(timeout=wait)
        except Timeout:
            return False
        self._put_right()
        if from_old and self.folder.exists():
            shutil.copytree(self.folder, self.new, symlinks=True)
        else:
            self.new.mkdir()
        return True

    def finish(self) -> None:
        """Put the new folder in the place of the old one, open to all readers, and let the next build begin.

        What is hidden in the old folder, such as ``.git``, belongs to whoever put it there, and is taken along.
        """
        _open_to_all(self.new)
        if not self.folder.exists():
            self.new.rename(self.folder)
        else:
            _copy_hidden(self.folder, self.new)
            if not exchange(self.new, self.folder):
                self._exchange_by_two_moves()
        self.leave()

    def leave(self) -> None:
        """Clear away what is not the site, and let the next build begin. Does nothing where none was begun."""
        if self._lock.is_locked:
            with suppress(OSError):  # the site stands: what cannot be cleared now, the next start clears or tells of
                self._put_right()
            self._lock.release(force=True)

    def _exchange_by_two_moves(self) -> None:
        self.folder.rename(self._before)
        try:
            self.new.rename(self.folder)
        except OSError:
            self._before.rename(self.folder)
            raise

    def _put_right(self) -> None:
        if self._before.exists() and not self.folder.exists():
            self._before.rename(self.folder)
        for left in (self.new, self._before):
            _remove(left)


def exchange(new: Path, old: Path) -> bool:
    """Exchange two folders in one call of the system. Gives ``False``, with nothing done, where there is none."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        return False
    if call(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(old))


def in_words(error: OSError, folder: Path | None) -> str:
    """Say in one line what a disk refused: where, what, and what to do.

    A full disk does not say where: then it was in the ``folder`` that was built, if one was.
    """
    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else folder or "A file"
    if len(str(where)) > _LONGEST:
        where = f"{str(where)[:_LONGEST]}…"
    why = (error.strerror or str(error)).rstrip(".")
    cure = _CURES.get(error.errno or 0, _OTHERWISE)
    return f"{where}: {why}. {cure if folder else cure.replace(_ELSEWHERE, '')}"


def _refuse_what_is_no_site(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotReplaced(f"{folder} is a file. Move it away, or name a folder for the site with --site-dir.")
    if os.path.ismount(folder):
        raise NotReplaced(f"{folder} cannot be replaced. {_NOT_MOVED}")
    names = sorted(entry.name for entry in folder.iterdir() if not _is_hidden(entry))
    if names and not set(SIGNS).intersection(names):
        raise NotReplaced(
            f"{folder} holds files and no site, such as {names[0]}, and a site would take their place. "
            "Empty it yourself if nobody needs them, or name another folder with --site-dir."
        )


def _open_to_all(folder: Path) -> None:
    """Let everybody read what is in a folder, whatever the person who built it keeps from others."""

    def refused(error: OSError) -> None:
        raise error  # walk would pass over a folder that cannot be read

    for parent, _, files in os.walk(folder, onerror=refused):
        Path(parent).chmod(FOLDER_MODE)
        for name in files:
            Path(parent, name).chmod(FILE_MODE)


def _copy_hidden(old: Path, new: Path) -> None:
    for entry in old.iterdir():
        copy = new / entry.name
        if not _is_hidden(entry) or copy.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, copy, symlinks=True)
        else:
            shutil.copy2(entry, copy, follow_symlinks=False)


def _is_hidden(entry: Path) -> bool:
    return entry.name.startswith(".")


def _remove(left: Path) -> None:
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left)
    else:
        left.unlink(missing_ok=True)
