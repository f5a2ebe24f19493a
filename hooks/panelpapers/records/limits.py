"""How long, how many and how large what is typed may be. The guide for editors gives these limits too.

Each leaves several times the room that papers of panels have been seen to need. Without them, a slip of the hand or
a file made to do harm could keep the check busy for hours, or stop it with an error that says nothing.
"""

from __future__ import annotations

from typing import Final

FILE_LETTERS: Final = 300_000
"""Letters (bytes) that a file may have. The longest paper on the first site has 82,000."""
FILE_LINES: Final = 10_000
"""Lines that a file may have. The longest paper on the first site has 1,400."""
LIST_FILE_LETTERS: Final = 10_000_000
"""Bytes that the list of published addresses may have: it only ever grows, and a tool writes it."""
NESTING: Final = 12
"""How many lists and groups of names may stand inside each other. The records need eight."""
ENTRIES: Final = 2_000
"""Entries that a list may have. The longest list on the first site has 67."""

FIGURES: Final = 600
"""Figures that an indicator may have, those of other sources and stated changes among them. A chart and its text can
hold no more: these are the months of 50 years, or 15 years of 40 districts."""

PASSAGE: Final = 20_000
"""Letters of a text in paragraphs. The longest on the first site has 2,100."""
LINE: Final = 1_000
"""Letters of one line of text, such as a title or a link. The longest on the first site has 200."""
SHORT: Final = 200
"""Letters of a date, a period, a number or a word of a list."""
NAME: Final = 80
"""Letters of an id and of the name of a file or a folder. Systems take 255, and ids are joined with other words."""
MADE_ID: Final = 60
"""Letters of an id that is made of words where none is typed."""

DIGITS: Final = 15
"""Digits of a figure, which computers work with exactly. A thousand billion pounds, in pence, has as many."""
DECIMALS: Final = 6
"""Digits of a figure after its point, and decimals that can be shown."""
COUNT: Final = 999_999
"""The largest whole number that counts something or numbers it."""
LEVELS: Final = 3
"""Levels of sections of a paper."""
