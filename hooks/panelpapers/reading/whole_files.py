"""Files of records are written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write files, with the rights that they had, and the folders for them.

    None is put in its place before all are written. Raises ``OSError`` where a disk refuses one, and leaves
    nothing behind then.
    """
    ready: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for file, data in files.items():
            made += [folder for folder in reversed(file.parents) if not folder.exists()]
            file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as new:
                ready.append((Path(new.name), file))
                new.write(data)
            Path(new.name).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
    except OSError:
        for unfinished, _ in ready:
            unfinished.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    for finished, file in ready:
        finished.replace(file)
