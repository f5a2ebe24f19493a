"""What exempt information is, in plain words (Local Government Act 1972, Schedule 12A, Part 1, for England)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LAW: Final = "Local Government Act 1972, section 100A and Schedule 12A"
PARAGRAPHS: Final[Mapping[int, str]] = {
    1: "Information about any individual.",
    2: "Information that is likely to show who an individual is.",
    3: (
        "Information about the financial or business affairs of a particular person or organisation, which may be "
        "the authority that holds the information."
    ),
    4: (
        "Information about consultations or negotiations, held or being thought of, on a matter of labour relations. "
        "It arises between the authority, or a Minister of the Crown, and those who work for the authority or hold "
        "office under it."
    ),
    5: (
        "Information that could be kept back in court, because what passes between lawyers and those they advise is "
        "protected (legal professional privilege)."
    ),
    6: (
        "Information that shows that the authority proposes, under a law, to require something of somebody by a "
        "notice, or to make an order or direction."
    ),
    7: "Information about action, taken or to be taken, to prevent, investigate or prosecute crime.",
}
TEST: Final = (
    "Information of these kinds is exempt only while, all things considered, the public interest in keeping it "
    "private outweighs the public interest in telling it."
)


def meaning(paragraph: int) -> str:
    """Say what a paragraph of Schedule 12A covers; for a number that it does not have, that there is none."""
    return PARAGRAPHS.get(paragraph, "Schedule 12A has no such paragraph.")
