"""Measures every kind of page with Lighthouse, as a phone of middling speed on a slow network loads it.

``python -m tests.lighthouse.measure FOLDER [KIND ...]`` builds the site, serves it with its headers, writes a report
for each kind of page into a folder, and ends with 1 when a score is under what this project asks for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.kinds import KINDS
from tests.browser.provide import find_browser
from tests.browser.serving import served
from tests.conftest import SITE_PATH, build_site

ASKED_FOR = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
ATTEMPTS = 3
"""How often a page is measured at most: other work of the machine can lower a score, and nothing raises one."""
LEFT_OUT = {"not found": "Lighthouse does not measure a page that answers 404"}
"""Kinds of page that are not measured, each with the reason."""

PROGRAM = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def measure(address: str, report: Path) -> dict[str, int]:
    """Measure one page, write its report as ``.report.json`` and ``.report.html``, and give its scores out of 100."""
    asked_for = [f"--only-categories={name}" for name in ASKED_FOR]
    command = ["node", str(PROGRAM), address, *asked_for, "--output=json", "--output=html", f"--output-path={report}"]
    browser = {**os.environ, "CHROME_PATH": find_browser() or ""}
    done = subprocess.run(
        [*command, f"--chrome-flags={FLAGS}", "--quiet"], env=browser, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"Lighthouse did not measure {address}:\n{done.stderr[-2000:]}")
    found = json.loads(report.with_name(f"{report.name}.report.json").read_text(encoding="utf-8"))["categories"]
    return {name: round(100 * found[name]["score"]) for name in ASKED_FOR}


def best(address: str, report: Path) -> dict[str, int]:
    """Measure a page until nothing is too low, at most ``ATTEMPTS`` times, and give the last scores."""
    for _ in range(ATTEMPTS):
        scores = measure(address, report)
        if not under(scores):
            break
    return scores


def under(scores: dict[str, int]) -> list[str]:
    """Name the scores that are too low, each as ``performance 93, not 95``."""
    return [f"{name} {scores[name]}, not {least}" for name, least in ASKED_FOR.items() if scores[name] < least]


def main(folder: Path, kinds: list[str]) -> int:
    """Measure these kinds of page, print a table, and give 1 when a score is too low."""
    folder.mkdir(parents=True, exist_ok=True)
    low: list[str] = []
    with TemporaryDirectory() as built:
        site = Path(built) / "site"
        if complaint := build_site(site):
            sys.exit(f"The site does not build:\n{complaint}")
        with served(site, SITE_PATH) as root:
            sys.stdout.write(f"{'':24}{''.join(f'{name:>16}' for name in ASKED_FOR)}\n")
            for kind in (one for one in kinds if one not in LEFT_OUT):
                scores = best(root + KINDS[kind], folder / kind.replace(" ", "-").replace("'", ""))
                sys.stdout.write(f"{kind:24}{''.join(f'{score:>16}' for score in scores.values())}\n")
                sys.stdout.flush()
                low += [f"{kind}: {one}" for one in under(scores)]
    sys.stdout.write("\n".join([*low, f"{len(low)} scores are too low. The reports are in {folder}\n"]))
    return 1 if low else 0


if __name__ == "__main__":
    chosen = sys.argv[2:] or list(KINDS)
    if unknown := sorted(set(chosen) - set(KINDS)):
        sys.exit(f"There is no kind of page named {', '.join(unknown)}. There are: {', '.join(KINDS)}")
    sys.exit(main(Path(sys.argv[1]), chosen))
