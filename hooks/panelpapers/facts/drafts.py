"""Minutes as they were before they were corrected."""

from __future__ import annotations

from functools import reduce

from ..records.base import Record
from ..records.fields import fields_of
from ..records.language import each_version, versions_of
from ..records.minutes import Minute, Minutes
from ..records.numbers import with_all_within
from ..records.walk import changed


def as_drafted(minutes: Minutes) -> Minutes:
    """Give minutes before they were corrected: words of the draft stand where later ones have taken their place."""

    def before(minute: Minute) -> Minute:
        keys = {part.key for part in with_all_within([minute])}
        own = [correction for correction in minutes.corrections if correction.minute in keys]

        words = [pair for made in own for pair in zip(versions_of(made.now), versions_of(made.was), strict=False)]

        def earlier(text: str) -> str:
            return reduce(lambda said, pair: said.replace(*pair), words, text)

        def drafted(part: Record) -> dict[str, object]:
            fields = ((name, getattr(part, name)) for name, field in fields_of(type(part)).items() if field.wording)
            texts = ((name, text, each_version(text, earlier)) for name, text in fields if isinstance(text, str))
            return {name: new for name, text, new in texts if versions_of(new) != versions_of(text)}

        return changed(minute, drafted)

    texts = [before(minute) for minute in minutes.minutes]
    marked = None if minutes.marked == "confirmed" else minutes.marked
    return minutes.model_copy(update={"minutes": texts, "corrections": [], "marked": marked})
