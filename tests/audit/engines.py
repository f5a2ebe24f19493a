"""The engines that look at each page in a browser: axe-core, IBM Equal Access, Chromium's own accessibility tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from panelpapers.records.accessibility import RuleOff, Tool
from tests.audit import answers
from tests.audit.built import Built, Seen, findings, package, questions, version_of
from tests.browser import axe
from tests.browser.kinds import MODES
from tests.browser.looking import Look, looking

AXE_MODES = ("light", "dark")

_UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
_IBM = "accessibility-checker-engine"
_IBM_RUN = """async () => {
    const report = await new ace.Checker().check(document, ["WCAG_2_2", "IBM_Accessibility"]);
    return report.results.filter((one) => one.value[1] !== "PASS").map((one) => ({
        rule: one.ruleId, sure: one.value[1] === "FAIL", message: one.message, about: report.nls[one.ruleId][0],
    }));
}"""

WITH_NAMES = {
    *(
        "link",
        "button",
        "textbox",
        "searchbox",
        "checkbox",
        "radio",
        "combobox",
        "listbox",
        "slider",
        "switch",
        "tab",
    ),
    *("menuitem", "heading", "image", "img", "table", "navigation", "form", "search", "region", "dialog"),
}
"""Roles of things that nobody can use or find by ear without a name. A figure has its caption in it."""


def by_axe(built: Built) -> Tool:
    """Apply every rule of axe-core to every page, in light and dark."""
    sure: list[Seen] = []
    unsure: list[Seen] = []
    version = ""
    for mode, address, look in _every_look(built, AXE_MODES):
        found = axe.nodes(look)
        sure += [Seen(one["rule"], f"{one['help']} (in {mode} mode)", address) for one in found["violations"]]
        unsure += [Seen(one["rule"], one["help"], address) for one in found["undecided"]]
        version = version or str(look.page.evaluate("axe.version"))
    return Tool(
        name="axe-core",
        version=version,
        looked_at="Every rule, those of level AAA, best practice and experimental ones too, in light and dark mode",
        pages=len(built.pages),
        rules_off=[RuleOff(rule=rule, why=why) for rule, why in axe.RULES_OFF.items()],
        findings=findings(sure),
        questions=questions(unsure, answers.AXE),
    )


def by_ibm(built: Built) -> Tool:
    """Apply the rules of IBM Equal Access for WCAG 2.2 to every page."""
    source = (package(_IBM) / "ace.js").read_text(encoding="utf-8")
    sure: list[Seen] = []
    unsure: list[Seen] = []
    for _, address, look in _every_look(built, ("light",)):
        look.page.evaluate(f"{source};window.ace = ace;undefined")
        every: list[dict[str, Any]] = look.page.evaluate(_IBM_RUN)
        found = [one for one in every if one["rule"] not in answers.IBM_OFF]
        sure += [Seen(one["rule"], one["message"], address) for one in found if one["sure"]]
        unsure += [Seen(one["rule"], one["about"], address) for one in found if not one["sure"]]
    return Tool(
        name="IBM Equal Access",
        version=version_of(_IBM),
        looked_at="The rules for WCAG 2.2 at levels A and AA, and those that IBM adds, in light mode",
        pages=len(built.pages),
        rules_off=[RuleOff(rule=rule, why=why) for rule, why in answers.IBM_OFF.items()],
        findings=findings(sure),
        questions=questions(unsure, answers.IBM),
    )


def by_tree(built: Built) -> Tool:
    """Walk through what Chromium hands to a screen reader, and find things without a name."""
    seen = [
        Seen(role, f"A {role} has no name", address)
        for _, address, look in _every_look(built, ("light",))
        for role in _unnamed(look)
    ]
    return Tool(
        name="Accessibility tree of Chromium",
        version=built.browser.version,
        looked_at="The name of each link, control, heading, picture, table and named region",
        pages=len(built.pages),
        findings=findings(seen),
    )


def _unnamed(look: Look) -> Iterator[str]:
    session = look.page.context.new_cdp_session(look.page)
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        role = str(node.get("role", {}).get("value", ""))
        name = str(node.get("name", {}).get("value", ""))
        if not node.get("ignored") and role in WITH_NAMES and not name.strip():
            yield role
    session.detach()


def _every_look(built: Built, modes: tuple[str, ...]) -> Iterator[tuple[str, str, Look]]:
    """Open every page in each of these modes, one after the other, with everything unfolded that is folded away."""
    for mode in modes:
        for address in built.pages:
            with looking(built.browser, built.root + address, MODES[mode]) as look:
                look.page.evaluate(_UNFOLD)
                yield mode, address, look
