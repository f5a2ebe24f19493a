"""Which files a data folder has, and what each of them holds: the list of forms as reading needs it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from pydantic import create_model
from pydantic_core import PydanticCustomError

from ..records.base import Record
from ..records.forms import FORMS
from ..records.indicator import Indicator
from ..records.kinds import read_date, read_slug
from ..records.slips import slip

Key = str | tuple[str, ...]
"""What a record is known by among those of its family: an id, or several in the order of its path."""

_REQUIRED: Final = frozenset({"panel", "meetings"})


@dataclass(frozen=True)
class Family:
    """Records of one kind.

    ``name`` is the field of ``Records`` that holds them. ``path`` is where their files are, below the data folder;
    ``<date>`` and ``<id>`` stand for names that become the key of the record. ``listed`` says that one file holds
    many records, each with its own ``id``, in a list with the family's name.
    """

    name: str
    path: str
    record: type[Record]
    listed: bool

    @property
    def single(self) -> bool:
        """Whether there is one record of this family."""
        return not self.listed and "<" not in self.path

    @property
    def required(self) -> bool:
        """Whether the file must be there: in the data folder, or in each folder of a meeting."""
        return self.name in _REQUIRED

    @cached_property
    def form(self) -> type[Record]:
        """What one file holds: a record, or the list of them."""
        if not self.listed:
            return self.record
        entries = {self.name: (list.__class_getitem__(self.record), ...)}
        form: type[Record] = create_model(self.name.capitalize(), __base__=Record, **entries)  # type: ignore[call-overload]
        return form

    @cached_property
    def _parts(self) -> tuple[re.Pattern[str], ...]:
        """One pattern for each part of the path; names that become the key are groups."""
        parts = self.path.replace(".", r"\.").split("/")
        return tuple(re.compile(re.sub(r"<(\w+)>", r"(?P<\1>.+)", part), re.DOTALL) for part in parts)

    def _found(self, path: str) -> list[re.Match[str]] | None:
        found = [pattern.fullmatch(part) for pattern, part in zip(self._parts, path.split("/"), strict=False)]
        matches = [one for one in found if one is not None]
        return matches if len(matches) == path.count("/") + 1 else None

    def below(self, folder: str) -> bool:
        """Whether ``folder`` (with ``/``, below the data folder) may hold files of this family, or is one of them."""
        return self._found(folder) is not None

    def match(self, path: str) -> dict[str, str] | None:
        """Give the names that stand in ``path`` (with ``/``, below the data folder), or ``None`` for another file."""
        found = self._found(path)
        if found is None or len(found) < len(self._parts):
            return None
        return {name: value for one in found for name, value in one.groupdict().items()}

    def key(self, names: dict[str, str]) -> Key:
        """Give the key of a record from the names that stand in its path."""
        return tuple(names.values()) if len(names) > 1 else "".join(names.values())


FAMILIES: Final = tuple(
    Family(form.family, form.file.removeprefix("data/"), form.record, form.listed is not None) for form in FORMS
)


def check_meeting(name: str) -> None:
    """Accept ``2026-01-05`` and ``2026-01-05-visit`` as the name of a meeting's folder; raise a slip for others."""
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:-|$)", name):
        raise _meeting_slip(name, _date_in(name))
    read_date(name[:10])
    if name[10:]:
        try:
            read_slug(name[11:])
        except PydanticCustomError:
            raise _meeting_slip(name, name[:10]) from None


def _date_in(name: str) -> str | None:
    try:
        return read_date(re.sub(r"(?<=^\d{4}-\d\d-\d\d)\D.*", "", name)).isoformat()
    except PydanticCustomError as error:
        suggestion = (error.context or {}).get("suggestion")
        return suggestion if isinstance(suggestion, str) else None


def _meeting_slip(name: str, guess: str | None) -> PydanticCustomError:
    fix = "Name the folder of a meeting after its date, such as 2026-01-05 or 2026-01-05-visit."
    if guess:
        fix = f"Rename the folder to {guess}. {fix}"
    return slip("meeting-folder", f'"{name}" is not a name for the folder of a meeting.', fix)


CHECKS: Final[dict[str, Callable[[str], object]]] = {"date": check_meeting, "id": read_slug}
"""How each part of a path that stands for a name is checked."""


def form_of(path: Path) -> type[Record]:
    """Give the form of a file outside of a data folder, by its name; any other name is taken as an indicator's."""
    for family in FAMILIES:
        if path.name == family.path.rpartition("/")[2] or path.parent.name == family.path.split("/")[-2:][0]:
            return family.form
    return Indicator
