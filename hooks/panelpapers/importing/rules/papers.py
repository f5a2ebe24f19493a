"""Reports and other papers: cover, sections with their numbered paragraphs, recommendations, appendices, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final

from ...records.names import as_slug, key_of
from ...writing.lines import Value
from ..account import Account
from ..drafts import Draft
from ..pack import Pack, Stretch
from ..printed_lines import lines_of
from ..said import LONGEST, Again, Block, Item, Lead, Passage, Said, Tree, Writer
from ..words import fits, folded, words
from .agenda import agenda_of_lines, agenda_of_table
from .covers import NEAR, Cover, asked_in, cover_fields, cover_of, labels_placed, other_labels, title_of
from .sections import Section, recommendations_in, sections_of

_RULE: Final = "paper in numbered paragraphs"
_ALIKE: Final = 0.75
_NONE: Final = re.compile(r"(?:there are )?(?:none|nil|no background papers)\.?", re.IGNORECASE)
_TOP: Final = 6
"""Within how many parts from the top of a pack the name of the body stands."""
_APPENDIX: Final = re.compile(
    r"(?P<label>(?:appendix|annexe?|attachment|schedule|enclosure|exhibit)\s+[\w.]+)\s*[-–—:.]?\s*(?P<title>.*)", re.I
)


def paper_of_report(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give a paper of the pack: its sections and paragraphs, or its parts where numbers begin again in each."""
    if stretch.kind != "paper":
        return
    lines = lines_of(stretch.parts)
    cover = cover_of(lines)
    title, above = title_of(cover, _front(pack))
    sections = sections_of(lines[cover.size :])
    item = stretch.item if key_of(stretch.item) else item_of(title.text, pack)
    path = pack.file(f"papers/{_name(stretch, title, item, pack)}.yml")
    fields = _fields(cover, title, above, sections, pack) | {"item": item}
    written = Writer(path, _RULE, pack, account).write(fields)
    if isinstance(written, dict) and {"title", "text", "sections", "parts"} & set(written) > {"title"}:
        order = ("title", "kind", "item", *written)
        yield Draft(path, {name: written[name] for name in dict.fromkeys(order) if name in written})


def item_of(title: str, pack: Pack) -> str:
    """Give the number of the agenda item whose title is that of a paper, or begins or ends like it; else nothing."""
    best, found = _ALIKE, ""
    for number, named in items_of(pack):
        like = _likeness(folded(title), folded(named))
        if like > best:
            best, found = like, number
    return found


