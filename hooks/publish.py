"""Hands the finished site to MkDocs: the only module that knows MkDocs.

The site is made whole from the data folder before MkDocs starts (``panelpapers.publication``). MkDocs is given a page
with front matter only for each of our pages, and its Markdown converter has nothing to do; our HTML takes its place.
The module keeps no state: what a build needs travels on the ``File`` objects and in ``config.extra``.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from panelpapers import publication
from panelpapers.exports.search import index_site
from panelpapers.pages.frame import frame
from panelpapers.pages.search import found_as
from panelpapers.pages.site import Page as PanelPage
from panelpapers.pages.site import Site
from panelpapers.pages.style_sheet import style_sheet

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the site from the data folder; stop the build once, with every problem told, if the data has any."""
    root = Path(config.config_file_path).parent
    try:
        today = publication.day_of_building(os.environ)
    except ValueError as error:
        raise PluginError(f"Nothing was built. {error}") from None
    data = root / (os.environ.get("PANEL_DATA") or config.extra["data"])
    made = publication.publish(data, root / "theme_overrides", today, config.site_url or "")
    if made.site is None or made.panel is None:
        raise PluginError(f"Nothing was built.\n\n{made.telling}")
    config.site_name = made.panel.name
    config.site_url = config.site_url or made.panel.site_address
    os.environ["SOURCE_DATE_EPOCH"] = str(publication.seconds(today))  # MkDocs dates its site map by it
    config.extra.update(site=made.site, panel=made.panel, built_for=today)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put our pages and files beside the hand-written ones, and take out what of Material is not used."""
    site: Site = config.extra["site"]
    for page in site.pages.values():
        source = f"{page.address}index.md"
        written_by_hand = files.get_file_from_path(source) or files.get_file_from_path(f"{page.address[:-1]}.md")
        if written_by_hand and not page.added:
            raise PluginError(f"content/{written_by_hand.src_uri} has the address of a page that is made from data.")
        if not written_by_hand:
            front_matter = f"---\ntitle: {json.dumps(page.title)}\n---\n"
            files.append(File.generated(config, source, content=front_matter, inclusion=InclusionLevel.NOT_IN_NAV))
    for extra in site.files.values():
        files.append(File.generated(config, extra.address, content=extra.content))
    sheets = {re.sub(r"\.\w+\.min", "", file.src_uri): file for file in files}
    ours, material = sheets["assets/panel.css"], sheets["assets/stylesheets/main.css"]
    ours.content_string = style_sheet(material.content_string, ours.content_string)
    for file in list(files):
        if file.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/", "assets/images/")):
            files.remove(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs' names
    """Give our HTML in place of the converted Markdown, or after it on a hand-written page."""
    ours: PanelPage | None = config.extra["site"].pages.get(_address(page))
    if ours is None:
        return html
    return f"{html}\n{ours.html}" if ours.added else str(ours.html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs' names
    """Switch escaping on in MkDocs' own environment, which is made without it."""
    env.autoescape = True
    return env


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the frame of the page for an address that does not exist what it needs."""
    if template_name == "404.html":
        title, summary = "This page is not here", "The address may have been typed wrongly."
        context["frame"] = frame(config.extra["panel"], config.extra["built_for"], title, summary)
    return context


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> dict[str, Any]:  # noqa: ARG001
    """Give the frame of a page what it needs: title, summary, the trail that leads to it, what it is found as."""
    ours: PanelPage | None = config.extra["site"].pages.get(_address(page))
    title = str(page.meta.get("title") or page.title) if ours is None else ours.title
    summary = str(page.meta.get("description", "")) or (ours.summary if ours else title)
    trail = ours.trail if ours else (() if page.is_homepage else publication.HOME_TRAIL)
    found = found_as(ours, title)
    context["frame"] = frame(config.extra["panel"], config.extra["built_for"], title, summary, trail, found)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Index the pages as they were written, for searching."""
    if why_not := index_site(Path(config.site_dir)):
        get_plugin_logger(__name__).info(why_not)


def _address(page: Page) -> str:
    return "" if page.is_homepage else page.file.url.removeprefix("./")
