"""Links in texts that lead to no place of this site. Only those who make the pages know which addresses there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Final

from ..facts.actions import actions
from ..facts.citations import paragraphs
from ..facts.texts import Text, every_text
from ..reading.problem import Problem
from ..records.publication import Records
from . import addresses

BY_HAND: Final = frozenset({"about/", "how-to-use/", addresses.EDITORS})
"""Pages that people write by hand, in ``content/``."""

_LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]+)")
_COMPLETE: Final = re.compile(r"https?://[^/?#]*[^/?#.]\.[^/?#.]|mailto:[^@]+@[^@]+\.[^@.]")


def dead_links(records: Records) -> Iterator[Problem]:
    """Tell of each link of a text, and each address of an appendix, that leads to no place of this site."""
    known = known_addresses(records)
    for text in every_text(records):
        found = [text.text] if text.field == "address" else _LINK.findall(text.text)
        for address in found:
            if address.startswith("#"):
                yield _place_without_page(address, text)
            elif address.startswith(("http", "mailto:")) and not _COMPLETE.match(address):
                yield _without_host(address, text)
            elif address.startswith("/") and address[1:] not in known and not records.unread:
                yield _dead(address, text, known)


def _dead(address: str, text: Text, known: frozenset[str]) -> Problem:
    near = get_close_matches(address[1:], sorted(known), n=1, cutoff=0.8)
    return Problem(
        code="dead-link",
        place=text.place,
        message=f'The link "{address}" leads to no place of this site.',
        fix=f'Did you mean "/{near[0]}"?' if near else "Copy the address from the page that you mean.",
    )


def _place_without_page(address: str, text: Text) -> Problem:
    return Problem(
        code="link-without-page",
        place=text.place,
        message=f'The link "{address}" has no page: this text may stand on several pages.',
        fix=f"Write the page too, such as /plan/{address}.",
    )


def _without_host(address: str, text: Text) -> Problem:
    return Problem(
        code="link-without-host",
        place=text.place,
        message=f'The link "{address}" does not name a website or a mailbox.',
        fix="Write the whole address, such as https://www.example.org/page.",
    )


def known_addresses(records: Records) -> frozenset[str]:
    """Give every address to which a text may link: pages, and the places on them that can be cited."""
    registers = {value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str)}
    return frozenset((*registers, *BY_HAND, *_meetings(records), *_papers(records), *_others(records)))


def _meetings(records: Records) -> Iterator[str]:
    for meeting_id in records.meetings:
        yield addresses.meeting(meeting_id)
        if meeting_id in records.agendas or meeting_id in records.minutes:
            yield addresses.whole(meeting_id)
    for meeting_id, agenda in records.agendas.items():
        yield addresses.agenda(meeting_id)
        yield from (addresses.agenda_item(meeting_id, item.number) for item in agenda.items)
    for meeting_id, minutes in records.minutes.items():
        yield addresses.minutes(meeting_id)
        yield addresses.decisions_of(meeting_id)
        yield from (addresses.question(meeting_id, question.id) for question in minutes.questions)
        for minute in minutes.minutes:
            yield addresses.minute(meeting_id, minute.number)
            for resolution in minute.resolutions:
                yield addresses.resolution(meeting_id, minute.number, resolution.numeral)


def _papers(records: Records) -> Iterator[str]:
    for (meeting_id, paper_id), paper in records.papers.items():
        yield addresses.paper(meeting_id, paper_id)
        for part_id, _, paragraph in paragraphs(paper):
            yield addresses.paragraph(meeting_id, paper_id, part_id, paragraph.number)


def _others(records: Records) -> Iterator[str]:
    yield from (addresses.action(action.id) for action in actions(records, date.max))
    yield from (addresses.matter(matter_id) for matter_id in records.matters)
    yield from (addresses.indicator(indicator_id) for indicator_id in records.indicators)
    yield from (addresses.member(person_id) for person_id, person in records.people.items() if person.terms)
    for commitment in records.plan.commitments if records.plan else ():
        yield from (addresses.commitment(number) for number in commitment.numbers)
