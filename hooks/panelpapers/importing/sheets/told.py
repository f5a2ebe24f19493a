"""What is told of an import: problems, of which each keeps anything from being written, and what was taken how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

Ask = Callable[[str, tuple[str, ...]], str]
"""Asks a person something, with the words of which one is the answer, or none; nothing where nobody answers."""


@dataclass
class Told:
    """What is told, in the order in which it was found, each once."""

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _said: set[str] = field(default_factory=set)

    def problem(self, place: str, message: str, fix: str) -> None:
        """Tell of something for which nothing is written."""
        self._once(self.problems, f"{place}: {message}\n  How to fix it: {fix}")

    def slip(self, place: str, refused: PydanticCustomError) -> None:
        """Tell what a reader refuses."""
        context = refused.context or {}
        self.problem(place, refused.message(), context.get("fix", "Check it."))

    def note(self, place: str, message: str) -> None:
        """Tell how something was taken, so that a person can see whether it is right."""
        self._once(self.notes, f"{place}: {message}")

    def _once(self, told: list[str], text: str) -> None:
        if text not in self._said:
            self._said.add(text)
            told.append(text)
