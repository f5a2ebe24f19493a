"""Forms to fill in, in the browser: one page for each kind of file, made from its record.

A page holds a pattern of each group of fields. ``assets/forms.js`` puts the form together from them, and writes the
file; what it says of a slip, and by which rules it writes, stands on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pydantic import Field as Own

from ..reading.for_browsers import writing_rules
from ..reading.refusals import lacking
from ..reading.validate import read_record
from ..records.base import Record
from ..records.fields import Field, kinds_within
from ..records.forms import FORMS, Form, fields_in_words, in_words
from ..records.kinds import Takes, read_date, read_line, read_passage, read_yes_no
from ..records.language import with_article
from ..records.names import MeetingSlug, Slug
from ..records.publication import Records
from ..records.schemas import for_programs, longest, refusal
from ..records.walk import walk
from ..writing.commented import commented
from . import addresses
from .citing import new_file
from .explained import example_of
from .packaged import GUIDE, called
from .rendering import Renderer
from .site import HELP, HOME, Link, Page

_FORMS: Final = Link("Forms to fill in", addresses.FORMS)
_TYPED: Final = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in a sentence where a form puts what was typed, or counted."""
_NO_DAY: Final = "2026-02-30"

Shape = Literal["line", "passage", "choice", "groups", "group", "texts"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a text must be, and what the check says of one that is not: ``wrong``, ``long``, ``no_day``."""

    pattern: str = ""
    wrong: str = ""
    most: int | None = None
    long: str = ""
    no_day: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """A field as a form has it. ``usual`` ones are seen at once, all others when somebody asks for more."""

    field: Field
    shape: Shape
    usual: bool
    takes: str
    missing: str
    rule: Rule
    choices: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its name as people read it."""
        return self.field.typed.replace("_", " ")

    @property
    def entry(self) -> str:
        """What an entry of its list is called, or the group that it holds."""
        return in_words(self.field.inner) if self.field.inner else f"{self.label}, entry"


def form_pages(records: Records, renderer: Renderer) -> Iterator[Page]:
    """Give the list of forms, and a page for each. They speak as the regime does."""
    words = renderer.records.regime_on(renderer.today).words
    html = called(renderer.html("forms", addresses.FORMS, forms=FORMS), words)
    nothing = refusal(read_line, "")
    summary = "Forms in the browser for new files: an agenda, minutes, a paper, an indicator and all others."
    yield Page(addresses.FORMS, _FORMS.text, summary, html, (HOME, GUIDE), kind=HELP)
    for form in FORMS:
        at, title = addresses.form_to_fill(form.id), f"Fill in: {form.title[0].lower()}{form.title[1:]}"
        there = form.single or form.listed if getattr(records, form.family) else False
        groups = {kind: inputs_of(kind, form) for kind in kinds_within(form.model)}
        asked = [part for part in inputs_of(Whereabouts, form) if f"<{part.field.name}>" in form.file]
        rules = tuple(dict.fromkeys(part.rule for parts in (asked, *groups.values()) for part in parts))
        html = renderer.html(
            "form",
            at,
            title=title,
            form=form,
            groups=groups,
            rules=rules,
            asked=asked,
            article=with_article,
            writing=writing_rules(),
            there=there,
            propose=new_file(records.panel, there=bool(there)),
            commented=commented(form),
            nothing=nothing.message() if nothing else "",
        )
        summary = f"A form for {form.file}: it writes the file, which you copy, download or propose. Nothing is sent."
        yield Page(at, title, summary, called(html, words), (HOME, GUIDE, _FORMS), kind=None)


class Whereabouts(Record):
    """What of the path of its file a form asks for."""

    date: MeetingSlug = Own(alias="meeting")
    """Name of the folder of the meeting, which begins with its date."""
    id: Slug = Own(alias="name_of_the_file")
    """Name of the file without its ending. It becomes part of an address, and never changes."""


@cache
def inputs_of(kind: type[Record], form: Form) -> list[Input]:
    """Give the fields of a group as a form has them, in their order."""
    used = _used(form)
    shown = [field for field, _ in fields_in_words(kind)]
    whole = "file" if kind in (form.model, Whereabouts) else in_words(kind)
    return [_input(field, whole, usual=field.required or (kind, field.name) in used) for field in shown]


def _input(field: Field, whole: str, *, usual: bool) -> Input:
    takes = field.in_words or field.mark(Takes)
    known = field.choices or (("yes", "no") if read_yes_no in field.readers else ())
    missing = " ".join(filter(None, lacking(field, whole))) if field.required else ""
    said = takes.words if takes and not known and not {read_line, read_passage}.intersection(field.readers) else ""
    return Input(field, _shape(field, known), usual, said, missing, _rule(field), known)


def _shape(field: Field, known: tuple[str, ...]) -> Shape:
    if field.inner and field.many:
        return "groups"
    if field.inner and not field.in_words:
        return "group"
    if field.many and not field.in_words:
        return "texts"
    return "choice" if known else "passage" if field.passage else "line"


def _rule(field: Field) -> Rule:
    """Give the rule of a text, with what its reader says of one that does not keep it."""
    takes = field.mark(Takes)
    if field.in_words or field.choices or field.inner:
        return Rule()
    pattern = for_programs(takes.pattern) if takes else ""
    wrong, most = _said(field, _TYPED) if pattern else "", longest(field)
    long = _said(field, "x" * (most + 1)).replace(f"{most + 1:,}", _TYPED, 1) if most else ""
    no_day = _said(field, _NO_DAY).replace(_NO_DAY, _TYPED) if read_date in field.readers else ""
    return Rule(pattern, wrong, most, long, no_day)


def _said(field: Field, typed: str) -> str:
    """Give what the first of the readers of a field that refuses a text says of it."""
    said = next((why for reader in field.readers if (why := refusal(reader, typed))), None)
    return f"{said.message()} {(said.context or {}).get('fix', '')}" if said else ""


@cache
def _used(form: Form) -> frozenset[tuple[type[Record], str]]:
    """Give the fields that the example of a form has: those that most files of this kind need."""
    record, _ = read_record(example_of(form).encode(), form.file, form.model)
    held = walk(record) if record else []
    return frozenset((type(of), name) for of in (held.record for held in held) for name in of.model_fields_set)
