"""What follows from the records is worked out once, for rules, proofs and pages alike: calls are counted."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from panelpapers.checking import check
from panelpapers.facts import dossier as facts_of_records
from panelpapers.facts import texts
from panelpapers.facts.dossier import Dossier, Once
from panelpapers.facts.plain import sentences
from panelpapers.pages import build, home
from panelpapers.pages.site import Page
from panelpapers.proving import unproven
from panelpapers.publication import publish
from panelpapers.reading.folder import read_folder
from tests.first_publication import ROOT
from tests.river_valley import FOLDER, TEMPLATES

PACKAGE: Final = ROOT / "hooks" / "panelpapers"
FOLDERS: Final = (FOLDER, FOLDER.parent / "second-panel")
WHOLE: Final = (
    "usages",
    "actions",
    "changes_told_at",
    "event_reviews",
    "standing",
    "named_in_public",
)
"""Facts of all records together, which each dossier works out once at most."""
SINGLE: Final = ("texts_in", "agenda_states", "dates_of", "figure_facts", "event_dates")
"""Facts of one record."""
OF_A_TEXT: Final = ("spoken_of", "dates_in")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often each fact is worked out."""
    found: Counter[str] = Counter()

    def counting(name: str, work_out: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            found[name] += 1
            return work_out(*arguments)

        return counted

    for module, names in ((facts_of_records, (*WHOLE, *SINGLE, "public")), (texts, OF_A_TEXT)):
        for name in names:
            monkeypatch.setattr(module, name, counting(name, getattr(module, name)))
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_publication_works_each_fact_out_once(folder: Path, asked: Counter[str]) -> None:
    """There are two dossiers in all: of the records as typed, and of those that are published."""
    assert publish(folder, TEMPLATES, date(2027, 4, 15)).site
    records = read_folder(folder).records
    assert asked["public"] == 1
    assert {name: asked[name] for name in WHOLE if not 1 <= asked[name] <= 2} == {}
    assert asked["figure_facts"] == len(records.indicators), "check, proof and page share the facts of a figure"
    assert asked["dates_of"] <= 2 * len(records.meetings)
    assert asked["agenda_states"] <= 2 * len(records.agendas)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_rules_and_proofs_look_through_no_text_twice(folder: Path, asked: Counter[str]) -> None:
    dossier = Dossier(read_folder(folder).records)
    sentences.cache_clear()
    for _ in range(2):
        list(check(dossier))
        list(unproven(dossier))
    known = dossier.documents
    kept = [document for document, record in dossier.public.documents.items() if known.get(document) is record]
    assert dossier.public.texts
    assert kept, "what is published as it was typed is looked through once for both"
    assert asked["texts_in"] == len(dossier.documents) + len(dossier.public.documents) - len(kept)
    assert 0 < asked["spoken_of"] <= len(dossier.texts)
    assert 0 < asked["dates_in"] <= len(dossier.texts)
    assert sentences.cache_info().misses <= len(dossier.texts)


def given() -> set[str]:
    """Give the functions that the dossier asks for its facts."""
    code = ast.parse((PACKAGE / "facts" / "dossier.py").read_text(encoding="utf-8"))
    facts = (node for node in code.body if isinstance(node, ast.ImportFrom) and node.level == 1)
    names = (name.name for node in facts if node.module != "rows" for name in node.names)
    return {name for name in names if name.islower()}


def taken_from_facts(path: Path) -> Iterable[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and "facts" in (node.module or ""):
            yield from (name.name for name in node.names)


def test_what_the_dossier_gives_nobody_works_out_for_themselves() -> None:
    """Two indicators are of no records: an example on the page that explains figures, and one described alone."""
    alone = {"pages/explained.py": {"figure_facts"}, "describing.py": {"figure_facts"}}
    modules = [*(PACKAGE / "rules").rglob("*.py"), *(PACKAGE / "pages").glob("*.py"), *PACKAGE.glob("*.py")]
    offenders = {
        path.relative_to(PACKAGE).as_posix(): sorted(found)
        for path in modules
        if (found := given() & set(taken_from_facts(path)))
    }
    assert {name: set(found) for name, found in offenders.items()} == alone


def test_a_fact_of_each_is_worked_out_when_it_is_asked_for() -> None:
    worked_out: list[str] = []
    once = Once(["a", "b"], lambda name: worked_out.append(name) or name.upper())  # type: ignore[func-returns-value]
    assert (list(once), len(once), worked_out) == (["a", "b"], 2, [])
    assert (once["b"], once["b"], worked_out) == ("B", "B", ["b"])
    with pytest.raises(KeyError):
        once["c"]
    assert "c" not in once
    assert dict(once) == {"a": "A", "b": "B"}


def test_texts_are_let_go_before_pages_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = set[str]()

    def home_page(dossier: Dossier, *others: Any) -> Page:
        each: Dossier | None = dossier
        while each:
            kept.update(vars(each))
            each = each.as_typed
        return home.home_page(dossier, *others)

    monkeypatch.setattr(build, "home_page", home_page)
    assert publish(FOLDER, TEMPLATES, date(2027, 12, 1)).site
    assert "records" in kept
    assert not kept & {"texts", "texts_of", "english", "english_of"}


def test_texts_that_were_let_go_are_gathered_again() -> None:
    dossier = Dossier(read_folder(FOLDER).records)
    before = [(text.document, text.text) for text in dossier.texts]
    dossier.let_texts_go()
    assert [(text.document, text.text) for text in dossier.texts] == before
