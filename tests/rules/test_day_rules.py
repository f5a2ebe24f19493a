"""Days that can hardly be: each with a year that is typed wrong, in the folder of a small town's panel."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from panelpapers.checking import check
from panelpapers.facts.dossier import Dossier
from panelpapers.reading.folder import read_folder

TODAY = date(2027, 1, 20)
MEETING = "meetings/2027-01-11"
FILES = {
    "panel.yml": """name: Northshire Joint Committee
short_name: the Committee
area: Northshire
about: It asks.
edition: {statement: A test., made_from: Nothing.}
""",
    f"{MEETING}/meeting.yml": "state: held\nstarts: 14:00\n",
    f"{MEETING}/agenda.yml": """published: 2027-01-04
corrected_on: 2027-01-05
items:
  - number: 1
    title: Pay
""",
    f"{MEETING}/papers/pay.yml": """title: Pay
kind: report
item: 1
dated: 2027-01-04
summary: It is about pay.
sections:
  - title: Pay
    text: It is paid.
""",
    f"{MEETING}/minutes.yml": """published: 2027-01-18
minutes:
  - number: 1
    title: Pay
    item: 1
    resolutions:
      - text: Pay is looked at.
        action: {owner: the Clerk, due: 2027-03-01}
""",
}


def told(folder: Path, file: str = "", old: str = "", new: str = "") -> list[tuple[str, str]]:
    """Give the codes of what is told of days in the folder with something else typed, each with how severe it is."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        assert name != file or old in text
        (folder / name).write_text(text.replace(old, new) if name == file else text, encoding="utf-8")
    found = check(Dossier(read_folder(folder).records), TODAY)
    codes = ("doubtful-day", "days-backwards", "published-late", "minutes-before-meeting", "dated-after-meeting")
    return [(problem.code, problem.severity) for problem in found if problem.code in codes]


def test_days_that_fit_are_not_told(tmp_path: Path) -> None:
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("agenda.yml", "published: 2027", "published: 2037", ["published-late", "doubtful-day", "days-backwards"]),
        ("agenda.yml", "published: 2027", "published: 2028", ["published-late", "doubtful-day", "days-backwards"]),
        ("agenda.yml", "published: 2027", "published: 2026", ["doubtful-day"]),
        ("agenda.yml", "corrected_on: 2027", "corrected_on: 2026", ["days-backwards", "doubtful-day"]),
        ("agenda.yml", "corrected_on: 2027", "corrected_on: 2127", ["doubtful-day"]),
        ("papers/pay.yml", "2027", "2026", ["doubtful-day"]),
        ("papers/pay.yml", "2027", "2037", ["dated-after-meeting", "doubtful-day"]),
        ("minutes.yml", "published: 2027", "published: 2028", ["doubtful-day"]),
        ("minutes.yml", "published: 2027", "published: 2026", ["minutes-before-meeting"]),
        ("minutes.yml", "due: 2027", "due: 2037", ["doubtful-day"]),
    ],
)
def test_a_year_that_is_typed_wrong_is_told(
    file: str, old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    found = told(tmp_path, f"{MEETING}/{file}", old, new)
    assert sorted(code for code, _ in found) == sorted(expected)
