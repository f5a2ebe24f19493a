"""The programs that read the files of the site: checkers of HTML and of links."""

from __future__ import annotations

import re
import subprocess
from importlib.metadata import version

from panelpapers.records.accessibility import RuleOff, Tool
from tests.audit.built import Built, Seen, address_of, findings, package, plain, version_of
from tests.browser.provide import find_java
from tests.html.checkers import RULES, html5lib_strictly, html_validate, nu

_OFF = re.compile(r'^ *"([\w-]+)": "off", // (.+)$', re.MULTILINE)
_NOT_OK = re.compile(r"^not ok \d+ (\S+) (.+)\n((?:  .*\n)*)", re.MULTILINE)
_AT = re.compile(r"^    at: (.+?):\d+:\d+ ", re.MULTILINE)


def by_nu(built: Built) -> Tool:
    """Read every page and drawing with the Nu checker; where there is no Java for it, with html5lib's parser."""
    java = find_java()
    if not java:
        return _of_html(built, "html5lib", version("html5lib"), html5lib_strictly(built.folder))
    jar = str(package("vnu-jar") / "build" / "dist" / "vnu.jar")
    told = subprocess.run([java, "-jar", jar, "--version"], capture_output=True, text=True, check=True)
    return _of_html(built, "Nu HTML checker", told.stdout.split()[0], nu(built.folder, java))


def _of_html(built: Built, name: str, its_version: str, sentences: list[str]) -> Tool:
    seen = [_seen("html", sentence) for sentence in sentences]
    looked_at = "The HTML of every page, and every drawing"
    return Tool(name=name, version=its_version, looked_at=looked_at, pages=len(built.pages), findings=findings(seen))


def by_html_validate(built: Built) -> Tool:
    """Read every page with html-validate."""
    seen = [_seen(None, sentence) for sentence in html_validate(built.folder)]
    off = _OFF.findall(RULES.read_text(encoding="utf-8"))
    return Tool(
        name="html-validate",
        version=version_of("html-validate"),
        looked_at="The HTML of every page: its recommended rules, those for documents and those for accessibility",
        pages=len(built.pages),
        rules_off=[RuleOff(rule=rule, why=plain(why)) for rule, why in off],
        findings=findings(seen),
    )


def by_hyperlink(built: Built) -> Tool:
    """Follow every link within the site, and find the place on the page that it names."""
    above = built.folder.parent
    files = sorted(path.relative_to(above).as_posix() for path in built.folder.rglob("*.html"))
    command = [str(package(".bin") / "hyperlink"), "--root", str(above), "--internal", *files]
    done = subprocess.run(command, cwd=above, capture_output=True, text=True, check=False)
    assert re.search(r"^1\.\.[1-9]", done.stdout, re.MULTILINE), done.stdout[-2000:] + done.stderr[-2000:]
    seen = []
    for check, target, details in _NOT_OK.findall(done.stdout):
        place = _AT.search(details)
        page = place[1].removeprefix(f"{built.folder.name}/") if place else target
        seen.append(Seen(check, f"The link to {target.rpartition('--> ')[2]} leads nowhere", address_of(page)))
    return Tool(
        name="hyperlink",
        version=version_of("hyperlink"),
        looked_at="Every link within the site, to the place on the page",
        pages=len(built.pages),
        findings=findings(seen),
    )


def _seen(rule: str | None, sentence: str) -> Seen:
    """Read ``plan/index.html:12: rule: what is wrong``."""
    page, _, rest = sentence.split(":", 2)
    if rule is None:
        rule, _, rest = rest.strip().partition(": ")
    return Seen(rule, rest.strip(), address_of(page))
