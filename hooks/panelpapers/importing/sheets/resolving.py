"""The figures of an indicator, with its unit and its kind of period; what nobody said is asked, and never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pydantic_core import PydanticCustomError

from ...records.fields import typed_fields
from ...records.indicator import SHORTHAND, Indicator, Point, Series
from ...records.period import Period
from ...records.units import Unit, read_unit
from ...writing.lines import Step, Value
from .days import how_read
from .entries import Entry, as_typed, as_words, differences, known_by
from .figures import said_figure
from .indicators import Figures, Raw
from .periods import KINDS, OPEN, kind_of, of_kind, said_period
from .told import Ask, Told

_FIGURES: Final = ("value", "lowest", "highest", "earlier_value")
_ASKED: Final = ("unit", "place", "definition", "source.title")
"""What no sheet has to say and no new indicator can be without."""


@dataclass(frozen=True)
class Answers:
    """What the command was given for new indicators, by the names of fields, and who else can be asked."""

    given: Mapping[str, str] = field(default_factory=dict)
    ask: Ask = lambda *_: ""
    sign: str = ""
    """What stands before money where nothing says another."""

    def find(self, about: Figures, name: str, question: str, choices: tuple[str, ...] = ()) -> str:
        """Give what is known of a field: from its sheet, from the command, from a person; or nothing."""
        return (
            about.given(name)
            or self.given.get(name.removesuffix(".title"), "")
            or self.ask(f"{about.name}: {question}", choices)
        )


@dataclass
class Wanted:
    """What a file shall hold: whole, where it is new, and else which entries its lists at some steps shall have."""

    path: str
    family: str
    new: dict[str, Value] = field(default_factory=dict)
    entries: list[tuple[tuple[Step, ...], Entry]] = field(default_factory=list)
    place: str = ""
    """The cell that a new file comes from."""


def wanted(about: Figures, answers: Answers, told: Told) -> Wanted | None:
    """Give what the file of an indicator shall hold; ``None`` where something was told that keeps it from that."""
    before = len(told.problems)
    unit = _unit(about, answers, told)
    if unit is None:
        return None
    _target(about, unit, answers.sign, told)
    points = _points(about, unit, answers, told)
    found = Wanted(f"indicators/{about.key}.yml", "indicators", place=about.raw[0].place)
    if about.existing:
        _into_existing(about, about.existing, points, found, told)
    else:
        found.new = _new(about, points, answers, told)
    return found if len(told.problems) == before else None


def _unit(about: Figures, answers: Answers, told: Told) -> Unit | None:
    said, cell = about.fields.get("unit", ("", ""))
    try:
        if about.existing:
            if said and read_unit(said) != about.existing.unit:
                fact = f"The unit here is “{said}”, and that of {about.name} is “{about.existing.unit.name}”."
                told.problem(
                    cell, fact, "Check which is right. Figures of another unit need an indicator of their own."
                )
            return about.existing.unit
        said = answers.find(about, "unit", "in which unit are its figures? %, count, money, days …")
        if said:
            about.fields["unit"] = said, cell
            return read_unit(said)
    except PydanticCustomError as refused:
        told.slip(cell or about.name, refused)
        return None
    _missing(about, "unit", "--unit", told)
    return None


def _target(about: Figures, unit: Unit, sign: str, told: Told) -> None:
    """Read the target as a figure of the indicator; what stands there in place of one says nothing."""
    said, cell = about.fields.pop("target.value", ("", ""))
    try:
        if said and (figure := said_figure(said, unit, unit.sign or sign)).value:
            about.fields["target.value"] = figure.value, cell
    except PydanticCustomError as refused:
        told.slip(cell, refused)


def _missing(about: Figures, name: str, option: str, told: Told) -> None:
    words = name.replace(".title", "")
    meaning = typed_fields(Indicator)[words].meaning if words in typed_fields(Indicator) else ""
    fix = f"Add a column “{words}”, or give {option}. {meaning}"
    told.problem(about.raw[0].place, f"Nothing says the {words} of {about.name}, which is new.", fix.strip())


def _points(about: Figures, unit: Unit, answers: Answers, told: Told) -> dict[str, list[Entry]]:
    """Give the figures by the names of their series, in order, each once."""
    sign = (about.existing.money_sign if about.existing else unit.sign) or answers.sign
    kind = _Kind(about, answers, told)
    found: dict[str, dict[object, Entry]] = {}
    for raw in about.raw:
        entry = _point(raw, unit, sign, kind, told)
        if entry is None or entry.record is None:
            continue
        there = found.setdefault(raw.series, {})
        first = there.setdefault(known_by(entry.record), entry)
        if first is not entry and first.record:
            if differences(entry, first.record):
                fact = f"Another figure of {about.name} for the same is in {first.place}."
                told.problem(entry.place, fact, "Keep one of the two, or name their series.")
            else:
                told.note(entry.place, f"The same figure is in {first.place}. It is taken once.")
    return {name: [*entries.values()] for name, entries in found.items()}


class _Kind:
    """Which kind of period is meant where words leave it open. It is asked once for each indicator."""

    def __init__(self, about: Figures, answers: Answers, told: Told) -> None:
        self.about, self.answers, self.told = about, answers, told
        series = about.existing.every_series() if about.existing else []
        periods = [point.period for one in series for point in one.points if point.period]
        kinds = {kind_of(period) for period in periods}
        self.there = {period.days for period in periods}
        self.known = next(iter(kinds)) if len(kinds) == 1 else ""
        self.asked = False

    def of(self, said: Period, raw: Raw) -> Period | None:
        """Give the period that is meant, or ``None`` where it was told that nobody says which."""
        if said.days in self.there:
            return said
        kind = self.known or self.answers.given.get("period_kind", "")
        if not kind and said.kind in OPEN:
            if not self.asked:
                question = f"which kind of period is {said.name}?"
                self.known = kind = self.answers.ask(f"{self.about.name}: {question}", KINDS)
            if not kind and not self.asked:
                fact = (
                    f"“{raw.texts['period'][0]}” does not say whether a {said.kind} is meant, or what ends with it."
                )
                fix = f"Give --period-kind, one of: {', '.join(KINDS)}. Or write each period in full."
                self.told.problem(raw.place, fact, fix)
            self.asked = True
            return None if not kind else of_kind(said, kind, raw.custom.year_begins)
        if kind and kind_of(said) != kind and said.kind in OPEN:
            return of_kind(said, kind, raw.custom.year_begins)
        return said


def _point(raw: Raw, unit: Unit, sign: str, kind: _Kind, told: Told) -> Entry | None:
    """Give a figure as it is typed in a file; ``None`` where there is none, or where it was told what is wrong."""
    entry, before = Entry(Point, raw.place), len(told.problems)
    statuses: list[str] = []
    for name, (text, cell) in raw.texts.items():
        try:
            if name == "period":
                period = kind.of(said_period(text, raw.custom), raw)
                if how := how_read(text, raw.custom.first):
                    told.note(cell, how)
                entry.fields |= {name: as_words(period)} if period else {}
            elif name in _FIGURES:
                figure = said_figure(text, unit, sign)
                statuses += figure.statuses
                entry.fields |= {name: figure.value} if figure.value else {}
                entry.fields |= {"approximate": True} if figure.approximate else {}
            elif name == "statuses":
                statuses += _statuses(text)
            else:
                entry.fields[name] = text
        except PydanticCustomError as refused:
            told.slip(cell, refused)
    entry.cells = {name: cell for name, (_, cell) in raw.texts.items()}
    if statuses:
        entry.say("statuses", [*dict.fromkeys(statuses)], raw.place)
    if len(told.problems) > before or not (statuses or {*_FIGURES} & entry.fields.keys()):
        return None
    entry.fields = {name: entry.fields[name] for name in typed_fields(Point) if name in entry.fields}
    return entry if entry.made(told) else None


def _statuses(text: str) -> Iterator[str]:
    """Give statuses as a column names them: in words, or by the letters of official statistics."""
    for words in re.split(r"[;,]| and ", text):
        if found := re.search(r"[\[(](\w+)[\])]", words):
            yield from (status for status, short in SHORTHAND.items() if short == found[1].lower())
        elif words.strip() and words.strip() != "may change":
            yield next((s for s, short in SHORTHAND.items() if short == words.strip().lower()), words.strip())


def _into_existing(
    about: Figures, existing: Indicator, points: Mapping[str, list[Entry]], found: Wanted, told: Told
) -> None:
    names = {_said(series.name): at for at, series in enumerate(existing.series)}
    for name, entries in points.items():
        steps: tuple[Step, ...] | None = None
        if not existing.series and _said(name) in ("", _said(existing.place)):
            steps = ("points",)
        elif _said(name) in names:
            steps = ("series", names[_said(name)], "points")
        if steps:
            found.entries += [(steps, entry) for entry in entries]
        elif existing.series and name:
            series = Entry(Series, entries[0].place)
            series.say("name", name, entries[0].place)
            series.say("points", [dict(entry.fields) for entry in entries], entries[0].place)
            if series.made(told):
                found.entries.append((("series",), series))
        else:
            what = f"the series “{name}”, and the file has figures without series" if name else "no series"
            told.problem(
                entries[0].place, f"The sheet gives {what} of {about.name}.", "Name the series as the file does."
            )
    for name, (text, cell) in about.fields.items():
        if name not in ("id", "unit") and _said(text) != _said(as_typed(existing, name)):
            told.note(cell, f"The {name.replace('.', ' ')} of {about.name} is another in its file, and stays so.")


def _new(about: Figures, points: Mapping[str, list[Entry]], answers: Answers, told: Told) -> dict[str, Value]:
    """Give the fields of a new indicator, in the order of the form."""
    before = len(told.problems)
    said: dict[str, str] = {name: text for name, (text, _) in about.fields.items() if name != "id"}
    title = said.get("title") or said.get("measure") or about.key
    said.setdefault("title", title)
    if "measure" not in said:
        said["measure"] = title if title[1:2].isupper() else title[:1].lower() + title[1:]
        told.note(about.raw[0].place, f"The measure of {about.name} is taken to be “{said['measure']}”.")
    questions = {"place": "whom or where are the figures for?", "definition": "what does the figure mean?"}
    questions |= {"unit": "in which unit?", "source.title": "in which paper do the figures stand?"}
    for name in _ASKED:
        if not (text := answers.find(about, name, questions[name])):
            _missing(about, name, f"--{name.removesuffix('.title')}", told)
        said[name] = text
    fields: dict[str, Value] = {"draft": True}
    for name in typed_fields(Indicator):
        inner = {key.partition(".")[2]: text for key, text in said.items() if key.startswith(f"{name}.")}
        if name in said or inner:
            fields[name] = said.get(name) or dict(inner)
    named = [name for name in points if name]
    if len(points) == 1 and not named:
        fields["points"] = [dict(entry.fields) for entry in next(iter(points.values()))]
    elif points:
        lists = {name or said["place"]: [dict(entry.fields) for entry in found] for name, found in points.items()}
        fields["series"] = [{"name": name, "points": list(found)} for name, found in lists.items()]
    entry = Entry(Indicator, about.raw[0].place, fields, {name: cell for name, (_, cell) in about.fields.items()})
    if len(told.problems) == before:
        entry.made(told)
    return entry.fields


def _said(text: str) -> str:
    return " ".join(text.casefold().split())
