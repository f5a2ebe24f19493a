"""Hands the finished site to MkDocs: the only room that knows MkDocs.

The site is made whole from the data folder before MkDocs starts (``panelpapers.publication``). MkDocs handles the
pages that people write by hand; ours are put into the same frame and written beside them (``ours``). What a build
needs travels in ``config.extra``. The plugin keeps only how MkDocs was started, and where this build puts the site.

``mkdocs build`` builds beside the site and exchanges the two at the end (``panelpapers.replacing``). ``mkdocs serve``
builds into a folder of its own, and tells problems as a page (``panelpapers.serving``).
"""

from __future__ import annotations

import logging
import os
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files

from .. import publication
from ..collecting import look_rarely
from ..dating import dated
from ..exports.search import Index, NotIndexed
from ..kept.store import Store, cache_folder
from ..pages.frame import NOT_HERE, frame
from ..pages.languages import in_language, language_at_top, title_by_hand
from ..pages.packaged import trail_by_hand
from ..pages.places import missing_by_hand
from ..pages.policy import robots_file
from ..pages.rendering import themes
from ..pages.search import found_as
from ..pages.sections import navigation, without_links_to_absent
from ..pages.site import CopiedFile, Site
from ..pages.site import Page as PanelPage
from ..reading.excerpt import visible
from ..replacing import NotReplaced, Replacement, in_words
from ..serving import problems_page, problems_site, ready, turning_day, watched_over, while_writing
from .ours import (
    FilesAndOurs,
    placed_among,
    prepare,
    put_style_sheet,
    with_packaged_pages,
    with_packs,
    write_ours,
)

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

LONGEST_WAIT: Final = 600
"""Seconds that a build waits for another one on the same folder."""

NO_ADDRESS: Final = (
    "The address of this site is not known: there is no sitemap.xml, and links in the feed are not whole. "
    "The page for a wrong address finds its style sheet only at the root of a host. "
    "Set SITE_URL, or site_address in panel.yml."
)

_log = get_plugin_logger(__name__)


