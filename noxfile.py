"""The project's jobs, one session each: ``nox -l`` lists them, ``nox -s lint types`` runs two of them.

Every session works in the one environment ``.venv``, which it first brings to what ``uv.lock`` says. To add a job,
copy a short one below: ``ready`` takes the dependency groups it needs, ``tool`` runs a program of the environment.
What follows ``--`` on the command line is passed on, as in ``nox -s unit -- -k minutes``.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import nox

HERE = Path(__file__).parent
PROGRAMS = HERE / ".venv" / ("Scripts" if os.name == "nt" else "bin")
FORK = HERE / ".nox" / "fork"

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "unit"]


@nox.session
def build(session: nox.Session) -> None:
    """Build the site into site/, strictly: any warning fails."""
    ready(session)
    tool(session, "mkdocs", "build", "--strict", *session.posargs)


@nox.session
def packs(session: nox.Session) -> None:
    """Build the site, make files to keep of each meeting, and build again, so that pages lead to them."""
    ready(session)
    tool(session, "mkdocs", "build", "--strict", "--quiet")
    tool(session, "panel-papers", "packs", "site", *session.posargs)
    tool(session, "mkdocs", "build", "--strict")


@nox.session
def serve(session: nox.Session) -> None:
    """Show the site on this machine, and again after each change."""
    ready(session)
    tool(session, "mkdocs", "serve", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Check the records in data/, and that no published address was taken away; say what to put right."""
    ready(session)
    tool(session, "panel-papers", "check", "--history", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test, those in a real browser too; install a browser and the other tools when there are none."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py")
    tool(session, "pytest", *on_all_cores(), *session.posargs)


