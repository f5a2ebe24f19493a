"""What a change does to the site, from two data folders that were checked: in records, dates, pages.

Every sentence is in ``words/differences.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from .facts.differences import differences, following, not_to_be_told, reordered
from .pages.differences import Differing, addresses_lost, pages_differing
from .publication import Checked, made_of
from .reading.excerpt import visible
from .reading.telling import in_markdown
from .words import differences as words
from .words import format as say
from .words.naming import Names

MOST_IN_SUMMARY: Final = 300
"""Sentences in a summary, of which GitHub refuses more than 1 MiB."""


@dataclass(frozen=True)
class Compared:
    """What differs, in sentences under their headings."""

    told: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences, in order."""
        return tuple(sentence for _, sentences in self.told for sentence in sentences)


def compare(
    before: Checked,
    after: Checked,
    today: date,
    templates: Path | None = None,
    written: Differing | None = None,
) -> Compared:
    """Say what differs between two data folders that were checked, as their sites are on a day.

    ``templates`` is the folder with a project's own templates; without it, nothing is said of pages. Where either has
    errors, what could be read is compared, and no page. ``written`` is what differs in the folder of pages written by
    hand, where that is known.
    """
    was, now = before.dossier, after.dossier
    never = not_to_be_told(was, now)
    names = Names(was.public.records, now.public.records, never)
    nothing = words.NOTHING if before.sound and after.sound else words.NOTHING_READ
    with say.writing(now.records.regime_on(today).forms):
        told = [
            (
                "What changes in the records",
                (*words.of_records(differences(was, now), names), *words.of_orders(reordered(was, now)))
                or (nothing,),
            ),
            (
                "What changes in pages written by hand",
                tuple(words.of_written(written.changed, written.new, written.gone)) if written else (),
            ),
            ("What follows from it", tuple(words.of_following(following(was.public, now.public), names))),
            ("What changes on the site", tuple(_of_site(before, after, names, today, templates))),
        ]
    return Compared(tuple((heading, sentences) for heading, sentences in told if sentences))


def _of_site(before: Checked, after: Checked, names: Names, today: date, templates: Path | None) -> Iterator[str]:
    for checked, which in ((before, "before"), (after, "after")):
        if not checked.sound:
            yield f"{words.NOT_COMPARED} {which} the change."
            return
    if templates is not None:
        old, new = (made_of(checked, templates, today) for checked in (before, after))
        if old.panel and old.site and new.panel and new.site:
            differ = pages_differing((old.panel, old.site), (new.panel, new.site))
            changed, added, gone = ([page.name for page in pages] for pages in differ.pages)
            yield from words.of_pages(changed, added, gone, differ.files)
            if differ.all_framed:
                yield words.EVERY_PAGE
    lost = addresses_lost(before.dossier, after.dossier, after.published.addresses)
    yield from words.of_addresses(lost.led, lost.taken_out, lost.uncovered, names)


def as_text(of: Compared) -> str:
    """Tell it for a terminal."""
    told = [f"{heading}\n\n" + "\n".join(f"  {visible(sentence)}" for sentence in said) for heading, said in of.told]
    return "\n\n".join(told)


def as_summary(of: Compared) -> str:
    """Give the Markdown of a run's summary. Nothing that was typed can act in it."""
    told, left = ["## What this change does to the site"], MOST_IN_SUMMARY
    for heading, said in of.told:
        shown = [f"- {in_markdown(sentence)}" for sentence in said[:left]]
        left -= len(shown)
        more = (
            [f"- And {len(said) - len(shown):,} more: `panel-papers diff` tells all."]
            if len(said) > len(shown)
            else []
        )
        shown += [f"- And {more:,} more: `panel-papers diff` tells all."] if more else []
        told.append(f"### {heading}\n\n" + "\n".join(shown))
    return "\n\n".join(told) + "\n"