class PanelPapers(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """The events of a build, in the order in which they come."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._replacement: Replacement | None = None
        self._stopped = Event()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep how MkDocs was started, which it says only here."""
        look_rarely(20_000)  # templates leave rubbish behind
        self._serving, self._dirty = command == "serve", dirty

    @event_priority(100)  # first, so that other plugins see the folder that is built into
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the site from the data folder; stop the build once, with every problem told, if the data has any."""
        if not self._serving:
            self._begin(config)
        own = Path(config.theme.custom_dir or Path(config.config_file_path).parent / "theme_overrides")
        _add_theme(config, own)
        today = _today(config)
        store = config.extra["kept"] = Store(cache_folder())
        made = publication.publish(_data(config), own, today, config.site_url or "", Path(config.docs_dir), store)
        if self._serving:
            page, on_pages = while_writing(made, _data(config), own, urlsplit(config.site_url or "/").path)
            ready(Path(config.site_dir), on_pages, right=made.site is not None)
        if made.site is not None and made.panel is not None:
            config.site_name = made.panel.name
            config.site_url = config.site_url or made.panel.site_address
            site = dated(made, _data(config), config.extra.get("history"))
            config.extra.update(site=site and with_packs(site, config), panel=made.panel)
            config.nav = navigation(config.nav or (), made.site.sections)
            if not config.site_url:
                _log.info(NO_ADDRESS)
            for told in filter(None, (made.later, made.doubts)):
                _log.info(told)
        elif self._serving:
            _log.info(f"Pages stay as they were.\n\n{made.telling}\n")
            config.extra["site"] = problems_site(page)
        else:
            raise PluginError(f"Nothing was built.\n\n{made.telling}")
        if config.extra["site"].alone:
            config.nav, config.extra_templates = None, []
            config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages and files beside the hand-written ones, and take out what of Material is not used."""
        site: Site = config.extra["site"]
        if site.alone:
            files = Files(file for file in files if file.src_uri.startswith("assets/"))
        else:
            files = with_packaged_pages(files, config)
        ours = placed_among(files, site, config) if site.pages else {}
        if not site.alone and (missing := missing_by_hand(file.dest_uri for file in files)):
            raise PluginError(f"content/{missing} is missing, and other pages lead there. Put it back.")
        files = FilesAndOurs(files, ours, config)
        for extra in site.files.values():
            if isinstance(extra, CopiedFile):
                files.append(File.generated(config, extra.address, abs_src_path=str(extra.source)))
            else:
                files.append(File.generated(config, extra.address, content=extra.content))
        if not site.alone and files.get_file_from_path("robots.txt") is None:
            files.append(File.generated(config, "robots.txt", content=robots_file(config.site_url or "")))
        put_style_sheet(files, config.extra.get("panel"), config.extra["kept"])
        config.extra["files"] = files
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, **_: object) -> Navigation:
        """Keep the navigation, which every page shows."""
        config.extra["nav"] = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Take links to sections that are not there out of a hand-written page, and leave their words."""
        return without_links_to_absent(markdown, page.file.src_uri, config.extra["site"].sections)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Give the text of a hand-written page, with ours after it if we have some for it."""
        ours: PanelPage | None = config.extra["site"].pages.get(_address(page))
        html = in_language(html, language_at_top(page.meta))
        return f"{html}\n{ours.html}" if ours else html

    @event_priority(-100)  # last, because our pages are written with it
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare what MkDocs writes pages with, and write ours. Nobody tells when a page by hand was changed."""
        prepare(env, config.extra["kept"])
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = config.extra["site"].stated.isoformat() if file.page.is_homepage else ""
        config.extra["index"] = Index(Path(config.site_dir), config.extra["kept"], str(_data(config).resolve()))
        write_ours(env, config)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the frame of the page for an address that does not exist what it needs, and the site map our pages."""
        if template_name == "404.html":
            _frame(context, config, template_name, *NOT_HERE)
        elif template_name == "sitemap.xml" and config.site_url:
            ours = (page.file for page in config.extra["files"].pages_of_ours())
            cast("dict[str, object]", context)["pages"] = chain(context["pages"], ours)
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave the site map out where it could name no page."""
        return output_content if template_name != "sitemap.xml" or config.site_url else ""

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Give the frame of a page what it needs: title, summary, the trail that leads to it, what it is found as."""
        site: Site = config.extra["site"]
        ours = site.pages.get(_address(page))
        title = ours.title if ours else title_by_hand(page.meta, page.title)
        summary = str(page.meta.get("description", "")) or (ours.summary if ours else title)
        trail = ours.trail if ours else trail_by_hand(_address(page))
        found = found_as(ours, title, site.regime.forms, _address(page))
        _frame(context, config, _address(page), title, summary, trail, found)
        return context

    @event_priority(-100)  # last, so that what is searched is what is written
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take each page into the index for searching."""
        config.extra["index"].add(page.file.dest_uri, output)
        return output

    @event_priority(-100)  # last, so that whatever another plugin still writes is there before the site is shown
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the index for searching, and put the site in the place of the one before."""
        site: Site = config.extra["site"]
        if not (site.alone or site.closed) and (why_not := config.extra["index"].finish()):
            _log.info(why_not)
        config.extra["kept"].finish()
        if self._replacement is not None and not _aborts(config):
            self._replacement.finish()
            config.site_dir = str(self._replacement.folder)  # gh-deploy goes on from there
            self._replacement = None

    @event_priority(-100)  # last, because it ends the run
    def on_build_error(self, *, error: Exception) -> None:
        """Clear the half of a site away, and tell in one line what a disk or a program of others refused."""
        folder = self._leave()
        if isinstance(error, OSError | NotIndexed):
            told = [in_words(error, folder) if isinstance(error, OSError) else " ".join(str(error).split())]
            if folder is not None and folder.exists():
                told.append(f"The site in {folder} is as it was.")
            _log.debug("In full:", exc_info=error)
            _log.error(" ".join(told))
            raise Abort("Aborted: the site could not be built.")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch the data, tell problems in place of pages, and build again when the day turns."""
        self._serving = True  # serve --clean starts as a build
        folder = Path(server.root)
        watched_over(server, partial(problems_page, (), Path(config.theme.dirs[0]), server.mount_path))
        server.watch(str(turning_day(folder, partial(_today, config), self._stopped.wait)))
        if _data(config).exists():
            server.watch(str(_data(config)))
        return server

    def on_shutdown(self) -> None:
        """End what was begun, when somebody stops MkDocs."""
        self._stopped.set()
        self._leave()

    def _begin(self, config: MkDocsConfig) -> None:
        """Have MkDocs build beside the site, as soon as no other build does."""
        ours = self._replacement = Replacement(Path(config.site_dir))
        try:
            begun = ours.begin(0, from_old=self._dirty)
            if not begun:
                _log.info(f"Another build works on {ours.folder}. This one waits for it.")
                begun = ours.begin(LONGEST_WAIT, from_old=self._dirty)
        except NotReplaced as refused:
            raise PluginError(str(refused)) from refused
        if not begun:
            raise PluginError(f"Another build works on {ours.folder} and does not end. Stop it, and build again.")
        config.site_dir = str(ours.new)

    def _leave(self) -> Path | None:
        """Clear away what was begun, and give the folder that it was to replace."""
        ours, self._replacement = self._replacement, None
        if ours:
            ours.leave()
        return ours.folder if ours else None


def _data(config: MkDocsConfig) -> Path:
    """Give the folder of the records: as a command or the environment says, else ``extra`` of mkdocs.yml."""
    name = config.extra.get("records") or os.environ.get("PANEL_DATA") or config.extra.get("data") or "data"
    return Path(config.config_file_path).parent / str(name)


def _today(config: MkDocsConfig) -> date:
    try:
        return publication.day_of_building(os.environ, _data(config))
    except ValueError as error:
        raise PluginError(visible(str(error))) from error


def _add_theme(config: MkDocsConfig, own: Path) -> None:
    """Put our theme before Material's, and a project's own before ours."""
    if config.theme.name != "material":
        raise PluginError("The pages need the style sheet of Material. Write in mkdocs.yml: theme: {name: material}")
    ours = [str(folder) for folder in themes(own)]
    config.theme.dirs[:] = [*ours, *(folder for folder in config.theme.dirs if folder not in ours)]


def _frame(context: TemplateContext, config: MkDocsConfig, *of_page: Any) -> None:
    cast("dict[str, object]", context)["frame"] = frame(config.extra["panel"], config.extra["site"], *of_page)


def _address(page: Page) -> str:
    return "" if page.is_homepage else page.file.url.removeprefix("./")


def _aborts(config: MkDocsConfig) -> bool:
    """Whether MkDocs, or its fork under another name, is going to say that a strict build had warnings."""
    theirs = logging.getLogger(type(config).__module__.partition(".")[0])
    counts = [handler.get_counts() for handler in theirs.handlers if hasattr(handler, "get_counts")]
    return config.strict and any(counts)