@nox.session
def unit(session: nox.Session) -> None:
    """Run the fast tests only: no whole site, no browser."""
    ready(session)
    tool(session, "pytest", "-m", "not browser and not slow", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Break the package in 100 places, one at a time, and tell which breaks no test noticed: some twenty minutes."""
    ready(session)
    tool(session, "python", "-m", "tests.mutants", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the fast tests and tell which lines and branches of the package they did not go through."""
    ready(session)
    tool(session, "pytest", "-m", "not browser and not slow", "--cov", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Run only the tests of the built site: in a real browser, and by checkers of HTML."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py")
    tool(session, "pytest", "-m", "browser", *on_all_cores(), *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the code's style, and that it is formatted."""
    ready(session)
    tool(session, "ruff", "check", *session.posargs)
    tool(session, "ruff", "format", "--check", *session.posargs)


@nox.session
def types(session: nox.Session) -> None:
    """Check the code's types, strictly."""
    ready(session)
    tool(session, "mypy", *session.posargs)


@nox.session
def workflows(session: nox.Session) -> None:
    """Check what GitHub does for us: its form, and, as strictly as zizmor can, what would make it unsafe."""
    ready(session, "workflows")
    files = sorted(str(path.relative_to(HERE)) for path in HERE.glob(".github/workflows/*.yml"))
    tool(session, "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    tool(session, "check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml")
    tool(session, "zizmor", "--persona", "auditor", "--offline", "--quiet", *session.posargs, ".github")


@nox.session
def sbom(session: nox.Session) -> None:
    """List every package that the software uses, with its hashes, as a CycloneDX file, and check it."""
    ready(session, "sbom")
    file = HERE / ".nox" / "sbom" / "panel-papers.cdx.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    options = ("--frozen", "--quiet", "--no-default-groups", "--format", "cyclonedx1.5", "--output-file", str(file))
    session.run(uv(session), "export", *options, *session.posargs, external=True, silent=True)
    tool(session, "python", "-m", "tests.sbom", str(file))


@nox.session
def validators(session: nox.Session) -> None:
    """Have programs that did not write them read the data, the calendars and the feeds of some invented bodies."""
    ready(session, "validators")
    tool(session, "python", "tests/browser/provide.py", "tests/validating")
    tool(session, "python", "-m", "tests.validators", str(HERE / ".nox" / "validators"))


@nox.session
def properdocs(session: nox.Session) -> None:
    """Build the same site with ProperDocs, the maintained fork of MkDocs, and compare the two, file by file."""
    ready(session, "fork")
    session.env.setdefault("SOURCE_DATE_EPOCH", str(int(time.time())))
    session.env["PANEL_CACHE"] = "off"  # else the second would take pages from the first
    for program in ("mkdocs", "properdocs"):
        folder = str(FORK / program)
        tool(session, program, "build", "--strict", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", folder)
    ours, theirs = contents(FORK / "mkdocs"), contents(FORK / "properdocs")
    differing = sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))
    if differing:
        session.error(f"{len(differing)} of {len(ours)} files differ, the first of them {', '.join(differing[:5])}")
    session.log(f"MkDocs and ProperDocs gave the same {len(ours)} files")


@nox.session
def figures(session: nox.Session) -> None:
    """Draw every kind of chart in light, dark, narrow and print onto one sheet, to look at."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py")
    tool(session, "python", "-m", "tests.charts.contact_sheet", str(HERE / ".nox" / "figures"))


@nox.session
def screenshots(session: nox.Session) -> None:
    """Take pictures of every kind of page, or of those named, in each width and mode onto one sheet, to look at."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py")
    tool(session, "python", "-m", "tests.browser.screenshots", str(HERE / ".nox" / "screenshots"), *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Type hostile values into forms: nothing may raise. A seed and a count may follow, as in -- 3 20000."""
    ready(session)
    tool(session, "python", "-m", "tests.limits.fuzz", *(session.posargs or ("1", "2000")))


@nox.session
def hostile(session: nox.Session) -> None:
    """Check files made to be slow, and fail when one takes more than two seconds of processor time: some minutes."""
    ready(session)
    tool(session, "python", "-m", "tests.limits.hostile")


@nox.session
def package(session: nox.Session) -> None:
    """Make the package of this version into dist/."""
    ready(session)
    session.run(uv(session), "build", "--quiet", "--out-dir", str(HERE / "dist"), external=True)


@nox.session
def spoken(session: nox.Session) -> None:
    """Write down anew what a screen reader says of every kind of page; git diff then shows what changed."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py")
    tool(session, "python", "-m", "tests.browser.transcripts")


@nox.session
def audit(session: nox.Session) -> None:
    """Look at every page with every checker, and write the report that the site publishes: some ten minutes."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py")
    tool(session, "python", "-m", "tests.audit", *(session.posargs or [os.environ.get("PANEL_DATA", "data")]))


@nox.session
def lighthouse(session: nox.Session) -> None:
    """Measure every kind of page, or those named, with Lighthouse; fail when a score is too low."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py", "tests/lighthouse")
    tool(session, "python", "-m", "tests.lighthouse.measure", str(HERE / ".nox" / "lighthouse"), *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Time charts and texts; then build archives of 100 to 4,000 meetings, cold and warm, beside others."""
    ready(session)
    if not session.posargs:
        tool(session, "python", "-m", "tests.charts.bench")
    tool(session, "python", "-m", "tests.bench", *session.posargs)


@nox.session
def search_weight(session: nox.Session) -> None:
    """Make an archive of 10,000 pages and weigh what searches load: none may load 300 kB. Takes some minutes."""
    ready(session)
    tool(session, "python", "tests/browser/provide.py")
    tool(session, "python", "-m", "tests.browser.search_weight")


def ready(session: nox.Session, *groups: str) -> None:
    """Bring .venv to what uv.lock says, with these dependency groups beside the default ones."""
    session.env["NO_MKDOCS_2_WARNING"] = "1"
    chosen = [part for group in groups for part in ("--group", group)]
    session.run(uv(session), "sync", "--frozen", "--quiet", *chosen, external=True, silent=True)


def uv(session: nox.Session) -> str:
    """Give the path of uv: beside nox, where .ci/tools.txt puts it, else the machine's own, else one in .nox/uv."""
    folder = HERE / ".nox" / "uv"
    places = (str(Path(sys.executable).parent), os.environ.get("PATH", ""), str(folder / "bin"))
    found = next((path for place in places if (path := shutil.which("uv", path=place))), None)
    if found:
        return found
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "--target", str(folder))
    session.run(*pip, "-r", str(HERE / ".ci" / "tools.txt"), external=True)
    return str(folder / "bin" / "uv")


def tool(session: nox.Session, program: str, *arguments: str) -> None:
    """Run a program of .venv."""
    session.run(str(PROGRAMS / program), *arguments, external=True)


def on_all_cores() -> tuple[str, ...]:
    """Give pytest's options for a run on all cores: a group stays on one, in the order that ``conftest.py`` gives."""
    return ("-n", "auto", "--maxprocesses", "4", "--dist", "loadgroup", "--no-loadscope-reorder")


def contents(folder: Path) -> dict[str, bytes]:
    """Give each file of a site by path, but for the search index, which Pagefind writes in no fixed order."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith("pagefind/")}
