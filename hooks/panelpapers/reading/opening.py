"""Files opened with care: ordinary files alone, never through a link, and no more of them than is asked for."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

_CAREFUL: Final = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""A link is not followed, and a pipe to which nobody writes is not waited for."""

A_LINK: Final = ("This is a link to another place, which is not followed.", "Put the file itself here.")
"""What is told of a link, and what to do."""


def read_bytes(path: Path, most: int) -> bytes:
    """Give the first ``most`` bytes of an ordinary file.

    Raises ``OSError`` for all that cannot be read, with ``ELOOP`` for a link and ``EINVAL`` for a folder, a pipe, a
    device and whatever else could go on without end.
    """
    if os.path.islink(path):  # noqa: PTH114 - unlike is_symlink, it raises nothing
        raise OSError(errno.ELOOP, "is a link", str(path))
    number = os.open(path, os.O_RDONLY | _CAREFUL)
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, "is not an ordinary file", str(path))
        with os.fdopen(number, "rb", closefd=False) as opened:
            return opened.read(most)
    finally:
        os.close(number)
