"""Runs the checkers of HTML over a whole folder: one call each, one sentence for each finding."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import unquote, urlsplit

import html5lib
from html5lib.constants import E as MESSAGES

from tests.browser.provide import find_checkers

WARNINGS_ALLOWED: dict[str, str] = {
    # The checker reads files, where 'self' is nowhere; tests/browser/test_policy.py holds the policy at an address.
    "violates Content Security Policy (meta tag): external": "style sheets and scripts are our own",
    "violates Content Security Policy (meta tag): image": "pictures are our own",
}
"""Part of a warning of the Nu checker: why it may stand. Errors may never stand."""

RULES = Path(__file__).parent / "html-validate.config.mjs"


def nu(folder: Path, java: str) -> list[str]:
    """Give what the Nu checker says of every page and drawing in a folder."""
    jar = _checkers() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--skip-non-html", "--also-check-svg", "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([java, "-jar", str(jar), *options, str(folder)], capture_output=True, text=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return [_sentence(folder, message) for message in messages if not _is_allowed(message)]


def _is_allowed(message: dict[str, Any]) -> bool:
    allowed = any(part in message["message"] for part in WARNINGS_ALLOWED)
    return message["type"] == "info" and (allowed or _is_of_data(message))


def _is_of_data(message: dict[str, Any]) -> bool:
    """Whether an inline script is told that holds data: no browser runs one, so that no policy blocks it.

    HTML leaves such a script before the policy is asked (its steps to "prepare the script element").
    """
    begins = message.get("hiliteStart", 0)
    element = message.get("extract", "")[begins : begins + message.get("hiliteLength", 0)]
    inline = bool(message["message"].startswith("Inline script "))
    return inline and element == '<script type="application/ld+json">'


def _sentence(folder: Path, message: dict[str, Any]) -> str:
    path = Path(unquote(urlsplit(message.get("url", "")).path))
    place = path.relative_to(folder) if path.is_relative_to(folder) else path
    return f"{place}:{message.get('lastLine', 1)}: {message['message']}"


def html5lib_strictly(folder: Path) -> list[str]:
    """Give the errors that html5lib's parser sees: the simpler checker, for machines without Java."""
    return [sentence for path in sorted(folder.rglob("*.html")) for sentence in _errors(folder, path)]


def _errors(folder: Path, path: Path) -> Iterator[str]:
    parser = html5lib.HTMLParser()
    parser.parse(path.read_text(encoding="utf-8"))
    for (line, _column), code, details in parser.errors:
        yield f"{path.relative_to(folder)}:{line}: {MESSAGES[code] % details}"


def html_validate(folder: Path) -> list[str]:
    """Give what html-validate says of every page in a folder."""
    program = _checkers() / ".bin" / "html-validate"
    command = [str(program), "--config", str(RULES), "--formatter", "json", "**/*.html"]
    # Into a file: the program ends before a pipe has taken all that it says.
    with TemporaryFile("w+", encoding="utf-8") as answer:
        done = subprocess.run(command, cwd=folder, stdout=answer, stderr=subprocess.PIPE, text=True, check=False)
        answer.seek(0)
        results = answer.read()
    assert results, done.stderr
    return [
        f"{Path(result['filePath']).relative_to(folder)}:{message['line']}: {message['ruleId']}: {message['message']}"
        for result in json.loads(results)
        for message in result["messages"]
    ]


def _checkers() -> Path:
    checkers = find_checkers()
    assert checkers, "The checkers of HTML are not installed: `nox -s browser` installs them"
    return checkers
