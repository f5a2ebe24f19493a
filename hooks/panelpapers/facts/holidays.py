"""On which days offices are closed under a regime, and which days a way of counting leaves out before a meeting.

The days come from the library ``holidays``, which also knows single ones, such as the day of a state funeral.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from ..records.language import ENGLISH, marked, unmarked
from ..records.regime import Break, Holidays, WayOfCounting

ONE_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
SUNDAY: Final = 6
_NEAR: Final = 7
"""How far from a day a holiday can be whose break it belongs to."""


def known(country: str, part: str | None = None) -> bool:
    """Say whether the library has the holidays of a country, or of a part of it."""
    from holidays.registry import COUNTRIES  # the library costs time: it is loaded where a date is worked out

    there = country.isupper() and any(country in codes for _, *codes in COUNTRIES.values())
    return there and (part is None or part in parts_of(country))


def parts_of(country: str) -> list[str]:
    """Give the names that the library has for the parts of a country that it has."""
    import holidays  # a list of all countries would load all of them

    return list(getattr(holidays, country).subdivisions)


@lru_cache(maxsize=256)
def _in_library(
    country: str, subdivision: str | None, language: str, year: int
) -> tuple[Mapping[date, str], str, str]:
    """Give the holidays of a year, and the tag of the language of their names: the one asked for, or English.

    Last comes what follows the name of a holiday on the day that stands for it: "(observed)", "(observé)".
    """
    # Imported here because it costs half a second, which is only due where a date is worked out.
    from holidays import country_holidays

    if not known(country, subdivision):
        return {}, ENGLISH, ""  # a rule tells so
    spoken = country_holidays(country).supported_languages or ()
    near = [each for each in spoken if each == language.replace("-", "_")]
    near += [each for each in spoken if each[:2] == language[:2]] + [each for each in spoken if each[:2] == "en"]
    of_names = next(iter(near), None)
    days = country_holidays(country, subdiv=subdivision, years=year, language=of_names)
    observed = days.tr(getattr(days, "observed_label", None) or "").replace("%s", "")
    return days, (of_names or ENGLISH).replace("_", "-"), observed


@dataclass(frozen=True)
class Calendar:
    """The holidays of a regime: none, where it states none.

    ``language`` is that of the names that the library gives, by its tag. One that is not English is marked with it.
    """

    holidays: Holidays | None
    language: str = ENGLISH
    _years: dict[int, Mapping[date, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def holiday(self, day: date) -> str | None:
        """Give the name of the holiday that falls on a day, or ``None``. Weekends are not asked about."""
        if day.year not in self._years:
            self._years[day.year] = self._of_year(day.year)
        return self._years[day.year].get(day)

    def left_out(self, way: WayOfCounting, day: date) -> str | None:
        """Say why a way of counting leaves a day out, or give ``None`` where the day counts."""
        if "holidays" in way.leaves_out and (name := self.holiday(day)):
            return name
        if day.weekday() == SATURDAY and "saturdays" in way.leaves_out:
            return "Saturday"
        if day.weekday() == SUNDAY and "sundays" in way.leaves_out:
            return "Sunday"
        return self._break_on(day, way.breaks) if "breaks" in way.leaves_out else None

    def _of_year(self, year: int) -> Mapping[date, str]:
        own = self.holidays
        if own is None:
            return {}
        names = {name.library: name.name for name in own.names}
        days = dict[date, str]()
        in_library, language, observed = _in_library(own.country, own.subdivision, self.language, year)
        for day, name in sorted(in_library.items()):
            plain = name.replace(observed, "")
            kept = [part for part in plain.split("; ") if part not in own.leave_out]
            if kept:
                told = " and ".join(f"{names.get(part, marked(part, language))}" for part in kept)
                days[day] = told + (" (substitute day)" if plain != name else "")
        return days | {added.day: added.name for added in own.add if added.day.year == year}

    def _break_on(self, day: date, breaks: list[Break]) -> str | None:
        """Give the name of the break around a holiday that a day belongs to, or ``None``.

        Breaks around a holiday that the regime names go first; others are around each holiday that is in none.
        """
        own = [span for each in breaks if each.around for span in self._around(each, day)]
        for each in breaks:
            if each.around is None:
                own += [span for span in self._around(each, day) if not any(a <= span[3] <= z for a, z, *_ in own)]
        return next((name for first, last, name, _ in own if first <= day <= last), None)

    def _around(self, each: Break, day: date) -> Iterator[tuple[date, date, str, date]]:
        """Give the breaks of a kind near a day: first day, last day, name, and the holiday that each is around."""
        for holiday in (day + ONE_DAY * away for away in range(-_NEAR, _NEAR + 1)):
            name = self.holiday(holiday)
            if name and each.around in (None, unmarked(name)):
                first = self._before(holiday) if each.days_before is None else holiday - ONE_DAY * each.days_before
                last = self._after(holiday) if each.days_after is None else holiday + ONE_DAY * each.days_after
                yield first, last, each.name if each.around else f"{each.name} ({name})", holiday

    def _before(self, holiday: date) -> date:
        """Give the last week day before a holiday. A week day is any day but Sunday."""
        earlier = holiday - ONE_DAY
        return earlier - ONE_DAY if earlier.weekday() == SUNDAY else earlier

    def _after(self, holiday: date) -> date:
        """Give the first week day after a holiday that is no holiday itself."""
        later = holiday + ONE_DAY
        while later.weekday() == SUNDAY or self.holiday(later):
            later += ONE_DAY
        return later


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was left out of a count, and why: the name of the holiday, the day of the week or the break."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day on which a thing can be done in time, and the days left out before the meeting, in order."""

    day: date
    skipped: tuple[SkippedDay, ...] = ()


def count_back(meeting: date, days: int, way: WayOfCounting, calendar: Calendar) -> Counted:
    """Count back so many days from the day of a meeting.

    In a clear way so many whole days lie between: neither the day of the meeting nor the day found counts. The day
    found is one that the way does not leave out, because what is due on it can be done on no other.
    """
    skipped: list[SkippedDay] = []
    day, left = meeting, days + way.clear
    while left:
        day -= ONE_DAY
        if reason := calendar.left_out(way, day):
            skipped.append(SkippedDay(day, reason))
        else:
            left -= 1
    return Counted(day, tuple(reversed(skipped)))
