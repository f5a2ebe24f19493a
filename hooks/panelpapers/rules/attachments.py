"""Checks of attached files: each that is named is there, is what it says, and holds nothing unseen that nobody wants.

A fault of a file is told at the line that names it. What is hidden and personal stops the build until somebody takes
it out or says beside the file, in ``published_with``, that it is published on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePath
from typing import Final

from ..facts.attached import Naming, namings
from ..facts.dossier import Dossier
from ..facts.rows import grouped
from ..reading.pointing import pointed
from ..records.attached import LARGEST_TOGETHER, AttachedFile, HiddenKind
from ..records.document import Document
from ..records.forms import FORMS
from ..records.place import Place
from ..records.problem import Problem, Severity
from .findings import instead, repeated, warning

_NAMES_OF_FORMS: Final = frozenset(form.name for form in FORMS if form.of_a_meeting)
_CURES: Final[Mapping[HiddenKind, tuple[Severity, str]]] = {
    "authors": ("warning", "In Word or Excel: File, Info, Inspect Document."),
    "comments": ("error", "Delete them: in Word, Review, Delete, Delete All Comments."),
    "tracked changes": ("error", "Accept or reject them: in Word, Review, Accept All Changes and Stop Tracking."),
    "hidden text": ("error", "Show it and delete it: give all the text one size, black, and no shading."),
    "hidden cells": ("error", "Unhide them and delete what is not to be published, or copy the values alone."),
    "covered text": ("error", "Delete the words in the document itself and make the PDF again: that hides nothing."),
    "embedded files": ("error", "Paste them as a picture or as values, or take them out."),
    "earlier versions": ("warning", "Print it to a new PDF, or save it anew under another name."),
    "location": ("error", "Take it out: on Windows, Properties, Details, Remove Properties."),
    "photo details": ("warning", "Take them out: on Windows, Properties, Details, Remove Properties."),
    "form fields": ("warning", "Print it to a new PDF, if nobody is to fill it in."),
    "linked files": ("warning", "Take the links out, or put what they lead to into the file."),
    "custom data": ("warning", "In Word or Excel: File, Info, Inspect Document."),
}
"""How much each kind of hidden thing matters, and how it is taken out."""

_UNTAGGED: Final = "has no tags, so screen readers find no headings, lists or tables in it"
_A_PICTURE: Final = "is a picture, so screen readers find no words in it"


def missing_attachment(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each file that is named and does not lie in the folder of its meeting, with the nearest that does."""
    records = dossier.records
    for (meeting_id, name), several in dossier.files.items():
        if (meeting_id, name) in records.attached:
            continue
        there = {file.lower(): file for meeting, file in records.attached if meeting == meeting_id}
        near = next(iter(get_close_matches(name.lower(), there, 1, 0.6)), None)
        fix = "Put the file into the folder of the meeting, or correct its name; capitals count."
        for naming in several:
            fact = f'There is no file "{name}" in the folder of this meeting.'
            problem = _problem("missing-attachment", naming, fact, fix)
            yield problem if near is None else pointed(problem, name, 0, len(name), instead(name, there[near]))


