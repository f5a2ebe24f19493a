"""Runs a reader in a process of its own, with bounds of time and memory: a file can be made to ask for more."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from panelpapers.importing.parts import Source
from panelpapers.importing.unreadable import Unreadable

_SECONDS = 120  # of a processor; a pack of a thousand pages takes thirty
_BYTES = 2_000_000_000

Reader = Callable[[Path], Source]


def read_apart(reader: Reader, path: Path) -> Source:
    """Read a file by a reader, a function of a module.

    Raises Unreadable as the reader does, and where it asks for more time or memory than papers need, or breaks down.
    """
    spawned = multiprocessing.get_context("spawn")
    here, there = spawned.Pipe(duplex=False)
    process = spawned.Process(target=_read, args=(reader, path, there), daemon=True)
    process.start()
    there.close()
    try:
        answer = here.recv() if here.poll(5 * _SECONDS) else None
    except EOFError:
        answer = None
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(answer, Source):
        return answer
    if answer:
        raise Unreadable(*answer)
    wrong = "reading it takes more time or memory than any papers need: it is damaged, or was made to do harm."
    raise Unreadable(path.name, wrong, "Open it in a PDF reader, print it to a new PDF, and import that.")


def _read(reader: Reader, path: Path, answer: Connection) -> None:
    _bound()
    try:
        answer.send(reader(path))
    except Unreadable as refused:
        answer.send(refused.told)
    except MemoryError:
        answer.send(None)


def _bound() -> None:
    try:
        import resource  # not on Windows, where the time alone is bounded
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
