"""The guide for editors as tests read it: its pages by regime, and the files of its examples with what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from panelpapers.pages.packaged import in_words_of
from panelpapers.pages.sections import SECTIONS
from panelpapers.pages.site import Site
from panelpapers.plugin.ours import HAND_WRITTEN
from panelpapers.records.regime import NOTHING_STATED, Regime

PAGES: Final = ("editors.md", *(f"editors/{path.name}" for path in sorted((HAND_WRITTEN / "editors").glob("*.md"))))
_FILE: Final = re.compile(r"^(\w+)\b[^\n`]*`(data/[^`]+)`[^\n]*:\n\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SAYS: Final = re.compile(r"page `/([^`]*)` (then says|still says|then no longer says) \"([^\"]+)\"")
_HEADING: Final = re.compile(r"^## (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """A file as an example has it. ``kind`` is the first word about it: New, Before, After, Wrong, File."""

    kind: str
    path: str
    text: str


@dataclass(frozen=True)
class Section:
    """A section of a page: its files in order, and what a page of the site then says, or no longer says."""

    heading: str
    text: str
    steps: tuple[Step, ...]
    says: tuple[tuple[str, str, str], ...]


def guide(page: str, regime: Regime = NOTHING_STATED) -> str:
    """Give the Markdown of a page of the guide as a publication of a regime has it."""
    site = Site({}, {}, made_on=date(2026, 6, 1), sections=SECTIONS, regime=regime)
    return in_words_of(site, (HAND_WRITTEN / page).read_text(encoding="utf-8"))


def whole_guide(regime: Regime = NOTHING_STATED) -> str:
    """Give all pages of the guide, one after the other."""
    return "\n".join(guide(page, regime) for page in PAGES)


def sections(page: str, regime: Regime = NOTHING_STATED) -> Iterator[Section]:
    """Give the sections of a page, each with its examples."""
    _, *parts = _HEADING.split(guide(page, regime))
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        steps = tuple(Step(*found) for found in _FILE.findall(text))
        yield Section(heading, text, steps, tuple(_SAYS.findall(text)))


def put(step: Step, project: Path) -> None:
    """Write the file of a step into a project."""
    path = project / step.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(step.text, encoding="utf-8")