def unnamed_file(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each file that lies in the folder of a meeting and that no agenda and no paper names."""
    records = dossier.records
    if records.unread & {"agendas", "papers"}:
        return
    named = {naming.key for naming in namings(records)}
    for key, file in records.attached.items():
        if key not in named:
            fact = f'No agenda and no paper names "{key[1]}", so it is not on the site. The folder is public.'
            fix = "Name it under attachments of an item or documents of a paper, or delete it."
            if (form := f"{PurePath(key[1]).stem.lower()}.yml") in _NAMES_OF_FORMS:
                fix = f"What stands in it is read from {form} alone: type it there. {fix}"
            yield warning("unnamed-file", Place(file.shown), fact, fix)


def withheld_file(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each file of an exempt item or a withdrawn paper that still lies here, where everybody can read it."""
    records = dossier.records
    public = dossier.files
    for key, these in grouped((naming.key, naming) for naming in namings(records)).items():
        if key in public or key not in records.attached:
            continue
        shared = not all(naming.withheld for naming in these)
        naming = next(naming for naming in these if naming.withheld)
        also = " Something else that is public names it too." if shared else ""
        fact = f'"{naming.name}" belongs to what is exempt or withdrawn, so it is not on the site.{also}'
        fix = "Delete the file, because the folder is public, and tell the lead officer: it stays in the history."
        yield _problem("withheld-file", naming, fact, fix, "error" if shared else "warning")


def clashing_names(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two files of a meeting whose names differ by capitals only: on many machines they are one."""
    attached = dossier.records.attached
    for key, earlier in repeated(sorted(attached), lambda key: (key[0], key[1].lower())):
        fact = f'"{earlier[1]}" and "{key[1]}" differ by capitals only, and many computers take them for one.'
        fix = "Rename or delete one of the two."
        yield Problem("clashing-names", Place(attached[key].shown), fact, fix)


def too_much_for_a_meeting(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting whose files are too many bytes together, at the largest of them."""
    published = ((several[0].meeting_id, (file.size, several[0])) for file, several in _published(dossier))
    for these in grouped(published).values():
        size = sum(bytes_of_it for bytes_of_it, _ in these)
        if size > LARGEST_TOGETHER:
            _, largest = max(these, key=lambda pair: pair[0])
            fact = f"The files of this meeting are {size / 1_000_000:.1f} MB together, more than the site can keep."
            most = LARGEST_TOGETHER // 1_000_000
            fix = f"Keep them below {most} MB: link to where the largest are published instead (address)."
            yield _problem("file-too-large", largest, fact, fix)


def faulty_file(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each file that cannot be published as it is, at the first line that names it."""
    for file, several in _published(dossier):
        for fault in file.findings.faults:
            yield _problem(fault.code, several[0], f'"{several[0].name}": {fault.fact}', fault.fix)


def _published(dossier: Dossier) -> Iterator[tuple[AttachedFile, Sequence[Naming]]]:
    """Give each file that lies here and may be published, with what names it."""
    attached = dossier.records.attached
    yield from ((attached[key], several) for key, several in dossier.files.items() if key in attached)


def hidden_in_file(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what a file holds unseen, unless a record says that it is published on purpose."""
    for file, several in _published(dossier):
        name = several[0].name
        on_purpose = {kind for naming in several for kind in naming.document.published_with}
        for hidden in file.findings.hidden:
            if hidden.kind not in on_purpose:
                severity, cure = _CURES[hidden.kind]
                fact = f'"{name}" holds {hidden.what}, which a reader does not see at once.'
                fix = f"{cure} If it is to be public, add published_with: [{hidden.kind}]."
                yield _problem("hidden-in-file", several[0], fact, fix, severity)
        if file.findings.left_out:
            fix = "Look at these pages yourself, or print the file to a new PDF."
            yield _problem("not-all-looked-at", several[0], f'"{name}": {file.findings.left_out}', fix, "warning")
        if not file.findings.faults:
            yield from _not_in_file(several, {hidden.kind for hidden in file.findings.hidden})


def _not_in_file(several: Sequence[Naming], found: set[HiddenKind]) -> Iterator[Problem]:
    for naming in several:
        for entry, kind in enumerate(naming.document.published_with):
            if kind not in found:
                fact = f'"{naming.name}" holds no {kind} any more.'
                fix = f'Take "{kind}" out, so that the next file is told of again.'
                yield warning("nothing-hidden", naming.document.at("published_with", entry), fact, fix)


def follows_from_file(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a format, size or number of pages that is typed beside a file, from which it follows by itself."""
    for file, several in _published(dossier):
        for naming in several if not file.findings.faults else ():
            for field in ("format", "size", "pages") if isinstance(naming.document, Document) else ():
                follows = field != "pages" or file.findings.pages is not None
                if follows and getattr(naming.document, field) is not None:
                    fact = f'The {field} of "{naming.name}" follows from the file itself.'
                    place = naming.document.at(field)
                    fix = "Take this line out."
                    yield warning("follows-from-file", place, fact, fix)


def untagged_document(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a file that is said to be accessible, and that a screen reader cannot go through."""
    for file, several in _published(dossier):
        said = [naming for naming in several if naming.document.accessible == "yes"]
        for naming in said if file.findings.tagged is False else ():
            fact = f'"{naming.name}" {_UNTAGGED if file.findings.pages else _A_PICTURE}.'
            fix = "Write no or partly, with why_not and instead; or export the document anew as a tagged PDF."
            yield Problem("untagged-document", naming.document.at("accessible"), fact, fix)


def told_differently(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a file that two records name, of which one says that it is accessible and the other does not."""
    for (_, name), several in dossier.files.items():
        first, *others = (naming.document for naming in several)
        for document in others:
            if document.accessible != first.accessible:
                fact = f'"{name}" is named twice: accessible is "{first.accessible}" there and other here.'
                fix = "Say the same of one file wherever it is named."
                yield warning("told-differently", document.at("accessible"), fact, fix)


def _problem(code: str, naming: Naming, message: str, fix: str, severity: Severity = "error") -> Problem:
    return Problem(code, naming.document.at("file"), message, fix, severity=severity)
