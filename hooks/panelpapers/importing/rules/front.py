"""The front sheet of an agenda: day, time, place, kind of meeting, and whether it can be watched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..account import Account
from ..days import Found, clocks_in, days_in
from ..drafts import Draft
from ..pack import Pack, Stretch
from ..parts import Part
from ..said import NO_WORDS, Again, Lead, Named, Passage, Read, Said, Tree, Writer, all_of, grid, said_of
from ..words import fits, folded, words
from .agenda import business
from .minutes import read_minutes
from .names import entry_of

_RULE: Final = "front sheet"
_WEEKDAY: Final = re.compile(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b[,.]?\s+(?:the\s+)?$", re.IGNORECASE
)
_STREET: Final = re.compile(
    r"^\d|\b(?:street|st|road|rd|lane|avenue|ave|way|drive|row|terrace|boulevard|blvd|square|crescent|place|quay|wharf)\.?$"
    r"|^[A-Z]{1,2}\d[\dA-Z]?\s*\d[A-Z]{2}$|\b[A-Z]{2}\s+\d{5}\b",
    re.IGNORECASE,
)
_SMALL: Final = (
    r"[\s,;:|–—-]*(?:(?:at|on|from|the|in|to|be|held|commencing|starting|date|time|and|day|of)\b[\s,;:|–—-]*)*"
)
_LEFT: Final = re.compile(_SMALL, re.IGNORECASE)
_LAST_SMALL: Final = re.compile(rf"[\s,;:|–—-]+{_SMALL}$", re.IGNORECASE)
_PLACE: Final = re.compile(r"\b(?:[Ii]n|IN|[Aa]t|AT)\s+(?:(?:[Tt]he|THE)\s+)?(?=[A-Z])")
_BEHIND: Final = re.compile(r"[\s,;:|–—-]*(?:(?:at|in|on)\s+(?:the\s+)?)?", re.IGNORECASE)
_DRAFT: Final = re.compile(
    r"\b(?:draft|unconfirmed|unapproved|subject to (?:approval|confirmation))\b", re.IGNORECASE
)
_HEAD: Final = 12
"""How many parts stand over the list of those present at the most."""
_STOP: Final = re.compile(
    r"\s+(?:for the purpose|to transact|to consider|when the|for the transaction)\b|\.(?:\s|$)", re.IGNORECASE
)
_LONG: Final = 30
_NEAR: Final = 6
"""Within how many letters behind the time at which a meeting starts stands that at which it ends."""
_WATCH: Final = re.compile(
    r"\b(?:web-?cast|live[- ]?stream|stream(?:ed|ing)?\b|broadcast|watch(?:ed)? (?:live|online|the meeting))",
    re.IGNORECASE,
)
_NOT_WATCHED: Final = re.compile(
    r"\b(?:not|never)\s+(?:be\s+)?(?:being\s+)?(?:web-?cast|(?:live[- ]?)?streamed|broadcast)", re.IGNORECASE
)


@dataclass
class _Sheet:
    """What the front sheet tells, each with its words."""

    day: Said = NO_WORDS
    starts: Read | None = None
    ends: Read | None = None
    contact: Said = NO_WORDS
    venue: Said = NO_WORDS
    title: Said = NO_WORDS
    special: bool = False
    watch: Said = NO_WORDS
    named: list[Said] = field(default_factory=list)
    """The name of the body, and the word agenda: they say what the papers are, and stand in no field of them."""
    labels: list[tuple[str, Said]] = field(default_factory=list)


def front_sheet(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give what stands before the first item: when and where the meeting is, what kind, and whether it is filmed."""
    if stretch.kind != "agenda":
        return
    sheet, items = _Sheet(), business(stretch.parts)
    for said, label in _lines(stretch.parts[: len(stretch.parts) - len(items)]):
        _read(sheet, said, label, pack)
    venue = _venue(sheet.venue)
    fields: dict[str, Tree] = {"title": sheet.title}
    fields |= {"special": True} if sheet.special else {}
    fields |= {"starts": sheet.starts or "", "ends": sheet.ends or "", "venue": venue}
    fields |= {"contact": Named(sheet.contact, placed=True)} if sheet.contact else {}
    if sheet.watch:
        planned = not _NOT_WATCHED.search(sheet.watch.text)
        fields["webcast"] = {"planned": planned, "remark": sheet.watch}
    fields["_"] = [Lead(said, name) for name, said in (("date", sheet.day), *sheet.labels)]
    fields["__"] = [Lead(said, "heading") for said in sheet.named]
    path = pack.file("meeting.yml")
    written = Writer(path, _RULE, pack, account).write(fields)
    yield Draft(path, written if isinstance(written, dict) else {})


