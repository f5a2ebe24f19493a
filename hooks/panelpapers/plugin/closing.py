"""Has MkDocs build a site as it is closed: the same build, with one plugin more that is there for this run alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority

from ..pages.site import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NEEDS_A_SERVER: Final = "404.html"


class NotBuilt(Exception):  # noqa: N818 - said as people say it
    """No site was built. The message tells why, with every problem of the data if there is any."""


class _Heard(logging.Handler):
    """Keeps what MkDocs says while it builds: why it stops, and what a strict build does not let pass."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.told.append(record.getMessage())


class _Closing(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    def __init__(self, closed: Callable[[Site, Path, str], Site]) -> None:
        self._closed = closed

    @event_priority(90)  # after the site was made from the data, and before anybody looks at it
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the closed site in the place of the one that was made. No host has a page for wrong addresses then."""
        own = Path(config.theme.custom_dir or Path(config.config_file_path).parent / "theme_overrides")
        config.extra["site"] = self._closed(config.extra["site"], own, config.site_url or "")
        config.theme.static_templates.discard(_NEEDS_A_SERVER)
        return config


def build_closed(
    configuration: Path, data: Path, folder: Path, home: str, closed: Callable[[Site, Path, str], Site]
) -> str:
    """Build the closed site of a project into a folder, and give the whole address that its pages name, if any.

    ``configuration`` is the project's mkdocs.yml and ``data`` the folder of its records. ``home`` is the address at
    which the site will stand, if it is another one than before. ``closed`` makes a closed site of one, with the
    project's own folder of templates and its address. Raises ``NotBuilt``.
    """
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    settings: dict[str, Any] = {"site_dir": str(folder), "strict": True} | ({"site_url": home} if home else {})
    try:
        config = load_config(str(configuration), **settings)
        config.extra["records"] = str(data.resolve())
        config.plugins["panel-papers closing"] = _Closing(closed)
        config.plugins.on_startup(command="build", dirty=False)
        logger.addHandler(heard)
        build(config)
    except MkDocsException as why:
        raise NotBuilt("\n\n".join((*heard.told, str(why)))) from why
    finally:
        logger.removeHandler(heard)
    config.plugins.on_shutdown()
    return config.site_url or ""
