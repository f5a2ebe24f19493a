"""What became of a pack, in plain words: the summary, the account, and the lines that are left over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from ..writing.lines import Value
from .drafts import Draft
from .numerals import Numeral, follows, numeral
from .packing import Imported
from .parts import Part
from .rules.tables import figures_of, sheet_of

_NAMES: Final = {"agenda.yml": "Agenda", "minutes.yml": "Minutes", "action-tracker.yml": "Actions"}


def summary(imported: Imported) -> Iterator[str]:
    """Say what was found, what is new, and what is left over, a sentence or two for each."""
    fields = {draft.path: draft.fields for draft in imported.drafts}
    for path, found in fields.items():
        name = path.rpartition("/")[2]
        if name == "agenda.yml":
            yield _numbered("Agenda", "item", [*_flat(found.get("items", []), "items")])
        elif name == "minutes.yml" and found.get("minutes"):
            yield from _minutes(path, found)
        elif name == "action-tracker.yml":
            yield f"Actions: {_count(found.get('updates', []), 'entry')}."
    papers = [found for path, found in fields.items() if "/papers/" in path]
    if papers:
        paragraphs = sum(_paragraphs(paper) for paper in papers)
        numbered = f", with {_many(paragraphs, 'numbered paragraph')}" if paragraphs else ""
        yield f"Papers: {len(papers)}{numbered}."
    yield from _people(imported)
    if not any(path.endswith("agenda.yml") for path in fields):
        yield "No agenda was found."
    if any(stretch.kind == "minutes" for stretch in imported.stretches) and not any(
        "minutes.yml" in p for p in fields
    ):
        yield "The minutes tell no day, so they are left over. Name it: --minutes-of 2025-11-17."


def _minutes(path: str, found: Mapping[str, Value]) -> Iterator[str]:
    minutes = [*_flat(found.get("minutes", []), "minutes")]
    resolved = sum(len(entries) for entry in minutes if isinstance(entries := entry.get("resolutions"), list))
    told = f" {_many(resolved, 'resolution')}." if resolved else ""
    yield _numbered(f"Minutes of {path.split('/')[1]}", "minute", minutes) + told
    lists = {"present": "present", "also_present": "others", "apologies": "apologies", "absent": "absent"}
    counts = [f"{len(listed)} {word}" for name, word in lists.items() if isinstance(listed := found.get(name), list)]
    if counts:
        yield f"Attendance: {', '.join(counts)}."


def _numbered(name: str, what: str, entries: Sequence[Mapping[str, Value]]) -> str:
    """Say how many entries there are, from which number to which, and where a number is missing."""
    numbers = [str(entry["number"]) for entry in entries if entry.get("number")]
    counted = [(text, count) for text in numbers if (count := numeral(text)) and not count.is_sub]
    tops = [(text, count) for text, count in counted if count.depth == 1]
    tops = tops or [(text, count) for text, count in counted if count.form == counted[0][1].form]
    inner = "items" if what == "item" else "minutes"
    told = f"{name}: {_many(sum(1 for entry in entries if entry.get('number') or not entry.get(inner)), what)}"
    if not tops:
        return f"{told}{'' if numbers else ', without numbers'}."
    first, last = tops[0][0].rstrip("."), tops[-1][0].rstrip(".")
    missing = _gaps([count for _, count in tops])
    gaps = [gap for gap in missing if not any(text.startswith(gap) for text in numbers)]
    return f"{told}, {first} to {last}, {f'{gaps[0]} is missing: look' if gaps else 'no gap'}."


def _gaps(counts: Sequence[Numeral]) -> Iterator[str]:
    for before, after in pairwise(counts):
        differ = [
            at for at, (one, other) in enumerate(zip(before.counts, after.counts, strict=False)) if one != other
        ]
        if follows(before, after, 1):
            continue  # as Roman numbers, such as I and II
        if before.form == after.form and len(differ) == 1 and after.counts[differ[0]] - before.counts[differ[0]] > 1:
            missing = before.counts[differ[0]] + 1
            yield str(missing) if before.form.count("d") else chr(ord("A") + missing - 1)


def _flat(entries: Value, name: str) -> Iterator[Mapping[str, Value]]:
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict):
            yield entry
            yield from _flat(entry.get(name, []), name)


def _paragraphs(value: Value | Mapping[str, Value]) -> int:
    if isinstance(value, Mapping):
        own = value.get("paragraphs")
        return (len(own) if isinstance(own, list) else 0) + sum(
            _paragraphs(inner) for name, inner in value.items() if name != "paragraphs"
        )
    return sum(map(_paragraphs, value)) if isinstance(value, list) else 0


def _people(imported: Imported) -> Iterator[str]:
    people = next((draft.fields.get("people", []) for draft in imported.drafts if draft.path == "people.yml"), [])
    new = len(people) if isinstance(people, list) else 0
    named = {person for draft in imported.drafts for person in _listed(draft)} - {*imported.pack.people.new}
    if named:
        yield f"{_many(len(named), 'name')} {'is' if len(named) == 1 else 'are'} known."
    if new:
        yield f"{_many(new, 'name')} {'is' if new == 1 else 'are'} new: they are drafts in people.yml."
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict) and person.get("notes"):
            yield f"{person['name']}: {person['notes']} The draft decides nothing."


def _listed(draft: Draft) -> Iterator[str]:
    """Give the ids of those who are in the lists of minutes."""
    for name in ("present", "also_present", "apologies", "absent"):
        entries = draft.fields.get(name)
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict) and isinstance(person := entry.get("person"), str):
                yield person


def words_told(imported: Imported) -> str:
    """Say how many words there are and what became of them: the three add up to all."""
    counts = imported.account.words()
    return (
        f"{_many(counts.total(), 'word')} in all: {counts['placed']:,} placed, {counts['left over']:,} left over, "
        f"{counts['withheld']:,} withheld."
    )


def withheld_told(imported: Imported) -> Iterator[str]:
    """Say what is kept out, by page and number of words, never by text."""
    gathered: dict[tuple[str, str], int] = {}
    for part, start, end, why in imported.account.withheld:
        key = (place_of(imported, part), why)
        gathered[key] = gathered.get(key, 0) + len(part.printed[start:end].split())
    for held in imported.pack.source.withheld:
        key = (f"Page {held.page}" if held.page else "In the file", held.why)
        gathered[key] = gathered.get(key, 0) + held.words
    for (place, why), words in gathered.items():
        yield f"{place}: {_many(words, 'word')}, {why}."


def left_over(imported: Imported) -> str:
    """Give the lines that no rule took, in order, as a page in Markdown."""
    lines = [*imported.account.left_over()]
    told = [
        "# Left over",
        "",
        "No rule took these lines. They are in no record. Read them, and type what belongs in one.",
        "",
        words_told(imported),
    ]
    before = ""
    for part, words in lines:
        where = place_of(imported, part)
        if where != before:
            told += ["", f"## {where}", ""]
            before = where
        told.append("    " + words)
    return "\n".join([*told, ""])


def account(imported: Imported) -> str:
    """Give where every placed stretch is now: file and page, record, field, rule, and how many words, tab by tab."""
    lines = ["from\trecord\tfield\trule\twords"]
    for placed in imported.account.placed:
        words = len(placed.part.printed[placed.start : placed.end].split())
        where = place_of(imported, placed.part)
        lines.append(f"{where}\t{placed.path}\t{placed.field}\t{placed.rule}\t{words}")
    return "\n".join([*lines, ""])


def place_of(imported: Imported, part: Part) -> str:
    """Say where a part stands: the file, and the page where it has pages."""
    return imported.file_of(part) + (f", page {part.page}" if part.page else "")


def _count(entries: Value, what: str) -> str:
    return _many(len(entries) if isinstance(entries, list) else 0, what)


def _many(count: int, what: str) -> str:
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count:,} {what if count == 1 else plural}"


def figures(imported: Imported) -> Iterator[tuple[str, str]]:
    """Give each table of figures, by a name for it, as a sheet from which somebody may make indicators."""
    for name, columns in figures_of(imported.pack):
        yield name, sheet_of(columns, imported.account)
