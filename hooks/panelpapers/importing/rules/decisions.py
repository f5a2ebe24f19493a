"""Where minutes say that something was decided, in the words of the body: RESOLVED, the Board agreed to, a motion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from ..numerals import follows, numeral
from ..printed_lines import HEADING, Line
from ..said import Again, Block, Item, Passage, Said, Tree
from ..sentences import sentences
from ..words import words

BySentence = Literal["never", "last", "any"]
NOTHING: Final = Said(())
_MARK: Final = r"\s*(?:/\s[\w\s]{1,30})?(?:\([^()]*\)\s*)?[:–—-]+\s*"
_FILLED: Final = r"(?:\s+(?:unanimously|that|to|by consensus))*"
_ONLY_LINKS: Final = re.compile(r"(?:that|to|the following|as follows|unanimously|\W)*", re.IGNORECASE)
_MOTION: Final = re.compile(
    r"(?:action(?:\s+taken)?|vote|m/s/c)\s*[:–—-]+\s*(?=(?:a\s+)?(?:motion|moved|it\s+was\s+moved|on\s+motion)\b)",
    re.I,
)
_MOVERS: Final = re.compile(r"\(?(?:it\s+was\s+)?(?:prop(?:osed|oser)?|moved|motion|mover)\b", re.IGNORECASE)
_WITH_NUMBER: Final = re.compile(
    r"(?:resolution|resolved|decision)\s+(?:no\.?\s*)?(?P<number>[A-Z]{0,4}\d[\w/.-]*?)\s*[:–—]+\s*(?=\S)",
    re.IGNORECASE,
)
_NUMBER_ALONE: Final = re.compile(
    r"(?:\w+\s+)?(?:resolution|decision)\s+(?:no\.?\s*|number\s+)?[A-Z]{0,4}[/-]?\d[\w/.-]*", re.IGNORECASE
)
"""A line that numbers a decision, which follows below: COUNCIL RESOLUTION 2025/101."""
_WHY: Final = re.compile(r"\b(?:reasons?|conditions?|grounds|terms)\b[^.:]{0,40}:$", re.IGNORECASE)
_NOT_DECIDED: Final = re.compile(r"\b(?:asked|invited|heard|discussed|considered|received)\b", re.IGNORECASE)
_CAPITALS: Final = re.compile(
    r"\b(?:(?:AND\s+)?IT\s+WAS\s+)?(?:RESOLVED|AGREED|DECIDED|RECOMMENDED)\b(?!\s+[A-Z]{3})"
    r"|\band\s+(?:it\s+was\s+)?(?:unanimously\s+)?resolved\b"
    r"|(?<=[.!?]\s)(?:Resolved|Agreed|Decided|Decision|Resolution)(?=\s*[:–-])"
)


@dataclass
class Decision:
    """A resolution, with the lines of a list within it, and who has to do it."""

    number: Said
    blocks: list[Block]
    action: dict[str, Tree] = field(default_factory=dict)
    is_again: bool = False
    votes: dict[str, Tree] = field(default_factory=dict)

    @property
    def said(self) -> Said:
        """Its own words, without a list within it."""
        return self.blocks[0] if isinstance(self.blocks[0], Said) else NOTHING

    @property
    def whole(self) -> Said:
        """Its number and all its words."""
        pieces = (block if isinstance(block, Said) else block.number + block.said for block in self._lines())
        return sum(pieces, self.number)

    def _lines(self) -> Iterator[Said | Item]:
        return (block for block in self.blocks if isinstance(block, Said | Item))

    @property
    def is_open(self) -> bool:
        """Whether it ends as what a list follows."""
        return len(self.blocks) == 1 and self.said.text.endswith((":", " to", " that"))

    @property
    def gives_reasons(self) -> bool:
        """Whether a list of reasons or conditions follows it, which is no list of decisions."""
        return bool(_WHY.search(self.said.text))

    def tree(self) -> dict[str, Tree]:
        """Give its fields."""
        text: Tree = Again(self.said) if self.is_again else Passage(tuple(self.blocks))
        return {"numeral": self.number, "text": text, "action": {**self.action}, "votes": {**self.votes}}


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a decision begins: what stands before it, what announces it, and what of it stands on the same line.

    `sure` is set where the words can mean nothing else; what only may be a decision is one where a document has no
    sure one.
    """

    before: Said
    lead: Said
    rest: Said
    sure: bool = True
    is_motion: bool = False
    number: Said = NOTHING


