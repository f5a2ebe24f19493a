"""How looking through a file ends early: it is not what it says, cannot be read, or does something when opened."""

from __future__ import annotations

from ..records.attached import Fault

ANEW = "Open it in the program that made it and save or export it anew."


class Refused(Exception):  # noqa: N818 - it is the file that is at fault
    """A file that cannot be published as it is, with the fault to tell."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.fact)
        self.fault = fault


def another_kind(fact: str, fix: str = ANEW) -> Refused:
    """Refuse a file that is not, or not only, what its name says."""
    return Refused(Fault("another-kind", fact, fix))


def unreadable(fact: str, fix: str = ANEW) -> Refused:
    """Refuse a file that cannot be looked through: locked, broken, or made to be endless."""
    return Refused(Fault("cannot-look-through", fact, fix))


def runs(fact: str, fix: str) -> Refused:
    """Refuse a file that does something when somebody opens it."""
    return Refused(Fault("runs-something", fact, fix))
