"""Runs axe-core in an open page, with every rule it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from tests.browser.looking import Look
from tests.browser.provide import find_checkers

RULES_OFF = {
    "duplicate-id": "withdrawn by axe-core; every id of every page is checked by tests/html",
    "duplicate-id-active": "withdrawn by axe-core; see duplicate-id",
}
"""Rules that never run, each with the reason."""

RULES_OFF_WITH_FORCED_COLOURS = {
    "color-contrast": "the reader's own colours are used, and axe-core does not know them",
    "color-contrast-enhanced": "see color-contrast",
    "link-in-text-block": "see color-contrast",
}

# Without the page's JavaScript its timers never run; axe-core waits for them, so they run at once.
_TIMERS_AT_ONCE = """window.setTimeout = (work, _delay, ...given) => {
    Promise.resolve().then(() => work(...given));
    return 0;
}"""

_RUN = """async (off) => {
    const rules = axe.getRules().map((rule) => rule.ruleId).filter((id) => !off.includes(id));
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


@lru_cache(maxsize=1)
def axe(look: Look) -> Verdict:
    """Run every rule but those named above on an open page. Asked twice of one look, it runs once."""
    found = nodes(look)
    return Verdict(*([_sentence(node) for node in found[part]] for part in ("violations", "undecided")))


def nodes(look: Look) -> dict[str, list[dict[str, str]]]:
    """Give the ``violations`` and what is ``undecided``: for each element the rule, its help, the element and why."""
    off = [*RULES_OFF, *(RULES_OFF_WITH_FORCED_COLOURS if look.mode.forced_colours == "active" else ())]
    if not look.mode.javascript:
        look.page.evaluate(_TIMERS_AT_ONCE)
    look.page.evaluate(_source())
    found: dict[str, list[dict[str, str]]] = look.page.evaluate(_RUN, off)
    return found


@cache
def _source() -> str:
    checkers = find_checkers()
    assert checkers, "axe-core is not installed: `nox -s browser` installs it"
    return (checkers / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def _sentence(node: dict[str, str]) -> str:
    return f"{node['rule']}: {node['element']}\n    {' '.join(node['why'].split())}"
