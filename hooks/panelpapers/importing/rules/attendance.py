"""Who was at an earlier meeting: present, others, apologies and absent; and people whom no record has yet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from ...records.names import as_slug
from ..account import Account
from ..drafts import Draft
from ..pack import Pack, Stretch
from ..said import LONGEST, NO_WORDS, Again, Lead, Read, Said, Tree, Writer
from ..words import folded, words
from .listing import LISTS, listed_in, told_in
from .names import Entry, part_taken

_RULE: Final = "attendance"
_AWAY: Final = ("apologies", "absent")


def attendance(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give who was present, and a stub for each person whom `people.yml` has not. All rules then know them."""
    if stretch.kind != "minutes" or not pack.held:
        return
    listed = listed_in(stretch.parts)
    lists_there = {entry.list for entry in listed.entries}
    told = [entry for entry in told_in(stretch.parts) if entry.list not in lists_there]
    writer = Writer(pack.file_held("minutes.yml"), _RULE, pack, account)
    people: list[Tree] = []
    lists: dict[str, list[dict[str, Tree]]] = {name: [] for name in reversed(LISTS)}
    for entry, placed in (*((entry, True) for entry in listed.entries), *((entry, False) for entry in told)):
        person, fields = _person(entry, placed, pack)
        people += [person] if person else []
        lists[entry.list].append(fields)
    for fields in chain.from_iterable(lists.values()):  # now that all are known
        fields |= {"for": pack.people.find(str(fields["for"])) or ""} if "for" in fields else {}
    stubs = Writer("people.yml", _RULE, pack, account).write(people, "people")
    fields = {**lists, "_": [Lead(said, name) for name, said in listed.heads]}
    written = writer.write(fields)
    yield Draft("people.yml", {"people": stubs or []})
    yield Draft(writer.path, written if isinstance(written, dict) else {})


def _person(entry: Entry, placed: bool, pack: Pack) -> tuple[dict[str, Tree], dict[str, Tree]]:
    """Give the stub of a person, or nothing where they are known, and their entry in the list."""
    name = entry.name.text
    known = pack.people.find_whole(name)
    took = part_taken(entry.told, stayed_away=entry.list in _AWAY)
    every = [piece for piece in (entry.role, *took.roles, *took.others) if piece]
    alone = entry.rest if not (took.fields or took.reason) else NO_WORDS
    role = entry.role or (took.roles or [NO_WORDS])[0]
    if entry.list == "also_present" and not entry.role:
        role = alone or (every or [role])[0]
    fields: dict[str, Tree] = {"person": known or pack.people.add(name, as_slug(name)[:LONGEST].strip("-"))}
    person: dict[str, Tree] = {}
    if not known:
        person = {"id": fields["person"], "draft": True, "name": entry.name, "title": _title(entry.title)}
        person |= {"honours": entry.honours, "role": alone or (every[0] if every else _ROLE[entry.list])}
        person["_"] = [] if alone else [Lead(piece, "role") for piece in every[1:]]
        if likely := pack.people.likely(name):
            person["notes"] = f"Perhaps the same as {', '.join(likely)}: decide."
        fields["role"] = Again(role)
    else:
        whole = role is alone
        fields["role"] = role
        rest = [] if whole else [piece for piece in every if piece is not role]
        fields["_"] = [Lead(said, "person") for said in (entry.title, entry.name, entry.honours, *rest) if said]
    fields |= took.fields
    if took.stands_for:
        fields["for"] = took.stands_for.text
    if placed:
        return person, fields
    return {name: _again(value) for name, value in person.items()}, {n: _again(value) for n, value in fields.items()}


def _title(title: Said) -> Tree:
    """Give a title as that of one person: Cllrs before several names is Cllr."""
    several = words("titles of several").fullmatch(title.text)
    return Read(title, "Mr" if folded(title.text) == "messrs" else title.text.removesuffix("s")) if several else title


_ROLE: Final = {"present": "Member", "apologies": "Member", "absent": "Member", "also_present": "Took part"}
"""What a person is called of whom the pack tells no role: which list they stand in."""


def _again(tree: Tree) -> Tree:
    """Give a tree whose words another field places."""
    match tree:
        case Said():
            return Again(tree)
        case Lead():
            return ""
        case Read():
            return tree.value
        case dict():
            return {name: _again(value) for name, value in tree.items()}
        case list():
            return [_again(value) for value in tree]
    return tree
