"""Runs axe-core in an open page, with every rule it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from playwright.sync_api import Page

from tests.browser.kinds import MODES, Mode
from tests.browser.looking import Look
from tests.browser.provide import find_checkers

RULES_OFF = {
    "duplicate-id": "withdrawn by axe-core; every id of every page is checked by tests/html",
    "duplicate-id-active": "withdrawn by axe-core; see duplicate-id",
}
"""Rules that never run, each with the reason."""

COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
"""The rules about colours. With forced colours the reader's own are used, and axe-core does not know them."""

# Without the page's JavaScript its timers never run; axe-core waits for them, so they run at once.
_TIMERS_AT_ONCE = """window.setTimeout = (work, _delay, ...given) => {
    Promise.resolve().then(() => work(...given));
    return 0;
}"""

_RUN = """async ([off, only]) => {
    const chosen = (id) => !off.includes(id) && (!only.length || only.includes(id));
    const rules = axe.getRules().map((rule) => rule.ruleId).filter(chosen);
    const results = await axe.run(document, {
        runOnly: { type: "rule", values: rules }, resultTypes: ["violations", "incomplete"],
    });
    const flat = (list) => list.flatMap((rule) => rule.nodes.map((node) => ({
        rule: rule.id, help: rule.help, element: node.html.slice(0, 160), why: node.failureSummary || rule.help,
    })));
    return { violations: flat(results.violations), undecided: flat(results.incomplete) };
}"""


@dataclass(frozen=True)
class Verdict:
    """What axe-core is sure of, and what it leaves for people to decide, one sentence each."""

    violations: list[str]
    undecided: list[str]


def axe(look: Look) -> Verdict:
    """Run the rules by which an open page is judged in its mode. Asked twice of one page and mode, they run once."""
    return _verdict(look.page, look.mode)


@lru_cache(maxsize=len(MODES))
def _verdict(page: Page, mode: Mode) -> Verdict:
    judged = mode.judged
    off = COLOURS if judged in ("all but colours", "nothing") else ()
    found = nodes(Look(page, mode, []), off, COLOURS if judged == "colours" else ())
    return Verdict(*([_sentence(node) for node in found[part]] for part in ("violations", "undecided")))


def nodes(look: Look, off: Sequence[str] = (), only: Sequence[str] = ()) -> dict[str, list[dict[str, str]]]:
    """Give the ``violations`` and what is ``undecided``: for each element the rule, its help, the element and why.

    Every rule runs but those of ``RULES_OFF`` and ``off``; with ``only``, none but these.
    """
    if not look.mode.javascript:
        look.page.evaluate(_TIMERS_AT_ONCE)
    if not look.page.evaluate("Boolean(globalThis.axe)"):
        look.page.evaluate(_source())
    found: dict[str, list[dict[str, str]]] = look.page.evaluate(_RUN, [[*RULES_OFF, *off], [*only]])
    return found


@cache
def _source() -> str:
    checkers = find_checkers()
    assert checkers, "axe-core is not installed: `nox -s browser` installs it"
    return (checkers / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def _sentence(node: dict[str, str]) -> str:
    return f"{node['rule']}: {node['element']}\n    {' '.join(node['why'].split())}"
