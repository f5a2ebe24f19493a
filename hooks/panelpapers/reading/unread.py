"""Files below the data folder that nothing reads: what each probably is, and what to do with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from ..records import limits
from ..records.attached import FORMATS
from ..records.fields import typed_fields
from ..records.forms import FORMS, Form, forms_fitting
from ..records.place import Place
from ..records.problem import Problem
from .attached import can_be_attached
from .decoding import decode, read_bytes
from .lines import Names, rows_of

_ENDINGS: Final = (".yml", ".yaml", ".txt", ".text")
_COPY: Final = re.compile(
    r"^copy of |(?<![ _-])[ _-]*+(?:\(\d++\)|copy(?: \(?\d++\)?)?|conflicted copy.*+)$", re.IGNORECASE
)
_OF_THE_FOLDER: Final = re.compile(r"(?:readme|licen[cs]e|copying|contributing)(?:\.\w+)?", re.IGNORECASE)
"""Files that tell of the folder itself."""


def unknown_file(data: Path, path: Path, shown: str) -> Problem:
    """Tell of a file, ``path`` below the folder ``data``, that ends as forms do and is none that is read here."""
    fix = _what_to_do(data, path)
    if fix is None:
        places = ", ".join(form.path.replace("<date>", "2026-01-05") for form in FORMS)
        fix = f"The files that are read are: {places}."
    fact = f'"{path.name}" is not the name of a file that is read here.'
    return Problem("unknown-file", Place(f"{shown}/{path.as_posix()}"), fact, fix)


def of_another_form(path: Path, form: Form, shown: str) -> Problem | None:
    """Tell of a file whose name is that of ``form``, and whose fields are those of another: all else follows."""
    outer, inner = _names_of(path)
    fitting = forms_fitting(outer, inner)
    if (
        len(fitting) != 1
        or not outer <= typed_fields(fitting[0].model).keys()
        or outer <= typed_fields(form.model).keys()
    ):
        return None
    fact = f"By its fields this file is like {fitting[0].title.lower()}, and it has the name of {form.title.lower()}."
    fix = f"Such a file is read as {_example(fitting[0], path)}: move what stands here to such a place."
    return Problem("another-form", Place(shown), fact, fix)


def strays(data: Path, paths: Iterable[Path], shown: str) -> Iterator[Problem]:
    """Tell of each file that is no form by its ending, and that is attached to nothing; forms among them are errors.

    ``paths`` are below the folder ``data``, which people are shown as ``shown``.
    """
    for path in sorted(paths):
        if can_be_attached(path) or _OF_THE_FOLDER.fullmatch(path.name):
            continue
        kind = path.suffix[1:].lower()
        by_name = kind in ("", "txt", "text")
        if kind not in FORMATS and (by_name or len(_fitting(data / path)) == 1) and _what_to_do(data, path):
            yield unknown_file(data, path, shown)
            continue
        fix = f"Save it as one of {', '.join(FORMATS)}, or delete it."
        if kind in FORMATS:
            fix = "Put it into the folder of its meeting, and name it in the agenda or in a paper."
        fact = f'Nothing reads "{path.name}" here, so it is not on the site. The folder itself is public.'
        yield Problem("stray-file", Place(f"{shown}/{path.as_posix()}"), fact, fix, severity="warning")


def _what_to_do(data: Path, path: Path) -> str | None:
    """Say what to do with a file that is a form by its name or else by its fields; ``None`` if it is not known."""
    if right := _right_name(path):
        return _renamed(data / path, right)
    fitting = _fitting(data / path)
    if len(fitting) != 1:
        return None
    form = fitting[0]
    what = f"By its fields it is like {form.title.lower()}."
    beside = path.with_name(form.name.replace("<id>", _stem(path) or "name"))
    if form.match(beside.as_posix()) is not None:
        return f"{what} {_renamed(data / path, beside.name)}"
    where = _example(form, path)
    if "<date>" not in form.path and (data / where).exists():
        return f"{what} {where} is there already: bring the two together in it, and delete this one."
    return f"{what} Such a file is read as {where}: move it to such a place."


def _example(form: Form, path: Path) -> str:
    return form.path.replace("<date>", "2026-01-05").replace("<id>", _stem(path) or "name")


def _renamed(path: Path, right: str) -> str:
    if path.with_name(right).exists() and right != path.name.lower():
        return f"{right} is here too: bring the two together in it, and delete this one."
    return f"Rename it to {right}."


def _stem(path: Path) -> str:
    name = Path(path.name)
    while name.suffix.lower() in _ENDINGS:
        name = name.with_suffix("")
    return _COPY.sub("", name.name).strip()


def _right_name(path: Path) -> str | None:
    """Give the name that a form has in this folder and that this one is nearly, or is a copy of."""
    expected = []
    for form in FORMS:
        beside = path.parent / form.name.replace("<id>", "id")
        expected += [form.name] if form.match(beside.as_posix()) is not None else []
    literal = [name.removesuffix(".yml") for name in expected if "<" not in name]
    plain = f"{_stem(path)}.yml"
    if near := next(iter(get_close_matches(_stem(path).lower(), literal, 1, 0.7)), None):
        return f"{near}.yml"
    of_any_name = len(literal) < len(expected) and path.suffix.lower() in _ENDINGS
    return plain if of_any_name and plain != path.name else None


def _fitting(path: Path) -> list[Form]:
    """Give the forms that the fields of a file fit best; none where it cannot be read as text."""
    return forms_fitting(*_names_of(path))


def _names_of(path: Path) -> tuple[set[str], set[str]]:
    try:
        data = read_bytes(path, limits.FILE_LETTERS + 1)
    except OSError:
        return set(), set()
    return names_in(decode(data, path.name)[0] or "")


def names_in(text: str) -> tuple[set[str], set[str]]:
    """Give the names in a file: those at its left edge, and those that are set in."""
    rows = [row for row in rows_of(text, Names(())) if row.name and not row.inside]
    edge = min((row.column for row in rows), default=0)
    outer = {str(row.name) for row in rows if row.column == edge}
    return outer, {str(row.name) for row in rows if row.column != edge}
