"""Checks of short forms: explained in each document, written out where first used, and one meaning for each."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from ..facts.abbreviations import Usage, collisions
from ..facts.dossier import Dossier
from ..records.place import Place
from ..records.problem import Problem
from .findings import advice, repeated, warning


def unexplained(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each short form that its paper, agenda or minutes never explain."""
    if "panel" in dossier.records.unread:
        return  # its file may explain them
    for usage in dossier.usages:
        if usage.long is None and usage.first:
            in_list = "abbreviations of this paper" if usage.paper_id else "abbreviations of data/panel.yml"
            fact = f'"{usage.short}" is used here and explained nowhere in this document.'
            fix = f"Write it out, with the short form in brackets, or add it to the {in_list}. "
            fix += 'If the source never explains it, write "not written out in this paper" as what it stands for.'
            yield Problem("abbreviation-unexplained", usage.first.place, fact, fix)


def not_written_out_first(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each short form that a paper uses before it is written out."""
    if "panel" in dossier.records.unread:
        return
    known = dossier.records.panel.known_short_forms if dossier.records.panel else []
    for usage in dossier.usages:
        explained = usage.paper_id and usage.explained and usage.short not in known
        if usage.first and explained and not usage.written_out_first:
            fact = f'"{usage.short}" is first used here, and not written out.'
            fix = f"Write {usage.long} ({usage.short}) here."
            yield warning("abbreviation-first-use", usage.first.place, fact, fix)


def two_meanings(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each short form that stands for two things."""
    area = dossier.records.panel.area if dossier.records.panel else ""
    for short, several in collisions(dossier.usages, area):
        of_it = [usage for meaning in several for usage in meaning.usages]
        told = " and ".join(f'"{meaning.long}"' for meaning in several)
        fact = f"{short} stands for {told} in different documents."
        fix = "Write it out where it could be misread, and name abbreviation-collision in known."
        yield advice("abbreviation-collision", _place(of_it), fact, fix)


def listed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a short form that stands twice in one list."""
    lists = [paper.abbreviations for paper in dossier.records.papers.values()]
    for entries in (*lists, dossier.records.panel.abbreviations if dossier.records.panel else []):
        for entry, _ in repeated(entries, attrgetter("short")):
            fact = f'"{entry.short}" stands twice in this list.'
            fix = "Keep one of the two. If it stands for two things in this paper, say so in long."
            yield Problem("abbreviation-twice", entry.at("short"), fact, fix)


def _place(every: list[Usage]) -> Place:
    """Give the place in a paper where a short form is explained, or first used; else that in the panel's own list."""
    of_papers = [usage for usage in every if usage.paper_id]
    entries = [usage.entry.at("short") for usage in of_papers or every if usage.entry]
    texts = [usage.first.place for usage in of_papers or every if usage.first]
    return (entries or texts)[-1]
