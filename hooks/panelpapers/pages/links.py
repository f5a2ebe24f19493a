"""Links in texts that lead to no place of this site. Only those who make the pages know which addresses there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from ..facts.dossier import Dossier
from ..facts.mistyped import Mistyped
from ..reading.guessing import Guesses
from ..records.base import Record
from ..records.fields import fields_of
from ..records.language import each_version, versions_of
from ..records.marks import Wording
from ..records.names import key_of
from ..records.problem import Problem
from ..records.publication import Records
from ..records.walk import changed
from .addresses import page_of

_LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]+)")
_ONTO_THIS_SITE: Final = re.compile(r"\[([^\[\]]*)\]\(\s*<?/([^)\s>]*)>?\s*\)")
_COMPLETE: Final = re.compile(r"https?://[^/?#]*[^/?#.]\.[^/?#.]|mailto:[^@]+@[^@]+\.[^@.]")


def dead_links(
    public: Dossier, known: frozenset[str], newer: Mapping[str, str], mistyped: Collection[Mistyped] = ()
) -> Iterator[Problem]:
    """Tell of each link of a text, and each address of an appendix, that leads to no place of this site.

    ``public`` holds what may be published. ``known`` is every address that the site has; ``newer`` has the present
    addresses of pages that had another. A place that is gone because its number or id was ``mistyped`` is not told:
    that is, where it is given.
    """
    guesses = Guesses(known, 0.8)
    slips = [(key_of(slip.meant), key_of(slip.given)) for slip in mistyped]
    for text in public.texts:
        found = [text.text] if text.field.wording is Wording.LINK else _LINK.findall(text.text)
        for address in found:
            if address.startswith("#"):
                fact = f'The link "{address}" has no page: this text may stand on several pages.'
                fix = f"Write the page too, such as /plan/{address}."
                yield Problem("link-without-page", text.place, fact, fix)
            elif address.startswith(("http", "mailto:")) and not _COMPLETE.match(address):
                fact = f'The link "{address}" does not name a website or a mailbox.'
                fix = "Write the whole address, such as https://www.example.org/page."
                yield Problem("link-without-host", text.place, fact, fix)
            elif address.startswith("/") and address[1:] not in known and not public.records.unread:
                if any(address[1:].replace(meant, given) in known for meant, given in slips):
                    continue
                near = newer.get(page_of(address[1:])) or guesses.nearest(address[1:])
                fix = f'Did you mean "/{near}"?' if near else "Copy the address from the page that you mean."
                yield Problem("dead-link", text.place, f'The link "{address}" leads to no place of this site.', fix)


def without_dead_links(records: Records, known: frozenset[str]) -> Records:
    """Give records in whose texts a link to a page that the site does not have is its words alone.

    Such a page is told later: a link to one that is never made is a problem.
    """

    def unlinked(text: str) -> str:
        return _ONTO_THIS_SITE.sub(lambda link: link[0] if link[2] in known else link[1], text)

    def instead(record: Record) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, field in fields_of(type(record)).items():
            value = getattr(record, name)
            if field.wording is Wording.LINK and isinstance(value, str):
                found |= {name: None} if value.startswith("/") and value[1:] not in known else {}
            elif field.wording and isinstance(value, str):
                new = each_version(value, unlinked)
                found |= {name: new} if versions_of(new) != versions_of(value) else {}
        return found

    return records.with_each(lambda _, record: changed(record, instead))