def heading_of_minutes(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give what stands over the minutes of an earlier meeting: its day, time and place; and that it was held."""
    if stretch.kind != "minutes" or not pack.held:
        return
    sheet, marked = _Sheet(), False
    for part in stretch.parts[:_HEAD]:
        if _begins_list(part):
            break
        if part.kind != "table":
            _when(sheet, all_of(part), NO_WORDS, pack.held[:10], pack, is_heading=True)
            marked = marked or bool(_DRAFT.search(part.text))
    fields: dict[str, Tree] = {"starts": sheet.starts or "", "venue": _venue(sheet.venue), "state": "held"}
    fields["_"] = [Lead(sheet.day, "date"), *(Lead(said, "heading") for said in sheet.named)]
    path = pack.file_held("meeting.yml")
    written = Writer(path, _RULE, pack, account).write(fields)
    yield Draft(path, written if isinstance(written, dict) else {})
    if marked:
        yield Draft(pack.file_held("minutes.yml"), {"marked": "draft"})


def _begins_list(part: Part) -> bool:
    """Whether those present are listed from here on."""
    first = next(iter(part.leaves()), None)
    return first is None or bool(words("present labels").match(folded(first.text)))


def undivided_minutes(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give minutes that have no numbers and no titles as one, so that somebody divides them."""
    if stretch.kind != "minutes" or not pack.held or read_minutes(stretch.parts) or stretch.title is None:
        return
    free = [leaf for part in stretch.parts for leaf in part.leaves() if leaf.text and account.is_free(leaf)]
    text = Passage(tuple(all_of(leaf) for leaf in free))
    path = pack.file_held("minutes.yml")
    minute: dict[str, Tree] = {"title": Again(all_of(stretch.title)), "text": text}
    written = Writer(path, "minutes without titles", pack, account).write({"minutes": [minute]})
    yield Draft(path, written if isinstance(written, dict) else {})


def day_told(stretch: Stretch, pack: Pack) -> set[str]:
    """Give the days that the front sheet names, by which the meeting can be checked."""
    front = stretch.parts[: len(stretch.parts) - len(business(stretch.parts))]
    texts = (leaf.text for part in front for leaf in part.leaves())
    return {day.value for text in texts for day in days_in(text, month_first=pack.month_first)}


def _lines(parts: Sequence[Part]) -> Iterator[tuple[Said, Said]]:
    """Give each line of the front sheet with its label, where one stands in the cell before it or before a colon."""
    for part in parts:
        if part.kind != "table":
            yield _labelled(all_of(part))
            continue
        for row in grid(part):
            cells = [said_of(cell) for cell in row if cell and cell.text]
            if len(cells) == 2 and words("front labels").fullmatch(folded(cells[0].text)):
                yield cells[1], cells[0]
            else:
                yield from (_labelled(cell) for cell in cells)


def _labelled(said: Said) -> tuple[Said, Said]:
    label, colon, value = said.text.partition(":")
    if colon and value.strip() and words("front labels").fullmatch(folded(label)):
        return said.split(len(label) + 1), said.split(0, len(label) + 1)
    return said, NO_WORDS


def _read(sheet: _Sheet, said: Said, label: Said, pack: Pack) -> None:
    """Take what one line tells."""
    named = folded(said.text)
    if fits("agenda titles", named) or (pack.body and named == folded(pack.body)):
        _when(sheet, said, NO_WORDS, pack.meeting[:10], pack, is_heading=True)
    elif _WATCH.search(said.text) and not sheet.watch:
        sheet.watch = said
    elif words("kinds of meeting told").fullmatch(named) and not sheet.title:
        sheet.title = said
        sheet.special = bool(words("special meetings").search(named))
    elif (words("venue labels").fullmatch(folded(label.text)) or _is_place(said, sheet)) and not sheet.venue:
        sheet.venue = said
        sheet.labels += [("venue", label)] if label else []
    elif words("contact labels").fullmatch(folded(label.text)) and (officer := entry_of(said)) and not sheet.contact:
        sheet.contact = officer.title + officer.name
        sheet.labels.append(("contact", label))
    else:
        _when(sheet, said, label, pack.meeting[:10], pack)


def _when(sheet: _Sheet, said: Said, label: Said, wanted: str, pack: Pack, *, is_heading: bool = False) -> None:
    """Take the day, the time and the place from a line. What else a heading says is the heading of the papers."""
    text = said.text
    days = [day for day in days_in(text, month_first=pack.month_first) if day.value == wanted]
    clocks = [*clocks_in(text)]
    day = days[0] if days and not sheet.day else None
    timed = is_heading or day or label or _is_only(said, clocks)
    clock = _opening(text, clocks) if clocks and not sheet.starts and timed else None
    if not (day or clock):
        sheet.named += [said] if is_heading else []
        return
    told = sorted(_with_weekday(text, found) for found in (*days, *clocks))
    place = None if sheet.venue else _place(text, told)
    if day:
        sheet.day = said.split(*_with_weekday(text, day))
    if clock:
        sheet.starts = Read(said.split(clock.start, clock.end), clock.value)
    if place:
        sheet.venue = said.split(*place)
    sheet.labels += [("starts" if clock else "date", label)] if label else []
    for start, end in _gaps([*told, *([place] if place else [])], len(text)):
        sheet.named += [said.split(start, end)] if is_heading or _LEFT.fullmatch(text[start:end]) else []
    for found in clocks:
        if clock and clock.end < found.start < clock.end + _NEAR and found.value > clock.value:
            sheet.ends = sheet.ends or Read(said.split(found.start, found.end), found.value)


def _gaps(spans: Sequence[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """Give the stretches between some others, and those before and behind them."""
    last = 0
    for start, stop in [*sorted(spans), (end, end)]:
        if start > last:
            yield last, start
        last = max(last, stop)


def _place(text: str, told: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Give where a place stands in a line with a day or a time: behind these, else behind in or at before them."""
    for start, end in reversed([*_gaps(told, len(text))]):
        begins = [found.end() for found in (_BEHIND.match(text, start, end),) if found and start]
        begins += [found.end() for found in _PLACE.finditer(text, start, end)]
        begins += [0] if not start and re.match(r"[^–—|]*\s[–—|]", text) else []
        for begin in begins:
            stop = _STOP.search(text, begin, end) or (re.search(r"\s[–—|]", text) if begin == 0 else None)
            piece = text[begin : stop.start() if stop else end]
            small = _LAST_SMALL.search(piece)
            piece = piece[: small.start()] if small else piece
            if words("rooms").search(piece) and len(piece.split()) <= _LONG:
                return begin, begin + len(piece)
    return None


def _opening(text: str, clocks: list[Found]) -> Found:
    """Give the time at which the public part begins, where several are told; else the first."""
    public = (
        clock for clock in clocks if re.search(r"\b(?:open|public)\b[^|,;]*$", text[: clock.start], re.IGNORECASE)
    )
    return next(public, clocks[0])


def _is_only(said: Said, clocks: list[Found]) -> bool:
    """Whether a line tells times and little else."""
    told = sum(clock.end - clock.start for clock in clocks)
    return len(said.text.split()) <= 12 and (
        told * 2 > len(said.text) or bool(re.search(r"session|start|begin|commenc", said.text, re.IGNORECASE))
    )


def _with_weekday(text: str, found: Found) -> tuple[int, int]:
    weekday = _WEEKDAY.search(text, 0, found.start)
    return (weekday.start() if weekday else found.start), found.end


def _is_place(said: Said, sheet: _Sheet) -> bool:
    """Whether a line names a room or a building, once the day is told."""
    text = said.text
    near = bool(sheet.day or sheet.starts) and len(text.split()) <= 30 and not text.rstrip().endswith("?")
    return (
        near
        and bool(words("rooms").search(text))
        and not re.search(r"[.!]\s+\S|@|\bhttps?:", text)
        and ":" not in text
    )


def _venue(said: Said) -> Tree:
    """Part the room and the building from the street, the town and the postcode."""
    pieces = said.text.split(",")
    at = next((n for n, piece in enumerate(pieces) if n and _STREET.search(piece.strip())), None)
    cut = len(",".join(pieces[:at])) if at else len(said.text)
    return {"name": said.split(0, cut), "address": said.split(cut + 1)} if said else {}
