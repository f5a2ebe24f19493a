"""What a build made, kept for the next one under a hash of all that it follows from, in a folder of the user's cache.

An entry is never out of date, because its key has all that it is made from (``made_of.py``); nothing need be cleared.
It is plain bytes, of which nothing is run, and it is believed only when its own hash, which counts the key in, stands
beside it. The folder must belong to whoever builds, and nobody else may write into it. A store that is damaged, full,
locked by another build, or that cannot be read or written, costs time and nothing else.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Final

MOST: Final = 1_000_000_000
"""Bytes that are kept; then what was longest not asked for goes."""

LARGEST: Final = 100_000_000
"""Bytes that one entry may have when it is unpacked."""

_AT_ONCE: Final = 4_000_000
"""Bytes that are written together, so that a build holds the lock of the store for moments only."""

_OTHERS_WRITE: Final = 0o022
_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, hash BLOB NOT NULL, content BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS asked"
    " (key BLOB PRIMARY KEY, moment INTEGER NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID",
)


def cache_folder(environment: Mapping[str, str] = os.environ, *, of_charts: bool = False) -> Path | None:
    """Give the folder for what is kept in the user's cache, where the XDG standard puts it.

    Gives ``None`` where ``PANEL_CACHE`` is ``off``, and for a user without a home: nothing is kept then. Where it is
    ``charts``, only they are.
    """
    if environment.get("PANEL_CACHE", "").strip().lower() in (("off",) if of_charts else ("off", "charts")):
        return None
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    try:
        return (named if named.is_absolute() else Path.home() / ".cache") / "panel-papers"
    except RuntimeError:
        return None


class Store:
    """What is kept in a folder; without a folder, nothing is. Nothing is ever raised for the state of a disk."""

    def __init__(self, folder: Path | None, most: int = MOST) -> None:
        self._file = folder and folder / "kept-1.sqlite"
        self._most = most
        self._waiting: dict[bytes, bytes] = {}
        self._room = 0
        self._asked: dict[bytes, int] = {}
        self._database = self._opened()

    @property
    def keeps(self) -> bool:
        """Whether anything is kept: else no key needs to be worked out."""
        return self._database is not None

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under a key, or ``None`` where there is nothing that can be believed."""
        packed = self._waiting.get(key)
        if packed is None and self._database is not None:
            try:
                row = self._database.execute("SELECT hash, content FROM kept WHERE key = ?", (key,)).fetchone()
            except sqlite3.Error as error:
                self._fail(error)
                return None
            if row and isinstance(row[0], bytes) and isinstance(row[1], bytes) and row[0] == _hash(key, row[1]):
                packed = row[1]
        content = None if packed is None else _unpacked(packed)
        if packed is not None and content is not None:
            self._asked[key] = len(packed)
        return content

    def put(self, key: bytes, content: bytes) -> None:
        """Keep something under a key."""
        if self._database is None or len(content) > LARGEST:
            return
        self._waiting[key] = packed = zlib.compress(content, 1)
        self._asked[key] = len(packed)
        self._room += len(packed)
        if self._room > _AT_ONCE:
            self._write()

    def finish(self) -> None:
        """Write what waits, and let go of what was longest not asked for where there is more than may be kept."""
        self._write()
        if self._database is None:
            return
        moment = int(time())
        try:
            with self._database as database:
                database.execute("BEGIN IMMEDIATE")
                asked = ((key, moment, size) for key, size in self._asked.items())
                database.executemany("INSERT OR REPLACE INTO asked VALUES (?, ?, ?)", asked)
                self._make_room(database)
        except sqlite3.Error as error:
            self._fail(error)
        if self._database is not None:
            self._database.close()
            self._database = None

    def _make_room(self, database: sqlite3.Connection) -> None:
        rows = database.execute("SELECT key, size FROM asked ORDER BY moment DESC, key").fetchall()
        kept, gone = 0, []
        for key, size in rows:
            kept += size
            if kept > self._most:
                gone.append((key,))
        for table in ("kept", "asked"):
            database.executemany(f"DELETE FROM {table} WHERE key = ?", gone)  # noqa: S608 - two names of ours
        database.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM asked)")

    def _write(self) -> None:
        waiting, self._waiting, self._room = self._waiting, {}, 0
        if self._database is None or not waiting:
            return
        try:
            with self._database as database:
                database.execute("BEGIN IMMEDIATE")
                rows = ((key, _hash(key, packed), packed) for key, packed in waiting.items())
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                sizes = ((key, int(time()), len(packed)) for key, packed in waiting.items())
                database.executemany("INSERT OR REPLACE INTO asked VALUES (?, ?, ?)", sizes)
        except sqlite3.Error as error:
            self._fail(error)

    def _opened(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_ours(self._file.parent) or (self._file.exists() and not _is_ours(self._file)):
                return None
        except OSError:
            return None
        for _ in range(2):
            try:
                database = sqlite3.connect(self._file, timeout=0, isolation_level=None)
                database.execute("PRAGMA journal_mode = WAL")
                database.execute("PRAGMA synchronous = OFF")  # what a crash damages is told by its hash
                database.execute("PRAGMA trusted_schema = OFF")
                for table in _TABLES:
                    database.execute(table)
            except sqlite3.Error as error:
                self._fail(error)
            else:
                return database
        return None

    def _fail(self, error: sqlite3.Error) -> None:
        """Go on without the store; one that is no database any more is taken away, so that the next build has one."""
        self._database = None
        busy = isinstance(error, sqlite3.OperationalError)  # locked, full or read-only: as good as ever later
        if self._file is not None and not busy:
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    self._file.with_name(self._file.name + ending).unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    """Whether a file or folder belongs to whoever asks, and nobody else may write it."""
    if not hasattr(os, "getuid"):
        return True  # on Windows each user's folder is their own
    found = path.stat()
    return found.st_uid == os.getuid() and not found.st_mode & _OTHERS_WRITE


def _hash(key: bytes, packed: bytes) -> bytes:
    return sha256(key + b"\0" + packed).digest()


def _unpacked(packed: bytes) -> bytes | None:
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, LARGEST)
    except zlib.error:
        return None
    return content if unpacking.eof else None
