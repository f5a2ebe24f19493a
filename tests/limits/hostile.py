"""Measure how long the check takes for files made to keep it busy: ``nox -s hostile``; more than two seconds fail.

Each file has less than 1 MB. Processor time is measured, of the check of a small folder with that file in it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from panelpapers.publication import check_folder
from tests.limits.forms_typed import copy_folder
from tests.limits.many import UNITS, entries

MOST_SECONDS: Final = 2.0
MEGABYTE: Final = 999_000
PAPER: Final = (
    "title: T\nkind: report\nitem: 2\nsummary: S.\nbackground_papers: none\n"
    "sections:\n  - title: S\n    paragraphs:\n"
)


def files(data: Path) -> Iterator[tuple[str, str, str]]:
    """Give each file that is tried: what it is, its name below the folder, and its text."""
    for many in entries(data):
        for count in (300, 2_000):
            yield f"{count} of {many.name}", many.file, many.text(count).lstrip("\n")[:MEGABYTE]
    for unit in UNITS:
        text = (unit * (19_000 // len(unit))).replace("\n", "\n          ")
        several = "".join(f"      - number: {number}\n        text: |\n          {text}\n" for number in range(1, 15))
        yield f"paragraphs of {unit!r}", "meetings/2027-03-31/papers/response-times.yml", PAPER + several
        raw = unit * (290_000 // len(unit))
        yield f"a file of {unit!r}", "meetings/2027-03-31/agenda.yml", raw
        lines = f"{unit}\n" * min(9_000, 290_000 // len(unit))
        yield f"lines of {unit!r}", "meetings/2027-03-31/agenda.yml", lines
        yield f"addresses of {unit!r}", "published-addresses.txt", f"{unit}/\n" * (900_000 // (len(unit) + 2))


def main() -> None:
    """Check the folder with each file, and tell the slowest and whatever is too slow."""
    taken: list[tuple[float, str]] = []
    with TemporaryDirectory() as folder:
        data = copy_folder(Path(folder))
        check_folder(data)
        for what, name, text in files(data):
            file = data / name
            before = file.read_bytes() if file.exists() else None
            file.write_text(text, encoding="utf-8")
            began = time.process_time()
            check_folder(data)
            taken.append((time.process_time() - began, what))
            if before is None:
                file.unlink()
            else:
                file.write_bytes(before)
    slow = [(seconds, what) for seconds, what in taken if seconds > MOST_SECONDS]
    for seconds, what in sorted(taken, reverse=True)[: max(10, len(slow))]:
        print(f"{seconds:5.2f} s  {what}")  # noqa: T201 - it tells what it measured
    print(f"{len(taken)} files, {len(slow)} of them over {MOST_SECONDS} seconds")  # noqa: T201
    raise SystemExit(1 if slow else 0)


if __name__ == "__main__":
    main()
