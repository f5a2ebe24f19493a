"""Templates as they were compiled: the same template is compiled once, and not in every build."""

from __future__ import annotations

from typing import Final

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from .made_of import key
from .store import Store

_OPTIONS: Final = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string",
    "comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks",
    "newline_sequence", "keep_trailing_newline", "optimized", "sandboxed", "is_async",
)  # fmt: skip
"""What an environment says that changes what comes of a template."""


class Compiled(BytecodeCache):
    """Keeps the code of each template in a store, under the template's text and all that its code follows from.

    Code that is read is run. The store lies where Python keeps its own compiled files: with the user alone, and it
    gives nothing that has not the hash with which it was put there.
    """

    def __init__(self, store: Store, environment: Environment) -> None:
        self._store = store
        options = tuple(getattr(environment, name) for name in _OPTIONS)
        escapes = environment.autoescape if isinstance(environment.autoescape, bool) else None
        finalize = getattr(environment.finalize, "__qualname__", None)
        self._made_of = (options, escapes, finalize, sorted(environment.extensions))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template's code, if it was compiled before."""
        if (code := self._store.get(self._key(bucket))) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that was compiled now."""
        self._store.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> bytes:
        return key("template", bucket.key, bucket.checksum, *self._made_of)