def opening(line: Line, after: Line | None) -> Opening | None:
    """Read whether a line begins a decision; `after` is the line that follows."""
    if line.is_table or not line.text:
        return None
    sentence = _sentence(line)
    shouted = sentence if sentence and sentence.sure else None
    return _word(line) or _lead_in(line, after) or shouted or _capitals(line) or sentence


def by_sentence(lines: Sequence[Line]) -> BySentence:
    """Say whether sentences such as "The Board noted the report." are decisions among these lines.

    They are not where a body writes RESOLVED, and only at the end where it lists below "The Board agreed:".
    """
    told = [line for line in lines if not line.is_table and line.text]
    if any((begun := _word(line) or _capitals(line)) and not begun.is_motion for line in told):
        return "never"
    return "last" if any(_lead_in(line, after) for line, after in pairwise([*lines, None]) if line) else "any"


def _word(line: Line) -> Opening | None:
    """Read RESOLVED -, Resolved: that ..., IT WAS AGREED that ..., MOTION: ..."""
    text = line.text
    if motion := _MOTION.match(text):
        return Opening(Said(()), line.said.split(0, motion.end()), line.said.split(motion.end()), is_motion=True)
    if numbered := _WITH_NUMBER.match(text):
        number = line.said.split(numbered.start("number"), numbered.end("number"))
        lead = line.said.split(0, numbered.start("number"))
        return Opening(Said(()), lead, line.said.split(numbered.end()), number=number)
    if _NUMBER_ALONE.fullmatch(text):
        return Opening(Said(()), line.said, Said(()))
    found = _in_languages(text)
    if not found:
        return None
    word, behind = found[0], text[found.end() :]
    marked = re.match(_FILLED + _MARK, behind, re.IGNORECASE)
    filled = re.match(r"(?:\s+\(?(?:unanimously|by consensus)\b\)?)*", behind, re.IGNORECASE)
    behind_it = filled.end() if filled else 0
    whole = not behind.strip(" .:–—-") or _ONLY_LINKS.fullmatch(behind)
    shouted = word.isupper() and bool(re.match(r"\s", behind)) and not behind.isupper()
    said_so = "resolved" in word.lower() and bool(re.match(r"\s+(?:that|to|unanimously)\b", behind))
    if not (marked or shouted or said_so or (whole and (word.isupper() or behind.strip() or line.rank == HEADING))):
        return None
    if re.match(r"\s*[-–]?\d|\s+(?:no|of|by)\b", behind, re.IGNORECASE):
        return None
    mark = re.match(_MARK, behind[behind_it:])
    end = found.end() + behind_it + (mark.end() if mark else 0)
    if _ONLY_LINKS.fullmatch(text[end:]):
        end = len(text)
    is_motion = word.lower() == "motion"
    return Opening(Said(()), line.said.split(0, end), line.said.split(end), is_motion=is_motion)


def _in_languages(text: str) -> re.Match[str] | None:
    """Find the word for what is decided with which a text begins, in one language or in two."""
    decided = words("decided").pattern
    return re.match(rf"{decided}(?:\s*/\s*{decided})?", text, re.IGNORECASE | re.DOTALL)


def _lead_in(line: Line, after: Line | None) -> Opening | None:
    """Read The Board: ..., Members agreed to: ..., It was agreed: ..., with a list below."""
    text = line.text
    if not text.endswith(":") or after is None or not (after.is_sub or after.text[:1].islower()):
        return None
    body = rf"(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?{words('bodies').pattern}"
    decides = re.search(rf"\b{words('decides').pattern}\b", text, re.IGNORECASE)
    alone = re.fullmatch(rf"(?:[^.]{{0,160}}[,:]\s*)?{body}(?:\s+(?:then|therefore|also))?:", text, re.IGNORECASE)
    by_body = re.search(rf"(?:^|[\s,]){body}\b|^it\s+was\b|\band\s+it\s+was\b", text, re.IGNORECASE)
    if not alone and not (decides and by_body and not _NOT_DECIDED.search(text[decides.end() :])):
        return None
    lead = Said(()) if line.number else line.said
    return Opening(line.said if line.number else Said(()), lead, Said(()))


def _capitals(line: Line) -> Opening | None:
    """Read It was proposed by Cllr A, seconded by Cllr B and RESOLVED that ..."""
    text = line.text
    found = None if line.rank == HEADING or text.isupper() else _CAPITALS.search(text)
    if not found:
        return None
    mark = re.match(rf"{_MARK}|\s*\(unanimously\)", text[found.end() :])
    end = found.end() + (mark.end() if mark else 0)
    if _ONLY_LINKS.fullmatch(text[end:]):
        end = len(text)
    starts = (text.find(sentence.text) for sentence in sentences(line.said))
    last = max((start for start in starts if start <= found.start()), default=0)
    return Opening(line.said.split(0, last), line.said.split(last, end), line.said.split(end))


