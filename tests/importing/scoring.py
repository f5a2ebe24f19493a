"""How much of a pack was found: what rules made of it against what its truth says, by kind, in hits of all.

A truth is a `truth.json` beside its pack, as those in `tests/cases/importing/packs` are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from panelpapers.importing.drafts import Draft
from panelpapers.records.names import as_slug

KINDS = (
    "minutes", "resolutions", "minute paragraphs", "votes", "papers", "paragraphs", "sub-paragraphs",
    "recommendations", "cells", "actions", "items", "people",
)  # fmt: skip


@dataclass
class Score:
    """Of each kind: how many there are in the truth, which of these were missed, and what was found beyond them."""

    total: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=dict)
    extra: dict[str, list[str]] = field(default_factory=dict)

    def compare(self, kind: str, wanted: Iterable[str], found: Iterable[str]) -> None:
        """Count what is wanted and was found; both are texts, compared by their words."""
        wants, have = Counter(map(_plain, wanted)), Counter(map(_plain, found))
        self.total[kind] += wants.total()
        self.missed.setdefault(kind, []).extend((wants - have).elements())
        self.extra.setdefault(kind, []).extend((have - wants).elements())

    def share(self, kind: str) -> float:
        """Which share of a kind was found; 1 where there is none."""
        total = self.total[kind]
        return 1 - len(self.missed.get(kind, ())) / total if total else 1.0

    def lines(self) -> Iterator[str]:
        """Say each kind with its percentage, and what was missed or found beyond."""
        for kind in KINDS:
            if self.total[kind] or self.extra.get(kind):
                yield f"{kind}: {self.share(kind):.1%} of {self.total[kind]}"
            yield from (f"  missed: {text[:150]}" for text in self.missed.get(kind, ()))
            yield from (f"  beyond: {text[:150]}" for text in self.extra.get(kind, ()))


def score(truth: Mapping[str, Any], drafts: Sequence[Draft]) -> Score:
    """Score the drafts of a pack."""
    found = Score()
    fields: dict[str, Mapping[str, Any]] = {draft.path.rpartition("/")[2]: draft.fields for draft in drafts}
    minutes = list(_flat(fields.get("minutes.yml", {}).get("minutes", []), "minutes"))
    papers = [draft.fields for draft in drafts if "/papers/" in draft.path]
    _lists(found, truth, fields)
    _minutes(found, truth["minutes"], minutes)
    _votes(found, truth["votes"], minutes)
    _papers(found, truth["papers"], papers)
    wanted = (f"{row['ref']} | {row['owner']} | {row['due']} | {row['text']}" for row in truth["actions"])
    found.compare("actions", wanted, map(_action, fields.get("action-tracker.yml", {}).get("updates", [])))
    return found


def _lists(found: Score, truth: Mapping[str, Any], fields: Mapping[str, Mapping[str, Any]]) -> None:
    """Compare the items of the agenda, and who was there, where a truth says it."""
    items = _flat(fields.get("agenda.yml", {}).get("items", []), "items") if "items" in truth else ()
    titles = ((item.get("number", ""), item["title"]) for item in items)
    have = (f"{_bare(number)} | {title.get('en') if isinstance(title, dict) else title}" for number, title in titles)
    numbered = {number for number, _ in truth.get("items", [])}
    found.compare(
        "items",
        (f"{_bare(number)} | {title}" for number, title in truth.get("items", [])),
        (told for told in have if numbered and not told.startswith(" | ")),
    )
    minutes, people = fields.get("minutes.yml", {}), truth.get("people", {})
    found.compare(
        "people",
        (f"{listed} | {as_slug(name)}" for listed, names in people.items() for name in names),
        (f"{listed} | {entry['person']}" for listed in people for entry in minutes.get(listed, [])),
    )


def _minutes(found: Score, wanted: Sequence[Any], minutes: Sequence[Any]) -> None:
    heads = [f"{_bare(minute.get('number'))} | {minute['title']}" for minute in minutes]
    wants = [f"{_bare(minute['number'])} | {minute['title']}" for minute in wanted]
    wants += [f"{number} | {title}" for minute in wanted for number, title in minute.get("consent_items", [])]
    found.compare("minutes", wants, heads)
    found.compare(
        "resolutions",
        (f"{_bare(m['number'])} | {_bare(r['numeral'])} | {r['text']}" for m in wanted for r in m["resolutions"]),
        (
            f"{_bare(m.get('number'))} | {_bare(r.get('numeral'))} | {r['text']}"
            for m in minutes
            for r in m.get("resolutions", [])
        ),
    )
    found.compare(
        "minute paragraphs",
        (
            f"{n} | {text}"
            for m in wanted
            for n, text in zip(m["paragraphs"], m.get("paragraph_texts", []), strict=True)
        ),
        (f"{p['number']} | {_blocks(p['text'])[0]}" for m in minutes for p in m.get("paragraphs", [])),
    )
    found.compare(
        "sub-paragraphs",
        (f"{_key(number)} | {text}" for m in wanted for number, text in m.get("sub_paragraphs", [])),
        (entry for m in minutes for p in m.get("paragraphs", []) for entry in _entries(p)),
    )


def _votes(found: Score, wanted: Sequence[Any], minutes: Sequence[Any]) -> None:
    told = {"carried": "carried", "lost": "lost", "fell": "lost", "failed": "lost"}
    known: set[str] = set()
    wants = []
    for vote in wanted:
        sides = {"for": "ayes", "against": "noes", "absent": "absent", "abstained": "abstain"}
        named = {
            side: [_surname(n) for n in vote[key]] or 0
            for side, key in sides.items()
            if isinstance(vote.get(key), list)
        }
        named |= {
            side: vote[key]
            for side, key in (*sides.items(), *zip(sides, sides, strict=True))
            if isinstance(vote.get(key), int)
        }
        movers = [_surname(vote[key]) if vote[key] else "" for key in ("mover", "seconder")]
        known |= {*movers, *(name for names in named.values() if isinstance(names, list) for name in names)}
        result = told.get(vote["result"], "lapsed")
        wants.append(
            f"{_bare(vote['on'])} | {vote['motion'].lower()} | {movers} | {result} | {sorted(named.items())}"
        )
    have = []
    for minute in minutes:
        for motion in minute.get("motions", []):
            given = {side: _known(tally, known) for side, tally in motion.get("votes", {}).items()}
            movers = [_known([motion.get(key, "")], known)[0] for key in ("moved_by", "seconded_by")]
            result = motion.get("result", "").split(" ")[0]
            have.append(
                f"{_bare(minute.get('number'))} | {motion['text'].lower()} | {movers} | {result}"
                f" | {sorted(given.items())}"
            )
    found.compare("votes", wants, have)


def _known(ids: Any, known: set[str]) -> Any:
    """Give ids of people as the truth names them: by surname alone."""
    if not isinstance(ids, list):
        return ids
    return [next((name for name in known if name and f"-{person}".endswith(f"-{name}")), person) for person in ids]


def _papers(found: Score, wanted: Sequence[Any], papers: Sequence[Any]) -> None:
    found.compare(
        "papers", (paper["title"].casefold() for paper in wanted), (p.get("title", "").casefold() for p in papers)
    )
    have = {paper.get("title", "").casefold(): paper for paper in papers}
    for paper in wanted:
        title = paper["title"].casefold()
        mine = have.get(title, {})
        paragraphs = list(_paragraphs(mine))
        texts = zip(paper["paragraphs"], paper["paragraph_texts"], strict=True)
        found.compare(
            "paragraphs",
            (f"{title} | {_bare(number)} | {text}" for number, text in texts),
            (f"{title} | {_bare(p['number'])} | {_blocks(p['text'])[0]}" for p in paragraphs),
        )
        recommended = {entry for p in paragraphs for entry in _entries(p)} & {
            f"{_key(str(r.get('paragraph', '')) + str(r.get('numeral', '')))} | {r['text']}"
            for r in mine.get("recommendations", [])
        }
        subs = [f"{_key(number)} | {text}" for number, text in paper.get("sub_paragraphs", [])]
        entries = [entry for p in paragraphs for entry in _entries(p)]
        found.compare("sub-paragraphs", subs, (e for e in entries if e not in recommended or e in subs))
        found.compare(
            "recommendations",
            (f"{title} | {text}" for text in paper["recommendations"]),
            (f"{title} | {r['text']}" for r in mine.get("recommendations", [])),
        )
        _cells(found, title, paper["tables"], list(_tables(mine)))


def _cells(found: Score, title: str, wanted: Sequence[Any], tables: list[list[list[str]]]) -> None:
    for table in wanted:
        cells = [(r, c, text) for r, row in enumerate(table["cells"]) for c, text in enumerate(row) if text]
        best = max(tables, key=lambda rows: len({*_placed(rows)} & {*cells}), default=[])
        # A total may stand in a merged cell, which truth and file may put in other columns.
        wants = (f"{title} | {table['caption']} | {r},{c} | {text}" for r, c, text in cells)
        have = (f"{title} | {table['caption']} | {r},{c} | {text}" for r, c, text in _placed(best))
        found.compare("cells", wants, have)


def _placed(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, str]]:
    return [(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text]


def _flat(entries: Sequence[Any], name: str) -> Iterator[Any]:
    for entry in entries:
        yield entry
        yield from _flat(entry.get(name, []), name)


def _paragraphs(paper: Mapping[str, Any]) -> Iterator[Any]:
    for part in paper.get("parts", [paper]):
        for section in part.get("sections", []):
            yield from section.get("paragraphs", [])


def _tables(value: Any) -> Iterator[list[list[str]]]:
    """Give each table that stands in a text, anywhere in a record."""
    if isinstance(value, str):
        for block in value.split("\n\n"):
            if block.startswith("| "):
                rows = [
                    re.split(r"(?<!\\)\|", line)[1:-1]
                    for line in block.split("\n")
                    if not re.fullmatch(r"\|(?: --- \|)+", line)
                ]
                yield [[cell.strip().replace("\\|", "|") for cell in row] for row in rows]
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _tables(inner)


def _entries(paragraph: Mapping[str, Any]) -> Iterator[str]:
    for block in _blocks(paragraph["text"]):
        for line in block.split("\n"):
            if entry := re.fullmatch(r"- (\(?\w{1,4}[.)]) (.*)", line):
                yield f"{_key(paragraph['number'] + entry[1])} | {entry[2]}"


def _blocks(text: str) -> list[str]:
    return text.split("\n\n")


def _action(update: Mapping[str, Any]) -> str:
    told = dict(line.split(": ", 1) for line in update.get("notes", "").split("\n") if ": " in line)
    return " | ".join(told.get(name, "") for name in ("Ref", "Owner", "Due", "Action"))


def _surname(name: str) -> str:
    return name.replace("’", "-").lower().split(" ")[-1]


def _key(number: str) -> str:
    return "-".join(re.findall(r"\d+|[a-z]+", number.lower()))


def _bare(number: str | None) -> str:
    return (number or "").rstrip(".:")


def _plain(text: str) -> str:
    return " ".join(text.split())
