"""Data, calendars and feeds of some publications, read by programs of others: each file that one refuses is told.

csvw reads every description of a table, frictionless the Data Package, ics and ical.js calendars, feedparser feeds.
What the unit tests hold for themselves, such as the JSON Schema, is not asked again here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.site import File
from panelpapers.reading.folder import read_folder
from panelpapers.records.panel import Licence

HERE: Final = Path(__file__).parent
CASES: Final = {
    "first-publication": date(2025, 12, 23),
    "second-panel": date(2027, 4, 15),
    "bodies/hartwell": date(2026, 7, 1),
    "bodies/saltmere": date(2027, 7, 5),
}


def written(case: str, day: date, folder: Path) -> Path:
    """Write the files of the site of a case into a folder of its own, and give that."""
    records = read_folder(HERE / "cases" / case).records
    assert records.panel
    offered = {
        "data_files": True,
        "licence": Licence(name="CC BY 4.0", address="https://creativecommons.org/licenses/by/4.0/"),
    }
    records = replace(records, panel=records.panel.model_copy(update=offered))
    site = build(Dossier(records), day, HERE.parent / "theme_overrides", home="https://papers.example/panel/")
    own = folder / case
    shutil.rmtree(own, ignore_errors=True)
    for address, file in site.files.items():
        if isinstance(file, File):
            (own / address).parent.mkdir(parents=True, exist_ok=True)
            (own / address).write_bytes(file.content)
    return own


def refused(own: Path) -> Iterator[str]:
    """Tell what is refused of the files of one site, and by which program."""
    import feedparser
    from csvw import CSVW
    from frictionless import validate
    from ics import Calendar

    for path in sorted(own.rglob("*.csv-metadata.json")):
        if not CSVW(str(path), validate=True).is_valid:
            yield f"csvw refuses {path}"
    report = validate(str(own / "data" / "datapackage.json"))
    yield from (f"frictionless: {told}" for told in report.flatten(["path", "fieldName", "note"]))
    calendars = sorted(own.rglob("*.ics"))
    node = ["node", str(HERE / "validating" / "calendars.mjs"), *map(str, calendars)]
    yield from subprocess.run(node, capture_output=True, text=True, check=True).stdout.splitlines()
    for path in calendars:
        text = path.read_bytes().decode("utf-8")
        if len(Calendar(text).events) != text.count("BEGIN:VEVENT"):
            yield f"ics does not read all of {path}"
    for path in sorted(own.rglob("*.xml")):
        read = feedparser.parse(path.read_bytes())
        if read.bozo or len(read.entries) != path.read_text(encoding="utf-8").count("<entry"):
            yield f"feedparser does not read all of {path}"


if __name__ == "__main__":
    sys.setrecursionlimit(20_000)  # the grammar of ics goes deep
    folder = Path(sys.argv[1])
    sys.exit("\n".join(line for case, day in CASES.items() for line in refused(written(case, day, folder))) or None)
