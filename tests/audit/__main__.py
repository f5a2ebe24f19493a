"""Looks at every page of the site with every tool, and writes the report that the site publishes.

``python -m tests.audit FOLDER`` builds the site of the records in a folder, on the day of today, writes the report
``accessibility-audit.yml`` among them, and tells what was found. It ends with 1 when there is a fault. When a tool
breaks down, nothing is written.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from panelpapers.publication import day_of_building
from panelpapers.records.accessibility import Audit
from tests.audit.built import Built
from tests.audit.engines import by_axe, by_ibm, by_tree
from tests.audit.programs import by_html_validate, by_hyperlink, by_nu
from tests.audit.report import in_words, write
from tests.browser.provide import find_browser
from tests.browser.serving import served
from tests.conftest import ROOT, SITE_PATH, build_site

TOOLS = (by_nu, by_html_validate, by_hyperlink, by_tree, by_axe, by_ibm)
REPORT = "accessibility-audit.yml"


def audit(folder: Path, data: Path) -> Audit:
    """Run every tool over the site that was built into a folder, of the records in ``data``."""
    day = day_of_building(os.environ, data)
    with served(folder, SITE_PATH) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        built = Built(folder, root, browser)
        made = Audit(on=day, pages=len(built.pages), tools=[tool(built) for tool in TOOLS])
        browser.close()
    return made


if __name__ == "__main__":
    data = Path(sys.argv[1])
    with TemporaryDirectory() as above:
        # The folder has the name of the path under which the site is served, so that links from the root lead there.
        site = Path(above) / SITE_PATH.strip("/")
        today = os.environ.get("PANEL_TODAY", "")
        own = {"PANEL_DATA": str(data.resolve()), "PANEL_CONTENT": str(ROOT / "content"), "PANEL_TODAY": today}
        if complaint := build_site(site, **own):
            sys.exit(f"The site does not build:\n{complaint}")
        made = audit(site, data)
    write(made, data / REPORT)
    sys.stdout.write("\n".join(in_words(made)) + "\n")
    sys.exit(1 if any(tool.findings for tool in made.tools) else 0)
