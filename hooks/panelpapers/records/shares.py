"""Shares of votes: 2/3 of those present, more than 1/2 of all members."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator

from .kinds import Takes, one_value
from .problem import slip

Base = Literal["all members", "members present", "votes cast"]  # of whom a share is, in a law and in a vote


class VoteShare(NamedTuple):
    """A part of all votes. ``more`` says that the part itself is not enough."""

    part: Fraction
    more: bool = False

    def least(self, total: int) -> int:
        """Give the least number of votes that is such a share of a total."""
        exact = self.part * total
        return exact // 1 + 1 if self.more else -(-exact // 1)


def read_share(value: Any) -> VoteShare:
    """Read ``2/3``, ``80%`` or ``more than 1/2``. Raises a slip for nothing, or for more than all."""
    if isinstance(value, VoteShare):
        return value
    typed = one_value(value)
    match = re.fullmatch(r"(more than )?(\d{1,3})(?:/(\d{1,3})|%)", typed, re.ASCII)
    whole = int(match[3] or 100) if match else 0
    part = Fraction(int(match[2]), whole) if match and whole else Fraction(0)
    if match is None or not 0 < part <= 1 or (match[1] and part == 1):
        raise slip("share", f'"{typed}" is not a share of votes.', "Write it as 2/3, as 80% or as more than 1/2.")
    return VoteShare(part, bool(match[1]))


Share = Annotated[
    VoteShare,
    BeforeValidator(read_share),
    Takes("a share, such as 2/3 or more than 1/2", r"(more than )?\d{1,3}(/\d{1,3}|%)"),
]
