"""Our pages beside those that MkDocs handles: a link and the navigation find them, and they are written one by one.

MkDocs reads nothing of them and keeps nothing of them, so that a site may have very many.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import ChoiceLoader
from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from ..kept.compiled import Compiled
from ..kept.made_of import NotKnown, key, of_files
from ..kept.store import Store
from ..pages.claims import AddressTwice
from ..pages.frame import frame
from ..pages.languages import said
from ..pages.layout import laid_out
from ..pages.packaged import in_words_of
from ..pages.packs import FOLDER, NotKept, read_packs
from ..pages.rendering import packaged_templates, themes
from ..pages.search import found_as
from ..pages.site import placed
from ..pages.style_sheet import style_sheet
from ..reading.excerpt import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem

    from ..pages.site import Page as PanelPage
    from ..pages.site import Site
    from ..records.panel import Panel


HAND_WRITTEN: Final = Path(__file__).parents[1] / "content"
"""Pages of the software itself, such as the guide. A page of a project with the same address goes before one."""

UNUSED: Final = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/together.js")
"""What of Material is not published, and what only the page over many sites loads."""

_AROUND: Final = frozenset({"panel", "policy", "explains", "sections", "forms_of"})
"""What of the context of a frame is the same on every page: it is hashed once, or part of the software."""


def with_packs(site: Site, config: MkDocsConfig) -> Site:
    """Give a site with the files to keep that ``panel-papers packs`` made of its pages before."""
    name = os.environ.get("PANEL_PACKS") or FOLDER
    try:
        return replace(site, packs=read_packs(Path(config.config_file_path).parent / name))
    except NotKept as why:
        raise PluginError(visible(str(why))) from why


def placed_among(files: Files, site: Site, config: MkDocsConfig) -> dict[str, PanelPage]:
    """Give each page that is to be written, by the path of the Markdown that MkDocs would take it for."""
    theme = [file.dest_uri for file in files if file.src_dir in config.theme.dirs]
    by_hand = {file.src_uri: file.dest_uri for file in files if file.src_dir not in config.theme.dirs}
    try:
        pages = placed(site, by_hand, theme, config.theme.static_templates)
    except AddressTwice as why:
        raise PluginError(f"Nothing was built.\n\n{visible(str(why))}") from None
    return {f"{page.address}index.md": page for page in pages}


def with_packaged_pages(files: Files, config: MkDocsConfig) -> Files:
    """Put the pages of the software among the hand-written ones, unless a project has its own."""
    there, pages = {file.dest_uri for file in files}, []
    for path in sorted(HAND_WRITTEN.rglob("*.md")):
        name = path.relative_to(HAND_WRITTEN).as_posix()
        text = in_words_of(config.extra["site"], path.read_text(encoding="utf-8"))
        pages.append(File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    return Files(sorted((*files, *(page for page in pages if page.dest_uri not in there)), key=file_sort_key))


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

    def is_asked_for(self, file: File) -> bool:
        """Whether a link or the navigation asked for a file of ours: only then its places are compared with links."""
        return file.src_uri in self._asked

    def _file(self, path: str) -> File:
        return File.generated(self._config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def prepare(env: Environment, store: Store) -> None:
    """Switch escaping on, without which MkDocs makes its environment, and put our templates under their prefix.

    So a project's own template can extend the one that it replaces. No line is left where only a template's tag was.
    The ``store`` has templates as they were compiled.
    """
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.finalize = lambda value: said(value, env)
    env.filters["laid_out"] = laid_out
    if env.loader is not None:
        env.loader = ChoiceLoader([env.loader, packaged_templates()])
    env.bytecode_cache = Compiled(store, env)


def put_style_sheet(files: Files, panel: Panel | None, store: Store) -> None:
    """Put the style sheet of our pages together, make that of controls small, and leave out what is not used."""

    def made(material: str, own: str, accent: str | None = None) -> str:
        made_of = key("style sheet", material, own, accent)
        if (kept := store.get(made_of)) is not None:
            return kept.decode()
        sheet = style_sheet(material, own, accent)
        store.put(made_of, sheet.encode())
        return sheet

    sheets = {re.sub(r"\.\w+\.min", "", file.src_uri): file for file in files}
    ours, material, controls = (sheets[f"assets/{name}.css"] for name in ("panel", "stylesheets/main", "controls"))
    controls.content_string = made("", controls.content_string)
    ours.content_string = made(material.content_string, ours.content_string, panel.accent if panel else None)
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)


def write_ours(env: Environment, config: MkDocsConfig) -> None:
    """Put each of our pages into its frame and write it, one after the other: none is kept in memory.

    A page that stood in the same frame before is taken from the store, where nobody but us has a say in it.
    """
    template, nav, files = env.get_template("main.html"), config.extra["nav"], config.extra["files"]
    store = config.extra["kept"]
    around = _around(template, config) if store.keeps else None
    by_hand = files.documentation_pages()
    for page in files.pages_of_ours():
        ours = files.ours[page.file.src_uri]
        page.content = ours.html
        if files.is_asked_for(page.file):
            page.present_anchor_ids = set(ours.places)
        made_of = _framed(ours, page, around, config) if around else None
        kept = store.get(made_of) if made_of else None
        if kept is None:
            context = get_context(nav, by_hand, config, page)
            context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
            output = template.render(context)
            if made_of:
                store.put(made_of, output.encode("utf-8", errors="surrogatepass"))
        else:
            output = kept.decode("utf-8", errors="surrogatepass")
        output = config.plugins.on_post_page(output, page=page, config=config)
        write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
        config.extra["site"].packs.copy(ours.address, output, Path(config.site_dir))
        page.content = None


def _framed(ours: PanelPage, page: Page, around: bytes, config: MkDocsConfig) -> bytes | None:
    """Hash what a page in its frame is made of: all that ``main.html`` reads, but for what is around all pages.

    Gives ``None`` for a page of which there are files to keep: whether it leads to them depends on these files.
    """
    site: Site = config.extra["site"]
    if ours.address in site.packs.kept:
        return None
    found = found_as(ours, ours.title, site.regime.forms, ours.address)
    of_page = frame(config.extra["panel"], site, ours.address, ours.title, ours.summary, ours.trail, found)
    told = {name: value for name, value in of_page.items() if name not in _AROUND}
    try:
        return key("page in its frame", around, page.content, told, page.url, page.canonical_url or "")
    except NotKnown:
        return None


def _around(template: Template, config: MkDocsConfig) -> bytes | None:
    """Hash what stands around all pages; ``None`` where another plugin, or a frame of a project's own, has a say."""
    *_, ours = themes(Path())
    if len(config.plugins) > 1 or template.filename is None or not Path(template.filename).is_relative_to(ours):
        return None
    site: Site = config.extra["site"]
    sections = [(section.address, section.name, section.linked) for section in site.sections]
    nav = [
        (
            place.is_section,
            getattr(place, "is_homepage", False),
            place.title,
            getattr(place, "url", None),
            _tag(place),
        )
        for place in config.extra["nav"]
    ]
    try:
        templates = of_files(themes(Path(config.theme.dirs[0])))
        return key("frame", templates, config.extra.get("panel"), site.regime, config.site_url or "", sections, nav)
    except (NotKnown, OSError):
        return None


def _tag(place: StructureItem) -> str | None:
    """Give the language that a page of the navigation says it is in."""
    language = (getattr(place, "meta", None) or {}).get("language")
    return None if language is None else str(language)
