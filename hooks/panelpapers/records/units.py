"""Units as papers print them, such as £ million or minutes and seconds, and figures that are typed with theirs.

A figure stays as it is typed: in £ million, 14.2 is 14.2, and its unit knows that one is a million. A figure with a
colon, 8:43, is a number of its smallest part: 523 seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from . import limits
from .kinds import Takes, one_value, read_number
from .other_words import meant_by, spelt_like
from .problem import slip
from .regional import SIGNS, sign_of

CLOCKS: Final[Mapping[str, tuple[str, ...]]] = {
    "minutes and seconds": ("minute", "second"),
    "hours and minutes": ("hour", "minute"),
    "hours, minutes and seconds": ("hour", "minute", "second"),
}
"""Units that are typed with colons, and the parts between these."""
_SECONDS: Final[Mapping[str, int]] = {"hours": 3_600, "minutes": 60, "seconds": 1}
"""How long a day of work or a month is, nobody says."""
KINDS: Final = (
    *("%", "count", "money", "points", "percentage points", "rate", "index", "ratio"),
    *("seconds", "minutes", "hours", "days", "weeks", "months", "years", *CLOCKS),
)
_SCALABLE: Final = ("count", *KINDS[KINDS.index("seconds") : -len(CLOCKS)])
_SCALES: Final = {3: "thousand", 6: "million", 9: "billion"}
_SIZES: Final[Mapping[str, int]] = {
    **{word: power for power, name in _SCALES.items() for word in (name, f"{name}s")},
    **dict.fromkeys(("000", "000s", "'000", "'000s", "k"), 3),
    **dict.fromkeys(("m", "mn", "mln"), 6),
    "bn": 9,
}
_SIZE: Final = "|".join(sorted(map(re.escape, _SIZES), key=len, reverse=True))
_SIGN: Final = rf"[{''.join(SIGNS.values())}]"
_MONEY: Final = re.compile(
    rf"(?P<sign>money|{_SIGN}|[A-Z]{{3}}(?= |\Z))(?:,? ?(?:in )?\(?(?P<size>{_SIZE})\)?)?", re.IGNORECASE
)
_SCALED: Final = re.compile(
    rf"(?:(?P<first>[a-z]+) in )?(?P<size>{_SIZE})(?:(?: of)? (?P<last>[a-z ]+|{_SIGN}))?", re.IGNORECASE
)
_PER: Final = re.compile(
    r"(?:rate )?per (?P<number>\d[\d,]*|hundred|thousand|million)?(?: ?(?P<base>[a-z][\w' -]*))?", re.IGNORECASE
)
_INDEX: Final = re.compile(r"index(?:,| number,?)? \(?(?P<base>[^=()]+?) ?= ?100\)?", re.IGNORECASE)
_OTHERWISE: Final[tuple[tuple[str, str], ...]] = (
    (r"’|‘", "'"),
    (r"\b(?:british )?pounds(?: sterling)?\b|\bpound sterling\b", "£"),
    (r"\bdollars\b", "$"),
    (r"\beuros?\b", "€"),
    (r"\b(?:per ?cent|percentage|pct)\b(?! points?)", "%"),
    (r"\bh{1,2}:mm:ss\b", "hours, minutes and seconds"),
    (r"\bh{1,2}:mm\b", "hours and minutes"),
    (r"\bm{1,2}:ss\b", "minutes and seconds"),
    (r"\b(?:hrs?|hours?)\b", "hours"),
    (r"\b(?:mins?|minutes?)\b", "minutes"),
    (r"\b(?:secs?|seconds?)\b", "seconds"),
    (r"\b(day|week|month|year|point)\b", r"\1s"),
    (r"^(?:index numbers?|indices|indexed)$", "index"),
    (r"\b(?:numbers?|counts)\b", "count"),
    (r"\b(?:hours)(?::| ?, ?| ?& ?)minutes", "hours and minutes"),
    (r"\b(?:minutes)(?::| ?, ?| ?& ?)seconds", "minutes and seconds"),
    (r"hours and minutes(?: and|,| and,|:| &) ?seconds|hours, minutes,? ?& ?seconds", "hours, minutes and seconds"),
    (r"^(?:(?:x|n) ?(?:to|:) ?1|:1|ratios)$", "ratio"),
    (r"^(?:‰|per mille)$", "per 1,000"),
    (r"^/ ?(?=\d)", "per "),
    (r"^in (?=.)", ""),
)
"""How people name units otherwise: what is put right, in this order, to see which one was meant."""
_SHORT: Final = ('"%"', "count", "money", "money in millions", "per 1,000 people", "days", "minutes and seconds")


class Unit(str):
    """What figures are counted in. Its letters are those of its kind, such as ``money``; the rest stands beside them.

    ``scale`` is 6 where one is a million, and ``sign`` stands before money where the unit says which. ``base`` is
    what a rate is for, 1,000 people, or when an index was 100.
    """

    __slots__ = ("base", "scale", "sign")
    scale: int
    sign: str
    base: str

    def __new__(cls, kind: str, scale: int = 0, sign: str = "", base: str = "") -> Unit:
        """Make a unit of a kind."""
        made = super().__new__(cls, kind)
        made.scale, made.sign, made.base = scale, sign, base
        return made

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(read_unit)

    @property
    def clock(self) -> tuple[str, ...]:
        """The parts of a figure that is typed with colons, the longest first; none of others."""
        return CLOCKS.get(self, ())

    @property
    def size(self) -> str:
        """The word for what one stands for: million; nothing where one is one."""
        return _SCALES.get(self.scale, "")

    @property
    def name(self) -> str:
        """The unit as it is typed."""
        if self == "money" and (self.scale or self.sign):
            return f"{self.sign.strip()} {self.size}".rstrip() if self.sign else f"money in {self.size}s"
        if self == "rate" and self.base:
            return f"per {self.base}"
        if self == "count" and self.scale:
            return f"{self.size}s"
        return f"{self.size} {self}{f', {self.base} = 100' if self.base else ''}".lstrip()

    @property
    def counts_each(self) -> bool:
        """Whether figures are numbers of single things."""
        return self == "count" and not self.scale

    @property
    def adding(self) -> tuple[str, int] | None:
        """What figures are amounts of, and how much of it one is; ``None`` where amounts of it cannot be added up."""
        if self.clock:
            return "time", _SECONDS[f"{self.clock[-1]}s"]
        if self in _SECONDS:
            return "time", _SECONDS[self] * 10**self.scale
        if self in ("count", "money", "days", "weeks", "months", "years"):
            return str(self), 10**self.scale
        return None


class Printed(Decimal):
    """A figure that was typed with its unit, as papers print it: ``8:43``, ``£14.2m``, ``3.2 to 1``.

    ``typed`` is its text and ``unit`` what it says of the unit. A rule compares that with the unit of the file.
    """

    typed: str
    unit: Unit

    @classmethod
    def made(cls, amount: Decimal, typed: str, unit: Unit) -> Printed:
        """Make it of its number."""
        figure = cls(amount)
        figure.typed, figure.unit = typed, unit
        return figure

    def __deepcopy__(self, memo: object) -> Printed:
        """Give the figure itself, since nothing changes it."""
        return self


def agrees(figure: Decimal, unit: Unit, sign: str) -> bool:
    """Whether a figure can stand where figures are in a unit, with this sign before money."""
    if not isinstance(figure, Printed):
        return not unit.clock
    own = figure.unit
    if own.clock or unit.clock:
        return len(own.clock) == len(unit.clock)
    same = own == unit or (own == "count" and unit != "ratio")
    return same and own.scale == unit.scale and own.sign in ("", sign)


def read_unit(value: Any) -> Unit:
    """Read a unit as papers print it. One that is meant otherwise is refused with the words for it."""
    if isinstance(value, Unit):
        return value
    typed = " ".join(one_value(value, limits.LINE).split())
    if unit := next(_read(typed), None):
        return unit
    said = typed
    for form, word in _OTHERWISE:
        said = re.sub(form, word, said, flags=re.IGNORECASE).strip()
    meant = next(_read(said), None)
    alike = meant_by(said, KINDS) if " " not in said else spelt_like(said, KINDS)
    fix = f"Write one of these, or another of the guide: {', '.join(_SHORT)}."
    if not (meant or alike) and (" per " in f" {said}" or " of " in said):
        fix = 'Write the unit alone, such as per 1,000 people. The rest belongs in the measure, or under "noun:".'
    raise slip("unknown-word", f'"{typed}" is not a unit that this form knows.', fix, meant.name if meant else alike)


def _read(typed: str) -> Iterator[Unit]:
    """Give the unit that a text names, if it names one as it belongs here."""
    said = typed.lower()
    if said in KINDS:
        yield Unit(said)
    if found := _MONEY.fullmatch(typed):
        yield from _money(found["sign"], _SIZES.get((found["size"] or "").lower(), 0))
    if (found := _SCALED.fullmatch(typed)) and not (found["first"] and found["last"]):
        scale, kind = _SIZES[found["size"].lower()], (found["first"] or found["last"] or "count").lower()
        if kind in SIGNS.values() and found["last"]:
            yield Unit("money", scale, kind)
        elif kind in _SCALABLE and (kind != "count" or len(found["size"]) > len("bn")):  # m may be metres
            yield Unit(kind, scale)
    if (found := _PER.fullmatch(typed)) and any(found.groups()) and not re.match(r"(?:rate )?per cent\b", said):
        number = found["number"] or ""
        number = f"{int(number.replace(',', '')):,}" if number[:1].isdigit() else number.lower()
        yield Unit("rate", base=f"{number} {found['base'] or ''}".strip())
    if found := _INDEX.fullmatch(typed):
        yield Unit("index", base=found["base"].strip())
    if said in ("ratio to 1", "to 1"):
        yield Unit("ratio")


def _money(sign: str, scale: int) -> Iterator[Unit]:
    """Give money with the sign that was typed; of three letters, only where they can be a currency."""
    if sign.lower() == "money":
        yield Unit("money", scale)
    elif sign in SIGNS.values():
        yield Unit("money", scale, sign)
    elif sign.isupper() and (scale or sign in SIGNS):
        yield Unit("money", scale, sign_of(sign))


_CLOCK: Final = re.compile(r"([-−+]?)(\d{1,5}):([0-5]\d)(?::([0-5]\d))?(\.\d+)?", re.ASCII)
_IN_WORDS: Final = re.compile(
    r"(?:(?P<h>\d+) ?(?:hours?|hrs?|h),? ?(?:and )?)?(?:(?P<m>\d+) ?(?:minutes?|mins?|m),? ?(?:and )?)?"
    r"(?:(?P<s>\d+) ?(?:seconds?|secs?|s))?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER: Final = r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_TO_ONE: Final = re.compile(rf"(?P<number>{_NUMBER}) ?(?::| to ) ?(?:1|one)", re.ASCII | re.IGNORECASE)
_IN_SHORT: Final = re.compile(
    rf"(?P<minus>[-−]?) ?(?P<sign>{_SIGN}?) ?(?P<number>{_NUMBER}) ?(?P<size>k|thousand|m|mn|million|bn|billion)",
    re.ASCII | re.IGNORECASE,
)


def read_figure(value: Any) -> Decimal:
    """Read a figure exactly as typed: ``13.5``, ``32,500``, ``-4``; in some units ``8:43`` or ``£14.2m``."""
    typed = value.strip() if isinstance(value, str) and len(value) <= limits.LINE else ""
    if found := _CLOCK.fullmatch(typed):
        return _clock(found, typed)
    if found := _TO_ONE.fullmatch(typed):
        return Printed.made(read_number(found["number"]), typed, Unit("ratio"))
    if found := _IN_SHORT.fullmatch(typed):
        size, kind = _SIZES[found["size"].lower()], "money" if found["sign"] else "count"
        number = read_number(f"{found['minus']}{found['number']}")
        return Printed.made(number, typed, Unit(kind, size, found["sign"]))
    if re.fullmatch(r"\d+(?::\d+)+", typed):
        raise slip("number-form", f'"{typed}" is no time.', "Write two digits after a colon, 59 at most: 8:03.")
    if (found := _IN_WORDS.fullmatch(typed)) and sum(part is not None for part in found.groups()) > 1:
        parts = [int(part) for part in found.groups() if part is not None]
        colons = ":".join([str(parts[0]), *(f"{part:02}" for part in parts[1:])])
        sure = colons if found["m"] and max(parts[1:]) < 60 else None
        fix = "Write it with colons: 8:43, or 1:08:43 with hours."
        raise slip("number-form", f'"{typed}" is not written as times are here.', fix, sure)
    return read_number(value)


def _clock(found: re.Match[str], typed: str) -> Printed:
    sign, first, second, third, rest = found.groups()
    seconds = int(first) * 60 + int(second)
    amount = read_number(f"{sign}{seconds * 60 + int(third) if third else seconds}{rest or ''}")
    return Printed.made(amount, typed, Unit("hours, minutes and seconds" if third else "minutes and seconds"))


class _AsTyped(BeforeValidator):
    """Reads a figure, and keeps what was typed with it: pydantic's own reader of decimals would drop that."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(read_figure)


Figure = Annotated[
    Decimal, _AsTyped(read_figure), Takes("a figure, such as 13.5, or 8:43 where the unit is such", r".*\d.*")
]
InUnit = Annotated[Unit, Takes("a unit as papers print it, such as %, count, days or money in millions")]
