"""Several files onto the disk, all of them or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file below a folder, each whole or not at all; none before all are there to be put in their places.

    Raises ``OSError`` where a disk refuses one; then no file and no new folder is left behind.
    """
    ready: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for path, data in files.items():
            where = folder / path
            made += [above for above in (*reversed(where.parents),) if not above.exists()]
            where.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=where.parent, prefix=".", delete=False) as new:
                ready.append((Path(new.name), where))
                new.write(data)
            new_mode = where.stat().st_mode & 0o777 if where.exists() else 0o644
            Path(new.name).chmod(new_mode)
    except OSError:
        for unfinished, _ in ready:
            unfinished.unlink(missing_ok=True)
        for empty in reversed(made):
            with suppress(OSError):
                empty.rmdir()
        raise
    for finished, where in ready:
        os.replace(finished, where)  # noqa: PTH105 - it says what it does