def _likeness(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if short and len(short.split()) > 2 and (long.startswith(short) or long.endswith(short)):
        return 1.0
    return SequenceMatcher(None, one, other).ratio()


def items_of(pack: Pack) -> Iterator[tuple[str, str]]:
    """Give number and title of each item of the agenda."""
    for stretch in pack.of_kind("agenda"):
        for rule in (agenda_of_table, agenda_of_lines):
            for draft in rule(stretch, pack, Account(pack.source)):
                yield from _numbers(draft.fields.get("items", []))


def _numbers(items: Value) -> Iterator[tuple[str, str]]:
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            number = str(item.get("number", ""))
            yield number, str(item.get("title", ""))
            yield from _numbers(item.get("items", []))


def _front(pack: Pack) -> frozenset[str]:
    """Give the lines at the top of the pack, among which the name of the body is; items of the agenda are none."""
    first = next(pack.of_kind("agenda"), None)
    above = takewhile(lambda part: not fits("agenda titles", part.text), first.parts[:_TOP] if first else ())
    return frozenset(folded(part.text) for part in above if part.kind != "table" and not part.number)


def _name(stretch: Stretch, title: Said, item: str, pack: Pack) -> str:
    """Give the name of the file of a paper, which no other paper of the pack has."""
    own = as_slug(title.text)[:LONGEST].strip("-") or f"paper-{key_of(item) or 'without-title'}"
    before = [other for other in pack.of_kind("paper") if other.parts[0].position < stretch.parts[0].position]
    titles = [title_of(cover_of(lines_of(other.parts[:NEAR])), _front(pack))[0].text for other in before]
    same = sum(as_slug(text)[:LONGEST].strip("-") == own for text in titles)
    return f"{own}-{same + 1}" if same else own


def _fields(cover: Cover, title: Said, above: Sequence[Said], sections: list[Section], pack: Pack) -> dict[str, Tree]:
    first, *rest = sections
    background = list(_background(sections))
    listed = [section for section in rest if _lists_background(section) and not (section.text or section.paragraphs)]
    rest = [section for section in rest if section not in listed]
    appendices = list(_appendices(sections))
    fields: dict[str, Tree] = {"title": title, "kind": "report", **cover_fields(cover, pack.month_first)}
    fields["recommendations"] = recommendations_in(sections) or [*asked_in(cover)]
    fields["text"] = Passage((*other_labels(cover), *first.text))
    if first.paragraphs:
        first.title = first.title or title
        first.text = []
        rest = [first, *rest]
    if any(section.begins_part for section in rest) and _begins_again(rest):
        fields["parts"] = _parts(rest, title)
    else:
        fields["sections"] = [section.tree() for section in rest]
    fields["appendices"] = appendices
    none = [said for said in background if _NONE.fullmatch(said.text)]
    fields["background_papers"] = "none" if none else [{"title": said} for said in background]
    leads = [*(Lead(said, "title") for said in above), *labels_placed(cover)]
    leads += [Lead(said, "background_papers") for said in (*none, *(section.title for section in listed))]
    return fields | {"leads": leads}


def _begins_again(sections: Sequence[Section]) -> bool:
    """Whether two paragraphs have the same number."""
    numbers = [paragraph.number.text.rstrip(".") for section in sections for paragraph in section.paragraphs]
    return len(numbers) != len(set(numbers))


def _parts(sections: Sequence[Section], title: Said) -> list[Tree]:
    """Give the parts of a paper in which numbers begin again: each from a heading to the next such."""
    parts: list[Tree] = []
    current: list[Section] = []
    named = title
    text: list[Block] = []
    for section in [*sections, None]:
        if section is None or section.begins_part:
            if current:
                parts.append(_part(named, text, current, again=named is title))
            if section:
                named, text, current = section.title, section.text, []
                if section.paragraphs:
                    current = [Section(Said(()), section.title, 1, paragraphs=section.paragraphs)]
        else:
            current.append(section)
    return parts


def _part(named: Said, text: Sequence[Block], sections: Sequence[Section], *, again: bool) -> dict[str, Tree]:
    return {
        "id": as_slug(named.text)[:LONGEST].strip("-"),
        "title": Again(named) if again else named,
        "text": Passage(tuple(text)),
        "sections": [section.tree() for section in sections],
    }


def _background(sections: Sequence[Section]) -> Iterator[Said]:
    """Give the background papers that a line lists behind these words, and take it out of the text."""
    for blocks in (
        blocks for section in sections for blocks in (section.text, *(p.blocks for p in section.paragraphs))
    ):
        for block in [block for block in blocks if isinstance(block, Said)]:
            told = words("background papers").match(block.text)
            mark = told and re.match(r"\s*[:–-]\s*", block.text[told.end() :])
            if told and mark:
                blocks.remove(block)
                yield from _listed(block.split(told.end() + mark.end()))
    for section in sections:
        if _lists_background(section) and not section.paragraphs:
            said = [block.said if isinstance(block, Item) else block for block in section.text]
            yield from (block for block in said if isinstance(block, Said))
            section.text = [block for block in section.text if not isinstance(block, Said | Item)]


def _lists_background(section: Section) -> bool:
    return bool(words("background papers").fullmatch(folded(section.title.text)))


def _listed(said: Said) -> Iterator[Said]:
    """Divide a list with semicolons."""
    at = 0
    for text in said.text.split(";"):
        start = at + len(text) - len(text.lstrip())
        yield said.split(start, start + len(text.strip().rstrip(".")))
        at += len(text) + 1


def _appendices(sections: Sequence[Section]) -> Iterator[Tree]:
    """Give what a list of appendices names, and take it out of the text."""
    for section in sections:
        if not words("paper appendices").fullmatch(folded(section.title.text)):
            continue
        for block in [block for block in section.text if isinstance(block, Said)]:
            if found := _APPENDIX.fullmatch(block.text):
                section.text.remove(block)
                title = block.split(found.start("title")) if found["title"] else block
                yield {"label": block.split(0, found.end("label")), "title": title}
