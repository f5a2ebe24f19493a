"""What the tests of the built site need beside Python: a browser, Java, and checkers that are published for Node.

``find_...`` looks for a thing and changes nothing; the tests use these. Run as a program, this module also gets what
is missing, with one line for each thing: with the names of folders, their Node packages too. It exits with 1 when
something is not to be had that the tests must have.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
PACKAGES = "node_modules"
INSTALLED_FROM = "installed-from.json"
BROWSERS = (
    "chromium-headless-shell",  # Debian's, the same engine without windows, takes half the time
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_browser() -> str | None:
    """Give the path of a Chromium that runs: PANEL_BROWSER, else the machine's own, else the one Playwright got."""
    named = os.environ.get("PANEL_BROWSER")
    if named:
        return shutil.which(named)
    paths = (path for name in BROWSERS if (path := shutil.which(name)) and _answers(path, "--version"))
    return next(paths, None) or _browser_of_playwright()


def _browser_of_playwright() -> str | None:
    with sync_playwright() as playwright:
        return shutil.which(playwright.chromium.executable_path)


def find_java() -> str | None:
    """Give the path of a Java that runs. On some machines ``java`` is only a notice that there is none."""
    path = shutil.which("java")
    return path if path and _answers(path, "-version") else None


def find_checkers() -> Path | None:
    """Give the folder of the Node packages that the tests use when it holds what package-lock.json says."""
    return find_packages(HERE)


def find_packages(folder: Path) -> Path | None:
    """Give the folder of the Node packages below a folder when it holds what its package-lock.json says."""
    installed = folder / PACKAGES / INSTALLED_FROM
    wanted = (folder / "package-lock.json").read_bytes()
    return folder / PACKAGES if installed.exists() and installed.read_bytes() == wanted else None


def provide_browser() -> bool:
    """Find a browser or get one: Debian's package where packages may be installed, else Playwright's own download."""
    if not _answers(sys.executable, "-m", "playwright", "--version"):
        _say("Playwright does not start here: installing the library that it lacks on the smallest Debian systems")
        _apt_get("libatomic1")
    if not find_browser():
        _say("No Chromium here: installing one")
        # The fonts are named because Debian only recommends them, and a page without letters passes every check.
        fonts = ("fonts-liberation", "fonts-dejavu-core")
        _apt_get("chromium-headless-shell", *fonts) or _apt_get("chromium", *fonts)
        if not find_browser():
            _run([sys.executable, "-m", "playwright", "install", "chromium"])
    found = find_browser()
    _say(f"Browser: {found}" if found else "No browser. Install Chromium, or name one in PANEL_BROWSER")
    return found is not None


def provide_java() -> bool:
    """Find Java or get it. The tests go on without it, with a simpler parser."""
    if not find_java():
        _say("No Java here: installing one")
        _apt_get("default-jre-headless")
    found = find_java()
    _say(f"HTML checker: Nu, with {found}" if found else "HTML checker: html5lib, because there is no Java for Nu")
    return True


def provide_pango() -> bool:
    """Find what WeasyPrint draws with, or get it. The tests of PDF files are left out where it is not to be had."""
    if not _answers(sys.executable, "-c", "import weasyprint"):
        _say("No Pango here: installing it")
        _apt_get("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
    return True


def provide_packages(folder: Path) -> bool:
    """Install the Node packages of a folder's package-lock.json into it, once."""
    if not find_packages(folder):
        if not shutil.which("npm"):
            _say("No npm here: installing it")
            _apt_get("npm")
        npm = shutil.which("npm")
        if not npm:
            _say("No npm: install Node.js, so that axe-core, html-validate and the others can be fetched")
            return False
        if not _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder=folder):
            return False
        shutil.copy(folder / "package-lock.json", folder / PACKAGES / INSTALLED_FROM)
    _say(f"Checkers: {folder / PACKAGES}")
    return True


def _apt_get(*packages: str) -> bool:
    """Install Debian packages if this machine has apt-get and lets us; say whether it was done."""
    if not shutil.which("apt-get"):
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if as_root and not (shutil.which("sudo") and _answers(*as_root, "true")):
        return False
    apt_get = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    _run([*apt_get, "update"])
    return _run([*apt_get, "install", "--yes", "--no-install-recommends", *packages])


def _answers(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0


def _run(command: list[str], folder: Path | None = None) -> bool:
    """Run a command quietly; when it fails, show the end of what it said."""
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        _say(f"This did not work: {' '.join(command)}\n{done.stdout[-2000:]}")
    return done.returncode == 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    folders = [HERE, *(Path(name) for name in sys.argv[1:])]
    provided = [provide_browser(), provide_java(), provide_pango(), *(provide_packages(folder) for folder in folders)]
    sys.exit(0 if all(provided) else 1)
