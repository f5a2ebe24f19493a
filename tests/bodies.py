"""Small invented publications of other bodies, in ``tests/cases/bodies``: each reads as its documents would."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "cases" / "bodies"


def copy_of(body: str, folder: Path, file: str = "", typed: str = "", instead: str = "") -> Path:
    """Copy a body into a folder, perhaps with another passage in one of its files, and give its data folder."""
    data = Path(shutil.copytree(FOLDER / body, folder / "data"))
    if file:
        text = (data / file).read_text(encoding="utf-8")
        assert text.count(typed) == 1, f"{file} must hold this once: {typed}"
        (data / file).write_text(text.replace(typed, instead), encoding="utf-8")
    return data
