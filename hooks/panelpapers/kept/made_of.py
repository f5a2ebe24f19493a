"""What something is made from, as a hash: of the software itself, and of values of which every part is known."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from ..records.base import Record
from ..records.language import Worded

_PACKAGE: Final = Path(__file__).parents[1]
_LIBRARIES: Final = (
    "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "nh3", "pagefind", "pagefind-bin", "pydantic",
    "pydantic-core", "ruamel.yaml", "ruamel.yaml.clib",
)  # fmt: skip
"""Those whose other version may give other bytes of what is kept."""


_TEXTS: Final = (str, Markup, Worded)
_PLAIN: Final = (type(None), bool, int, float, Decimal, Fraction, date, datetime, time)


class NotKnown(TypeError):  # noqa: N818 - said as people say it
    """A value has a part of which it is not known what it says: what is made from it is not kept."""


def key(what: str, *made_of: object) -> bytes:
    """Give the key of something of one kind that is made from some values, by this software. Raises ``NotKnown``."""
    digest = sha256(f"{what}\0{software()}\0".encode())
    _take(made_of, digest.update)
    return digest.digest()


@cache
def software() -> str:
    """Hash what the software consists of: the files of the package, Python, and the libraries that make pages."""
    digest = sha256(f"{platform.python_version()} {sys.byteorder}".encode())
    digest.update("".join(f"{name}\n" for name in versions_of(_LIBRARIES)).encode())
    digest.update(of_files([_PACKAGE]))
    return digest.hexdigest()


def versions_of(libraries: Iterable[str]) -> list[str]:
    """Give the name of each library with its version, or that it is not here."""
    told = []
    for name in libraries:
        try:
            told.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            told.append(f"{name} is not here")
    return told


def of_files(folders: Iterable[Path]) -> bytes:
    """Hash the names and bytes of all files in some folders. Raises ``OSError`` for one that cannot be read."""
    digest = sha256()
    for folder in folders:
        files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        for path in sorted(files):
            content = sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode(errors="surrogateescape"))
        digest.update(b"\0")
    return digest.digest()


def _take(value: Any, update: Callable[[bytes], object]) -> None:
    """Hash a value with its kind and its length, so that no two values give the same bytes."""
    kind = type(value)
    if kind in _TEXTS:
        words = value.encode(errors="surrogatepass")
        update(f"{kind.__name__} {len(words)}:".encode())
        update(words)
        if kind is Worded:
            _take(value.versions, update)
    elif kind is bytes:
        update(f"bytes {len(value)}:".encode())
        update(value)
    elif kind in _PLAIN:
        update(f"{kind.__name__} {value!r};".encode())
    else:
        parts = _parts(value)
        update(f"{kind.__qualname__} {len(parts)}(".encode())
        for part in parts:
            _take(part, update)


def _parts(value: Any) -> list[Any]:
    """Give what a value consists of. Raises ``NotKnown`` where that cannot be said."""
    if isinstance(value, tuple | list):
        return [*value]
    if isinstance(value, Mapping):
        return [*chain.from_iterable(value.items())]
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, Record):
        return [getattr(value, name) for name in type(value).model_fields]
    raise NotKnown(f"{type(value).__qualname__} is no plain value")
