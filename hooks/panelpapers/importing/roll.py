"""Who is known: the people of `people.yml`, and those that the pack names for the first time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TITLES = re.compile(
    r"^(?:(?:the\s+)?(?:rt\.?\s+hon\.?|hon\.?|cllr|councillors?|council\s+members?|members?|mr|mrs|ms|miss|mx|dr|"
    r"prof(?:essor)?|sir|dame|lord|lady|baroness|rev(?:erend|d)?|col|major|capt|judge|alderman|ald|provost|bailie|"
    r"mayor(?:\s+pro\s+tem)?|commissioner|supervisor|trustee|chair(?:man|woman)?|vice[- ]chair(?:man|woman)?)\b\.?\s+)+",
    re.IGNORECASE,
)


@dataclass
class Roll:
    """People by id, with their names without titles. `new` are those that no record had before, in order."""

    names: dict[str, str] = field(default_factory=dict)
    new: dict[str, dict[str, str]] = field(default_factory=dict)

    def find(self, name: str) -> str | None:
        """Give the id of somebody by the full name or by the surname alone; None where nobody, or several, fit.

        Titles before the name count for nothing: "Cllr O'Dowd" finds Lewis O'Dowd.
        """
        wanted = bare(name).split()
        fits = [known for known, full in self.names.items() if _ends_alike(bare(full).split(), wanted)]
        exact = [known for known in fits if bare(self.names[known]).split() == wanted]
        return next(iter(exact if len(exact) == 1 else fits), None) if len(exact or fits) == 1 else None


def bare(name: str) -> str:
    """A name in small letters, without titles and with one kind of apostrophe."""
    return _TITLES.sub("", " ".join(name.replace("’", "'").split())).casefold()


def _ends_alike(full: list[str], wanted: list[str]) -> bool:
    """Whether a name is this one, its surname, or the surname after the first letters of what goes before."""
    if not wanted or not full or full[-len(wanted) :] == wanted:
        return bool(wanted and full)
    if full[-1] != wanted[-1] or len(wanted) > len(full):
        return False
    return all(mine.rstrip(".") == own[: len(mine.rstrip("."))] for own, mine in zip(full, wanted, strict=False))


def titles_and_name(name: str) -> tuple[str, str]:
    """Give the titles before a name, and the name without them: Cllr, and Lewis O'Dowd."""
    words = " ".join(name.split())
    found = _TITLES.match(words)
    return (found[0].strip(), words[found.end() :]) if found else ("", words)
