"""Every field of every form, and a folder of records in which any one of them is typed otherwise."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from panelpapers.reading.events import read_events
from panelpapers.records.base import Record
from panelpapers.records.forms import FORMS, fields_in_words

FOLDER: Final = Path(__file__).parents[1] / "cases" / "second-panel"
ADDED: Final = {
    "renamed.yml": "renamed:\n  - was: plan/old/\n    now: plan/\n",
    "regimes/response-times.yml": "name: Boards of the north\nlanguage: en\nzone: Europe/Dublin\n",
}
"""Forms of which the small panel has no file."""

PLACES: Final = {"<date>": "2027-03-31", "<id>": "response-times"}
_ELSEWHERE: Final = {
    "meetings/2027-03-31/minutes.yml": "meetings/2027-02-08/minutes.yml",
    "indicators/response-times.yml": "indicators/response-time.yml",
}

_BY_NAME: Final = {"numeral": "i", "action": "2027-02-08-13-i", "rating": "Done"}
_SAMPLES: Final = {
    "a date": "2027-03-01",
    "a time": "14:00",
    "yes or no": "yes",
    "a figure": "13.5",
    "a whole number": "1",
    "a number as it is printed": "1",
    "the number of": "1",
    "the id of a meeting": "2027-02-08",
    "the id of a matter": "northshire",
    "an id": "northshire",
    "the id of a person": "northshire",
    "the id or name of a person": "northshire",
    "a web address": "https://www.example.org/a",
    "an address on this site": "plan/",
    "the name of a file": "list.pdf",
    "one line of plain text": "Some words",
    "text, in paragraphs": "Some words in a sentence.",
    "a period": "2026",
    "a share": "2/3",
    "a time zone": "Europe/Dublin",
    "three letters": "EUR",
    "the sign of a language": "cy",
    "a day of every year": "1 February",
    "the hash": f"sha256:{'0' * 64}",
    "text": "Some words",
}

Step = str | int
Way = tuple[Step, ...]


@dataclass(frozen=True)
class Field:
    """A field of a form: the file that it stands in, below the data folder, and the way to it within the file."""

    file: str
    way: Way
    takes: str
    inner: type[Record] | None = None

    def __str__(self) -> str:
        return f"{self.file}: {'.'.join(map(str, self.way))}"


@dataclass(frozen=True)
class Told:
    """What the guide tells of a field."""

    name: str
    takes: str
    required: bool
    inner: type[Record] | None


def told_of(record: type[Record]) -> list[Told]:
    return [Told(field.typed, takes, field.required, field.inner) for field, takes in fields_in_words(record)]


def every_field() -> Iterator[Field]:
    """Give every field of every form, those within fields too; of a list the first entry."""
    for form in FORMS:
        file = form.file.removeprefix("data/")
        for sign, name in PLACES.items():
            file = file.replace(sign, name)
        start: Way = (form.family, 0) if form.listed else ()
        yield from _within(_ELSEWHERE.get(file, file), form.record, start)


def _within(file: str, record: type[Record], way: Way) -> Iterator[Field]:
    yield Field(file, (*way, "notes"), "text")
    for field in told_of(record):
        yield Field(file, (*way, field.name), field.takes, field.inner)
        if field.takes.startswith("a list"):
            yield Field(file, (*way, field.name, 0), field.takes.removeprefix("a list; each entry: "))
        if field.inner and field.inner is not record:  # an item may hold items, and these again
            inside = (*way, field.name, 0) if field.takes.startswith("a list") else (*way, field.name)
            yield from _within(file, field.inner, inside)


def copy_folder(folder: Path) -> Path:
    """Copy the small panel into a folder, with a file of every form, and give its data folder."""
    data = Path(shutil.copytree(FOLDER, folder / "data"))
    for name, text in ADDED.items():
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")
    return data


def typed_tree(data: Path, file: str) -> Any:
    """Give what a file holds as maps, lists and text."""
    return read_events((data / file).read_text(encoding="utf-8"), file).root


def with_value(tree: Any, file: str, way: Way, value: Any) -> Any:
    """Give a tree in which another value is typed in a field; what has to stand around it is put there."""
    tree = copy.deepcopy(tree)
    record = next(form.record for form in FORMS if _is_of(form.file, file))
    listed = next(form.listed for form in FORMS if _is_of(form.file, file))
    node = tree
    inner: type[Record] | None = None if listed else record
    for step, after in pairwise(way):
        inner = _inner(inner, step, record)
        empty: Any = [] if isinstance(after, int) else sample(inner) if inner else {}
        node = _enter(node, step, empty)
    _put(node, way[-1], value)
    return tree


def _is_of(form: str, file: str) -> bool:
    parts, names = form.removeprefix("data/").split("/"), file.split("/")
    return len(parts) == len(names) and all(a == b or "<" in a for a, b in zip(parts, names, strict=True))


def _inner(record: type[Record] | None, step: Step, top: type[Record]) -> type[Record] | None:
    if isinstance(step, int):
        return record
    if record is None:
        return top
    return next((field.inner for field in told_of(record) if field.name == step), None)


def _enter(node: Any, step: Step, empty: Any) -> Any:
    """Give what is at a step, and where nothing is, or a text that stands for all of it, what is empty."""
    if isinstance(step, int):
        if not node or isinstance(node[step], str):
            node[step:] = [empty]
        return node[step]
    if isinstance(node.get(step), str):
        node[step] = empty
    return node.setdefault(step, empty)


def _put(node: Any, step: Step, value: Any) -> None:
    if isinstance(step, int):
        node[step:] = [value, *node[step + 1 :]]
    else:
        node[step] = value


def sample(record: type[Record]) -> dict[str, Any]:
    """Give a record with what it must have and nothing else."""
    return {
        field.name: sample_of(field.name, field.takes, field.inner) for field in told_of(record) if field.required
    }


def sample_of(name: str, takes: str, inner: type[Record] | None) -> Any:
    """Give something that a field takes."""
    if inner:
        return [sample(inner)] if takes.startswith("a list") else sample(inner)
    if takes.startswith("a list; each entry: "):
        return [sample_of(name, takes.removeprefix("a list; each entry: "), None)]
    if name in _BY_NAME or takes.startswith("one of: "):
        return _BY_NAME.get(name) or takes.removeprefix("one of: ").split(", ")[0]
    return next(value for beginning, value in _SAMPLES.items() if takes.startswith(beginning))


def as_yaml(value: Any, indent: int = 0) -> str:
    """Type a tree as an editor does: a name or an entry on each line, and long texts below their names."""
    pad = " " * indent
    if isinstance(value, dict) and value:
        return "".join(f"\n{pad}{name}:{as_yaml(inside, indent + 2)}" for name, inside in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{pad}-{as_yaml(inside, indent + 2)}" for inside in value)
    if not isinstance(value, str):
        return f" {value}"
    if "\n" in value:
        return " |\n" + "\n".join(f"{pad}{line}" for line in value.split("\n"))
    return " '" + value.replace("'", "''") + "'"
