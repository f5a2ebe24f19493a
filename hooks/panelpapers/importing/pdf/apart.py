"""Runs a reader in a process of its own, with bounds of time and memory: a file can be made to ask for more."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from panelpapers.importing.parts import Source
from panelpapers.importing.unreadable import Unreadable

_SECONDS = 120  # of a processor; a pack of a thousand pages takes thirty
_BYTES = 2_000_000_000
_START = "from panelpapers.importing.pdf.apart import answer; answer()"

Reader = Callable[[Path], Source]


def read_apart(reader: Reader, path: Path) -> Source:
    """Read a file by a reader, a function of a module.

    Raises Unreadable as the reader does, and where it asks for more time or memory than papers need, or breaks down.
    """
    command = [sys.executable, "-c", _START, reader.__module__, reader.__name__, str(path)]
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        done = subprocess.run(  # noqa: S603 - this Python, and words that no shell reads
            command, env=surroundings, capture_output=True, timeout=5 * _SECONDS, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as broken:
        wrong = "reading it takes more time or memory than any papers need: it is damaged, or was made to do harm."
        cure = "Open it in a PDF reader, print it to a new PDF, and import that."
        raise Unreadable(path.name, wrong, cure) from broken
    found: Source | tuple[str, str, str] = pickle.loads(done.stdout)  # noqa: S301 - our own process wrote it
    if isinstance(found, Source):
        return found
    raise Unreadable(*found)


def answer() -> None:
    """Read the file that the command line names by the reader that it names; write to stdout what came of it."""
    _bound()
    module, name, path = sys.argv[1:]
    try:
        found = getattr(import_module(module), name)(Path(path))
    except Unreadable as refused:
        found = refused.told
    sys.stdout.buffer.write(pickle.dumps(found))


def _bound() -> None:
    try:
        import resource  # not on Windows, where the time alone is bounded
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
