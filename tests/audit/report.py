"""The report of an audit: written as a record that the site publishes, whole or not at all, and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

from panelpapers.reading.folder import read_file
from panelpapers.records.accessibility import Audit, Tool

HEAD = "# Written by `nox -s audit`. Run it again; do not change this file by hand.\n"


class Unreadable(ValueError):  # noqa: N818 - said as people say it
    """The report that was to be written could not be read back."""


def write(audit: Audit, file: Path) -> None:
    """Write the report in place of the last one; when it cannot be read back, raise ``Unreadable`` and leave that."""
    unfinished = file.with_name(f".{file.stem}-unfinished.yml")
    yaml = YAML()
    yaml.width = 1000
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        with unfinished.open("w", encoding="utf-8") as opened:
            opened.write(HEAD)
            yaml.dump(audit.model_dump(exclude_defaults=True), opened)
        read, problems = read_file(unfinished, Audit)
        if read != audit:
            raise Unreadable("\n".join(problem.message for problem in problems) or "It says something else.")
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def in_words(audit: Audit) -> Iterator[str]:
    """Tell the whole audit line by line, for those who ran it."""
    yield f"Audit of {audit.on.isoformat()}: {audit.pages} pages"
    for tool in audit.tools:
        yield ""
        yield from _tool(tool)


def _tool(tool: Tool) -> Iterator[str]:
    asked = [one for one in tool.questions if one.answer is None]
    yield f"{tool.name} {tool.version}: {tool.pages} pages, {len(tool.findings)} faults, {len(asked)} open questions"
    for finding in tool.findings:
        yield f"  fault: {finding.page}: {finding.rule}: {finding.what} ({finding.places})"
    for one in asked:
        yield f"  question: {one.rule}: {one.what} ({one.places} places on {one.pages} pages)"
