"""A problem is data first: what is wrong, where it was typed, how to put it right; a slip, what a field refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic_core import PydanticCustomError

from .place import Place

Severity = Literal["error", "warning", "advice"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "advice")
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell an editor.

    ``message`` is one fact in one plain sentence and ``fix`` says what to do. ``suggestion`` is a whole line, perhaps
    with one to add below it, that can be pasted in place of the one at ``place``, or in place of so many ``lines``
    from there on; or ``None`` where none is sure to solve it. Errors stop a build; warnings and advice do not. The
    mark under the line is as wide as the place.
    """

    code: str
    place: Place
    message: str
    fix: str
    suggestion: str | None = None
    severity: Severity = "error"
    perhaps: tuple[str, ...] = ()
    """Where what was typed can be read in several ways: a line for each, or several in one text."""
    lines: int = 1

    @property
    def width(self) -> int:
        """How many characters the mark under the line covers."""
        return self.place.width

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: by file, line, column and code."""
        return (self.place.file, self.place.line, self.place.column, self.code)


def more_problems(count: int, first: Place, severity: Severity = "error") -> Problem:
    """Give the problem that stands for so many others of a file; ``first`` is the place of the first of them."""
    several = "is 1 more problem" if count == 1 else f"are {count:,} more problems"
    fact = f"There {several} in this file, the first of them here."
    return Problem("more-problems", first, fact, "Mend the others, and check again.", severity=severity)


def slip(
    code: str, message: str, fix: str, suggestion: str | None = None, perhaps: tuple[str, ...] = ()
) -> PydanticCustomError:
    """Make the error that a field's validator raises.

    ``message`` is one plain sentence about what was typed, ``fix`` is one sentence that says what to do, and
    ``suggestion`` is a value that would be accepted in this field, to be pasted by the editor (or ``None``). Where
    nobody can know which of several values is meant, ``perhaps`` has each of them, and there is no suggestion.
    """
    # The braces are doubled because pydantic formats the message with its context.
    plain = message.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(code, plain, {"fix": fix, "suggestion": suggestion, "perhaps": perhaps})
