"""The public records as files, in the forms of this software: of them, the site can be made again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..records.forms import FORMS
from ..records.publication import Records
from ..records.typed import Typed, as_fields
from ..writing.lines import lines_of


def record_files(public: Records) -> dict[str, bytes]:
    """Give each file of a data folder that holds these records, and nothing that is not in them, by its path there.

    ``public`` are records of which all that may not be published was taken out before (``facts/public.py``), and what
    is not told yet (``facts/as_of.py``). Attached files are among them. Raises ``OSError`` where one cannot be read.
    """
    files = {path: _text(fields).encode("utf-8") for path, fields in _typed(public)}
    for (meeting_id, name), attached in public.attached.items():
        files[f"meetings/{meeting_id}/{name}"] = attached.path.read_bytes()
    return dict(sorted(files.items()))


def _text(fields: Mapping[str, Typed]) -> str:
    return "".join(f"{line}\n" for line in lines_of(fields))


def _typed(public: Records) -> Iterator[tuple[str, dict[str, Typed]]]:
    every = [*public.every()]
    for form in FORMS:
        of_form = [(key, record) for family, key, record in every if family == form.family]
        if form.listed and of_form:
            yield form.path, {form.family: [{"id": key[0], **as_fields(record)} for key, record in of_form]}
        elif not form.listed:
            for key, record in of_form:
                names = iter(key)
                yield re.sub(r"<\w+>", lambda _, names=names: next(names), form.path), as_fields(record)  # type: ignore[misc]
