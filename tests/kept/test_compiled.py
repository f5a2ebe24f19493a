"""A template is compiled once; what changes its code has it compiled again, and damage costs time only."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from panelpapers.kept.compiled import Compiled
from panelpapers.kept.store import Store

TEXT = "{% if said %}\nIt says {{ said }}.\n{% endif %}"


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list that grows by each template that is compiled."""
    done, usual = list[str](), Environment._parse

    def parse(self: Environment, source: str, name: str | None, filename: str | None) -> object:
        done.append(source)
        return usual(self, source, name, filename)

    monkeypatch.setattr(Environment, "_parse", parse)
    return done


def said(folder: Path, text: str = TEXT, *, trim: bool = True, bare: bool = False) -> str:
    store = Store(folder)
    made = Environment(loader=DictLoader({"a.html": text}), trim_blocks=trim, autoescape=True)
    if bare:
        made.finalize = Markup
    made.bytecode_cache = Compiled(store, made)
    given = made.get_template("a.html").render(said="<b>")
    store.finish()
    return given


def test_it_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = counted(monkeypatch)
    assert said(tmp_path) == said(tmp_path) == "It says &lt;b&gt;.\n"
    assert done == [TEXT]


def test_what_changes_its_code_has_it_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said(tmp_path)
    done = counted(monkeypatch)
    assert said(tmp_path, TEXT.replace("It", "She")) == "She says &lt;b&gt;.\n"
    assert said(tmp_path, trim=False) == "\nIt says &lt;b&gt;.\n"
    assert said(tmp_path, bare=True) == "It says <b>.\n"
    assert len(done) == 3


def test_what_is_no_code_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "get", lambda *_: b"no code")
    assert said(tmp_path) == "It says &lt;b&gt;.\n"
