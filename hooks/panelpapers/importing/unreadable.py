"""A file that cannot be imported, said as people say it."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818 - it is what is told
    """A file from which nothing can be taken: its text names the file, says what is wrong with it, and what to do."""

    def __init__(self, name: str, wrong: str, cure: str) -> None:
        super().__init__(f"{name}: {wrong} {cure}")
        self.told = name, wrong, cure
