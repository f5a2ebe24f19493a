"""What one minute holds: its text, paragraphs, themes, decisions, motions and actions, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from ..numerals import Numeral, follows
from ..printed_lines import HEADING, Line, bare_number, labelled
from ..said import Again, Block, Grid, Item, Labelled, Lead, Passage, Said, Tree
from ..sentences import inline_list, sentences
from ..words import words
from .decisions import NOTHING, BySentence, Decision, Opening, add_listed, in_passing, opening, without_movers
from .motions import FORM, MOVED_BELOW, MOVERS, NOT_MADE, RESULT, motions_in
from .themes import Theme, is_theme
from .votes import is_vote, votes_in

_OWNER_WORDS: Final = 9
_DECIDES: Final = re.compile(r"\b(?:agreed|resolved|decided|approved|adopted)\b(?!\s+with\b)", re.IGNORECASE)
_TASK: Final = re.compile(r"\s(?:to|will|shall)\s")


@dataclass
class Business:
    """A minute as its lines are read one after another.

    `by_sentence` says whether "The Board noted the report." is a decision: where the body has no word for these it
    is one, and where it lists them below "The Board agreed:", a last sentence is.
    """

    number: Said
    title: Said
    by_sentence: BySentence = "never"
    id: str = ""
    text: list[Block] = field(default_factory=list)
    paragraphs: list[tuple[Said, list[Block]]] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    told: list[Said] = field(default_factory=list)
    within: list[Business] = field(default_factory=list)
    _own: set[int] = field(default_factory=set)
    _proposed: dict[int, int] = field(default_factory=dict)
    """Which decision, by its place, the sentences at some places of `told` say to be moved."""
    _open: bool = False
    _listed_from: int = 0
    _is_bold: bool = False
    _opened_by: Numeral | None = None
    _perhaps: list[Said] = field(default_factory=list)

    @property
    def is_decided(self) -> bool:
        """Whether a decision or a motion of it was read."""
        return bool(self.decisions or self._own)

    def take(self, line: Line, after: Line | None) -> None:
        """Read one line; `after` is the one that follows."""
        ways = (self._moved, self._vote, self._begin, self._go_on, self._action)
        if any(way(line, after) for way in ways):
            return
        self._open = False
        self.told += sentences(line.said)
        if line.is_table:
            self._passage().append(Grid(line.part))
        elif line.number and not line.is_sub:
            self.paragraphs.append((line.number, [line.said]))
        elif is_theme(line, after):
            self.themes.append(Theme(line.said, bool(after and after.is_entry)))
        elif line.is_sub and not (self.themes and not line.number):
            self._passage().append(Item(line.number, line.said))
        else:
            self._plain(line)

    def tree(self) -> dict[str, Tree]:
        """Give the fields of the minute."""
        motions = self._motions()
        return {
            "number": bare_number(self.number),
            "id": self.id,
            "title": self.title,
            "text": Passage(tuple(self.text)),
            "paragraphs": [{"number": number, "text": Passage(tuple(text))} for number, text in self.paragraphs],
            "themes": [theme.tree() for theme in self.themes],
            "after_questions": Passage(tuple(self.after)),
            "motions": motions,
            "resolutions": [decision.tree() for decision in self.decisions],
            "minutes": [minute.tree() for minute in self.within],
            "leads": list(self.leads),
        }

    def _passage(self) -> list[Block]:
        """Give the text that a list or a table goes on with."""
        if self.themes:
            exchanges = self.themes[-1].exchanges
            if not exchanges:
                exchanges.append([])
            return exchanges[-1]
        return self.paragraphs[-1][1] if self.paragraphs else self.text

    def _plain(self, line: Line) -> None:
        theme = self.themes[-1] if self.themes else None
        if theme and theme.of_entries and theme.exchanges and not line.is_entry:
            self.after.append(line.whole)
        elif theme:
            theme.exchanges.append([line.whole])
        else:
            (self.paragraphs[-1][1] if self.paragraphs else self.text).append(line.whole)

    def _vote(self, line: Line, _: Line | None) -> bool:
        """Read a line that tells only of a vote: AYES: ..., Seconded by: ..., Motion carried."""
        in_form = bool(self._own and self._open and FORM.match(line.text))
        if not (in_form or is_vote(line.whole) or (self.told and RESULT.fullmatch(line.text))):
            return False
        self.told += sentences(line.whole)
        self.leads.append(Lead(line.whole, "motions"))
        return True

    def _moved(self, line: Line, after: Line | None) -> bool:
        """Read who moved and seconded what stands below: MOVED Cr A SECONDED Cr B, and then That ..."""
        if after is None or not (
            MOVED_BELOW.fullmatch(line.text) and re.match(r"\W*that\b", after.text, re.IGNORECASE)
        ):
            return False
        self._open, self._listed_from, self._is_bold, self._opened_by = (
            True,
            len(self.decisions),
            line.part.bold,
            None,
        )
        self._proposed[len(self.told)] = self._listed_from
        self.told.append(line.said)
        self.leads.append(Lead(line.whole, "motions"))
        return True

    def _begin(self, line: Line, after: Line | None) -> bool:
        """Read a line with which a decision begins."""
        begun = opening(line, after)
        if begun is None or (line.is_sub and self._open):
            return False
        told_last = self.by_sentence == "last" and after is None and not self.decisions
        if not (begun.sure or told_last or self.by_sentence == "any"):
            self._perhaps += [begun.rest] if _DECIDES.search(begun.rest.text) else []
            return False
        if not (begun.rest or after or begun.is_motion or self.decisions):
            self.decisions.append(Decision(NOTHING, [line.said]))  # Noted., and no more
            return True
        self._open, self._listed_from, self._is_bold = True, len(self.decisions), line.part.bold
        self._opened_by = None if line.is_sub else line.counted
        if begun.before:
            self.told += sentences(begun.before)
            self._before(line, begun.before)
        elif not begun.lead and line.number and not line.is_sub:
            self.told += sentences(line.said)
            self.paragraphs.append((line.number, [line.said]))
            self.decisions.append(Decision(NOTHING, [line.said], is_again=True))
            return True
        if begun.is_motion:
            self._motion(begun)
        else:
            self._decision(line, begun)
        return True

    def _before(self, line: Line, said: Said) -> None:
        if line.number and not line.is_sub:
            self.paragraphs.append((line.number, [said]))
        else:
            self._passage().append(said)

    def _motion(self, begun: Opening) -> None:
        self.leads.append(Lead(begun.lead, "motions"))
        if begun.rest:
            self._own.add(len(self.told))
            first, *others = sentences(begun.rest)
            self.told += [first, *others]
            self.leads += [Lead(said, "motions") for said in others]

    def _decision(self, line: Line, begun: Opening) -> None:
        """Read what of a decision stands on the line that announces it, and who is said there to have moved it."""
        if self._opened_by and not begun.before:
            self.paragraphs.append((line.number, [begun.lead]))
        else:
            self.leads.append(Lead(begun.lead, "resolutions"))
        rest, movers = without_movers(begun.rest)
        before, entries = inline_list(rest)
        if entries:
            self.leads.append(Lead(before, "resolutions"))
            self.decisions += [Decision(number, [text]) for number, text in entries]
        elif rest:
            self.decisions.append(Decision(begun.number, [rest]))
            self._open = self.decisions[-1].is_open or rest.text.endswith(";")
        at = len(self.told)
        while at and MOVERS.fullmatch(self.told[at - 1].text):  # in lines of their own above
            at -= 1
            self._proposed[at] = self._listed_from
        if len(self.decisions) > self._listed_from:
            self.leads.append(Lead(movers, "motions"))
            if self.told and re.search(r"\band(?:\s+it\s+was)?$", self.told[-1].text):
                self._proposed[len(self.told) - 1] = self._listed_from
            for told in (begun.lead, movers):
                if told:
                    self._proposed[len(self.told)] = self._listed_from
                    self.told.append(told)

    def _go_on(self, line: Line, _after: Line | None) -> bool:
        """Read a line that goes on with a decision: an entry of its list, or the sentence below RESOLVED."""
        here = self.decisions[self._listed_from :]
        if self._open and line.is_table and here and here[-1].is_open:
            here[-1].blocks.append(Grid(line.part))
            return True
        after = line.counted and self._opened_by and follows(self._opened_by, line.counted)
        if (
            not self._open
            or line.is_table
            or after
            or (line.rank == HEADING and (not line.is_sub or (line.part.bold and not self._is_bold)))
        ):
            return False
        if not here and MOVERS.fullmatch(line.text):
            self._proposed[len(self.told)] = self._listed_from
            self.told.append(line.said)
            self.leads.append(Lead(line.whole, "motions"))
        elif line.is_sub or line.number:
            announced = add_listed(line, self.decisions, self._listed_from)
            self.leads += [Lead(announced, "resolutions")] if announced else []
        elif not here or re.match(r"(?:that|to)\b", line.text, re.IGNORECASE):
            entries = inline_list(line.said)[1]
            self.decisions += [Decision(number, [said]) for number, said in entries or [(NOTHING, line.said)]]
        elif here[-1].number and line.text[:1].islower():
            here[-1].blocks.append(line.said)
        else:
            return False
        return True

    def _action(self, line: Line, _: Line | None) -> bool:
        """Read who has to do what was decided: `Action: the Clerk`. What has words of its own is no decision."""
        in_column = bool(line.label and words("action labels").fullmatch(line.label))
        told = line.whole if in_column else labelled(line, "action labels")
        if not told or line.is_table:
            return False
        if self.decisions and len(told.text.split()) <= _OWNER_WORDS and not _TASK.search(told.text):
            self.decisions[-1].action = {"owner": told}
        else:
            self._passage().append(Labelled(line.label.capitalize() or "Action", told))
        self.leads.append(Lead(line.whole.split(0, len(line.whole.text) - len(told.text)), "text"))
        return True

    def _motions(self) -> list[Tree]:
        """Give the motions; what was carried of those with a line of their own is a decision too.

        So is what was carried of others, where the body has no word for decisions. A vote on no motion is one on the
        first decision.
        """
        trees: list[dict[str, Tree]] = []
        undone: list[Decision] = []
        motions = motions_in(self.told, self._own)
        if not motions and self.decisions:
            self.decisions[0].votes = votes_in((*self.told, self.decisions[0].said))
        for motion in motions:
            place = self._proposed.get(motion.begins, len(self.decisions))
            proposed = self.decisions[place] if place < len(self.decisions) else None
            own = motion.begins in self._own
            if proposed and motion.mover and motion.result in NOT_MADE:
                ends = min((at for at in self._proposed.values() if at > place), default=len(self.decisions))
                undone += self.decisions[place:ends]
                trees.append(motion.tree(Passage(tuple(proposed.blocks))))
                self.leads += [Lead(decision.whole, "motions") for decision in self.decisions[place + 1 : ends]]
            elif proposed and motion.mover:
                motion.result = motion.result or "carried"
                trees.append(motion.tree(Again(proposed.said)))
            elif own and motion.text:
                first = self.told[motion.begins]
                carried = motion.result.startswith("carried")
                if carried and all(decision.said != first for decision in self.decisions):
                    self.decisions.append(Decision(NOTHING, [first]))
                trees.append(motion.tree(Again(motion.text) if carried else motion.text))
                at = first.text.find(motion.text.text)
                around = () if carried else (first.split(0, at), first.split(at + len(motion.text.text)))
                self.leads += [Lead(said, "motions") for said in around]
            elif motion.is_told and motion.text:
                trees.append(motion.tree(Again(motion.text)))
                sure = self.by_sentence == "any" or (motion.seconder and not self.decisions)
                if sure and motion.result.startswith("carried"):
                    self.decisions.append(Decision(NOTHING, [self.told[motion.begins]], is_again=True))
        self.decisions = [decision for decision in self.decisions if decision not in undone]
        if not (self.decisions or trees):
            told = (self._perhaps or in_passing(self.told, self.by_sentence))[-1:]
            self.decisions += [Decision(NOTHING, [said], is_again=True) for said in told]
            trees += [
                replace(motion, result="carried").tree(Again(motion.wanted or said))
                for said in told
                for motion in motions
            ]
        return [{"id": f"motion-{place}", **tree} if len(trees) > 1 else tree for place, tree in enumerate(trees, 1)]
