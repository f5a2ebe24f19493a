"""One file outside of a data folder: its name, or else its fields, say what it is."""

from __future__ import annotations

from pathlib import Path

from ..records.base import Record
from ..records.forms import FORMS, forms_fitting, in_words
from ..records.place import Place
from ..records.problem import Problem
from .decoding import decode
from .folder import bytes_of, read_file, shown
from .unread import names_in
from .validate import read_record


def read_draft(path: Path) -> tuple[Problem, ...]:
    """Read one file outside of a data folder as its name, or else its fields, say what it is; give its problems."""
    for form in FORMS:
        if path.name == form.name or ("<" in form.name and path.parent.name == form.file.split("/")[-2]):
            return read_file(path, form.model)[1]
    data, problems = bytes_of(path)
    text = None if data is None else decode(data, shown(path))[0]
    if data is None or text is None or not text.strip():
        return problems if data is None else read_record(data, shown(path), Record)[1]
    fitting = forms_fitting(*names_in(text))
    if len(fitting) == 1:
        return read_record(data, shown(path), fitting[0].model)[1]
    could_be = " or ".join(in_words(form.record) for form in fitting)
    fact = f"This file could be: {could_be}." if fitting else "The names in this file fit no form."
    names = ", ".join(form.name for form in (fitting or FORMS) if "<" not in form.name)
    fix = f"Name it as it is named in the data folder ({names}), or put it into a folder named papers or indicators."
    return (Problem("which-form", Place(shown(path)), fact, fix),)
