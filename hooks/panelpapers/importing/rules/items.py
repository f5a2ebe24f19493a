"""An item of an agenda as it is gathered, and what is told beside its title: time, pages, lead, what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from ..numerals import Numeral, numeral
from ..printed_lines import bare_number
from ..said import NO_WORDS, Again, Lead, Passage, Read, Said, Tree
from ..words import folded, words
from .days import clocks_in

_LEAD: Final = re.compile(
    r"^\(?(?:joint\s+)?(?:report|paper|update|presentation)s?\s+(?:of|by|from)\s+(?:the\s+)?(?P<of>[^.;()]{2,160}?)\)?[.\s]*$"
    r"|^\(?(?:to\s+be\s+)?(?:presented|introduced|led)\s+by:?\s+(?:the\s+)?(?P<by>[^.;()]{2,160}?)\)?[.\s]*$"
    r"|^\(?(?:lead(?:\s+(?:officer|member|director|councillor))?|presenter|officer|report\s+author|author|owner)"
    r"\s*[:–-]\s*(?P<label>[^.;()]{2,160}?)\)?[.\s]*$",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(r"^\(?for\s+(?P<what>[a-z]+)\b\)?(?:\s*[:–—-]\s*|\s*\.?\s*$)", re.IGNORECASE)
_ASKS = {
    **dict.fromkeys(("approval", "approving"), "approve"),
    **dict.fromkeys(("noting", "note", "information"), "note"),
    **dict.fromkeys(("decision", "determination"), "decide"),
    **dict.fromkeys(("discussion", "debate"), "discuss"),
    **dict.fromkeys(("consideration", "considering"), "consider"),
    "agreement": "agree",
    "ratification": "ratify",
    "endorsement": "endorse",
    "adoption": "adopt",
    "comment": "comment",
    "review": "review",
    "scrutiny": "scrutinise",
    "confirmation": "confirm",
    "recommendation": "recommend",
    "resolution": "resolve",
    "appointment": "appoint",
    "election": "elect",
}
_ASKS |= {verb: verb for verb in _ASKS.values()}
_PAGES: Final = re.compile(
    r"[\s(\[,–-]*\b(?:attached:?\s+)?(?:pages?|pp?\.)\s*:?\s*(?P<first>\d{1,4})(?:\s*(?:[-–—]|to)\s*(?P<last>\d{1,4}))?[\s)\].]*$"
    r"|\s*\.{4,}\s*(?P<dotted>\d{1,4})\s*$",
    re.IGNORECASE,
)
_GROUND: Final = re.compile(r"(?:\bparagraphs?|\bsections?|§)\s+(?=\d)|\bcategor(?:y|ies)\s+(?=\d)", re.IGNORECASE)
_GROUNDS: Final = re.compile(r"\d+(?:\.\d+)*[A-Z]?(?:\(\w{1,4}\))*")

_LONGEST: Final = 60
"""How many words a line may have to be a title as a whole; of a longer one the first sentence is."""


@dataclass
class Item:
    """An item: its words, each with its place in the source. A section is a heading over items."""

    number: Said = NO_WORDS
    title: Said = NO_WORDS
    level: int = 0
    section: bool = False
    private: Said | None = None
    """Words that say that it is taken without the public."""
    text: list[Said] = field(default_factory=list)
    time: Read | None = None
    pages: tuple[Read, Read | int] | None = None
    lead: Said = NO_WORDS
    lead_words: Said = NO_WORDS
    """What stands before and behind whoever leads it: "presented by the"."""
    asked: list[Read] = field(default_factory=list)
    grounds: list[Said] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    titles: dict[str, Said] = field(default_factory=dict)
    """The title in each language, where the agenda has columns for several."""
    consent: bool = False
    confirms: str = ""
    announces: str = ""
    """Ids of the meetings whose minutes it confirms, and of the next one that it announces."""
    lettered: bool = False
    """Whether its number is a letter, and no Roman number."""

    @property
    def numeral(self) -> Numeral | None:
        """Its number as it is counted."""
        return numeral(self.number.text) if self.number else None

    def tree(self) -> dict[str, Tree]:
        """Give its fields in the order of the form. Of an exempt item no text is given: no record may hold it."""
        exempt: dict[str, Tree] = {}
        if self.private:
            exempt = {"paragraphs": [*self.grounds]} if self.grounds else {"reason": Again(self.private)}
        title: Tree = {**self.titles} if self.titles else self.title
        fields: dict[str, Tree] = {"number": bare_number(self.number), "title": title}
        fields |= {"consent": True} if self.consent else {}
        fields |= {"time": self.time} if self.time else {}
        fields |= {"pages": {"first": self.pages[0], "last": self.pages[1]}} if self.pages else {}
        fields |= {"report_of": self.lead, "_": Lead(self.lead_words, "report_of"), "asked_to": [*self.asked]}
        fields |= {} if self.private else {"text": Passage(tuple(self.text))}
        fields |= {"confirms": self.confirms, "next_meeting": self.announces}
        return fields | {"exempt": exempt, "items": [item.tree() for item in self.items]}


def say(item: Item, said: Said) -> None:
    """Add a line below the title of an item: what it asks for, whose report it is, time, pages, or text."""
    said = _asking(item, said)
    if not said:
        return
    pages = _PAGES.fullmatch(said.text)
    clock = next(iter(clocks_in(said.text)), None)
    if (lead := leading(said)) and not item.lead:
        item.lead, item.lead_words = lead, around(said, lead)
    elif pages and not item.pages:
        item.pages = _page_range(said, pages)
    elif clock and clock.start == 0 and clock.end == len(said.text) and not item.time:
        item.time = Read(said, clock.value)
    else:
        if words("private marks").search(folded(said.text)) and not item.section:
            item.private = item.private or said
        if item.private:
            item.grounds += _grounds(said)
        item.text.append(said)


def entitle(item: Item, said: Said) -> None:
    """Give an item its title, without the pages and the time that are printed behind it."""
    columns = said.cuts[0].part.columns if said else ()
    if len(columns) > 1 and columns[-1].isdecimal() and said.text.endswith(f" {columns[-1]}"):
        cut = len(said.text) - len(columns[-1])
        item.pages, said = (Read(said.split(cut), int(columns[-1])), int(columns[-1])), said.split(0, cut - 1)
    pages = _PAGES.search(said.text)
    if pages and re.search(r"[^\W_]", said.text[: pages.start()]):
        item.pages, said = _page_range(said, pages), said.split(0, pages.start())
    for clock in clocks_in(said.text):
        before = said.text[: clock.start].rstrip()
        if clock.end == len(said.text.rstrip(" )")) and before[-1:] in ("–", "-", "—", "(", "|"):
            cut = len(before[:-1].rstrip())
            item.time, said = Read(said.split(cut), clock.value), said.split(0, cut)
            break
    if words("private marks").search(folded(said.text)):
        item.private, item.grounds = said, _grounds(said)
    item.title = said


def in_capitals(said: Said) -> tuple[Said, Said]:
    """Part a title in capitals from the sentence that follows it in one line; all is title where there is no such."""
    text = said.text
    first = re.search(r"(?<!\S)[^\W\d_]*[a-zß-ÿ]\S*", text)
    if first is None or not re.match(r"\W*[A-ZÀ-Þ]{2}", text):
        return said, NO_WORDS
    if re.match(r"(?:of|for|on|to|and|from|by|with|in|held)\b", first[0]) and not re.search(r"[.;:]\s", text):
        return said, NO_WORDS  # MINUTES of the meeting held on 1 May: the title goes on
    head = re.sub(r"(?:\s+(?:A|I))?\s*$", "", text[: first.start()])
    if head[-1:] in "-–—":  # MINUTES – February 24: what stands behind a dash belongs to a title
        return said, NO_WORDS
    return (said.split(0, len(head)), said.split(len(head))) if head.count(" ") or len(head) > 5 else (said, NO_WORDS)


def leading(said: Said) -> Said:
    """Give whose report it is, or who presents it, where a line says only that; else nothing."""
    found = _LEAD.match(said.text)
    if found is None or len(said.text.split()) > 24:
        return NO_WORDS
    name = "of" if found["of"] else "by" if found["by"] else "label"
    return said.split(*found.span(name))


def is_beside(said: Said) -> bool:
    """Whether a line tells something of the item above it, and is no title: what is asked, or whose report it is."""
    return bool(leading(said)) or bool(_ASKED.match(said.text) and _asked(said.text))


def _asked(text: str) -> str | None:
    found = _ASKED.match(text)
    return _ASKS.get(found["what"].lower()) if found else None


def around(said: Said, inner: Said) -> Said:
    """Give the words of a line that are not those within it."""
    start = said.text.find(inner.text)
    return said.split(0, start) + said.split(start + len(inner.text))


def bracketed(items: list[Item]) -> None:
    """Take who leads an item from the brackets behind its title, where most items have such brackets."""
    found = [
        (item, re.search(r"\s*\((?P<lead>[^()\d]{2,80})\)\s*$", item.title.text)) for item in items if item.title
    ]
    led = [(item, brackets) for item, brackets in found if brackets]
    custom = len(led) > 2 and 2 * len(led) >= sum(1 for item in items if item.numeral and item.numeral.depth > 1)
    for item, brackets in led:
        if not item.lead and (custom or words("offices").fullmatch(brackets["lead"])):
            item.lead = item.title.split(*brackets.span("lead"))
            item.title = item.title.split(0, brackets.start())


def _asking(item: Item, said: Said) -> Said:
    """Take "for approval" from the beginning of a line, and give the rest."""
    found = _ASKED.match(said.text)
    asked = _asked(said.text)
    if found is None or asked is None:
        return said
    item.asked.append(Read(said.split(0, found.end()), asked))
    return said.split(found.end()) if found.end() < len(said.text) else NO_WORDS


def _page_range(said: Said, found: re.Match[str]) -> tuple[Read, Read | int]:
    first, last = found["first"] or found["dotted"], found["last"]
    start = said.split(found.start(), found.end("first" if found["first"] else "dotted"))
    return Read(start, int(first)), Read(said.split(*found.span("last")), int(last)) if last else int(first)


def _grounds(said: Said) -> list[Said]:
    """Give the numbers of the paragraphs or sections of a law that a text names."""
    grounds = []
    for law in _GROUND.finditer(said.text):
        at = law.end()
        while found := _GROUNDS.match(said.text, at):
            grounds.append(said.split(*found.span()))
            more = re.compile(r"\s*(?:,|and|&|or)\s*(?=\d)").match(said.text, found.end())
            if more is None:
                break
            at = more.end()
    return grounds


def is_private(title: str) -> bool:
    """Whether a heading says that what stands below it is taken without the public."""
    return bool(words("private headings").fullmatch(folded(title)))


def is_private_session(title: str) -> bool:
    """Whether an item is a session without the public, and no report of one."""
    return bool(re.match(r"\W*(?:closed|executive|private)\s+session\b(?!.*\breport)", title, re.IGNORECASE))


def ask(item: Item, said: Said) -> None:
    """Keep what a column says that the item is for; in other words than ours it is text."""
    if asked := _ASKS.get(folded(said.text)):
        item.asked.append(Read(said, asked))
    else:
        say(item, said)


def excludes(title: str) -> bool:
    """Whether an item is the resolution that excludes the public from all that follow."""
    return bool(words("exclusion").search(title))


def titled(item: Item, said: Said) -> Item:
    """Give an item its title; what follows a title in capitals, or the first sentence of a long line, is its text."""
    title, rest = in_capitals(said)
    if not rest and len(said.text.split()) > _LONGEST and (stop := re.search(r"[.:;]\s", said.text)):
        title, rest = said.split(0, stop.start() + 1), said.split(stop.end())
    entitle(item, title)
    if rest:
        say(item, rest)
    return item
