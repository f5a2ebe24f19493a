"""Where one document of a pack ends and the next begins: agenda, minutes, tracker, papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .days import days_in
from .pack import Stretch, StretchKind
from .parts import Part
from .printed_lines import line_of
from .rules.covers import labels_in
from .rules.heads import ended
from .rules.marked import told_by
from .words import fits, folded, in_each_language, words

_SOON: Final = 30
"""How many lines after the title of minutes the list of those present begins at the latest, and after the beginning
of a file the word agenda."""
_COVER: Final = 8
"""How many lines the labels of a cover sheet stand within; a table is one."""
_LABELS: Final = 2
"""How many labels make a cover sheet; a title that is that of an agenda item counts as one."""
_TITLE_WORDS: Final = 40
_FEW_WORDS: Final = 3
"""More words than that make a line without a style a title, where an item of the agenda begins with them."""
_ABOVE: Final = 4
"""How many lines, such as the name of the body, may stand above a title or at the top of a file before it."""
_ITEM: Final = re.compile(r"(?:agenda\s+)?item\s+(?:no\.?\s+)?(\w{1,4})\.?", re.IGNORECASE)
_AROUND: Final = re.compile(r"^(?:agenda\s+)?item\s+\w+\s*[:–-]\s*|\s*\([^()]*\)\s*$", re.IGNORECASE)
_APPENDED: Final = re.compile(
    r"(?:appendix|annexe?|attachment|enclosure|schedule|exhibit|table|figure)\b", re.IGNORECASE
)


def divide(parts: Sequence[Part], firsts: frozenset[int] = frozenset()) -> tuple[Stretch, ...]:
    """Divide the parts of a pack into its documents. `firsts` are the positions at which files begin."""
    starts: list[tuple[int, StretchKind]] = []
    titles: set[str] = set()
    known_to = -1
    is_over = False
    for at, part in enumerate(parts):
        within = starts[-1][1] if starts else "agenda"
        is_over = within == "minutes" and (is_over or any(ended(leaf.printed) for leaf in part.leaves()))
        if at == 0 or part.position in firsts:
            kind, known_to = _first(parts, at, titles)
            starts.append((at, kind))
        elif _is_agenda(part):
            if all(kind != "agenda" for _, kind in starts):  # behind the minutes, which some packs begin with
                starts.append((_with_names_above(parts, at, starts[-1][0]), "agenda"))
        elif at > known_to and (begun := _begins(parts, at, within, titles, is_over=is_over)):
            known_to = at + _ABOVE if begun == "minutes" else _cover_ends(parts, at)
            starts.append((_with_names_above(parts, at, starts[-1][0]), begun))
        if starts[-1][1] == "agenda":
            titles.update(_titles(part))
    ends = [*(start for start, _ in starts[1:]), len(parts)][: len(starts)]
    return tuple(_stretch(kind, parts[start:end]) for (start, kind), end in zip(starts, ends, strict=True))


def _with_names_above(parts: Sequence[Part], at: int, least: int) -> int:
    """Give where a document begins with the name of the body above its title, as it stands at the top of the pack."""
    names = [folded(part.text) for part in parts[:_ABOVE]]
    while (
        at - 1 > least
        and is_title(above := parts[at - 1])
        and (_ITEM.fullmatch(above.text) or any(folded(above.text) in name for name in names))
    ):
        at -= 1
    return at


def is_title(part: Part) -> bool:
    """Whether a part stands over others: a heading, or a short line in bold or in capitals, without a number."""
    if part.kind == "table" or part.number or not part.text or len(part.text.split()) > _TITLE_WORDS:
        return False
    return part.kind == "heading" or part.bold or part.text.isupper()


def _is_bare_title(part: Part) -> bool:
    """Whether a line without any style could be a title, as in plain text: it is short, and no sentence."""
    short = part.kind == "paragraph" and not part.number and 0 < len(part.text.split()) <= _TITLE_WORDS
    return short and part.text[-1] not in ".;:,"


def _first(parts: Sequence[Part], at: int, titles: set[str]) -> tuple[StretchKind, int]:
    """Say which document a file begins with, and up to which part that was looked at."""
    leaves = [leaf for part in parts[at : at + _SOON] for leaf in part.leaves()]
    for near in range(at, min(at + _ABOVE, len(parts))):
        if _is_agenda(parts[near]) or _begins(parts, near, "agenda", set()) == "minutes":
            return ("agenda", at) if _is_agenda(parts[near]) else ("minutes", near + _ABOVE)
    if any(_is_agenda(leaf) for leaf in leaves[:_SOON]):
        return "agenda", at
    for near in range(at, min(at + _ABOVE + 1, len(parts))):
        if begun := _begins(parts, near, "paper", titles):
            return begun, near
    return "paper" if at or titles else "agenda", at


def _is_agenda(part: Part) -> bool:
    return is_title(part) and fits("agenda titles", part.text)


def _titles(part: Part) -> Iterator[str]:
    """Give what may be the title of an item: a line of the agenda, and the same without brackets at its end."""
    for leaf in part.leaves():
        yield folded(leaf.text)
        yield folded(_AROUND.sub("", leaf.text))


def _begins(
    parts: Sequence[Part], at: int, within: StretchKind, titles: set[str], *, is_over: bool = False
) -> StretchKind | None:
    """Say which document begins with a part, if one does. `is_over` says that minutes have told when they ended."""
    part = parts[at]
    text = folded(part.printed)
    styled = is_title(part)
    if within == "agenda" and not styled and _AROUND.match(part.text):
        return None
    if not part.number and fits("minutes titles", part.text) and _turns(parts, at) and any(days_in(part.text)):
        return "minutes" if _present_follows(parts, at) else None
    numbered = part.number and (part.bold or part.kind == "heading") and folded(part.text) in titles
    if numbered and (within == "paper" or is_over) and _turns(parts, at):
        return "paper"
    if not (styled or _is_bare_title(part)) or _APPENDED.match(part.text):
        alone = within != "agenda" and part.kind == "table" and len(cover_labels(parts[at : at + 1])) > _LABELS
        return "paper" if alone else None
    if styled and (
        (fits("minutes titles", part.printed) and _present_follows(parts, at)) or _heads_present(parts, at)
    ):
        return "minutes"
    if styled and _is_tracker(text) and any(near.kind == "table" for near in parts[at + 1 : at + _ABOVE + 1]):
        return "tracker"
    labels = len(cover_labels(_below(parts, at))) if styled or _cover_begins(parts, at) == at + 1 else 0
    words_of_title = len(text.split())
    listed = text in titles or (words_of_title > 1 and any(title.startswith(f"{text} ") for title in titles))
    listed = listed and (styled or words_of_title > _FEW_WORDS)
    longer = any(text.startswith(f"{title} ") for title in titles if " " in title)
    fresh = is_over or within in ("tracker", "paper") or (within == "agenda" and _turns(parts, at))
    return "paper" if labels >= _LABELS or (listed and fresh) or ((listed or longer) and labels) else None


def _is_tracker(text: str) -> bool:
    return bool(words("tracker titles").fullmatch(text)) or any(
        words("tracker titles").fullmatch(piece.strip()) for piece in re.split(r"\s-|-\s|[:(]", text)
    )


def _turns(parts: Sequence[Part], at: int) -> bool:
    turned = at > 0 and parts[at].page is not None and parts[at].page != parts[at - 1].page
    return turned or parts[at].opens_page


def _cover_begins(parts: Sequence[Part], at: int) -> int | None:
    """Give where the labels of a cover sheet begin, where they do so at once below a title, or below several."""
    near = at + 1
    while near < len(parts) and near <= at + _ABOVE and is_title(parts[near]) and not _labels(parts[near]):
        near += 1
    return near if near < len(parts) and _labels(parts[near]) else None


def _cover_ends(parts: Sequence[Part], at: int) -> int:
    """Give the last part of the cover sheet below a title, where it has one; else that of the title."""
    last = _cover_begins(parts, at) or at
    while last + 1 < len(parts) and _labels(parts[last + 1]) and last > at:
        last += 1
    return last


def _below(parts: Sequence[Part], at: int) -> Sequence[Part]:
    """Give the parts in which the labels of the cover sheet below a title stand."""
    first = _cover_begins(parts, at)
    return () if first is None else parts[first : first + _COVER]


def cover_labels(parts: Sequence[Part]) -> dict[str, str]:
    """Give the labels of a cover sheet with what stands beside each: ``agenda item`` and ``8``."""
    return {label: value for part in parts for label, value in _labels(part)}


def _labels(part: Part) -> list[tuple[str, str]]:
    found = ((folded(label.label.text), label.value.text) for label in labels_in(line_of(part)))
    return [
        (label, value) for label, value in found if fits("cover labels", label) or words("report of").match(label)
    ]


def _present_follows(parts: Sequence[Part], at: int) -> bool:
    """Whether those present are listed soon, before another title of minutes."""
    leaves = [(part, leaf) for part in parts[at + 1 : at + _SOON] for leaf in part.leaves()]
    for part, leaf in leaves[:_SOON]:
        if fits("minutes titles", part.printed) and is_title(part):
            return False
        if _says_present(leaf):
            return True
    return False


def _heads_present(parts: Sequence[Part], at: int) -> bool:
    """Whether titles, one of which tells a day, stand over those present: minutes that do not say that they are."""
    for below in range(at + 1, min(at + _ABOVE, len(parts))):
        if _says_present(parts[below]):
            return any(any(days_in(title.text)) for title in parts[at:below])
        if not is_title(parts[below]):
            return False
    return False


def _says_present(leaf: Part) -> bool:
    said = map(folded, in_each_language(leaf.text))
    return (
        bool(told_by(leaf))
        or (":" in leaf.text and any(map(words("present labels").match, said)))
        or fits("present labels", leaf.text)
    )


def _stretch(kind: StretchKind, parts: Sequence[Part]) -> Stretch:
    labels = cover_labels(parts[: _ABOVE + _COVER]) if kind in ("paper", "tracker") else {}
    item = next((value for label, value in labels.items() if label.startswith(("agenda", "item")) and value), "")
    return Stretch(kind, tuple(parts), item.split("\n")[0])
