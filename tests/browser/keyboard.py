"""Walks through a page with the Tab key, as people do who use no mouse."""

from __future__ import annotations

from dataclasses import dataclass

from tests.browser.looking import Look

ROOM_FOR_A_TRAP = 5


@dataclass(frozen=True)
class Stop:
    """One place where the keyboard stops: its element's name, and what is wrong there."""

    name: str
    in_main: bool
    is_main: bool
    wrong: list[str]


def here(look: Look) -> Stop | None:
    """Give the stop where the keyboard is now, or None when it is on no element."""
    found = look.ask("stop")
    return Stop(found["name"], found["inMain"], found["isMain"], found["wrong"]) if found else None


def walk(look: Look) -> list[Stop]:
    """Press Tab from the top of the page to its end, or until more stops were made than it has: then it is a trap."""
    stops: list[Stop] = []
    look.ask("fromTheTop")
    for _ in range(len(look.ask("stops")) + ROOM_FOR_A_TRAP):
        look.page.keyboard.press("Tab")
        stop = here(look)
        if stop is None:
            break
        stops.append(stop)
    return stops


def wrong_on_the_way(look: Look) -> list[str]:
    """Walk through the whole page and give what is wrong, one sentence each; the list is empty when all is well."""
    expected = look.ask("stops")
    stops = walk(look)
    found = [f"{stop.name} {wrong}" for stop in stops for wrong in stop.wrong]
    names = [stop.name for stop in stops]
    if names != expected:
        place = next((i for i, pair in enumerate(zip(names, expected, strict=False)) if pair[0] != pair[1]), -1)
        at = f"first at stop {place + 1}" if place >= 0 else f"{len(names)} stops instead of {len(expected)}"
        found.append(f"the keyboard does not follow the order of the page: {at} ({names[place : place + 2]})")
    return found


def wrong_with_skip_link(look: Look) -> list[str]:
    """Check that the first stop skips to the main part: follow it, and see that the next stop is in there."""
    look.ask("fromTheTop")
    look.page.keyboard.press("Tab")
    first = here(look)
    if first is None or "skip to" not in first.name.lower():
        return [f"the first stop is {first.name if first else 'nothing'} and no skip link"]
    look.page.keyboard.press("Enter")
    target = here(look)
    return [] if target and target.is_main else [f"the skip link leads to {target.name if target else 'nothing'}"]
