"""Our pages beside those that MkDocs handles: a link and the navigation find them, and they are written one by one.

MkDocs reads nothing of them and keeps nothing of them, so that a site may have very many.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinja2 import ChoiceLoader
from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from ..pages.claims import AddressTwice
from ..pages.languages import said
from ..pages.layout import laid_out
from ..pages.rendering import packaged_templates
from ..pages.site import placed
from ..pages.style_sheet import style_sheet
from ..reading.excerpt import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

    from ..pages.site import Page as PanelPage
    from ..pages.site import Site
    from ..records.panel import Panel


UNUSED: Final = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/together.js")
"""What of Material is not published, and what only the page over many sites loads."""


def placed_among(files: Files, site: Site, config: MkDocsConfig) -> dict[str, PanelPage]:
    """Give each page that is to be written, by the path of the Markdown that MkDocs would take it for."""
    theme = [file.dest_uri for file in files if file.src_dir in config.theme.dirs]
    by_hand = {file.src_uri: file.dest_uri for file in files if file.src_dir not in config.theme.dirs}
    try:
        pages = placed(site, by_hand, theme, config.theme.static_templates)
    except AddressTwice as why:
        raise PluginError(f"Nothing was built.\n\n{visible(str(why))}") from None
    return {f"{page.address}index.md": page for page in pages}


class FilesAndOurs(Files):
    """The files that MkDocs handles, and behind them our pages: a link or the navigation finds them, nobody else."""

    def __init__(self, files: Iterable[File], ours: Mapping[str, PanelPage], config: MkDocsConfig) -> None:
        super().__init__(files)
        self.ours = ours
        self._config = config
        self._asked: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file at a path, also that of a page of ours, which is kept once it was asked for."""
        there = super().get_file_from_path(path) or self._asked.get(path)
        if there is None and path in self.ours:
            there = self._asked[path] = self._file(path)
        return there

    def pages_of_ours(self) -> Iterator[Page]:
        """Give each of our pages as one of MkDocs, which lasts as long as somebody needs it."""
        for path, ours in self.ours.items():
            file = self._asked.get(path) or self._file(path)
            page = file.page or Page(ours.name, file, self._config)
            site: Site = self._config.extra["site"]
            page.update_date = site.told_at.get(ours.address, site.stated).isoformat()
            yield page

    def _file(self, path: str) -> File:
        return File.generated(self._config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def prepare(env: Environment) -> None:
    """Switch escaping on, without which MkDocs makes its environment, and put our templates under their prefix.

    So a project's own template can extend the one that it replaces. No line is left where only a template's tag was.
    """
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.finalize = lambda value: said(value, env)
    env.filters["laid_out"] = laid_out
    if env.loader is not None:
        env.loader = ChoiceLoader([env.loader, packaged_templates()])


def put_style_sheet(files: Files, panel: Panel | None) -> None:
    """Put the style sheet of our pages together, make that of controls small, and leave out what is not used."""
    sheets = {re.sub(r"\.\w+\.min", "", file.src_uri): file for file in files}
    ours, material, controls = (sheets[f"assets/{name}.css"] for name in ("panel", "stylesheets/main", "controls"))
    controls.content_string = style_sheet("", controls.content_string)
    ours.content_string = style_sheet(material.content_string, ours.content_string, panel.accent if panel else None)
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)


def write_ours(env: Environment, config: MkDocsConfig) -> None:
    """Put each of our pages into its frame and write it, one after the other: none is kept."""
    template, nav, files = env.get_template("main.html"), config.extra["nav"], config.extra["files"]
    by_hand = files.documentation_pages()
    for page in files.pages_of_ours():
        ours = files.ours[page.file.src_uri]
        page.content = ours.html
        page.present_anchor_ids = set(ours.places)
        context = get_context(nav, by_hand, config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
        page.content = None
