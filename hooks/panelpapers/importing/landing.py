"""Drafts into a data folder, where nothing is yet: all or none; or into a scratch folder, with what differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..reading.characters import mend_characters
from ..reading.folder import bytes_of, shown
from ..reading.typed_inside import without_marks
from ..reading.validate import read_record
from ..records.base import Draftable
from ..records.forms import FORMS, Form
from ..writing.lines import ByHand, Lines, Value, lines_of
from .drafts import Draft
from .sheets.plan import Plan

ASIDE: Final = "imported"
"""The folder beside the data folder for what is in no record. Git passes over it."""
_ROUNDS: Final = 8
_PLAIN: Final = (
    (re.compile(r"<(?=\s*(?:[/!?]\s*)?[A-Za-z]|!--)"), "‹"),
    (re.compile(r"\](?=\()"), "] "),
    (re.compile(r"^(?= {0,3}(?:#{1,6}\s|={3,}\s*$|~~~|\[[^\]]+\]:\s|#$)|(?:- +)*[|>]-?$)", re.MULTILINE), r"\\"),
)
"""Signs of HTML, of links and of headings, and what they are in a text that has none of these."""
_NOT_IN_SCRATCH: Final = ("there-already/", "refused/")
_STAYS: Final = "meeting.yml"
"""A file that is there already as a rule, since the meeting was announced: it stays as it is."""


class NotLanded(Exception):  # noqa: N818 - it is what is told
    """Nothing was written. The message says why, and what to do."""


@dataclass
class Landing:
    """What is to be written below the data folder, and what is not."""

    plan: Plan
    there: list[str] = field(default_factory=list)
    """Files of drafts that are there already: without a scratch folder nothing may be written."""
    stay: list[str] = field(default_factory=list)
    """Files of meetings that are there already, and that stay as they are."""
    refused: dict[str, str] = field(default_factory=dict)
    """Drafts that their form refuses, by their paths, and why: they are put aside."""
    aside: dict[str, bytes] = field(default_factory=dict)
    """What is put beside the data folder for somebody to read, by its path."""


def planned(drafts: Iterable[Draft], data: Path) -> Landing:
    """Work out what the drafts come to in a data folder. People are added to the file that has the others."""
    landing = Landing(Plan(data))
    for draft in drafts:
        form = next(form for form in FORMS if form.match(draft.path) is not None)
        where = data / draft.path
        text = _added(where, form, draft) if form.listed and where.exists() else as_yaml(draft.fields)
        if why := _at_once(form) or _refusal(text, where, form):
            landing.refused[draft.path] = why
            landing.aside[f"refused/{draft.path}"] = text
        elif where.exists() and not form.listed:
            (landing.stay if where.name == _STAYS else landing.there).append(draft.path)
            landing.aside[f"there-already/{draft.path}"] = text
        else:
            landing.plan.files[draft.path] = text
    return landing


def as_yaml(fields: Mapping[str, Value]) -> bytes:
    """Give a group of fields as a file, which is read back as the same texts."""
    lines = (line.rstrip() for line in lines_of(tidy_fields(fields)))
    return ("\n".join(lines) + "\n").encode()


def tidy_fields(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Give the same fields without letters that no record holds: of control, unseen, or spaces of other kinds."""
    tidied = {name: _tidy_value(value) for name, value in fields.items()}
    return {name: value for name, value in tidied.items() if value != ""}


def _tidy_value(value: Value) -> Value:
    if isinstance(value, dict):
        return tidy_fields(value)
    if isinstance(value, list):
        return [_tidy_value(entry) for entry in value]
    return tidy(value) if isinstance(value, str) else value


def tidy(text: str) -> str:
    """Give a text as a record holds it: as printed, but for what no form takes.

    That are letters that nobody sees, white space at its ends, back-ticks, and signs of HTML, links and headings.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    lines = (_mended(line.replace("\t", " ").replace("`", "'")).rstrip() for line in plain.split("\n"))
    text = "\n".join(lines).strip()
    for sign, plain in _PLAIN:
        text = sign.sub(plain, text)
    return without_marks(text)


def _mended(line: str) -> str:
    """Take out of a line what nobody sees, and what comes to light behind that."""
    for _ in range(_ROUNDS):
        before, line = line, mend_characters(line, "")[0]
        if line == before:
            break
    return line


def _added(where: Path, form: Form, draft: Draft) -> bytes:
    """Give the file of a list with new entries at its end; no other line changes."""
    data, _ = bytes_of(where)
    record = None if data is None else read_record(data, shown(where), form.model)[0]
    if data is None or record is None:
        raise NotLanded(
            f"{shown(where)} cannot be read as it is. Run panel-papers check, put it right, and try again."
        )
    lines = Lines(data, shown(where), form.model)
    entries = draft.fields.get(form.family)
    new: list[Mapping[str, Value]] = (
        [tidy_fields(entry) for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    )
    try:
        lines.add((form.family,), len(getattr(record, form.family)) - 1, new)
    except ByHand as why:
        raise NotLanded(f"{why}: new entries cannot be put in here. Lay this list out as the guide has it.") from why
    return lines.bytes_with_changes()


def _at_once(form: Form) -> str:
    """Say why a record cannot be written before a person has read it, where nothing keeps it off the site."""
    told = "Nothing would keep it off the site until you have read it, so put it there yourself."
    return "" if issubclass(form.record, Draftable) else told


def _refusal(text: bytes, where: Path, form: Form) -> str:
    """Say why a form refuses a draft; nothing where it does not."""
    _, problems = read_record(text, shown(where), form.model)
    errors = [problem for problem in problems if problem.severity == "error"]
    return f"{errors[0].message} {errors[0].fix}" if errors else ""


def land(landing: Landing, aside: Path) -> None:
    """Write the drafts, and beside the data folder what is to be read; all or nothing.

    Raises `NotLanded` where a draft is there already, and `OSError` where a disk refuses something.
    """
    if landing.there:
        files = ", ".join(landing.there[:3]) + (" and others" if len(landing.there) > 3 else "")
        told = f"There is something already: {files}. Nothing was written."
        raise NotLanded(f"{told} Try: --into FOLDER, which writes there and shows what differs.")
    data = landing.plan.data
    beside = {f"{aside.relative_to(data.parent).as_posix()}/{path}": text for path, text in landing.aside.items()}
    beside[f"{ASIDE}/.gitignore"] = b"*\n"
    Plan(data.parent, beside | {f"{data.name}/{path}": text for path, text in landing.plan.files.items()}).write()


def land_in(landing: Landing, drafts: Iterable[Draft], folder: Path) -> Path:
    """Write all drafts into a new folder, with what differs from the files of the same names; give that file.

    Raises `NotLanded` where there is something in the folder.
    """
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise NotLanded(f"There is something in {folder} already. Name a new folder, or an empty one.")
    data = landing.plan.data
    every = Plan(data, {draft.path: as_yaml(draft.fields) for draft in drafts} | landing.plan.files)
    differences = {path: text for path, text in every.files.items() if (data / path).exists()}
    aside = {path: text for path, text in landing.aside.items() if not path.startswith(_NOT_IN_SCRATCH)}
    aside |= {".gitignore": b"*\n", "differences.diff": (Plan(data, differences).diff() + "\n").encode()}
    Plan(folder, aside | {f"data/{path}": text for path, text in every.files.items()}).write()
    return folder / "differences.diff"
