"""A record that was read is kept as it is, under a hash of the bytes that it was read from.

It is kept as a pickle, of which nothing can be run: whatever it names, but for the classes of records and a few of
plain values, is refused, and to make one of these does nothing else.
"""

from __future__ import annotations

import io
import pickle
from importlib import import_module
from typing import Any, Final

from ..kept.made_of import key
from ..kept.store import Store
from ..records.base import AnyRecord, Record
from ..records.problem import Problem
from .validate import read_record

_RECORDS: Final = f"{__package__.rpartition('.')[0]}.records."
_PLAIN: Final = frozenset(
    [("datetime", name) for name in ("date", "time", "datetime")]
    + [("decimal", "Decimal"), ("fractions", "Fraction")]
)
_ONE_AND_THE_SAME: Final = frozenset({"NO_ENTRIES", "NO_REASONS"})


def read_or_kept(
    data: bytes, file: str, form: type[AnyRecord], store: Store | None = None
) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read the bytes of a file as ``read_record`` does, or take from the store what was read of the same bytes.

    Only a record of which nothing is told is kept.
    """
    if store is None:
        return read_record(data, file, form)
    made_of = key("record", form.__qualname__, file, data)
    kept = _record(store.get(made_of), form)
    if kept is not None:
        return kept, ()
    record, problems = read_record(data, file, form)
    if record is not None and not problems:
        store.put(made_of, packed(record))
    return record, problems


def packed(record: Record) -> bytes:
    """Give a record as bytes, from which ``unpacked`` makes the same one."""
    return pickle.dumps(record.__getstate__(), protocol=5)


def unpacked(content: bytes, form: type[AnyRecord]) -> AnyRecord:
    """Give the record of a form again. Raises ``UnpicklingError``, or whatever the bytes of somebody else lead to."""
    record = form.__new__(form)
    record.__setstate__(_Plain(io.BytesIO(content)).load())
    return record


def _record(content: bytes | None, form: type[AnyRecord]) -> AnyRecord | None:
    try:
        return None if content is None else unpacked(content, form)
    except Exception:  # noqa: BLE001 - whatever it is, these bytes are none of ours
        return None


class _Plain(pickle.Unpickler):
    """Makes records and plain values, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class by its name. Raises ``UnpicklingError`` for any that is not one of records or plain values."""
        if (module, name) in _PLAIN:
            return getattr(import_module(module), name)
        found = getattr(import_module(module), name, None) if module.startswith(_RECORDS) else None
        if name in _ONE_AND_THE_SAME or (isinstance(found, type) and found.__module__ == module):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a record")
