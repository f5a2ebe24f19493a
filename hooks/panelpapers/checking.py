"""Every rule over all records: the rules are found where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import iter_modules
from types import ModuleType
from typing import Final

from . import rules
from .facts.dossier import Dossier
from .records.problem import Problem
from .rules.references import mistyped_where_given

Rule = Callable[..., Iterator[Problem]]


def rules_of(module: ModuleType, *takes: str) -> tuple[Rule, ...]:
    """Give the rules of a module, in the order in which they stand there: those that take what is named."""
    own = (rule for rule in vars(module).values() if isfunction(rule) and rule.__module__ == module.__name__)
    public = (rule for rule in own if not rule.__name__.startswith("_"))
    return tuple(rule for rule in public if tuple(signature(rule).parameters) == takes)


MODULES: Final = tuple(import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__))
RULES: Final = tuple(rule for module in MODULES for rule in rules_of(module, "dossier"))
OF_A_DAY: Final = tuple(rule for module in MODULES for rule in rules_of(module, "dossier", "today"))
"""None of these finds an error: what can be built does not depend on the day."""


def check(dossier: Dossier, today: date | None = None) -> Iterator[Problem]:
    """Apply every rule to all records, and give every problem that any of them finds.

    Rules about what is past and what is to come are asked only where the day is given. Of a number or an id that was
    mistyped where it is given, that alone is told there, and nothing where it is named.
    """
    places = {place for slip in dossier.mistyped for place in (slip.place, *slip.uses)}
    for rule in RULES:
        alone = rule is mistyped_where_given
        yield from (problem for problem in rule(dossier) if alone or problem.place not in places)
    for rule in OF_A_DAY if today is not None else ():
        yield from rule(dossier, today)
