"""What somebody gives of a new record, as groups of its form; and what is missing that nobody can do without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from ..records.base import Draftable, Record
from ..records.drafts import TO_WRITE
from ..records.fields import Field
from ..records.forms import Form, fields_in_words
from ..records.indicator import Point
from ..records.people import Person, Term
from .commented import Group, Shown
from .lines import Value

Given = Mapping[str, Value]
"""What was given, by the names of fields as people type them."""
NOT_MADE: Final = ("panel", "plan", "programme", "renamed", "audit")
"""Families of which no command makes a file: they hold lists that one line cannot fill in, or others write them."""


_FIGURES: Final = "Give each period its value, and take why out there: it says why there is no figure."


def takeable(record: type[Record]) -> Iterator[tuple[Field, str]]:
    """Give the fields that one line can fill in, with what they take: those of a seat too, where it is a person's.

    A group that needs one field alone, such as a source with its title, is filled in with that.
    """
    names = set[str]()
    kinds: tuple[type[Record], ...] = (Person, Term) if record is Person else (record,)
    for kind in kinds:
        for each, words in fields_in_words(kind):
            alone = _alone(each) if words.endswith("of fields") else None
            if each.typed not in names and (alone or not words.endswith("of fields")):
                names.add(each.typed)
                yield each, dict(fields_in_words(alone.kind))[alone] if alone else words


def _alone(each: Field) -> Field | None:
    """Give the one field that a group cannot do without, if that is one line of it."""
    needed = [field for field, _ in fields_in_words(each.inner) if field.required] if each.inner else []
    return needed[0] if len(needed) == 1 and not each.many and needed[0].inner is None else None


def filled(form: Form, given: Given, today: date) -> tuple[Group, list[Field]]:
    """Give the group of a new record with what is given, and the fields that are missing.

    A text that has to be written is left to be written where the record can wait as a draft.
    """
    beside: dict[str, Shown] = {}
    if form.family == "papers" and "text" not in given:
        beside["text"] = TO_WRITE
    if form.family == "indicators":
        beside["points"] = (Group(Point, {"period": str(today.year), "why": TO_WRITE}, {"value": None}, whole=False),)
    group, missing = _group(form.record, given, drafts=issubclass(form.record, Draftable))
    own = {each.typed for each, _ in fields_in_words(form.record)}
    of_seat = {name: value for name, value in given.items() if name not in own}
    if form.record is Person and of_seat:
        term, more = _group(Term, of_seat, drafts=False)
        beside["terms"], missing = (term,), [*missing, *more]
    known = {**group.known, **beside}
    if TO_WRITE in known.values():
        known = {"draft": True, **known}
    return Group(group.kind, known, said={"points": [_FIGURES]} if "points" in beside else {}), missing


def _group(kind: type[Record], given: Given, *, drafts: bool) -> tuple[Group, list[Field]]:
    known: dict[str, Shown] = {}
    missing: list[Field] = []
    for each, words in fields_in_words(kind):
        value = given.get(each.typed)
        in_group = each.inner is not None and words.endswith("of fields")
        if value and in_group:
            needed = _alone(each)
            if needed and each.inner:
                known[each.typed] = Group(each.inner, {needed.typed: str(value)}, whole=False)
        elif value:
            known[each.typed] = value
        elif not each.required:
            continue
        elif drafts and each.passage:
            known[each.typed] = TO_WRITE
        else:
            missing.append(each)
    return Group(kind, known), missing