def _sentence(line: Line) -> Opening | None:
    """Read The Committee noted the report., It was agreed that ..., Members resolved to ..."""
    body = rf"(?:(?:the|that\s+the)\s+)?(?:[A-Z][\w’'-]+\s+){{0,4}}?{words('bodies').pattern}"
    adverb = r"(?:\s+(?:\w+ly|also|then|therefore|accordingly))*"
    by_body = re.match(rf"{body}{adverb}\s+{words('decides').pattern}\b", line.text, re.IGNORECASE)
    passive = re.match(rf"it\s+was{adverb}\s+{words('decides').pattern}\b", line.text, re.IGNORECASE)
    shouted = rf"[^.]*\b(?:was|were){adverb}\s+(?-i:(?=[A-Z]{{4}})){words('decides').pattern}\b"
    found = by_body or passive or re.match(shouted, line.text, re.IGNORECASE)
    if not found or line.text.endswith(":"):
        return None
    return Opening(Said(()), Said(()), line.said, sure=found[0].split()[-1].isupper())


_IN_PASSING: Final = re.compile(
    rf"(?:it\s+was|(?:the\s+)?{words('bodies').pattern})(?:\s+\w+ly)?\s+(?:agreed|resolved|decided)\s+(?:to|that)\b"
    r"|the\s+(?:draft\s+)?minutes?\b.*\b(?:was|were)\s+(?:\w+ly\s+)?(?:approved|agreed|confirmed|accepted|adopted)\b",
    re.IGNORECASE,
)
_SURELY: Final = re.compile(r"it\s+was\b|the\s+(?:draft\s+)?minutes?\b", re.IGNORECASE)
_PASSIVE: Final = re.compile(
    r".*\b(?:was|were)\s+(?:\w+ly\s+)?(?:approved|agreed|confirmed|accepted|adopted|appointed|elected)\b",
    re.IGNORECASE,
)
_ON_PROPOSAL: Final = re.compile(r"on\s+the\s+(?:proposal|proposition|motion)\s+of\b", re.IGNORECASE)


def in_passing(told: Sequence[Said], by_sentence: BySentence) -> list[Said]:
    """Give the sentences of a minute that tell of a decision among others: It was agreed to give £150.

    Where a body has a word for decisions, no other sentences than such are, and those that somebody proposed.
    """
    found = []
    for sentence, after in pairwise([*told, NOTHING]):
        is_moved = bool(_ON_PROPOSAL.match(sentence.text) or _MOVERS.match(after.text))
        may_be = by_sentence == "any" or re.match(
            r"it\s+was\b|the\s+(?:draft\s+)?minutes?\b", sentence.text, re.IGNORECASE
        )
        if (is_moved and _PASSIVE.match(sentence.text)) or (may_be and _IN_PASSING.match(sentence.text)):
            found.append(sentence)
    return found


def without_movers(rest: Said) -> tuple[Said, Said]:
    """Divide what was decided from who is said behind it to have proposed it."""
    text = rest.text
    found = re.search(r"\s*\((?:proposed|moved|prop\.?)\b[^()]*\)\.?$", text, re.IGNORECASE)
    if found:
        return rest.split(0, found.start()), rest.split(found.start())
    for sentence in sentences(rest)[1:]:
        if _MOVERS.match(sentence.text):
            at = text.index(sentence.text)
            return rest.split(0, at), rest.split(at)
    return rest, NOTHING


def add_listed(line: Line, decisions: list[Decision], first: int) -> Said:
    """Add an entry of a list of decisions that begins at `first`, or of a list within one of them.

    Give the words of a decision that did no more than announce the list: it is taken out.
    """
    here, announced = decisions[first:], NOTHING
    entry = Item(line.number, line.said)
    if len(here) == 1 and here[0].gives_reasons:
        here[0].blocks.append(entry)
        return NOTHING
    if len(here) == 1 and not here[0].number and here[0].is_open:
        announced, here = decisions.pop().said, []
    last = numeral(here[-1].number.text) if here else None
    inner, counted = here[-1].blocks[-1] if here else None, line.counted
    before = numeral(inner.number.text) if isinstance(inner, Item) else None
    goes_in = before and counted and follows(before, counted, 1)
    if last and counted and (goes_in or not follows(last, counted, 1)):
        here[-1].blocks.append(entry)
    else:
        decisions.append(Decision(line.number, [line.said]))
    return announced
