"""Rules are found by what they take, and none needs a record to be there."""

from __future__ import annotations

from datetime import date
from types import ModuleType

from panelpapers.checking import OF_A_DAY, RULES, rules_of
from panelpapers.facts.dossier import Dossier
from panelpapers.records.publication import Records
from panelpapers.rules import dates, meetings

SOURCE = """
from panelpapers.rules.dates import unusual_day as of_elsewhere

def second(dossier): ...
def first(dossier): ...
def of_a_day(dossier, today): ...
def no_rule(records): ...
def _part_of_one(dossier): ...
"""


def test_a_rule_is_a_public_function_of_its_module_that_takes_a_dossier() -> None:
    module = ModuleType("some_rules")
    exec(SOURCE, vars(module))  # noqa: S102
    assert [rule.__name__ for rule in rules_of(module, "dossier")] == ["second", "first"]
    assert [rule.__name__ for rule in rules_of(module, "dossier", "today")] == ["of_a_day"]


def test_the_rules_of_every_module_are_asked() -> None:
    assert {rule.__annotations__["return"] for rule in (*RULES, *OF_A_DAY)} == {"Iterator[Problem]"}
    assert dates.published_late in RULES
    assert meetings.minutes_and_state in RULES
    assert meetings.held_in_the_future in OF_A_DAY


def test_none_fails_without_records() -> None:
    dossier = Dossier(Records())
    assert [problem for rule in RULES for problem in rule(dossier)] == []
    assert [problem for rule in OF_A_DAY for problem in rule(dossier, date(2026, 1, 5))] == []
