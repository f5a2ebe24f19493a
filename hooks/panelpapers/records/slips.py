"""How a record refuses what was typed: a code, one fact in plain English, and a way to put it right."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def slip(code: str, message: str, fix: str, suggestion: str | None = None) -> PydanticCustomError:
    """Make the error that a field's validator raises.

    ``message`` is one plain sentence about what was typed, ``fix`` is one sentence that says what to do, and
    ``suggestion`` is a value that would be accepted in this field, to be pasted by the editor (or ``None``).
    """
    # The braces are doubled because pydantic formats the message with its context.
    plain = message.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(code, plain, {"fix": fix, "suggestion": suggestion})
